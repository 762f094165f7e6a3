// SPDX-License-Identifier: GPL-3.0-or-later
/// From outer updates to places on another x axis and back, by the measurements around them.
#pragma once

#include "core/report/measurement_history.h"
#include "widgets/curve_spec.h"

namespace collapsar {

/// Where an outer update lies on the axis, between the measurements around it; NaN without any. O(n).
[[nodiscard]] double placeOf(double update, const MeasurementHistory& points, CurveAxis axis);
/// The outer update at a place, in the same way.
[[nodiscard]] double updateAt(double place, const MeasurementHistory& points, CurveAxis axis);

}  // namespace collapsar
