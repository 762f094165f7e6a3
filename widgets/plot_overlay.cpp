// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plot_overlay.h"

#include <QEvent>
#include <QFocusEvent>
#include <QPainter>
#include <algorithm>

namespace collapsar {
namespace {

constexpr int widest = 250;
constexpr int distance = 12;

}  // namespace

PlotReadout::PlotReadout(QWidget* parent) : QLabel(parent) {
    setTextFormat(Qt::RichText);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    setTheme(lightTheme());
    hide();
}

void PlotReadout::setTheme(const PlotTheme& theme) {
    setStyleSheet(QStringLiteral("QLabel { background: %1; color: %2; border: 1px solid %3; border-radius: 5px; "
                                 "padding: 4px 6px; font-size: 11px; }")
                      .arg(theme.card.name(), theme.text.name(), theme.line.name()));
}

void PlotReadout::showAt(const QPoint& anchor, const QString& html) {
    setWordWrap(false);
    setText(html);
    QSize size = sizeHint();
    if (size.width() > widest) {
        setWordWrap(true);
        size = QSize(widest, heightForWidth(widest));
    }
    const QSize room = parentWidget()->size();
    int x = anchor.x() + distance;
    if (x + size.width() > room.width()) x = anchor.x() - distance - size.width();
    int y = anchor.y() - distance - size.height();
    if (y < 0) y = anchor.y() + distance;
    x = std::clamp(x, 0, std::max(0, room.width() - size.width()));
    y = std::clamp(y, 0, std::max(0, room.height() - size.height()));
    setGeometry(QRect(QPoint(x, y), size));
    raise();
    show();
}

FocusRing::FocusRing(QWidget* parent, QWidget* watched) : QWidget(parent), m_colour(lightTheme().accent) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    parent->installEventFilter(this);
    watched->installEventFilter(this);
    hide();
}

void FocusRing::setColour(const QColor& colour) {
    m_colour = colour;
    update();
}

bool FocusRing::eventFilter(QObject* watched, QEvent* event) {
    if (watched == parentWidget() && event->type() == QEvent::Resize) setGeometry(parentWidget()->rect());
    if (watched != parentWidget() && event->type() == QEvent::FocusIn) {
        const Qt::FocusReason reason = static_cast<QFocusEvent*>(event)->reason();
        const bool isByKey =
            reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason || reason == Qt::ShortcutFocusReason;
        setVisible(isByKey);
        raise();
    }
    if (watched != parentWidget() && event->type() == QEvent::FocusOut) hide();
    return QWidget::eventFilter(watched, event);
}

void FocusRing::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_colour, 2));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
}

}  // namespace collapsar
