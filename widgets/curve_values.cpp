// SPDX-License-Identifier: GPL-3.0-or-later
/// Which ranges the axes of a curve plot take, and what is out of sight.
#include "widgets/curve_scene.h"

#include "widgets/decimated_graph.h"

#include <QLocale>
#include <algorithm>
#include <cmath>
#include <limits>

namespace collapsar {
namespace {

constexpr int samples = 2048;       // of a run's values, for the range without outliers
constexpr double outlying = 0.01;   // share at either end
constexpr double sparedRoom = 0.5;  // of the middle's height, above and below
constexpr double emptyDecades = 2;  // height of a scaled axis at least
constexpr double scaledMargin = 0.06;

/// The middle of the values and half its height around it, never more than all of them.
Extent middleOf(const DecimatedGraph& line, const Extent& all) {
    const int count = line.dataCount();
    const int stride = std::max(1, count / samples);
    std::vector<double> values;
    for (int i = 0; i < count; i += stride) {
        const double value = line.data()->at(i)->value;
        if (std::isfinite(value)) values.push_back(value);
    }
    if (values.empty()) return all;
    const auto rank = static_cast<std::ptrdiff_t>(outlying * static_cast<double>(values.size() - 1));
    const auto low = values.begin() + rank;
    std::nth_element(values.begin(), low, values.end());
    const double least = *low;
    const auto high = values.end() - 1 - rank;
    std::nth_element(values.begin(), high, values.end());
    const double spare = sparedRoom * (*high - least);
    Extent middle;
    middle.add(std::max(all.least, least - spare));
    middle.add(std::min(all.greatest, *high + spare));
    return middle;
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

Extent CurveScene::extentOf(const RunCurve& curve) const {
    if (scale.kind == ScaleKind::Log) return curve.positive;
    return outliers == CurveOutliers::Clipped ? middleOf(*curve.raw, curve.y) : curve.y;
}

Extent CurveScene::verticalExtent() const {
    Extent values;
    for (const auto& [run, curve] : runs)
        if (isDrawn(curve)) values.add(extentOf(curve));
    for (const auto& [group, band] : bands) {
        for (const CurveBandPoint& point : band.band.points)
            for (const double value : {point.lower, point.upper})
                if (std::isfinite(scale.place(value))) values.add(value);
    }
    Extent places;
    places.add(scale.place(values.isEmpty ? notMeasured : values.least));
    places.add(scale.place(values.isEmpty ? notMeasured : values.greatest));
    return places;
}

PlotRange CurveScene::roomFor(const Extent& places) const {
    if (places.isEmpty || scale.kind == ScaleKind::Linear) return roomAround(places);
    const double height = places.greatest - places.least;
    const double span = std::max(height, emptyDecades);
    const double spare = (span - height) / 2 + scaledMargin * span;
    return {places.least - spare, places.greatest + spare};
}

Extent CurveScene::horizontalExtent() const {
    Extent x;
    for (const auto& [run, curve] : runs)
        if (isDrawn(curve) || curve.isMember) x.add(curve.x);
    return x;
}

PlotView CurveScene::grownTarget() const {
    const Extent x = horizontalExtent();
    const Extent y = verticalExtent();
    PlotView target = navigation->target();
    if (y.isEmpty) return target;
    target.x.upper = std::max({target.x.upper, smallestX(), roundedUp(x.greatest)});
    if (x.least < target.x.lower) target.x.lower = x.least;
    const bool isUntouched = target.y == PlotRange{0, 1};
    if (isUntouched) target.y = roomFor(y);
    if (y.least < target.y.lower || y.greatest > target.y.upper) target.y = joined(target.y, roomFor(y));
    return target;
}

PlotView CurveScene::fittedView() const {
    const Extent x = horizontalExtent();
    const Extent y = verticalExtent();
    if (y.isEmpty) return {{0, smallestX()}, {0, 1}};
    const double end = x.greatest > 0 ? x.greatest : smallestX();
    return {{std::min(0.0, x.least), end}, roomFor(y)};
}

QStringList CurveScene::remarks() const {
    QStringList words;
    if (!scale.words().isEmpty()) words << scale.words();
    int hidden = 0;
    int beyond = 0;
    const PlotView view = navigation->view();
    const QCPRange keys(view.x.lower, view.x.upper);
    const double lowest =
        scale.kind == ScaleKind::Log ? -std::numeric_limits<double>::max() : scale.value(view.y.lower);
    const QCPRange values(lowest, scale.value(view.y.upper));
    for (const auto& [run, curve] : runs) {
        if (!isDrawn(curve)) continue;
        if (scale.kind == ScaleKind::Log) hidden += curve.notPositive;
        if (outliers == CurveOutliers::Clipped) beyond += curve.raw->countOutside(keys, values);
    }
    if (hidden > 0) words << tr("%n values not above 0", nullptr, hidden);
    if (outliers == CurveOutliers::Clipped) words << tr("%n points beyond", nullptr, beyond);
    return words;
}

}  // namespace collapsar
