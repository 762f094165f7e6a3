// SPDX-License-Identifier: GPL-3.0-or-later
/// All numbers of an evaluation at full KL weight without dropout: a function of weights, batches and position alone.
#pragma once

#include "core/data/batches.h"
#include "core/diagnostics/evaluated_examples.h"
#include "core/model/inference.h"
#include "core/model/parameters.h"
#include "core/nn/stop_flag.h"

#include <cstdint>
#include <vector>

namespace collapsar {

/// Means over examples, nats per example, unless said. Of a language model (Z = 0) the reconstruction is the exact NLL,
/// the KL 0; what else needs a latent is NaN or empty.
struct Evaluation {
    double reconstruction = 0;         ///< -log p(x|z), one sample of z per example
    double kl = 0;                     ///< closed form, all dimensions
    double elbo = 0;                   ///< -(reconstruction + kl)
    double ppl = 0;                    ///< exp(total (reconstruction + kl) / predicted words), upper bound
    double miBatch = 0;                ///< batchMutualInformation, mean over batches weighted by their sizes
    double miFull = 0;                 ///< fullMutualInformation at the same samples
    double aggregateKl = 0;            ///< KL(q(z) || p(z)) = kl - miFull
    double usageShuffled = 0;          ///< latentUsage, z of another example
    double usagePrior = 0;             ///< latentUsage, z of the prior
    double featureCosine = 0;          ///< featureDispersion of at most dispersedExamples sentences
    double featureRank = 0;            ///< the same: effective rank (no unit)
    double probeAccuracy = 0;          ///< linearProbe on the posterior means, 0 to 1; NaN without labels
    std::vector<double> unitKl;        ///< [Z]
    std::vector<double> unitVariance;  ///< [Z] of posterior means, unbiased
    int activeUnits = 0;
    std::int64_t examples = 0;
    std::int64_t predictedWords = 0;  ///< words and end marks
};

/// How many sentences an evaluation takes encoder features of, evenly spread.
inline constexpr std::size_t dispersedExamples = 200;

/// Any thread; blocks; throws Interrupted when `stop` is raised. An empty `batches` gives NaN for every mean.
[[nodiscard]] Evaluation evaluate(const InferenceWeightsPointer& weights, const EvaluationTask& task,
                                  const StopFlag& stop);
/// The same from examples that evaluateExamples() made of the same weights and task.
[[nodiscard]] Evaluation evaluationOf(const EvaluatedExamples& examples, const InferenceWeightsPointer& weights,
                                      const EvaluationTask& task, const StopFlag& stop);
/// The same on one thread, for weights that no other call shares.
[[nodiscard]] Evaluation evaluate(const Parameters& parameters, const std::vector<Batch>& batches,
                                  const EvaluationDraws& draws, double activeUnitVariance, const StopFlag& stop);

}  // namespace collapsar
