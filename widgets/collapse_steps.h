// SPDX-License-Identifier: GPL-3.0-or-later
/// (epsilon, delta)-collapse: the share of latent dimensions that are collapsed, for every epsilon at once.
#pragma once

#include "widgets/measured_run.h"
#include "widgets/small_chart.h"

#include <span>
#include <vector>

namespace collapsar {

/// How many of the thresholds lie below `epsilon`; NaN ones never do.
[[nodiscard]] int collapsedAt(std::span<const double> thresholds, double epsilon);

/// Corners of the share over epsilon from 0 to `end`: level, up at each threshold, level. Thresholds ascending, NaN
/// ones last; they count in the share. Empty without thresholds.
[[nodiscard]] QPolygonF collapseSteps(std::span<const double> thresholds, double end);

/// Runs without a latent are left out. source  Lucas et al. 2019
[[nodiscard]] SmallChart collapseChart(std::vector<MeasuredRun> runs);

}  // namespace collapsar
