// SPDX-License-Identifier: GPL-3.0-or-later
/// Turns parsed sentences into a Split: training text teaches the vocabulary, the other splits look words up in it.
#pragma once

#include "core/data/corpus.h"
#include "core/data/label_table.h"
#include "core/data/sentence_parser.h"

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

    /// What sentences are looked up in; both must outlive the builder.
    struct Tables {
        Vocabulary& vocabulary;
        LabelTable& labels;
        UnknownWords unknownWords = UnknownWords::Mark;
        int maximumVocabulary = 1'000'000;
    };

    explicit SplitBuilder(const Tables& tables) : m_tables(tables) {}

    /// DataInvalid when the split, the vocabulary or the label table grows beyond its limit.
    [[nodiscard]] Result<void> add(const ParsedSentence& sentence);
    /// Makes room for what is still to come, so that memory is asked for once and not doubled on the way. `share` 0..1:
    /// how much of the text has been added.
    void expect(double share);
    [[nodiscard]] const Split& split() const { return m_split; }
    [[nodiscard]] Split take() { return std::move(m_split); }
    [[nodiscard]] bool hasTooManyLabels() const { return m_hasTooManyLabels; }

private:
    std::int32_t idOf(std::string_view word);

    Tables m_tables;
    Split m_split;
    std::string m_key;
    bool m_hasTooManyLabels = false;
};

}  // namespace collapsar
