// SPDX-License-Identifier: GPL-3.0-or-later
/// `collapsar figure`: figures of run folders without a window.
#pragma once

#include "app/command_line.h"
#include "app/engine.h"

namespace collapsar {

/// Blocks. Errors and the path written go to stderr and stdout.
[[nodiscard]] DesktopExit runFigureCommand(const FigureTask& task, const Engine& engine);

}  // namespace collapsar
