// SPDX-License-Identifier: GPL-3.0-or-later
/// Which sentences leave the training text for validation and test. No random numbers: the text alone decides.
#pragma once

#include "core/data/corpus.h"

#include <cstdint>

namespace collapsar {

struct HeldOutCounts {
    std::int64_t validation = 0;
    std::int64_t test = 0;
};

/// `share` of `sentences`, rounded down; at least one when share is above 0.
[[nodiscard]] std::int64_t heldOutCount(std::int64_t sentences, double share);

/// Moves sentences out of `training`, in their order. counts.validation + counts.test must be below training's size.
///
/// Last: training, then validation, then test, as they stand in the text. Spread: of N sentences, m of them held out,
/// sentence i (from 0) is held out when floor((i + 1) m / N) > floor(i m / N), so one in each N / m; of those, test
/// takes sentence j when floor((j + 1) test / m) > floor(j test / m), validation the others.
void holdOut(Corpus& corpus, HeldOutCounts counts, HeldOut which);

}  // namespace collapsar
