// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnostics/evaluation.h"

#include "core/diagnostics/active_units.h"
#include "core/diagnostics/gaussian.h"
#include "core/diagnostics/mutual_information.h"
#include "core/diagnostics/parallel_work.h"
#include "core/nn/philox.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <memory>
#include <numeric>
#include <span>

namespace collapsar {
namespace {

/// Posteriors, samples and reconstructions of all examples, in the order of the batches.
struct Examples {
    explicit Examples(const std::vector<Batch>& batches, int latentUnits) : latent(latentUnits) {
        std::size_t count = 0;
        for (const Batch& batch : batches) {
            firsts.push_back(count);
            count += static_cast<std::size_t>(batch.rows);
        }
        mean.resize(count * width());
        logVariance.resize(mean.size());
        reconstruction.resize(count);
    }

    [[nodiscard]] std::size_t width() const { return static_cast<std::size_t>(latent); }
    [[nodiscard]] GaussianRows posteriors() const { return {mean, logVariance, latent}; }
    /// What belongs to one batch of a vector with `perExample` floats an example.
    [[nodiscard]] std::span<float> part(std::vector<float>& of, std::size_t batch, int rows,
                                        std::size_t perExample) const {
        return std::span(of).subspan(firsts[batch] * perExample, static_cast<std::size_t>(rows) * perExample);
    }

    int latent = 1;
    std::vector<std::size_t> firsts;                ///< index of each batch's first example
    std::vector<float> mean, logVariance, samples;  ///< [N, Z]
    std::vector<float> reconstruction;              ///< [N]
};

void encodeAll(const InferenceWeightsPointer& weights, const EvaluationTask& task, const StopFlag& stop,
               Examples& examples) {
    workInParallel(static_cast<std::int64_t>(task.batches.size()), task.threads, [&]() -> ItemWork {
        auto encoder = std::make_shared<EncoderInference>(weights, &stop);
        return [&, encoder](std::int64_t item) {
            const auto i = static_cast<std::size_t>(item);
            const Batch& batch = task.batches[i];
            encoder->encode(batch.tokens, batch.rows, batch.length,
                            examples.part(examples.mean, i, batch.rows, examples.width()),
                            examples.part(examples.logVariance, i, batch.rows, examples.width()));
        };
    });
}

std::vector<float> noiseOf(const std::vector<Batch>& batches, const EvaluationDraws& draws, int latent) {
    std::int64_t last = -1;
    for (const Batch& batch : batches) {
        assert(batch.sentences.size() == static_cast<std::size_t>(batch.rows));
        for (const std::int64_t sentence : batch.sentences)
            last = std::max(last, sentence);
    }
    std::vector<float> bySentence(static_cast<std::size_t>((last + 1) * latent));
    fillNormal({.seed = draws.seed,
                .stream = Stream::Evaluation,
                .update = static_cast<std::uint64_t>(draws.at.update),
                .inner = static_cast<std::uint32_t>(draws.at.inner)},
               bySentence);
    std::vector<float> noise;
    for (const Batch& batch : batches) {
        for (const std::int64_t sentence : batch.sentences) {
            const auto from = bySentence.begin() + sentence * latent;
            noise.insert(noise.end(), from, from + latent);
        }
    }
    return noise;
}

void reconstructAll(const InferenceWeightsPointer& weights, const EvaluationTask& task, const StopFlag& stop,
                    Examples& examples) {
    workInParallel(static_cast<std::int64_t>(task.batches.size()), task.threads, [&]() -> ItemWork {
        auto decoder = std::make_shared<DecoderInference>(weights, &stop);
        return [&, decoder](std::int64_t item) {
            const auto i = static_cast<std::size_t>(item);
            const Batch& batch = task.batches[i];
            decoder->reconstruction(batch.tokens, batch.rows, batch.length,
                                    examples.part(examples.samples, i, batch.rows, examples.width()),
                                    examples.part(examples.reconstruction, i, batch.rows, 1));
        };
    });
}

double batchMean(const std::vector<Batch>& batches, const Examples& examples, const StopFlag& stop) {
    const GaussianRows posteriors = examples.posteriors();
    const auto width = static_cast<std::size_t>(examples.latent);
    double sum = 0;
    std::size_t first = 0;
    for (const Batch& batch : batches) {
        stop.check();
        const auto n = static_cast<std::size_t>(batch.rows);
        const auto samples = std::span(examples.samples).subspan(first * width, n * width);
        sum += batch.rows * batchMutualInformation(posteriors.rows(first, n), samples);
        first += n;
    }
    return sum / static_cast<double>(posteriors.count());
}

Evaluation nothingMeasured() {
    const double none = std::numeric_limits<double>::quiet_NaN();
    return {.reconstruction = none,
            .kl = none,
            .elbo = none,
            .ppl = none,
            .miBatch = none,
            .miFull = none,
            .unitKl = {},
            .unitVariance = {}};
}

}  // namespace

Evaluation evaluate(const InferenceWeightsPointer& weights, const EvaluationTask& task, const StopFlag& stop) {
    const std::vector<Batch>& batches = task.batches;
    if (batches.empty()) return nothingMeasured();
    Examples examples(batches, weights->latent);
    encodeAll(weights, task, stop, examples);
    const GaussianRows posteriors = examples.posteriors();
    examples.samples = sampleRows(posteriors, noiseOf(batches, task.draws, examples.latent));
    reconstructAll(weights, task, stop, examples);

    Evaluation result;
    result.examples = static_cast<std::int64_t>(posteriors.count());
    for (const Batch& batch : batches)
        result.predictedWords += batch.predictedWords();
    const double total = std::accumulate(examples.reconstruction.begin(), examples.reconstruction.end(), 0.0);
    result.reconstruction = total / static_cast<double>(result.examples);
    result.unitKl = unitKl(posteriors);
    result.kl = std::accumulate(result.unitKl.begin(), result.unitKl.end(), 0.0);
    result.elbo = -(result.reconstruction + result.kl);
    result.ppl =
        std::exp(-result.elbo * static_cast<double>(result.examples) / static_cast<double>(result.predictedWords));
    result.miBatch = batchMean(batches, examples, stop);
    result.miFull = fullMutualInformation(posteriors, examples.samples, stop, task.threads);
    result.unitVariance = unitVariance(examples.mean, examples.latent);
    result.activeUnits = countActiveUnits(result.unitVariance, task.activeUnitVariance);
    return result;
}

Evaluation evaluate(const Parameters& parameters, const std::vector<Batch>& batches, const EvaluationDraws& draws,
                    double activeUnitVariance, const StopFlag& stop) {
    return evaluate(std::make_shared<const InferenceWeights>(parameters),
                    {.batches = batches, .draws = draws, .activeUnitVariance = activeUnitVariance}, stop);
}

}  // namespace collapsar
