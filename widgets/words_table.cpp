// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/words_table.h"

#include "widgets/words_delegate.h"
#include "widgets/words_header.h"
#include "widgets/words_model.h"

#include <QAction>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QResizeEvent>
#include <QScrollBar>

#include <algorithm>

namespace collapsar {
namespace {

constexpr int numberWidth = 64;
constexpr int narrowestColumn = 128;

}  // namespace

WordsTable::WordsTable(const QWidget& themed, QWidget* parent) : QTableView(parent), m_model(new WordsModel(this)) {
    setModel(m_model);
    m_header = new WordsHeader(*m_model, themed, this);
    setHorizontalHeader(m_header);
    m_delegate = new WordsDelegate(*m_model, themed, this);
    setItemDelegate(m_delegate);
    setAccessibleName(tr("Sentences that the runs write"));
    setShowGrid(false);
    setSelectionMode(QAbstractItemView::NoSelection);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setTabKeyNavigation(false);
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    auto* copyText = new QAction(tr("Copy as text"), this);
    copyText->setShortcut(QKeySequence::Copy);
    copyText->setShortcutContext(Qt::WidgetShortcut);
    addAction(copyText);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(copyText, &QAction::triggered, this, &WordsTable::copy);
}

void WordsTable::copy() const {
    QGuiApplication::clipboard()->setText(m_model->copiedText());
}

void WordsTable::setColumns(const QList<WordsColumn>& columns, const WordsRequest& asked) {
    if (asked != m_request || columns.size() + 1 != m_model->columnCount()) m_heights.clear();
    m_request = asked;
    m_model->setColumns(columns, asked);
    spanReasons();
    fitColumns();
    fitRows();
}

/// Why a run has no words stands once, over all rows.
void WordsTable::spanReasons() {
    clearSpans();
    if (m_model->rowCount() < 2) return;
    for (int section = 1; section < m_model->columnCount(); ++section) {
        if (!m_model->hindrance(section).isEmpty()) setSpan(0, section, m_model->rowCount(), 1);
    }
}

void WordsTable::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    if (event->size().width() == event->oldSize().width()) return;
    m_heights.clear();
    fitColumns();
    fitRows();
}

void WordsTable::changeEvent(QEvent* event) {
    QTableView::changeEvent(event);
    if (event->type() != QEvent::FontChange && event->type() != QEvent::StyleChange) return;
    if (m_delegate == nullptr) return;
    m_heights.clear();
    fitRows();
}

void WordsTable::fitColumns() {
    const int columns = m_model->columnCount();
    if (columns < 2) return;
    // Always with room for the scroll bar: its coming and going moves nothing.
    const int room = width() - verticalScrollBar()->sizeHint().width();
    const int first = m_model->hasOriginals() ? std::max(narrowestColumn, room / columns) : numberWidth;
    const int runs = columns - 1;
    for (int section = 0; section < columns; ++section) {
        // Shares of what is left, so that rounding leaves no gap at the right.
        const int left = (room - first) * (section - 1) / runs;
        const int right = (room - first) * section / runs;
        setColumnWidth(section, section == 0 ? first : std::max(narrowestColumn, right - left));
    }
    m_header->updateGeometry();
    updateGeometries();
}

int WordsTable::heightOf(int row) const {
    int height = 0;
    for (int section = 0; section < m_model->columnCount(); ++section)
        height = std::max(height, m_delegate->heightFor(m_model->index(row, section), font(), columnWidth(section)));
    return height;
}

void WordsTable::fitRows() {
    m_heights.resize(static_cast<std::size_t>(m_model->rowCount()), 0);
    for (int row = 0; row < m_model->rowCount(); ++row) {
        int& height = m_heights[static_cast<std::size_t>(row)];
        height = std::max(height, heightOf(row));
        setRowHeight(row, height);
    }
}

}  // namespace collapsar
