// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnostics/pooled_positions.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstddef>

namespace collapsar {

PooledPositions::PooledPositions(int hidden, PooledValue value) : m_hidden(hidden), m_value(value) {}

void PooledPositions::widen(int length) {
    if (length <= m_longest) return;
    const auto before = static_cast<std::size_t>(m_longest), after = static_cast<std::size_t>(length);
    std::vector<std::int64_t> counts(static_cast<std::size_t>(m_hidden) * after, 0);
    for (std::size_t unit = 0; unit < static_cast<std::size_t>(m_hidden); ++unit)
        std::copy_n(m_counts.data() + unit * before, before, counts.data() + unit * after);
    m_counts = std::move(counts);
    m_longest = length;
}

void PooledPositions::add(std::span<const float> states, int rows, int length) {
    const auto width = static_cast<std::size_t>(m_hidden), positions = static_cast<std::size_t>(length);
    assert(states.size() == static_cast<std::size_t>(rows) * positions * width);
    widen(length);
    m_examples += rows;
    for (std::size_t r = 0; r < static_cast<std::size_t>(rows); ++r) {
        for (std::size_t unit = 0; unit < width; ++unit) {
            float most = 0;
            int place = -1;
            for (std::size_t t = 0; t < positions; ++t) {
                const float state = states[(r * positions + t) * width + unit];
                const float value = m_value == PooledValue::Largest ? state : std::fabs(state);
                if (std::isnan(value) || (place >= 0 && value <= most)) continue;
                most = value;
                place = static_cast<int>(t);
            }
            if (place >= 0) ++m_counts[unit * static_cast<std::size_t>(m_longest) + static_cast<std::size_t>(place)];
        }
    }
}

std::span<const std::int64_t> PooledPositions::histogram(int unit) const {
    const auto longest = static_cast<std::size_t>(m_longest);
    return std::span(m_counts).subspan(static_cast<std::size_t>(unit) * longest, longest);
}

std::vector<double> PooledPositions::share() const {
    std::vector<double> shares(static_cast<std::size_t>(m_longest), 0.0);
    for (int unit = 0; unit < m_hidden; ++unit) {
        const auto counts = histogram(unit);
        for (std::size_t t = 0; t < shares.size(); ++t)
            shares[t] += static_cast<double>(counts[t]);
    }
    for (double& share : shares)
        share /= static_cast<double>(m_examples) * m_hidden;
    return shares;
}

int PooledPositions::fixedUnits(double share) const {
    int fixed = 0;
    for (int unit = 0; unit < m_hidden && m_examples > 0; ++unit) {
        const auto most = static_cast<double>(*std::ranges::max_element(histogram(unit)));
        fixed += most >= share * static_cast<double>(m_examples) ? 1 : 0;
    }
    return fixed;
}

}  // namespace collapsar
