// SPDX-License-Identifier: GPL-3.0-or-later
/// Several runs in one folder, as `race` and `sweep` make them: planned from the command line, found again on the disk.
#pragma once

#include "app/cli/command_line.h"
#include "core/report/result.h"
#include "core/report/run_summary.h"
#include "core/train/preset.h"
#include "core/train/run.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace collapsar {

struct PlannedRun {
    PresetRun run;                 ///< with all options applied
    std::filesystem::path folder;  ///< DIR/NAME.run
};

/// The runs of all presets (or those of --run), then the variants of the first. Reads preset files, makes nothing.
///
/// errors  InvalidSettings: options, fewer than 2 or more than 6 runs, data, batch or seed not equal.
[[nodiscard]] Result<std::vector<PlannedRun>> planRace(const RaceOptions& options);
/// Every chosen run of every preset with every seed, seeds changing slowest.
///
/// errors  InvalidSettings.
[[nodiscard]] Result<std::vector<PlannedRun>> planSweep(const SweepOptions& options);

/// What is on the disk of a planned run.
enum class RunStand {
    Absent,  ///< nothing, or what a run killed before its first checkpoint has left: made anew
    Begun,   ///< goes on from its newest checkpoint
    Ended,   ///< finished or diverged: left alone
};
/// Blocks while reading.
///
/// errors  InvalidSettings: a run of other settings, all differences named, or of more updates is there; as readRun.
[[nodiscard]] Result<RunStand> standOf(const PlannedRun& planned);

/// Makes the run or goes on with it; `stand` as just found. errors  as Run::create and Run::resume.
[[nodiscard]] Result<std::unique_ptr<Run>> openPlanned(const PlannedRun& planned, RunStand stand, RunOptions options,
                                                       RunSink& sink);

/// One row of the summary.
[[nodiscard]] RunSummary summaryOf(const RunRecord& record);

/// Writes DIR/summary.csv, .md, .tex and .json (repeats share a row) and runs.csv (a row a run); returns the Markdown
/// text. Folders that cannot be read are left out. errors  FileUnwritable.
[[nodiscard]] Result<std::string> writeSummaries(const std::filesystem::path& folder,
                                                 const std::vector<PlannedRun>& runs);

}  // namespace collapsar
