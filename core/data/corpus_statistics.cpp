// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/corpus_statistics.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

namespace collapsar {

namespace {

constexpr std::int64_t markers = 2;  // start and end

/// Length of the sentence that would be number `rank` (from 0) if they were sorted.
int lengthAt(const std::vector<std::int64_t>& sentencesOfLength, std::int64_t rank) {
    std::size_t length = 0;
    while (rank >= sentencesOfLength[length])
        rank -= sentencesOfLength[length++];
    return static_cast<int>(length);
}

void takeLengths(const Split& split, SplitSummary& summary) {
    std::vector<std::int64_t> sentencesOfLength;
    for (std::int64_t i = 0; i < split.size(); ++i) {
        const std::size_t length = split.sentence(i).size() - markers;
        if (length >= sentencesOfLength.size()) sentencesOfLength.resize(length + 1);
        ++sentencesOfLength[length];
    }
    const std::int64_t last = split.size() - 1;
    summary.shortest = lengthAt(sentencesOfLength, 0);
    summary.longest = static_cast<int>(sentencesOfLength.size()) - 1;
    summary.median = (lengthAt(sentencesOfLength, last / 2) + lengthAt(sentencesOfLength, (last + 1) / 2)) / 2.0;
    summary.mean = static_cast<double>(summary.words) / static_cast<double>(summary.sentences);
}

SplitSummary splitSummary(const Split& split, std::size_t classes) {
    SplitSummary summary;
    summary.sentences = split.size();
    summary.words = static_cast<std::int64_t>(split.tokens.size()) - markers * split.size();
    summary.unknownWords = std::count(split.tokens.begin(), split.tokens.end(), Vocabulary::unknown);
    if (split.size() > 0) takeLengths(split, summary);
    if (split.labels().empty()) return summary;
    summary.labelCounts.resize(classes);
    for (const std::int32_t label : split.labels())
        ++summary.labelCounts[static_cast<std::size_t>(label)];
    return summary;
}

std::string originOf(const Corpus& corpus, const std::string& role) {
    for (const DataSource& source : corpus.sources) {
        if (source.role == role) return source.path;
    }
    for (const std::string& note : corpus.notes) {
        if (note.starts_with(role + ": ")) return note.substr(role.size() + 2);
    }
    return {};
}

}  // namespace

CorpusSummary summaryOf(const Corpus& corpus, std::int64_t differentWords) {
    CorpusSummary summary;
    const std::array<std::pair<const char*, const Split*>, 3> splits{
        {{"training", &corpus.training}, {"validation", &corpus.validation}, {"test", &corpus.test}}};
    for (const auto& [role, split] : splits) {
        summary.splits.push_back(splitSummary(*split, corpus.labelNames.size()));
        summary.splits.back().role = role;
        summary.splits.back().origin = originOf(corpus, role);
    }
    summary.vocabulary = corpus.vocabulary.size();
    summary.differentWords = differentWords;
    summary.labels = corpus.labelNames;
    summary.notes = corpus.notes;
    return summary;
}

}  // namespace collapsar
