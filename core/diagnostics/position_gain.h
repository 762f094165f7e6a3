// SPDX-License-Identifier: GPL-3.0-or-later
/// Which words the latent helps to predict: the reconstruction gain over a language model without latent, by place in
/// the sentence. A latent that only remembers the first words or the length shows here. Any thread.
#pragma once

#include "core/diagnostics/evaluated_examples.h"

#include <cstdint>
#include <span>
#include <vector>

namespace collapsar {

/// One value a predicted word, sentences one after the other.
struct WordTerms {
    std::span<const float> languageModel;  ///< -log p(x_i | x_<i), nats
    std::span<const float> withLatent;     ///< -log p(x_i | x_<i, z), nats
    std::span<const int> predictedWords;   ///< [N] of each sentence, end mark included
};

struct PositionGain {
    std::vector<double> gain;             ///< [T] nats a word, mean over the sentences that are that long
    std::vector<std::int64_t> sentences;  ///< [T] how many those are

    /// Mean over all sentences of what the latent saves in a whole one, nats.
    [[nodiscard]] double perSentence() const;
};

/// gain_i = mean of -log p(x_i | x_<i) + log p(x_i | x_<i, z), i = 0 for the first word.
///
/// bias    with z ~ q(z|x) it counts what z reveals of x, without its price (the KL); one sample of z: noisy, and only
///         sentences of at least i words enter position i. No ceiling but the language model's own term.
/// errors  arrays that do not fit each other are a bug, asserted; NaN terms give NaN at their position
/// source  Bosc & Vincent 2020
[[nodiscard]] PositionGain positionGain(const WordTerms& terms);

/// -log p of every predicted word, sentences in ascending order of their indices: what positionGain takes, the same for
/// every model whatever its batches.
struct WordReconstruction {
    std::vector<float> terms;         ///< nats
    std::vector<int> predictedWords;  ///< [N]

    /// Mean by position: the gain of a model that knows every word over this one.
    [[nodiscard]] PositionGain byPosition() const;
};

/// At the examples' own samples; one decoder pass over the set. A language model (Z = 0) needs none.
///
/// thread  any; blocks; throws Interrupted when `stop` is raised
[[nodiscard]] WordReconstruction wordReconstruction(const InferenceWeightsPointer& weights, const EvaluationTask& task,
                                                    const EvaluatedExamples& examples, const StopFlag& stop);

}  // namespace collapsar
