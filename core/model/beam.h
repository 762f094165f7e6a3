// SPDX-License-Identifier: GPL-3.0-or-later
/// The hypotheses of one sentence in a beam search.
///
/// Of all ways to go on by one word from the live hypotheses the `width` likeliest are kept; those that end the
/// sentence leave the beam, and the likeliest of them is remembered. Done when nothing is live or no live one can still
/// beat it: log p only falls. Scores are log p(words|z) without length normalisation. After `longest` words only the
/// end mark is left, so that the result always ends. Equal scores: the earlier hypothesis, then the smaller word id. A
/// width of 1 writes as greedy does; a width that keeps every prefix finds the likeliest sentence of at most `longest`
/// words.
#pragma once

#include "core/model/decoder_steps.h"
#include "core/model/written_words.h"

#include <cstdint>
#include <vector>

namespace collapsar {

class Beam {
public:
    /// One of the hypotheses that go on.
    struct Live {
        int parent = 0;         ///< which one of those before it continues
        std::int32_t word = 0;  ///< by this word
    };

    Beam(int width, int longest);

    /// Empty: done. The likeliest first; at the beginning one that reads the start mark.
    [[nodiscard]] const std::vector<Live>& live() const { return m_live; }
    /// `steps` has read live()[i] in row firstRow + i.
    void extend(const DecoderSteps& steps, int firstRow);
    /// The likeliest sentence found; NaN and cut where the model gave no numbers.
    [[nodiscard]] const WrittenWords& best() const { return m_best; }

private:
    struct Candidate {
        double score = 0;
        int parent = 0;
        std::int32_t word = 0;
    };
    void offer(const Candidate& candidate);
    [[nodiscard]] static bool isBetter(const Candidate& a, const Candidate& b);

    const std::size_t m_width;
    const std::size_t m_longest;
    std::vector<Live> m_live;
    std::vector<WrittenWords> m_written;  ///< of the live ones, so far
    std::vector<Candidate> m_candidates;  ///< a heap with the worst in front
    WrittenWords m_best;
    bool m_hasBest = false;
};

}  // namespace collapsar
