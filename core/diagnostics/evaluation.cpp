// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnostics/evaluation.h"

#include "core/diagnostics/active_units.h"
#include "core/diagnostics/gaussian.h"
#include "core/diagnostics/mutual_information.h"
#include "core/model/inference.h"
#include "core/nn/philox.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <numeric>
#include <span>

namespace collapsar {
namespace {

/// Posteriors, samples and reconstructions of all examples, in the order of the batches.
struct Examples {
    int latent = 1;
    std::vector<float> mean, logVariance, samples;  ///< [N, Z]
    std::vector<float> reconstruction;              ///< [N]

    [[nodiscard]] GaussianRows posteriors() const { return {mean, logVariance, latent}; }
};

void encodeAll(const Parameters& parameters, const std::vector<Batch>& batches, const StopFlag& stop,
               Examples& examples) {
    EncoderInference encoder(parameters, &stop);
    const auto width = static_cast<std::size_t>(examples.latent);
    for (const Batch& batch : batches) {
        const std::size_t first = examples.mean.size(), n = static_cast<std::size_t>(batch.rows) * width;
        examples.mean.resize(first + n);
        examples.logVariance.resize(first + n);
        encoder.encode(batch.tokens, batch.rows, batch.length, std::span(examples.mean).subspan(first, n),
                       std::span(examples.logVariance).subspan(first, n));
    }
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

void reconstructAll(const Parameters& parameters, const std::vector<Batch>& batches, const StopFlag& stop,
                    Examples& examples) {
    DecoderInference decoder(parameters, &stop);
    const auto width = static_cast<std::size_t>(examples.latent);
    examples.reconstruction.resize(examples.samples.size() / width);
    std::size_t first = 0;
    for (const Batch& batch : batches) {
        const auto n = static_cast<std::size_t>(batch.rows);
        decoder.reconstruction(batch.tokens, batch.rows, batch.length,
                               std::span(examples.samples).subspan(first * width, n * width),
                               std::span(examples.reconstruction).subspan(first, n));
        first += n;
    }
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

Evaluation evaluate(const Parameters& parameters, const std::vector<Batch>& batches, const EvaluationDraws& draws,
                    double activeUnitVariance, const StopFlag& stop) {
    if (batches.empty()) return nothingMeasured();
    Examples examples{
        .latent = parameters.shape.latent, .mean = {}, .logVariance = {}, .samples = {}, .reconstruction = {}};
    encodeAll(parameters, batches, stop, examples);
    const GaussianRows posteriors = examples.posteriors();
    examples.samples = sampleRows(posteriors, noiseOf(batches, draws, examples.latent));
    reconstructAll(parameters, batches, stop, examples);

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
    result.miFull = fullMutualInformation(posteriors, examples.samples, stop);
    result.unitVariance = unitVariance(examples.mean, examples.latent);
    result.activeUnits = countActiveUnits(result.unitVariance, activeUnitVariance);
    return result;
}

}  // namespace collapsar
