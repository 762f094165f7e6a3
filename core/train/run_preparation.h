// SPDX-License-Identifier: GPL-3.0-or-later
/// How a run comes to its first TrainingState: fresh from settings, or again from a checkpoint.
#pragma once

#include "core/checkpoint/run_folder.h"
#include "core/checkpoint/training_state.h"
#include "core/data/corpus.h"
#include "core/report/run_state.h"
#include "core/train/fork.h"
#include "core/train/run.h"

#include <optional>
#include <string>
#include <vector>

namespace collapsar {

struct RunStart {
    std::string id;
    TrainingState state;  ///< weights are empty until prepare() in a fresh run
    std::vector<Event> openingEvents;
    std::optional<Measurement>
        reference;                      ///< numerics changed: the scheduled evaluation once made at this very position
    std::optional<ForkRequest> fork;    ///< still to be read by prepareFork()
    std::vector<Intervention> planned;  ///< a fork's own, beside its parent's
    std::vector<DataSource> sources;    ///< its parent's data
    std::optional<ReplayPlan> replay;
};

/// errors  InvalidSettings, all problems in one text: settings, planned switches.
[[nodiscard]] Result<RunStart> startFresh(const Settings& settings, const RunOptions& options);

/// `checkpoint` empty: the newest. Records the rewind when the journal holds more.
[[nodiscard]] Result<RunStart> startAgain(RunFolder& folder, const std::string& checkpoint, std::int64_t totalUpdates);

/// What is known of a fork before its parent's history is read. `parent` is the parent's description.
[[nodiscard]] RunStart startFork(const ForkRequest& request, const RunInfo& parent, const RunOptions& options);
/// The child's description.
[[nodiscard]] RunInfo forkInfo(const RunStart& start, const RunInfo& parent, const RunOptions& options);
/// Reads the parent's history, copies its beginning into the child's folder, which may be null.
///
/// errors  as readReplay; FileUnwritable.
[[nodiscard]] Result<void> prepareFork(RunStart& start, RunFolder* folder, const StopFlag& stop);

/// Once the data are there: draws the weights of a fresh run, checks those of another against vocabulary and data
/// files, completes the folder.
///
/// errors  DataChanged, naming the file; FileUnwritable.
[[nodiscard]] Result<void> prepare(RunStart& start, const Corpus& corpus, RunFolder* folder);

/// Whether the data files are those of before: sizes and SHA-256 by role. errors  DataChanged, naming the file.
[[nodiscard]] Result<void> compareSources(const std::vector<DataSource>& before, const std::vector<DataSource>& now);

}  // namespace collapsar
