// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/replay_clock.h"

#include <cmath>

namespace collapsar {

void ReplayClock::setSpeed(const ReplaySpeed& speed) {
    if (speed.unit != m_speed.unit) m_rest = 0;
    m_speed = speed;
}

void ReplayClock::setTrainedRate(double updatesPerSecond) {
    const bool isKnown = std::isfinite(updatesPerSecond) && updatesPerSecond > 0;
    m_trainedRate = isKnown ? updatesPerSecond : usualUpdatesPerSecond;
}

std::int64_t ReplayClock::advance(double milliseconds) {
    const double perSecond = m_speed.unit == ReplayUnit::Picture ? m_speed.amount : m_speed.amount * m_trainedRate;
    m_rest += perSecond * milliseconds / 1000;
    const double whole = std::floor(m_rest + 1e-9);
    m_rest -= whole;
    return static_cast<std::int64_t>(whole);
}

}  // namespace collapsar
