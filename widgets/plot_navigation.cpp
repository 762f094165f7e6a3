// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plot_navigation.h"

#include <qcustomplot.h>

#include <QApplication>
#include <QEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>
#include <cmath>

namespace collapsar {
namespace {

constexpr int easeMilliseconds = 200;
constexpr double zoomPerNotch = 0.85;

PlotRange mixed(const PlotRange& from, const PlotRange& to, double share) {
    return {from.lower + (to.lower - from.lower) * share, from.upper + (to.upper - from.upper) * share};
}

PlotRange scaledAbout(const PlotRange& range, double centre, double factor) {
    return {centre + (range.lower - centre) * factor, centre + (range.upper - centre) * factor};
}

bool isUsable(const PlotRange& range) {
    return QCPRange::validRange(range.lower, range.upper);
}

}  // namespace

PlotNavigation::PlotNavigation(QCustomPlot* plot, PlotScales scales) : QObject(plot), m_plot(plot), m_scales(scales) {
    m_animation.setDuration(easeMilliseconds);
    m_animation.setEasingCurve(QEasingCurve::OutCubic);
    m_animation.setStartValue(0.0);
    m_animation.setEndValue(1.0);
    connect(&m_animation, &QVariantAnimation::valueChanged, this, [this](const QVariant& share) {
        apply({mixed(m_from.x, m_to.x, share.toDouble()), mixed(m_from.y, m_to.y, share.toDouble())});
    });
    plot->setMouseTracking(true);
    plot->setFocusPolicy(Qt::StrongFocus);
    plot->installEventFilter(this);
}

PlotView PlotNavigation::view() const {
    const QCPRange x = m_plot->xAxis->range();
    const QCPRange y = m_plot->yAxis->range();
    return {{x.lower, x.upper}, {y.lower, y.upper}};
}

void PlotNavigation::apply(const PlotView& view) {
    if (!isUsable(view.x) || !isUsable(view.y)) return;
    m_plot->xAxis->setRange(view.x.lower, view.x.upper);
    m_plot->yAxis->setRange(view.y.lower, view.y.upper);
    emit viewChanged();
}

void PlotNavigation::jumpTo(const PlotView& view) {
    m_animation.stop();
    apply(view);
}

void PlotNavigation::easeTo(const PlotView& view) {
    if (!m_plot->isVisible()) return jumpTo(view);
    if (m_animation.state() == QAbstractAnimation::Running && m_to == view) return;
    m_animation.stop();
    m_from = this->view();
    m_to = view;
    m_animation.start();
}

void PlotNavigation::setTarget(const PlotView& target) {
    if (m_target == target) return;
    m_target = target;
    if (m_isFollowing) easeTo(target);
}

void PlotNavigation::setFollow(bool follow) {
    if (m_isFollowing == follow) return;
    m_isFollowing = follow;
    if (follow)
        easeTo(m_target);
    else
        m_animation.stop();
    emit followChanged(follow);
}

void PlotNavigation::takeOver(const PlotView& view) {
    if (!isUsable(view.x) || !isUsable(view.y)) return;
    setFollow(false);
    jumpTo(view);
    emit movedByUser();
}

void PlotNavigation::zoom(const QPointF& centre, double factor, Qt::KeyboardModifiers modifiers) {
    if (m_scales == PlotScales::Equal) modifiers = Qt::NoModifier;
    PlotView next = view();
    if (!modifiers.testFlag(Qt::ControlModifier))
        next.x = scaledAbout(next.x, m_plot->xAxis->pixelToCoord(centre.x()), factor);
    if (!modifiers.testFlag(Qt::ShiftModifier))
        next.y = scaledAbout(next.y, m_plot->yAxis->pixelToCoord(centre.y()), factor);
    takeOver(next);
}

void PlotNavigation::pan(const PlotView& from, const QPointF& pixels) {
    const QRect rect = m_plot->axisRect()->rect();
    if (rect.width() < 1 || rect.height() < 1) return;
    const double x = -pixels.x() * (from.x.upper - from.x.lower) / rect.width();
    const double y = pixels.y() * (from.y.upper - from.y.lower) / rect.height();
    takeOver({{from.x.lower + x, from.x.upper + x}, {from.y.lower + y, from.y.upper + y}});
}

bool PlotNavigation::wheel(const QWheelEvent& event) {
    const QPoint delta = event.angleDelta();
    const int angle = delta.y() != 0 ? delta.y() : delta.x();
    if (angle == 0 || !m_plot->axisRect()->rect().contains(event.position().toPoint())) return false;
    zoom(event.position(), std::pow(zoomPerNotch, angle / 120.0), event.modifiers());
    return true;
}

bool PlotNavigation::key(const QKeyEvent& event) {
    const QPointF centre = m_plot->axisRect()->rect().center();
    const double step = m_plot->axisRect()->rect().width() / 10.0;
    switch (event.key()) {
        case Qt::Key_Plus:
        case Qt::Key_Equal:
            zoom(centre, zoomPerNotch, Qt::NoModifier);
            return true;
        case Qt::Key_Minus:
            zoom(centre, 1 / zoomPerNotch, Qt::NoModifier);
            return true;
        case Qt::Key_Left:
            pan(view(), {step, 0});
            return true;
        case Qt::Key_Right:
            pan(view(), {-step, 0});
            return true;
        case Qt::Key_Up:
            pan(view(), {0, step});
            return true;
        case Qt::Key_Down:
            pan(view(), {0, -step});
            return true;
        case Qt::Key_0:
            emit fitRequested();
            return true;
        default:
            return false;
    }
}

void PlotNavigation::press(const QMouseEvent& event) {
    m_isPressed = event.button() == Qt::LeftButton && m_plot->axisRect()->rect().contains(event.pos());
    m_isDragging = false;
    m_pressedAt = event.pos();
    m_pressedView = view();
}

void PlotNavigation::move(const QMouseEvent& event) {
    if (!m_isPressed || !event.buttons().testFlag(Qt::LeftButton)) return;
    const QPoint distance = event.pos() - m_pressedAt;
    if (!m_isDragging) {
        if (distance.manhattanLength() < QApplication::startDragDistance()) return;
        m_pressedView = view();
        m_isDragging = true;
    }
    pan(m_pressedView, distance);
}

void PlotNavigation::release(const QMouseEvent& event) {
    const bool isClick = m_isPressed && !m_isDragging && event.button() == Qt::LeftButton;
    m_isPressed = m_isDragging = false;
    if (isClick) emit clicked(event.pos());
}

bool PlotNavigation::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
        case QEvent::Wheel:
            if (!wheel(*static_cast<QWheelEvent*>(event))) break;
            event->accept();
            return true;
        case QEvent::KeyPress:
            if (!key(*static_cast<QKeyEvent*>(event))) break;
            event->accept();
            return true;
        case QEvent::MouseButtonPress:
            press(*static_cast<QMouseEvent*>(event));
            break;
        case QEvent::MouseMove:
            move(*static_cast<QMouseEvent*>(event));
            break;
        case QEvent::MouseButtonRelease:
            release(*static_cast<QMouseEvent*>(event));
            break;
        case QEvent::MouseButtonDblClick:
            m_isPressed = false;
            emit fitRequested();
            break;
        default:
            break;
    }
    return QObject::eventFilter(watched, event);
}

}  // namespace collapsar
