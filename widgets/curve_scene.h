// SPDX-License-Identifier: GPL-3.0-or-later
/// What is drawn in a curve plot: the QCustomPlot with its layers, and each run's lines.
#pragma once

#include "widgets/curve_plot.h"
#include "widgets/curve_range.h"
#include "widgets/curve_smoothing.h"
#include "widgets/plot_navigation.h"

#include <QCoreApplication>
#include <array>
#include <map>
#include <span>
#include <vector>

class QCPItemStraightLine;
class QCPLayer;
class QCPPainter;
class QCustomPlot;
class QWidget;

namespace collapsar {

class DecimatedGraph;
class ReplotScheduler;

struct CurveMark {
    double x = 0;
    QString text;
    QCPItemStraightLine* line = nullptr;
};

struct RunCurve {
    RunIdentity identity;
    DecimatedGraph* raw = nullptr;
    DecimatedGraph* smooth = nullptr;  ///< while smoothing: as many points as raw, at the same places
    DecimatedGraph* scheduled = nullptr;
    DebiasedMean mean;                ///< after the last point
    std::vector<DebiasedMean> means;  ///< before every meanStretch-th point, so that a late one costs a stretch
    std::array<bool, 3> hasValue{};   ///< by MeasurementKind: did it ever carry this column
    Extent x;
    Extent y;
    std::vector<CurveMark> marks;
};

class CurveScene {
    Q_DECLARE_TR_FUNCTIONS(collapsar::CurveScene)

public:
    explicit CurveScene(QWidget* parent);

    QCustomPlot* plot;
    ReplotScheduler* scheduler;
    PlotNavigation* navigation;
    PlotTheme theme = lightTheme();
    CurveSpec spec;
    CurveAxis axis = CurveAxis::Update;
    double smoothing = 0;
    double cursor = notMeasured;
    std::map<int, RunCurve> runs;

    void addRun(int run, const RunIdentity& identity);
    void removeRun(int run);
    void clearRun(RunCurve& curve);
    void append(RunCurve& curve, std::span<const Measurement> points);
    void resmooth(RunCurve& curve);
    void addMark(RunCurve& curve, double x, const QString& text);
    void clearMarks(RunCurve& curve);
    void restyle();
    /// Counts are never smoothed.
    [[nodiscard]] double smoothingInUse() const;
    /// Forgets how far the axes had grown.
    void resetRanges();
    /// What following should show now; grows only.
    [[nodiscard]] PlotView grownTarget() const;
    [[nodiscard]] PlotView fittedView() const;
    /// Moves the cursor line; draws the overlay alone when visible.
    void placeCursor(double x);
    /// Values of all runs nearest to x, and marks within `reach` pixels, as rich text.
    [[nodiscard]] QString readout(double x, double reach) const;
    /// Chips and values alone, short enough for the header.
    [[nodiscard]] QString shortReadout(double x) const;
    [[nodiscard]] QString summary() const;
    void paint(QCPPainter& painter, const QSize& size);

private:
    QCPItemStraightLine* m_cursorLine;

    void styleRun(RunCurve& curve);
    void setLineWidths(bool isPrint);
    void addPoint(RunCurve& curve, const Measurement& point, double value);
    /// Smoothed values of the raw points from `index` on.
    void smoothFrom(RunCurve& curve, int index);
    [[nodiscard]] double smallestX() const;
};

}  // namespace collapsar
