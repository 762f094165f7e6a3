// SPDX-License-Identifier: GPL-3.0-or-later
/// Turns the wheel over the middle of a plot's axes: two notches away from the user.
#pragma once

#include <qcustomplot.h>
#include <QApplication>
#include <QWheelEvent>

namespace collapsar::test {

inline void turnWheel(QWidget* plot) {
    auto* canvas = plot->findChild<QCustomPlot*>();
    const QPointF middle = canvas->axisRect()->center();
    QWheelEvent wheel(middle, canvas->mapToGlobal(middle), {}, {0, 240}, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(canvas, &wheel);
}

}  // namespace collapsar::test
