// SPDX-License-Identifier: GPL-3.0-or-later
/// Measures of the runs at one place in time, as small charts side by side: rate and distortion, collapse, latent
/// dimensions, words by position, pooled positions.
#pragma once

#include "widgets/measured_run.h"
#include "widgets/position_nll.h"
#include "widgets/rate_distortion.h"
#include "widgets/small_plot.h"

#include <QWidget>

#include <array>
#include <vector>

class QLabel;

namespace collapsar {

/// Set values in, signals out.
class MeasuresPanel : public QWidget {
    Q_OBJECT

public:
    enum class Place { RateDistortion, Collapse, Latents, Positions, Pooling };
    static constexpr std::size_t places = 5;

    explicit MeasuresPanel(QWidget* parent = nullptr);

    /// Nothing is known any more; axes begin anew.
    void clear();
    /// Up to the time cursor. Other runs than before: fresh axes.
    void setPaths(std::vector<RatePath> paths);
    /// All runs there are to measure, also those of which nothing is known yet. Other runs than before: fresh axes.
    void setMeasured(std::vector<MeasuredRun> runs);
    /// Whose latent dimensions are shown while the user has not chosen another.
    void setCurrentRun(int run);
    /// Of which run is measured now and how far that is, 0 to 1; an empty name: nothing is.
    void setProgress(const QString& name, double fraction);
    void setTheme(const PlotTheme& theme);

    [[nodiscard]] SmallPlot& plot(Place place) const { return *m_plots[static_cast<std::size_t>(place)]; }
    /// Which weights the numbers belong to, what is measured now, what could not be.
    [[nodiscard]] QString status() const;

signals:
    void exportRequested(collapsar::SmallPlot* plot);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildPlots();
    void refreshStatus();
    void refreshMeasured(ChartRange range);
    void put(Place place, SmallChart chart, ChartRange range);
    void refreshLatents(ChartRange range);
    void refreshPositions(ChartRange range);
    void offerRuns();
    void offerViews();
    [[nodiscard]] int latentRun() const;
    [[nodiscard]] QString moment() const;
    [[nodiscard]] QString waiting() const;
    [[nodiscard]] QString statusHtml() const;

    std::array<SmallPlot*, places> m_plots{};
    QLabel* m_status;
    PlotTheme m_theme = lightTheme();
    std::vector<RatePath> m_paths;
    std::vector<MeasuredRun> m_runs;
    int m_currentRun = -1;
    int m_chosenRun = -1;  ///< by the user
    int m_shownLatent = -1;
    PositionView m_positionView = PositionView::Gain;  ///< where there is a language model
    PositionView m_shownPositions = PositionView::Nll;
    QString m_askedRun;
    double m_progress = 0;
};

}  // namespace collapsar
