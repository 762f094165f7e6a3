// SPDX-License-Identifier: GPL-3.0-or-later
/// The program between its arguments and its exit code.
#pragma once

#include "app/command_line.h"

class QApplication;

namespace collapsar {

/// Before the application object: what needs no display runs on the offscreen platform; a window without a display is
/// refused with a hint, rather than left to the platform to abort.
[[nodiscard]] Result<void> choosePlatform(CommandLine::Task task);
/// Blocks until the task is done or the window closed.
[[nodiscard]] int runDesktop(const CommandLine& line, QApplication& application);

}  // namespace collapsar
