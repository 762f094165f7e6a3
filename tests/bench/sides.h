// SPDX-License-Identifier: GPL-3.0-or-later
/// The two sides of each workload and the peak of matrix products: one measurement each, in the calling process.
#pragma once

#include "tests/bench/trained_toy.h"
#include "tests/bench/workloads.h"

#include <cstdint>
#include <vector>

namespace collapsar {

/// The product: TrainStep as the trainer calls it; diagnostics as a probe calls them.
[[nodiscard]] Measured measureOurUpdates(const Workload& workload);
[[nodiscard]] Measured measureOurEvaluation(const Workload& workload, const TrainedToy& toy);

/// torch::nn and autograd, as the published code is written.
[[nodiscard]] Measured measureTorchUpdates(const Workload& workload);
[[nodiscard]] Measured measureTorchEvaluation(const Workload& workload, const TrainedToy& toy);
/// One thread, whatever the environment says.
void useOneTorchThread();

/// Single-precision GF/s (figures): blas_large, own_large (1024^3), blas_recurrent, own_recurrent (16 x 50 x 200, the
/// toy's step through time), blas_output, own_output (176 x 50 x 1004, the toy's logits).
[[nodiscard]] Measured measurePeak();

/// Random sentences, [batches * batch, length], the same for both sides.
[[nodiscard]] std::vector<std::int32_t> randomTokens(const Workload& workload, int batches);
[[nodiscard]] constexpr int distinctBatches(const Workload& workload) {
    return workload.batch * workload.length > 1000 ? 4 : 64;
}
inline constexpr int gridPoints = 400;
inline constexpr double gridFirst = -20, gridStep = 0.1;
inline constexpr int importanceSamples = 500, importanceChunk = 100;

}  // namespace collapsar
