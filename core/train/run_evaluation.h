// SPDX-License-Identifier: GPL-3.0-or-later
/// Evaluates what a run folder holds, without training it.
#pragma once

#include "core/report/measurement.h"
#include "core/report/result.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace collapsar {

/// All measurements of one checkpoint (empty: the newest) on a whole split: "training", "validation" or "test".
/// Posterior means are taken on the run's own probes. Blocks; any thread; needs the run's data.
///
/// errors  as reading the folder and its data; DataChanged when a data file is not the one the run was made with.
[[nodiscard]] Result<Measurement> evaluateRun(const std::filesystem::path& folder, std::string_view split,
                                              const std::string& checkpoint = {});

}  // namespace collapsar
