// SPDX-License-Identifier: GPL-3.0-or-later
/// What collapsar-cli answers to the shell.
#pragma once

#include "core/report/result.h"
#include "core/report/run_state.h"

namespace collapsar {

enum class ExitCode {
    Ok = 0,
    Failed = 1,        ///< could not be done: a file cannot be written, the run is busy, an internal error
    Usage = 2,         ///< the command line itself is wrong
    BadInput = 3,      ///< settings, preset, data or run folder cannot be used
    Diverged = 4,      ///< the run met NaN or infinity; everything before it is kept
    Interrupted = 130  ///< stopped by SIGINT or SIGTERM; the run can be resumed
};

[[nodiscard]] ExitCode exitCodeFor(const Error& error);
/// For a run that has nothing left to do.
[[nodiscard]] ExitCode exitCodeFor(const RunState& state);

}  // namespace collapsar
