// SPDX-License-Identifier: GPL-3.0-or-later
/// How a verb prints what it has to say.
#pragma once

namespace collapsar {

enum class OutputStyle {
    Text,
    JsonLines,  ///< one JSON object a line on standard output
    Quiet,      ///< errors only
};

}  // namespace collapsar
