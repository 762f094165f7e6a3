// SPDX-License-Identifier: GPL-3.0-or-later
/// What evaluations say of refined posteriors where a run refines them, and which ELBO then decides.
#pragma once

#include "core/data/batches.h"
#include "core/model/inference.h"
#include "core/model/parameters.h"
#include "core/nn/stop_flag.h"
#include "core/report/measurement.h"
#include "core/report/settings.h"

#include <vector>

namespace collapsar {

struct RefinedMeasuring {
    const std::vector<Batch>& batches;
    const Settings& settings;
    int threads = 1;  ///< changes no bit of the result
};

/// Fills the refined columns of `point`, with the draws of its position; leaves them unmeasured where settings.sviSteps
/// is 0. Any thread; blocks; throws Interrupted.
void measureRefined(Measurement& point, const Parameters& parameters, const InferenceWeightsPointer& weights,
                    const RefinedMeasuring& measuring, const StopFlag& stop);

/// The ELBO that chooses the best weights and the learning rate: of the posteriors that the run trains its decoder on.
[[nodiscard]] double decidingElbo(const Measurement& point, const Settings& settings);

}  // namespace collapsar
