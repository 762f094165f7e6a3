// SPDX-License-Identifier: GPL-3.0-or-later
/// Which latent dimensions a run uses, and since when: updates across, dimensions up, colour the KL of a dimension or
/// the variance of its posterior means.
#pragma once

#include "core/report/snapshot.h"
#include "widgets/figure_source.h"

#include <QPoint>
#include <QWidget>
#include <memory>

class QComboBox;
class QLabel;

namespace collapsar {

class PlotReadout;
class UnitHeatMapScene;

enum class UnitValue {
    Kl,        ///< nats, mean over the examples
    Variance,  ///< over the examples, of the posterior mean; active from the threshold on
};
enum class UnitOrder {
    Index,
    LargestFirst,  ///< by KL at the newest snapshot, the largest on top
};

/// Holds the numbers of several runs and shows one of them. Colours are on a log scale from 1e-4 on. Between snapshots
/// the older one holds; several in one column of pixels: the newest.
class UnitHeatMap : public QWidget, public FigureSource {
    Q_OBJECT

public:
    explicit UnitHeatMap(QWidget* parent = nullptr);
    ~UnitHeatMap() override;

    /// The first one is shown.
    void addRun(int run, const RunIdentity& identity);
    void removeRun(int run);
    void clearRun(int run);
    /// In order of updates; going back drops what is newer. One without per-dimension numbers is left out. O(Z).
    void append(int run, const Snapshot& snapshot);
    /// Which run is shown; unknown ones are ignored.
    void setRun(int run);
    [[nodiscard]] int run() const;
    void setValue(UnitValue value);
    void setOrder(UnitOrder order);
    /// Variance from which a dimension counts as active.
    void setActiveVariance(double threshold);
    /// The update that the window shows; NaN: none.
    void setTimeCursor(double update);
    void setTheme(const PlotTheme& theme);

    /// NaN where nothing was measured by then. Dimension as in the model, from 0.
    [[nodiscard]] double valueAt(double update, int dimension) const;
    [[nodiscard]] QString summary() const;

    void paintFigure(QCPPainter& painter, const QSize& size) override;
    [[nodiscard]] QString figureTitle() const override;
    [[nodiscard]] FigureShape figureShape() const override;
    [[nodiscard]] std::vector<RunIdentity> figureRuns() const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    /// Chosen by the user.
    void runChosen(int run);

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    std::unique_ptr<UnitHeatMapScene> m_scene;
    QLabel* m_title;
    QLabel* m_unit;
    QComboBox* m_choice;
    PlotReadout* m_readout;

    void refreshWords();
    void refreshChoice();
    void hover(const QPoint& position);
};

}  // namespace collapsar
