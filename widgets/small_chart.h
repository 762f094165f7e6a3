// SPDX-License-Identifier: GPL-3.0-or-later
/// A small chart as a value: what is drawn, which axes it needs, what it says under the pointer. Made without a window,
/// drawn by any painter.
#pragma once

#include "widgets/plot_navigation.h"
#include "widgets/plot_theme.h"

#include <QPolygonF>
#include <QString>

#include <functional>
#include <vector>

namespace collapsar {

enum class ChartShape {
    Line,       ///< with the run's dash
    Path,       ///< thin: where a run has been
    Bars,       ///< from zero, 0.8 wide, pale with an outline
    InnerBars,  ///< inside those, solid
    Place,      ///< large markers: where a run stands
};

/// In units of the axes; a point that is not finite breaks a line. Colour, dash and marker are the run's.
struct ChartSeries {
    RunIdentity identity;
    ChartShape shape = ChartShape::Line;
    QPolygonF points;
    QPolygonF markers;  ///< on the line; thinned where they would touch
};

/// A line of reference, with words at its right end.
struct ChartGuide {
    QPointF from, to;
    QString label;
};

/// What is said of the data under the pointer.
struct ChartReadout {
    struct Row {
        int colour = -1;  ///< of a run; -1: none
        QString name, value;
    };
    QString heading;
    std::vector<Row> rows;
    QString note;

    [[nodiscard]] bool isEmpty() const { return rows.empty(); }
};

struct ChartNote {
    int colour = -1;
    QString text;
};

enum class ChartScales { Free, Equal };  ///< Equal: a unit is as long across as up
enum class ChartTop {
    Grows,    ///< as every other side of the axes
    MayCome,  ///< down with the data: what falls from far above would else press the rest to the bottom
};

struct SmallChart {
    QString title;
    QString shortTitle;  ///< beside a choice that says the rest; empty: the title
    QString unit;        ///< at the right of the title
    QString estimator;   ///< tooltip: how it is estimated, samples, bias, ceiling; paragraphs by line breaks
    QString titleX, titleY;
    QString summary;  ///< for screen readers
    QString moment;   ///< which updates the values belong to, for figures
    QString empty;    ///< what to do, where there is nothing to draw
    PlotView range;   ///< what must be in sight
    ChartScales scales = ChartScales::Free;
    ChartTop top = ChartTop::Grows;
    std::vector<ChartSeries> series;
    QPolygonF shade;               ///< grey behind everything; y from 0 to 1 of the height
    std::vector<ChartNote> notes;  ///< above the drawing, a line each
    std::function<std::vector<ChartGuide>(const PlotView&)> guides;
    /// Of a place on the axes; `pixel`: units a pixel has.
    std::function<ChartReadout(const QPointF& at, const QSizeF& pixel)> readout;

    [[nodiscard]] bool isEmpty() const { return series.empty(); }
};

/// How far from the pointer a thing may lie and still be meant, pixels.
inline constexpr double chartReach = 16;

}  // namespace collapsar
