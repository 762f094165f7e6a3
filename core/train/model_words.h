// SPDX-License-Identifier: GPL-3.0-or-later
/// What a model writes when somebody asks.
#pragma once

#include "core/report/generated_words.h"
#include "core/report/result.h"
#include "core/train/cancellable_work.h"
#include "core/train/model_at.h"

namespace collapsar {

/// errors  InvalidSettings, all problems in one text: what this model cannot be asked.
[[nodiscard]] Result<void> checkWords(const ModelAt& model, const WordsRequest& request);

/// What a checked request asks for. Noise of z is Stream::WrittenLatent at (drawing, probe or row), the words' draws
/// are Stream::WrittenWord there: the same for all runs of one seed. Probes are encoded one at a time, so that a row
/// does not depend on the others. Any thread; blocks; throws Interrupted.
[[nodiscard]] GeneratedWords wordsOf(const ModelAt& model, const WordsRequest& request, WorkState& work);

}  // namespace collapsar
