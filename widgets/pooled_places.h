// SPDX-License-Identifier: GPL-3.0-or-later
/// Which positions of a sentence max and absmax pooling take their features from.
#pragma once

#include "widgets/measured_run.h"
#include "widgets/small_chart.h"

#include <vector>

namespace collapsar {

/// Runs with other pooling are left out; none left: empty, with what it is about.
[[nodiscard]] SmallChart pooledPlacesChart(std::vector<MeasuredRun> runs);

}  // namespace collapsar
