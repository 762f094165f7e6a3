// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnostics/importance_weighted_nll.h"

#include "core/diagnostics/parallel_work.h"
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

constexpr std::int64_t samplesAtOnce = 1024;  ///< bounds the memory, whatever K is

/// log(sum(exp)) of a growing set of values. NaN stays.
class RunningLogSum {
public:
    void add(double value) {
        if (value == -std::numeric_limits<double>::infinity()) return;
        if (value <= m_most || std::isnan(m_most)) {
            m_sum += std::exp(value - m_most);
        } else {
            m_sum = m_sum * std::exp(m_most - value) + 1;
            m_most = value;
        }
    }
    [[nodiscard]] double value() const { return m_most + std::log(m_sum); }

private:
    double m_most = -std::numeric_limits<double>::infinity(), m_sum = 0;
};

/// q(z|x) of one sentence, and where its noise comes from.
struct Proposal {
    std::span<const float> mean, logVariance;  ///< [Z]
    DrawKey key;
};

/// Draws samples [first, first + count): latents [count, Z], logRatios [count] = log p(z) - log q(z|x).
void propose(const Proposal& q, std::int64_t first, std::int64_t count, std::vector<float>& latents,
             std::vector<double>& logRatios) {
    const std::size_t width = q.mean.size();
    latents.resize(static_cast<std::size_t>(count) * width);
    fillNormal(q.key, latents, static_cast<std::uint32_t>(first * static_cast<std::int64_t>(width)));
    logRatios.assign(static_cast<std::size_t>(count), 0.0);
    for (std::size_t k = 0; k < logRatios.size(); ++k) {
        for (std::size_t d = 0; d < width; ++d) {
            float& z = latents[k * width + d];
            const double noise = z;
            z = q.mean[d] + z * std::exp(0.5F * q.logVariance[d]);
            logRatios[k] += 0.5 * (noise * noise + static_cast<double>(q.logVariance[d]) - static_cast<double>(z) * z);
        }
    }
}

/// One thread's work: sentences of batches, one after the other.
class Estimator {
public:
    Estimator(const InferenceWeightsPointer& weights, const ImportanceSampling& sampling, const StopFlag& stop)
        : m_encoder(weights, &stop), m_decoder(weights, &stop), m_latent(weights->latent), m_sampling(sampling) {}

    /// All sentences of a batch are encoded together.
    void estimate(const Batch& batch, std::span<double> out) {
        const auto width = static_cast<std::size_t>(m_latent), rows = static_cast<std::size_t>(batch.rows);
        const auto length = static_cast<std::size_t>(batch.length);
        assert(batch.sentences.size() == rows && out.size() == rows);
        m_mean.resize(rows * width);
        m_logVariance.resize(rows * width);
        m_encoder.encode(batch.tokens, batch.rows, batch.length, m_mean, m_logVariance);
        for (std::size_t row = 0; row < rows; ++row) {
            const Proposal q{std::span(m_mean).subspan(row * width, width),
                             std::span(m_logVariance).subspan(row * width, width),
                             {.seed = m_sampling.seed,
                              .stream = Stream::ImportanceSamples,
                              .update = static_cast<std::uint64_t>(batch.sentences[row]),
                              .inner = 0}};
            out[row] = logLikelihood(q, std::span(batch.tokens).subspan(row * length, length));
        }
    }

private:
    double logLikelihood(const Proposal& q, std::span<const std::int32_t> sentence) {
        RunningLogSum sum;
        for (std::int64_t first = 0; first < m_sampling.samples; first += samplesAtOnce) {
            const std::int64_t count = std::min(samplesAtOnce, m_sampling.samples - first);
            propose(q, first, count, m_latents, m_logRatios);
            m_scores.resize(m_logRatios.size());
            m_decoder.logLikelihood(sentence, m_latents, m_scores);
            for (std::size_t k = 0; k < m_scores.size(); ++k)
                sum.add(m_scores[k] + m_logRatios[k]);
        }
        return sum.value() - std::log(static_cast<double>(m_sampling.samples));
    }

    EncoderInference m_encoder;
    DecoderInference m_decoder;
    int m_latent = 1;
    ImportanceSampling m_sampling;
    std::vector<float> m_mean, m_logVariance, m_latents;
    std::vector<double> m_logRatios, m_scores;
};

}  // namespace

ImportanceWeightedNll importanceWeightedNll(const Parameters& parameters, const std::vector<Batch>& batches,
                                            const ImportanceSampling& sampling, const StopFlag& stop) {
    assert(sampling.samples > 0);
    ImportanceWeightedNll result;
    const bool isExact = parameters.shape.latent == 0;
    const ImportanceSampling used{isExact ? 1 : sampling.samples, sampling.seed, sampling.threads};
    result.samples = used.samples;
    std::vector<std::size_t> firsts;
    for (const Batch& batch : batches) {
        firsts.push_back(static_cast<std::size_t>(result.examples));
        result.examples += batch.rows;
        result.predictedWords += batch.predictedWords();
    }
    result.logLikelihood.resize(static_cast<std::size_t>(result.examples));
    const auto weights = std::make_shared<const InferenceWeights>(parameters);
    workInParallel(static_cast<std::int64_t>(batches.size()), used.threads, [&]() -> ItemWork {
        auto estimator = std::make_shared<Estimator>(weights, used, stop);
        return [&, estimator](std::int64_t item) {
            const auto i = static_cast<std::size_t>(item);
            estimator->estimate(
                batches[i],
                std::span(result.logLikelihood).subspan(firsts[i], static_cast<std::size_t>(batches[i].rows)));
        };
    });
    const double total = -std::accumulate(result.logLikelihood.begin(), result.logLikelihood.end(), 0.0);
    result.nll = total / static_cast<double>(result.examples);  // NaN for no examples
    result.ppl = std::exp(total / static_cast<double>(result.predictedWords));
    return result;
}

}  // namespace collapsar
