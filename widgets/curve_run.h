// SPDX-License-Identifier: GPL-3.0-or-later
/// The lines of one run, or of one group of runs, in a curve plot.
#pragma once

#include "widgets/curve_range.h"
#include "widgets/curve_smoothing.h"
#include "widgets/curve_spec.h"

#include <QString>
#include <array>
#include <vector>

class QCPItemStraightLine;

namespace collapsar {

class DecimatedGraph;

struct CurveMark {
    double x = 0;
    QString text;
    QCPItemStraightLine* line = nullptr;
};

struct RunCurve {
    RunIdentity identity;
    CurveStyle style = CurveStyle::Run;
    CurveFork fork;
    bool isShown = true;
    bool isMember = false;  ///< of a band
    DecimatedGraph* raw = nullptr;
    DecimatedGraph* smooth = nullptr;  ///< while smoothing: as many points as raw, at the same places
    DecimatedGraph* scheduled = nullptr;
    DebiasedMean mean;                ///< after the last point
    std::vector<DebiasedMean> means;  ///< before every meanStretch-th point, so that a late one costs a stretch
    std::array<bool, 3> hasValue{};   ///< by MeasurementKind: did it ever carry this column
    Extent x;
    Extent y;
    Extent positive;      ///< of the values above zero
    int notPositive = 0;  ///< finite values that a log scale has no place for
    std::vector<CurveMark> marks;
};

struct BandCurve {
    CurveBand band;
    DecimatedGraph* centre = nullptr;
    DecimatedGraph* lower = nullptr;
    DecimatedGraph* upper = nullptr;  ///< filled down to lower
};

}  // namespace collapsar
