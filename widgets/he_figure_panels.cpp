// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/he_figure_panels.h"

#include "widgets/curve_painter.h"
#include "widgets/display_text.h"
#include "widgets/figure_layout.h"
#include "widgets/he_figures.h"
#include "widgets/mean_space_painter.h"

#include <QPainter>
#include <algorithm>
#include <cmath>
#include <limits>

namespace collapsar {
namespace {

constexpr double columnTitle = 16;
constexpr double titleRoom = 16;  // for the words below an axis
constexpr double arrowLength = 5;
constexpr double shortestArrowed = 9;  // a shorter step has no head
constexpr double epochsFrom = 3;       // runs longer than this many epochs are drawn over epochs

enum class EpochAxis { Updates, Epochs };

QString words(const char* text) {
    return QCoreApplication::translate("collapsar::HeFigureSource", text);
}

AxisTitles spaceTitles() {
    return {words(QT_TRANSLATE_NOOP("collapsar::HeFigureSource", "mean of true posterior")),
            words(QT_TRANSLATE_NOOP("collapsar::HeFigureSource", "mean of approximate posterior"))};
}

void drawHeading(QPainter& painter, const QRectF& place, const QString& text) {
    painter.setFont(figureFont(10));
    painter.setPen(lightTheme().secondary);
    painter.drawText(place, Qt::AlignCenter, text);
}

void drawPicture(QPainter& painter, const QRectF& cell, const FigureRun& run, std::int64_t update,
                 const MeanSpaceLook& look) {
    const FigureAxes axes = squareAxes(cell.adjusted(0, columnTitle, 0, 0), {-look.reach, look.reach});
    const SnapshotPointer picture = pictureFor(run, update);
    drawSpace(painter, axes, look);
    const QRectF heading(axes.area.left() - 20, axes.area.top() - columnTitle, axes.area.width() + 40, columnTitle);
    drawHeading(painter, heading,
                words(QT_TRANSLATE_NOOP("collapsar::HeFigureSource", "update %1"))
                    .arg(countText(picture ? picture->values.at.update : update)));
    if (picture)
        drawMeans(painter, axes, *picture, runColour(look.theme, run.identity.index), look.pointSize);
    else
        drawAbsence(painter, axes, words(QT_TRANSLATE_NOOP("collapsar::HeFigureSource", "no picture near this update")),
                    look.theme);
}

double sharedReach(const std::vector<FigureRun>& runs, const std::vector<std::int64_t>& updates) {
    std::vector<FigureRun> shown(1);
    for (const FigureRun& run : runs)
        for (const std::int64_t update : updates)
            if (const SnapshotPointer picture = pictureFor(run, update)) shown[0].snapshots.push_back(picture);
    return roundedReach(reachOf(shown, {0, std::numeric_limits<std::int64_t>::max()}));
}

/// The smallest square range with both ways and the origin in it.
PlotRange rangeOf(const std::vector<PosteriorPath>& ways) {
    double lower = 0;
    double upper = 0;
    for (const PosteriorPath& way : ways)
        for (const PathPoint& point : way) {
            lower = std::min({lower, point.x, point.y});
            upper = std::max({upper, point.x, point.y});
        }
    const double margin = std::max(0.08 * (upper - lower), 0.005);
    return {lower - margin, upper + margin};
}

void drawArrow(QPainter& painter, const QPointF& from, const QPointF& to) {
    const QPointF step = to - from;
    const double length = std::hypot(step.x(), step.y());
    if (length < shortestArrowed) return;
    const QPointF along = step / length;
    const QPointF across(-along.y(), along.x());
    painter.drawPolygon(QPolygonF{to, to - arrowLength * along + 0.45 * arrowLength * across,
                                  to - arrowLength * along - 0.45 * arrowLength * across});
}

void drawWay(QPainter& painter, const FigureAxes& axes, const PosteriorPath& way, int index) {
    QPolygonF corners;
    for (const PathPoint& point : way)
        corners.append(axes.at(point.x, point.y));
    const QColor colour = runColour(lightTheme(), index);
    painter.setPen(QPen(colour, 1.1, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    drawLine(painter, corners);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    for (int i = 1; i < corners.size(); ++i)
        drawArrow(painter, corners[i - 1], corners[i]);
    painter.setBrush(Qt::white);
    painter.setPen(QPen(lightTheme().text, 1.2));
    painter.drawEllipse(corners.front(), 3, 3);
    painter.setBrush(lightTheme().text);
    painter.drawEllipse(corners.back(), 3, 3);
    painter.setBrush(Qt::NoBrush);
}

void drawTrajectory(QPainter& painter, const QRectF& cell, const FigureRun& run, const PosteriorPath& way,
                    const PlotRange& range) {
    const MeanSpaceLook look{.theme = lightTheme(), .words = SpaceWords::None, .titles = spaceTitles()};
    const FigureAxes axes = squareAxes(cell.adjusted(0, runNameHeight, 0, 0), range);
    drawRunName(painter, {axes.area.left(), axes.area.top() - runNameHeight - 2}, run.identity, look.theme);
    drawSpace(painter, axes, look);
    if (way.empty())
        drawAbsence(painter, axes,
                    words(QT_TRANSLATE_NOOP("collapsar::HeFigureSource", "no true posterior means here")), look.theme);
    else
        drawWay(painter, axes, way, run.identity.index);
}

QString axisTitle(EpochAxis axis) {
    return QCoreApplication::translate("CurveSpec", axis == EpochAxis::Epochs ? "epochs" : "updates");
}

EpochAxis axisFor(const std::vector<FigureRun>& runs) {
    double epochs = 0;
    for (const FigureRun& run : runs)
        for (const InformationPoint& point : informationOf(run, Information::Kl))
            epochs = std::max(epochs, point.epoch);
    return epochs >= epochsFrom ? EpochAxis::Epochs : EpochAxis::Updates;
}

PaintedCurve curveOf(const FigureRun& run, Information quantity, EpochAxis axis, std::int64_t last) {
    PaintedCurve curve{.identity = run.identity, .line = {}, .markers = {}};
    for (const InformationPoint& point : informationOf(run, quantity)) {
        if (point.update > static_cast<double>(last)) continue;
        const QPointF place(axis == EpochAxis::Epochs ? point.epoch : point.update, point.value);
        curve.line.append(place);
        if (point.isScheduled) curve.markers.append(place);
    }
    return curve;
}

}  // namespace

void drawMeanSpaces(QPainter& painter, const QRectF& area, const std::vector<FigureRun>& runs,
                    const std::vector<std::int64_t>& updates) {
    MeanSpaceLook look{.theme = lightTheme(),
                       .reach = sharedReach(runs, updates),
                       .pointSize = 2.8,
                       .words = SpaceWords::None,
                       .titles = {}};
    const double width = area.width() / static_cast<double>(updates.size());
    const double height = (area.height() - titleRoom) / static_cast<double>(runs.size());
    for (std::size_t row = 0; row < runs.size(); ++row) {
        const double top = area.top() + static_cast<double>(row) * height;
        const bool isLast = row + 1 == runs.size();
        drawRunName(painter, {area.left(), top}, runs[row].identity, look.theme);
        for (std::size_t column = 0; column < updates.size(); ++column) {
            look.titles = spaceTitles();
            if (column > 0) look.titles.y.clear();
            if (!isLast) look.titles.x.clear();
            // A row's room for the title below lies in the next row, where there is none.
            const QRectF cell(area.left() + static_cast<double>(column) * width, top + runNameHeight - 4, width,
                              height - runNameHeight + 4 + titleRoom);
            drawPicture(painter, cell, runs[row], updates[column], look);
        }
    }
}

void drawTrajectories(QPainter& painter, const QRectF& area, const std::vector<FigureRun>& runs, int probe,
                      const UpdateSpan& span) {
    std::vector<PosteriorPath> ways;
    for (const FigureRun& run : runs)
        ways.push_back(wayOfExample(run, probe, span).corners);
    const PlotRange range = rangeOf(ways);
    const std::vector<QRect> cells =
        figureCells(area.toAlignedRect(), std::vector<FigureShape>(runs.size(), FigureShape::Square));
    for (std::size_t i = 0; i < runs.size(); ++i)
        drawTrajectory(painter, QRectF(cells[i]), runs[i], ways[i], range);
}

void drawInformation(QPainter& painter, const QRectF& area, const std::vector<FigureRun>& runs, std::int64_t last) {
    const std::pair<Information, const char*> panels[] = {
        {Information::Kl, QT_TRANSLATE_NOOP("collapsar::HeFigureSource", "KL(q(z|x) || p(z))")},
        {Information::MutualInformation, QT_TRANSLATE_NOOP("collapsar::HeFigureSource", "Mutual information")},
        {Information::AggregateKl, QT_TRANSLATE_NOOP("collapsar::HeFigureSource", "Aggregate KL, as KL - MI")}};
    const EpochAxis axis = axisFor(runs);
    std::vector<std::vector<PaintedCurve>> curves;
    Extent values;
    for (const auto& [quantity, title] : panels) {
        curves.emplace_back();
        for (const FigureRun& run : runs) {
            curves.back().push_back(curveOf(run, quantity, axis, last));
            for (const QPointF& point : curves.back().back().line)
                values.add(point.y());
        }
    }
    const double width = area.width() / 3;
    for (int panel = 0; panel < 3; ++panel) {
        const auto at = static_cast<std::size_t>(panel);
        const CurvePanelLook look{
            .theme = lightTheme(),
            .title = words(panels[at].second),
            .titles = {axisTitle(axis),
                       panel == 0 ? words(QT_TRANSLATE_NOOP("collapsar::HeFigureSource", "nats")) : QString()},
            .x = {},
            .y = roomAround(values)};
        drawCurvePanel(painter, QRectF(area.left() + panel * width, area.top(), width, area.height()), curves[at],
                       look);
    }
}

}  // namespace collapsar
