// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/batches.h"

#include "core/nn/philox.h"

#include <algorithm>
#include <cassert>
#include <numeric>
#include <utility>

namespace collapsar {

namespace {

/// Sentences all of one length, one row each.
Batch makeBatch(const Split& split, std::span<const std::int64_t> sentences) {
    Batch batch;
    batch.rows = static_cast<int>(sentences.size());
    batch.length = static_cast<int>(split.sentence(sentences.front()).size());
    batch.sentences.assign(sentences.begin(), sentences.end());
    batch.tokens.reserve(sentences.size() * static_cast<std::size_t>(batch.length));
    for (const std::int64_t sentence : sentences) {
        const auto tokens = split.sentence(sentence);
        batch.tokens.insert(batch.tokens.end(), tokens.begin(), tokens.end());
    }
    return batch;
}

/// The first `count` sentences by length, those of one length as they stand.
std::vector<std::int64_t> sortedByLength(const Split& split, std::size_t count) {
    std::vector<std::size_t> begins;  ///< where the sentences of a length begin; first, one further on, how many
    const auto lengthOf = [&](std::size_t i) {
        return static_cast<std::size_t>(split.offsets[i + 1] - split.offsets[i]);
    };
    for (std::size_t i = 0; i < count; ++i) {
        if (lengthOf(i) + 2 > begins.size()) begins.resize(lengthOf(i) + 2);
        ++begins[lengthOf(i) + 1];
    }
    std::partial_sum(begins.begin(), begins.end(), begins.begin());
    std::vector<std::int64_t> order(count);
    for (std::size_t i = 0; i < count; ++i)
        order[begins[lengthOf(i)]++] = static_cast<std::int64_t>(i);
    return order;
}

}  // namespace

std::vector<Batch> cutBatches(const Split& split, int rows) {
    return cutBatches(split, rows, 0);
}

std::vector<Batch> cutBatches(const Split& split, int rows, std::int64_t examples) {
    assert(rows > 0 && examples >= 0);
    const auto lengthOf = [&](std::int64_t sentence) { return split.sentence(sentence).size(); };
    const std::vector<std::int64_t> order = sortedByLength(
        split, static_cast<std::size_t>(examples == 0 ? split.size() : std::min(examples, split.size())));

    std::vector<Batch> batches;
    std::size_t begin = 0;
    while (begin < order.size()) {
        std::size_t end = begin + 1;
        const std::size_t limit = std::min(order.size(), begin + static_cast<std::size_t>(rows));
        while (end < limit && lengthOf(order[end]) == lengthOf(order[begin]))
            ++end;
        batches.push_back(makeBatch(split, std::span(order).subspan(begin, end - begin)));
        begin = end;
    }
    return batches;
}

BatchOrder::BatchOrder(std::uint64_t seed, std::int64_t batches) : m_seed(seed), m_batches(batches) {
    assert(batches > 0);
}

std::int64_t BatchOrder::outer(std::int64_t update) {
    assert(update >= 0);
    const std::int64_t epoch = update / m_batches;
    if (epoch != m_epoch) {
        m_permutation.resize(static_cast<std::size_t>(m_batches));
        std::iota(m_permutation.begin(), m_permutation.end(), std::int64_t{0});
        const DrawKey key{m_seed, Stream::Order, static_cast<std::uint64_t>(epoch)};
        for (std::size_t last = m_permutation.size() - 1; last > 0; --last) {
            std::swap(m_permutation[last],
                      m_permutation[uniformInteger(key, last + 1, static_cast<std::uint32_t>(last))]);
        }
        m_epoch = epoch;
    }
    return m_permutation[static_cast<std::size_t>(update % m_batches)];
}

std::int64_t BatchOrder::inner(Position at) const {
    const DrawKey key{m_seed, Stream::InnerBatch, static_cast<std::uint64_t>(at.update),
                      static_cast<std::uint32_t>(at.inner)};
    return static_cast<std::int64_t>(uniformInteger(key, static_cast<std::uint64_t>(m_batches)));
}

}  // namespace collapsar
