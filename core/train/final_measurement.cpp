// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/final_measurement.h"

#include "core/diagnostics/importance_weighted_nll.h"

#include <cmath>

namespace collapsar {

void measureFinally(Measurement& point, const Parameters& parameters, const FinalMeasuring& measuring,
                    const StopFlag& stop) {
    const Settings& settings = measuring.settings;
    if (settings.importanceSamples == 0 || !std::isfinite(point.elbo)) return;
    const ImportanceWeightedNll estimate = importanceWeightedNll(
        parameters, measuring.batches,
        {.samples = settings.importanceSamples, .seed = settings.seed, .threads = measuring.threads}, stop);
    point.iwNll = estimate.nll;
    point.iwPpl = estimate.ppl;
}

}  // namespace collapsar
