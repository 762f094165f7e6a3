// SPDX-License-Identifier: GPL-3.0-or-later
/// What the words page shows of one run. Plain data.
#pragma once

#include "core/report/generated_words.h"
#include "core/report/result.h"
#include "widgets/plot_theme.h"

#include <cstdint>

namespace collapsar {

/// Whose weights write.
enum class WordsPlace {
    NewestCheckpoint,  ///< at or before the time cursor; there at once
    ExactlyHere,       ///< the time cursor's own update, made again by training on
};

/// Why a run has no words; None: it has, or will.
enum class WordsHindrance {
    None,
    NoFolder,      ///< nothing of it is on disk
    NoCheckpoint,  ///< none written yet
    NoLatent,      ///< a language model, asked for what comes from a latent
    Failed,        ///< see error
};

struct WordsColumn {
    RunIdentity identity;
    GeneratedWordsPointer words;  ///< null: nothing yet; kept while others are on their way
    WordsHindrance hindrance = WordsHindrance::None;
    Error error;               ///< Failed
    std::int64_t wanted = -1;  ///< update of the time cursor; -1: live

    friend bool operator==(const WordsColumn& a, const WordsColumn& b) {
        return a.identity == b.identity && a.words == b.words && a.hindrance == b.hindrance &&
               a.error.code == b.error.code && a.error.detail == b.error.detail && a.wanted == b.wanted;
    }
};

/// How far the answer is.
struct WordsProgress {
    bool isAsking = false;
    double fraction = notMeasured;     ///< 0..1 of training again; not finite: not known
    double secondsLeft = notMeasured;  ///< not finite: not known
};

}  // namespace collapsar
