// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runs_drawer.h"

#include "app/measures_flow.h"
#include "app/session.h"
#include "app/words_flow.h"
#include "core/report/against_basic.h"
#include "core/report/run_differences.h"
#include "widgets/differences_panel.h"
#include "widgets/latent_plane.h"
#include "widgets/measures_panel.h"
#include "widgets/runs_panel.h"
#include "widgets/unit_heat_map.h"
#include "widgets/words_page.h"

#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <iterator>
#include <limits>

namespace collapsar {
namespace {

constexpr int gatherMilliseconds = 100;

RunIdentity identityOf(const RunView& view) {
    return {std::max(0, view.identity), QString::fromStdString(view.plan.name)};
}

}  // namespace

ComparedRun comparedRun(const RunView& view) {
    return {view.plan.name, view.parentId, view.plan.settings, switchesOf(view.events)};
}

RunsDrawer::RunsDrawer(Session& session, QWidget* parent) : QWidget(parent), m_session(session) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    m_pages = new QTabWidget;
    m_pages->setDocumentMode(true);
    m_pages->setAccessibleName(tr("Runs and their differences"));
    m_runs = new RunsPanel;
    m_differences = new DifferencesPanel;
    m_differences->setHint(tr("Select two or more runs in the table, or show them on the stage."));
    m_units = new UnitHeatMap;
    m_plane = new LatentPlane;
    m_words = new WordsPage;
    m_measures = new MeasuresPanel;
    m_pages->addTab(m_runs, tr("Runs"));
    m_pages->addTab(m_differences, tr("Differences"));
    m_pages->addTab(m_units, tr("Latent units"));
    m_pages->addTab(m_plane, tr("Latent plane"));
    m_pages->addTab(m_measures, tr("Measures"));
    m_pages->addTab(m_words, tr("Words"));
    layout->addWidget(m_pages);
    m_writing = std::make_unique<WordsFlow>(session, *m_words);
    m_measuresFlow = std::make_unique<MeasuresFlow>(session, *m_measures);
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(gatherMilliseconds);
    connect(&m_refresh, &QTimer::timeout, this, &RunsDrawer::flush);
    connect(m_runs, &RunsPanel::selectionChanged, &m_refresh, qOverload<>(&QTimer::start));
    connect(m_pages, &QTabWidget::currentChanged, this, &RunsDrawer::flush);
    connect(m_units, &UnitHeatMap::runChosen, m_units, &UnitHeatMap::setRun);
    connectSession();
    rebuild();
}

RunsDrawer::~RunsDrawer() = default;

void RunsDrawer::connectSession() {
    const auto refresh = [this] {
        if (!m_refresh.isActive()) m_refresh.start();
    };
    connect(&m_session, &Session::runsReplaced, this, &RunsDrawer::rebuild);
    connect(&m_session, &Session::runAdded, this, &RunsDrawer::addRun);
    connect(&m_session, &Session::runReloaded, this, &RunsDrawer::rebuild);
    connect(&m_session, &Session::runChanged, this, refresh);
    connect(&m_session, &Session::stateChanged, this, refresh);
    connect(&m_session, &Session::happened, this, refresh);
    connect(&m_session, &Session::measured, this, [this, refresh](int run, const std::vector<Measurement>& points) {
        m_evaluations[static_cast<std::size_t>(run)].add(points);
        refresh();
    });
    connect(&m_session, &Session::snapshotTaken, this, [this, refresh](int run) {
        m_units->append(run, *m_session.runs()[static_cast<std::size_t>(run)].snapshot);
        refresh();
    });
}

void RunsDrawer::rebuild() {
    for (int run = 0; run < static_cast<int>(m_evaluations.size()); ++run)
        m_units->removeRun(run);
    m_evaluations.clear();
    for (int run = 0; run < static_cast<int>(m_session.runs().size()); ++run)
        addRun(run);
    flush();
}

void RunsDrawer::addRun(int run) {
    const RunView& view = m_session.runs()[static_cast<std::size_t>(run)];
    m_evaluations.resize(m_session.runs().size());
    for (const auto& piece : view.points.pieces())
        m_evaluations[static_cast<std::size_t>(run)].add(piece);
    m_units->addRun(run, identityOf(view));
    for (const SnapshotPointer& snapshot : view.history.all())
        m_units->append(run, *snapshot);
    m_refresh.start();
}

void RunsDrawer::showPage(Page page) {
    m_pages->setCurrentIndex(static_cast<int>(page));
}

void RunsDrawer::setTheme(const PlotTheme& theme) {
    m_runs->setTheme(theme);
    m_differences->setTheme(theme);
    m_units->setTheme(theme);
    m_plane->setTheme(theme);
    m_words->setTheme(theme);
    m_measures->setTheme(theme);
}

void RunsDrawer::setCursor(const TimeCursor& cursor) {
    m_cursor = cursor;
    m_writing->setCursor(cursor);
    m_measuresFlow->setCursor(cursor);
    m_units->setTimeCursor(cursor.isLive ? std::numeric_limits<double>::quiet_NaN()
                                         : static_cast<double>(cursor.update));
    if (!m_refresh.isActive()) m_refresh.start();
}

bool RunsDrawer::isThere(int run) const {
    return run >= 0 && run < static_cast<int>(m_session.runs().size()) &&
           !m_session.runs()[static_cast<std::size_t>(run)].isDiscarded;
}

int RunsDrawer::currentRun() const {
    for (const int run : m_runs->selectedRuns()) {
        if (isThere(run)) return run;
    }
    const std::vector<RunView>& runs = m_session.runs();
    const auto shown =
        std::ranges::find_if(runs, [](const RunView& run) { return run.isShown && !run.isGhost && !run.isDiscarded; });
    return shown == runs.end() ? -1 : static_cast<int>(shown - runs.begin());
}

/// Two or more selected ones, else all that are shown.
std::vector<int> RunsDrawer::comparedRuns() const {
    std::vector<int> runs;
    for (const int run : m_runs->selectedRuns()) {
        if (isThere(run)) runs.push_back(run);
    }
    if (runs.size() >= 2) return runs;
    runs.clear();
    for (int run = 0; run < static_cast<int>(m_session.runs().size()); ++run) {
        if (isThere(run) && m_session.runs()[static_cast<std::size_t>(run)].isShown) runs.push_back(run);
    }
    return runs;
}

/// Hidden pages are brought up to date when they are shown.
void RunsDrawer::flush() {
    m_refresh.stop();
    if (!isVisible()) return;
    if (m_pages->currentWidget() == m_runs) showRows();
    if (m_pages->currentWidget() == m_differences) showDifferences();
    if (m_pages->currentWidget() == m_plane) showPlane();
    if (m_pages->currentWidget() == m_measures) m_measures->setCurrentRun(currentRun());
}

void RunsDrawer::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    flush();
}

RunSummary RunsDrawer::summaryOf(int run) const {
    const RunView& view = m_session.runs()[static_cast<std::size_t>(run)];
    return summarise(comparedRun(view), view.state, m_evaluations[static_cast<std::size_t>(run)],
                     m_cursor.isLive ? EvaluationIndex::everything : m_cursor.update);
}

std::vector<RunSummary> RunsDrawer::summaries() const {
    std::vector<RunSummary> summaries;
    for (const int run : m_runs->selectedRuns()) {
        if (isThere(run)) summaries.push_back(summaryOf(run));
    }
    if (!summaries.empty()) return summaries;
    for (int run = 0; run < static_cast<int>(m_session.runs().size()); ++run) {
        if (isThere(run)) summaries.push_back(summaryOf(run));
    }
    return summaries;
}

void RunsDrawer::showRows() {
    std::vector<RunRow> rows;
    for (int run = 0; run < static_cast<int>(m_session.runs().size()); ++run) {
        if (!isThere(run)) continue;
        const RunView& view = m_session.runs()[static_cast<std::size_t>(run)];
        rows.push_back({.run = run,
                        .identity = identityOf(view),
                        .summary = summaryOf(run),
                        .isShown = view.isShown,
                        .isGhost = view.isGhost,
                        .note = QString::fromStdString(view.note),
                        .group = QString::fromStdString(view.group),
                        .parentRun = view.parentRun,
                        .parentAt = view.parentAt});
    }
    std::vector<RunSummary> related;
    std::ranges::transform(rows, std::back_inserter(related), &RunRow::summary);
    relateToBasic(related);
    for (std::size_t i = 0; i < rows.size(); ++i)
        rows[i].summary.values = related[i].values;
    m_runs->setRows(std::move(rows));
}

void RunsDrawer::showDifferences() {
    QList<RunIdentity> identities;
    std::vector<ComparedRun> compared;
    for (const int run : comparedRuns()) {
        const RunView& view = m_session.runs()[static_cast<std::size_t>(run)];
        identities.append(identityOf(view));
        compared.push_back(comparedRun(view));
    }
    m_differences->setDifferences(identities, differencesBetween(compared));
}

void RunsDrawer::showPlane() {
    const int run = currentRun();
    if (run < 0) {
        m_plane->clear();
        return;
    }
    const RunView& view = m_session.runs()[static_cast<std::size_t>(run)];
    m_plane->setIdentity(identityOf(view));
    if (view.probes) m_plane->setProbeTexts(view.probes);
    m_plane->setSnapshot(m_cursor.isLive ? view.snapshot
                                         : view.history.at({m_cursor.update, std::numeric_limits<int>::max()}));
}

}  // namespace collapsar
