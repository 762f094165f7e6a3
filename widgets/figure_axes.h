// SPDX-License-Identifier: GPL-3.0-or-later
/// Axes, markers and legends drawn with a plain painter: on any paint device, on any thread. Lengths are layout units,
/// in which a tick label is 10 high; scale the painter for more.
#pragma once

#include "widgets/plot_navigation.h"
#include "widgets/plot_theme.h"

#include <QFont>
#include <QPolygonF>
#include <QRectF>

class QPainter;

namespace collapsar {

struct FigureAxes {
    QRectF area;  ///< inside the frame
    PlotRange x;
    PlotRange y;

    [[nodiscard]] QPointF at(double valueX, double valueY) const;
};

struct AxisTitles {
    QString x;
    QString y;
};

/// Room that tick labels and titles need around the area.
inline constexpr QMarginsF axesMargins{46, 8, 10, 36};

/// Grid, frame, tick labels and titles; the lines through zero are stronger.
void drawAxes(QPainter& painter, const FigureAxes& axes, const AxisTitles& titles, const PlotTheme& theme);

[[nodiscard]] QFont figureFont(int height, QFont::Weight weight = QFont::Normal);
/// Centred at `centre`, about `size` across.
void drawMarker(QPainter& painter, RunMarker marker, const QPointF& centre, double size, const QColor& colour);
/// Chip and name, runNameHeight high.
void drawRunName(QPainter& painter, const QPointF& topLeft, const RunIdentity& run, const PlotTheme& theme);
/// Chip, a piece of the run's line with its marker, and the name, so that the legend reads without colours.
void drawRunKey(QPainter& painter, const QPointF& topLeft, const RunIdentity& run, const PlotTheme& theme);
inline constexpr int runNameHeight = 18;
/// With the space behind them.
[[nodiscard]] int runNameWidth(const RunIdentity& run);
[[nodiscard]] int runKeyWidth(const RunIdentity& run);

/// A line through points; NaN points are gaps.
void drawLine(QPainter& painter, const QPolygonF& points);

}  // namespace collapsar
