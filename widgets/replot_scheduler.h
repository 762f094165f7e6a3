// SPDX-License-Identifier: GPL-3.0-or-later
/// Merges all wishes to redraw a plot into at most one drawing per frame, and into none while it is hidden.
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

class QCustomPlot;

namespace collapsar {

class ReplotScheduler : public QObject {
    Q_OBJECT

public:
    /// Lives with the plot.
    explicit ReplotScheduler(QCustomPlot* plot);

    /// Costs nothing; draws within a frame, or when the plot is shown.
    void request();
    /// Draws at once if anything is pending and the plot is visible.
    void flush();
    [[nodiscard]] bool isStale() const { return m_isStale; }

signals:
    /// Just before a drawing: the last chance to bring lazily kept things up to date.
    void aboutToDraw();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QCustomPlot* m_plot;
    QTimer m_timer;
    QElapsedTimer m_sinceDrawing;
    bool m_isStale = false;

    [[nodiscard]] int framePeriod() const;
};

}  // namespace collapsar
