// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/wrapping_row.h"

#include <QStyle>
#include <QWidget>

#include <algorithm>

namespace collapsar {
namespace {

bool expands(const QLayoutItem& item) {
    return item.expandingDirections().testFlag(Qt::Horizontal);
}

}  // namespace

WrappingRow::WrappingRow(QWidget* parent) : QLayout(parent) {
    setSpacing(8);
    setContentsMargins(0, 0, 0, 0);
}

WrappingRow::~WrappingRow() {
    qDeleteAll(m_items);
}

void WrappingRow::addItem(QLayoutItem* item) {
    m_items << item;
}

QLayoutItem* WrappingRow::takeAt(int index) {
    return index < 0 || index >= m_items.size() ? nullptr : m_items.takeAt(index);
}

QList<WrappingRow::Line> WrappingRow::linesAt(int width) const {
    QList<Line> lines;
    int taken = 0;
    for (QLayoutItem* item : m_items) {
        if (item->isEmpty()) continue;
        const int wide = item->sizeHint().width();
        if (lines.isEmpty() || taken + spacing() + wide > width) {
            lines << Line();
            taken = -spacing();
        }
        lines.back() << item;
        taken += spacing() + wide;
    }
    return lines;
}

int WrappingRow::heightOf(const Line& line) const {
    int height = 0;
    for (const QLayoutItem* item : line)
        height = std::max(height, item->sizeHint().height());
    return height;
}

int WrappingRow::heightForWidth(int width) const {
    const QMargins margins = contentsMargins();
    int height = 0;
    for (const Line& line : linesAt(width - margins.left() - margins.right()))
        height += heightOf(line) + (height > 0 ? lineSpacing : 0);
    return height + margins.top() + margins.bottom();
}

QSize WrappingRow::sizeHint() const {
    int width = -spacing(), height = 0;
    for (const QLayoutItem* item : m_items) {
        if (item->isEmpty()) continue;
        width += spacing() + item->sizeHint().width();
        height = std::max(height, item->sizeHint().height());
    }
    return QSize(std::max(0, width), height).grownBy(contentsMargins());
}

/// As wide as the widest of them.
QSize WrappingRow::minimumSize() const {
    QSize size;
    for (const QLayoutItem* item : m_items)
        size = size.expandedTo(item->minimumSize());
    return size.grownBy(contentsMargins());
}

void WrappingRow::setGeometry(const QRect& room) {
    QLayout::setGeometry(room);
    const QRect inside = room.marginsRemoved(contentsMargins());
    int top = inside.top();
    for (const Line& line : linesAt(inside.width())) {
        const int height = heightOf(line);
        place(line, QRect(inside.left(), top, inside.width(), height));
        top += height + lineSpacing;
    }
}

void WrappingRow::place(const Line& line, const QRect& room) const {
    int left = room.width() - spacing() * static_cast<int>(line.size() - 1), takers = 0;
    for (const QLayoutItem* item : line) {
        left -= item->sizeHint().width();
        takers += expands(*item) ? 1 : 0;
    }
    int x = room.left();
    for (QLayoutItem* item : line) {
        int width = item->sizeHint().width();
        if (left < 0 && line.size() == 1) width = room.width();
        if (left > 0 && expands(*item)) {
            const int share = left / takers--;
            width += share;
            left -= share;
        }
        const int height = std::min(item->sizeHint().height(), room.height());
        item->setGeometry(QStyle::visualRect(parentWidget()->layoutDirection(), geometry(),
                                             QRect(x, room.top() + (room.height() - height) / 2, width, height)));
        x += width + spacing();
    }
}

}  // namespace collapsar
