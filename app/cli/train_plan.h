// SPDX-License-Identifier: GPL-3.0-or-later
/// From `train`'s options to exactly what will be trained, and where it goes.
#pragma once

#include "app/cli/command_line.h"
#include "core/report/result.h"
#include "core/train/preset.h"

#include <filesystem>
#include <string>
#include <vector>

namespace collapsar {

struct TrainPlan {
    PresetRun run;  ///< with --set, --at, --updates and --seed applied
    std::string title;
    std::string expectation;
    std::filesystem::path folder;    ///< does not exist yet
    std::vector<std::string> notes;  ///< worth a warning: a switch after the last update
};

/// Reads preset files and looks whether folders exist; makes nothing. Errors say what is wrong and what is allowed.
[[nodiscard]] Result<TrainPlan> planTraining(const TrainOptions& options);

}  // namespace collapsar
