// SPDX-License-Identifier: GPL-3.0-or-later
/// One quantity over training, all runs in one small plot.
#pragma once

#include "core/report/measurement.h"
#include "widgets/figure_source.h"

#include <QWidget>
#include <memory>
#include <span>

class QLabel;

namespace collapsar {

class CurveScene;
class FocusRing;
class PlotReadout;

enum class CurveAxis { Update, EncoderUpdates, Epoch, Seconds };
enum class CurveValues { Real, Integer };

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

/// Set values in, signals out. Drawing is coalesced; while hidden the plot only remembers that it is stale.
class CurvePlot : public QWidget, public FigureSource {
    Q_OBJECT

public:
    explicit CurvePlot(QWidget* parent = nullptr);
    ~CurvePlot() override;

    /// Drops all points (their column is another), keeps runs and marks.
    void setSpec(const CurveSpec& spec);
    [[nodiscard]] const CurveSpec& spec() const;
    /// Only the words at the right of the title.
    void setUnit(const QString& unit);
    /// Drops all points and marks (their places are others), keeps runs.
    void setXAxis(CurveAxis axis);
    void setTheme(const PlotTheme& theme);

    void addRun(int run, const RunIdentity& identity);
    void removeRun(int run);
    void clearRun(int run);
    /// Amortised O(1) per point. Values not measured are left out; where a kind that had a value has none, the line
    /// breaks. All values make the line; scheduled evaluations are markers on it.
    void appendPoints(int run, std::span<const Measurement> points);
    /// A dotted line in the run's colour. `x` in units of the x axis.
    void addMark(int run, double x, const QString& text);
    void clearMarks(int run);
    /// Weight of the past in the smoothed line, 0 (none) to 0.999. The raw line stays behind it, faint.
    void setSmoothing(double weight);

    void setFollow(bool follow);
    [[nodiscard]] bool isFollowing() const;
    void fit();
    /// Shared x range of the panel. Does not emit.
    void setXRange(double lower, double upper);
    /// While following, x reaches at least to here. Does not emit.
    void growX(double upper);
    /// NaN: no cursor. Does not emit.
    void setCursor(double x);

    /// Number of points in a run's line, all kept.
    [[nodiscard]] int pointCount(int run) const;
    /// The plot in words, for screen readers.
    [[nodiscard]] QString summary() const;
    /// Milliseconds of the last drawing.
    [[nodiscard]] double replotMilliseconds() const;

    void paintFigure(QCPPainter& painter, const QSize& size) override;
    [[nodiscard]] QString figureTitle() const override;
    [[nodiscard]] FigureShape figureShape() const override;
    [[nodiscard]] std::vector<RunIdentity> figureRuns() const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void followChanged(bool following);
    /// By the user only.
    void xRangeChanged(double lower, double upper);
    /// Following and the data need more room.
    void xGrown(double upper);
    /// x under the pointer, NaN when it left.
    void cursorMoved(double x);

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    std::unique_ptr<CurveScene> m_scene;
    QLabel* m_title;
    QLabel* m_unit;
    PlotReadout* m_readout;
    FocusRing* m_focusRing;
    bool m_isPointed = false;  ///< the pointer is on this plot

    void connectScene();
    void hover(const QPoint& position);
    void fitAndTell();
    void refreshReadout();
};

}  // namespace collapsar
