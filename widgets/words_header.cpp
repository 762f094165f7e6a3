// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/words_header.h"

#include "widgets/run_chip.h"
#include "widgets/words_finding.h"
#include "widgets/words_model.h"

#include <QPainter>

#include <algorithm>

namespace collapsar {
namespace {

constexpr int sidePadding = 8;
constexpr int topPadding = 4;
constexpr int chipSide = 13;
constexpr int gap = 6;
constexpr int underline = 2;
constexpr double widestPlace = 0.6;  // of a column

QString joined(const WordsFinding& finding) {
    if (finding.differ.isEmpty() || finding.cameBack.isEmpty()) return finding.differ + finding.cameBack;
    return finding.differ + QStringLiteral(" · ") + finding.cameBack;
}

/// The longest finding there can be of reconstructions.
const QString& longestFinding() {
    static const QString text = [] {
        GeneratedWords words;
        words.sentences.resize(100);
        for (WrittenSentence& sentence : words.sentences)
            sentence = {.original = "x", .words = "x", .latent = {0}, .along = 0};
        words.different = 99;
        words.sameWords = 1;
        words.withoutLatent = "x";
        return joined(wordsFinding(words));
    }();
    return text;
}

}  // namespace

WordsHeader::WordsHeader(const WordsModel& model, const QWidget& themed, QWidget* parent)
    : QHeaderView(Qt::Horizontal, parent), m_model(model), m_themed(themed) {
    setSectionsClickable(false);
    setHighlightSections(false);
    setSectionResizeMode(QHeaderView::Fixed);
}

QFont WordsHeader::smallFont() const {
    QFont small = font();
    small.setPixelSize(std::max(1, QFontInfo(font()).pixelSize() - 1));
    return small;
}

int WordsHeader::findingLines() const {
    if (m_model.kind() != WordsKind::Reconstruction || count() < 2) return 1;
    const int room = sectionSize(1) - 2 * sidePadding;
    return QFontMetrics(smallFont()).horizontalAdvance(longestFinding()) <= room ? 1 : 2;
}

QSize WordsHeader::sizeHint() const {
    const int lines = fontMetrics().height() + findingLines() * QFontMetrics(smallFont()).height();
    return {QHeaderView::sizeHint().width(), lines + 2 * topPadding + underline};
}

void WordsHeader::paintSection(QPainter* painter, const QRect& room, int section) const {
    const PlotTheme& theme = themeFor(ThemeMode::System, m_themed.palette());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->fillRect(room, theme.card);
    const WordsColumn* column = m_model.column(section);
    const QColor line = column == nullptr ? theme.line : runColour(theme, column->identity.index);
    painter->fillRect(QRect(room.left(), room.bottom() - underline + 1, room.width() - (column ? 4 : 0), underline),
                      line);
    const QRect inside = room.adjusted(sidePadding, topPadding, -sidePadding, -topPadding - underline);
    if (column == nullptr) {
        painter->setPen(theme.secondary);
        painter->drawText(inside, Qt::AlignLeft | Qt::AlignTop,
                          fontMetrics().elidedText(m_model.title(section), Qt::ElideRight, inside.width()));
    } else {
        paintRun(*painter, inside, *column, theme);
    }
    painter->restore();
}

void WordsHeader::paintRun(QPainter& painter, QRect room, const WordsColumn& column, const PlotTheme& theme) const {
    const QRect line(room.left(), room.top(), room.width(), fontMetrics().height());
    paintRunChip(painter, QRectF(line.left(), line.top() + (line.height() - chipSide) / 2.0, chipSide, chipSide),
                 column.identity, theme);
    QFont small = smallFont();
    painter.setFont(small);
    painter.setPen(theme.secondary);
    const QString place = painter.fontMetrics().elidedText(wordsPlaceText(column), Qt::ElideRight,
                                                           static_cast<int>(widestPlace * line.width()));
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, place);
    const int taken = painter.fontMetrics().horizontalAdvance(place) + (place.isEmpty() ? 0 : gap);
    QFont bold = font();
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(theme.text);
    const QRect name = line.adjusted(chipSide + gap, 0, -taken, 0);
    painter.drawText(name, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(column.identity.name, Qt::ElideRight, std::max(0, name.width())));
    painter.setFont(small);
    paintFinding(painter, room.adjusted(0, line.height(), 0, 0), column, theme);
}

void WordsHeader::paintFinding(QPainter& painter, const QRect& room, const WordsColumn& column,
                               const PlotTheme& theme) const {
    if (column.hindrance != WordsHindrance::None) return;
    const auto write = [&](const QRect& line, const QString& text, const QColor& colour) {
        painter.setPen(colour);
        painter.drawText(line, Qt::AlignLeft | Qt::AlignTop,
                         painter.fontMetrics().elidedText(text, Qt::ElideRight, line.width()));
    };
    if (!column.words) {
        write(room, tr("Writing..."), theme.secondary);
        return;
    }
    const WordsFinding finding = wordsFinding(*column.words);
    const QColor first = finding.isAllAlike ? theme.bad : theme.text;
    if (findingLines() > 1) {
        write(room, finding.differ, first);
        const bool fits = painter.fontMetrics().horizontalAdvance(finding.cameBack) <= room.width();
        write(room.adjusted(0, painter.fontMetrics().height(), 0, 0), fits ? finding.cameBack : finding.shortCameBack,
              theme.text);
        return;
    }
    write(room, finding.differ, first);
    if (finding.cameBack.isEmpty()) return;
    const int taken = painter.fontMetrics().horizontalAdvance(finding.differ);
    const QString rest = finding.differ.isEmpty() ? finding.cameBack : QStringLiteral(" · ") + finding.cameBack;
    write(room.adjusted(taken, 0, 0, 0), rest, theme.text);
}

}  // namespace collapsar
