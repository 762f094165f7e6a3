// SPDX-License-Identifier: GPL-3.0-or-later
/// The four curves in a row of cards: ELBO, KL, mutual information and active units, one x range and one cursor.
#pragma once

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

    void addRun(int run, const RunIdentity& identity);
    void removeRun(int run);
    /// Points and marks of the run go; the run stays.
    void clearRun(int run);
    void appendPoints(int run, std::span<const Measurement> points);
    /// On every plot. `update` is the outer update, whatever the x axis shows.
    void addMark(int run, double update, const QString& text);

    void setTheme(const PlotTheme& theme);
    void setXAxis(CurveAxis axis);
    void setSmoothing(double weight);
    /// Latent dimensions, for "of N" of the active units.
    void setLatent(int latent);
    /// Another column in the plot at `place` (0 to 3).
    void setColumn(int place, const QString& column);

    void setFollow(bool follow);
    [[nodiscard]] bool isFollowing() const;
    void fit();
    /// In units of the x axis; NaN: none. Does not emit.
    void setCursor(double x);

    [[nodiscard]] const std::vector<CurvePlot*>& plots() const;

signals:
    void followChanged(bool following);
    /// NaN when the pointer left.
    void cursorMoved(double x);
    void exportRequested(collapsar::CurvePlot* plot);
    void columnChanged(int place, const QString& column);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct State;
    std::unique_ptr<State> m_state;

    void connectPlot(int place);
    void arrange();
    void refill(int place);
    void layMarks(int run);
    [[nodiscard]] QMenu* makeMenu(int place);
    void showMenu(int place, const QPoint& globalPosition);
};

}  // namespace collapsar
