// SPDX-License-Identifier: GPL-3.0-or-later
/// Trains several runs in the foreground until all have ended or they are interrupted.
#pragma once

#include "app/cli/exit_code.h"
#include "app/cli/run_set.h"
#include "app/cli/runs_report.h"

#include <vector>

namespace collapsar {

struct RunsRequest {
    std::vector<PlannedRun> runs;
    std::filesystem::path folder;  ///< DIR; made if absent
    int jobs = 1;                  ///< runs at a time
    RunOptions options;            ///< of every run; name, folder and switches come from the plan
    std::string again;             ///< the verb that goes on, for the person: race, sweep
    OutputStyle output = OutputStyle::Text;
    RunsDetail detail = RunsDetail::Ends;
};

/// Runs that have ended before are left alone, begun ones go on, the others are made; then DIR/summary.* and runs.csv
/// are written. SIGINT, SIGTERM and a closed standard output stop all in order; a second signal ends the program at
/// once. The same command goes on from there, also after a kill. A run that fails or diverges does not stop the others.
/// Of several outcomes the gravest is the exit code: Interrupted, then errors, then Diverged.
[[nodiscard]] ExitCode runAllUntilEnd(const RunsRequest& request);

}  // namespace collapsar
