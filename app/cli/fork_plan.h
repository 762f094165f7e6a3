// SPDX-License-Identifier: GPL-3.0-or-later
/// From `fork`'s options to exactly what will branch off where, and where it goes.
#pragma once

#include "app/cli/command_line.h"
#include "core/report/result.h"
#include "core/train/run.h"

#include <filesystem>
#include <string>

namespace collapsar {

struct ForkPlan {
    ForkRequest request;
    std::string name;
    std::filesystem::path folder;  ///< does not exist yet
};

/// Reads the parent and looks whether folders exist; makes nothing.
///
/// errors  as readRun; InvalidSettings: a place the parent has not reached, a setting that is not live, by name;
///         FileUnwritable.
[[nodiscard]] Result<ForkPlan> planFork(const ForkOptions& options);

}  // namespace collapsar
