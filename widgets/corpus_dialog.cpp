// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/corpus_dialog.h"

#include "widgets/display_text.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <functional>

namespace collapsar {

namespace {

constexpr int dialogWidth = 620;
constexpr int dialogHeight = 560;
constexpr int rowHeight = 26;
constexpr int specialWords = 4;

using CellOf = std::function<QString(const SplitSummary&)>;

QStringList cellsOf(const CorpusSummary& summary, const CellOf& cellOf) {
    QStringList cells;
    for (const SplitSummary& split : summary.splits)
        cells << cellOf(split);
    return cells;
}

QString roleText(const std::string& role) {
    if (role == "training") return CorpusDialog::tr("Training");
    if (role == "validation") return CorpusDialog::tr("Validation");
    return role == "test" ? CorpusDialog::tr("Test") : QString::fromStdString(role);
}

QString dash() {
    return QStringLiteral("–");
}

QLabel* wrappedLabel(const QString& text) {
    auto* label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

}  // namespace

CorpusDialog::CorpusDialog(const CorpusSummary& summary, const QString& name, QWidget* parent) : QDialog(parent) {
    setWindowTitle(tr("About the data"));
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(16, 16, 16, 16);
    rows->setSpacing(8);
    auto* title = new QLabel(name);
    title->setTextFormat(Qt::PlainText);
    title->setProperty("class", "title");
    title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    rows->addWidget(title);
    buildTable(summary);
    rows->addWidget(m_table, 1);
    buildWords(summary, *rows);
    buildButtons(*rows);
    resize(dialogWidth, dialogHeight);
}

void CorpusDialog::buildTable(const CorpusSummary& summary) {
    m_table = new QTableWidget(0, 1 + static_cast<int>(summary.splits.size()));
    QStringList header{tr("What")};
    header << cellsOf(summary, [](const SplitSummary& split) { return roleText(split.role); });
    m_table->setHorizontalHeaderLabels(header);
    m_table->setAccessibleName(tr("Numbers of the data"));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setShowGrid(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(rowHeight);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionsClickable(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeaderItem(0)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    for (int column = 1; column < m_table->columnCount(); ++column)
        m_table->horizontalHeaderItem(column)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    addSizes(summary);
    addLines(summary);
    addLabels(summary);
    for (int column = 1; column < m_table->columnCount(); ++column) {
        const auto& split = summary.splits[static_cast<std::size_t>(column - 1)];
        m_table->horizontalHeaderItem(column)->setToolTip(QString::fromStdString(split.origin));
    }
}

void CorpusDialog::addSizes(const CorpusSummary& summary) {
    const auto add = [&](const QString& title, const CellOf& cellOf) { addRow(title, cellsOf(summary, cellOf)); };
    add(tr("Sentences"), [](const SplitSummary& split) { return countText(split.sentences); });
    add(tr("Words"), [](const SplitSummary& split) { return countText(split.words); });
    add(tr("Shortest sentence"), [](const SplitSummary& split) { return countText(split.shortest); });
    add(tr("Median length"), [](const SplitSummary& split) { return numberText(split.median, 1); });
    add(tr("Mean length"), [](const SplitSummary& split) { return numberText(split.mean, 2); });
    add(tr("Longest sentence"), [](const SplitSummary& split) { return countText(split.longest); });
    add(tr("Unknown words"), [](const SplitSummary& split) {
        return tr("%1 (%2 %)", "count, share")
            .arg(countText(split.unknownWords), numberText(100 * split.unknownRate(), 2));
    });
}

/// A row only where some file has such lines.
void CorpusDialog::addLines(const CorpusSummary& summary) {
    const auto add = [&](const QString& title, std::int64_t LineCounts::*count) {
        const bool isThere = std::any_of(summary.splits.begin(), summary.splits.end(),
                                         [&](const SplitSummary& split) { return split.lines.*count > 0; });
        if (!isThere) return;
        addRow(title, cellsOf(summary, [&](const SplitSummary& split) {
                   return split.lines.lines > 0 ? countText(split.lines.*count) : dash();
               }));
    };
    add(tr("Lines of the file"), &LineCounts::lines);
    add(tr("Empty lines"), &LineCounts::empty);
    add(tr("Label without text"), &LineCounts::labelOnly);
    add(tr("Left out, too short"), &LineCounts::tooShort);
    add(tr("Left out, too long"), &LineCounts::tooLong);
}

void CorpusDialog::addLabels(const CorpusSummary& summary) {
    for (std::size_t label = 0; label < summary.labels.size(); ++label) {
        addRow(tr("Label %1").arg(QString::fromStdString(summary.labels[label])),
               cellsOf(summary, [label](const SplitSummary& split) {
                   return label < split.labelCounts.size() ? countText(split.labelCounts[label]) : dash();
               }));
    }
}

void CorpusDialog::addRow(const QString& title, const QStringList& cells) {
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    m_table->setItem(row, 0, new QTableWidgetItem(title));
    for (int column = 1; column <= cells.size(); ++column) {
        auto* item = new QTableWidgetItem(cells[column - 1]);
        item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        const QString split = m_table->horizontalHeaderItem(column)->text();
        item->setData(Qt::AccessibleTextRole, tr("%1, %2: %3", "split, what, value").arg(split, title, item->text()));
        m_table->setItem(row, column, item);
    }
}

void CorpusDialog::buildWords(const CorpusSummary& summary, QVBoxLayout& rows) {
    m_vocabulary = wrappedLabel(tr("Vocabulary %1: %2 of the %3 different words in training, and %4 special ones")
                                    .arg(countText(summary.vocabulary), countText(summary.vocabulary - specialWords),
                                         countText(summary.differentWords), countText(specialWords)));
    rows.addWidget(m_vocabulary);
    QStringList notes;
    for (const std::string& note : summary.notes)
        notes << QString::fromStdString(note);
    m_notes = wrappedLabel(notes.join('\n'));
    m_notes->setProperty("class", "secondary");
    m_notes->setAccessibleName(tr("How the data were made"));
    m_notes->setHidden(notes.isEmpty());
    rows.addWidget(m_notes);
}

void CorpusDialog::buildButtons(QVBoxLayout& rows) {
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QPushButton* copy = buttons->addButton(tr("Copy as text"), QDialogButtonBox::ActionRole);
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(copiedText()); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    rows.addWidget(buttons);
}

QString CorpusDialog::vocabularyText() const {
    return m_vocabulary->text();
}

QString CorpusDialog::notesText() const {
    return m_notes->text();
}

QString CorpusDialog::copiedText() const {
    QStringList lines;
    QStringList header;
    for (int column = 0; column < m_table->columnCount(); ++column)
        header << m_table->horizontalHeaderItem(column)->text();
    lines << header.join('\t');
    for (int row = 0; row < m_table->rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < m_table->columnCount(); ++column)
            cells << m_table->item(row, column)->text();
        lines << cells.join('\t');
    }
    lines << vocabularyText();
    if (!notesText().isEmpty()) lines << notesText();
    return lines.join('\n') + '\n';
}

}  // namespace collapsar
