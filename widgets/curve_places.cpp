// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/curve_places.h"

namespace collapsar {
namespace {

/// `to` where `from` is `wanted`, on the straight line between the neighbours; that of the nearer end beyond them.
template <typename From, typename To>
double interpolated(const MeasurementHistory& points, double wanted, From from, To to) {
    const Measurement* before = nullptr;
    const Measurement* after = nullptr;
    for (const auto& piece : points.pieces()) {
        for (const Measurement& point : piece) {
            const double at = from(point);
            if (at <= wanted && (!before || at >= from(*before))) before = &point;
            if (at >= wanted && (!after || at < from(*after))) after = &point;
        }
    }
    if (!before && !after) return notMeasured;
    if (!before || !after) return to(before ? *before : *after);
    const double span = from(*after) - from(*before);
    const double share = span > 0 ? (wanted - from(*before)) / span : 0;
    return to(*before) + share * (to(*after) - to(*before));
}

double updateOf(const Measurement& point) {
    return static_cast<double>(point.at.update);
}

}  // namespace

double placeOf(double update, const MeasurementHistory& points, CurveAxis axis) {
    if (axis == CurveAxis::Update) return update;
    return interpolated(points, update, updateOf, [axis](const Measurement& point) { return axisValue(point, axis); });
}

double updateAt(double place, const MeasurementHistory& points, CurveAxis axis) {
    if (axis == CurveAxis::Update) return place;
    return interpolated(
        points, place, [axis](const Measurement& point) { return axisValue(point, axis); }, updateOf);
}

}  // namespace collapsar
