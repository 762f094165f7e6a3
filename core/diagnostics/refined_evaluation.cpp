// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnostics/refined_evaluation.h"

#include "core/diagnostics/gaussian.h"
#include "core/diagnostics/parallel_work.h"
#include "core/model/decoder_pass.h"
#include "core/nn/philox.h"

#include <cmath>
#include <cstdint>
#include <memory>
#include <numeric>
#include <utility>

namespace collapsar {
namespace {

/// Step -1: the sample that the ELBO is taken at.
DrawKey keyOf(const EvaluationDraws& draws, int step) {
    return {.seed = draws.seed,
            .stream = Stream::Evaluation,
            .update = static_cast<std::uint64_t>(draws.at.update) | static_cast<std::uint64_t>(step + 1) << 40,
            .inner = static_cast<std::uint32_t>(draws.at.inner)};
}

/// [B, Z]; a sentence's noise depends on its index in the split alone.
std::vector<float> noiseOf(const Batch& batch, const DrawKey& key, int latent) {
    std::vector<float> noise;
    std::vector<float> around(static_cast<std::size_t>(latent) + 3);
    for (const std::int64_t sentence : batch.sentences) {
        const std::int64_t first = sentence * latent, aligned = first / 4 * 4;
        fillNormal(key, around, static_cast<std::uint32_t>(aligned));
        const auto from = around.begin() + (first - aligned);
        noise.insert(noise.end(), from, from + latent);
    }
    return noise;
}

/// z = mean + noise * exp(logVariance / 2)
std::vector<float> samplesOf(const PosteriorRows<float>& at, const std::vector<float>& noise) {
    std::vector<float> z(at.mean.size());
    for (std::size_t i = 0; i < z.size(); ++i)
        z[i] = at.mean[i] + noise[i] * std::exp(at.logVariance[i] / 2);
    return z;
}

/// The loss of one batch without dropout, at weight 1.
class BatchLoss final : public PosteriorLoss<float> {
public:
    BatchLoss(DecoderPass& pass, const Parameters& parameters, const Batch& batch, const EvaluationDraws& draws,
              const StopFlag& stop)
        : m_pass(pass), m_latent(parameters.shape.latent), m_batch(batch), m_draws(draws) {
        m_task.values = parameters.decoder.data();
        m_task.tokens = batch.tokens.data();
        m_task.rows = m_task.batchRows = batch.rows;
        m_task.length = batch.length;
        m_task.skip = parameters.skip;
        m_task.stop = &stop;
    }

    void addGradient(int step, const PosteriorRows<float>& at, float scale, PosteriorRows<float>& gradient) override {
        const std::vector<float> noise = noiseOf(m_batch, keyOf(m_draws, step), m_latent), z = samplesOf(at, noise);
        const float share = scale / static_cast<float>(m_batch.rows);
        const std::vector<float> each(static_cast<std::size_t>(m_batch.rows), share);
        std::vector<float> reconstruction(each.size()), byLatent(z.size());
        m_task.latents = z.data();
        m_task.knownGradient = each.data();
        m_pass.forward(m_task, reconstruction.data(), nullptr);
        m_pass.backward(m_task, each.data(), byLatent.data(), nullptr);
        for (std::size_t i = 0; i < z.size(); ++i) {
            const float variance = std::exp(at.logVariance[i]), sd = std::exp(at.logVariance[i] / 2);
            gradient.mean[i] += byLatent[i] + share * at.mean[i];
            gradient.logVariance[i] += (byLatent[i] * noise[i] * sd + share * (variance - 1)) / 2;
        }
    }

private:
    DecoderPass& m_pass;
    int m_latent;
    const Batch& m_batch;
    const EvaluationDraws& m_draws;
    DecoderTask m_task;
};

/// Sums over a batch.
struct Sums {
    double reconstruction = 0, kl = 0;
};

class Worker {
public:
    Worker(const Parameters& parameters, const InferenceWeightsPointer& weights, const RefinedEvaluationTask& task,
           const StopFlag& stop)
        : m_parameters(parameters),
          m_task(task),
          m_stop(stop),
          m_encoder(weights, &stop),
          m_decoder(weights, &stop),
          m_pass(parameters.shape) {}

    Sums work(const Batch& batch) {
        const int latent = m_parameters.shape.latent;
        const auto size = static_cast<std::size_t>(batch.rows) * static_cast<std::size_t>(latent);
        PosteriorRows<float> start{std::vector<float>(size), std::vector<float>(size)};
        if (m_task.start == SviStart::Encoder)
            m_encoder.encode(batch.tokens, batch.rows, batch.length, start.mean, start.logVariance);
        BatchLoss loss(m_pass, m_parameters, batch, m_task.draws, m_stop);
        const PosteriorRows<float> end = refine(loss, std::move(start), m_task.rule).points.back();
        const std::vector<float> z = samplesOf(end, noiseOf(batch, keyOf(m_task.draws, -1), latent));
        std::vector<float> reconstruction(static_cast<std::size_t>(batch.rows));
        m_decoder.reconstruction(batch.tokens, batch.rows, batch.length, z, reconstruction);
        const std::vector<double> kl = unitKl({end.mean, end.logVariance, latent});
        return {std::accumulate(reconstruction.begin(), reconstruction.end(), 0.0),
                batch.rows * std::accumulate(kl.begin(), kl.end(), 0.0)};
    }

private:
    const Parameters& m_parameters;
    const RefinedEvaluationTask& m_task;
    const StopFlag& m_stop;
    EncoderInference m_encoder;
    DecoderInference m_decoder;
    DecoderPass m_pass;
};

}  // namespace

RefinedEvaluation evaluateRefined(const Parameters& parameters, const InferenceWeightsPointer& weights,
                                  const RefinedEvaluationTask& task, const StopFlag& stop) {
    std::vector<Sums> sums(task.batches.size());
    workInParallel(static_cast<std::int64_t>(sums.size()), task.threads, [&]() -> ItemWork {
        auto worker = std::make_shared<Worker>(parameters, weights, task, stop);
        return [&, worker](std::int64_t item) {
            const auto i = static_cast<std::size_t>(item);
            sums[i] = worker->work(task.batches[i]);
        };
    });
    RefinedEvaluation result;
    double examples = 0;
    for (std::size_t i = 0; i < sums.size(); ++i) {
        result.reconstruction += sums[i].reconstruction;
        result.kl += sums[i].kl;
        examples += task.batches[i].rows;
    }
    result.reconstruction /= examples;
    result.kl /= examples;
    result.elbo = -(result.reconstruction + result.kl);
    return result;
}

}  // namespace collapsar
