// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnostics/collapse_curve.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstddef>
#include <limits>

namespace collapsar {
namespace {

/// The smallest value of which at least `wanted` values are not above: for every epsilon beyond it that many are
/// below epsilon.
double thresholdOf(std::vector<double>& values, std::size_t wanted) {
    if (std::ranges::any_of(values, [](double v) { return std::isnan(v); })) {
        return std::numeric_limits<double>::quiet_NaN();
    }
    const auto place = values.begin() + static_cast<std::ptrdiff_t>(wanted) - 1;
    std::ranges::nth_element(values, place);
    return *place;
}

}  // namespace

double CollapseCurve::collapsedShare(double epsilon) const {
    const auto collapsed = std::ranges::count_if(thresholds, [&](double t) { return t < epsilon; });
    return static_cast<double>(collapsed) / static_cast<double>(thresholds.size());
}

CollapseCurve collapseCurve(const GaussianRows& posteriors, double delta) {
    assert(delta >= 0 && delta < 1);
    const auto width = static_cast<std::size_t>(posteriors.latent);
    const std::size_t n = posteriors.count();
    CollapseCurve curve{.delta = delta, .thresholds = {}};
    if (n == 0) return curve;
    // 1e-9: (1 - 0.01) * 100 is a little above 99 in floating point.
    const double share = std::ceil((1 - delta) * static_cast<double>(n) - 1e-9);
    const std::size_t wanted = std::max<std::size_t>(1, static_cast<std::size_t>(share));
    std::vector<double> kl(n);
    for (std::size_t d = 0; d < width; ++d) {
        for (std::size_t i = 0; i < n; ++i)
            kl[i] = klToStandardNormal(posteriors.mean[i * width + d], posteriors.logVariance[i * width + d]);
        curve.thresholds.push_back(thresholdOf(kl, wanted));
    }
    const auto nanLast = [](double a, double b) { return !std::isnan(a) && (std::isnan(b) || a < b); };
    std::ranges::sort(curve.thresholds, nanLast);
    return curve;
}

}  // namespace collapsar
