// SPDX-License-Identifier: GPL-3.0-or-later
/// What a curve shows: its column with words, what lies across, and how a run enters the plot.
#pragma once

#include "core/report/measurement.h"
#include "widgets/plot_theme.h"

#include <QString>
#include <vector>

namespace collapsar {

enum class CurveAxis { Update, EncoderUpdates, Epoch, Seconds };
enum class CurveValues { Real, Integer };
/// Which values set the vertical range. Clipped: the middle 98 % of each run's values and half as much again on either
/// side; how many points lie beyond is written beside the title, and no point is dropped.
enum class CurveOutliers { Shown, Clipped };

/// What a plot shows. Make one with curveSpec() and change what should differ.
struct CurveSpec {
    QString column;  ///< stable name of a measurement column
    QString title;
    QString unit;       ///< at the right of the title, with what it is measured on: "nats, validation"
    QString estimator;  ///< in the tooltip: how it is estimated, ceiling and bias
    CurveValues values = CurveValues::Real;
};

/// Title, unit and estimator of a column, translated. Unknown names give an empty title.
[[nodiscard]] CurveSpec curveSpec(const QString& column);
/// Where a measurement lies on an axis.
[[nodiscard]] double axisValue(const Measurement& measurement, CurveAxis axis);
/// "updates", "encoder updates", "epochs", "seconds".
[[nodiscard]] QString axisTitle(CurveAxis axis);

/// Where a run branched off another one.
struct CurveFork {
    int parent = -1;         ///< run number; -1: no fork
    double x = notMeasured;  ///< last place shared with the parent, in the units of whoever is told

    bool operator==(const CurveFork&) const = default;
};

enum class CurveStyle { Run, Ghost };  ///< Ghost: dashed and faint, a run that is only tried

/// The middle of a group of runs and the band about it. NaN breaks the line.
struct CurveBandPoint {
    double x = 0;
    double centre = notMeasured;
    double lower = notMeasured;
    double upper = notMeasured;
    int count = 0;  ///< runs behind it
};

struct CurveBand {
    RunIdentity identity;
    QString words;             ///< what the band is: "median, quartiles of 5"
    std::vector<int> members;  ///< run numbers
    std::vector<CurveBandPoint> points;
};
/// How the members of a band are drawn beside it.
enum class BandMembers { Faint, Hidden };

}  // namespace collapsar
