// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/runs_model.h"

#include "widgets/display_text.h"

#include <algorithm>
#include <cmath>

namespace collapsar {

namespace {

bool isEditable(RunColumn column) {
    return column == RunColumn::Name || column == RunColumn::Group || column == RunColumn::Note;
}

bool isSame(double a, double b) {
    return a == b || (std::isnan(a) && std::isnan(b));
}

bool haveSameValues(const RunRow& a, const RunRow& b) {
    for (int column = 0; column < runColumnCount; ++column) {
        if (!isSame(runNumber(a, RunColumn(column)), runNumber(b, RunColumn(column)))) return false;
    }
    return true;
}

/// Looks the same in every cell. Settings beyond the seed show in the strategy only.
bool looksSame(const RunRow& a, const RunRow& b) {
    return a.identity == b.identity && a.isShown == b.isShown && a.isGhost == b.isGhost && a.note == b.note &&
           a.group == b.group && a.parentRun == b.parentRun && a.parentAt == b.parentAt &&
           a.summary.phase == b.summary.phase && a.summary.strategy == b.summary.strategy && haveSameValues(a, b);
}

}  // namespace

RunsModel::RunsModel(QObject* parent) : QAbstractTableModel(parent) {}

void RunsModel::setRows(std::vector<RunRow> rows) {
    std::ranges::sort(rows, {}, &RunRow::run);
    takeMembers(rows);
    bool isRenamed = false;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const bool isChanged = !looksSame(m_rows[i], rows[i]);
        isRenamed |= m_rows[i].identity.name != rows[i].identity.name;
        m_rows[i] = std::move(rows[i]);
        if (!isChanged) continue;
        const int row = static_cast<int>(i);
        Q_EMIT dataChanged(index(row, 0), index(row, runColumnCount - 1));
    }
    if (isRenamed) showParents();
}

/// Forks name their parents.
void RunsModel::showParents() {
    if (m_rows.empty()) return;
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, static_cast<int>(RunColumn::Parent)));
}

/// Removes the runs that are gone and inserts the new ones.
void RunsModel::takeMembers(const std::vector<RunRow>& rows) {
    for (int row = static_cast<int>(m_rows.size()) - 1; row >= 0; --row) {
        if (std::ranges::binary_search(rows, m_rows[static_cast<std::size_t>(row)].run, {}, &RunRow::run)) continue;
        beginRemoveRows({}, row, row);
        m_rows.erase(m_rows.begin() + row);
        endRemoveRows();
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (i < m_rows.size() && m_rows[i].run == rows[i].run) continue;
        const int row = static_cast<int>(i);
        beginInsertRows({}, row, row);
        m_rows.insert(m_rows.begin() + row, rows[i]);
        endInsertRows();
    }
}

const RunRow* RunsModel::find(int run) const {
    const int row = rowOf(run);
    return row < 0 ? nullptr : &m_rows[static_cast<std::size_t>(row)];
}

int RunsModel::rowOf(int run) const {
    const auto place = std::ranges::lower_bound(m_rows, run, {}, &RunRow::run);
    return place == m_rows.end() || place->run != run ? -1 : static_cast<int>(place - m_rows.begin());
}

QString RunsModel::parentName(const RunRow& row) const {
    const RunRow* parent = row.parentRun < 0 ? nullptr : find(row.parentRun);
    return parent == nullptr ? QString() : parent->identity.name;
}

int RunsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int RunsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : runColumnCount;
}

QVariant RunsModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const RunRow& row = m_rows[static_cast<std::size_t>(index.row())];
    const auto column = RunColumn(index.column());
    switch (role) {
        case Qt::DisplayRole:
        case Qt::EditRole:
            return runText(row, column, parentName(row));
        case Qt::ToolTipRole: {
            const QString text = runText(row, column, parentName(row));
            return column == RunColumn::Note || column == RunColumn::Name || column == RunColumn::Strategy ? text
                                                                                                           : QString();
        }
        case Qt::AccessibleTextRole:
            return accessibleText(row, column);
        case Qt::CheckStateRole:
            return column == RunColumn::Name ? QVariant(row.isShown ? Qt::Checked : Qt::Unchecked) : QVariant();
        case Qt::TextAlignmentRole:
            return QVariant::fromValue(
                (isMeasured(column) || column == RunColumn::Seed ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
        default:
            return {};
    }
}

QString RunsModel::accessibleText(const RunRow& row, RunColumn column) const {
    const QString text = runText(row, column, parentName(row));
    if (column != RunColumn::Name) return tr("%1: %2", "column: value").arg(runColumnTitle(column), text);
    const QString shown = row.isShown ? tr("%1, shown").arg(text) : tr("%1, hidden").arg(text);
    const QString parent = parentName(row);
    return parent.isEmpty() ? shown : tr("%1, from %2 at %3").arg(shown, parent, countText(row.parentAt.update));
}

QVariant RunsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= runColumnCount) return {};
    const auto column = RunColumn(section);
    if (role == Qt::DisplayRole) return runColumnTitle(column);
    if (role == Qt::ToolTipRole) return runColumnHelp(column);
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue((isMeasured(column) || column == RunColumn::Seed ? Qt::AlignRight : Qt::AlignLeft) |
                                   Qt::AlignVCenter);
    }
    return {};
}

Qt::ItemFlags RunsModel::flags(const QModelIndex& index) const {
    if (!index.isValid()) return {};
    Qt::ItemFlags flags = QAbstractTableModel::flags(index) | Qt::ItemNeverHasChildren;
    if (isEditable(RunColumn(index.column()))) flags |= Qt::ItemIsEditable;
    if (RunColumn(index.column()) == RunColumn::Name) flags |= Qt::ItemIsUserCheckable;
    return flags;
}

bool RunsModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return false;
    RunRow& row = m_rows[static_cast<std::size_t>(index.row())];
    const auto column = RunColumn(index.column());
    if (role == Qt::CheckStateRole && column == RunColumn::Name) {
        const bool isShown = value.toInt() == Qt::Checked;
        if (row.isShown == isShown) return true;
        row.isShown = isShown;
        Q_EMIT dataChanged(index.siblingAtColumn(0), index.siblingAtColumn(runColumnCount - 1));
        Q_EMIT shownChanged(row.run, isShown);
        return true;
    }
    if (role != Qt::EditRole || !isEditable(column)) return false;
    const QString text = value.toString().trimmed();
    if (text == runText(row, column, {})) return true;
    return setText(row, column, text);
}

bool RunsModel::setText(RunRow& row, RunColumn column, const QString& text) {
    if (column == RunColumn::Name && text.isEmpty()) return false;
    QString& field = column == RunColumn::Name ? row.identity.name : column == RunColumn::Note ? row.note : row.group;
    field = text;
    const int run = row.run;
    const int place = rowOf(run);
    Q_EMIT dataChanged(index(place, 0), index(place, runColumnCount - 1));
    if (column == RunColumn::Name) {
        showParents();
        Q_EMIT renamed(run, text);
    }
    if (column == RunColumn::Note) Q_EMIT noteEdited(run, text);
    if (column == RunColumn::Group) Q_EMIT groupEdited(run, text);
    return true;
}

}  // namespace collapsar
