// SPDX-License-Identifier: GPL-3.0-or-later
/// The synthetic sentences of He et al. 2019: an untrained LSTM with large random weights, told a 2-dimensional latent
/// from four Gaussians at every step. Own random numbers, so the sentences are others than theirs, of the same kind.
#pragma once

#include "core/data/text_corpus.h"

namespace collapsar {

/// Part of the cache's key: raise it when the same settings give other sentences.
inline constexpr int syntheticVersion = 1;

/// Words are numbers from 0 to vocabulary - 1. Pure function of the synthetic_* settings, the same on every machine
/// (weights, latents and hidden states are rounded to multiples of 1/256 for that).
/// Interrupted when `progress` says so. Any thread.
[[nodiscard]] Result<CorpusTexts> generateSynthetic(const Settings& settings, const LoadProgress& progress);

}  // namespace collapsar
