// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/split_builder.h"

#include "core/report/number_text.h"

#include <algorithm>

namespace collapsar {

namespace {

constexpr double margin = 1.02;  // an estimate by share is rarely further off
constexpr double leastGrowth = 1.25;
constexpr double mostAhead = 1 << 26;  // the estimate may be wrong, so not more values than this at a time

/// When the next piece of text may not fit any more.
template <class T>
void makeRoom(std::vector<T>& values, double share, std::size_t soon) {
    if (values.capacity() - values.size() >= soon) return;
    const auto size = static_cast<double>(values.size() + soon);
    const double expected = share > 0 ? static_cast<double>(values.size()) / share * margin : 0;
    values.reserve(static_cast<std::size_t>(std::max(std::min(expected, size + mostAhead), size * leastGrowth)));
}

}  // namespace

Vocabulary emptyVocabulary() {
    Vocabulary vocabulary;
    vocabulary.words = {"<pad>", "<s>", "</s>", "<unk>"};
    for (int id = 0; id < vocabulary.size(); ++id)
        vocabulary.ids.emplace(vocabulary.words[static_cast<std::size_t>(id)], id);
    return vocabulary;
}

Result<void> SplitBuilder::add(const ParsedSentence& sentence) {
    if (m_split.tokens.size() + sentence.words.size() + 2 > maximumTokens) {
        return Error{ErrorCode::DataInvalid, "the text has more than 500,000,000 words; use a part of it."};
    }
    if (!sentence.label.empty()) {
        const auto label = m_tables.labels.indexOf(sentence.label);
        m_hasTooManyLabels = !label;
        if (!label) {
            return Error{ErrorCode::DataInvalid,
                         "the text has more than 1,000 different labels; set labels to none if the first field is "
                         "something else."};
        }
        m_split.labelIds.push_back(*label);
    }
    m_split.tokens.push_back(Vocabulary::start);
    for (std::string_view word : sentence.words)
        m_split.tokens.push_back(idOf(word));
    m_split.tokens.push_back(Vocabulary::end);
    m_split.offsets.push_back(static_cast<std::int64_t>(m_split.tokens.size()));
    if (m_tables.vocabulary.size() > m_tables.maximumVocabulary) {
        return Error{ErrorCode::DataInvalid, "the text has more than " + numberText(m_tables.maximumVocabulary) +
                                                 " different words; set vocabulary_size, or replace the rare ones."};
    }
    return {};
}

void SplitBuilder::expect(double share) {
    constexpr std::size_t sentencesSoon = 1 << 15;  // of two bytes each, in a piece of 64 KiB
    constexpr std::size_t tokensSoon = 3 * sentencesSoon;
    makeRoom(m_split.tokens, share, tokensSoon);
    makeRoom(m_split.offsets, share, sentencesSoon);
    if (!m_split.labelIds.empty()) makeRoom(m_split.labelIds, share, sentencesSoon);
}

std::int32_t SplitBuilder::idOf(std::string_view word) {
    Vocabulary& vocabulary = m_tables.vocabulary;
    m_key.assign(word);
    const auto known = vocabulary.ids.find(m_key);
    if (known != vocabulary.ids.end()) return known->second;
    if (m_tables.unknownWords == UnknownWords::Mark) return Vocabulary::unknown;
    const auto id = static_cast<std::int32_t>(vocabulary.size());
    vocabulary.words.push_back(m_key);
    vocabulary.ids.emplace(m_key, id);
    return id;
}

}  // namespace collapsar
