// SPDX-License-Identifier: GPL-3.0-or-later
// What the window's actions and its control bar do.
#include "app/export_flow.h"
#include "app/help_dialogs.h"
#include "app/main_window.h"
#include "app/preferences.h"
#include "app/run_opening.h"
#include "app/stage_presenter.h"
#include "app/undo_commands.h"
#include "app/window_actions.h"
#include "widgets/control_bar.h"
#include "widgets/corpus_dialog.h"
#include "widgets/curves_panel.h"
#include "widgets/preset_picker.h"
#include "widgets/settings_dialog.h"

#include <QAbstractButton>
#include <QAction>
#include <QActionGroup>
#include <QFileInfo>
#include <QMenu>
#include <QUndoStack>

#include <algorithm>

namespace collapsar {

void MainWindow::connectBar() {
    using Button = ControlBar::Button;
    connect(m_bar, &ControlBar::startRequested, &m_session, &Session::start);
    connect(m_bar, &ControlBar::pauseRequested, &m_session, &Session::pause);
    connect(m_bar, &ControlBar::stepEncoderRequested, this, [this] { m_session.step(Step::Encoder); });
    connect(m_bar, &ControlBar::stepDecoderRequested, this, [this] { m_session.step(Step::Decoder); });
    connect(m_bar, &ControlBar::stepUpdateRequested, this, [this] { m_session.step(Step::Update); });
    connect(m_bar, &ControlBar::resetRequested, this, [this] { m_session.restart(Seed::Same); });
    connect(m_bar, &ControlBar::reseedRequested, this, [this] { m_session.restart(Seed::New); });
    connect(m_bar, &ControlBar::paceChosen, this, [this](PaceChoice pace) { choosePace(static_cast<Pace>(pace)); });
    connect(m_bar, &ControlBar::followRequested, this, [this] { m_presenter->setFollow(true); });
    const std::pair<Button, QAction*> keys[] = {{Button::StartPause, m_actions->startPause},
                                                {Button::StepEncoder, m_actions->stepEncoder},
                                                {Button::StepDecoder, m_actions->stepDecoder},
                                                {Button::StepUpdate, m_actions->stepUpdate},
                                                {Button::Reset, m_actions->reset},
                                                {Button::Reseed, m_actions->reseed},
                                                {Button::Follow, m_actions->follow}};
    for (const auto& [which, action] : keys) {
        if (QAbstractButton* button = m_bar->button(which)) {
            button->setFocusPolicy(Qt::TabFocus);  // a click leaves Space with the window
            button->setToolTip(QStringLiteral("%1 (%2)").arg(button->toolTip(),
                                                             action->shortcut().toString(QKeySequence::NativeText)));
        }
    }
}

void MainWindow::connectFileActions() {
    connect(m_actions->newFromPreset, &QAction::triggered, this, &MainWindow::choosePreset);
    connect(m_actions->presets, &QActionGroup::triggered, this,
            [this](QAction* action) { openSubject(action->data().toString()); });
    connect(m_actions->parameters, &QAction::triggered, this, &MainWindow::editParameters);
    connect(m_actions->openRun, &QAction::triggered, m_opening, &RunOpening::chooseFolder);
    connect(m_actions->recentRuns, &QMenu::aboutToShow, this, &MainWindow::fillRecentRuns);
    connect(m_actions->interruptedRuns, &QAction::triggered, m_opening, &RunOpening::showInterrupted);
    connect(m_actions->saveCheckpoint, &QAction::triggered, this,
            [this] { m_exports->open(ExportSubject::Checkpoint); });
    connect(m_actions->exportFigure, &QAction::triggered, this, [this] { m_exports->open(ExportSubject::Stage); });
    connect(m_actions->quit, &QAction::triggered, this, &QWidget::close);
    connect(m_actions->shortcuts, &QAction::triggered, this,
            [this] { showShortcutSheet(m_actions->withKeys(), this); });
    connect(m_actions->aboutData, &QAction::triggered, this, &MainWindow::showAboutData);
    connect(m_actions->about, &QAction::triggered, this, [this] { showAbout(m_session.engine().description(), this); });
}

void MainWindow::connectRunActions() {
    connect(m_actions->startPause, &QAction::triggered, this, &MainWindow::toggleTraining);
    connect(m_actions->stepEncoder, &QAction::triggered, this, [this] { m_session.step(Step::Encoder); });
    connect(m_actions->stepDecoder, &QAction::triggered, this, [this] { m_session.step(Step::Decoder); });
    connect(m_actions->stepUpdate, &QAction::triggered, this, [this] { m_session.step(Step::Update); });
    connect(m_actions->reset, &QAction::triggered, this, [this] { m_session.restart(Seed::Same); });
    connect(m_actions->reseed, &QAction::triggered, this, [this] { m_session.restart(Seed::New); });
    connect(m_actions->paces, &QActionGroup::triggered, this,
            [this](QAction* action) { choosePace(static_cast<Pace>(action->data().toInt())); });
    connect(m_actions->runCounts, &QActionGroup::triggered, this,
            [this](QAction* action) { chooseRunCount(action->data().toInt()); });
}

void MainWindow::connectViewActions() {
    connect(m_actions->follow, &QAction::triggered, this, [this] { m_presenter->setFollow(true); });
    connect(m_actions->fit, &QAction::triggered, m_presenter, &StagePresenter::fitAll);
    connect(m_actions->trails, &QAction::toggled, m_presenter, &StagePresenter::setTrailsVisible);
    connect(m_actions->staircase, &QAction::toggled, m_presenter, &StagePresenter::setStaircase);
    connect(m_actions->ownAxes, &QAction::toggled, m_presenter, &StagePresenter::setOwnAxes);
    connect(m_actions->events, &QAction::toggled, m_side, &QWidget::setVisible);
    connect(m_actions->presentation, &QAction::toggled, this, &MainWindow::setPresentation);
    connect(m_actions->themes, &QActionGroup::triggered, this, [this](QAction* action) {
        setTheme(static_cast<ThemeMode>(action->data().toInt()));
        m_preferences.setTheme(m_theme);
    });
    for (int place = 0; place < m_actions->curves.size(); ++place) {
        connect(m_actions->curves[place], &QActionGroup::triggered, this,
                [this, place](QAction* action) { m_curves->setColumn(place, action->data().toString()); });
    }
    connect(m_curves, &CurvesPanel::columnChanged, this,
            [this](int place, const QString& column) { WindowActions::choose(*m_actions->curves[place], column); });
    connect(m_curves, &CurvesPanel::exportRequested, this,
            [this](CurvePlot* plot) { m_exports->open(ExportSubject::Plot, plot); });
}

void MainWindow::choosePace(Pace pace) {
    m_session.setPace(pace);
    m_preferences.setPace(pace);
    m_bar->setPace(static_cast<PaceChoice>(pace));
    WindowActions::choose(*m_actions->paces, static_cast<int>(pace));
}

/// One run is the first of the preset; a second one, where the preset has none, is the same with aggressive updates.
void MainWindow::chooseRunCount(int count) {
    std::vector<RunPlan> plans = m_preset.runs;
    if (count == 2 && plans.size() == 1) {
        plans.push_back(plans.front());
        plans.back().name = tr("Aggressive").toStdString();
        plans.back().settings.aggressive = Aggressive::Auto;
    }
    plans.resize(std::min<std::size_t>(plans.size(), count));
    m_session.prepare(std::move(plans));
}

void MainWindow::choosePreset() {
    QList<PresetView> views;
    for (const Preset& preset : presetsWithData()) {
        views.append({QString::fromStdString(preset.stem), QString::fromStdString(preset.title),
                      QString::fromStdString(preset.expectation)});
    }
    auto* picker = new PresetPicker(views, this);
    picker->setAttribute(Qt::WA_DeleteOnClose);
    picker->setCurrent(QString::fromStdString(m_preset.stem));
    connect(picker, &PresetPicker::presetChosen, this, &MainWindow::openSubject);
    picker->open();
}

void MainWindow::editParameters() {
    QList<RunSetup> setups;
    const std::vector<RunPlan> present = m_session.firstPlans();
    for (const RunPlan& plan : present) {
        setups.append({QString::fromStdString(plan.name), plan.settings});
    }
    if (setups.isEmpty()) {
        return;
    }
    auto* dialog = new SettingsDialog(setups, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, present] {
        std::vector<RunPlan> plans;
        for (const RunSetup& setup : dialog->setups()) {
            RunPlan plan;
            const std::size_t place = plans.size();
            if (place < present.size()) {
                plan = present[place];
            }
            plan.name = setup.name.toStdString();
            plan.settings = setup.settings;
            plans.push_back(std::move(plan));
        }
        m_undo->push(parametersCommand(m_session, std::move(plans)).release());
    });
    dialog->open();
}

void MainWindow::showAboutData() {
    if (m_session.runs().empty() || !m_session.runs().front().state.data) {
        return;
    }
    const RunView& run = m_session.runs().front();
    const QString name = QFileInfo(QString::fromStdString(run.plan.settings.data)).fileName();
    auto* dialog = new CorpusDialog(*run.state.data, name, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

bool MainWindow::isTraining() const {
    return std::ranges::any_of(m_session.runs(), [](const RunView& run) {
        return run.state.phase == RunPhase::Training && !run.isGhost && !run.isDiscarded;
    });
}

void MainWindow::toggleTraining() {
    isTraining() ? m_session.pause() : m_session.start();
}

/// For a room: larger text on the whole screen, without the side column.
void MainWindow::setPresentation(bool isOn) {
    m_textSize = isOn ? TextSize::Presentation : TextSize::Normal;
    m_actions->events->setChecked(!isOn);
    setWindowState(isOn ? windowState() | Qt::WindowFullScreen : windowState() & ~Qt::WindowFullScreen);
    restyle();
}

void MainWindow::fillRecentRuns() {
    m_actions->recentRuns->clear();
    for (const QString& folder : m_preferences.recentRuns()) {
        QAction* action = m_actions->recentRuns->addAction(QFileInfo(folder).completeBaseName());
        action->setToolTip(folder);
        action->setEnabled(QFileInfo(folder).isDir());
        connect(action, &QAction::triggered, this, [this, folder] { m_opening->open(folder, OpenAs::Ask); });
    }
    if (m_actions->recentRuns->isEmpty()) {
        m_actions->recentRuns->addAction(tr("None yet"))->setEnabled(false);
    }
}

}  // namespace collapsar
