// SPDX-License-Identifier: GPL-3.0-or-later
/// The pointer on a curve plot: value box, run under it, and moving the time line by the numbers of the x axis.
#include "widgets/curve_plot_parts.h"
#include "widgets/curve_scene.h"
#include "widgets/replot_scheduler.h"

#include <qcustomplot.h>

#include <QEvent>
#include <QMouseEvent>
#include <algorithm>
#include <cmath>

namespace collapsar {
namespace {

constexpr double markReach = 4;  // pixels
constexpr double lineReach = 5;

}  // namespace

void CurvePlot::refreshHeader() {
    const double x = std::isfinite(m_scene->cursor) ? m_scene->cursor : m_scene->timeCursor;
    const QString values = std::isfinite(x) ? m_scene->shortReadout(x) : QString();
    const QStringList words = QStringList(spec().unit) + m_scene->remarks();
    const QString unit = words.join(QStringLiteral(" \u00b7 "));
    QLabel& label = *m_parts->unit;
    label.setText(values.isEmpty() ? label.fontMetrics().elidedText(unit, Qt::ElideRight, label.width()) : values);
    label.setToolTip(QStringLiteral("<p>%1</p><p>%2</p>").arg(unit.toHtmlEscaped(), spec().estimator.toHtmlEscaped()));
}

void CurvePlot::refreshReadout() {
    refreshHeader();
    const double x = m_scene->cursor;
    const bool isWanted = m_parts->isPointed && std::isfinite(x);
    const QString html = isWanted ? m_scene->readout(x, m_parts->pointer.y(), markReach) : QString();
    if (html.isEmpty()) return m_parts->readout->hide();
    m_parts->readout->showAt(m_scene->plot->pos() + m_parts->pointer, html);
}

void CurvePlot::hover(const QPoint& position) {
    const bool isInside = m_scene->plot->axisRect()->rect().contains(position);
    const double x = isInside ? m_scene->plot->xAxis->pixelToCoord(position.x()) : notMeasured;
    m_parts->isPointed = isInside;
    m_parts->pointer = position;
    const int run = isInside ? m_scene->runAt(position, lineReach) : -1;
    if (run != m_parts->hoveredRun) {
        m_parts->hoveredRun = run;
        emit runHovered(run);
    }
    if (std::isnan(x) && std::isnan(m_scene->cursor)) return;
    setCursor(x);
    emit cursorMoved(x);
}

/// Whether the event belongs to moving the time line. Only below the drawing, where nothing zooms or pans.
bool CurvePlot::scrub(const QEvent& event) {
    const auto& mouse = static_cast<const QMouseEvent&>(event);
    const QRect rect = m_scene->plot->axisRect()->rect();
    const bool isOnNumbers = mouse.pos().y() > rect.bottom() && mouse.pos().x() >= rect.left() - 4;
    if (event.type() == QEvent::MouseMove && !m_parts->isScrubbing)
        m_scene->plot->setCursor(isOnNumbers ? Qt::SizeHorCursor : Qt::ArrowCursor);
    const bool isPress = event.type() == QEvent::MouseButtonPress || event.type() == QEvent::MouseButtonDblClick;
    if (isPress && mouse.button() == Qt::LeftButton && isOnNumbers) m_parts->isScrubbing = true;
    if (!m_parts->isScrubbing) return false;
    if (event.type() == QEvent::MouseButtonRelease) {
        m_parts->isScrubbing = false;
        return true;
    }
    const PlotRange x = m_scene->navigation->view().x;
    emit cursorChosen(std::clamp(m_scene->plot->xAxis->pixelToCoord(mouse.pos().x()), x.lower, x.upper));
    return true;
}

bool CurvePlot::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
        case QEvent::MouseButtonPress:
        case QEvent::MouseButtonRelease:
        case QEvent::MouseButtonDblClick:
            if (scrub(*event)) return true;
            break;
        case QEvent::MouseMove:
            if (scrub(*event)) return true;
            hover(static_cast<QMouseEvent*>(event)->pos());
            break;
        case QEvent::Leave:
            hover({-1, -1});
            break;
        case QEvent::Resize:
            m_scene->scheduler->request();
            refreshReadout();
            break;
        default:
            break;
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace collapsar
