// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/toggle_switch.h"

#include "widgets/plot_theme.h"

#include <QPainter>

namespace collapsar {

namespace {

constexpr int trackWidth = 32;
constexpr int trackHeight = 18;
constexpr int ring = 2;  // room for the focus ring
constexpr double paler = 0.5;

}  // namespace

ToggleSwitch::ToggleSwitch(QWidget* parent) : QAbstractButton(parent) {
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void ToggleSwitch::setPending(bool isPending) {
    if (m_isPending == isPending) return;
    m_isPending = isPending;
    update();
}

QSize ToggleSwitch::sizeHint() const {
    return {trackWidth + 2 * ring, trackHeight + 2 * ring};
}

bool ToggleSwitch::hitButton(const QPoint& position) const {
    return rect().contains(position);
}

void ToggleSwitch::paintEvent(QPaintEvent*) {
    const PlotTheme& theme = themeFor(ThemeMode::System, palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (!isEnabled() || m_isPending) painter.setOpacity(paler);
    const QRectF track((width() - trackWidth) / 2.0, (height() - trackHeight) / 2.0, trackWidth, trackHeight);
    painter.setPen(Qt::NoPen);
    painter.setBrush(isChecked() ? theme.accent : theme.axis);
    painter.drawRoundedRect(track, trackHeight / 2.0, trackHeight / 2.0);

    const double knob = trackHeight - 4;
    const double left = isChecked() ? track.right() - knob - 2 : track.left() + 2;
    painter.setBrush(isChecked() ? theme.onAccent : theme.card);
    painter.drawEllipse(QRectF(left, track.top() + 2, knob, knob));
    if (!hasFocus()) return;
    painter.setOpacity(1);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.accent, 1));
    const QRectF focusRing = track.adjusted(-1.5, -1.5, 1.5, 1.5);
    painter.drawRoundedRect(focusRing, focusRing.height() / 2, focusRing.height() / 2);
}

}  // namespace collapsar
