// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnostics/position_gain.h"

#include "core/diagnostics/parallel_work.h"

#include <cassert>
#include <cstddef>
#include <limits>
#include <memory>

namespace collapsar {

double PositionGain::perSentence() const {
    if (sentences.empty()) return std::numeric_limits<double>::quiet_NaN();
    double total = 0;
    for (std::size_t i = 0; i < gain.size(); ++i)
        total += gain[i] * static_cast<double>(sentences[i]);
    return total / static_cast<double>(sentences.front());
}

PositionGain positionGain(const WordTerms& terms) {
    assert(terms.languageModel.size() == terms.withLatent.size());
    PositionGain result;
    std::size_t word = 0;
    for (const int words : terms.predictedWords) {
        const auto count = static_cast<std::size_t>(words);
        assert(word + count <= terms.withLatent.size());
        if (result.gain.size() < count) {
            result.gain.resize(count, 0.0);
            result.sentences.resize(count, 0);
        }
        for (std::size_t i = 0; i < count; ++i, ++word) {
            result.gain[i] +=
                static_cast<double>(terms.languageModel[word]) - static_cast<double>(terms.withLatent[word]);
            ++result.sentences[i];
        }
    }
    assert(word == terms.withLatent.size());
    for (std::size_t i = 0; i < result.gain.size(); ++i)
        result.gain[i] /= static_cast<double>(result.sentences[i]);
    return result;
}

PositionGain WordReconstruction::byPosition() const {
    const std::vector<float> known(terms.size(), 0.0F);
    return positionGain({terms, known, predictedWords});
}

WordReconstruction wordReconstruction(const InferenceWeightsPointer& weights, const EvaluationTask& task,
                                      const EvaluatedExamples& examples, const StopFlag& stop) {
    const auto width = static_cast<std::size_t>(examples.latent);
    std::vector<std::size_t> firsts;
    std::size_t count = 0;
    for (const Batch& batch : task.batches) {
        firsts.push_back(count);
        count += static_cast<std::size_t>(batch.rows);
    }
    std::vector<std::vector<float>> terms(task.batches.size());
    workInParallel(static_cast<std::int64_t>(task.batches.size()), task.threads, [&]() -> ItemWork {
        auto decoder = std::make_shared<DecoderInference>(weights, &stop);
        return [&, decoder](std::int64_t item) {
            const auto i = static_cast<std::size_t>(item);
            const Batch& batch = task.batches[i];
            terms[i].resize(static_cast<std::size_t>(batch.predictedWords()));
            const auto samples =
                std::span(examples.samples).subspan(firsts[i] * width, static_cast<std::size_t>(batch.rows) * width);
            decoder->reconstructionByPosition(batch.tokens, batch.rows, batch.length, samples, terms[i]);
        };
    });
    WordReconstruction result;
    for (const std::size_t example : examples.bySentence) {
        const auto& [batch, row] = examples.places[example];
        const int words = task.batches[batch].length - 1;
        const auto from = terms[batch].begin() + std::ptrdiff_t{row} * words;
        result.terms.insert(result.terms.end(), from, from + words);
        result.predictedWords.push_back(words);
    }
    return result;
}

}  // namespace collapsar
