// SPDX-License-Identifier: GPL-3.0-or-later
/// How a place in a run's history is reached again: the checkpoint to start from, and what the journal says happened
/// from there on.
#pragma once

#include "core/checkpoint/journal_history.h"
#include "core/checkpoint/run_folder.h"
#include "core/checkpoint/training_state.h"
#include "core/nn/stop_flag.h"
#include "core/report/measurement.h"
#include "core/train/run.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace collapsar {

/// What a trainer plays back before it is Ready.
struct ReplayPlan {
    /// In order: switches, and the scheduled evaluations whose values decided something.
    std::vector<std::variant<Intervention, Measurement>> items;
    Position target;
    bool goesPast =
        false;           ///< an update of the run's own led on from `target`: what was planned for there has happened
    double seconds = 0;  ///< the run had trained when it stood there
    std::string otherNumerics;  ///< "from ... to ...": not all of it was made as it is made now; empty: it was
    std::optional<Measurement> reference;  ///< then: the scheduled evaluation once made at `target`
    std::vector<Intervention> changes;     ///< to be made at `target`, and kept
};

struct ReplaySource {
    RunInfo info;
    TrainingState state;  ///< where to start; weights are empty when that is the very beginning
    JournalHistory history;
    ReplayPlan plan;
};

/// Reads a run that may be training meanwhile; waits a moment for a journal that is just being written.
///
/// errors  as reading a run folder; InvalidSettings: it has not come to `at`; Interrupted.
[[nodiscard]] Result<ReplaySource> readReplay(const std::filesystem::path& folder, const Position& at,
                                              const StopFlag& stop);

/// Refuses what only a new run can change, by name. All problems in one text.
[[nodiscard]] Result<void> checkFork(const ForkRequest& request);

}  // namespace collapsar
