// SPDX-License-Identifier: GPL-3.0-or-later
/// The runs as a table in order of creation; RunsArrangement filters, sorts and groups it.
#pragma once

#include "widgets/run_row.h"

#include <QAbstractTableModel>

#include <vector>

namespace collapsar {

class RunsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    explicit RunsModel(QObject* parent = nullptr);

    /// Cheap: tells views only of the rows that changed. In order of run numbers afterwards.
    void setRows(std::vector<RunRow> rows);
    [[nodiscard]] const std::vector<RunRow>& rows() const { return m_rows; }
    /// nullptr when there is no such run.
    [[nodiscard]] const RunRow* find(int run) const;
    /// -1 when there is no such run.
    [[nodiscard]] int rowOf(int run) const;
    /// Of the parent of `row`; empty when it has none, or the parent is gone.
    [[nodiscard]] QString parentName(const RunRow& row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    /// Shows the edit at once and tells the owner; an empty name is refused.
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

Q_SIGNALS:
    void shownChanged(int run, bool isShown);
    void renamed(int run, const QString& name);
    void noteEdited(int run, const QString& note);
    void groupEdited(int run, const QString& group);

private:
    void takeMembers(const std::vector<RunRow>& rows);
    void showParents();
    [[nodiscard]] QString accessibleText(const RunRow& row, RunColumn column) const;
    bool setText(RunRow& row, RunColumn column, const QString& text);

    std::vector<RunRow> m_rows;
};

}  // namespace collapsar
