// SPDX-License-Identifier: GPL-3.0-or-later
/// What is drawn in a heat map of units, and the numbers behind it.
#pragma once

#include "widgets/plot_theme.h"
#include "widgets/unit_heat_map.h"

#include <QCoreApplication>
#include <QSize>
#include <map>
#include <vector>

class QCPColorMap;
class QCPColorScale;
class QCPItemStraightLine;
class QCPPainter;
class QCustomPlot;
class QWidget;

namespace collapsar {

class ReplotScheduler;

/// One snapshot's numbers, [Z] each.
struct UnitColumn {
    double update = 0;
    std::vector<float> kl, variance;
};

struct UnitHistory {
    RunIdentity identity;
    std::vector<UnitColumn> columns;  ///< by update, of one Z
};

class UnitHeatMapScene {
    Q_DECLARE_TR_FUNCTIONS(collapsar::UnitHeatMap)

public:
    explicit UnitHeatMapScene(QWidget* parent);

    QCustomPlot* plot;
    ReplotScheduler* scheduler;
    PlotTheme theme = lightTheme();
    std::map<int, UnitHistory> runs;
    int run = -1;
    UnitValue value = UnitValue::Kl;
    UnitOrder order = UnitOrder::LargestFirst;
    double activeVariance = 0.01;
    double timeCursor = notMeasured;

    /// The shown run; null without any.
    [[nodiscard]] const UnitHistory* shown() const;
    [[nodiscard]] int unitCount() const;
    /// The newest one not later; null before the first.
    [[nodiscard]] const UnitColumn* columnAt(double update) const;
    [[nodiscard]] int activeCount() const;
    /// Dimension in the row, row 0 at the bottom; -1 outside.
    [[nodiscard]] int unitInRow(double row) const;
    void refill();
    void restyle();
    /// Empty where there is nothing.
    [[nodiscard]] QString readout(const QPoint& position) const;
    void paint(QCPPainter& painter, const QSize& size);

private:
    QCPColorMap* m_map;
    QCPColorScale* m_scale;
    QCPItemStraightLine* m_threshold;
    QCPItemStraightLine* m_timeLine;
    std::vector<int> m_order;  ///< dimension by row

    void sortRows();
    void labelRows();
    void placeThreshold();
};

}  // namespace collapsar
