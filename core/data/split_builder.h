// SPDX-License-Identifier: GPL-3.0-or-later
/// Turns words into a Split: training text teaches the vocabulary, the other splits look words up in it.
#pragma once

#include "core/data/corpus.h"

#include <span>
#include <string>
#include <string_view>

namespace collapsar {

enum class UnknownWords {
    Learn,  ///< a new word gets the next id
    Mark,   ///< a new word becomes Vocabulary::unknown
};

/// The four special words alone, `<pad> <s> </s> <unk>`.
[[nodiscard]] Vocabulary emptyVocabulary();

class SplitBuilder {
public:
    static constexpr std::size_t maximumTokens = 500'000'000;
    static constexpr int maximumVocabulary = 1'000'000;

    /// `vocabulary` must outlive the builder.
    SplitBuilder(Vocabulary& vocabulary, UnknownWords unknownWords)
        : m_vocabulary(vocabulary), m_unknownWords(unknownWords) {}

    /// DataInvalid when the split or the vocabulary grows beyond its limit.
    [[nodiscard]] Result<void> add(std::span<const std::string_view> words);
    [[nodiscard]] const Split& split() const { return m_split; }
    [[nodiscard]] Split take() { return std::move(m_split); }

private:
    std::int32_t idOf(std::string_view word);

    Vocabulary& m_vocabulary;
    UnknownWords m_unknownWords;
    Split m_split;
    std::string m_key;
};

/// Moves the last tenth (at least one sentence) of `training` into the result. Words that only occurred there leave the
/// vocabulary and become unknown. `training` must have two sentences or more.
[[nodiscard]] Split holdOutLastTenth(Split& training, Vocabulary& vocabulary);

}  // namespace collapsar
