// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/delta_posterior.h"

#include <cmath>

namespace collapsar {
namespace {

/// The root of the concave t - e^t + 2 delta + 1 (t = ln s) on the side where `t` is: from below 0 Newton's steps never
/// pass it.
double rootFrom(double t, double delta) {
    constexpr int enough = 200;
    for (int i = 0; i < enough; ++i) {
        const double next = t - (t - std::exp(t) + 2 * delta + 1) / (1 - std::exp(t));
        if (next == t) break;
        t = next;
    }
    return t;
}

}  // namespace

SdRange sdRange(double delta) {
    const double c = 2 * delta + 1;
    return {std::exp(rootFrom(-c, delta) / 2), std::exp(rootFrom(c + 1, delta) / 2)};
}

DeltaPosterior::Point DeltaPosterior::at(double m, double a) const {
    constexpr double margin = 1e-6;  // so that the root has a slope
    const double sigmoid = 1 / (1 + std::exp(-a)), width = m_range.highest - m_range.lowest;
    const double sd = m_range.lowest + width * sigmoid;
    const double room = 2 * m_delta + 1 + 2 * std::log(sd) - sd * sd;  // below 0 by rounding alone
    const double mean = std::sqrt((room < 0 ? 0 : room) + (m < 0 ? 0 : m) + margin);
    return {sd, mean, width * sigmoid * (1 - sigmoid)};
}

template <typename Real>
void DeltaPosterior::forward(Real* mean, Real* logVariance, std::int64_t size) const {
    for (std::int64_t i = 0; i < size; ++i) {
        const Point point = at(static_cast<double>(mean[i]), static_cast<double>(logVariance[i]));
        mean[i] = static_cast<Real>(point.mean);
        logVariance[i] = static_cast<Real>(2 * std::log(point.sd));
    }
}

template <typename Real>
void DeltaPosterior::backward(const Real* m, const Real* a, Real* meanGradient, Real* logVarianceGradient,
                              std::int64_t size) const {
    for (std::int64_t i = 0; i < size; ++i) {
        const Point point = at(static_cast<double>(m[i]), static_cast<double>(a[i]));
        const double byMean = static_cast<double>(meanGradient[i]);
        const double byLogVariance = static_cast<double>(logVarianceGradient[i]);
        meanGradient[i] = static_cast<Real>(m[i] > 0 ? byMean / (2 * point.mean) : 0);
        const double bySd = byMean * (1 / point.sd - point.sd) / point.mean + byLogVariance * 2 / point.sd;
        logVarianceGradient[i] = static_cast<Real>(bySd * point.slope);
    }
}

template void DeltaPosterior::forward(float*, float*, std::int64_t) const;
template void DeltaPosterior::forward(double*, double*, std::int64_t) const;
template void DeltaPosterior::backward(const float*, const float*, float*, float*, std::int64_t) const;
template void DeltaPosterior::backward(const double*, const double*, double*, double*, std::int64_t) const;

}  // namespace collapsar
