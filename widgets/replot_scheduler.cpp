// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/replot_scheduler.h"

#include <qcustomplot.h>

#include <QEvent>
#include <algorithm>

namespace collapsar {
namespace {

constexpr int shortestPeriod = 16;  // milliseconds
constexpr int longestPeriod = 250;
constexpr double drawingShare = 0.25;  // of the time, at most

}  // namespace

ReplotScheduler::ReplotScheduler(QCustomPlot* plot) : QObject(plot), m_plot(plot) {
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &ReplotScheduler::flush);
    plot->setPlottingHint(QCP::phImmediateRefresh, false);
    plot->setPlottingHint(QCP::phFastPolylines, true);
    plot->installEventFilter(this);
}

void ReplotScheduler::request() {
    m_isStale = true;
    if (m_timer.isActive() || !m_plot->isVisible()) return;
    const qint64 elapsed = m_sinceDrawing.isValid() ? m_sinceDrawing.elapsed() : longestPeriod;
    m_timer.start(static_cast<int>(std::max<qint64>(0, framePeriod() - elapsed)));
}

void ReplotScheduler::flush() {
    m_timer.stop();
    if (!m_isStale || !m_plot->isVisible()) return;
    m_isStale = false;
    emit aboutToDraw();
    m_plot->replot(QCustomPlot::rpQueuedRefresh);
    m_sinceDrawing.start();
}

bool ReplotScheduler::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Show && m_isStale) m_timer.start(0);
    return QObject::eventFilter(watched, event);
}

int ReplotScheduler::framePeriod() const {
    const double cost = m_plot->replotTime(true);
    return std::clamp(static_cast<int>(cost / drawingShare), shortestPeriod, longestPeriod);
}

}  // namespace collapsar
