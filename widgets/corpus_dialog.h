// SPDX-License-Identifier: GPL-3.0-or-later
/// "About the data": what a corpus is made of, a column a split, before or while a run trains on it.
#pragma once

#include "core/report/corpus_summary.h"

#include <QDialog>
#include <QString>
#include <QStringList>

class QLabel;
class QTableWidget;
class QVBoxLayout;

namespace collapsar {

/// Shows one summary, fixed for its life. GUI thread.
class CorpusDialog : public QDialog {
    Q_OBJECT

public:
    /// `name`: what the data are called, a file's name.
    CorpusDialog(const CorpusSummary& summary, const QString& name, QWidget* parent = nullptr);

    [[nodiscard]] QTableWidget* table() const { return m_table; }
    [[nodiscard]] QString vocabularyText() const;
    [[nodiscard]] QString notesText() const;
    /// The table with tabs between its cells, then vocabulary and notes: what "Copy as text" copies.
    [[nodiscard]] QString copiedText() const;

private:
    void buildTable(const CorpusSummary& summary);
    void addSizes(const CorpusSummary& summary);
    void addLines(const CorpusSummary& summary);
    void addLabels(const CorpusSummary& summary);
    void addRow(const QString& title, const QStringList& cells);
    void buildWords(const CorpusSummary& summary, QVBoxLayout& rows);
    void buildButtons(QVBoxLayout& rows);

    QTableWidget* m_table = nullptr;
    QLabel* m_vocabulary = nullptr;
    QLabel* m_notes = nullptr;
};

}  // namespace collapsar
