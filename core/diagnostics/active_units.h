// SPDX-License-Identifier: GPL-3.0-or-later
/// Active units: latent dimensions whose posterior mean varies over the examples (Burda et al. 2016). Any thread.
#pragma once

#include <span>
#include <vector>

namespace collapsar {

/// Unbiased variance over examples of each column of `means` [N, Z], two passes in double; 0 for a single example.
[[nodiscard]] std::vector<double> unitVariance(std::span<const float> means, int latent);

/// How many variances reach `threshold` (settings: active_unit_variance; 0.01 in the papers). NaN counts as inactive.
[[nodiscard]] int countActiveUnits(std::span<const double> variances, double threshold);

}  // namespace collapsar
