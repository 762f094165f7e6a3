// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/objective/kl_schedule.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace collapsar {

namespace {

/// Updates of a cycle.
double cycleLength(const Settings& settings) {
    const double length =
        settings.klPeriod > 0 ? settings.klPeriod : static_cast<double>(settings.updates) / settings.klCycles;
    return std::max(1.0, length);
}

/// Updates since the cycle began. Cycles begin at whole updates: cycle c at floor(c * length).
double placeInCycle(double update, double length) {
    double cycle = std::floor(update / length);
    if (std::floor((cycle + 1) * length) <= update) ++cycle;
    return std::max(0.0, update - std::floor(cycle * length));
}

/// 0 .. 1 over a ramp of which `part` lies behind.
double rise(KlShape shape, double part) {
    switch (shape) {
        case KlShape::Linear:
            break;
        case KlShape::Cosine:
            return (1 - std::cos(std::numbers::pi * part)) / 2;
        case KlShape::Sigmoid:
            return 1 / (1 + std::exp(6 - 12 * part));
    }
    return part;
}

double cyclicalPart(const Settings& settings, std::int64_t update) {
    const double length = cycleLength(settings);
    const double part = placeInCycle(static_cast<double>(update - 1), length) / (length * settings.klRampShare);
    return part <= 1 ? rise(settings.klShape, part) : 1;
}

double rampPart(const Settings& settings, std::int64_t update, std::int64_t trainingExamples) {
    const double epoch = static_cast<double>(trainingExamples) / settings.batch;
    const double ramp = settings.klWarmup * epoch;
    if (ramp <= 0) return 1;
    const double hold = settings.klSchedule == KlSchedule::Hold ? settings.klHold * epoch : 0;
    return std::clamp((static_cast<double>(update) - hold) / ramp, 0.0, 1.0);
}

}  // namespace

double klWeightAt(const Settings& settings, std::int64_t update, std::int64_t trainingExamples) {
    if (settings.klSchedule == KlSchedule::Constant) return settings.klWeight;
    const double part = settings.klSchedule == KlSchedule::Cyclical ? cyclicalPart(settings, update)
                                                                    : rampPart(settings, update, trainingExamples);
    return settings.klStart + (settings.klWeight - settings.klStart) * part;
}

void moveEnd(Settings& settings, int updates) {
    if (updates == settings.updates) return;
    if (settings.klSchedule == KlSchedule::Cyclical) settings.klPeriod = cycleLength(settings);
    settings.updates = updates;
}

}  // namespace collapsar
