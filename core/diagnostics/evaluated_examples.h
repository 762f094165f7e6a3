// SPDX-License-Identifier: GPL-3.0-or-later
/// What every number of an evaluation is made of: posteriors, one sample of z and the reconstruction of each example,
/// in evaluation mode. Letters: N examples, Z latent (0: a language model), F encoder features.
#pragma once

#include "core/data/batches.h"
#include "core/diagnostics/gaussian.h"
#include "core/diagnostics/linear_probe.h"
#include "core/model/inference.h"
#include "core/nn/stop_flag.h"
#include "core/report/intervention.h"

#include <cstdint>
#include <span>
#include <vector>

namespace collapsar {

/// Where in the random numbers the samples of z come from (Stream::Evaluation). A sentence's noise depends on its index
/// in the split (Batch::sentences), not on how the batches were cut.
struct EvaluationDraws {
    std::uint64_t seed = 0;
    Position at;
};

/// A class for each sentence of the split that the batches are of, or none at all.
struct EvaluationLabels {
    std::span<const std::int32_t> bySentence;  ///< index: Batch::sentences; below 0: not labelled
    int classes = 0;
};

struct EvaluationTask {
    const std::vector<Batch>& batches;
    EvaluationDraws draws;
    double activeUnitVariance = 0.01;
    int threads = 1;               ///< changes no bit of the result
    int usageStride = 0;           ///< see LatentUsage; 0: usageStride()
    EvaluationLabels labels = {};  ///< for the linear probe
};

struct EvaluatedExamples {
    struct Place {
        std::size_t batch = 0;
        int row = 0;
    };

    int latent = 1;
    std::vector<Place> places;                      ///< [N] in the order of the batches, as everything below
    std::vector<std::size_t> bySentence;            ///< [N] examples in ascending order of their sentences
    std::vector<float> mean, logVariance, samples;  ///< [N, Z]
    std::vector<float> reconstruction;              ///< [N] -log p(x|z) at the sample, nats

    [[nodiscard]] std::size_t count() const { return places.size(); }
    [[nodiscard]] GaussianRows posteriors() const { return {mean, logVariance, latent}; }
    /// The tokens of an example with its markers.
    [[nodiscard]] std::span<const std::int32_t> tokens(const std::vector<Batch>& batches, std::size_t example) const;
};

/// Any thread; blocks; throws Interrupted when `stop` is raised.
[[nodiscard]] EvaluatedExamples evaluateExamples(const InferenceWeightsPointer& weights, const EvaluationTask& task,
                                                 const StopFlag& stop);

/// Every `stride`-th example in the order of sentences, in groups of equal length with at most `rows` in each: what is
/// measured on a part of the set depends on the sentences alone, not on how the batches were cut.
[[nodiscard]] std::vector<std::vector<std::size_t>> groupsOfEqualLength(const EvaluatedExamples& examples,
                                                                        const std::vector<Batch>& batches,
                                                                        std::size_t stride, std::size_t rows);

/// Encoder features of at most `most` examples, evenly spread over the sentences: [n, F].
[[nodiscard]] std::vector<float> featuresOfSome(const InferenceWeightsPointer& weights, const EvaluationTask& task,
                                                const EvaluatedExamples& examples, std::size_t most,
                                                const StopFlag& stop);

/// linearProbe on the posterior means in the order of sentences, so that its parts do not depend on how the batches
/// were cut; NaN accuracies without labels.
[[nodiscard]] LinearProbe probeOf(const EvaluatedExamples& examples, const EvaluationTask& task);

}  // namespace collapsar
