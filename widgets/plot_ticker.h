// SPDX-License-Identifier: GPL-3.0-or-later
/// Ticks with labels people read: digits by step and locale, no minus zero, no exponents in sight of the data.
#pragma once

#include <QLocale>
#include <QString>

class QCPAxis;

namespace collapsar {

enum class TickValues { Real, Integer };

/// A value rounded to the digits that a step of this size needs: 0.25 has two, 500 none.
[[nodiscard]] QString tickLabel(double value, double step, const QLocale& locale);

/// Gives the axis our ticker with about `count` ticks.
void setTicks(QCPAxis& axis, int count, TickValues values);

}  // namespace collapsar
