// SPDX-License-Identifier: GPL-3.0-or-later
/// The verbs of collapsar-cli, each in its own file. All block, print, and return the exit code.
#pragma once

#include "app/cli/command_line.h"
#include "app/cli/exit_code.h"

namespace collapsar {

[[nodiscard]] ExitCode train(const TrainOptions& options);
[[nodiscard]] ExitCode resume(const ResumeOptions& options);
[[nodiscard]] ExitCode race(const RaceOptions& options);
[[nodiscard]] ExitCode fork(const ForkOptions& options);
[[nodiscard]] ExitCode sweep(const SweepOptions& options);
[[nodiscard]] ExitCode compare(const CompareOptions& options);
[[nodiscard]] ExitCode describeData(const DataOptions& options);
[[nodiscard]] ExitCode evaluate(const EvalOptions& options);
[[nodiscard]] ExitCode writeWords(const WordsOptions& options);
[[nodiscard]] ExitCode exportRun(const ExportOptions& options);
[[nodiscard]] ExitCode showInfo(const InfoOptions& options);
[[nodiscard]] ExitCode listPresets(const PresetsOptions& options);
[[nodiscard]] ExitCode listSettings(const SettingsOptions& options);

}  // namespace collapsar
