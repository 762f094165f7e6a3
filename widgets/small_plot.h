// SPDX-License-Identifier: GPL-3.0-or-later
/// A small chart on screen: title, unit, notes, drawing, and what lies under the pointer.
#pragma once

#include "widgets/figure_source.h"
#include "widgets/small_chart.h"

#include <QVariantAnimation>
#include <QWidget>

class QLabel;

namespace collapsar {

class FlatChoice;
class PlotReadout;

enum class ChartRange {
    Outward,  ///< from what is in sight, eased: the same runs go on
    Fresh,    ///< what this chart needs: other runs, or another quantity
};

/// Set values in, signals out.
class SmallPlot : public QWidget, public FigureSource {
    Q_OBJECT

public:
    explicit SmallPlot(QWidget* parent = nullptr);

    void setChart(SmallChart chart, ChartRange range);
    [[nodiscard]] const SmallChart& chart() const { return m_chart; }
    void setTheme(const PlotTheme& theme);
    /// Beside the title; hidden until somebody shows it.
    [[nodiscard]] FlatChoice& choice() const { return *m_choice; }
    /// Axes as this chart needs them.
    void fit();
    /// What the axes come to when the easing is over, before equal scales are seen to.
    [[nodiscard]] const PlotView& target() const { return m_target; }
    /// What is said at a place of the drawing, in its pixels.
    [[nodiscard]] ChartReadout readoutAt(const QPointF& position) const;
    /// The drawing, without header and notes.
    [[nodiscard]] QWidget& canvas() const { return *m_canvas; }

    void paintFigure(QCPPainter& painter, const QSize& size) override;
    [[nodiscard]] QString figureTitle() const override { return m_chart.title; }
    [[nodiscard]] FigureShape figureShape() const override { return FigureShape::Wide; }
    [[nodiscard]] std::vector<RunIdentity> figureRuns() const override;
    [[nodiscard]] QSize sizeHint() const override { return {230, 190}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {168, 140}; }
    /// Notes that wrap take their room from the chart, not from what lies below.
    [[nodiscard]] bool hasHeightForWidth() const override { return false; }

signals:
    void exportRequested();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;

private:
    void buildHeader();
    void refreshWords();
    void refreshHeader();
    void ease();
    void draw();
    void hover(const QPointF& position);
    [[nodiscard]] QString html(const ChartReadout& readout) const;

    QLabel* m_title;
    FlatChoice* m_choice;
    QLabel* m_unit;
    QLabel* m_notes;
    QWidget* m_canvas;
    PlotReadout* m_readout;
    SmallChart m_chart;
    PlotTheme m_theme = lightTheme();
    PlotView m_shown, m_from, m_target;
    bool m_hasTarget = false;
    QVariantAnimation m_easing;
};

}  // namespace collapsar
