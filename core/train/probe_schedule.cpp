// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/probe_schedule.h"

namespace collapsar {

namespace {
constexpr std::int64_t probesPerStage = 10;
constexpr double share = 0.1;
}  // namespace

std::int64_t probePeriod(std::int64_t update) {
    std::int64_t period = 1;
    for (int stage = 0; update >= probesPerStage * period; ++stage) {
        const std::int64_t next = stage % 3 == 1 ? period * 5 / 2 : period * 2;
        if (update < probesPerStage * next) break;
        period = next;
    }
    return period;
}

bool probeDue(std::int64_t update) {
    return update % probePeriod(update) == 0;
}

bool ProbeBudget::allows(double trainingSeconds) const {
    return m_spent <= share * trainingSeconds;
}

}  // namespace collapsar
