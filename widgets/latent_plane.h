// SPDX-License-Identifier: GPL-3.0-or-later
/// The latent plane of one run with two latents: an arrow for every probe, from the mean of its approximate posterior
/// to the mean of its true one. Dashed circles: one and two standard deviations of the prior.
#pragma once

#include "core/report/snapshot.h"
#include "widgets/figure_source.h"

#include <QPoint>
#include <QWidget>
#include <memory>

class QLabel;

namespace collapsar {

class LatentPlaneScene;
class PlotReadout;

/// Set values in, signals out. Both axes have one scale, the plot is square.
class LatentPlane : public QWidget, public FigureSource {
    Q_OBJECT

public:
    explicit LatentPlane(QWidget* parent = nullptr);
    ~LatentPlane() override;

    void setIdentity(const RunIdentity& identity);
    void setTheme(const PlotTheme& theme);
    /// Shown when a probe is hovered.
    void setProbeTexts(ProbeTexts texts);
    /// Of a run with another number of latents: says so instead. Without true means only points are drawn.
    void setSnapshot(SnapshotPointer snapshot);
    void clear();
    /// Ring around one example; -1: none. Does not emit.
    void highlightProbe(int probe);

    /// False after the user zoomed or panned. While following, the view grows with the data and never shrinks.
    void setFollow(bool follow);
    [[nodiscard]] bool isFollowing() const;
    void fit();
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
    /// The probe under the pointer, -1 when it left.
    void probeHovered(int probe);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    std::unique_ptr<LatentPlaneScene> m_scene;
    QLabel* m_empty;
    PlotReadout* m_readout;

    void hover(const QPoint& position);
    void showEmpty(const QString& text);
};

}  // namespace collapsar
