// SPDX-License-Identifier: GPL-3.0-or-later
/// Which words keep an id, decided by the training sentences alone.
#pragma once

#include "core/data/corpus.h"

#include <cstdint>
#include <functional>

namespace collapsar {

struct VocabularyLimits {
    int size = 0;   ///< the most frequent words; of equally frequent ones those that come first; 0: all
    int count = 1;  ///< a word must occur so many times

    [[nodiscard]] bool areSet() const { return size > 0 || count > 1; }
};

/// Gives the words of corpus.training that are within the limits new ids, by first occurrence there, after the four
/// special words; every other word becomes Vocabulary::unknown in all three splits and leaves the vocabulary.
///
/// returns  how many different words training had before the limits, special words not counted
/// errors   Interrupted when `goesOn`, asked now and then, says no; the corpus is of no use then.
[[nodiscard]] Result<std::int64_t> settleVocabulary(Corpus& corpus, const VocabularyLimits& limits,
                                                    const std::function<bool()>& goesOn);

}  // namespace collapsar
