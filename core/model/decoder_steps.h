// SPDX-License-Identifier: GPL-3.0-or-later
/// The decoder one word at a time, for those who choose the next word by what it says. Evaluation mode, torch-free.
/// Letters: R rows, V vocabulary, Z latent (0: a language model).
#pragma once

#include "core/model/decoder_lanes.h"
#include "core/model/inference.h"
#include "core/nn/row_lanes.h"
#include "core/nn/scratch.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace collapsar {

/// One a thread. A row's numbers depend on its z and its words alone.
class DecoderSteps {
public:
    static constexpr int mostRows = static_cast<int>(mostLanes);

    /// `stop` may be null; reading throws Interrupted soon after it is raised.
    explicit DecoderSteps(InferenceWeightsPointer weights, const StopFlag* stop = nullptr);

    [[nodiscard]] int vocabulary() const { return m_weights.vocabulary; }
    [[nodiscard]] int latent() const { return m_weights.latent; }

    /// R rows, 1 to mostRows, that have read nothing; latents [R, Z].
    void start(std::span<const float> latents, int rows);
    /// Row r goes on from where row from[r] is. Only among rows of equal z; before read().
    void follow(std::span<const int> from);
    /// Every row reads a word: words [R]. Then its logits are there.
    void read(std::span<const std::int32_t> words);

    /// [V] of the next word.
    [[nodiscard]] std::span<const float> logits(int row) const;
    /// log sum exp of them: log p(word) = logits(row)[word] - logNormaliser(row), nats.
    [[nodiscard]] double logNormaliser(int row) const { return m_normalisers[static_cast<std::size_t>(row)]; }

private:
    void makeLogits();

    InferenceWeightsPointer m_owner;
    const DecoderWeights& m_weights;
    const StopFlag* m_stop = nullptr;
    TokenGates m_tokenGates;
    std::vector<std::size_t> m_firstToken;  ///< [R] each row's word is the first of its own sentence
    DecoderLanes m_lanes;
    Scratch m_constant;           ///< [V, lanes] what z and the bias add to every step's logits
    Scratch m_chunk;              ///< logits of some words, [words, lanes]
    std::vector<float> m_logits;  ///< [R, V]
    std::vector<double> m_normalisers;
};

}  // namespace collapsar
