// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnostics/evaluated_examples.h"

#include "core/diagnostics/parallel_work.h"
#include "core/nn/philox.h"

#include <algorithm>
#include <cassert>
#include <map>
#include <memory>
#include <numeric>

namespace collapsar {
namespace {

constexpr std::size_t encodedTogether = 32;

/// Room for all results; which example stands where.
EvaluatedExamples prepared(const std::vector<Batch>& batches, int latent) {
    EvaluatedExamples examples;
    examples.latent = latent;
    std::vector<std::int64_t> sentences;
    for (std::size_t i = 0; i < batches.size(); ++i) {
        assert(batches[i].sentences.size() == static_cast<std::size_t>(batches[i].rows));
        for (int row = 0; row < batches[i].rows; ++row)
            examples.places.push_back({i, row});
        sentences.insert(sentences.end(), batches[i].sentences.begin(), batches[i].sentences.end());
    }
    examples.bySentence.resize(examples.count());
    std::iota(examples.bySentence.begin(), examples.bySentence.end(), std::size_t{0});
    std::ranges::stable_sort(examples.bySentence, {}, [&](std::size_t i) { return sentences[i]; });
    examples.mean.resize(examples.count() * static_cast<std::size_t>(latent));
    examples.logVariance.resize(examples.mean.size());
    examples.reconstruction.resize(examples.count());
    return examples;
}

/// What belongs to each batch of a vector with `perExample` floats an example.
std::vector<std::span<float>> partsOf(std::vector<float>& values, const std::vector<Batch>& batches,
                                      std::size_t perExample) {
    std::vector<std::span<float>> parts;
    std::size_t first = 0;
    for (const Batch& batch : batches) {
        const std::size_t size = static_cast<std::size_t>(batch.rows) * perExample;
        parts.push_back(std::span(values).subspan(first, size));
        first += size;
    }
    return parts;
}

void encodeAll(const InferenceWeightsPointer& weights, const EvaluationTask& task, const StopFlag& stop,
               EvaluatedExamples& examples) {
    const auto width = static_cast<std::size_t>(examples.latent);
    const auto means = partsOf(examples.mean, task.batches, width);
    const auto logVariances = partsOf(examples.logVariance, task.batches, width);
    workInParallel(static_cast<std::int64_t>(task.batches.size()), task.threads, [&]() -> ItemWork {
        auto encoder = std::make_shared<EncoderInference>(weights, &stop);
        return [&, encoder](std::int64_t item) {
            const auto i = static_cast<std::size_t>(item);
            const Batch& batch = task.batches[i];
            encoder->encode(batch.tokens, batch.rows, batch.length, means[i], logVariances[i]);
        };
    });
}

std::vector<float> noiseOf(const std::vector<Batch>& batches, const EvaluationDraws& draws, int latent) {
    std::int64_t last = -1;
    for (const Batch& batch : batches) {
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
                    EvaluatedExamples& examples) {
    const auto samples = partsOf(examples.samples, task.batches, static_cast<std::size_t>(examples.latent));
    const auto reconstructions = partsOf(examples.reconstruction, task.batches, 1);
    workInParallel(static_cast<std::int64_t>(task.batches.size()), task.threads, [&]() -> ItemWork {
        auto decoder = std::make_shared<DecoderInference>(weights, &stop);
        return [&, decoder](std::int64_t item) {
            const auto i = static_cast<std::size_t>(item);
            const Batch& batch = task.batches[i];
            decoder->reconstruction(batch.tokens, batch.rows, batch.length, samples[i], reconstructions[i]);
        };
    });
}

}  // namespace

std::span<const std::int32_t> EvaluatedExamples::tokens(const std::vector<Batch>& batches, std::size_t example) const {
    const Batch& batch = batches[places[example].batch];
    const auto length = static_cast<std::size_t>(batch.length);
    return std::span(batch.tokens).subspan(static_cast<std::size_t>(places[example].row) * length, length);
}

EvaluatedExamples evaluateExamples(const InferenceWeightsPointer& weights, const EvaluationTask& task,
                                   const StopFlag& stop) {
    EvaluatedExamples examples = prepared(task.batches, weights->latent);
    encodeAll(weights, task, stop, examples);
    examples.samples = sampleRows(examples.posteriors(), noiseOf(task.batches, task.draws, examples.latent));
    reconstructAll(weights, task, stop, examples);
    return examples;
}

std::vector<std::vector<std::size_t>> groupsOfEqualLength(const EvaluatedExamples& examples,
                                                          const std::vector<Batch>& batches, std::size_t stride,
                                                          std::size_t rows) {
    assert(stride > 0 && rows > 0);
    std::map<int, std::vector<std::vector<std::size_t>>> byLength;
    for (std::size_t rank = 0; rank < examples.count(); rank += stride) {
        const std::size_t example = examples.bySentence[rank];
        auto& groups = byLength[batches[examples.places[example].batch].length];
        if (groups.empty() || groups.back().size() == rows) groups.emplace_back();
        groups.back().push_back(example);
    }
    std::vector<std::vector<std::size_t>> all;
    for (auto& [length, groups] : byLength)
        std::ranges::move(groups, std::back_inserter(all));
    return all;
}

std::vector<float> featuresOfSome(const InferenceWeightsPointer& weights, const EvaluationTask& task,
                                  const EvaluatedExamples& examples, std::size_t most, const StopFlag& stop) {
    const std::size_t stride = std::max<std::size_t>(1, (examples.count() + most - 1) / most);
    const auto groups = groupsOfEqualLength(examples, task.batches, stride, encodedTogether);
    std::vector<std::vector<float>> parts(groups.size());
    workInParallel(static_cast<std::int64_t>(groups.size()), task.threads, [&]() -> ItemWork {
        auto encoder = std::make_shared<EncoderInference>(weights, &stop);
        return [&, encoder](std::int64_t item) {
            const auto& group = groups[static_cast<std::size_t>(item)];
            std::vector<std::int32_t> tokens;
            for (const std::size_t example : group) {
                const auto sentence = examples.tokens(task.batches, example);
                tokens.insert(tokens.end(), sentence.begin(), sentence.end());
            }
            std::vector<float>& features = parts[static_cast<std::size_t>(item)];
            features.resize(group.size() * static_cast<std::size_t>(weights->features));
            const auto rows = static_cast<int>(group.size());
            encoder->encodeFeatures(tokens, rows, static_cast<int>(tokens.size()) / rows, features);
        };
    });
    std::vector<float> features;
    for (const std::vector<float>& part : parts)
        features.insert(features.end(), part.begin(), part.end());
    return features;
}

LinearProbe probeOf(const EvaluatedExamples& examples, const EvaluationTask& task) {
    const auto width = static_cast<std::size_t>(examples.latent);
    std::vector<float> means;
    std::vector<std::int32_t> labels;
    for (const std::size_t example : examples.bySentence) {
        const auto& [batch, row] = examples.places[example];
        const auto sentence = static_cast<std::size_t>(task.batches[batch].sentences[static_cast<std::size_t>(row)]);
        const auto from = examples.mean.begin() + static_cast<std::ptrdiff_t>(example * width);
        means.insert(means.end(), from, from + examples.latent);
        labels.push_back(sentence < task.labels.bySentence.size() ? task.labels.bySentence[sentence] : -1);
    }
    return linearProbe({means, labels, examples.latent, task.labels.classes});
}

}  // namespace collapsar
