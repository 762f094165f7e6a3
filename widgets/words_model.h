// SPDX-License-Identifier: GPL-3.0-or-later
/// Generated sentences as a table: the originals, or where between two examples a sentence stands, then one column a
/// run.
#pragma once

#include "widgets/words_column.h"

#include <QAbstractTableModel>
#include <QList>
#include <QString>

namespace collapsar {

class WordsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    explicit WordsModel(QObject* parent = nullptr);

    /// The table is of the request that was answered, `asked` where nothing was.
    void setColumns(const QList<WordsColumn>& columns, const WordsRequest& asked);

    /// Of a run; null for the first column and where there is none.
    [[nodiscard]] const WordsColumn* column(int section) const;
    /// Null where the run has no sentence in this row.
    [[nodiscard]] const WrittenSentence* sentence(const QModelIndex& index) const;
    [[nodiscard]] bool isAsWithoutLatent(const QModelIndex& index) const;
    /// What stands in place of sentences; empty: there are some, or some are on their way.
    [[nodiscard]] QString hindrance(int section) const;
    /// Whose rows stand in the first column: originals are sentences, else numbers.
    [[nodiscard]] bool hasOriginals() const { return m_kind == WordsKind::Reconstruction; }
    [[nodiscard]] WordsKind kind() const { return m_kind; }
    [[nodiscard]] QString title(int section) const;
    /// Tab-separated, with a line of titles.
    [[nodiscard]] QString copiedText() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] const WrittenSentence* anySentence(int row) const;
    [[nodiscard]] QString firstText(int row) const;
    [[nodiscard]] QString toolTip(const QModelIndex& index) const;
    [[nodiscard]] QString accessibleText(const QModelIndex& index) const;

    QList<WordsColumn> m_columns;
    WordsKind m_kind = WordsKind::Reconstruction;
    int m_rows = 0;
};

/// "update 400", and where the time cursor stands when that is elsewhere.
[[nodiscard]] QString wordsPlaceText(const WordsColumn& column);
/// Why there are no words and what to do; empty for None.
[[nodiscard]] QString wordsHindranceText(const WordsColumn& column);

}  // namespace collapsar
