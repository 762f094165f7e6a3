// SPDX-License-Identifier: GPL-3.0-or-later
/// The four curves in a row of cards: ELBO, KL, mutual information and active units, one x range and one cursor.
#pragma once

#include "core/report/seed_band.h"
#include "widgets/curve_plot.h"

#include <QWidget>
#include <memory>
#include <span>
#include <vector>

class QMenu;

namespace collapsar {

class CurvesPanel : public QWidget {
    Q_OBJECT

public:
    explicit CurvesPanel(QWidget* parent = nullptr);
    ~CurvesPanel() override;

    /// A fork's x is the outer update that it began from; its parent must have been added before. Points of the fork up
    /// to there are the parent's and need not be appended.
    void addRun(int run, const RunIdentity& identity, CurveStyle style = CurveStyle::Run, const CurveFork& fork = {});
    void setShown(int run, bool shown);
    void removeRun(int run);
    /// Points and marks of the run go; the run stays.
    void clearRun(int run);
    void appendPoints(int run, std::span<const Measurement> points);
    /// On every plot. `update` is the outer update, whatever the x axis shows.
    void addMark(int run, double update, const QString& text);

    /// Runs of one strategy as a middle line with a band, under a number and an identity of its own. Again with other
    /// members: replaces them.
    void setGroup(int group, const RunIdentity& identity, const std::vector<int>& members);
    void removeGroup(int group);
    void setBandKind(BandKind kind);
    [[nodiscard]] BandKind bandKind() const;
    void setBandMembers(BandMembers members);
    [[nodiscard]] BandMembers bandMembers() const;

    void setTheme(const PlotTheme& theme);
    void setXAxis(CurveAxis axis);
    void setSmoothing(double weight);
    /// Latent dimensions, for "of N" of the active units.
    void setLatent(int latent);
    /// Another column, or vertical axis, in the plot at `place` (0 to 3).
    void setColumn(int place, const QString& column);
    void setScale(int place, const AxisScale& scale);

    void setFollow(bool follow);
    [[nodiscard]] bool isFollowing() const;
    void fit();
    /// Under a pointer elsewhere; in units of the x axis; NaN: none. Does not emit.
    void setCursor(double x);
    /// The state that the window shows: an outer update; NaN: live, no line. Does not emit.
    void setTimeCursor(double update);
    /// This run's lines on top and strong on every plot, the others faded; -1: none. Does not emit.
    void setHighlighted(int run);

    [[nodiscard]] const std::vector<CurvePlot*>& plots() const;

signals:
    void followChanged(bool following);
    /// NaN when the pointer left.
    void cursorMoved(double x);
    /// The user moved along the numbers of an x axis: the outer update there.
    void cursorChosen(double update);
    /// A line came under the pointer (and is highlighted on all plots); -1: none is any more.
    void runHovered(int run);
    /// What is shown of the data, or how: columns, scales, bands, ranges.
    void lookChanged();
    void exportRequested(collapsar::CurvePlot* plot);
    void columnChanged(int place, const QString& column);
    void scaleChanged(int place, const collapsar::AxisScale& scale);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct State;
    std::unique_ptr<State> m_state;

    void connectPlot(int place);
    void arrange();
    void refill(int place);
    void layMarks(int run);
    void layForks();
    void layTimeCursor();
    [[nodiscard]] double placeIn(int run, double update) const;
    [[nodiscard]] QMenu* makeMenu(int place);
    void addScales(QMenu& menu, int place);
    void addBands(QMenu& menu);
    void showMenu(int place, const QPoint& globalPosition);
};

}  // namespace collapsar
