// SPDX-License-Identifier: GPL-3.0-or-later
/// The table of generated sentences. Columns share the width; rows are as high as their longest sentence and, while the
/// sentences are of one question, never shrink, so that words that change do not move the others.
#pragma once

#include "widgets/words_column.h"

#include <QList>
#include <QTableView>

#include <vector>

namespace collapsar {

class WordsDelegate;
class WordsHeader;
class WordsModel;

class WordsTable : public QTableView {
    Q_OBJECT

public:
    /// `themed`: whose palette tells light from dark; outlives this.
    explicit WordsTable(const QWidget& themed, QWidget* parent = nullptr);

    /// `asked`: what the page is set to.
    void setColumns(const QList<WordsColumn>& columns, const WordsRequest& asked);
    [[nodiscard]] const WordsModel& words() const { return *m_model; }
    [[nodiscard]] WordsHeader* header() const { return m_header; }
    void copy() const;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void spanReasons();
    void fitColumns();
    void fitRows();
    [[nodiscard]] int heightOf(int row) const;

    WordsModel* m_model = nullptr;
    WordsHeader* m_header = nullptr;
    WordsDelegate* m_delegate = nullptr;
    std::vector<int> m_heights;  ///< of the rows so far
    WordsRequest m_request;      ///< what those are of
};

}  // namespace collapsar
