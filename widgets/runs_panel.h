// SPDX-License-Identifier: GPL-3.0-or-later
/// The table of runs: who came from whom, what they are and how they do; shows, hides, names and picks them.
#pragma once

#include "widgets/run_row.h"
#include "widgets/runs_arrangement.h"

#include <QByteArray>
#include <QHash>
#include <QTimer>
#include <QWidget>

#include <vector>

class QAction;
class QKeyEvent;
class QLabel;
class QLineEdit;
class QMenu;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace collapsar {

class RunsDelegate;
class RunsModel;
class SegmentedControl;

class RunsPanel : public QWidget {
    Q_OBJECT

public:
    enum class Command { Rename, ToggleShown, Isolate, EditNote, EditGroup, Fork, WhatIf, Keep, Delete, Copy };

    explicit RunsPanel(QWidget* parent = nullptr);
    ~RunsPanel() override;

    /// Cheap enough for 25 times a second: selection, order, columns and an edit under way stay.
    void setRows(std::vector<RunRow> rows);
    void setTheme(const PlotTheme& theme);
    /// A run that the mouse is on elsewhere; -1: none. Never emits.
    void setHovered(int run);
    /// In the table's order; a group counts as its members.
    [[nodiscard]] QList<int> selectedRuns() const;
    void setSelectedRuns(const QList<int>& runs);
    void setFilter(const QString& text);
    void setGrouping(RunGrouping grouping);
    /// Columns, order, sorting and grouping. restoreState: false when the bytes are not of such a table.
    [[nodiscard]] QByteArray saveState() const;
    bool restoreState(const QByteArray& state);
    /// The selected lines, else all, as tab-separated text with a line of titles; the columns shown, as shown.
    [[nodiscard]] QString copiedText() const;

    [[nodiscard]] QTableView* view() const { return m_view; }
    [[nodiscard]] RunsModel* model() const { return m_model; }
    [[nodiscard]] RunsArrangement* lines() const { return m_lines; }
    [[nodiscard]] QAction* action(Command command) const { return m_actions.value(static_cast<int>(command)); }

Q_SIGNALS:
    void shownChanged(int run, bool isShown);
    void renamed(int run, const QString& name);
    void noteEdited(int run, const QString& note);
    void groupEdited(int run, const QString& group);
    void deleteRequested(const QList<int>& runs);
    void forkRequested(int run);
    void whatIfRequested(int run);
    void keepRequested(int run);  ///< of a ghost
    void runHovered(int run);     ///< -1: none
    void isolateRequested(int run);
    void selectionChanged(const QList<int>& runs);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildBar();
    void buildTable();
    void buildHeader();
    void buildEmpty();
    void buildActions();
    QAction* addAction(Command command, const QString& text, const QList<QKeySequence>& keys);
    void connectTable();
    void trigger(Command command);
    void edit(RunColumn column);
    void toggleShown();
    void showMenu(const QPoint& place);
    void fillColumnMenu(QMenu& menu);
    void showActions();
    void showCounts();
    void fitColumns();
    void requestSettling();
    void settle();
    [[nodiscard]] bool takesKey(QKeyEvent& key);
    void hoverAt(const QPoint& place);
    [[nodiscard]] int currentRun() const;

    RunsModel* m_model = nullptr;
    RunsArrangement* m_lines = nullptr;
    RunsDelegate* m_delegate = nullptr;
    QTableView* m_view = nullptr;
    QStackedWidget* m_pages = nullptr;
    QLineEdit* m_filter = nullptr;
    SegmentedControl* m_grouping = nullptr;
    QToolButton* m_columns = nullptr;
    QLabel* m_counts = nullptr;
    QLabel* m_noMatch = nullptr;
    QHash<int, QAction*> m_actions;
    QTimer m_settling;  ///< lines move at most once a second
};

}  // namespace collapsar
