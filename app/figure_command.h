// SPDX-License-Identifier: GPL-3.0-or-later
/// `collapsar figure`: figures of run folders without a window.
#pragma once

#include "app/command_line.h"
#include "app/engine.h"
#include "app/session.h"
#include "widgets/figure_run.h"

namespace collapsar {

struct LoadedRuns {
    std::vector<RunView> views;
    std::vector<FigureRun> figures;  ///< the same runs with all their pictures
};
/// Blocks while reading. Runs are numbered in the order given.
[[nodiscard]] Result<LoadedRuns> loadRuns(const QStringList& folders, const Engine& engine);

/// Blocks. Errors and the path written go to stderr and stdout.
[[nodiscard]] DesktopExit runFigureCommand(const FigureTask& task, const Engine& engine);

}  // namespace collapsar
