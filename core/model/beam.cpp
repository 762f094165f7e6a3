// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/beam.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace collapsar {

Beam::Beam(int width, int longest)
    : m_width(static_cast<std::size_t>(width)),
      m_longest(static_cast<std::size_t>(longest)),
      m_live{{0, Vocabulary::start}},
      m_written(1) {
    m_best = {{}, std::numeric_limits<double>::quiet_NaN(), true};
}

bool Beam::isBetter(const Candidate& a, const Candidate& b) {
    if (a.score != b.score) return a.score > b.score;
    return a.parent != b.parent ? a.parent < b.parent : a.word < b.word;
}

void Beam::offer(const Candidate& candidate) {
    if (m_candidates.size() == m_width) {
        if (!isBetter(candidate, m_candidates.front())) return;
        std::ranges::pop_heap(m_candidates, isBetter);
        m_candidates.pop_back();
    }
    m_candidates.push_back(candidate);
    std::ranges::push_heap(m_candidates, isBetter);
}

void Beam::extend(const DecoderSteps& steps, int firstRow) {
    m_candidates.clear();
    for (std::size_t i = 0; i < m_live.size(); ++i) {
        const int row = firstRow + static_cast<int>(i);
        const double base = m_written[i].logLikelihood - steps.logNormaliser(row);
        const auto logits = steps.logits(row);
        const bool isFull = m_written[i].words.size() >= m_longest;
        for (std::int32_t word = isFull ? Vocabulary::end : 0; word < std::ssize(logits); ++word) {
            const double score = base + static_cast<double>(logits[static_cast<std::size_t>(word)]);
            if (mayBeWritten(word) && score == score) offer({score, static_cast<int>(i), word});
            if (isFull) break;
        }
    }
    std::ranges::sort(m_candidates, isBetter);
    std::vector<WrittenWords> written;
    m_live.clear();
    for (const Candidate& candidate : m_candidates) {
        const WrittenWords& before = m_written[static_cast<std::size_t>(candidate.parent)];
        if (candidate.word == Vocabulary::end) {
            if (!m_hasBest || candidate.score > m_best.logLikelihood) m_best = {before.words, candidate.score, false};
            m_hasBest = true;
            continue;
        }
        written.push_back({before.words, candidate.score, false});
        written.back().words.push_back(candidate.word);
        m_live.push_back({candidate.parent, candidate.word});
    }
    m_written = std::move(written);
    const bool isBeaten = m_hasBest && !m_live.empty() && m_written.front().logLikelihood <= m_best.logLikelihood;
    if (isBeaten) m_live.clear();
}

}  // namespace collapsar
