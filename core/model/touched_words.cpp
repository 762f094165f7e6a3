// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/touched_words.h"

#include <algorithm>
#include <cassert>

namespace collapsar {

TouchedWords::TouchedWords(const ParameterBlock& embedding)
    : m_rows(embedding.rows), m_columns(embedding.columns), m_isTouched(static_cast<std::size_t>(embedding.rows)) {
    assert(embedding.offset == 0);
}

void TouchedWords::add(std::span<const std::int32_t> tokens) {
    for (const std::int32_t token : tokens) {
        std::uint8_t& isTouched = m_isTouched[static_cast<std::size_t>(token)];
        if (!isTouched) m_words.push_back(token);
        isTouched = 1;
    }
}

void TouchedWords::clear() {
    for (const std::int32_t word : m_words)
        m_isTouched[static_cast<std::size_t>(word)] = 0;
    m_words.clear();
}

std::vector<FlatRange> TouchedWords::ranges(std::int64_t end) const {
    std::vector<std::int32_t> words = m_words;
    std::ranges::sort(words);
    std::vector<FlatRange> ranges;
    const auto add = [&ranges](std::int64_t first, std::int64_t size) {
        if (!ranges.empty() && ranges.back().first + ranges.back().size == first) {
            ranges.back().size += size;
        } else {
            ranges.push_back({first, size});
        }
    };
    for (const std::int32_t word : words)
        add(word * m_columns, m_columns);
    add(m_rows * m_columns, end - m_rows * m_columns);
    return ranges;
}

}  // namespace collapsar
