// SPDX-License-Identifier: GPL-3.0-or-later
/// What is drawn in a posterior mean space: the QCustomPlot with its layers, and the values they hold.
#pragma once

#include "widgets/plot_navigation.h"
#include "widgets/plot_theme.h"
#include "widgets/posterior_paths.h"

#include <QCoreApplication>
#include <QSize>

class QCPCurve;
class QCPItemStraightLine;
class QCPItemText;
class QCPLayer;
class QCPPainter;
class QCustomPlot;
class QWidget;

namespace collapsar {

class ReplotScheduler;

class PosteriorScene {
    Q_DECLARE_TR_FUNCTIONS(collapsar::PosteriorScene)

public:
    explicit PosteriorScene(QWidget* parent);

    QCustomPlot* plot;
    ReplotScheduler* scheduler;
    PlotNavigation* navigation;

    PlotTheme theme = lightTheme();
    RunIdentity identity;
    ProbeTexts texts;
    std::vector<SnapshotPointer> history;      ///< oldest first, bounded
    Projection projection;                     ///< chosen; of no account for one latent dimension
    ProjectionAxis latentAxis;                 ///< of the latest snapshot, for trails and staircase too
    PosteriorPath points;                      ///< of the latest snapshot, index = probe
    double dataReach = initialView().x.upper;  ///< half width of the centred view that holds all data so far
    bool areTrailsVisible = true;
    bool isStaircaseShown = false;
    int trailLength = 5;
    int chosenProbe = -1;
    int highlightedProbe = -1;

    void addSnapshot(SnapshotPointer snapshot);
    /// Another past altogether; false when it is the one that is shown.
    bool showHistory(SnapshotSpan snapshots);
    void clear();
    void setProjection(const Projection& chosen);
    /// Pens, brushes and fonts from theme and identity.
    void restyle();
    /// Trails, points and staircase from history.
    void refill();
    void refillStaircase();
    /// Ring around the highlighted or chosen probe; draws the overlay alone when `isVisible`.
    void refillHighlight();
    /// Keeps "in step" beside the diagonal.
    void placeDiagonalLabel();
    /// Margins that make the plot area the largest centred square.
    void makeSquare(const QSize& size);
    /// Nearest drawn probe within `reach` pixels, -1 if none.
    [[nodiscard]] int probeAt(const QPoint& position, double reach) const;
    /// Read-out of a probe as rich text.
    [[nodiscard]] QString readout(int probe) const;
    [[nodiscard]] QString printedLine() const;
    /// "dimension 3 of 8, largest KL"; empty for one latent dimension, and without data.
    [[nodiscard]] QString projectionName() const;
    /// What hollow points mean, or why there are no true means; empty: nothing to say.
    [[nodiscard]] QString noticeText() const;
    void paint(QCPPainter& painter, const QSize& size);

private:
    std::vector<QCPCurve*> m_trails;  ///< oldest bucket first
    std::vector<QCPCurve*> m_jumps;   ///< the long ways of the same buckets, thinned out
    QCPCurve* m_points;
    QCPCurve* m_unreliable;  ///< hollow
    QCPCurve* m_staircase;
    QCPCurve* m_lastStep;
    QCPCurve* m_ring;
    QCPItemStraightLine* m_diagonal;
    int m_side = 1000;  ///< pixels of the square, with room for axis titles
    QCPItemText* m_inferenceLabel;
    QCPItemText* m_modelLabel;
    QCPItemText* m_diagonalLabel;
    QCPItemText* m_notice;
    QCPItemText* m_printed;

    void addLayers();
    void addCurves();
    void addLabels();
    QCPItemText* addText(const QString& text);
    void takeNewest();
    void refillPoints();
    void refillTrails();
    void styleTrail(int bucket, const QColor& colour);
    [[nodiscard]] bool hasRoom() const;  ///< for axis titles and words
    void updateAxisLabels();
};

}  // namespace collapsar
