// SPDX-License-Identifier: GPL-3.0-or-later
/// Trains a run in the foreground until it ends or is interrupted.
#pragma once

#include "app/cli/command_line.h"
#include "app/cli/exit_code.h"
#include "app/cli/run_report.h"
#include "core/report/result.h"
#include "core/train/run.h"

#include <filesystem>
#include <functional>
#include <memory>

namespace collapsar {

using MakeRun = std::function<Result<std::unique_ptr<Run>>(RunSink& sink)>;

/// Makes the run, starts it, reports, and blocks until it ends. SIGINT, SIGTERM and a closed standard output stop it;
/// it then says how to resume. A second signal ends the program at once. Errors go to standard error.
[[nodiscard]] ExitCode runUntilEnd(const MakeRun& makeRun, OutputStyle style);

/// A run whose data could not be used has trained nothing; its folder would only be in the way of the next try. A
/// folder that holds a measurement or a checkpoint stays.
void removeIfUntrained(const std::filesystem::path& folder);

/// Empty or "-": standard output; else a file, written whole or not at all. errors  FileUnwritable.
[[nodiscard]] Result<void> writeOutput(const std::filesystem::path& path, const std::string& text);

/// "error: ..." on standard error; the exit code that belongs to it.
ExitCode reportError(const Error& error);

}  // namespace collapsar
