// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/objective/kl_schedule.h"

#include <algorithm>

namespace collapsar {

double klWeightAt(const Settings& settings, std::int64_t update, std::int64_t trainingExamples) {
    if (settings.klSchedule == KlSchedule::Constant) return settings.klWeight;
    const double epoch = static_cast<double>(trainingExamples) / settings.batch;
    const double ramp = settings.klWarmup * epoch;
    if (ramp <= 0) return settings.klWeight;
    const double part = std::min(1.0, static_cast<double>(update) / ramp);
    return settings.klStart + (settings.klWeight - settings.klStart) * part;
}

}  // namespace collapsar
