// SPDX-License-Identifier: GPL-3.0-or-later
/// What is drawn in a curve plot: the QCustomPlot with its layers, and each run's lines.
#pragma once

#include "widgets/curve_plot.h"
#include "widgets/curve_range.h"
#include "widgets/curve_run.h"
#include "widgets/plot_navigation.h"

#include <QCoreApplication>
#include <QPointF>
#include <map>
#include <span>
#include <vector>

class QCPItemStraightLine;
class QCPPainter;
class QCustomPlot;
class QWidget;

namespace collapsar {

class ReplotScheduler;

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
    AxisScale scale;
    CurveOutliers outliers = CurveOutliers::Shown;
    BandMembers bandMembers = BandMembers::Faint;
    double smoothing = 0;
    double cursor = notMeasured;
    double timeCursor = notMeasured;
    int highlighted = -1;
    std::map<int, RunCurve> runs;
    std::map<int, BandCurve> bands;

    void addRun(int run, const RunIdentity& identity, CurveStyle style);
    void removeRun(int run);
    /// All points of all runs.
    void dropPoints();
    /// Of this run, and those that others have from it; takes its parent's again.
    void clearRun(int run);
    void setFork(int run, const CurveFork& fork);
    void append(int run, std::span<const Measurement> points);
    void resmooth(RunCurve& curve);
    void addMark(RunCurve& curve, double x, const QString& text);
    void clearMarks(RunCurve& curve);
    void setBand(int group, const CurveBand& band);
    void removeBand(int group);
    void markMembers();
    /// What runs share is drawn by the first of them that is drawn.
    void joinForks();
    void setScale(const AxisScale& wanted);
    void restyle();
    /// Counts are never smoothed.
    [[nodiscard]] double smoothingInUse() const;
    /// Shown, and not a hidden member of a band.
    [[nodiscard]] bool isDrawn(const RunCurve& curve) const;
    /// The line that stands for the run: smoothed where there is one.
    [[nodiscard]] const DecimatedGraph& mainLine(const RunCurve& curve) const;

    /// Forgets how far the axes had grown.
    void resetRanges();
    /// What following should show now; grows only.
    [[nodiscard]] PlotView grownTarget() const;
    [[nodiscard]] PlotView fittedView() const;
    /// What is not seen and why: "log", "3 values not above 0", "12 points beyond".
    [[nodiscard]] QStringList remarks() const;

    void placeCursor(double x);  ///< draws the overlay alone
    void placeTimeCursor(double x);
    /// Values of all runs nearest to x, those nearest to `pixel` first, and marks within `reach` pixels, as rich text.
    [[nodiscard]] QString readout(double x, double pixel, double reach) const;
    /// Chips and values alone, short enough for the header.
    [[nodiscard]] QString shortReadout(double x) const;
    [[nodiscard]] QString summary() const;
    /// The run whose line passes within `reach` pixels; -1: none.
    [[nodiscard]] int runAt(const QPointF& position, double reach) const;
    void paint(QCPPainter& painter, const QSize& size);

private:
    QCPItemStraightLine* m_cursorLine;
    QCPItemStraightLine* m_timeLine;

    [[nodiscard]] QCPItemStraightLine* addCursorLine(const char* name);
    void placeLine(QCPItemStraightLine& line, double x);
    void styleRun(int run, RunCurve& curve);
    void styleBand(BandCurve& band);
    void setLineWidths();
    void dropPoints(RunCurve& curve);
    /// To the run's own line and to those of its forks.
    void addPoint(int run, const Measurement& point, double x, double value);
    void addToLine(RunCurve& curve, MeasurementKind kind, double x, double value);
    /// Smoothed values of the raw points from `index` on.
    void smoothFrom(RunCurve& curve, int index);
    void renewPrefix(int run);
    void takePrefix(RunCurve& curve, const RunCurve& parent);
    void dropPrefix(RunCurve& curve);
    [[nodiscard]] double sharedPlace(int a, int b) const;
    [[nodiscard]] double smallestX() const;
    [[nodiscard]] Extent extentOf(const RunCurve& curve) const;
    /// In places of the scale.
    [[nodiscard]] Extent verticalExtent() const;
    [[nodiscard]] PlotRange roomFor(const Extent& places) const;
    [[nodiscard]] Extent horizontalExtent() const;
    [[nodiscard]] double pixelsFrom(double value, double pixel) const;
    [[nodiscard]] QString markText(double x, double reach) const;
};

}  // namespace collapsar
