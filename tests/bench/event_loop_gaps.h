// SPDX-License-Identifier: GPL-3.0-or-later
/// How long an event loop leaves its events waiting: a timer of one millisecond notes when it is late.
#pragma once

#include <QElapsedTimer>
#include <QJsonObject>
#include <QTimer>

#include <algorithm>
#include <cmath>
#include <vector>

namespace collapsar {

class EventLoopGaps {
public:
    EventLoopGaps() {
        m_tick.setTimerType(Qt::PreciseTimer);
        m_tick.setInterval(1);
        QObject::connect(&m_tick, &QTimer::timeout, &m_tick, [this] { note(); });
    }

    /// Measures from here to stop(). Lives in the thread of the loop.
    void start() {
        m_milliseconds.clear();
        m_longest = 0;
        m_sinceStart.start();
        m_sinceTick.start();
        m_tick.start();
    }
    void stop() {
        note();
        m_tick.stop();
    }

    /// Percentiles over all ticks, in milliseconds between one tick and the next.
    [[nodiscard]] QJsonObject report() const {
        std::vector<double> sorted = m_milliseconds;
        std::sort(sorted.begin(), sorted.end());
        const auto at = [&](double share) {
            const auto place = static_cast<std::size_t>(std::ceil(share * static_cast<double>(sorted.size())));
            return sorted.empty() ? 0.0 : sorted[std::max<std::size_t>(place, 1) - 1];
        };
        const auto late = sorted.end() - std::upper_bound(sorted.begin(), sorted.end(), 50.0);
        return {{"ticks", static_cast<qint64>(sorted.size())},
                {"median_ms", at(0.5)},
                {"p99_ms", at(0.99)},
                {"p999_ms", at(0.999)},
                {"max_ms", at(1.0)},
                {"max_after_seconds", m_longestAfter},
                {"over_50_ms", static_cast<qint64>(late)}};
    }

private:
    void note() {
        const double gap = static_cast<double>(m_sinceTick.nsecsElapsed()) * 1e-6;
        m_sinceTick.start();
        m_milliseconds.push_back(gap);
        if (gap <= m_longest) return;
        m_longest = gap;
        m_longestAfter = static_cast<double>(m_sinceStart.elapsed()) * 1e-3;
    }

    QTimer m_tick;
    QElapsedTimer m_sinceStart, m_sinceTick;
    double m_longest = 0, m_longestAfter = 0;
    std::vector<double> m_milliseconds;
};

}  // namespace collapsar
