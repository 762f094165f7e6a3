// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/run_until_end.h"
#include "app/cli/runs_until_end.h"
#include "core/train/race.h"

#include <memory>

namespace collapsar {

ExitCode race(const RaceOptions& options) {
    Result<std::vector<PlannedRun>> planned = planRace(options);
    if (!planned) return reportError(planned.error());
    RunsRequest request;
    request.runs = std::move(planned).value();
    request.folder = options.out;
    request.jobs = static_cast<int>(request.runs.size());  // the race shares the cores among them
    request.options.race = std::make_shared<Race>(options.by == "time" ? RaceClock::WallTime : RaceClock::Updates);
    request.options.pace = Pace::Watch;  // at full speed none waits for the others
    request.options.probes = options.hasProbes;
    request.again = "race";
    request.output = options.output;
    request.detail = RunsDetail::Evaluations;
    return runAllUntilEnd(request);
}

}  // namespace collapsar
