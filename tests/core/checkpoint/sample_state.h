// SPDX-License-Identifier: GPL-3.0-or-later
/// A TrainingState in which no field has its default, with NaN and infinities; the same numbers as in
/// tests/data/checkpoint_samples.py.
#pragma once

#include "core/checkpoint/training_state.h"

#include <bit>
#include <cstdint>
#include <limits>
#include <vector>

namespace collapsar {

/// n numbers: first, first + 0.5 ...
inline std::vector<float> rising(std::int64_t n, float first) {
    std::vector<float> numbers(static_cast<std::size_t>(n));
    for (std::size_t i = 0; i < numbers.size(); ++i)
        numbers[i] = first + 0.5f * static_cast<float>(i);
    return numbers;
}

inline Parameters sampleParameters(float first) {
    Parameters parameters;
    parameters.shape = {.vocabulary = 5, .embedding = 2, .encoderHidden = 3, .decoderHidden = 4, .latent = 1};
    parameters.encoder = rising(100, first);
    parameters.decoder = rising(183, first + 100);
    parameters.pooling = Pooling::Max;
    parameters.skip = true;
    return parameters;
}

inline TrainingState sampleState() {
    TrainingState state;
    state.runId = "0f8fad5b-d9cb-469f-a165-70867728950e";
    state.numerics = "test numerics";
    state.settings.seed = 18446744073709551615u;
    state.settings.learningRate = 0.1;
    state.settings.pooling = Pooling::Max;
    state.settings.skip = true;
    state.settings.aggressive = Aggressive::Auto;
    state.at = {123, 4};
    state.encoderUpdates = 5000000000;
    state.seconds = 1.0 / 3;
    state.cpuSeconds = 0.3125;
    state.weights = sampleParameters(-3);
    state.weights.encoder[0] = std::bit_cast<float>(0x7FC00123u);  // a NaN that carries something
    state.weights.encoder[1] = -std::numeric_limits<float>::infinity();
    state.encoderOptimiser = {rising(100, 1), rising(100, 2), 77};
    state.decoderOptimiser = {rising(178, 3), rising(178, 4), 78};
    state.skipOptimiser = {rising(5, 5), rising(5, 6), 79};
    state.skipEverOpen = true;
    state.innerLoop = {true, 4, 12.25, 160, 3.75};
    state.innerBatch = 17;
    state.evaluationDue = false;
    state.burnIn = {true, 0.625, 2};
    state.learningRate = 0.05;
    state.encoderLearningRate = 0.025;
    state.decay = {1, 2, 33.5, 32.5, 100};
    state.best = sampleParameters(7);
    state.planned = {{{200, 0}, Action::None, "kl_weight", "", "0.5"}, {{201, 3}, Action::StepEncoder, "", "", ""}};
    return state;
}

}  // namespace collapsar
