// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/objective/posterior_refinement.h"

#include <cmath>
#include <cstddef>
#include <utility>

namespace collapsar {
namespace {

/// momentum = rule.momentum * momentum - clip * gradient; value += rule.learningRate * momentum.
template <typename Real>
void stepRows(const std::vector<Real>& gradient, double clip, const RefinementRule& rule, std::vector<Real>& momentum,
              std::vector<Real>& value) {
    const Real keep = static_cast<Real>(rule.momentum), factor = static_cast<Real>(clip);
    const Real rate = static_cast<Real>(rule.learningRate);
    for (std::size_t i = 0; i < value.size(); ++i) {
        momentum[i] = keep * momentum[i] - factor * gradient[i];
        value[i] += rate * momentum[i];
    }
}

template <typename Real>
PosteriorRows<Real> zeros(const PosteriorRows<Real>& like) {
    return {std::vector<Real>(like.mean.size()), std::vector<Real>(like.logVariance.size())};
}

}  // namespace

RefinementRule refinementRule(const Settings& settings) {
    return {settings.sviSteps, settings.sviLearningRate, settings.sviMomentum, settings.sviClip};
}

template <typename Real>
double sumOfSquares(const std::vector<Real>& values) {
    double sum = 0;
    for (const Real value : values)
        sum += static_cast<double>(value) * static_cast<double>(value);
    return sum;
}

double clipFactor(double norm, double limit) {
    const double factor = limit / (norm + 1e-6);
    return factor > 1 ? 1 : factor;
}

template <typename Real>
RefinementPath<Real> refine(PosteriorLoss<Real>& loss, PosteriorRows<Real> start, const RefinementRule& rule) {
    RefinementPath<Real> path;
    path.points.push_back(std::move(start));
    PosteriorRows<Real> momentum = zeros(path.points.front());
    for (int step = 0; step < rule.steps; ++step) {
        PosteriorRows<Real> value = path.points.back(), gradient = zeros(value);
        loss.addGradient(step, value, 1, gradient);
        const RefinementClip clip{clipFactor(std::sqrt(sumOfSquares(gradient.mean)), rule.clip),
                                  clipFactor(std::sqrt(sumOfSquares(gradient.logVariance)), rule.clip)};
        stepRows(gradient.mean, clip.mean, rule, momentum.mean, value.mean);
        stepRows(gradient.logVariance, clip.logVariance, rule, momentum.logVariance, value.logVariance);
        path.points.push_back(std::move(value));
        path.clips.push_back(clip);
    }
    return path;
}

template double sumOfSquares(const std::vector<float>&);
template double sumOfSquares(const std::vector<double>&);
template RefinementPath<float> refine(PosteriorLoss<float>&, PosteriorRows<float>, const RefinementRule&);
template RefinementPath<double> refine(PosteriorLoss<double>&, PosteriorRows<double>, const RefinementRule&);

}  // namespace collapsar
