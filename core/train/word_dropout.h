// SPDX-License-Identifier: GPL-3.0-or-later
/// Word dropout: the decoder is to read less of the sentence and more of z. Any thread.
/// source  Bowman et al. 2016, section 3.1
#pragma once

#include "core/data/batches.h"

#include <cstdint>
#include <vector>

namespace collapsar {

struct WordDropout {
    double probability = 0;  ///< of each word by itself
    std::uint64_t seed = 0, update = 0;
    std::uint32_t inner = 0;
};

/// What the decoder reads of a batch: its tokens, some words of them replaced by `<unk>`; markers stay. Words dropped
/// at one probability are dropped at every larger one too, for the draws are the same. -> inputs, laid out as
/// batch.tokens
void dropWords(const Batch& batch, const WordDropout& dropout, std::vector<std::int32_t>& inputs);

}  // namespace collapsar
