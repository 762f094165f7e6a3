// SPDX-License-Identifier: GPL-3.0-or-later
/// Sums a corpus up: lengths, unknown words, labels.
#pragma once

#include "core/data/corpus.h"
#include "core/report/corpus_summary.h"

#include <cstdint>

namespace collapsar {

/// All but the counts of lines. `differentWords`: in training before the vocabulary's limits.
[[nodiscard]] CorpusSummary summaryOf(const Corpus& corpus, std::int64_t differentWords);

}  // namespace collapsar
