// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/words_delegate.h"

#include "widgets/words_finding.h"
#include "widgets/words_model.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>
#include <cmath>
#include <vector>

namespace collapsar {
namespace {

constexpr int sidePadding = 8;
constexpr int topPadding = 4;

using Formats = QList<QTextLayout::FormatRange>;

QTextLayout::FormatRange range(int start, qsizetype length, const QColor& colour) {
    QTextLayout::FormatRange range;
    range.start = start;
    range.length = static_cast<int>(length);
    range.format.setForeground(colour);
    return range;
}

/// Where each line of the text begins, at that width.
std::vector<QTextLine> breakLines(QTextLayout& layout, qreal width) {
    QTextOption wrap;
    wrap.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(wrap);
    std::vector<QTextLine> lines;
    qreal y = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(std::max<qreal>(1, width));
        line.setPosition({0, y});
        y += std::ceil(line.height());
        lines.push_back(line);
    }
    layout.endLayout();
    return lines;
}

}  // namespace

struct WordsDelegate::Cell {
    QString text;
    QFont font;
    Formats formats;
    int mostLines = WordsDelegate::mostLines;
};

WordsDelegate::WordsDelegate(const WordsModel& model, const QWidget& themed, QObject* parent)
    : QStyledItemDelegate(parent), m_model(model), m_themed(themed) {}

int WordsDelegate::lineHeight(const QFont& font) const {
    return static_cast<int>(std::ceil(QFontMetricsF(font).height()));
}

WordsDelegate::Cell WordsDelegate::cellOf(const QModelIndex& index, const QFont& font, const PlotTheme& theme) const {
    Cell cell{index.data().toString(), font, {}};
    if (index.column() == 0) {
        if (!m_model.hasOriginals()) cell.formats << range(0, cell.text.size(), theme.secondary);
        return cell;
    }
    if (const QString reason = m_model.hindrance(index.column()); !reason.isEmpty()) {
        cell.text = index.row() == 0 ? reason : QString();
        cell.formats << range(0, cell.text.size(), theme.secondary);
        cell.mostLines = 100;
        return cell;
    }
    const WrittenSentence* written = m_model.sentence(index);
    if (written == nullptr) return cell;
    const QString original = QString::fromStdString(written->original);
    if (m_model.hasOriginals()) {
        for (const WordStretch& word : wordStretches(cell.text, original))
            cell.formats << range(word.start, word.length, word.isSame ? theme.text : theme.secondary);
    }
    if (m_model.isAsWithoutLatent(index)) {
        const auto end = static_cast<int>(cell.text.size());
        cell.font.setItalic(true);
        if (!m_model.hasOriginals()) cell.formats << range(0, end, theme.secondary);
        cell.text += QStringLiteral("  ·  ") + tr("as without z");
        cell.formats << range(end, cell.text.size() - end, theme.axis);
    } else if (written->isCut) {
        cell.text += QStringLiteral(" …");
    }
    return cell;
}

int WordsDelegate::heightFor(const QModelIndex& index, const QFont& font, int width) const {
    Cell cell = cellOf(index, font, lightTheme());
    const bool isReason = cell.mostLines > mostLines;
    QTextLayout layout(cell.text, cell.font);
    const auto lines = isReason ? 1 : std::max<std::size_t>(1, breakLines(layout, width - 2 * sidePadding).size());
    return std::min(static_cast<int>(lines), mostLines) * lineHeight(font) + 2 * topPadding;
}

void WordsDelegate::paintCell(QPainter& painter, const QRect& room, const Cell& cell, const PlotTheme& theme) const {
    QTextLayout layout(cell.text, cell.font);
    layout.setFormats(cell.formats);
    const std::vector<QTextLine> lines = breakLines(layout, room.width());
    painter.setPen(theme.text);
    const auto fits = static_cast<std::size_t>(std::clamp(room.height() / lineHeight(cell.font), 1, cell.mostLines));
    const std::size_t whole = lines.size() <= fits ? lines.size() : fits - 1;
    for (std::size_t i = 0; i < whole; ++i)
        lines[i].draw(&painter, room.topLeft());
    if (whole == lines.size()) return;
    const int from = lines[whole].textStart();
    const QRectF last(room.left(), room.top() + lines[whole].y(), room.width(), lines[whole].height());
    painter.setFont(cell.font);
    painter.setPen(cell.formats.isEmpty() ? theme.text : theme.secondary);
    painter.drawText(last, Qt::AlignLeft | Qt::AlignTop,
                     QFontMetricsF(cell.font).elidedText(cell.text.mid(from), Qt::ElideRight, room.width()));
}

void WordsDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const PlotTheme& theme = themeFor(ThemeMode::System, m_themed.palette());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setClipRect(option.rect);
    painter->setPen(QPen(theme.grid, 1));
    painter->drawLine(QPointF(option.rect.left(), option.rect.bottom() + 0.5),
                      QPointF(option.rect.right() + 1, option.rect.bottom() + 0.5));
    const QRect room = option.rect.adjusted(sidePadding, topPadding, -sidePadding, -topPadding + 1);
    paintCell(*painter, room, cellOf(index, option.font, theme), theme);
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(theme.accent, 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5));
    }
    painter->restore();
}

}  // namespace collapsar
