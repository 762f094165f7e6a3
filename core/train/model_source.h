// SPDX-License-Identifier: GPL-3.0-or-later
/// Where the model of a place comes from: a checkpoint of the run's living branch, or the training made again.
#pragma once

#include "core/report/result.h"
#include "core/train/model_cache.h"
#include "core/train/replay_progress.h"
#include "core/train/run_models.h"

namespace collapsar {

/// As RunModels::at, for the two kinds of nearness. Any thread; blocks.
[[nodiscard]] Result<ModelAtPointer> modelOfCheckpoint(ModelCache& cache, const ModelPlace& place,
                                                       const ReplayProgress& progress);
[[nodiscard]] Result<ModelAtPointer> modelOfReplay(ModelCache& cache, const ModelPlace& place,
                                                   const ReplayProgress& progress);

}  // namespace collapsar
