// SPDX-License-Identifier: GPL-3.0-or-later
/// What generated sentences show of collapse, in words: how many differ, how many of the originals' words came back,
/// and what the same decoder writes without z.
#pragma once

#include "core/report/generated_words.h"

#include <QList>
#include <QString>

namespace collapsar {

struct WordsFinding {
    QString differ;           ///< "3 of 10 differ", or that all are alike; empty where that says nothing
    QString cameBack;         ///< "12 % of the words came back, 11 % without z"; empty but for reconstructions
    QString shortCameBack;    ///< "12 % came back, 11 % without z"
    QString toolTip;          ///< how that is counted and what it means
    bool isAllAlike = false;  ///< z says nothing
};

[[nodiscard]] WordsFinding wordsFinding(const GeneratedWords& words);
/// The model has no latent.
[[nodiscard]] bool isLanguageModel(const GeneratedWords& words);
/// The sentence is what the same rule writes from z = 0, and not because words were drawn.
[[nodiscard]] bool isAsWithoutLatent(const GeneratedWords& words, std::size_t row);
/// Share of the originals' words, at their places, that the sentence from z = 0 has; NaN without originals.
[[nodiscard]] double sameWordsWithoutLatent(const GeneratedWords& words);

/// A stretch of a sentence's characters.
struct WordStretch {
    int start = 0, length = 0;
    bool isSame = false;  ///< the original has the same word at this place

    bool operator==(const WordStretch&) const = default;
};
/// One for each word of `sentence`, in order.
[[nodiscard]] QList<WordStretch> wordStretches(const QString& sentence, const QString& original);

/// All that is known of one sentence, as rich text.
[[nodiscard]] QString sentenceToolTip(const GeneratedWords& words, std::size_t row);

}  // namespace collapsar
