// SPDX-License-Identifier: GPL-3.0-or-later
/// Trains a run in the foreground until it ends or is interrupted.
#pragma once

#include "app/cli/command_line.h"
#include "app/cli/exit_code.h"
#include "app/cli/run_report.h"
#include "core/report/result.h"
#include "core/train/run.h"

#include <functional>
#include <memory>

namespace collapsar {

using MakeRun = std::function<Result<std::unique_ptr<Run>>(RunSink& sink)>;

/// Makes the run, starts it, reports, and blocks until it ends. SIGINT, SIGTERM and a closed standard output stop it;
/// it then says how to resume. A second signal ends the program at once. Errors go to standard error.
[[nodiscard]] ExitCode runUntilEnd(const MakeRun& makeRun, OutputStyle style);

/// "error: ..." on standard error; the exit code that belongs to it.
ExitCode reportError(const Error& error);

}  // namespace collapsar
