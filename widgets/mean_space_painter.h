// SPDX-License-Identifier: GPL-3.0-or-later
/// The posterior mean space drawn with a plain painter, for figures and animations: any paint device, any thread.
#pragma once

#include "core/report/snapshot.h"
#include "widgets/figure_axes.h"

#include <vector>

namespace collapsar {

enum class SpaceWords { None, Regions };  ///< Regions: "in step", "inference collapse", "model collapse"

struct MeanSpaceLook {
    PlotTheme theme;
    double reach = 3;  ///< half the width of both axes
    double pointSize = 4;
    SpaceWords words = SpaceWords::Regions;
    AxisTitles titles;
};

/// The largest square inside `cell`, with room for labels, and one range for both axes.
[[nodiscard]] FigureAxes squareAxes(const QRectF& cell, const PlotRange& range, const QMarginsF& margins = axesMargins);
/// +-3, or as many halves as the means need.
[[nodiscard]] double roundedReach(double reach);

/// Axes, diagonal and regions.
void drawSpace(QPainter& painter, const FigureAxes& axes, const MeanSpaceLook& look);
/// One point a probe, x true and y approximate mean; stacked at the axis where there are no true means.
void drawMeans(QPainter& painter, const FigureAxes& axes, const Snapshot& snapshot, const QColor& colour, double size);
/// A word or two in the middle, where there is nothing to draw.
void drawAbsence(QPainter& painter, const FigureAxes& axes, const QString& words, const PlotTheme& theme);

}  // namespace collapsar
