// SPDX-License-Identifier: GPL-3.0-or-later
// The straightforward side: one model of torch::nn modules, autograd, and the loops of He et al.'s released code (z
// concatenated to every token, logits for a chunk of sentences times all points or samples at once).
#include "tests/bench/sides.h"
#include "tests/bench/straightforward_vae.h"

#include <ATen/Parallel.h>

#include <cmath>
#include <stdexcept>

namespace collapsar {
namespace {

constexpr int chunkRows = 16;
constexpr int testRows = 1;  // text is tested one sentence at a time
const double logTwoPi = std::log(2 * 3.14159265358979323846);

class Updates {
public:
    explicit Updates(const Workload& workload)
        : m_workload(workload),
          m_vae(workload.shape),
          m_encoderOptimiser(m_vae.encoder->parameters(), torch::optim::SGDOptions(m_settings.learningRate)),
          m_decoderOptimiser(m_vae.decoder->parameters(), torch::optim::SGDOptions(m_settings.learningRate)) {
        loadInto(m_vae, initialParameters(workload.shape, m_settings));
        m_vae.train();
        const int batches = distinctBatches(workload);
        const auto tokens = randomTokens(workload, batches);
        m_tokens = torch::tensor(at::ArrayRef<std::int32_t>(tokens))
                       .to(torch::kInt64)
                       .view({batches, workload.batch, workload.length});
    }

    void make() {
        const auto batch = m_tokens[m_number++ % m_tokens.size(0)];
        m_encoderOptimiser.zero_grad();
        m_decoderOptimiser.zero_grad();
        const auto [mean, logVariance] = m_vae.encoder->forward(batch, Pooling::Last);
        const auto z = mean + torch::randn_like(mean) * (0.5 * logVariance).exp();
        const StraightforwardDropout dropout{
            .in = m_settings.dropoutIn, .out = m_settings.dropoutOut, .maskIn = {}, .maskOut = {}};
        const auto reconstruction = m_vae.decoder->forward(z, batch, false, dropout);
        const auto kl = plainKl(mean, logVariance);
        const auto loss = (reconstruction + kl).mean();
        loss.backward();
        torch::nn::utils::clip_grad_norm_(m_vae.parameters(), m_settings.clip);
        m_encoderOptimiser.step();
        if (m_workload.task == Task::FullUpdate) m_decoderOptimiser.step();
        m_reported += reconstruction.sum().item<float>() + kl.sum().item<float>();
        m_lastLoss = loss.item<float>();
    }

    [[nodiscard]] double lastLoss() const { return m_lastLoss; }

private:
    const Workload& m_workload;
    const Settings m_settings;
    StraightforwardVae m_vae;
    torch::optim::SGD m_encoderOptimiser, m_decoderOptimiser;
    torch::Tensor m_tokens;
    std::int64_t m_number = 0;
    double m_reported = 0, m_lastLoss = 0;
};

class Evaluations {
public:
    explicit Evaluations(const TrainedToy& toy) : m_vae(toy.parameters.shape) {
        loadInto(m_vae, toy.parameters);
        m_vae.eval();
        m_tokens = torch::tensor(at::ArrayRef<std::int32_t>(toy.tokens)).to(torch::kInt64).view({-1, toy.length});
        m_grid = torch::arange(gridPoints).to(torch::kFloat32).mul(gridStep).add(gridFirst).unsqueeze(1);
    }

    [[nodiscard]] torch::Tensor chunk(std::int64_t number, int rows = chunkRows) const {
        const std::int64_t first = number * rows % (m_tokens.size(0) / rows * rows);
        return m_tokens.slice(0, first, first + rows);
    }

    /// z [B, K, Z] -> log p(x|z) + log p(z), [B, K].
    torch::Tensor completeLogLikelihood(const torch::Tensor& z, const torch::Tensor& tokens) {
        const std::int64_t rows = z.size(0), points = z.size(1);
        const auto repeated = tokens.unsqueeze(1).expand({rows, points, tokens.size(1)}).reshape({rows * points, -1});
        const auto reconstruction = m_vae.decoder->forward(z.reshape({rows * points, -1}), repeated, false, {});
        const auto prior = (-0.5 * (z.pow(2) + logTwoPi)).sum(2);
        return prior - reconstruction.view({rows, points});
    }

    /// -> [B]
    torch::Tensor gridMeans(const torch::Tensor& tokens) {
        const auto z = m_grid.unsqueeze(0).expand({tokens.size(0), gridPoints, 1});
        const auto complete = completeLogLikelihood(z, tokens);
        const auto posterior = (complete - complete.logsumexp(1, true)).exp();
        return (posterior.unsqueeze(2) * z).sum(1).squeeze(1);
    }

    torch::Tensor importanceNll(const torch::Tensor& tokens) {
        std::vector<torch::Tensor> parts;
        for (int done = 0; done < importanceSamples; done += importanceChunk) {
            const auto [mean, logVariance] = m_vae.encoder->forward(tokens, Pooling::Last);
            const auto wide = mean.unsqueeze(1).expand({-1, importanceChunk, -1});
            const auto wideLogVariance = logVariance.unsqueeze(1).expand_as(wide);
            const auto z = wide + torch::randn(wide.sizes()) * (0.5 * wideLogVariance).exp();
            const auto inference =
                (-0.5 * ((z - wide).pow(2) / wideLogVariance.exp() + wideLogVariance + logTwoPi)).sum(2);
            parts.push_back(completeLogLikelihood(z, tokens) - inference);
        }
        return std::log(importanceSamples) - torch::cat(parts, 1).logsumexp(1);
    }

    double mutualInformation(int sentences) {
        std::vector<torch::Tensor> means, logVariances;
        for (int i = 0; i * chunkRows < sentences; ++i) {
            const auto [mean, logVariance] = m_vae.encoder->forward(chunk(i), Pooling::Last);
            means.push_back(mean);
            logVariances.push_back(logVariance);
        }
        return mixtureInformation(torch::cat(means), torch::cat(logVariances));
    }

    /// As published: closed-form entropy, one sample an example; over all rows given.
    static double mixtureInformation(const torch::Tensor& mean, const torch::Tensor& logVariance) {
        const auto negativeEntropy = (-0.5 * (1 + logTwoPi + logVariance)).sum(1).mean();
        const auto z = (mean + torch::randn_like(mean) * (0.5 * logVariance).exp()).unsqueeze(1);
        const auto deviation = z - mean.unsqueeze(0);
        const auto density =
            -0.5 * (deviation.pow(2) / logVariance.exp().unsqueeze(0) + logVariance.unsqueeze(0) + logTwoPi).sum(2);
        const auto mixture = density.logsumexp(1) - std::log(static_cast<double>(mean.size(0)));
        return (negativeEntropy - mixture.mean()).item<double>();
    }

    /// What a probe measures, of one chunk. -> ELBO
    double probe(const torch::Tensor& tokens) {
        m_probed = gridMeans(tokens);
        const auto [mean, logVariance] = m_vae.encoder->forward(tokens, Pooling::Last);
        const auto z = mean + torch::randn_like(mean) * (0.5 * logVariance).exp();
        const auto reconstruction = m_vae.decoder->forward(z, tokens, false, {});
        (void)mixtureInformation(mean, logVariance);
        return -(reconstruction + plainKl(mean, logVariance)).mean().item<double>();
    }

private:
    StraightforwardVae m_vae;
    torch::Tensor m_tokens, m_grid, m_probed;
};

/// Chunk by chunk until the effort is made; then, untimed, the chunks that `sentences` still lack.
template <typename Function>
Measured measureChunks(const Workload& workload, const Evaluations& evaluations, int rows, Function&& valuesOf) {
    std::vector<double> values;
    std::int64_t next = 0;
    const auto one = [&] {
        const torch::Tensor result = valuesOf(evaluations.chunk(next++, rows)).contiguous();
        values.insert(values.end(), result.data_ptr<float>(), result.data_ptr<float>() + result.numel());
    };
    Measured measured = repeat(workload.effort, rows, one);
    while (static_cast<int>(values.size()) < workload.sentences)
        one();
    values.resize(static_cast<std::size_t>(workload.sentences));
    measured.values = std::move(values);
    return measured;
}

/// Smaller chunks stay in the cache: what they would give is reported too.
Measured measureGrid(const Workload& workload, Evaluations& evaluations) {
    const auto means = [&](const torch::Tensor& x) { return evaluations.gridMeans(x); };
    Measured measured = measureChunks(workload, evaluations, chunkRows, means);
    std::int64_t next = 0;
    const Measured single =
        repeat({.seconds = workload.effort.seconds / 3}, 1, [&] { (void)means(evaluations.chunk(next++, testRows)); });
    measured.figures["per_second_one_sentence_at_a_time"] = single.work / single.cpuSeconds;
    return measured;
}

}  // namespace

void useOneTorchThread() {
    at::set_num_threads(1);
}

Measured measureTorchUpdates(const Workload& workload) {
    torch::manual_seed(1);
    Updates updates(workload);
    Measured measured = repeat(workload.effort, 1, [&] { updates.make(); });
    measured.figures["last_loss"] = updates.lastLoss();
    return measured;
}

Measured measureTorchEvaluation(const Workload& workload, const TrainedToy& toy) {
    const torch::NoGradGuard noGradient;
    torch::manual_seed(1);
    Evaluations evaluations(toy);
    double figure = 0;
    Measured measured;
    switch (workload.task) {
        case Task::GridMeans:
            return measureGrid(workload, evaluations);
        case Task::ImportanceNll:
            return measureChunks(workload, evaluations, testRows,
                                 [&](const auto& x) { return evaluations.importanceNll(x); });
        case Task::MutualInformation:
            measured = repeat(workload.effort, workload.sentences,
                              [&] { figure = evaluations.mutualInformation(workload.sentences); });
            measured.figures["mutual_information_nats"] = figure;
            return measured;
        case Task::ProbeRefresh: {
            std::int64_t next = 0;
            measured =
                repeat(workload.effort, chunkRows, [&] { figure += evaluations.probe(evaluations.chunk(next++)); });
            measured.figures["elbo"] = figure / static_cast<double>(next);
            return measured;
        }
        default:
            throw std::runtime_error(workload.name + " has no straightforward side of its own");
    }
}

}  // namespace collapsar
