// SPDX-License-Identifier: GPL-3.0-or-later
/// Synthetic sentences kept in the user's cache folder, one text file a split and a stamp with their checksums.
/// Everything here is best effort: a cache that cannot be read, written or trusted is as good as none.
#pragma once

#include "core/data/text_corpus.h"

#include <filesystem>
#include <optional>

namespace collapsar {

/// $XDG_CACHE_HOME or ~/.cache, then collapsar/synthetic-<hash of the generator's settings>; empty: there is no such
/// folder.
[[nodiscard]] std::filesystem::path syntheticCacheFolder(const Settings& settings);

/// Only what agrees with the stamp in size, sentence count and checksum.
[[nodiscard]] std::optional<CorpusTexts> readSyntheticCache(const Settings& settings);
/// Each file under a temporary name, then renamed; the stamp last. False: nothing was kept.
bool writeSyntheticCache(const Settings& settings, const CorpusTexts& texts);

}  // namespace collapsar
