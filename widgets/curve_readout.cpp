// SPDX-License-Identifier: GPL-3.0-or-later
/// What a curve plot says about its values: the value box, the header, the summary, and which line is pointed at.
#include "widgets/curve_scene.h"

#include "widgets/decimated_graph.h"

#include <QLocale>
#include <algorithm>
#include <cmath>

namespace collapsar {
namespace {

constexpr std::size_t longestReadout = 6;  // rows
constexpr int shortestReadout = 3;

QString placeText(CurveAxis axis) {
    switch (axis) {
        case CurveAxis::EncoderUpdates:
            return QCoreApplication::translate("CurveSpec", "encoder update %1");
        case CurveAxis::Epoch:
            return QCoreApplication::translate("CurveSpec", "epoch %1");
        case CurveAxis::Seconds:
            return QCoreApplication::translate("CurveSpec", "%1 seconds");
        case CurveAxis::Update:
            break;
    }
    return QCoreApplication::translate("CurveSpec", "update %1");
}

QString valueText(double value, CurveValues values) {
    if (!std::isfinite(value)) return QStringLiteral("\u2013");
    if (values == CurveValues::Integer) return QLocale().toString(std::round(value), 'f', 0);
    const double size = std::abs(value);
    if (size > 0 && size < 0.001) return QLocale().toString(value, 'e', 1);
    return QLocale().toString(value, 'f', size >= 100 ? 1 : size >= 10 ? 2 : 3);
}

/// The point nearest to x; null without any.
const QCPGraphData* nearestPoint(const QCPGraph& graph, double x) {
    if (graph.data()->isEmpty()) return nullptr;
    auto after = graph.data()->findBegin(x, false);
    if (after == graph.data()->constEnd()) return &*(after - 1);
    if (after != graph.data()->constBegin() && x - (after - 1)->key <= after->key - x) --after;
    return &*after;
}

double nearestValue(const QCPGraph& graph, double x) {
    const QCPGraphData* point = nearestPoint(graph, x);
    return point ? point->value : notMeasured;
}

QString chip(const QColor& colour) {
    return QStringLiteral("<span style='color:%1'>\u25a0</span>&nbsp;").arg(colour.name());
}

double lastFinite(const QCPGraph& graph) {
    for (int i = graph.dataCount() - 1; i >= 0; --i)
        if (std::isfinite(graph.data()->at(i)->value)) return graph.data()->at(i)->value;
    return notMeasured;
}

struct ReadoutRow {
    QColor colour;
    QString name, value, raw;
    double distance = 0;  ///< from the pointer, pixels
};

QString html(const ReadoutRow& row) {
    const QString raw =
        row.raw.isEmpty() ? QString() : QStringLiteral("<td align='right'>&nbsp;&nbsp;%1</td>").arg(row.raw);
    return QStringLiteral("<tr><td>%1%2&nbsp;&nbsp;</td><td align='right'><b>%3</b></td>%4</tr>")
        .arg(chip(row.colour), row.name.toHtmlEscaped(), row.value, raw);
}

}  // namespace

/// Vertical distance of a value from a pixel; very far where it is not drawn.
double CurveScene::pixelsFrom(double value, double pixel) const {
    const double place = scale.place(value);
    return std::isfinite(place) ? std::abs(plot->yAxis->coordToPixel(place) - pixel) : 1e9;
}

QString CurveScene::readout(double x, double pixel, double reach) const {
    std::vector<ReadoutRow> rows;
    const bool isSmoothed = smoothingInUse() > 0;
    for (const auto& [group, band] : bands) {
        const auto& points = band.band.points;
        const QCPGraphData* at = nearestPoint(*band.centre, x);
        if (!at) continue;
        const auto index = static_cast<std::size_t>(at - &*band.centre->data()->constBegin());
        const CurveBandPoint& point = points[index];
        const QString range = tr("%1 to %2, %n runs", nullptr, point.count)
                                  .arg(valueText(point.lower, spec.values), valueText(point.upper, spec.values));
        rows.push_back({runColour(theme, band.band.identity.index), band.band.identity.name,
                        valueText(point.centre, spec.values), range, pixelsFrom(point.centre, pixel)});
    }
    for (const auto& [run, curve] : runs) {
        if (!isDrawn(curve) || curve.raw->data()->isEmpty() || x < curve.raw->drawnFrom()) continue;
        const double raw = nearestValue(*curve.raw, x);
        const double value = nearestValue(mainLine(curve), x);
        rows.push_back({runColour(theme, curve.identity.index), curve.identity.name, valueText(value, spec.values),
                        isSmoothed ? valueText(raw, spec.values) : QString(), pixelsFrom(value, pixel)});
    }
    std::ranges::stable_sort(rows, {}, &ReadoutRow::distance);
    QString table;
    for (std::size_t i = 0; i < std::min(rows.size(), longestReadout); ++i)
        table += html(rows[i]);
    const int left = static_cast<int>(rows.size()) - static_cast<int>(longestReadout);
    const QString more = left > 0 ? QStringLiteral("<div>%1</div>").arg(tr("and %n more", nullptr, left)) : QString();
    const QString marks = markText(x, reach);
    if (table.isEmpty() && marks.isEmpty()) return {};
    const int digits = axis == CurveAxis::Epoch ? 2 : axis == CurveAxis::Seconds ? 1 : 0;
    QString place = placeText(axis).arg(QLocale().toString(x, 'f', digits)).toHtmlEscaped();
    if (isSmoothed) place += QStringLiteral(" &nbsp;\u00b7&nbsp; ") + tr("smoothed, raw");
    return QStringLiteral("<div>%1</div><table cellspacing='0'>%2</table>%3%4").arg(place, table, more, marks);
}

QString CurveScene::markText(double x, double reach) const {
    QString marks;
    for (const auto& [run, curve] : runs)
        for (const CurveMark& mark : curve.marks)
            if (curve.isShown && std::abs(plot->xAxis->coordToPixel(mark.x) - plot->xAxis->coordToPixel(x)) <= reach)
                marks += QStringLiteral("<div>%1%2</div>")
                             .arg(chip(runColour(theme, curve.identity.index)), mark.text.toHtmlEscaped());
    return marks;
}

QString CurveScene::shortReadout(double x) const {
    QStringList parts;
    const auto add = [&](const RunIdentity& identity, double value) {
        if (parts.size() >= shortestReadout) return;
        const bool isSmall = std::abs(value) > 0 && std::abs(value) < 0.005;
        const QString text = std::isfinite(value) && spec.values == CurveValues::Real && !isSmall
                                 ? QLocale().toString(value, 'f', std::abs(value) >= 100 ? 0 : 2)
                                 : valueText(value, spec.values);
        parts << chip(runColour(theme, identity.index)) + text;
    };
    for (const auto& [group, band] : bands)
        if (!band.centre->data()->isEmpty()) add(band.band.identity, nearestValue(*band.centre, x));
    for (const auto& [run, curve] : runs)
        if (isDrawn(curve) && !curve.isMember && !curve.raw->data()->isEmpty() && x >= curve.raw->drawnFrom())
            add(curve.identity, nearestValue(mainLine(curve), x));
    return parts.join(QStringLiteral("&nbsp; "));
}

QString CurveScene::summary() const {
    QStringList parts;
    for (const auto& [run, curve] : runs) {
        if (!isDrawn(curve)) continue;
        const double last = lastFinite(*curve.raw);
        if (std::isfinite(last))
            parts << tr("%1 %2").arg(curve.identity.name, valueText(last, spec.values));
        else
            parts << tr("%1 not measured yet").arg(curve.identity.name);
    }
    return tr("%1, %2, latest: %3").arg(spec.title, spec.unit, parts.join(QStringLiteral("; ")));
}

/// Lines are taken as the band between their extremes around the pointer; of several that hold it the nearest value.
int CurveScene::runAt(const QPointF& position, double reach) const {
    const double left = plot->xAxis->pixelToCoord(position.x() - reach);
    const double right = plot->xAxis->pixelToCoord(position.x() + reach);
    const double x = plot->xAxis->pixelToCoord(position.x());
    int nearest = -1;
    double least = 1e9;
    for (const auto& [run, curve] : runs) {
        const DecimatedGraph& line = mainLine(curve);
        if (!isDrawn(curve) || line.data()->isEmpty() || x < line.drawnFrom()) continue;
        if (right < curve.x.least || left > curve.x.greatest) continue;
        DecimatedGraph::Extremes near = line.extremesBetween(left, right);
        near.add(line.valueAt(x));
        if (near.isEmpty()) continue;
        const double top = plot->yAxis->coordToPixel(scale.place(near.greatest));
        const double bottom = plot->yAxis->coordToPixel(scale.place(near.least));
        if (position.y() < top - reach || position.y() > bottom + reach) continue;
        const double distance = pixelsFrom(line.valueAt(x), position.y());
        if (distance < least || nearest < 0) nearest = run;
        least = std::min(least, distance);
    }
    return nearest;
}

}  // namespace collapsar
