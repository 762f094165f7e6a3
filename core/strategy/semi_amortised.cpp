// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/strategy/semi_amortised.h"

#include <cmath>
#include <cstddef>
#include <utility>

namespace collapsar {
namespace {

template <typename Real>
double normOf(const PosteriorRows<Real>& rows) {
    return std::sqrt(sumOfSquares(rows.mean) + sumOfSquares(rows.logVariance));
}

/// to += factor * from
template <typename Real>
void addScaled(std::vector<Real>& to, double factor, const std::vector<Real>& from) {
    for (std::size_t i = 0; i < to.size(); ++i)
        to[i] += static_cast<Real>(factor) * from[i];
}
template <typename Real>
void addScaled(PosteriorRows<Real>& to, const RefinementClip& factors, const PosteriorRows<Real>& from) {
    addScaled(to.mean, factors.mean, from.mean);
    addScaled(to.logVariance, factors.logVariance, from.logVariance);
}

template <typename Real>
void scale(PosteriorRows<Real>& rows, const RefinementClip& factors) {
    for (Real& value : rows.mean)
        value *= static_cast<Real>(factors.mean);
    for (Real& value : rows.logVariance)
        value *= static_cast<Real>(factors.logVariance);
}

template <typename Real>
PosteriorRows<Real> zeros(const PosteriorRows<Real>& like) {
    return {std::vector<Real>(like.mean.size()), std::vector<Real>(like.logVariance.size())};
}

template <typename Real>
PosteriorRows<Real> moved(PosteriorRows<Real> at, double by, const PosteriorRows<Real>& direction) {
    addScaled(at, {by, by}, direction);
    return at;
}

}  // namespace

template <typename Real>
PosteriorRows<Real> hessianProduct(DecoderLoss<Real>& loss, int step, const PosteriorRows<Real>& at,
                                   const PosteriorRows<Real>& v, const DifferenceStep& difference) {
    PosteriorRows<Real> product = zeros(at);
    const double norm = normOf(v);
    if (norm == 0) return product;
    const double r = difference.kind == DifferenceKind::Norm ? difference.size / norm : difference.size;
    const auto share = static_cast<Real>(1 / (2 * r));
    loss.addAllGradients(step, moved(at, r, v), share, product);
    loss.addAllGradients(step, moved(at, -r, v), -share, product);
    return product;
}

template <typename Real>
PosteriorRows<Real> backThrough(DecoderLoss<Real>& loss, const RefinementPath<Real>& path, PosteriorRows<Real> gradient,
                                const RefinementRule& rule, const DifferenceStep& difference) {
    PosteriorRows<Real> byMomentum = zeros(gradient);
    for (int step = rule.steps; step-- > 0;) {
        const auto k = static_cast<std::size_t>(step);
        scale(byMomentum, {rule.momentum, rule.momentum});
        addScaled(byMomentum, {rule.learningRate, rule.learningRate}, gradient);
        PosteriorRows<Real> v = byMomentum;
        scale(v, path.clips[k]);
        const PosteriorRows<Real> product = hessianProduct(loss, step, path.points[k], v, difference);
        loss.subtractOpenSum(rule.clip);
        addScaled(gradient, {-1, -1}, product);
        const double factor = clipFactor(normOf(gradient), rule.clip);
        scale(gradient, {factor, factor});
    }
    return gradient;
}

template PosteriorRows<float> hessianProduct(DecoderLoss<float>&, int, const PosteriorRows<float>&,
                                             const PosteriorRows<float>&, const DifferenceStep&);
template PosteriorRows<double> hessianProduct(DecoderLoss<double>&, int, const PosteriorRows<double>&,
                                              const PosteriorRows<double>&, const DifferenceStep&);
template PosteriorRows<float> backThrough(DecoderLoss<float>&, const RefinementPath<float>&, PosteriorRows<float>,
                                          const RefinementRule&, const DifferenceStep&);
template PosteriorRows<double> backThrough(DecoderLoss<double>&, const RefinementPath<double>&, PosteriorRows<double>,
                                           const RefinementRule&, const DifferenceStep&);

}  // namespace collapsar
