// SPDX-License-Identifier: GPL-3.0-or-later
/// The stage at any update of its past, as a picture: posterior mean spaces side by side, curves, names, verdicts and
/// the update. Drawn from histories, not from the window.
#pragma once

#include "widgets/curve_painter.h"
#include "widgets/figure_run.h"

#include <QCoreApplication>
#include <QImage>
#include <array>
#include <vector>

namespace collapsar {

enum class ReplayCurves { Hidden, Shown };

struct ReplayLook {
    PlotTheme theme = lightTheme();
    QSize pixels{960, 540};
    ReplayCurves curves = ReplayCurves::Shown;
    QString title;
};

/// Axes stay the same over all frames. What a frame shows is what each run's history holds at the newest entry at or
/// before its update. Immutable: any thread, also several at a time.
class ReplayScene {
    Q_DECLARE_TR_FUNCTIONS(collapsar::ReplayScene)

public:
    ReplayScene(std::vector<FigureRun> runs, ReplayLook look, const UpdateSpan& span);

    /// RGB32, ReplayLook::pixels large.
    [[nodiscard]] QImage frame(std::int64_t update) const;
    [[nodiscard]] const ReplayLook& look() const { return m_look; }
    [[nodiscard]] std::vector<RunIdentity> identities() const;

private:
    struct Panel {
        QString title;
        std::vector<PaintedCurve> curves;  ///< over the whole span
        PlotRange y;
    };

    std::vector<FigureRun> m_runs;
    ReplayLook m_look;
    UpdateSpan m_span;
    double m_reach = 3;
    std::vector<std::int64_t> m_ends;  ///< each run's last update
    std::array<Panel, 2> m_panels;

    void preparePanel(Panel& panel, double Measurement::*value);
    void drawHeader(QPainter& painter, double width, std::int64_t update) const;
    void drawRuns(QPainter& painter, const QRectF& area, std::int64_t update) const;
    void drawRun(QPainter& painter, const QRectF& cell, std::size_t run, std::int64_t update) const;
    void drawPanels(QPainter& painter, const QRectF& area, std::int64_t update) const;
};

}  // namespace collapsar
