// SPDX-License-Identifier: GPL-3.0-or-later
/// What a run with some settings would train on, before there is a run.
#pragma once

#include "core/report/corpus_summary.h"
#include "core/report/result.h"
#include "core/report/settings.h"

#include <functional>
#include <string>

namespace collapsar {

/// `share` 0..1 of the files' bytes; `what` in words. Returning false cancels.
using DataProgress = std::function<bool(double share, const std::string& what)>;

/// Reads or makes the data and sums them up. Any thread; blocks; answers `progress` within milliseconds.
///
/// errors  InvalidSettings; as reading the data: FileMissing, FileUnreadable, FileDamaged, DataInvalid with file and
///         line; Interrupted.
[[nodiscard]] Result<CorpusSummaryPointer> summariseData(const Settings& settings, const DataProgress& progress = {});

}  // namespace collapsar
