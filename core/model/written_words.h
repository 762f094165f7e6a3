// SPDX-License-Identifier: GPL-3.0-or-later
/// A sentence that a decoder wrote, and by which rule. Plain data.
#pragma once

#include "core/data/corpus.h"
#include "core/report/generated_words.h"

#include <cstdint>
#include <vector>

namespace collapsar {

/// Every word, the unknown one too, and the end mark.
[[nodiscard]] constexpr bool mayBeWritten(std::int32_t word) {
    return word != Vocabulary::padding && word != Vocabulary::start;
}

struct WritingRule {
    DecodingRule decoding = DecodingRule::Greedy;
    int beamWidth = 5;       ///< 1 to DecoderSteps::mostRows
    double temperature = 1;  ///< of Sampling, above 0
    int longest = 50;        ///< words, the end mark not counted
};

struct WrittenWords {
    std::vector<std::int32_t> words;  ///< without the markers of start and end
    double logLikelihood = 0;         ///< log p(words|z), nats; with the end mark unless cut
    bool isCut = false;               ///< the rule had no end mark behind `longest` words
};

}  // namespace collapsar
