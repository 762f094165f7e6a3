// SPDX-License-Identifier: GPL-3.0-or-later
/// How fast a run trains by the clock on the wall, so that the time left is what a person will wait, probes and other
/// runs included.
#pragma once

#include <chrono>
#include <cstdint>

namespace collapsar {

class TrainingRate {
public:
    void restart(std::int64_t updates, std::int64_t encoderUpdates) {
        m_since = std::chrono::steady_clock::now();
        m_updates = updates;
        m_encoderUpdates = encoderUpdates;
    }
    /// A new rate whenever a period has passed.
    void measure(std::int64_t updates, std::int64_t encoderUpdates) {
        constexpr double period = 1;  // seconds
        const double passed = std::chrono::duration<double>(std::chrono::steady_clock::now() - m_since).count();
        if (passed < period) return;
        m_perSecond = static_cast<double>(updates - m_updates) / passed;
        m_innerPerSecond = static_cast<double>(encoderUpdates - m_encoderUpdates) / passed;
        restart(updates, encoderUpdates);
    }

    [[nodiscard]] double updatesPerSecond() const { return m_perSecond; }
    [[nodiscard]] double encoderUpdatesPerSecond() const { return m_innerPerSecond; }

private:
    std::chrono::steady_clock::time_point m_since;
    std::int64_t m_updates = 0, m_encoderUpdates = 0;
    double m_perSecond = 0, m_innerPerSecond = 0;
};

}  // namespace collapsar
