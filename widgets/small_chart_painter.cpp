// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/small_chart_painter.h"

#include "widgets/curve_range.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace collapsar {
namespace {

constexpr QMarginsF screenMargins{36, 6, 10, 33};
constexpr double barWidth = 0.8;  // of a unit across
constexpr double innerBarWidth = 0.44;
constexpr double paleShare = 0.3;  // of the run's colour, the rest is background
constexpr double shadeShare = 0.55;
constexpr double markerSize = 5.5;
constexpr double placeSize = 9;
constexpr double markerGap = 18;
constexpr int guideHeight = 9;

QColor mixedWith(const QColor& background, const QColor& colour, double share) {
    const auto mix = [share](int a, int b) { return static_cast<int>(a + (b - a) * share); };
    return {mix(background.red(), colour.red()), mix(background.green(), colour.green()),
            mix(background.blue(), colour.blue())};
}

double span(const PlotRange& range) {
    return range.upper - range.lower;
}

PlotRange around(double centre, double span) {
    return {centre - span / 2, centre + span / 2};
}

void drawShade(QPainter& painter, const FigureAxes& axes, const QPolygonF& shade, const PlotTheme& theme) {
    if (shade.size() < 2) return;
    const auto height = [&](double share) { return axes.area.bottom() - share * axes.area.height(); };
    QPolygonF outline{QPointF(axes.at(shade.first().x(), 0).x(), axes.area.bottom())};
    for (const QPointF& point : shade)
        outline.append(QPointF(axes.at(point.x(), 0).x(), height(point.y())));
    outline.append(QPointF(axes.at(shade.last().x(), 0).x(), axes.area.bottom()));
    painter.setPen(Qt::NoPen);
    painter.setBrush(mixedWith(theme.card, theme.grid, shadeShare));
    painter.drawPolygon(outline);
}

void drawGuides(QPainter& painter, const FigureAxes& axes, const std::vector<ChartGuide>& guides,
                const PlotTheme& theme) {
    const QFont font = figureFont(guideHeight);
    const QFontMetricsF metrics(font);
    painter.setFont(font);
    std::vector<QRectF> words;
    for (const ChartGuide& guide : guides) {
        const QPointF from = axes.at(guide.from.x(), guide.from.y());
        const QPointF to = axes.at(guide.to.x(), guide.to.y());
        QPen pen(theme.axis, 1);
        pen.setDashPattern({2, 4});
        painter.setPen(pen);
        painter.drawLine(from, to);
        const QSizeF size(metrics.horizontalAdvance(guide.label) + 4, metrics.height());
        QRectF box(QPointF(to.x() - size.width(), to.y() - size.height()), size);
        if (box.top() < axes.area.top()) box.moveTop(to.y() + 1);
        const bool isCovered =
            std::ranges::any_of(words, [&box](const QRectF& other) { return other.intersects(box); });
        if (isCovered || box.left() < axes.area.left() || box.bottom() > axes.area.bottom()) continue;
        words.push_back(box);
        painter.fillRect(box, theme.card);
        painter.setPen(theme.secondary);
        painter.drawText(box, Qt::AlignCenter, guide.label);
    }
}

void drawBars(QPainter& painter, const FigureAxes& axes, const ChartSeries& series, const PlotTheme& theme) {
    const QColor colour = runColour(theme, series.identity.index);
    const bool isInner = series.shape == ChartShape::InnerBars;
    const double half = (isInner ? innerBarWidth : barWidth) / 2;
    for (const QPointF& point : series.points) {
        if (!std::isfinite(point.y())) continue;
        const QRectF bar = QRectF(axes.at(point.x() - half, 0), axes.at(point.x() + half, point.y())).normalized();
        const bool isThin = bar.width() < 3;  // an outline alone would fill it
        painter.setPen(isInner || isThin ? QPen(Qt::NoPen) : QPen(colour, 1));
        painter.setBrush(isInner ? colour : mixedWith(theme.card, colour, paleShare));
        painter.drawRect(bar);
    }
}

void drawMarkers(QPainter& painter, const FigureAxes& axes, const ChartSeries& series, const PlotTheme& theme) {
    const QColor colour = runColour(theme, series.identity.index);
    QPointF drawn(-1e9, -1e9);
    for (const QPointF& point : series.markers) {
        if (!std::isfinite(point.x()) || !std::isfinite(point.y())) continue;
        const QPointF place = axes.at(point.x(), point.y());
        if (std::hypot(place.x() - drawn.x(), place.y() - drawn.y()) < markerGap) continue;
        drawMarker(painter, runMarker(series.identity.index), place, markerSize, colour);
        drawn = place;
    }
}

void drawPlaces(QPainter& painter, const FigureAxes& axes, const ChartSeries& series, const PlotTheme& theme) {
    const QColor colour = runColour(theme, series.identity.index);
    for (const QPointF& point : series.points) {
        const QPointF place = axes.at(point.x(), point.y());
        painter.setPen(QPen(theme.card, 1));
        painter.setBrush(theme.card);
        painter.drawEllipse(place, placeSize / 2 + 2, placeSize / 2 + 2);
        drawMarker(painter, runMarker(series.identity.index), place, placeSize, colour);
    }
}

void drawSeries(QPainter& painter, const FigureAxes& axes, const ChartSeries& series, const PlotTheme& theme) {
    if (series.shape == ChartShape::Bars || series.shape == ChartShape::InnerBars)
        return drawBars(painter, axes, series, theme);
    if (series.shape == ChartShape::Place) return;  // above everything
    QPolygonF line;
    for (const QPointF& point : series.points)
        line.append(axes.at(point.x(), point.y()));
    const bool isPath = series.shape == ChartShape::Path;
    QPen pen(runColour(theme, series.identity.index), isPath ? 1 : 1.6, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    if (const QList<qreal> dash = runDash(series.identity.index); !isPath && !dash.isEmpty()) pen.setDashPattern(dash);
    painter.setPen(pen);
    drawLine(painter, line);
}

}  // namespace

QRectF chartArea(const QRectF& cell, ChartRoom room) {
    return cell.marginsRemoved(room == ChartRoom::Screen ? screenMargins : axesMargins);
}

PlotView fittedTo(const PlotView& wanted, const QSizeF& area, ChartScales scales) {
    if (scales == ChartScales::Free || area.width() < 1 || area.height() < 1) return wanted;
    const double unit = std::max(span(wanted.x) / area.width(), span(wanted.y) / area.height());
    return {{wanted.x.lower, wanted.x.lower + unit * area.width()},
            around((wanted.y.lower + wanted.y.upper) / 2, unit * area.height())};
}

PlotView grown(const PlotView& now, const PlotView& wanted, ChartTop top) {
    PlotView view{joined(now.x, wanted.x), joined(now.y, wanted.y)};
    if (top == ChartTop::MayCome) view.y.upper = wanted.y.upper;
    return view;
}

void drawSmallChart(QPainter& painter, const QRectF& area, const SmallChart& chart, const PlotView& view,
                    const PlotTheme& theme, ChartRoom room) {
    const FigureAxes axes{area, view.x, view.y};
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    drawShade(painter, axes, chart.shade, theme);
    drawAxes(painter, axes, {chart.titleX, room == ChartRoom::Print ? chart.titleY : QString()}, theme);
    painter.setClipRect(area.adjusted(-1, -1, 1, 1));
    if (chart.guides) drawGuides(painter, axes, chart.guides(view), theme);
    for (const ChartSeries& series : chart.series)
        drawSeries(painter, axes, series, theme);
    painter.setClipRect(area.adjusted(-5, -5, 5, 5));
    for (const ChartSeries& series : chart.series) {
        drawMarkers(painter, axes, series, theme);
        if (series.shape == ChartShape::Place) drawPlaces(painter, axes, series, theme);
    }
    painter.restore();
}

}  // namespace collapsar
