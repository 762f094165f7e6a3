// SPDX-License-Identifier: GPL-3.0-or-later
/// When probes are due at watch pace, and how full speed keeps them cheap. Pure numbers.
#pragma once

#include <cstdint>

namespace collapsar {

/// Updates between probes at `update`: 1, 2, 5, 10, 20 ... growing with the update, about twenty probes a
/// doubling-and-a-bit.
[[nodiscard]] std::int64_t probePeriod(std::int64_t update);
/// Whether watch pace probes after `update` completed updates.
[[nodiscard]] bool probeDue(std::int64_t update);

/// Full speed: a probe may begin when all probes together have cost at most a tenth of the training time so far.
class ProbeBudget {
public:
    [[nodiscard]] bool allows(double trainingSeconds) const;
    void spent(double probeSeconds) { m_spent += probeSeconds; }

private:
    double m_spent = 0;
};

}  // namespace collapsar
