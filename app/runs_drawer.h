// SPDX-License-Identifier: GPL-3.0-or-later
/// The drawer under the curves: the table of runs, what tells them apart, which latent dimensions they use, and the
/// latent plane; all at the stage's time cursor.
#pragma once

#include "core/report/run_summary.h"
#include "widgets/plot_theme.h"
#include "widgets/time_cursor.h"

#include <QTimer>
#include <QWidget>

#include <memory>
#include <vector>

class QTabWidget;

namespace collapsar {

class DifferencesPanel;
class LatentPlane;
class MeasuresFlow;
class MeasuresPanel;
class RunsPanel;
class Session;
class UnitHeatMap;
class WordsFlow;
class WordsPage;
struct RunView;

/// Reads the session, changes nothing in it: what the person asks for comes out as the panel's signals.
class RunsDrawer : public QWidget {
    Q_OBJECT

public:
    enum class Page { Runs, Differences, Units, LatentPlane, Measures, Words };

    explicit RunsDrawer(Session& session, QWidget* parent = nullptr);
    ~RunsDrawer() override;

    void showPage(Page page);
    void setTheme(const PlotTheme& theme);
    void setCursor(const TimeCursor& cursor);

    [[nodiscard]] RunsPanel& runs() const { return *m_runs; }
    [[nodiscard]] DifferencesPanel& differences() const { return *m_differences; }
    [[nodiscard]] UnitHeatMap& units() const { return *m_units; }
    [[nodiscard]] LatentPlane& plane() const { return *m_plane; }
    [[nodiscard]] MeasuresPanel& measures() const { return *m_measures; }
    [[nodiscard]] WordsPage& words() const { return *m_words; }
    [[nodiscard]] WordsFlow& writing() const { return *m_writing; }
    [[nodiscard]] QTabWidget& pages() const { return *m_pages; }
    /// The selected run, else the first that is shown; -1: there is none.
    [[nodiscard]] int currentRun() const;
    /// Of the selected runs, else of all, at the time cursor.
    [[nodiscard]] std::vector<RunSummary> summaries() const;
    /// Brings everything up to date now; changes are otherwise gathered for a moment.
    void flush();

protected:
    void showEvent(QShowEvent* event) override;

private:
    void connectSession();
    void rebuild();
    void addRun(int run);
    [[nodiscard]] RunSummary summaryOf(int run) const;
    void showRows();
    void showDifferences();
    void showPlane();
    [[nodiscard]] std::vector<int> comparedRuns() const;
    [[nodiscard]] bool isThere(int run) const;

    Session& m_session;
    QTabWidget* m_pages = nullptr;
    RunsPanel* m_runs = nullptr;
    DifferencesPanel* m_differences = nullptr;
    UnitHeatMap* m_units = nullptr;
    LatentPlane* m_plane = nullptr;
    MeasuresPanel* m_measures = nullptr;
    std::unique_ptr<MeasuresFlow> m_measuresFlow;  ///< goes before the page that it fills
    WordsPage* m_words = nullptr;
    std::unique_ptr<WordsFlow> m_writing;        ///< the same
    std::vector<EvaluationIndex> m_evaluations;  ///< by run number
    TimeCursor m_cursor;
    QTimer m_refresh;
};

/// A run as far as comparing goes.
[[nodiscard]] ComparedRun comparedRun(const RunView& view);

}  // namespace collapsar
