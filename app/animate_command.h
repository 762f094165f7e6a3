// SPDX-License-Identifier: GPL-3.0-or-later
/// `collapsar animate`: the replay of run folders as a GIF or numbered PNG pictures, without a window.
#pragma once

#include "app/command_line.h"
#include "app/engine.h"

namespace collapsar {

/// Blocks. Progress, errors and the path written go to stderr and stdout. An interrupt from the keyboard cancels and
/// leaves nothing behind.
[[nodiscard]] DesktopExit runAnimateCommand(const AnimateTask& task, const Engine& engine);

}  // namespace collapsar
