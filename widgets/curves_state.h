// SPDX-License-Identifier: GPL-3.0-or-later
/// What a curves panel keeps.
#pragma once

#include "core/report/measurement_history.h"
#include "widgets/curve_groups.h"
#include "widgets/curves_panel.h"

#include <map>

class QFrame;
class QGridLayout;

namespace collapsar {

struct UpdateMark {
    double update = 0;
    QString text;
};

struct RunSeries {
    MeasurementHistory points;
    std::vector<UpdateMark> marks;
    CurveFork fork;  ///< x: outer update
};

struct CurvesPanel::State {
    std::vector<CurvePlot*> plots;
    std::vector<QFrame*> cards;
    QGridLayout* grid = nullptr;
    CurveGroups* groups = nullptr;
    std::map<int, RunSeries> runs;
    CurveAxis axis = CurveAxis::Update;
    BandMembers bandMembers = BandMembers::Faint;
    double timeCursor = notMeasured;  ///< outer update
    int latent = 1;
    int columns = 0;
    bool isFollowing = true;
    bool isSpreading = false;  ///< a gesture on one plot is being passed to the others
};

}  // namespace collapsar
