// SPDX-License-Identifier: GPL-3.0-or-later
/// One quantity over training, all runs in one small plot.
#pragma once

#include "widgets/axis_scale.h"
#include "widgets/curve_spec.h"
#include "widgets/figure_source.h"
#include "widgets/plot_navigation.h"

#include <QWidget>
#include <memory>
#include <span>

class QLabel;

namespace collapsar {

class CurveScene;
class FocusRing;
class PlotReadout;

/// Set values in, signals out. Drawing is coalesced; while hidden the plot only remembers that it is stale. x is in
/// units of the x axis, a run is named by its number.
class CurvePlot : public QWidget, public FigureSource {
    Q_OBJECT

public:
    explicit CurvePlot(QWidget* parent = nullptr);
    ~CurvePlot() override;

    /// Drops all points (their column is another), keeps runs and marks.
    void setSpec(const CurveSpec& spec);
    [[nodiscard]] const CurveSpec& spec() const;
    void setUnit(const QString& unit);  ///< only the words at the right of the title
    /// Drops all points, bands and marks (their places are others), keeps runs; forks need their new places.
    void setXAxis(CurveAxis axis);
    void setTheme(const PlotTheme& theme);
    /// Of the vertical axis. What has no place on it is left out and counted beside the title.
    void setScale(const AxisScale& scale);
    [[nodiscard]] const AxisScale& scale() const;
    void setOutliers(CurveOutliers outliers);
    [[nodiscard]] CurveOutliers outliers() const;

    /// Known ones are only given another name and style.
    void addRun(int run, const RunIdentity& identity, CurveStyle style = CurveStyle::Run);
    /// The parent's points up to fork.x become this run's too (its own ones there are left out); what runs share is
    /// drawn once, by the first of them that is shown.
    void setFork(int run, const CurveFork& fork);
    void setShown(int run, bool shown);
    void removeRun(int run);
    void clearRun(int run);
    /// Amortised O(1) per point. Values not measured are left out; where a kind that had a value has none, the line
    /// breaks. All values make the line; scheduled evaluations are markers on it.
    void appendPoints(int run, std::span<const Measurement> points);
    void addMark(int run, double x, const QString& text);  ///< a dotted line in the run's colour
    void clearMarks(int run);
    /// A middle line with a band in the colour of its identity, under a number of its own. Replaces the one before.
    void setBand(int group, const CurveBand& band);
    void removeBand(int group);
    void setBandMembers(BandMembers members);
    /// Weight of the past in the smoothed line, 0 (none) to 0.999. The raw line stays behind it, faint.
    void setSmoothing(double weight);
    /// Its lines on top, all others faded; -1: none. Does not emit.
    void setHighlighted(int run);

    void setFollow(bool follow);
    [[nodiscard]] bool isFollowing() const;
    void fit();
    /// What is seen now. setView: no longer follows.
    [[nodiscard]] PlotView view() const;
    void setView(const PlotView& view);
    /// Shared x range of the panel. Does not emit.
    void setXRange(double lower, double upper);
    /// While following, x reaches at least to here. Does not emit.
    void growX(double upper);
    /// Under the pointer, here or on another plot; NaN: none. Does not emit.
    void setCursor(double x);
    /// What the window shows is the state here; NaN: live, no line. Does not emit.
    void setTimeCursor(double x);

    /// Number of points in a run's line, all kept, the shared ones included.
    [[nodiscard]] int pointCount(int run) const;
    [[nodiscard]] QString summary() const;            ///< the plot in words, for screen readers
    [[nodiscard]] double replotMilliseconds() const;  ///< of the last drawing

    void paintFigure(QCPPainter& painter, const QSize& size) override;
    [[nodiscard]] QString figureTitle() const override;
    [[nodiscard]] FigureShape figureShape() const override { return FigureShape::Wide; }
    [[nodiscard]] std::vector<RunIdentity> figureRuns() const override;
    [[nodiscard]] QSize sizeHint() const override { return {240, 200}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {150, 120}; }

signals:
    void followChanged(bool following);
    /// By wheel, drag or key.
    void movedByUser();
    /// By the user only.
    void xRangeChanged(double lower, double upper);
    /// Following and the data need more room.
    void xGrown(double upper);
    /// x under the pointer, NaN when it left.
    void cursorMoved(double x);
    /// Pressed or dragged on the numbers of the x axis: the time line should go there.
    void cursorChosen(double x);
    /// The run whose line is under the pointer, -1 when none is any more.
    void runHovered(int run);

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Parts;
    std::unique_ptr<CurveScene> m_scene;
    std::unique_ptr<Parts> m_parts;

    void connectScene();
    void fitAndTell();
    void growTarget();
    void refreshHeader();
    void refreshReadout();
    void hover(const QPoint& position);
    [[nodiscard]] bool scrub(const QEvent& event);
};

}  // namespace collapsar
