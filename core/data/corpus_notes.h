// SPDX-License-Identifier: GPL-3.0-or-later
/// What is to be said about a corpus while it is made, in sentences: added to Corpus::notes, or the text of an error.
#pragma once

#include "core/data/corpus.h"
#include "core/report/corpus_summary.h"

#include <cstdint>
#include <string>

namespace collapsar {

/// "1 line", "2 lines".
[[nodiscard]] std::string counted(std::int64_t count, const std::string& noun);

/// Lines of a split's file that are no sentences.
void noteLines(Corpus& corpus, const std::string& role, const LineCounts& counts, const Settings& settings);
/// The first line has a tab and labels are not read.
void noteTab(Corpus& corpus, const std::string& role);
/// Words of a split that the vocabulary lacks.
void noteUnknown(Corpus& corpus, const Split& split, const std::string& role);
/// What the limits left.
void noteVocabulary(Corpus& corpus, std::int64_t differentWords);
/// How validation or test came out of the training text.
void noteHeldOut(Corpus& corpus, const Settings& settings, const std::string& role);
/// How many classes there are, and which of them training lacks.
void noteLabels(Corpus& corpus);

[[nodiscard]] std::string nothingLeft(const std::string& path, const LineCounts& counts);
[[nodiscard]] std::string tooManyWords(const std::string& path);

}  // namespace collapsar
