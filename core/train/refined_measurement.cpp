// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/refined_measurement.h"

#include "core/diagnostics/refined_evaluation.h"

namespace collapsar {

void measureRefined(Measurement& point, const Parameters& parameters, const InferenceWeightsPointer& weights,
                    const RefinedMeasuring& measuring, const StopFlag& stop) {
    const Settings& settings = measuring.settings;
    if (settings.sviSteps == 0) return;
    const RefinedEvaluation refined = evaluateRefined(parameters, weights,
                                                      {.batches = measuring.batches,
                                                       .draws = {.seed = settings.seed, .at = point.at},
                                                       .rule = refinementRule(settings),
                                                       .start = settings.sviStart,
                                                       .threads = measuring.threads},
                                                      stop);
    point.refinedElbo = refined.elbo;
    point.refinedKl = refined.kl;
}

double decidingElbo(const Measurement& point, const Settings& settings) {
    return settings.sviSteps > 0 ? point.refinedElbo : point.elbo;
}

}  // namespace collapsar
