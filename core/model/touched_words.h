// SPDX-License-Identifier: GPL-3.0-or-later
/// Which floats of a side's flat gradient can differ from zero: the embedding rows of the words that went through since
/// the last clearing, and everything that is no embedding. With a large vocabulary most rows are left out of zeroing,
/// norm, step and the sum over shards. One thread.
#pragma once

#include "core/model/parameters.h"

#include <cstdint>
#include <span>
#include <vector>

namespace collapsar {

struct FlatRange {
    std::int64_t first = 0, size = 0;
};

class TouchedWords {
public:
    /// The embedding must be the first block of its side.
    explicit TouchedWords(const ParameterBlock& embedding);

    void add(std::span<const std::int32_t> tokens);
    void clear();
    /// In order, adjacent rows joined; the last range ends at `end`.
    [[nodiscard]] std::vector<FlatRange> ranges(std::int64_t end) const;

private:
    std::int64_t m_rows, m_columns;
    std::vector<std::uint8_t> m_isTouched;  ///< by word
    std::vector<std::int32_t> m_words;      ///< each once, in order of arrival
};

}  // namespace collapsar
