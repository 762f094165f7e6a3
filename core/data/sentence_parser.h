// SPDX-License-Identifier: GPL-3.0-or-later
/// Cuts UTF-8 text that arrives in pieces into sentences, one a line, and words, split at Unicode white space. A line
/// may begin with a label and a tab.
#pragma once

#include "core/report/corpus_summary.h"
#include "core/report/result.h"

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace collapsar {

enum class LabelField {
    None,   ///< tabs are white space
    First,  ///< each line is LABEL, tab, text; further tabs are white space
    Guess,  ///< as First, as long as each line has exactly one tab after a single word of at most longestGuess bytes
};

/// What is asked of a line to become a sentence.
struct LineRules {
    LabelField labels = LabelField::None;
    int shortest = 1;  ///< words
    int longest = 0;   ///< words; 0: maximumWords, and a longer line is an error
};

/// Both live as long as the call that hands them over.
struct ParsedSentence {
    std::string_view label;  ///< empty without labels
    std::span<const std::string_view> words;
};

class SentenceParser {
public:
    static constexpr std::size_t maximumLineBytes = 1'000'000;
    static constexpr std::size_t maximumWords = 2'000;
    static constexpr std::size_t longestGuess = 64;
    static constexpr std::size_t longestLabel = 1'000;

    /// An error ends the parsing.
    using Sink = std::function<Result<void>(const ParsedSentence&)>;

    explicit SentenceParser(Sink sink, LineRules rules = {}) : m_sink(std::move(sink)), m_rules(rules) {}

    /// DataInvalid, "line N: ...": not UTF-8, a NUL byte, a line too long, no label where there must be one. Lines
    /// count from 1.
    [[nodiscard]] Result<void> add(std::string_view bytes);
    /// The last line need not end in a newline.
    [[nodiscard]] Result<void> finish();

    [[nodiscard]] const LineCounts& counts() const { return m_counts; }
    [[nodiscard]] bool hasTabInFirstLine() const { return m_hasTabInFirstLine; }
    /// The error was that a line did not look labelled: the text is to be read again, without labels.
    [[nodiscard]] bool guessedWrong() const { return m_guessedWrong; }

private:
    Result<void> line(std::string_view text);
    Result<void> takeLabel(std::string_view& text);
    Result<void> splitWords(std::string_view text);
    Result<void> handOver();
    Error noLabel(const std::string& why);
    Error refused(const std::string& what) const;

    Sink m_sink;
    LineRules m_rules;
    std::string m_pending;  ///< a line whose end has not arrived
    std::string_view m_label;
    std::vector<std::string_view> m_words;
    LineCounts m_counts;
    bool m_hasTabInFirstLine = false;
    bool m_guessedWrong = false;
};

}  // namespace collapsar
