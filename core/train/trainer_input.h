// SPDX-License-Identifier: GPL-3.0-or-later
/// What a trainer is given.
#pragma once

#include "core/checkpoint/run_folder.h"
#include "core/checkpoint/training_state.h"
#include "core/data/corpus.h"
#include "core/train/fork.h"
#include "core/train/run.h"

#include <optional>
#include <vector>

namespace collapsar {

struct TrainerInput {
    CorpusPointer corpus;
    TrainingState state;
    RunOptions options;
    RunFolder* folder = nullptr;  ///< null: nothing is written
    int raceMember = -1;
    std::vector<Event> openingEvents;      ///< reported when training starts
    std::optional<Measurement> reference;  ///< an evaluation under other numerics, to be made again and compared
    std::optional<ReplayPlan> replay;      ///< what to play back before it is Ready
};

}  // namespace collapsar
