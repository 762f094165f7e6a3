// SPDX-License-Identifier: GPL-3.0-or-later
// What the window does to set runs against each other: races, forks, the time line, the drawer, sessions, undo.
#include "app/compare_flow.h"
#include "app/export_flow.h"
#include "app/main_window.h"
#include "app/runs_drawer.h"
#include "app/session_flow.h"
#include "app/stage_look.h"
#include "app/stage_presenter.h"
#include "app/summary_export.h"
#include "app/undo_commands.h"
#include "app/window_actions.h"
#include "app/words_flow.h"
#include "widgets/control_bar.h"
#include "widgets/curves_panel.h"
#include "widgets/measures_panel.h"
#include "widgets/runs_panel.h"
#include "widgets/time_line.h"

#include <QAction>
#include <QActionGroup>
#include <QSplitter>
#include <QStatusBar>
#include <QUndoStack>

#include <algorithm>
#include <utility>

namespace collapsar {
namespace {

constexpr int messageMilliseconds = 8000;

/// As seen; what a splitter saves itself depends on what its parts once wanted.
QByteArray sizesText(const QSplitter& splitter) {
    QByteArrayList sizes;
    for (const int size : splitter.sizes())
        sizes << QByteArray::number(size);
    return sizes.join(',');
}

void setSizes(QSplitter& splitter, const QByteArray& text) {
    QList<int> sizes;
    for (const QByteArray& size : text.split(','))
        sizes << size.toInt();
    if (sizes.size() == splitter.count() && std::ranges::all_of(sizes, [](int size) { return size > 0; }))
        splitter.setSizes(sizes);
}

}  // namespace

void MainWindow::connectComparing() {
    m_comparing = new CompareFlow(m_session, this);
    SessionLook look;
    look.view = [this] { return viewToSave(); };
    look.layout = [this] {
        return QMap<QString, QByteArray>{{QStringLiteral("columns"), sizesText(*m_columns)},
                                         {QStringLiteral("rows"), m_rows->saveState()},
                                         {QStringLiteral("runs"), m_drawer->runs().saveState()}};
    };
    look.restore = [this](const QJsonObject& view, const QMap<QString, QByteArray>& layout) {
        restoreView(view);  // first: it opens the drawer, whose height is in the layout
        setSizes(*m_columns, layout.value(QStringLiteral("columns")));
        m_rows->restoreState(layout.value(QStringLiteral("rows")));
        m_drawer->runs().restoreState(layout.value(QStringLiteral("runs")));
    };
    m_sessions = new SessionFlow(m_session, m_preferences, std::move(look), this);
    connect(m_comparing, &CompareFlow::failed, this, &MainWindow::showError);
    connect(m_comparing, &CompareFlow::forked, this, [this](int run) {
        const RunView& view = m_session.runs()[static_cast<std::size_t>(run)];
        statusBar()->showMessage(
            tr("%1 goes on from update %L2").arg(QString::fromStdString(view.plan.name)).arg(view.parentAt.update),
            messageMilliseconds);
    });
    connect(m_sessions, &SessionFlow::failed, this, &MainWindow::showError);
    connect(m_sessions, &SessionFlow::saved, this, [this](const QString& file) {
        statusBar()->showMessage(tr("Written: %1").arg(file), messageMilliseconds);
    });
    connectTimeLine();
    connectDrawer();
    connectUndo();
    connectCompareActions();
    connect(&m_session, &Session::runsReplaced, this, &MainWindow::showComparing);
    connect(&m_session, &Session::runAdded, this, &MainWindow::showComparing);
    connect(&m_session, &Session::runChanged, this, &MainWindow::showComparing);
    showComparing();
}

void MainWindow::connectCompareActions() {
    const auto on = [this](QAction* action, auto what) { connect(action, &QAction::triggered, this, what); };
    on(m_actions->compare, [this] { m_comparing->compare(); });
    on(m_actions->fork, [this] { m_comparing->fork(m_drawer->currentRun(), cursorUpdate()); });
    on(m_actions->whatIf, [this] { m_comparing->whatIf(m_drawer->currentRun(), cursorUpdate()); });
    on(m_actions->keepWhatIf, [this] { m_comparing->keepGhosts(); });
    on(m_actions->discardWhatIf, [this] { m_comparing->discardGhosts(); });
    on(m_actions->openSession, [this] { m_sessions->chooseAndOpen(); });
    on(m_actions->saveSession, [this] { m_sessions->chooseAndSave(); });
    on(m_actions->addRun, [this] { m_sessions->chooseAndAdd(); });
    on(m_actions->watchFolder, [this] { m_sessions->chooseAndWatch(); });
    on(m_actions->figureMeanSpaces, [this] { m_exports->exportHeFigure(HeFigure::MeanSpaces); });
    on(m_actions->figureTrajectories, [this] { m_exports->exportHeFigure(HeFigure::Trajectories); });
    on(m_actions->figureInformation, [this] { m_exports->exportHeFigure(HeFigure::Information); });
    on(m_actions->animation, [this] { m_exports->exportAnimation(); });
    on(m_actions->summaryTable, [this] {
        const QString file = chooseSummaryFile(m_preferences, this);
        if (file.isEmpty()) return;
        const Result<void> written = writeSummary(file, m_drawer->summaries());
        written ? statusBar()->showMessage(tr("Written: %1").arg(file), messageMilliseconds)
                : showError(written.error());
    });
    connect(m_actions->drawerPages, &QActionGroup::triggered, this, &MainWindow::openDrawer);
}

void MainWindow::openDrawer(QAction* page) {
    m_drawer->setVisible(page->isChecked());
    if (page->isChecked()) m_drawer->showPage(static_cast<RunsDrawer::Page>(page->data().toInt()));
}

void MainWindow::connectTimeLine() {
    connect(m_timeLine, &TimeLine::cursorMoved, m_drawer, &RunsDrawer::setCursor);
    connect(m_timeLine, &TimeLine::cursorMoved, this, &MainWindow::showStatus);
    connect(m_timeLine, &TimeLine::forkHereRequested, this,
            [this](std::int64_t update) { m_comparing->fork(m_drawer->currentRun(), update); });
}

/// The last completed update where the cursor is live.
std::int64_t MainWindow::cursorUpdate() const {
    if (!m_timeLine->cursor().isLive) return m_timeLine->cursor().update;
    const int run = m_drawer->currentRun();
    return run < 0 ? 0 : m_session.runs()[static_cast<std::size_t>(run)].state.at.update;
}

void MainWindow::connectDrawer() {
    RunsPanel& runs = m_drawer->runs();
    connect(&m_drawer->measures(), &MeasuresPanel::exportRequested, this,
            [this](SmallPlot* plot) { m_exports->open(ExportSubject::Plot, plot); });
    connect(&runs, &RunsPanel::shownChanged, this,
            [this](int run, bool shown) { m_undo->push(shownCommand(m_session, run, shown).release()); });
    connect(&runs, &RunsPanel::renamed, this, [this](int run, const QString& name) {
        m_undo->push(renameCommand(m_session, run, name.toStdString()).release());
    });
    connect(&runs, &RunsPanel::noteEdited, this, [this](int run, const QString& note) {
        m_undo->push(noteCommand(m_session, run, note.toStdString()).release());
    });
    connect(&runs, &RunsPanel::groupEdited, this, [this](int run, const QString& group) {
        m_undo->push(groupCommand(m_session, run, group.toStdString()).release());
    });
    connect(&runs, &RunsPanel::deleteRequested, this, [this](const QList<int>& chosen) {
        m_undo->beginMacro(tr("delete runs"));
        for (const int run : chosen)
            m_undo->push(discardCommand(m_session, run).release());
        m_undo->endMacro();
    });
    connect(&runs, &RunsPanel::isolateRequested, this, [this](int run) {
        m_undo->beginMacro(tr("show one run"));
        for (int other = 0; other < static_cast<int>(m_session.runs().size()); ++other)
            m_undo->push(shownCommand(m_session, other, other == run).release());
        m_undo->endMacro();
    });
    connect(&runs, &RunsPanel::forkRequested, this, [this](int run) { m_comparing->fork(run, cursorUpdate()); });
    connect(&runs, &RunsPanel::whatIfRequested, this, [this](int run) { m_comparing->whatIf(run, cursorUpdate()); });
    connect(&runs, &RunsPanel::keepRequested, &m_session, &Session::keep);
    connect(&runs, &RunsPanel::runHovered, m_curves, &CurvesPanel::setHighlighted);
    connect(m_curves, &CurvesPanel::runHovered, &runs, &RunsPanel::setHovered);
}

void MainWindow::connectUndo() {
    m_undo = new QUndoStack(this);
    connect(m_actions->undo, &QAction::triggered, m_undo, &QUndoStack::undo);
    connect(m_actions->redo, &QAction::triggered, m_undo, &QUndoStack::redo);
    m_look = new StageLook({*m_presenter, *m_bar, *m_curves, *m_stage, *m_actions, *m_undo}, this);
    connect(&m_session, &Session::runsReplaced, this, [this] {
        m_look->accept();
        WindowActions::choose(*m_actions->runCounts, static_cast<int>(m_session.firstPlans().size()));
    });
    connect(m_presenter, &StagePresenter::renameRequested, this, [this](int run, const QString& name) {
        m_undo->push(renameCommand(m_session, run, name.toStdString()).release());
    });
    connect(m_undo, &QUndoStack::canUndoChanged, m_actions->undo, &QAction::setEnabled);
    connect(m_undo, &QUndoStack::canRedoChanged, m_actions->redo, &QAction::setEnabled);
    connect(m_undo, &QUndoStack::undoTextChanged, this, [this](const QString& text) {
        m_actions->undo->setText(text.isEmpty() ? tr("&Undo") : tr("&Undo: %1").arg(text));
    });
    connect(m_undo, &QUndoStack::redoTextChanged, this, [this](const QString& text) {
        m_actions->redo->setText(text.isEmpty() ? tr("&Redo") : tr("&Redo: %1").arg(text));
    });
}

/// What can be asked for now.
void MainWindow::showComparing() {
    const std::vector<RunView>& runs = m_session.runs();
    const auto isThere = [](const RunView& run) { return !run.isDiscarded; };
    const bool hasGhosts = std::ranges::any_of(runs, [&](const RunView& run) { return isThere(run) && run.isGhost; });
    const bool hasRuns = std::ranges::any_of(runs, isThere);
    for (QAction* action :
         {m_actions->fork, m_actions->whatIf, m_actions->saveSession, m_actions->figureMeanSpaces,
          m_actions->figureTrajectories, m_actions->figureInformation, m_actions->animation, m_actions->summaryTable})
        action->setEnabled(hasRuns);
    m_actions->keepWhatIf->setEnabled(hasGhosts);
    m_actions->discardWhatIf->setEnabled(hasGhosts);
}

QJsonObject MainWindow::viewToSave() const {
    QJsonObject view = m_look->value();
    const TimeCursor& cursor = m_timeLine->cursor();
    if (!cursor.isLive) view[QStringLiteral("update")] = static_cast<double>(cursor.update);
    if (const QAction* page = m_actions->drawerPages->checkedAction())
        view[QStringLiteral("drawer")] = page->data().toInt();
    view[QStringLiteral("words")] = m_drawer->writing().value();
    return view;
}

void MainWindow::restoreView(const QJsonObject& view) {
    m_look->set(view);
    m_drawer->writing().set(view.value(QStringLiteral("words")).toObject());
    for (QAction* page : m_actions->drawerPages->actions()) {
        page->setChecked(page->data() == view.value(QStringLiteral("drawer")).toVariant());
        if (page->isChecked()) openDrawer(page);
    }
    if (!m_actions->drawerPages->checkedAction()) m_drawer->hide();
    if (view.contains(QStringLiteral("update"))) {
        m_timeLine->goToUpdate(static_cast<std::int64_t>(view.value(QStringLiteral("update")).toDouble()));
    } else {
        m_timeLine->goLive();
    }
}

}  // namespace collapsar
