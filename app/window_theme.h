// SPDX-License-Identifier: GPL-3.0-or-later
/// Light, dark or as the system, for the whole application: style, palette and style sheet.
#pragma once

#include "widgets/plot_theme.h"

namespace collapsar {

enum class TextSize { Normal, Presentation };

/// Applies the choice to the application and returns what is in force now. GUI thread.
const PlotTheme& applyWindowTheme(ThemeMode mode, TextSize textSize);

/// The style sheet with every font size in pixels multiplied.
[[nodiscard]] QString scaledStyleSheet(const QString& styleSheet, double factor);

}  // namespace collapsar
