// SPDX-License-Identifier: GPL-3.0-or-later
/// What a corpus is made of, for people who look before they train: sizes, lengths, vocabulary, unknown words, labels.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace collapsar {

/// The lines of one text file and why some of them are no sentence of the corpus.
struct LineCounts {
    std::int64_t lines = 0;
    std::int64_t empty = 0;      ///< nothing, or white space alone
    std::int64_t labelOnly = 0;  ///< a label and no text
    std::int64_t tooShort = 0;   ///< fewer words than sentence_shortest
    std::int64_t tooLong = 0;    ///< more words than sentence_longest

    [[nodiscard]] std::int64_t dropped() const { return empty + labelOnly + tooShort + tooLong; }
    bool operator==(const LineCounts&) const = default;
};

/// One split. Lengths are in words, without the markers of start and end.
struct SplitSummary {
    std::string role;    ///< training, validation, test
    std::string origin;  ///< path of its text; or, in words, where its sentences come from
    std::int64_t sentences = 0;
    std::int64_t words = 0;
    std::int64_t unknownWords = 0;  ///< read as <unk>
    int shortest = 0;
    double median = 0;  ///< of an even number of sentences: the mean of the middle two
    double mean = 0;
    int longest = 0;
    std::vector<std::int64_t> labelCounts;  ///< sentences of each of CorpusSummary::labels; empty: no labels
    LineCounts lines;                       ///< of its own file; all 0: it has none

    /// 0..1; 0 without words.
    [[nodiscard]] double unknownRate() const;
};

struct CorpusSummary {
    std::vector<SplitSummary> splits;  ///< training, validation, test
    int vocabulary = 0;                ///< words with an id, the four special ones included
    std::int64_t differentWords = 0;   ///< in the training sentences, before vocabulary_size and vocabulary_count
    std::vector<std::string> labels;   ///< class names, by first occurrence; empty: no labels
    std::vector<std::string> notes;    ///< what was skipped, how splits were made
};

using CorpusSummaryPointer = std::shared_ptr<const CorpusSummary>;

/// A table for terminals, a column a split, and the notes under it. At most `mostLabels` classes have a row.
[[nodiscard]] std::string corpusSummaryText(const CorpusSummary& summary, std::size_t mostLabels = 20);

}  // namespace collapsar
