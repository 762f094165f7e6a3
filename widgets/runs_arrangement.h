// SPDX-License-Identifier: GPL-3.0-or-later
/// The runs as a person wants them in the table: filtered, sorted, forks under their parents, or in groups with a line
/// of means. One line a run, and one a group.
#pragma once

#include "widgets/run_row.h"

#include <QAbstractTableModel>
#include <QSet>

#include <vector>

namespace collapsar {

class RunsModel;

enum class RunGrouping {
    None,
    Strategy,  ///< the same settings in words: usually runs that differ in seed
    Group,     ///< the person's own word
};

class RunsArrangement : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Role {
        RunRole = Qt::UserRole + 1,  ///< the run's number; -1: a line of means
        DepthRole,                   ///< steps to indent
        OriginRole,                  ///< "from Basic at 480", "what if"; of groups "3 runs"
        CollapsedRole,               ///< of groups: its runs are folded away
    };

    /// `runs` outlives this.
    explicit RunsArrangement(RunsModel& runs, QObject* parent = nullptr);

    /// Every word must occur in one of the run's texts.
    void setFilter(const QString& text);
    void setGrouping(RunGrouping grouping);
    [[nodiscard]] RunGrouping grouping() const { return m_grouping; }
    void toggleGroup(int row);
    /// Column -1: order of creation, forks under their parents; by name keeps forks there too. Not measured comes last.
    void sort(int column, Qt::SortOrder order) override;
    /// Puts lines where the present values want them; until then values change in place. False while nothing moved.
    bool settle();

    [[nodiscard]] int lineOf(int run) const;             ///< -1: not shown in the table
    [[nodiscard]] QList<int> runsOfLine(int row) const;  ///< one, or the members of the group
    [[nodiscard]] const RunRow* runAt(int row) const;    ///< nullptr for a group

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

Q_SIGNALS:
    void stale();  ///< settle() may have something to do

private:
    struct Line {
        int run = -1;
        QString group;  ///< which group this is, or the run stands in
        int depth = 0;

        [[nodiscard]] bool isSame(const Line& other) const {
            return run == other.run && (run >= 0 || group == other.group);
        }
    };
    using Runs = std::vector<const RunRow*>;

    [[nodiscard]] std::vector<Line> wantedLines() const;
    [[nodiscard]] QString groupOf(const RunRow& row) const;
    [[nodiscard]] bool matches(const RunRow& row) const;
    [[nodiscard]] bool isTree() const;
    [[nodiscard]] bool isBefore(const RunRow& a, const RunRow& b) const;
    void appendSorted(std::vector<Line>& lines, const Runs& runs, const QString& group) const;
    void appendTree(std::vector<Line>& lines, const Runs& runs, const RunRow& top, const Line& place) const;
    [[nodiscard]] QVariant groupData(const Line& line, RunColumn column, int role) const;
    [[nodiscard]] QList<double> groupNumbers(const QString& group, RunColumn column) const;
    void takeChange(const QModelIndex& first, const QModelIndex& last);
    void takeMembers();
    bool reorder(const std::vector<Line>& wanted);

    RunsModel& m_runs;
    std::vector<Line> m_lines;
    QStringList m_words;
    QSet<QString> m_collapsed;
    RunGrouping m_grouping = RunGrouping::None;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

}  // namespace collapsar
