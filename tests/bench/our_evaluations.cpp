// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnostics/evaluation.h"
#include "core/diagnostics/importance_weighted_nll.h"
#include "core/diagnostics/mutual_information.h"
#include "core/diagnostics/posterior_means.h"
#include "core/model/inference.h"
#include "core/nn/philox.h"
#include "tests/bench/sides.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <stdexcept>

namespace collapsar {
namespace {

const StopFlag never;

std::span<const std::int32_t> sentence(const TrainedToy& toy, int i) {
    const auto length = static_cast<std::size_t>(toy.length);
    return std::span(toy.tokens).subspan(static_cast<std::size_t>(i % toy.sentences()) * length, length);
}

ProbeExamples probes(const TrainedToy& toy, int count) {
    ProbeExamples examples;
    for (int i = 0; i < count; ++i) {
        const auto words = sentence(toy, i);
        examples.sentences.emplace_back(words.begin(), words.end());
    }
    return examples;
}

std::vector<Batch> batchesOf(const TrainedToy& toy, int sentences) {
    constexpr int rows = 16;
    std::vector<Batch> batches;
    for (int i = 0; i < sentences; ++i) {
        if (i % rows == 0) batches.push_back({.rows = 0, .length = toy.length});
        Batch& batch = batches.back();
        const auto words = sentence(toy, i);
        batch.tokens.insert(batch.tokens.end(), words.begin(), words.end());
        batch.sentences.push_back(i);
        ++batch.rows;
    }
    return batches;
}

/// The published grid, with the product's decoder.
std::vector<double> gridMeans(const TrainedToy& toy, int sentences) {
    std::vector<float> latents(gridPoints);
    for (int g = 0; g < gridPoints; ++g)
        latents[static_cast<std::size_t>(g)] = static_cast<float>(gridFirst + g * gridStep);
    DecoderInference decoder(toy.parameters);
    std::vector<double> logWeights(gridPoints), means;
    for (int i = 0; i < sentences; ++i) {
        decoder.logLikelihood(sentence(toy, i), latents, logWeights);
        for (std::size_t g = 0; g < logWeights.size(); ++g)
            logWeights[g] -= 0.5 * latents[g] * latents[g];
        const double top = *std::ranges::max_element(logWeights);
        double sum = 0, weighted = 0;
        for (std::size_t g = 0; g < logWeights.size(); ++g) {
            const double weight = std::exp(logWeights[g] - top);
            sum += weight;
            weighted += weight * latents[g];
        }
        means.push_back(weighted / sum);
    }
    return means;
}

Measured measureMeans(const Workload& workload, const TrainedToy& toy, Quadrature quadrature) {
    const ProbeExamples examples = probes(toy, workload.sentences);
    PosteriorMeans means;
    Measured measured = repeat(workload.effort, workload.sentences,
                               [&] { means = posteriorMeans(toy.parameters, examples, quadrature, never); });
    measured.values.assign(means.trueMean.begin(), means.trueMean.end());
    const auto [lowest, highest] = std::ranges::minmax(means.trueMean);
    measured.figures["lowest_mean"] = lowest;
    measured.figures["highest_mean"] = highest;
    if (quadrature == Quadrature::Exact) return measured;
    const PosteriorMeans exact = posteriorMeans(toy.parameters, examples, Quadrature::Exact, never);
    double largest = 0, sum = 0;
    for (std::size_t i = 0; i < exact.trueMean.size(); ++i) {
        const double error = std::abs(exact.trueMean[i] - means.trueMean[i]);
        largest = std::max(largest, error);
        sum += error;
    }
    measured.figures["largest_error_against_exact"] = largest;
    measured.figures["mean_error_against_exact"] = sum / static_cast<double>(exact.trueMean.size());
    measured.figures["largest_error_estimated_by_itself"] = means.previewError;
    return measured;
}

Measured measureNll(const Workload& workload, const TrainedToy& toy) {
    const std::vector<Batch> batches = batchesOf(toy, workload.sentences);
    ImportanceWeightedNll result;
    Measured measured = repeat(workload.effort, workload.sentences, [&] {
        result = importanceWeightedNll(toy.parameters, batches, {.samples = importanceSamples, .seed = 1}, never);
    });
    for (const double logLikelihood : result.logLikelihood)
        measured.values.push_back(-logLikelihood);
    return measured;
}

double mutualInformation(const TrainedToy& toy, const std::vector<Batch>& batches, std::span<const float> noise) {
    EncoderInference encoder(toy.parameters);
    std::vector<float> mean(noise.size()), logVariance(noise.size());
    std::size_t first = 0;
    for (const Batch& batch : batches) {
        const auto rows = static_cast<std::size_t>(batch.rows);
        encoder.encode(batch.tokens, batch.rows, batch.length, std::span(mean).subspan(first, rows),
                       std::span(logVariance).subspan(first, rows));
        first += rows;
    }
    const GaussianRows posteriors{mean, logVariance, 1};
    return fullMutualInformation(posteriors, sampleRows(posteriors, noise), never);
}

Measured measureMutualInformation(const Workload& workload, const TrainedToy& toy) {
    const std::vector<Batch> batches = batchesOf(toy, workload.sentences);
    std::vector<float> noise(static_cast<std::size_t>(workload.sentences));
    double nats = 0;
    Measured measured = repeat(workload.effort, workload.sentences, [&] {
        fillNormal({.seed = 1, .stream = Stream::Evaluation}, noise);
        nats = mutualInformation(toy, batches, noise);
    });
    measured.figures["mutual_information_nats"] = nats;
    return measured;
}

Measured measureProbe(const Workload& workload, const TrainedToy& toy) {
    const ProbeExamples examples = probes(toy, workload.sentences);
    const std::vector<Batch> batches = batchesOf(toy, workload.sentences);
    double elbo = 0;
    Measured measured = repeat(workload.effort, workload.sentences, [&] {
        (void)posteriorMeans(toy.parameters, examples, Quadrature::Exact, never);
        elbo = evaluate(toy.parameters, batches, {.seed = 1}, 0.01, never).elbo;
    });
    measured.figures["elbo"] = elbo;
    return measured;
}

}  // namespace

Measured measureOurEvaluation(const Workload& workload, const TrainedToy& toy) {
    switch (workload.task) {
        case Task::GridMeans: {
            std::vector<double> means;
            Measured measured =
                repeat(workload.effort, workload.sentences, [&] { means = gridMeans(toy, workload.sentences); });
            measured.values = means;
            return measured;
        }
        case Task::ExactMeans:
            return measureMeans(workload, toy, Quadrature::Exact);
        case Task::PreviewMeans:
            return measureMeans(workload, toy, Quadrature::Preview);
        case Task::ImportanceNll:
            return measureNll(workload, toy);
        case Task::MutualInformation:
            return measureMutualInformation(workload, toy);
        case Task::ProbeRefresh:
            return measureProbe(workload, toy);
        default:
            throw std::runtime_error(workload.name + " is no evaluation");
    }
}

}  // namespace collapsar
