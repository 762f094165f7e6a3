// SPDX-License-Identifier: GPL-3.0-or-later
/// What is measured of a model when somebody asks.
#pragma once

#include "core/report/run_details.h"
#include "core/train/cancellable_work.h"
#include "core/train/model_at.h"

namespace collapsar {

/// Of the first `sentences` of the validation set. Any thread; blocks; throws Interrupted. No number depends on the
/// number of threads.
[[nodiscard]] RunDetails detailsOf(const ModelAt& model, int sentences, WorkState& work);

}  // namespace collapsar
