// SPDX-License-Identifier: GPL-3.0-or-later
/// Equal-length batches, cut once for the whole run, and the order in which a run draws them. Everything is a pure
/// function of (seed, epoch) or (seed, update, inner): nothing to save, nothing to restore.
#pragma once

#include "core/data/corpus.h"
#include "core/report/intervention.h"

#include <cstdint>
#include <vector>

namespace collapsar {

/// Token ids, row-major [rows, length], every row `<s> ... </s>` of the same length.
struct Batch {
    std::vector<std::int32_t> tokens;
    int rows = 0;
    int length = 0;                       ///< markers included; length - 1 words are predicted
    std::vector<std::int64_t> sentences;  ///< index of each row in its split

    [[nodiscard]] std::int64_t predictedWords() const { return static_cast<std::int64_t>(rows) * (length - 1); }
};

/// Batches of at most `rows`, sentences sorted by length (stable), lengths never mixed; remainders stay as small
/// batches.
[[nodiscard]] std::vector<Batch> cutBatches(const Split& split, int rows);
/// The same over the first `examples` sentences only (0: all).
[[nodiscard]] std::vector<Batch> cutBatches(const Split& split, int rows, std::int64_t examples);

/// Which batch comes when. Any thread (const); keeps the permutation of one epoch at a time.
class BatchOrder {
public:
    BatchOrder(std::uint64_t seed, std::int64_t batches);

    /// Batch of outer update `update` (0-based): a fresh permutation each epoch (papers: He et al., text).
    [[nodiscard]] std::int64_t outer(std::int64_t update);
    /// Batch after inner update `at.inner` of outer update `at.update`: uniform with replacement.
    [[nodiscard]] std::int64_t inner(Position at) const;

private:
    std::uint64_t m_seed = 0;
    std::int64_t m_batches = 0;
    std::int64_t m_epoch = -1;
    std::vector<std::int64_t> m_permutation;
};

}  // namespace collapsar
