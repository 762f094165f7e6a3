// SPDX-License-Identifier: GPL-3.0-or-later
/// One quantity over training drawn with a plain painter, for figures and animations: any paint device, any thread.
#pragma once

#include "widgets/curve_range.h"
#include "widgets/figure_axes.h"

#include <QString>
#include <optional>
#include <vector>

namespace collapsar {

/// In units of the axes. Colour, dash and marker are the run's.
struct PaintedCurve {
    RunIdentity identity;
    QPolygonF line;
    QPolygonF markers;
};

struct CurvePanelLook {
    PlotTheme theme;
    QString title;
    AxisTitles titles;
    std::optional<PlotRange> x;  ///< none: from zero to the last point
    PlotRange y;
};

/// Markers are thinned where they would touch; the line has every point.
void drawCurvePanel(QPainter& painter, const QRectF& cell, const std::vector<PaintedCurve>& curves,
                    const CurvePanelLook& look);

}  // namespace collapsar
