// SPDX-License-Identifier: GPL-3.0-or-later
/// Draws a small chart with a plain painter: on screen and in figures alike, on any thread.
#pragma once

#include "widgets/figure_axes.h"
#include "widgets/small_chart.h"

#include <QRectF>

class QPainter;

namespace collapsar {

enum class ChartRoom {
    Screen,  ///< the vertical axis is named by the header
    Print,   ///< both axes are named
};

/// What lies inside the axes of a chart that has this cell.
[[nodiscard]] QRectF chartArea(const QRectF& cell, ChartRoom room);
/// `wanted` as it fits an area of this size: with equal scales the side with room to spare reaches further, x to the
/// right, y to both ends.
[[nodiscard]] PlotView fittedTo(const PlotView& wanted, const QSizeF& area, ChartScales scales);
/// What the axes reach after `now` when `wanted` must be in sight: nothing that is seen goes out of sight.
[[nodiscard]] PlotView grown(const PlotView& now, const PlotView& wanted, ChartTop top);

/// Axes, guides and series. `view`: as fittedTo gave it.
void drawSmallChart(QPainter& painter, const QRectF& area, const SmallChart& chart, const PlotView& view,
                    const PlotTheme& theme, ChartRoom room);

}  // namespace collapsar
