// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/fork_plan.h"
#include "app/cli/run_until_end.h"

#include <cstdio>

namespace collapsar {

ExitCode fork(const ForkOptions& options) {
    const Result<ForkPlan> planned = planFork(options);
    if (!planned) return reportError(planned.error());
    const ForkPlan& plan = planned.value();
    if (options.output == OutputStyle::Text) {
        std::fprintf(stderr, "%s\n", plan.name.c_str());
        if (plan.request.changes.empty()) std::fprintf(stderr, "note: nothing is changed; see --set\n");
    }
    RunOptions run;
    run.name = plan.name;
    run.folder = plan.folder;
    run.probes = options.hasProbes;
    run.pace = options.hasProbes ? Pace::Watch : Pace::FullSpeed;
    const ExitCode code =
        runUntilEnd([&](RunSink& sink) { return Run::fork(plan.request, run, sink); }, options.output);
    if (code == ExitCode::BadInput) removeIfUntrained(plan.folder);
    return code;
}

}  // namespace collapsar
