// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/glyph_icon.h"

#include <QPainter>
#include <QPixmap>

namespace collapsar {

QIcon glyphIcon(Glyph glyph, const QColor& colour) {
    constexpr int scale = 3;
    QPixmap pixmap(glyphSide * scale, glyphSide * scale);
    pixmap.setDevicePixelRatio(scale);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    switch (glyph) {
        case Glyph::Start:
            painter.drawPolygon(QPolygonF{{2, 1}, {11, 6}, {2, 11}});
            break;
        case Glyph::Pause:
            painter.drawRoundedRect(QRectF(2, 1, 3, 10), 1, 1);
            painter.drawRoundedRect(QRectF(7, 1, 3, 10), 1, 1);
            break;
        case Glyph::Dot:
            painter.drawEllipse(QRectF(2, 2, 8, 8));
            break;
        case Glyph::Ring:
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(colour, 1.5));
            painter.drawEllipse(QRectF(2.5, 2.5, 7, 7));
            break;
    }
    return QIcon(pixmap);
}

}  // namespace collapsar
