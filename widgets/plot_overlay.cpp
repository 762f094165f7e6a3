// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plot_overlay.h"

#include <QEvent>
#include <QFocusEvent>
#include <QPainter>
#include <algorithm>

namespace collapsar {
namespace {

constexpr int widest = 320;
constexpr int distance = 12;

}  // namespace

QRect placeBeside(const QPoint& anchor, const QSize& size, const QSize& room) {
    const auto within = [](int at, int length, int all) { return std::clamp(at, 0, std::max(0, all - length)); };
    const QPoint after = anchor + QPoint(distance, distance);
    const QPoint before = anchor - QPoint(distance + size.width(), distance + size.height());
    const bool fitsRight = after.x() + size.width() <= room.width();
    const bool fitsAbove = before.y() >= 0;
    if (fitsRight || before.x() >= 0)
        return {{fitsRight ? after.x() : before.x(),
                 within(fitsAbove ? before.y() : after.y(), size.height(), room.height())},
                size};
    const bool fitsBelow = after.y() + size.height() <= room.height();
    const int y = fitsAbove || !fitsBelow ? before.y() : after.y();
    return {{within(after.x(), size.width(), room.width()), within(y, size.height(), room.height())}, size};
}

PlotReadout::PlotReadout(QWidget* owner) : QLabel(owner), m_owner(owner) {
    owner->installEventFilter(this);
    connect(owner, &QObject::destroyed, this, [this] { delete this; });
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
    QWidget* window = m_owner->window();
    if (parentWidget() != window) setParent(window);
    setGeometry(placeBeside(m_owner->mapTo(window, anchor), size, window->size()));
    raise();
    show();
}

bool PlotReadout::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_owner && event->type() == QEvent::Hide) hide();
    return QLabel::eventFilter(watched, event);
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
