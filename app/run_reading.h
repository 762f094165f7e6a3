// SPDX-License-Identifier: GPL-3.0-or-later
/// Run folders as views, several at a time. Blocks; any thread but the window's.
#pragma once

#include "app/engine.h"
#include "app/run_view.h"

#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace collapsar {

/// The run and its label. errors  as readRun.
[[nodiscard]] Result<RunView> readView(const Engine& engine, const std::filesystem::path& folder);
/// In the order of `folders`, read on as many threads as there are cores. While it is read, a run takes three times the
/// memory that its view does.
[[nodiscard]] std::vector<Result<RunView>> readViews(const Engine& engine,
                                                     std::span<const std::filesystem::path> folders);
/// What settings.json says; empty when there is no run.
[[nodiscard]] std::string runIdIn(const std::filesystem::path& folder);

}  // namespace collapsar
