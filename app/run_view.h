// SPDX-License-Identifier: GPL-3.0-or-later
/// What the window knows of one run, whether it trains here, was opened, or grows elsewhere.
#pragma once

#include "core/report/measurement_history.h"
#include "core/report/run_state.h"
#include "core/report/snapshot.h"
#include "core/report/snapshot_history.h"
#include "core/train/preset.h"
#include "core/train/run.h"

#include <filesystem>
#include <string>
#include <vector>

namespace collapsar {

/// A run as asked for; resetting goes back to this.
using RunPlan = PresetRun;

/// A value; a copy shares points and pictures. 100,000 points and 2,000 pictures are 38 MiB.
struct RunView {
    RunPlan plan;
    RunState state;
    MeasurementHistory points;
    SnapshotHistory history;   ///< previews too while it trains; an opened run has exact ones only
    SnapshotPointer snapshot;  ///< the latest; null before the first
    std::vector<Event> events;
    ProbeTexts probes;
    std::string id;
    std::filesystem::path folder;  ///< empty: nothing is written

    std::string parentId;  ///< of the run this is a fork of; empty: none
    int parentRun = -1;    ///< its number on the stage; -1: not there
    Position parentAt;     ///< up to there points, history and events are the parent's

    int identity = -1;  ///< slot of colour, marker and dash, fixed at creation, saved with the run; -1: not chosen yet
    std::string note, group;
    bool isShown = true;
    bool isReadOnly = false;   ///< no trainer behind it
    bool isGhost = false;      ///< a "what if": in a folder of its own that goes unless the ghost is kept
    bool isFollowed = false;   ///< grows elsewhere
    bool isMissing = false;    ///< followed, and its folder is gone: what was read stays
    bool isWaiting = false;    ///< a repeat whose turn has not come
    bool isDiscarded = false;  ///< taken off the stage; the number stays, restore() brings it back
};

/// What readRun gave, as a run to look at. Any thread.
[[nodiscard]] RunView viewOfRecord(const std::filesystem::path& folder, const RunRecord& record);
enum class Heir {
    Itself,  ///< the run, gone back to an earlier point
    Fork,    ///< without what speaks of the parent's files
};
/// As if `view` had been read when its run stood at `at`: points, history and events, switches made there included. Any
/// thread.
[[nodiscard]] RunView viewUpTo(const RunView& view, const Position& at, Heir heir);
/// The run has come to an end: finished, stopped, diverged or failed.
[[nodiscard]] bool hasEnded(RunPhase phase);

}  // namespace collapsar
