// SPDX-License-Identifier: GPL-3.0-or-later
/// The window: control bar, cards, curves, side column, status bar, and what its actions do.
#pragma once

#include "app/session.h"
#include "app/window_theme.h"
#include "core/train/preset.h"
#include "widgets/curve_plot.h"

#include <QJsonObject>
#include <QMainWindow>

class QAction;
class QLabel;
class QSplitter;
class QToolButton;
class QUndoStack;
class QVBoxLayout;

namespace collapsar {

class CompareFlow;
class ControlBar;
class CurvesPanel;
class EventList;
class ExportFlow;
class NoticeBar;
class Preferences;
class RunOpening;
class RunsDrawer;
class SessionFlow;
class Stage;
class StageLook;
class StagePresenter;
class TimeLine;
class WindowActions;

class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    /// Both must outlive the window.
    MainWindow(Session& session, Preferences& preferences);
    ~MainWindow() override;

    /// Puts the preset's runs on the stage, ready to start.
    void usePreset(const Preset& preset);
    /// A run folder, a preset's stem or a settings file. Errors are shown in the window.
    void openSubject(const QString& subject);
    void setTheme(ThemeMode mode);
    /// Runs of the program's own folder that were interrupted are offered.
    void lookForInterrupted();
    /// Tells when this machine computes slower than it could. After the first frame: it asks the engine.
    void checkComputing();

    [[nodiscard]] Stage& stage() const { return *m_stage; }
    [[nodiscard]] CurvesPanel& curves() const { return *m_curves; }
    [[nodiscard]] ControlBar& controlBar() const { return *m_bar; }
    [[nodiscard]] NoticeBar& notice() const { return *m_notice; }
    [[nodiscard]] StagePresenter& presenter() const { return *m_presenter; }
    [[nodiscard]] ExportFlow& exports() const { return *m_exports; }
    [[nodiscard]] RunOpening& opening() const { return *m_opening; }
    [[nodiscard]] WindowActions& actions() const { return *m_actions; }
    [[nodiscard]] TimeLine& timeLine() const { return *m_timeLine; }
    [[nodiscard]] RunsDrawer& drawer() const { return *m_drawer; }
    [[nodiscard]] CompareFlow& comparing() const { return *m_comparing; }
    [[nodiscard]] SessionFlow& sessions() const { return *m_sessions; }
    [[nodiscard]] QUndoStack& undoStack() const { return *m_undo; }

protected:
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildLayout();
    QWidget* buildSideColumn();
    void buildStatusBar();
    void restoreLayout();
    void saveLayout();
    void connectSession();
    void connectBar();
    void connectFileActions();
    void connectRunActions();
    void connectViewActions();
    // Comparing (main_window_compare.cpp)
    void connectComparing();
    void connectCompareActions();
    void connectDrawer();
    void connectTimeLine();
    void connectUndo();
    void openDrawer(QAction* page);
    void showComparing();
    [[nodiscard]] std::int64_t cursorUpdate() const;
    [[nodiscard]] QJsonObject viewToSave() const;
    void restoreView(const QJsonObject& view);
    void choosePace(Pace pace);
    void chooseRunCount(int count);
    void choosePreset();
    void editParameters();
    void showAboutData();
    void toggleTraining();
    /// What-ifs train in the background and do not count.
    [[nodiscard]] bool isTraining() const;
    void setPresentation(bool isOn);
    void restyle();
    void showStatus();
    void fillRecentRuns();
    void showError(const Error& error);

    Session& m_session;
    Preferences& m_preferences;
    Preset m_preset;
    ThemeMode m_theme = ThemeMode::System;
    TextSize m_textSize = TextSize::Normal;
    bool m_isRestyling = false;

    ControlBar* m_bar = nullptr;
    NoticeBar* m_notice = nullptr;
    Stage* m_stage = nullptr;
    CurvesPanel* m_curves = nullptr;
    EventList* m_events = nullptr;
    QVBoxLayout* m_switches = nullptr;
    QWidget* m_side = nullptr;
    QSplitter* m_columns = nullptr;
    QSplitter* m_rows = nullptr;
    TimeLine* m_timeLine = nullptr;
    RunsDrawer* m_drawer = nullptr;
    QUndoStack* m_undo = nullptr;
    StageLook* m_look = nullptr;
    QLabel* m_dataLabel = nullptr;
    QLabel* m_probeLabel = nullptr;
    QLabel* m_drawLabel = nullptr;
    QToolButton* m_interrupted = nullptr;
    WindowActions* m_actions = nullptr;
    StagePresenter* m_presenter = nullptr;
    ExportFlow* m_exports = nullptr;
    RunOpening* m_opening = nullptr;
    CompareFlow* m_comparing = nullptr;
    SessionFlow* m_sessions = nullptr;
};

}  // namespace collapsar
