// SPDX-License-Identifier: GPL-3.0-or-later
/// What lies around and over the drawing of a curve plot.
#pragma once

#include "widgets/curve_plot.h"
#include "widgets/plot_overlay.h"

#include <QPoint>

namespace collapsar {

struct CurvePlot::Parts {
    QLabel* title = nullptr;
    QLabel* unit = nullptr;
    PlotReadout* readout = nullptr;
    FocusRing* focusRing = nullptr;
    QPoint pointer;            ///< on the drawing
    bool isPointed = false;    ///< the pointer is on this plot
    bool isScrubbing = false;  ///< pressed on the numbers of the x axis
    int hoveredRun = -1;
};

}  // namespace collapsar
