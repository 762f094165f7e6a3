// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnostics/active_units.h"

#include <algorithm>
#include <cstddef>

namespace collapsar {

std::vector<double> unitVariance(std::span<const float> means, int latent) {
    const auto width = static_cast<std::size_t>(latent);
    const std::size_t examples = means.size() / width;
    std::vector<double> variance(width, 0.0);
    if (examples < 2) return variance;
    std::vector<double> centre(width, 0.0);
    for (std::size_t i = 0; i < means.size(); ++i)
        centre[i % width] += means[i];
    for (double& c : centre)
        c /= static_cast<double>(examples);
    for (std::size_t i = 0; i < means.size(); ++i) {
        const double distance = means[i] - centre[i % width];
        variance[i % width] += distance * distance;
    }
    for (double& v : variance)
        v /= static_cast<double>(examples - 1);
    return variance;
}

int countActiveUnits(std::span<const double> variances, double threshold) {
    return static_cast<int>(std::ranges::count_if(variances, [&](double v) { return v >= threshold; }));
}

}  // namespace collapsar
