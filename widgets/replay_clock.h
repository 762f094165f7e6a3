// SPDX-License-Identifier: GPL-3.0-or-later
/// How far a replay has come after some time. Knows no timer, so that it can be tested without waiting.
#pragma once

#include <cstdint>

namespace collapsar {

enum class ReplayUnit {
    Picture,        ///< `amount` recorded pictures a second
    TrainingSpeed,  ///< `amount` times as fast as the run was trained
};

struct ReplaySpeed {
    ReplayUnit unit = ReplayUnit::Picture;
    double amount = 10;

    bool operator==(const ReplaySpeed&) const = default;
};

class ReplayClock {
public:
    /// Training speed is taken as this while it is not known.
    static constexpr double usualUpdatesPerSecond = 100;

    void setSpeed(const ReplaySpeed& speed);
    [[nodiscard]] const ReplaySpeed& speed() const { return m_speed; }
    /// Outer updates per second of training; not finite or not positive: not known.
    void setTrainedRate(double updatesPerSecond);
    /// Whole pictures or updates, by the unit, that passed in `milliseconds`; the rest is kept for the next call.
    [[nodiscard]] std::int64_t advance(double milliseconds);
    void reset() { m_rest = 0; }

private:
    ReplaySpeed m_speed;
    double m_trainedRate = usualUpdatesPerSecond;
    double m_rest = 0;
};

}  // namespace collapsar
