// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/run_until_end.h"
#include "app/cli/runs_until_end.h"

#include <algorithm>
#include <thread>

namespace collapsar {

ExitCode sweep(const SweepOptions& options) {
    Result<std::vector<PlannedRun>> planned = planSweep(options);
    if (!planned) return reportError(planned.error());
    RunsRequest request;
    request.runs = std::move(planned).value();
    request.folder = options.out;
    const int cores = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
    request.jobs = options.jobs > 0 ? options.jobs : cores;
    request.options.probes = false;
    request.options.pace = Pace::FullSpeed;
    request.again = "sweep";
    request.output = options.output;
    request.detail = RunsDetail::Ends;
    return runAllUntilEnd(request);
}

}  // namespace collapsar
