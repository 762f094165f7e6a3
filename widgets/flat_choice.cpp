// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/flat_choice.h"

#include <QPainter>

#include <algorithm>

namespace collapsar {
namespace {

constexpr int fontHeight = 11;
constexpr int lineHeight = 18;
constexpr int iconSide = 10;
constexpr int iconRoom = 14;
constexpr int arrowRoom = 12;
constexpr int narrowest = 34;  // of the words
constexpr int widest = 110;

QFont wordsFont(const QFont& base) {
    QFont font = base;
    font.setPixelSize(fontHeight);
    return font;
}

}  // namespace

FlatChoice::FlatChoice(QWidget* parent) : QComboBox(parent) {
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void FlatChoice::setColour(const QColor& colour) {
    m_colour = colour;
    update();
}

QSize FlatChoice::sizeHint() const {
    const QFontMetrics metrics(wordsFont(font()));
    int words = narrowest;
    for (int i = 0; i < count(); ++i)
        words = std::max(words, metrics.horizontalAdvance(itemText(i)) + 2);
    const int icon = count() > 0 && !itemIcon(0).isNull() ? iconRoom : 0;
    return {icon + std::min(words, widest) + arrowRoom, lineHeight};
}

QSize FlatChoice::minimumSizeHint() const {
    return {iconRoom + narrowest + arrowRoom, lineHeight};
}

void FlatChoice::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    QRect room = rect();
    const QIcon icon = itemIcon(currentIndex());
    if (!icon.isNull()) {
        icon.paint(&painter, QRect(room.left(), room.center().y() - iconSide / 2, iconSide, iconSide));
        room.setLeft(room.left() + iconRoom);
    }
    const QFont words = wordsFont(font());
    const QFontMetrics metrics(words);
    painter.setFont(words);
    painter.setPen(m_colour);
    const QString text = metrics.elidedText(currentText(), Qt::ElideRight, room.width() - arrowRoom);
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter, text);
    const int end = room.left() + metrics.horizontalAdvance(text);
    painter.drawText(QRect(end + 2, room.top(), arrowRoom, room.height()), Qt::AlignLeft | Qt::AlignVCenter,
                     QStringLiteral("\u25BE"));
    if (hasFocus()) painter.drawLine(room.left(), room.bottom() - 1, end, room.bottom() - 1);
}

}  // namespace collapsar
