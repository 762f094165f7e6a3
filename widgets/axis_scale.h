// SPDX-License-Identifier: GPL-3.0-or-later
/// How values are laid out along an axis. The axis itself stays linear in "places"; values are transformed to places
/// when they are drawn, so that panning, zooming and decimation are those of a linear axis.
#pragma once

#include <QString>

class QCPAxis;

namespace collapsar {

enum class ScaleKind { Linear, Log, Symlog };

struct AxisScale {
    ScaleKind kind = ScaleKind::Linear;
    /// Symlog: linear within +-threshold (one unit of places), one unit a decade beyond. A power of ten.
    double threshold = 0.01;

    /// Strictly increasing. NaN where the scale has no place: values <= 0 on a log scale.
    [[nodiscard]] double place(double value) const;
    /// The inverse.
    [[nodiscard]] double value(double place) const;
    /// "log", "symlog, linear within +-0.01"; empty when linear.
    [[nodiscard]] QString words() const;

    bool operator==(const AxisScale&) const = default;
};

/// Ticks of an axis whose coordinates are places of the scale: decades with whole steps between them, or round values
/// where less than two decades are in sight. About `count` of them.
void setScaledTicks(QCPAxis& axis, int count, const AxisScale& scale);

}  // namespace collapsar
