// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/mean_space_painter.h"

#include "widgets/posterior_paths.h"

#include <QCoreApplication>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace collapsar {
namespace {

constexpr int pointAlpha = 150;
constexpr int wordHeight = 9;

QString words(const char* text) {
    return QCoreApplication::translate("collapsar::PosteriorScene", text);
}

void drawRegions(QPainter& painter, const FigureAxes& axes, const PlotTheme& theme) {
    const QRectF& area = axes.area;
    const QPointF origin = axes.at(0, 0);
    painter.setFont(figureFont(wordHeight));
    painter.setPen(theme.secondary);
    painter.drawText(QRectF(area.left(), origin.y() - 15, area.width() - 4, 13), Qt::AlignRight | Qt::AlignVCenter,
                     words(QT_TRANSLATE_NOOP("collapsar::PosteriorScene", "inference collapse")));
    painter.drawText(QRectF(origin.x() + 4, area.top() + 3, area.width() / 2, 13), Qt::AlignLeft | Qt::AlignVCenter,
                     words(QT_TRANSLATE_NOOP("collapsar::PosteriorScene", "model collapse")));
    painter.drawText(QRectF(area.right() - 64, area.top() + 34, 60, 13), Qt::AlignRight | Qt::AlignVCenter,
                     words(QT_TRANSLATE_NOOP("collapsar::PosteriorScene", "in step")));
}

}  // namespace

FigureAxes squareAxes(const QRectF& cell, const PlotRange& range, const QMarginsF& margins) {
    const QRectF room = cell.marginsRemoved(margins);
    const double side = std::max(20.0, std::min(room.width(), room.height()));
    QRectF area(0, 0, side, side);
    area.moveCenter({room.center().x(), room.top() + side / 2});
    return {area, range, range};
}

double roundedReach(double reach) {
    return std::max(3.0, std::ceil(reach * 1.04 * 2) / 2);
}

void drawSpace(QPainter& painter, const FigureAxes& axes, const MeanSpaceLook& look) {
    painter.save();
    drawAxes(painter, axes, look.titles, look.theme);
    painter.setPen(QPen(look.theme.axis, 1, Qt::DashLine));
    const double lower = std::max(axes.x.lower, axes.y.lower);
    const double upper = std::min(axes.x.upper, axes.y.upper);
    painter.drawLine(axes.at(lower, lower), axes.at(upper, upper));
    if (look.words == SpaceWords::Regions) drawRegions(painter, axes, look.theme);
    painter.restore();
}

void drawMeans(QPainter& painter, const FigureAxes& axes, const Snapshot& snapshot, const QColor& colour, double size) {
    const double width = axes.x.upper - axes.x.lower;
    painter.save();
    painter.setClipRect(axes.area);
    painter.setPen(Qt::NoPen);
    QColor faded = colour;
    faded.setAlpha(pointAlpha);
    painter.setBrush(faded);
    for (const PathPoint& point : probePoints(snapshot, width / 60, width / 90)) {
        const QPointF place = axes.at(point.x, point.y);
        if (axes.area.contains(place)) painter.drawEllipse(place, size / 2, size / 2);
    }
    painter.restore();
    if (!hasTrueMeans(snapshot)) {
        painter.save();
        painter.setFont(figureFont(wordHeight));
        painter.setPen(colour);
        painter.drawText(
            axes.area.adjusted(4, 4, -4, -4), Qt::AlignRight | Qt::AlignBottom,
            words(QT_TRANSLATE_NOOP("collapsar::PosteriorScene", "no true posterior means\nwere measured")));
        painter.restore();
    }
}

void drawAbsence(QPainter& painter, const FigureAxes& axes, const QString& absence, const PlotTheme& theme) {
    painter.save();
    painter.setFont(figureFont(10));
    painter.setPen(theme.secondary);
    QRectF place(axes.area.adjusted(8, 0, -8, 0));
    place.setTop(axes.area.center().y() + axes.area.height() / 8);
    painter.drawText(place, Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, absence);
    painter.restore();
}

}  // namespace collapsar
