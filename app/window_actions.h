// SPDX-License-Identifier: GPL-3.0-or-later
/// Every action of the window with its words and keys, and the menu bar made of them. What they do is connected
/// elsewhere.
#pragma once

#include "core/train/preset.h"

#include <QList>
#include <QObject>

#include <vector>

class QAction;
class QActionGroup;
class QMainWindow;
class QMenu;

namespace collapsar {

class WindowActions : public QObject {
    Q_OBJECT

public:
    /// Fills the window's menu bar.
    WindowActions(QMainWindow& window, const std::vector<Preset>& presets);

    QAction *newFromPreset, *parameters, *openRun, *interruptedRuns, *saveCheckpoint, *exportFigure, *quit;
    QAction *startPause, *stepEncoder, *stepDecoder, *stepUpdate, *reset, *reseed;
    QAction *undo, *redo;
    QAction *compare, *fork, *whatIf, *keepWhatIf, *discardWhatIf;
    QAction *openSession, *saveSession, *addRun, *watchFolder;
    QAction *figureMeanSpaces, *figureTrajectories, *figureInformation, *animation, *summaryTable;
    QAction *follow, *fit, *trails, *staircase, *ownAxes, *presentation, *events;
    QAction *shortcuts, *aboutData, *about;
    QMenu* recentRuns = nullptr;
    QActionGroup* drawerPages = nullptr;  ///< data: RunsDrawer::Page as int; none checked: closed
    QActionGroup* presets = nullptr;      ///< data: stem
    QActionGroup* paces = nullptr;        ///< data: Pace as int
    QActionGroup* runCounts = nullptr;    ///< data: 1 or 2
    QActionGroup* themes = nullptr;       ///< data: ThemeMode as int
    QActionGroup* axes = nullptr;         ///< data: CurveAxis as int
    QActionGroup* smoothings = nullptr;   ///< data: weight of the past
    QList<QActionGroup*> curves;          ///< one for each place of the curves panel; data: stable column name

    /// Checks the action of a group that holds `value`.
    static void choose(QActionGroup& group, const QVariant& value);
    /// All actions that have a key, in the order of the menus.
    [[nodiscard]] QList<QAction*> withKeys() const;

private:
    QAction* add(QMenu& menu, const QString& text, const char* key, const char* name);
    QActionGroup* addGroup(const char* name);
    QAction* addChoice(QMenu& menu, QActionGroup& group, const QString& text, const QVariant& value, const char* key);
    void buildFile(const std::vector<Preset>& presets);
    void buildEdit();
    void buildRun();
    void buildCompare();
    void buildView();
    void buildCurves(QMenu& view);
    void buildHelp();

    QMainWindow& m_window;
    QList<QAction*> m_all;
};

}  // namespace collapsar
