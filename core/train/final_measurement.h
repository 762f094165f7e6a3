// SPDX-License-Identifier: GPL-3.0-or-later
/// What the last scheduled evaluation of a run measures beyond the others: the importance-weighted NLL, once, because a
/// sample of it costs as much as a whole evaluation.
#pragma once

#include "core/data/batches.h"
#include "core/model/parameters.h"
#include "core/nn/stop_flag.h"
#include "core/report/measurement.h"
#include "core/report/settings.h"

#include <vector>

namespace collapsar {

struct FinalMeasuring {
    const std::vector<Batch>& batches;
    const Settings& settings;
    int threads = 1;  ///< changes no bit of the result
};

/// Fills iwNll and iwPpl of `point` with settings.importanceSamples samples, as importanceWeightedNll() of the run's
/// seed; leaves them unmeasured where that is 0 or the ELBO of `point` is not finite. Any thread; blocks; throws
/// Interrupted.
void measureFinally(Measurement& point, const Parameters& parameters, const FinalMeasuring& measuring,
                    const StopFlag& stop);

}  // namespace collapsar
