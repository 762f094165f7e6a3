// SPDX-License-Identifier: GPL-3.0-or-later
/// What is drawn in a latent plane.
#pragma once

#include "core/report/snapshot.h"
#include "widgets/plot_navigation.h"
#include "widgets/plot_theme.h"

#include <QCoreApplication>
#include <QPointF>
#include <QSize>
#include <array>

class QCPCurve;
class QCPItemEllipse;
class QCPItemText;
class QCPPainter;
class QCustomPlot;
class QWidget;

namespace collapsar {

class ReplotScheduler;

class LatentPlaneScene {
    Q_DECLARE_TR_FUNCTIONS(collapsar::LatentPlane)

public:
    explicit LatentPlaneScene(QWidget* parent);

    QCustomPlot* plot;
    ReplotScheduler* scheduler;
    PlotNavigation* navigation;
    PlotTheme theme = lightTheme();
    RunIdentity identity;
    ProbeTexts texts;
    SnapshotPointer snapshot;  ///< null, or one with two latents
    int highlighted = -1;

    [[nodiscard]] int probeCount() const;
    [[nodiscard]] bool hasTrueMeans() const;
    [[nodiscard]] QPointF approximateMean(int probe) const;
    /// The approximate one where there is none.
    [[nodiscard]] QPointF trueMean(int probe) const;
    /// Largest distance from the middle along an axis, at least 3.
    [[nodiscard]] double dataReach() const;

    void restyle();
    /// Points and arrows; arrow heads have one size in pixels.
    void refill();
    void refillRing();
    void makeSquare(const QSize& size);
    /// Nearest probe with either end within `reach` pixels, -1 if none.
    [[nodiscard]] int probeAt(const QPoint& position, double reach) const;
    [[nodiscard]] QString readout(int probe) const;
    void paint(QCPPainter& painter, const QSize& size);

private:
    QCPCurve* m_shafts;
    QCPCurve* m_heads;
    QCPCurve* m_points;
    QCPCurve* m_ring;
    std::array<QCPItemEllipse*, 2> m_circles{};
    std::array<QCPItemText*, 2> m_circleLabels{};

    [[nodiscard]] QPointF pixelOf(const QPointF& point) const;
};

/// -reach to reach on both axes.
[[nodiscard]] PlotView centredView(double reach);

}  // namespace collapsar
