// SPDX-License-Identifier: GPL-3.0-or-later
/// The colours of the window and of the runs: one table for light, one for dark, and what is made from them.
#pragma once

#include <QColor>
#include <QPalette>
#include <QPixmap>
#include <QString>

class QCustomPlot;

namespace collapsar {

enum class ThemeMode { System, Light, Dark };

/// The palette tokens. Every colour has a contrast of at least 3:1 on the background it is used on.
struct PlotTheme {
    bool isDark = false;
    QColor window, card;
    QColor line, grid;  ///< borders; grid lines inside plots (decoration, below 3:1 by intent)
    QColor text, secondary, axis;
    QColor accent, onAccent;  ///< what can be pressed or is live; text on it
    QColor good, goodBack;    ///< badges only, always with a word
    QColor bad, badBack;
};

[[nodiscard]] const PlotTheme& lightTheme();
[[nodiscard]] const PlotTheme& darkTheme();
/// By lightness: window darker than its text.
[[nodiscard]] bool isDarkPalette(const QPalette& palette);
/// System: dark when `system` is.
[[nodiscard]] const PlotTheme& themeFor(ThemeMode mode, const QPalette& system);
[[nodiscard]] QPalette themePalette(const PlotTheme& theme);
/// For QApplication::setStyleSheet. Dynamic properties it knows: class = "card" | "title" | "secondary" | "number" |
/// "primary" (button) | "segment" (button of a segmented control) | "panel"; badge = "good" | "bad" | "neutral".
[[nodiscard]] QString appStyleSheet(const PlotTheme& theme);

/// WCAG 2.1 contrast ratio, 1 to 21.
[[nodiscard]] double contrastRatio(const QColor& a, const QColor& b);

/// Which run: its number in order of creation fixes colour, marker and dash (eight of each, then again from the start).
struct RunIdentity {
    int index = 0;
    QString name;

    bool operator==(const RunIdentity&) const = default;
};

inline constexpr int runColourCount = 8;
enum class RunMarker { Disc, Square, Triangle, Diamond, InvertedTriangle, Cross, Plus, Star };

[[nodiscard]] QColor runColour(const PlotTheme& theme, int index);
[[nodiscard]] RunMarker runMarker(int index);
/// Dash pattern in pen widths; empty: solid.
[[nodiscard]] QList<qreal> runDash(int index);
/// A rounded square in the run's colour, for lists and card headers. `side` in device independent pixels.
[[nodiscard]] QPixmap runChip(const PlotTheme& theme, int index, int side = 11, qreal devicePixelRatio = 2);

/// Background, axes, grid, tick labels and number format of a plot; not its data.
void applyTheme(QCustomPlot& plot, const PlotTheme& theme);

}  // namespace collapsar
