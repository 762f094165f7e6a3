// SPDX-License-Identifier: GPL-3.0-or-later
// What a person can do to the runs in the table: keys and the context menu are the same actions.
#include "widgets/runs_model.h"
#include "widgets/runs_panel.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QTableView>

#include <algorithm>

namespace collapsar {

void RunsPanel::buildActions() {
    addAction(Command::Rename, tr("Rename"), {Qt::Key_F2});
    addAction(Command::ToggleShown, tr("Show or hide"), {Qt::Key_Space});
    addAction(Command::Isolate, tr("Show only this"), {Qt::Key_Return, Qt::Key_Enter});
    addAction(Command::EditNote, tr("Edit note"), {});
    addAction(Command::EditGroup, tr("Edit group"), {});
    addAction(Command::Fork, tr("Fork ..."), {});
    addAction(Command::WhatIf, tr("What if ..."), {});
    addAction(Command::Keep, tr("Keep this what-if"), {});
    addAction(Command::Delete, tr("Delete"), {Qt::Key_Delete});
    addAction(Command::Copy, tr("Copy as text"), QKeySequence::keyBindings(QKeySequence::Copy));
}

QAction* RunsPanel::addAction(Command command, const QString& text, const QList<QKeySequence>& keys) {
    auto* action = new QAction(text, m_view);
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetShortcut);  // an open editor keeps its keys
    m_view->addAction(action);
    m_actions.insert(static_cast<int>(command), action);
    connect(action, &QAction::triggered, this, [this, command] { trigger(command); });
    return action;
}

void RunsPanel::trigger(Command command) {
    const int run = currentRun();
    switch (command) {
        case Command::Rename:
            return edit(RunColumn::Name);
        case Command::EditNote:
            return edit(RunColumn::Note);
        case Command::EditGroup:
            return edit(RunColumn::Group);
        case Command::ToggleShown:
            return toggleShown();
        case Command::Isolate:
            if (run < 0) return m_lines->toggleGroup(m_view->currentIndex().row());
            return Q_EMIT isolateRequested(run);
        case Command::Fork:
            return Q_EMIT forkRequested(run);
        case Command::WhatIf:
            return Q_EMIT whatIfRequested(run);
        case Command::Keep:
            return Q_EMIT keepRequested(run);
        case Command::Delete:
            return Q_EMIT deleteRequested(selectedRuns());
        case Command::Copy:
            return QGuiApplication::clipboard()->setText(copiedText());
    }
}

void RunsPanel::edit(RunColumn column) {
    const int section = static_cast<int>(column);
    const QModelIndex place = m_view->currentIndex().siblingAtColumn(section);
    if (!place.isValid()) return;
    m_view->setColumnHidden(section, false);
    m_view->scrollTo(place);
    m_view->selectionModel()->setCurrentIndex(place, QItemSelectionModel::NoUpdate);
    m_view->edit(place);
}

/// Hides all that are selected when all are shown, else shows them.
void RunsPanel::toggleShown() {
    const QList<int> runs = selectedRuns();
    const auto isShown = [this](int run) { return m_model->find(run)->isShown; };
    const bool wanted = !std::ranges::all_of(runs, isShown);
    for (int run : runs) {
        m_model->setData(m_model->index(m_model->rowOf(run), 0), wanted ? Qt::Checked : Qt::Unchecked,
                         Qt::CheckStateRole);
    }
}

void RunsPanel::showMenu(const QPoint& place) {
    if (!m_view->indexAt(place).isValid() && !m_view->currentIndex().isValid()) return;  // the key has no place
    QMenu menu;
    const auto add = [this, &menu](std::initializer_list<Command> commands) {
        for (Command command : commands)
            menu.addAction(action(command));
        menu.addSeparator();
    };
    add({Command::Rename, Command::EditNote, Command::EditGroup});
    add({Command::ToggleShown, Command::Isolate});
    add({Command::Fork, Command::WhatIf, Command::Keep});
    add({Command::Copy});
    add({Command::Delete});
    menu.exec(m_view->viewport()->mapToGlobal(place));
}

void RunsPanel::showActions() {
    const RunRow* current = m_lines->runAt(m_view->currentIndex().row());
    const bool hasRun = current != nullptr;
    const bool hasSelection = !selectedRuns().isEmpty();
    for (Command command : {Command::Rename, Command::EditNote, Command::EditGroup, Command::Fork, Command::WhatIf})
        action(command)->setEnabled(hasRun);
    action(Command::Keep)->setVisible(hasRun && current->isGhost);
    action(Command::Isolate)->setEnabled(m_view->currentIndex().isValid());
    action(Command::Isolate)->setText(hasRun ? tr("Show only this") : tr("Fold or unfold the group"));
    action(Command::ToggleShown)->setEnabled(hasSelection);
    action(Command::Delete)->setEnabled(hasSelection);
    action(Command::Copy)->setEnabled(m_lines->rowCount() > 0);
}

int RunsPanel::currentRun() const {
    const RunRow* row = m_lines->runAt(m_view->currentIndex().row());
    return row == nullptr ? -1 : row->run;
}

QString RunsPanel::copiedText() const {
    const QHeaderView* header = m_view->horizontalHeader();
    QList<int> columns;
    for (int place = 0; place < runColumnCount; ++place) {
        const int column = header->logicalIndex(place);
        if (!m_view->isColumnHidden(column)) columns << column;
    }
    QList<int> rows;
    for (int row = 0; row < m_lines->rowCount(); ++row) {
        const bool isWanted = !m_view->selectionModel()->hasSelection() || m_view->selectionModel()->isRowSelected(row);
        if (isWanted) rows << row;
    }
    const auto joined = [&columns](const auto& textOf) {
        QStringList cells;
        for (int column : columns)
            cells << QString(textOf(column)).replace(QLatin1Char('\t'), QLatin1Char(' '));
        return cells.join(QLatin1Char('\t')) + QLatin1Char('\n');
    };
    QString text = joined([](int column) { return runColumnTitle(RunColumn(column)); });
    for (int row : rows)
        text += joined([this, row](int column) { return m_lines->index(row, column).data().toString(); });
    return text;
}

}  // namespace collapsar
