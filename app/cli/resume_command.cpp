// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/run_until_end.h"

namespace collapsar {

ExitCode resume(const ResumeOptions& options) {
    RunOptions run;
    run.probes = options.hasProbes;
    run.pace = options.hasProbes ? Pace::Watch : Pace::FullSpeed;
    return runUntilEnd([&](RunSink& sink) { return Run::resume(options.folder, run, sink, options.updates); },
                       options.output);
}

}  // namespace collapsar
