// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/runs_arrangement.h"

#include "widgets/display_text.h"
#include "widgets/runs_model.h"

#include <algorithm>
#include <cmath>

namespace collapsar {

namespace {

/// Not measured comes last in either order.
int compared(double a, double b, Qt::SortOrder order) {
    const bool hasA = std::isfinite(a);
    const bool hasB = std::isfinite(b);
    if (!hasA || !hasB) return static_cast<int>(hasB) - static_cast<int>(hasA);
    if (a == b) return 0;
    return (a < b) == (order == Qt::AscendingOrder) ? -1 : 1;
}

int compared(const QString& a, const QString& b, Qt::SortOrder order) {
    if (a.isEmpty() != b.isEmpty()) return a.isEmpty() ? 1 : -1;
    const int way = QString::localeAwareCompare(a, b);
    return order == Qt::AscendingOrder ? way : -way;
}

bool hasNumber(RunColumn column) {
    return isMeasured(column) || column == RunColumn::Seed;
}

}  // namespace

RunsArrangement::RunsArrangement(RunsModel& runs, QObject* parent) : QAbstractTableModel(parent), m_runs(runs) {
    connect(&runs, &QAbstractItemModel::dataChanged, this, &RunsArrangement::takeChange);
    const auto follow = [this] {
        takeMembers();
        Q_EMIT stale();
    };
    connect(&runs, &QAbstractItemModel::rowsInserted, this, follow);
    connect(&runs, &QAbstractItemModel::rowsRemoved, this, follow);
    settle();
}

void RunsArrangement::setFilter(const QString& text) {
    m_words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    settle();
    if (rowCount() > 0) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, runColumnCount - 1));  // means
}

void RunsArrangement::setGrouping(RunGrouping grouping) {
    m_grouping = grouping;
    m_collapsed.clear();
    settle();
}

void RunsArrangement::toggleGroup(int row) {
    if (row < 0 || row >= rowCount() || m_lines[static_cast<std::size_t>(row)].run >= 0) return;
    const QString group = m_lines[static_cast<std::size_t>(row)].group;
    if (!m_collapsed.remove(group)) m_collapsed.insert(group);
    settle();
    Q_EMIT dataChanged(index(row, 0), index(row, 0));
}

void RunsArrangement::sort(int column, Qt::SortOrder order) {
    m_sortColumn = column;
    m_sortOrder = order;
    settle();
}

bool RunsArrangement::settle() {
    takeMembers();
    return reorder(wantedLines());
}

int RunsArrangement::lineOf(int run) const {
    const auto place = std::ranges::find(m_lines, run, &Line::run);
    return run < 0 || place == m_lines.end() ? -1 : static_cast<int>(place - m_lines.begin());
}

QList<int> RunsArrangement::runsOfLine(int row) const {
    if (row < 0 || row >= rowCount()) return {};
    const Line& line = m_lines[static_cast<std::size_t>(row)];
    if (line.run >= 0) return {line.run};
    QList<int> runs;
    for (const RunRow& each : m_runs.rows()) {
        if (matches(each) && groupOf(each) == line.group) runs << each.run;
    }
    return runs;
}

const RunRow* RunsArrangement::runAt(int row) const {
    if (row < 0 || row >= rowCount()) return nullptr;
    return m_runs.find(m_lines[static_cast<std::size_t>(row)].run);
}

QString RunsArrangement::groupOf(const RunRow& row) const {
    if (m_grouping == RunGrouping::None) return {};
    const QString name = m_grouping == RunGrouping::Strategy ? strategyText(row.summary.strategy) : row.group;
    return name.isEmpty() ? tr("No group") : name;
}

bool RunsArrangement::matches(const RunRow& row) const {
    if (m_words.isEmpty()) return true;
    QString all;
    for (RunColumn column : {RunColumn::Name, RunColumn::Strategy, RunColumn::Parent, RunColumn::Seed, RunColumn::State,
                             RunColumn::Group, RunColumn::Note}) {
        all += runText(row, column, m_runs.parentName(row)) + QLatin1Char('\n');
    }
    return std::ranges::all_of(m_words,
                               [&all](const QString& word) { return all.contains(word, Qt::CaseInsensitive); });
}

bool RunsArrangement::isTree() const {
    return m_sortColumn < 0 || m_sortColumn == static_cast<int>(RunColumn::Name);
}

bool RunsArrangement::isBefore(const RunRow& a, const RunRow& b) const {
    const auto column = RunColumn(m_sortColumn);
    int way = 0;
    if (m_sortColumn >= 0 && hasNumber(column)) {
        way = compared(runNumber(a, column), runNumber(b, column), m_sortOrder);
    } else if (m_sortColumn >= 0) {
        way = compared(runText(a, column, m_runs.parentName(a)), runText(b, column, m_runs.parentName(b)), m_sortOrder);
    }
    return way != 0 ? way < 0 : a.run < b.run;
}

std::vector<RunsArrangement::Line> RunsArrangement::wantedLines() const {
    std::vector<std::pair<QString, Runs>> groups;
    for (const RunRow& row : m_runs.rows()) {
        if (!matches(row)) continue;
        const QString name = groupOf(row);
        auto place = std::ranges::find(groups, name, &std::pair<QString, Runs>::first);
        if (place == groups.end()) place = groups.insert(groups.end(), {name, {}});
        place->second.push_back(&row);
    }
    const auto column = RunColumn(m_sortColumn);
    if (m_sortColumn >= 0) {
        std::ranges::stable_sort(groups, [this, column](const auto& a, const auto& b) {
            if (!hasNumber(column)) return compared(a.first, b.first, m_sortOrder) < 0;
            return compared(meanOf(groupNumbers(a.first, column)), meanOf(groupNumbers(b.first, column)), m_sortOrder) <
                   0;
        });
    }
    std::vector<Line> lines;
    for (const auto& [name, runs] : groups) {
        if (m_grouping != RunGrouping::None) lines.push_back({-1, name, 0});
        if (!m_collapsed.contains(name)) appendSorted(lines, runs, name);
    }
    return lines;
}

void RunsArrangement::appendSorted(std::vector<Line>& lines, const Runs& runs, const QString& group) const {
    Runs sorted = runs;
    std::ranges::sort(sorted, [this](const RunRow* a, const RunRow* b) { return isBefore(*a, *b); });
    const int depth = m_grouping == RunGrouping::None ? 0 : 1;
    for (const RunRow* run : sorted) {
        if (!isTree()) {
            lines.push_back({run->run, group, depth});
            continue;
        }
        const bool hasParentHere = std::ranges::find(sorted, run->parentRun, &RunRow::run) != sorted.end();
        if (!hasParentHere) appendTree(lines, sorted, *run, {run->run, group, depth});
    }
}

/// A parent is older than its forks, so this ends.
void RunsArrangement::appendTree(std::vector<Line>& lines, const Runs& runs, const RunRow& top,
                                 const Line& place) const {
    lines.push_back(place);
    for (const RunRow* run : runs) {
        const bool isFork = run->parentRun == top.run && run->run > top.run;
        if (isFork) appendTree(lines, runs, *run, {run->run, place.group, place.depth + 1});
    }
}

/// Values change in place at once; where the line stands waits for settle().
void RunsArrangement::takeChange(const QModelIndex& first, const QModelIndex& last) {
    for (int row = first.row(); row <= last.row(); ++row) {
        const RunRow& run = m_runs.rows()[static_cast<std::size_t>(row)];
        const QString group = groupOf(run);
        for (int line = 0; line < rowCount(); ++line) {
            const Line& each = m_lines[static_cast<std::size_t>(line)];
            if (each.run == run.run || (each.run < 0 && each.group == group))
                Q_EMIT dataChanged(index(line, 0), index(line, runColumnCount - 1));
        }
    }
    Q_EMIT stale();
}

/// Takes away the lines that are not wanted any more and adds new ones at the end.
void RunsArrangement::takeMembers() {
    const std::vector<Line> wanted = wantedLines();
    const auto isIn = [](const std::vector<Line>& lines, const Line& line) {
        return std::ranges::any_of(lines, [&line](const Line& each) { return each.isSame(line); });
    };
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (isIn(wanted, m_lines[static_cast<std::size_t>(row)])) continue;
        beginRemoveRows({}, row, row);
        m_lines.erase(m_lines.begin() + row);
        endRemoveRows();
    }
    for (const Line& line : wanted) {
        if (isIn(m_lines, line)) continue;
        beginInsertRows({}, rowCount(), rowCount());
        m_lines.push_back(line);
        endInsertRows();
    }
}

/// `wanted` holds the lines that are there. Selection, current line and open editors move along.
bool RunsArrangement::reorder(const std::vector<Line>& wanted) {
    const auto isAsWanted = [](const Line& a, const Line& b) {
        return a.isSame(b) && a.depth == b.depth && a.group == b.group;
    };
    if (std::ranges::equal(m_lines, wanted, isAsWanted)) return false;
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const std::vector<Line> before = std::exchange(m_lines, wanted);
    const QModelIndexList old = persistentIndexList();
    QModelIndexList moved;
    for (const QModelIndex& each : old) {
        const Line& line = before[static_cast<std::size_t>(each.row())];
        const auto place = std::ranges::find_if(m_lines, [&line](const Line& other) { return other.isSame(line); });
        moved << index(static_cast<int>(place - m_lines.begin()), each.column());
    }
    changePersistentIndexList(old, moved);
    Q_EMIT layoutChanged({}, VerticalSortHint);
    return true;
}

QList<double> RunsArrangement::groupNumbers(const QString& group, RunColumn column) const {
    QList<double> numbers;
    for (const RunRow& row : m_runs.rows()) {
        const bool isMember = matches(row) && groupOf(row) == group;
        if (isMember) numbers << runNumber(row, column);
    }
    return numbers;
}

int RunsArrangement::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int RunsArrangement::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : runColumnCount;
}

QVariant RunsArrangement::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Line& line = m_lines[static_cast<std::size_t>(index.row())];
    if (role == RunRole) return line.run;
    if (role == DepthRole) return line.depth;
    if (line.run < 0) return groupData(line, RunColumn(index.column()), role);
    const RunRow* run = m_runs.find(line.run);
    if (run == nullptr) return {};
    if (role == OriginRole) {
        if (run->isGhost) return tr("what if");
        const QString parent = m_runs.parentName(*run);
        return parent.isEmpty() ? QString() : tr("from %1 at %2").arg(parent, countText(run->parentAt.update));
    }
    const QVariant value = m_runs.data(m_runs.index(m_runs.rowOf(line.run), index.column()), role);
    if (role != Qt::ToolTipRole || RunColumn(index.column()) != RunColumn::Name) return value;
    const QString origin = data(index, OriginRole).toString();
    return origin.isEmpty() ? value : QVariant(tr("%1, %2", "run, where from").arg(value.toString(), origin));
}

QVariant RunsArrangement::groupData(const Line& line, RunColumn column, int role) const {
    const auto count = static_cast<int>(groupNumbers(line.group, RunColumn::Updates).size());
    switch (role) {
        case Qt::DisplayRole:
            if (column == RunColumn::Name) return line.group;
            return isMeasured(column) ? meanText(column, groupNumbers(line.group, column)) : QString();
        case Qt::ToolTipRole:
            return isMeasured(column) ? tr("Mean ± standard deviation over the runs of this group")
                                      : tr("Return folds and unfolds the group");
        case Qt::AccessibleTextRole:
            if (column == RunColumn::Name)
                return tr("Group %1, %2", "name, how many runs").arg(line.group, runCountText(count));
            return tr("%1: %2", "column: value")
                .arg(runColumnTitle(column), groupData(line, column, Qt::DisplayRole).toString());
        case OriginRole:
            return runCountText(count);
        case CollapsedRole:
            return m_collapsed.contains(line.group);
        case Qt::TextAlignmentRole:
            return m_runs.headerData(static_cast<int>(column), Qt::Horizontal, role);
        default:
            return {};
    }
}

QVariant RunsArrangement::headerData(int section, Qt::Orientation orientation, int role) const {
    return m_runs.headerData(section, orientation, role);
}

Qt::ItemFlags RunsArrangement::flags(const QModelIndex& index) const {
    if (!index.isValid()) return {};
    const RunRow* run = runAt(index.row());
    if (run == nullptr) return QAbstractTableModel::flags(index) | Qt::ItemNeverHasChildren;
    return m_runs.flags(m_runs.index(m_runs.rowOf(run->run), index.column()));
}

bool RunsArrangement::setData(const QModelIndex& index, const QVariant& value, int role) {
    const RunRow* run = index.isValid() ? runAt(index.row()) : nullptr;
    return run != nullptr && m_runs.setData(m_runs.index(m_runs.rowOf(run->run), index.column()), value, role);
}

}  // namespace collapsar
