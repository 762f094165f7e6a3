// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/time_track.h"

#include "widgets/display_text.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <limits>

namespace collapsar {

namespace {

constexpr int side = 9;        // pixels left and right of the track, for half a handle with its focus ring
constexpr int markReach = 3;   // pixels on either side of a mark where the pointer is on it
constexpr int snapReach = 3;   // pixels before the furthest update that count as there
constexpr int mostLines = 12;  // of a tool tip
constexpr double handleRadius = 6;
constexpr int wheelNotch = 120;  // of QWheelEvent

}  // namespace

TimeTrack::TimeTrack(QWidget* parent) : QSlider(Qt::Horizontal, parent) {
    setRange(0, 0);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void TimeTrack::setReach(std::int64_t reach, std::int64_t end) {
    m_waitingEnd = std::max<std::int64_t>({1, reach, end});
    if (!isSliderDown() || m_end < reach) m_end = m_waitingEnd;
    m_reach = reach;
    setMaximum(static_cast<int>(std::min<std::int64_t>(reach, std::numeric_limits<int>::max())));
    update();
}

void TimeTrack::setPlace(std::int64_t update) {
    setValue(static_cast<int>(update));
}

void TimeTrack::setTheme(const PlotTheme& theme) {
    m_theme = theme;
    update();
}

void TimeTrack::addMark(const TimeMark& mark) {
    const auto isBefore = [](const TimeMark& a, const TimeMark& b) { return a.update < b.update; };
    m_marks.insert(std::upper_bound(m_marks.begin(), m_marks.end(), mark, isBefore), mark);
    update();
}

void TimeTrack::clearMarks(int run) {
    std::erase_if(m_marks, [run](const TimeMark& mark) { return run < 0 || mark.run == run; });
    update();
}

QString TimeTrack::textAt(const QPoint& position) const {
    QStringList lines;
    for (const TimeMark& mark : m_marks) {
        if (std::abs(pixelOf(mark.update) - position.x()) > markReach) continue;
        lines << tr("%1 at %2", "what happened, update").arg(mark.text, countText(mark.update));
    }
    if (lines.isEmpty()) return tr("update %1").arg(countText(updateAt(position.x())));
    const int more = static_cast<int>(lines.size()) - mostLines;
    if (more > 0) lines = lines.mid(0, mostLines) << tr("and %n more", nullptr, more);
    return lines.join(QLatin1Char('\n'));
}

int TimeTrack::pixelOf(std::int64_t update) const {
    const double share = static_cast<double>(update) / static_cast<double>(m_end);
    return side + static_cast<int>(std::lround(share * std::max(1, width() - 2 * side)));
}

std::int64_t TimeTrack::updateAt(int pixel) const {
    if (pixel >= pixelOf(m_reach) - snapReach) return m_reach;
    const double share = static_cast<double>(pixel - side) / std::max(1, width() - 2 * side);
    return std::clamp<std::int64_t>(std::llround(share * static_cast<double>(m_end)), 0, m_reach);
}

QSize TimeTrack::sizeHint() const {
    return {400, 26};
}

QSize TimeTrack::minimumSizeHint() const {
    return {120, 26};
}

void TimeTrack::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double middle = height() / 2.0;
    const auto bar = [&](std::int64_t from, std::int64_t to, const QColor& colour) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawRoundedRect(QRectF(QPointF(pixelOf(from), middle - 2), QPointF(pixelOf(to), middle + 2)), 2, 2);
    };
    const QColor faint = m_theme.line;
    QColor there = m_theme.axis;
    there.setAlpha(130);
    bar(0, m_end, faint);
    bar(0, m_reach, there);
    if (isEnabled()) bar(0, value(), m_theme.accent);
    for (const TimeMarkKind kind : {TimeMarkKind::Checkpoint, TimeMarkKind::Decision, TimeMarkKind::Switch})
        for (const TimeMark& mark : m_marks)
            if (mark.kind == kind) paintMark(painter, mark);
    const QPointF handle(pixelOf(value()), middle);
    painter.setPen(QPen(hasFocus() ? m_theme.text : m_theme.card, 2));
    painter.setBrush(isEnabled() ? m_theme.accent : m_theme.axis);
    painter.drawEllipse(handle, handleRadius, handleRadius);
}

/// Switches are tall lines, decisions lines with a diamond on top, checkpoints short ticks below: not by colour alone.
void TimeTrack::paintMark(QPainter& painter, const TimeMark& mark) const {
    const double x = pixelOf(mark.update);
    const double middle = height() / 2.0;
    QColor colour = runColour(m_theme, mark.colour);
    const bool isCheckpoint = mark.kind == TimeMarkKind::Checkpoint;
    if (isCheckpoint) colour.setAlpha(150);
    painter.setPen(QPen(colour, isCheckpoint ? 1 : 1.5));
    const double top = isCheckpoint ? middle + 4 : middle - 9;
    painter.drawLine(QPointF(x, top), QPointF(x, middle + (isCheckpoint ? 8 : 9)));
    if (mark.kind != TimeMarkKind::Decision) return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawPolygon(QPolygonF{{x, top - 3.5}, {x + 3.5, top}, {x, top + 3.5}, {x - 3.5, top}});
}

void TimeTrack::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return event->ignore();
    setSliderDown(true);
    Q_EMIT placeRequested(updateAt(event->position().toPoint().x()));
}

void TimeTrack::mouseMoveEvent(QMouseEvent* event) {
    const QPoint at = event->position().toPoint();
    if (isSliderDown()) {
        Q_EMIT placeRequested(updateAt(at.x()));
    } else if (!event->buttons()) {
        QToolTip::showText(mapToGlobal(QPoint(at.x(), -24)), textAt(at), this);
    }
}

void TimeTrack::mouseReleaseEvent(QMouseEvent*) {
    setSliderDown(false);
    m_end = std::max<std::int64_t>(1, m_waitingEnd);
    update();
}

void TimeTrack::keyPressEvent(QKeyEvent* event) {
    event->ignore();
}

void TimeTrack::wheelEvent(QWheelEvent* event) {
    const QPoint turn = event->angleDelta();
    const int angle = turn.y() != 0 ? turn.y() : turn.x();
    const int notches = angle / wheelNotch != 0 ? angle / wheelNotch : (angle > 0) - (angle < 0);
    if (notches != 0) Q_EMIT turned(notches, event->modifiers());
    event->accept();
}

/// The tip is shown at once, while moving; the usual one would follow it with nothing.
bool TimeTrack::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) return true;
    return QSlider::event(event);
}

}  // namespace collapsar
