// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/run_until_end.h"
#include "app/cli/train_plan.h"

#include <cstdio>

namespace collapsar {

ExitCode train(const TrainOptions& options) {
    const Result<TrainPlan> planned = planTraining(options);
    if (!planned) return reportError(planned.error());
    const TrainPlan& plan = planned.value();
    for (const std::string& note : plan.notes)
        std::fprintf(stderr, "note: %s\n", note.c_str());
    if (options.output == OutputStyle::Text) {
        std::fprintf(stderr, "%s: %s\n", plan.title.c_str(), plan.run.name.c_str());
        if (!plan.expectation.empty()) std::fprintf(stderr, "expected: %s\n", plan.expectation.c_str());
    }
    RunOptions run;
    run.name = plan.run.name;
    run.folder = plan.folder;
    run.interventions = plan.run.interventions;
    run.probes = options.hasProbes;
    run.pace = options.hasProbes ? Pace::Watch : Pace::FullSpeed;  // probes at fixed updates, or as fast as can be
    const ExitCode code =
        runUntilEnd([&](RunSink& sink) { return Run::create(plan.run.settings, run, sink); }, options.output);
    if (code == ExitCode::BadInput) removeIfUntrained(plan.folder);
    return code;
}

}  // namespace collapsar
