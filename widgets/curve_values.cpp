// SPDX-License-Identifier: GPL-3.0-or-later
/// What a curve plot knows about its values: ranges, the value box and the summary in words.
#include "widgets/curve_scene.h"

#include "widgets/decimated_graph.h"

#include <QLocale>
#include <algorithm>
#include <cmath>

namespace collapsar {
namespace {

constexpr std::size_t longestReadout = 8;  // rows
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
    return QLocale().toString(value, 'f', size >= 100 ? 1 : size >= 10 ? 2 : 3);
}

/// The drawn value nearest to x, NaN without any.
double nearestValue(const QCPGraph& graph, double x) {
    if (graph.data()->isEmpty()) return notMeasured;
    auto after = graph.data()->findBegin(x, false);
    if (after == graph.data()->constEnd()) return (after - 1)->value;
    if (after != graph.data()->constBegin() && x - (after - 1)->key <= after->key - x) --after;
    return after->value;
}

QString chip(const QColor& colour) {
    return QStringLiteral("<span style='color:%1'>\u25a0</span>&nbsp;").arg(colour.name());
}

double lastFinite(const QCPGraph& graph) {
    for (int i = graph.dataCount() - 1; i >= 0; --i)
        if (std::isfinite(graph.data()->at(i)->value)) return graph.data()->at(i)->value;
    return notMeasured;
}

}  // namespace

double CurveScene::smallestX() const {
    switch (axis) {
        case CurveAxis::Epoch:
            return 1;
        case CurveAxis::Seconds:
            return 10;
        default:
            return 100;
    }
}

void CurveScene::resetRanges() {
    const PlotView view{{0, smallestX()}, {0, 1}};
    navigation->setTarget(view);
    if (navigation->isFollowing()) navigation->jumpTo(view);
}

PlotView CurveScene::grownTarget() const {
    Extent x;
    Extent y;
    for (const auto& [run, curve] : runs) {
        x.add(curve.x);
        y.add(curve.y);
    }
    PlotView target = navigation->target();
    if (y.isEmpty) return target;
    target.x.upper = std::max({target.x.upper, smallestX(), roundedUp(x.greatest)});
    if (x.least < target.x.lower) target.x.lower = x.least;
    const bool isUntouched = target.y == PlotRange{0, 1};
    if (isUntouched) target.y = roomAround(y);
    if (y.least < target.y.lower || y.greatest > target.y.upper) target.y = joined(target.y, roomAround(y));
    return target;
}

PlotView CurveScene::fittedView() const {
    Extent x;
    Extent y;
    for (const auto& [run, curve] : runs) {
        x.add(curve.x);
        y.add(curve.y);
    }
    if (y.isEmpty) return {{0, smallestX()}, {0, 1}};
    const double end = x.greatest > 0 ? x.greatest : smallestX();
    return {{std::min(0.0, x.least), end}, roomAround(y)};
}

QString CurveScene::readout(double x, double reach) const {
    QString html;
    std::size_t rows = 0;
    for (const auto& [run, curve] : runs) {
        const QCPGraph& line = *curve.raw;
        if (line.data()->isEmpty() || ++rows > longestReadout) continue;
        const double raw = nearestValue(line, x);
        QString value = valueText(raw, spec.values);
        if (smoothingInUse() > 0 && !curve.smooth->data()->isEmpty())
            value = tr("%1 (raw %2)").arg(valueText(nearestValue(*curve.smooth, x), spec.values), value);
        html += QStringLiteral("<tr><td>%1%2&nbsp;&nbsp;</td><td align='right'><b>%3</b></td></tr>")
                    .arg(chip(runColour(theme, curve.identity.index)), curve.identity.name.toHtmlEscaped(), value);
    }
    QString marks;
    for (const auto& [run, curve] : runs)
        for (const CurveMark& mark : curve.marks)
            if (std::abs(plot->xAxis->coordToPixel(mark.x) - plot->xAxis->coordToPixel(x)) <= reach)
                marks += QStringLiteral("<div>%1%2</div>")
                             .arg(chip(runColour(theme, curve.identity.index)), mark.text.toHtmlEscaped());
    if (html.isEmpty() && marks.isEmpty()) return {};
    const int digits = axis == CurveAxis::Epoch ? 2 : axis == CurveAxis::Seconds ? 1 : 0;
    const QString place = placeText(axis).arg(QLocale().toString(x, 'f', digits));
    return QStringLiteral("<div>%1</div><table cellspacing='0'>%2</table>%3").arg(place.toHtmlEscaped(), html, marks);
}

QString CurveScene::shortReadout(double x) const {
    QStringList parts;
    for (const auto& [run, curve] : runs) {
        if (curve.raw->data()->isEmpty() || parts.size() >= shortestReadout) continue;
        const bool isSmoothed = smoothingInUse() > 0 && !curve.smooth->data()->isEmpty();
        const double value = nearestValue(isSmoothed ? *curve.smooth : *curve.raw, x);
        const QString text = std::isfinite(value) && spec.values == CurveValues::Real
                                 ? QLocale().toString(value, 'f', std::abs(value) >= 100 ? 0 : 2)
                                 : valueText(value, spec.values);
        parts << chip(runColour(theme, curve.identity.index)) + text;
    }
    return parts.join(QStringLiteral("&nbsp; "));
}

QString CurveScene::summary() const {
    QStringList parts;
    for (const auto& [run, curve] : runs) {
        const double last = lastFinite(*curve.raw);
        if (std::isfinite(last))
            parts << tr("%1 %2").arg(curve.identity.name, valueText(last, spec.values));
        else
            parts << tr("%1 not measured yet").arg(curve.identity.name);
    }
    return tr("%1, %2, latest: %3").arg(spec.title, spec.unit, parts.join(QStringLiteral("; ")));
}

}  // namespace collapsar
