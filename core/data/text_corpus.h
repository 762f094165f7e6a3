// SPDX-License-Identifier: GPL-3.0-or-later
/// Corpora from text: files a person names, or texts in memory.
#pragma once

#include "core/data/corpus.h"

namespace collapsar {

/// From settings.data, validation and test. Errors name file and line. Source: He et al. 2019, released text reader.
[[nodiscard]] Result<Corpus> loadTextCorpus(const Settings& settings, const LoadProgress& progress);

/// Three texts in memory, one sentence a line; `sourcePath` is what their DataSource says.
struct CorpusTexts {
    std::string training, validation, test;
};
[[nodiscard]] Result<Corpus> corpusOfTexts(const CorpusTexts& texts, const std::string& sourcePath);

}  // namespace collapsar
