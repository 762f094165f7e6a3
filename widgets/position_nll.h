// SPDX-License-Identifier: GPL-3.0-or-later
/// How well each word of a sentence is predicted, and what a run gains there over a language model without latent: a
/// latent that only remembers the first words or the length shows here.
#pragma once

#include "widgets/measured_run.h"
#include "widgets/small_chart.h"

#include <cstdint>
#include <vector>

namespace collapsar {

enum class PositionView {
    Nll,   ///< mean -log p of the word
    Gain,  ///< the language model's minus the run's
};

/// Positions that fewer sentences than this reach are left out: their means are noise.
[[nodiscard]] std::int64_t fewestSentences(std::int64_t sentences);
/// `values` where enough sentences reach; NaN elsewhere. As long as `values`.
[[nodiscard]] std::vector<double> thinnedOut(const std::vector<double>& values,
                                             const std::vector<std::int64_t>& sentences, std::int64_t fewest);
/// [T] the language model's NLL minus the run's; NaN where they saw different numbers of sentences.
[[nodiscard]] std::vector<double> gainByPosition(const EvaluationDetails& languageModel, const EvaluationDetails& run);
/// Mean over `sentences` sentences of what is gained in a whole one, nats; the positions with few are in it. NaN when
/// any of them cannot be compared.
[[nodiscard]] double gainPerSentence(const EvaluationDetails& languageModel, const EvaluationDetails& run,
                                     std::int64_t sentences);

/// The first language model; null without any.
[[nodiscard]] const MeasuredRun* languageModelOf(const std::vector<MeasuredRun>& runs);
/// Gain needs a language model among the runs; with several, the first one.
[[nodiscard]] SmallChart positionChart(std::vector<MeasuredRun> runs, PositionView view);

}  // namespace collapsar
