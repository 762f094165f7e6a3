// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/curve_painter.h"

#include "widgets/display_text.h"

#include <QCoreApplication>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace collapsar {
namespace {

constexpr double titleHeight = 18;
constexpr double markerSize = 5.5;
constexpr double markerGap = 16;

PlotRange rangeOf(const std::vector<PaintedCurve>& curves) {
    double upper = 0;
    for (const PaintedCurve& curve : curves)
        for (const QPointF& point : curve.line)
            upper = std::max(upper, point.x());
    return {0, upper > 0 ? upper * 1.02 : 1};
}

/// Points closer than a quarter of a unit to the last drawn one only matter where they are extremes of their column.
QPolygonF simplified(const QPolygonF& line) {
    constexpr double columnWidth = 0.25;
    if (line.size() < 2000) return line;
    QPolygonF kept;
    for (qsizetype begin = 0; begin < line.size();) {
        qsizetype end = begin;
        qsizetype least = begin;
        qsizetype greatest = begin;
        while (end < line.size() && line[end].x() - line[begin].x() < columnWidth) {
            if (line[end].y() < line[least].y()) least = end;
            if (line[end].y() > line[greatest].y()) greatest = end;
            ++end;
        }
        qsizetype order[] = {begin, std::min(least, greatest), std::max(least, greatest), end - 1};
        for (int i = 0; i < 4; ++i)
            if (i == 0 || order[i] != order[i - 1]) kept.append(line[order[i]]);
        begin = std::max(end, begin + 1);
    }
    return kept;
}

void drawCurve(QPainter& painter, const FigureAxes& axes, const PaintedCurve& curve, const PlotTheme& theme) {
    const QColor colour = runColour(theme, curve.identity.index);
    QPolygonF line;
    for (const QPointF& point : curve.line)
        line.append(axes.at(point.x(), point.y()));
    QPen pen(colour, 1.6, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    if (const QList<qreal> dash = runDash(curve.identity.index); !dash.isEmpty()) pen.setDashPattern(dash);
    painter.setPen(pen);
    drawLine(painter, simplified(line));
    double drawnTo = -1e9;
    for (const QPointF& point : curve.markers) {
        const QPointF place = axes.at(point.x(), point.y());
        if (place.x() - drawnTo < markerGap) continue;
        drawMarker(painter, runMarker(curve.identity.index), place, markerSize, colour);
        drawnTo = place.x();
    }
}

}  // namespace

void drawCurvePanel(QPainter& painter, const QRectF& cell, const std::vector<PaintedCurve>& curves,
                    const CurvePanelLook& look) {
    QMarginsF margins = axesMargins + QMarginsF(0, titleHeight, 0, 0);
    if (look.titles.x.isEmpty()) margins.setBottom(20);
    const FigureAxes axes{cell.marginsRemoved(margins), look.x.value_or(rangeOf(curves)), look.y};
    drawAxes(painter, axes, look.titles, look.theme);
    painter.save();
    painter.setFont(figureFont(11, QFont::DemiBold));
    painter.setPen(look.theme.text);
    painter.drawText(QRectF(axes.area.left(), axes.area.top() - titleHeight - 2, axes.area.width(), titleHeight),
                     Qt::AlignLeft | Qt::AlignVCenter, look.title);
    painter.setClipRect(axes.area.adjusted(-1, -1, 4, 1));
    bool isEmpty = true;
    for (const PaintedCurve& curve : curves) {
        isEmpty = isEmpty && curve.line.isEmpty();
        drawCurve(painter, axes, curve, look.theme);
    }
    if (isEmpty) {
        painter.setPen(look.theme.secondary);
        painter.setFont(figureFont(10));
        painter.drawText(axes.area, Qt::AlignCenter, QCoreApplication::translate("CurvePainter", "not measured"));
    }
    painter.restore();
}

}  // namespace collapsar
