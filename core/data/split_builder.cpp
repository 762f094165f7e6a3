// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/split_builder.h"

#include <algorithm>
#include <cassert>

namespace collapsar {

Vocabulary emptyVocabulary() {
    Vocabulary vocabulary;
    vocabulary.words = {"<pad>", "<s>", "</s>", "<unk>"};
    for (int id = 0; id < vocabulary.size(); ++id)
        vocabulary.ids.emplace(vocabulary.words[static_cast<std::size_t>(id)], id);
    return vocabulary;
}

Result<void> SplitBuilder::add(std::span<const std::string_view> words) {
    if (m_split.tokens.size() + words.size() + 2 > maximumTokens) {
        return Error{ErrorCode::DataInvalid, "the text has more than 500,000,000 words; use a part of it."};
    }
    m_split.tokens.push_back(Vocabulary::start);
    for (std::string_view word : words)
        m_split.tokens.push_back(idOf(word));
    m_split.tokens.push_back(Vocabulary::end);
    m_split.offsets.push_back(static_cast<std::int64_t>(m_split.tokens.size()));
    if (m_vocabulary.size() > maximumVocabulary) {
        return Error{ErrorCode::DataInvalid,
                     "the text has more than 1,000,000 different words; replace the rare ones."};
    }
    return {};
}

std::int32_t SplitBuilder::idOf(std::string_view word) {
    m_key.assign(word);
    const auto known = m_vocabulary.ids.find(m_key);
    if (known != m_vocabulary.ids.end()) return known->second;
    if (m_unknownWords == UnknownWords::Mark) return Vocabulary::unknown;
    const auto id = static_cast<std::int32_t>(m_vocabulary.size());
    m_vocabulary.words.push_back(m_key);
    m_vocabulary.ids.emplace(m_key, id);
    return id;
}

Split holdOutLastTenth(Split& training, Vocabulary& vocabulary) {
    assert(training.size() >= 2);
    const std::int64_t kept = training.size() - std::max<std::int64_t>(1, training.size() / 10);
    const std::int64_t cut = training.offsets[static_cast<std::size_t>(kept)];
    Split heldOut;
    heldOut.tokens.assign(training.tokens.begin() + cut, training.tokens.end());
    for (std::int64_t i = kept + 1; i <= training.size(); ++i) {
        heldOut.offsets.push_back(training.offsets[static_cast<std::size_t>(i)] - cut);
    }
    training.tokens.resize(static_cast<std::size_t>(cut));
    training.offsets.resize(static_cast<std::size_t>(kept) + 1);

    // Ids were given by first occurrence: what training does not use any more stands at the end.
    const std::int32_t highest =
        std::max(Vocabulary::unknown, *std::max_element(training.tokens.begin(), training.tokens.end()));
    for (std::int32_t& token : heldOut.tokens) {
        if (token > highest) token = Vocabulary::unknown;
    }
    while (vocabulary.size() > highest + 1) {
        vocabulary.ids.erase(vocabulary.words.back());
        vocabulary.words.pop_back();
    }
    return heldOut;
}

}  // namespace collapsar
