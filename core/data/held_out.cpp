// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/held_out.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <utility>

namespace collapsar {

namespace {

/// Whether number `i` is one of `chosen` spread evenly over `all`.
bool isChosen(std::int64_t i, std::int64_t chosen, std::int64_t all) {
    return (i + 1) * chosen / all > i * chosen / all;
}

void append(Split& to, const Split& from, std::int64_t sentence) {
    const auto tokens = from.sentence(sentence);
    to.tokens.insert(to.tokens.end(), tokens.begin(), tokens.end());
    to.offsets.push_back(static_cast<std::int64_t>(to.tokens.size()));
    if (!from.labelIds.empty()) to.labelIds.push_back(from.labelIds[static_cast<std::size_t>(sentence)]);
}

/// Where each sentence goes, asked in order.
class Dealer {
public:
    Dealer(std::int64_t sentences, HeldOutCounts counts, HeldOut which)
        : m_sentences(sentences), m_counts(counts), m_which(which) {}

    enum class Place { Training, Validation, Test };

    Place placeOf(std::int64_t i) {
        const std::int64_t heldOut = m_counts.validation + m_counts.test;
        if (m_which == HeldOut::Last) {
            if (i >= m_sentences - m_counts.test) return Place::Test;
            return i >= m_sentences - heldOut ? Place::Validation : Place::Training;
        }
        if (!isChosen(i, heldOut, m_sentences)) return Place::Training;
        return isChosen(m_dealt++, m_counts.test, heldOut) ? Place::Test : Place::Validation;
    }

private:
    std::int64_t m_sentences = 0;
    HeldOutCounts m_counts;
    HeldOut m_which = HeldOut::Last;
    std::int64_t m_dealt = 0;
};

/// Sentence `from` of the split becomes its sentence `to`, which comes not after it.
void moveDown(Split& split, std::int64_t from, std::int64_t to) {
    if (from == to) return;
    const std::int64_t begin = split.offsets[static_cast<std::size_t>(from)];
    const std::int64_t end = split.offsets[static_cast<std::size_t>(from) + 1];
    const std::int64_t place = split.offsets[static_cast<std::size_t>(to)];
    std::copy(split.tokens.begin() + begin, split.tokens.begin() + end, split.tokens.begin() + place);
    if (!split.labelIds.empty())
        split.labelIds[static_cast<std::size_t>(to)] = split.labelIds[static_cast<std::size_t>(from)];
    split.offsets[static_cast<std::size_t>(to) + 1] = place + end - begin;
}

}  // namespace

std::int64_t heldOutCount(std::int64_t sentences, double share) {
    if (share <= 0) return 0;
    constexpr double rounding = 1e-9;  // 0.29 * 100 is a little less than 29
    return std::max<std::int64_t>(
        1, static_cast<std::int64_t>(std::floor(static_cast<double>(sentences) * share + rounding)));
}

void holdOut(Corpus& corpus, HeldOutCounts counts, HeldOut which) {
    Split& training = corpus.training;
    const std::int64_t sentences = training.size();
    assert(counts.validation + counts.test < sentences);
    Dealer dealer(sentences, counts, which);
    std::int64_t kept = 0;
    for (std::int64_t i = 0; i < sentences; ++i) {
        const Dealer::Place place = dealer.placeOf(i);
        if (place == Dealer::Place::Training) {
            moveDown(training, i, kept++);
        } else {
            // offsets[i] still stands: kept <= i, and what lies before i only moved down.
            append(place == Dealer::Place::Validation ? corpus.validation : corpus.test, training, i);
        }
    }
    training.offsets.resize(static_cast<std::size_t>(kept) + 1);
    training.tokens.resize(static_cast<std::size_t>(training.offsets.back()));
    if (!training.labelIds.empty()) training.labelIds.resize(static_cast<std::size_t>(kept));
}

}  // namespace collapsar
