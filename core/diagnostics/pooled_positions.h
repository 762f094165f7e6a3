// SPDX-License-Identifier: GPL-3.0-or-later
/// Which positions of a sentence max pooling takes its features from. Units that always take the same position make
/// max pooling a fixed choice of states. Letters: R rows, T positions, H units. One thread at a time.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace collapsar {

enum class PooledValue {
    Largest,          ///< max pooling
    LargestAbsolute,  ///< absmax pooling
};

class PooledPositions {
public:
    PooledPositions(int hidden, PooledValue value);

    /// Hidden states of R sentences of T positions, start and end mark included: states[(r * T + t) * H + unit]. No
    /// padding: sentences of different lengths come in different calls. Of equal values the earliest position counts,
    /// as in pooling; a unit without any number (NaN) is not counted.
    void add(std::span<const float> states, int rows, int length);

    [[nodiscard]] int longest() const { return m_longest; }  ///< T of the longest sentence so far
    [[nodiscard]] std::int64_t examples() const { return m_examples; }
    /// [T] in how many examples `unit` took each position, 0 for the start mark.
    [[nodiscard]] std::span<const std::int64_t> histogram(int unit) const;
    /// [T] share of all features that come from each position; empty before the first example.
    [[nodiscard]] std::vector<double> share() const;
    /// How many of the H units take one position in at least `share` of the examples.
    ///
    /// bias    sentences of different lengths are counted from their start, so a unit that always takes the end mark
    ///         counts as fixed only where lengths are equal
    /// source  Bosc & Vincent 2020, study of pooling
    [[nodiscard]] int fixedUnits(double share = 0.9) const;

private:
    void widen(int length);

    int m_hidden = 0;
    PooledValue m_value = PooledValue::Largest;
    int m_longest = 0;
    std::int64_t m_examples = 0;
    std::vector<std::int64_t> m_counts;  ///< [H, longest]
};

}  // namespace collapsar
