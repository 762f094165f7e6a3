// SPDX-License-Identifier: GPL-3.0-or-later
/// The posterior mean space of one run: true posterior means across, approximate ones up, always square.
#pragma once

#include "core/report/projection.h"
#include "core/report/snapshot.h"
#include "widgets/figure_source.h"
#include "widgets/plot_navigation.h"

#include <QPoint>
#include <QWidget>
#include <memory>
#include <span>

class QLabel;
class QToolButton;

namespace collapsar {

class FocusRing;
class PlotReadout;
class PosteriorScene;

/// A probe's place on the plot; NaN when there is none.
struct ProbePoint {
    double trueMean = notMeasured;
    double approximateMean = notMeasured;
};

/// Set values in, signals out. Drawing is coalesced; while hidden the plot only remembers that it is stale.
class PosteriorPlot : public QWidget, public FigureSource {
    Q_OBJECT

public:
    explicit PosteriorPlot(QWidget* parent = nullptr);
    ~PosteriorPlot() override;

    void setIdentity(const RunIdentity& identity);
    void setTheme(const PlotTheme& theme);
    /// Shown when a probe is hovered.
    void setProbeTexts(ProbeTexts texts);
    /// The new latest picture; older ones become trails and staircase. Going back in updates drops the newer ones.
    void setSnapshot(SnapshotPointer snapshot);
    /// Replay: the newest of `snapshots` with trails and staircase of those before, instead of all that was shown. The
    /// last longestPast() of them count; empty: as before the first probe. Cheap: drawing is coalesced.
    void showHistory(std::span<const SnapshotPointer> snapshots);
    [[nodiscard]] static std::size_t longestPast();
    /// Forgets data and trails, follows again from +-3. Texts, identity and theme stay.
    void clear();
    /// Shown while there is no snapshot.
    void setEmptyText(const QString& text);

    /// The axis on which the means of several latent dimensions are drawn, points, trails and staircase alike. The user
    /// chooses it in the context menu, and by a button that is there for several dimensions only. Does not emit.
    void setProjection(const Projection& projection);
    [[nodiscard]] Projection projection() const;

    void setTrailsVisible(bool visible);
    void setTrailLength(int snapshots);
    /// Path of the chosen probe, or of the mean of all: encoder updates go up and down, decoder updates sideways.
    void setStaircase(bool shown);
    /// -1: none, the mean of all. Click on a point does the same.
    void chooseProbe(int probe);
    /// Ring around one example; -1: none. Does not emit.
    void highlightProbe(int probe);

    /// False after the user zoomed or panned. true eases back to all data.
    void setFollow(bool follow);
    [[nodiscard]] bool isFollowing() const;
    /// Shows all data as tightly as equal scales allow.
    void fit();
    /// What is seen now. setView: no longer follows.
    [[nodiscard]] PlotView view() const;
    void setView(const PlotView& view);
    /// Half the width of the centred view that all data so far needed; at least 3, never shrinks until clear().
    [[nodiscard]] double dataReach() const;
    /// Follows +-reach, or +-dataReach() where that is more. Does nothing after fit().
    void showReach(double reach);

    [[nodiscard]] SnapshotPointer snapshot() const;
    [[nodiscard]] ProbePoint probePoint(int probe) const;
    /// The plot in words, for screen readers.
    [[nodiscard]] QString summary() const;

    void paintFigure(QCPPainter& painter, const QSize& size) override;
    [[nodiscard]] QString figureTitle() const override;
    [[nodiscard]] FigureShape figureShape() const override;
    [[nodiscard]] std::vector<RunIdentity> figureRuns() const override;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void followChanged(bool following);
    /// By wheel, drag or key.
    void movedByUser();
    /// The probe under the pointer, -1 when it left.
    void probeHovered(int probe);
    /// The probe clicked on, -1 for none.
    void probeChosen(int probe);
    /// By the user.
    void projectionChosen(const collapsar::Projection& projection);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    std::unique_ptr<PosteriorScene> m_scene;
    QLabel* m_empty;
    PlotReadout* m_readout;
    FocusRing* m_focusRing;
    QToolButton* m_axisButton;
    QPoint m_hoveredAt;

    void connectScene();
    void hover(const QPoint& position);
    void placeOverlays();
    void buildAxisButton();
    void showAxisMenu(const QPoint& at);
    void showAxisButton();
};

}  // namespace collapsar
