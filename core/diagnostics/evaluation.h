// SPDX-License-Identifier: GPL-3.0-or-later
/// All numbers of an evaluation at full KL weight without dropout: a function of weights, batches and position alone.
#pragma once

#include "core/data/batches.h"
#include "core/model/inference.h"
#include "core/model/parameters.h"
#include "core/nn/stop_flag.h"
#include "core/report/intervention.h"

#include <cstdint>
#include <vector>

namespace collapsar {

/// Means over examples, nats per example, unless said.
struct Evaluation {
    double reconstruction = 0;         ///< -log p(x|z), one sample of z per example
    double kl = 0;                     ///< closed form, all dimensions
    double elbo = 0;                   ///< -(reconstruction + kl)
    double ppl = 0;                    ///< exp(total (reconstruction + kl) / predicted words), upper bound
    double miBatch = 0;                ///< batchMutualInformation, mean over batches weighted by their sizes
    double miFull = 0;                 ///< fullMutualInformation at the same samples
    std::vector<double> unitKl;        ///< [Z]
    std::vector<double> unitVariance;  ///< [Z] of posterior means, unbiased
    int activeUnits = 0;
    std::int64_t examples = 0;
    std::int64_t predictedWords = 0;  ///< words and end marks
};

/// Where in the random numbers the samples of z come from (Stream::Evaluation). A sentence's noise depends on its index
/// in the split (Batch::sentences), not on how the batches were cut.
struct EvaluationDraws {
    std::uint64_t seed = 0;
    Position at;
};

struct EvaluationTask {
    const std::vector<Batch>& batches;
    EvaluationDraws draws;
    double activeUnitVariance = 0.01;
    int threads = 1;  ///< changes no bit of the result
};
/// Any thread; blocks; throws Interrupted when `stop` is raised. An empty `batches` gives NaN for every mean.
[[nodiscard]] Evaluation evaluate(const InferenceWeightsPointer& weights, const EvaluationTask& task,
                                  const StopFlag& stop);
/// The same on one thread, for weights that no other call shares.
[[nodiscard]] Evaluation evaluate(const Parameters& parameters, const std::vector<Batch>& batches,
                                  const EvaluationDraws& draws, double activeUnitVariance, const StopFlag& stop);

}  // namespace collapsar
