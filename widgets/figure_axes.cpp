// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure_axes.h"

#include "widgets/plot_ticker.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>
#include <cmath>
#include <numbers>

namespace collapsar {
namespace {

constexpr double spaceX = 40;  // between ticks, at least about
constexpr double spaceY = 27;
constexpr int tickHeight = 10;
constexpr int titleHeight = 11;
constexpr int sampleWidth = 34;  // of a run's line in a legend

QFont nameFont() {
    return figureFont(11, QFont::DemiBold);
}

double span(const PlotRange& range) {
    return range.upper - range.lower;
}

/// 1, 2 or 5 times a power of ten, so that about `count` of them fill the range.
double tickStep(const PlotRange& range, double count) {
    const double rough = span(range) / std::max(1.0, count);
    if (!(rough > 0) || !std::isfinite(rough)) return 0;
    const double power = std::pow(10, std::floor(std::log10(rough)));
    for (const double mantissa : {1.0, 2.0, 5.0})
        if (mantissa * power >= rough) return mantissa * power;
    return 10 * power;
}

template <class Draw>
void forEachTick(const PlotRange& range, double step, Draw draw) {
    if (step <= 0) return;
    const double slack = 1e-9 * span(range);
    for (double tick = std::ceil((range.lower - slack) / step) * step; tick <= range.upper + slack; tick += step)
        draw(std::abs(tick) < 1e-6 * step ? 0.0 : tick);
}

void drawTicks(QPainter& painter, const FigureAxes& axes, const PlotTheme& theme) {
    const QRectF& area = axes.area;
    const double stepX = tickStep(axes.x, area.width() / spaceX);
    const double stepY = axes.x == axes.y ? stepX : tickStep(axes.y, area.height() / spaceY);
    const QLocale locale;
    painter.setFont(figureFont(tickHeight));
    const auto pens = [&](double tick) { painter.setPen(QPen(tick == 0 ? theme.axis : theme.grid, 1)); };
    forEachTick(axes.x, stepX, [&](double tick) {
        const double x = axes.at(tick, 0).x();
        pens(tick);
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
        painter.setPen(theme.secondary);
        painter.drawText(QRectF(x - 40, area.bottom() + 4, 80, 14), Qt::AlignHCenter | Qt::AlignTop,
                         tickLabel(tick, stepX, locale));
    });
    forEachTick(axes.y, stepY, [&](double tick) {
        const double y = axes.at(0, tick).y();
        pens(tick);
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        painter.setPen(theme.secondary);
        painter.drawText(QRectF(area.left() - 65, y - 7, 60, 14), Qt::AlignRight | Qt::AlignVCenter,
                         tickLabel(tick, stepY, locale));
    });
}

QPolygonF triangle(const QPointF& centre, double radius, double up) {
    return QPolygonF{centre + QPointF(0, -up * radius), centre + QPointF(0.87 * radius, up * 0.6 * radius),
                     centre + QPointF(-0.87 * radius, up * 0.6 * radius)};
}

/// Lines through the centre, for cross, plus and star.
void drawSpokes(QPainter& painter, const QPointF& centre, double radius, std::initializer_list<double> degrees) {
    for (const double angle : degrees) {
        const double radians = angle / 180 * std::numbers::pi;
        const QPointF arm(radius * std::cos(radians), radius * std::sin(radians));
        painter.drawLine(centre - arm, centre + arm);
    }
}

}  // namespace

QPointF FigureAxes::at(double valueX, double valueY) const {
    return {area.left() + (valueX - x.lower) / span(x) * area.width(),
            area.bottom() - (valueY - y.lower) / span(y) * area.height()};
}

QFont figureFont(int height, QFont::Weight weight) {
    QFont font;
    font.setPixelSize(height);
    font.setWeight(weight);
    return font;
}

void drawAxes(QPainter& painter, const FigureAxes& axes, const AxisTitles& titles, const PlotTheme& theme) {
    const QRectF& area = axes.area;
    painter.save();
    painter.setBrush(Qt::NoBrush);
    drawTicks(painter, axes, theme);
    painter.setPen(QPen(theme.line, 1));
    painter.drawRect(area);
    painter.setPen(theme.text);
    painter.setFont(figureFont(titleHeight));
    painter.drawText(QRectF(area.left() - 40, area.bottom() + 19, area.width() + 80, 15), Qt::AlignCenter, titles.x);
    painter.translate(area.left() - 36, area.center().y());
    painter.rotate(-90);
    painter.drawText(QRectF(-area.height() / 2 - 40, -8, area.height() + 80, 15), Qt::AlignCenter, titles.y);
    painter.restore();
}

void drawMarker(QPainter& painter, RunMarker marker, const QPointF& centre, double size, const QColor& colour) {
    const double radius = size / 2;
    const bool isLines = marker == RunMarker::Cross || marker == RunMarker::Plus || marker == RunMarker::Star;
    painter.setPen(isLines ? QPen(colour, size / 5) : QPen(Qt::NoPen));
    painter.setBrush(colour);
    switch (marker) {
        case RunMarker::Disc:
            painter.drawEllipse(centre, radius, radius);
            break;
        case RunMarker::Square:
            painter.drawRect(QRectF(centre - QPointF(0.85, 0.85) * radius, QSizeF(1.7, 1.7) * radius));
            break;
        case RunMarker::Triangle:
            painter.drawPolygon(triangle(centre, 1.15 * radius, 1));
            break;
        case RunMarker::Diamond:
            painter.drawPolygon(QPolygonF{centre + QPointF(0, -1.2 * radius), centre + QPointF(1.2 * radius, 0),
                                          centre + QPointF(0, 1.2 * radius), centre + QPointF(-1.2 * radius, 0)});
            break;
        case RunMarker::InvertedTriangle:
            painter.drawPolygon(triangle(centre, 1.15 * radius, -1));
            break;
        case RunMarker::Cross:
            drawSpokes(painter, centre, radius, {45, 135});
            break;
        case RunMarker::Plus:
            drawSpokes(painter, centre, radius, {0, 90});
            break;
        case RunMarker::Star:
            drawSpokes(painter, centre, radius, {0, 60, 120});
            break;
    }
}

void drawRunName(QPainter& painter, const QPointF& topLeft, const RunIdentity& run, const PlotTheme& theme) {
    painter.save();
    painter.setPen(Qt::NoPen);
    painter.setBrush(runColour(theme, run.index));
    painter.drawRoundedRect(QRectF(topLeft + QPointF(0, 4), QSizeF(9, 9)), 2, 2);
    painter.setBrush(Qt::NoBrush);
    painter.setFont(nameFont());
    painter.setPen(theme.text);
    painter.drawText(QRectF(topLeft + QPointF(14, 0), QSizeF(runNameWidth(run), runNameHeight)),
                     Qt::AlignLeft | Qt::AlignVCenter, run.name);
    painter.restore();
}

void drawRunKey(QPainter& painter, const QPointF& topLeft, const RunIdentity& run, const PlotTheme& theme) {
    painter.save();
    const QColor colour = runColour(theme, run.index);
    const double y = topLeft.y() + runNameHeight / 2.0;
    QPen pen(colour, 1.6);
    if (const QList<qreal> dash = runDash(run.index); !dash.isEmpty()) pen.setDashPattern(dash);
    painter.setPen(pen);
    painter.drawLine(QPointF(topLeft.x(), y), QPointF(topLeft.x() + sampleWidth - 6, y));
    drawMarker(painter, runMarker(run.index), {topLeft.x() + (sampleWidth - 6) / 2.0, y}, 6, colour);
    painter.restore();
    drawRunName(painter, topLeft + QPointF(sampleWidth, 0), run, theme);
}

int runNameWidth(const RunIdentity& run) {
    return 30 + static_cast<int>(std::ceil(QFontMetricsF(nameFont()).horizontalAdvance(run.name)));
}

int runKeyWidth(const RunIdentity& run) {
    return sampleWidth + runNameWidth(run);
}

void drawLine(QPainter& painter, const QPolygonF& points) {
    QPolygonF piece;
    painter.setBrush(Qt::NoBrush);
    const auto flush = [&] {
        if (piece.size() > 1) painter.drawPolyline(piece);
        piece.clear();
    };
    for (const QPointF& point : points) {
        if (std::isfinite(point.x()) && std::isfinite(point.y()))
            piece.append(point);
        else
            flush();
    }
    flush();
}

}  // namespace collapsar
