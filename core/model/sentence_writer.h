// SPDX-License-Identifier: GPL-3.0-or-later
/// Writes sentences from latents, in evaluation mode. Torch-free.
#pragma once

#include "core/model/decoder_steps.h"
#include "core/model/inference.h"
#include "core/model/written_words.h"

#include <cstdint>
#include <span>
#include <vector>

namespace collapsar {

/// Letters: R rows, Z latent (0: a language model), L the rule's `longest`. Never writes padding or the start mark, for
/// which the model's probability is lost; an empty sentence is one too. One a thread; a row's sentence does not depend
/// on the rows beside it.
class SentenceWriter {
public:
    /// `stop` may be null; writing throws Interrupted soon after it is raised.
    explicit SentenceWriter(InferenceWeightsPointer weights, const StopFlag* stop = nullptr);

    /// latents [R, Z] -> [R] sentences.
    ///
    /// Greedy    the likeliest word at every position; of equal ones the smaller id
    /// Sampling  word = the first one, by id, with sum of p' up to it > u; p' is p(word)^(1/temperature), normalised
    ///           over the words that may be written; uniforms [R, L + 1] holds the u in [0, 1) of each position
    /// Beam      see beam.h
    [[nodiscard]] std::vector<WrittenWords> write(std::span<const float> latents, int rows, const WritingRule& rule,
                                                  std::span<const float> uniforms = {});

private:
    void writeInTurn(std::span<const float> latents, int rows, const WritingRule& rule, const float* uniforms,
                     std::vector<WrittenWords>& out);
    void search(std::span<const float> latents, int rows, const WritingRule& rule, std::vector<WrittenWords>& out);

    DecoderSteps m_steps;
};

}  // namespace collapsar
