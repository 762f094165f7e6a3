// SPDX-License-Identifier: GPL-3.0-or-later
/// A text corpus in memory: vocabulary and three splits of sentences as word ids. Immutable once loaded, shared by
/// runs.
#pragma once

#include "core/report/corpus_summary.h"
#include "core/report/result.h"
#include "core/report/settings.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace collapsar {

/// Word ids. The first four are fixed (He et al.'s order); words follow by first occurrence in the training
/// sentences.
struct Vocabulary {
    static constexpr std::int32_t padding = 0;
    static constexpr std::int32_t start = 1;
    static constexpr std::int32_t end = 2;
    static constexpr std::int32_t unknown = 3;

    std::vector<std::string> words;  ///< index = id
    std::unordered_map<std::string, std::int32_t> ids;

    [[nodiscard]] int size() const { return static_cast<int>(words.size()); }
};

/// Sentences of one split, each stored as `<s> words... </s>`.
struct Split {
    std::vector<std::int32_t> tokens;      ///< all sentences, one after the other
    std::vector<std::int64_t> offsets{0};  ///< sentence i is tokens[offsets[i], offsets[i + 1])
    std::vector<std::int32_t> labelIds;    ///< sentence i's class, an index of Corpus::labelNames; empty: no labels

    [[nodiscard]] std::int64_t size() const { return static_cast<std::int64_t>(offsets.size()) - 1; }
    [[nodiscard]] std::span<const std::int32_t> sentence(std::int64_t i) const {
        return {tokens.data() + offsets[i], tokens.data() + offsets[i + 1]};
    }
    /// One a sentence, or none at all.
    [[nodiscard]] std::span<const std::int32_t> labels() const { return labelIds; }
};

/// Which bytes a corpus was read from, kept with every run.
struct DataSource {
    std::string role;  ///< training, validation, test
    std::string path;  ///< absolute; "synthetic" for generated data
    std::uint64_t bytes = 0;
    std::string sha256;
};

struct Corpus {
    Vocabulary vocabulary;
    Split training, validation, test;
    std::vector<std::string> labelNames;  ///< classes by first occurrence; may name some that training has not
    std::vector<DataSource> sources;
    std::vector<std::string> notes;  ///< what was skipped, with counts; how a missing split was made
    CorpusSummaryPointer summary;    ///< null: nobody summed it up
};

using CorpusPointer = std::shared_ptr<const Corpus>;

/// Called now and then from the loading thread, at least every 64 KiB of text; `fraction` 0..1, of the files' bytes;
/// `what` in words: which file, how many lines, how many bytes. Returning false cancels (ErrorCode::Interrupted).
using LoadProgress = std::function<bool(double fraction, const std::string& what)>;

/// The text of a sentence, words joined by spaces, without the markers.
[[nodiscard]] std::string sentenceText(const Vocabulary& vocabulary, std::span<const std::int32_t> sentence);

/// Loads or makes what settings.data / validation / test name, as the other data settings say. Two runs in one process
/// with equal data settings share one corpus. Memory: 4 bytes a word, 12 a sentence, and the vocabulary. Any thread;
/// blocks.
[[nodiscard]] Result<CorpusPointer> loadCorpus(const Settings& settings, const LoadProgress& progress = {});

}  // namespace collapsar
