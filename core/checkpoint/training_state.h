// SPDX-License-Identifier: GPL-3.0-or-later
/// Everything a run needs to go on bit-exactly from between two updates. A plain value: the trainer keeps one as its
/// books, a checkpoint is one written down. There is no generator state (all draws are counter-based) and no epoch
/// permutation (a function of seed and epoch).
#pragma once

#include "core/model/parameters.h"
#include "core/nn/optimiser.h"
#include "core/report/intervention.h"
#include "core/report/settings.h"
#include "core/strategy/burn_in.h"
#include "core/strategy/inner_rule.h"
#include "core/strategy/learning_rate_decay.h"

#include <cstdint>
#include <string>
#include <vector>

namespace collapsar {

struct TrainingState {
    std::string runId;     ///< UUID of the run
    std::string numerics;  ///< build, instruction set, BLAS core the weights were made with
    Settings settings;     ///< in force, live switches included
    Position at;
    std::int64_t encoderUpdates = 0;
    double seconds = 0;     ///< training time, all sittings
    double cpuSeconds = 0;  ///< processor time of the trainer thread in the same; NaN: not known

    Parameters weights;  ///< with the pooling and skip switches in force
    OptimiserState encoderOptimiser;
    OptimiserState decoderOptimiser;  ///< without the skip path
    OptimiserState skipOptimiser;     ///< the skip path's own, so that a path opened late starts its own step count
    bool skipEverOpen = false;        ///< a path opened again keeps its weights

    InnerLoop innerLoop;
    std::int64_t innerBatch = -1;  ///< batch of the next inner update; -1: outside an inner loop
    bool evaluationDue = true;     ///< the scheduled evaluation at `at` has not been made yet
    BurnIn burnIn;
    double learningRate = 0;         ///< decoder's, in force
    double encoderLearningRate = 0;  ///< in force
    RateDecay decay;
    Parameters best;                    ///< weights at the best validation ELBO so far; empty buffers: none yet
    std::vector<Intervention> planned;  ///< switches planned ahead and still to come, in order
};

}  // namespace collapsar
