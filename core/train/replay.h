// SPDX-License-Identifier: GPL-3.0-or-later
/// The weights a run had at any place of its history, made again exactly. Writes nothing.
#pragma once

#include "core/model/parameters.h"
#include "core/report/intervention.h"
#include "core/report/result.h"
#include "core/report/settings.h"
#include "core/train/replay_progress.h"

#include <filesystem>
#include <string>

namespace collapsar {

struct WeightsAt {
    std::string runId;
    std::string runName;
    Position at;
    Settings settings;     ///< in force, switches made at `at` included
    Parameters weights;    ///< with the pooling and skip switches in force
    std::string numerics;  ///< under which they were made; see warning
    std::string warning;   ///< empty, or why they may differ in the last bits from those the run had
};

/// From the newest checkpoint at or before `at`, trained on as the run was, switches and decisions included. Blocks for
/// as long as that takes (some seconds), on one core; any thread. The run may be training meanwhile. Needs its data.
///
/// errors  as reading the folder and its data; InvalidSettings: the run has not come to `at`; DataChanged; Interrupted.
[[nodiscard]] Result<WeightsAt> weightsAt(const std::filesystem::path& folder, const Position& at,
                                          const ReplayProgress& progress = {});

}  // namespace collapsar
