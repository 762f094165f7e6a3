// SPDX-License-Identifier: GPL-3.0-or-later
/// The small signs on the buttons of the control bar.
#pragma once

#include <QColor>
#include <QIcon>

namespace collapsar {

enum class Glyph { Start, Pause, Dot, Ring };

inline constexpr int glyphSide = 12;  ///< device independent pixels

[[nodiscard]] QIcon glyphIcon(Glyph glyph, const QColor& colour);

}  // namespace collapsar
