// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/vocabulary_limits.h"

#include <algorithm>
#include <span>
#include <utility>
#include <vector>

namespace collapsar {

namespace {

constexpr std::int32_t specialWords = Vocabulary::unknown + 1;

Error cancelled() {
    return {ErrorCode::Interrupted, "Loading was cancelled."};
}

/// Calls `use` on each token, `goesOn` once in a million. False: it was told to end.
template <class Tokens, class Use>
bool forEach(Tokens& tokens, const std::function<bool()>& goesOn, const Use& use) {
    constexpr std::size_t chunk = 1 << 20;
    for (std::size_t begin = 0; begin < tokens.size(); begin += chunk) {
        if (!goesOn()) return false;
        for (auto& token : std::span(tokens).subspan(begin, std::min(chunk, tokens.size() - begin)))
            use(token);
    }
    return true;
}

/// What the training sentences say about words.
struct WordCounts {
    std::vector<std::int64_t> counts;  ///< by old id
    std::vector<std::int32_t> order;   ///< old ids by first occurrence, special words left out
};

WordCounts emptyCounts(const Vocabulary& vocabulary) {
    return {std::vector<std::int64_t>(vocabulary.words.size()), {}};
}

/// Old ids of the words that stay, by first occurrence.
std::vector<std::int32_t> chosenWords(const WordCounts& words, const VocabularyLimits& limits) {
    const auto countOf = [&](std::int32_t id) { return words.counts[static_cast<std::size_t>(id)]; };
    std::vector<std::int32_t> chosen;
    std::ranges::copy_if(words.order, std::back_inserter(chosen),
                         [&](std::int32_t id) { return countOf(id) >= limits.count; });
    const auto size = static_cast<std::size_t>(limits.size);
    if (size == 0 || chosen.size() <= size) return chosen;
    std::vector<std::int32_t> ranked = chosen;
    std::ranges::stable_sort(ranked, std::greater{}, countOf);
    std::vector<bool> stays(words.counts.size());
    for (const std::int32_t id : std::span(ranked).first(size))
        stays[static_cast<std::size_t>(id)] = true;
    std::erase_if(chosen, [&](std::int32_t id) { return !stays[static_cast<std::size_t>(id)]; });
    return chosen;
}

void renumber(Vocabulary& vocabulary, const std::vector<std::int32_t>& chosen,
              const std::vector<std::int32_t>& newIds) {
    std::vector<std::string> words;
    words.reserve(chosen.size() + specialWords);
    std::move(vocabulary.words.begin(), vocabulary.words.begin() + specialWords, std::back_inserter(words));
    for (const std::int32_t id : chosen)
        words.push_back(std::move(vocabulary.words[static_cast<std::size_t>(id)]));
    vocabulary.words = std::move(words);
    const auto newIdOf = [&](const auto& entry) { return newIds[static_cast<std::size_t>(entry.second)]; };
    std::erase_if(vocabulary.ids, [&](const auto& entry) {
        return entry.second >= specialWords && newIdOf(entry) == Vocabulary::unknown;
    });
    for (auto& entry : vocabulary.ids)
        entry.second = newIdOf(entry);
}

}  // namespace

Result<std::int64_t> settleVocabulary(Corpus& corpus, const VocabularyLimits& limits,
                                      const std::function<bool()>& goesOn) {
    WordCounts words = emptyCounts(corpus.vocabulary);
    const bool isCounted = forEach(std::as_const(corpus.training.tokens), goesOn, [&](std::int32_t token) {
        if (token >= specialWords && words.counts[static_cast<std::size_t>(token)]++ == 0) words.order.push_back(token);
    });
    if (!isCounted) return cancelled();
    const std::vector<std::int32_t> chosen = chosenWords(words, limits);
    std::vector<std::int32_t> newIds(corpus.vocabulary.words.size(), Vocabulary::unknown);
    for (std::int32_t id = 0; id < specialWords; ++id)
        newIds[static_cast<std::size_t>(id)] = id;
    for (std::size_t i = 0; i < chosen.size(); ++i)
        newIds[static_cast<std::size_t>(chosen[i])] = specialWords + static_cast<std::int32_t>(i);
    for (Split* split : {&corpus.training, &corpus.validation, &corpus.test}) {
        const bool isDone = forEach(split->tokens, goesOn,
                                    [&](std::int32_t& token) { token = newIds[static_cast<std::size_t>(token)]; });
        if (!isDone) return cancelled();
    }
    renumber(corpus.vocabulary, chosen, newIds);
    return static_cast<std::int64_t>(words.order.size());
}

}  // namespace collapsar
