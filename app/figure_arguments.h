// SPDX-License-Identifier: GPL-3.0-or-later
/// The arguments of `collapsar figure` and `collapsar animate`.
#pragma once

#include "app/command_line.h"

namespace collapsar {

/// `arguments` begin with the command's word.
[[nodiscard]] Result<CommandLine> parseFigure(const QStringList& arguments);
[[nodiscard]] Result<CommandLine> parseAnimate(const QStringList& arguments);

}  // namespace collapsar
