// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/exit_code.h"

namespace collapsar {

ExitCode exitCodeFor(const Error& error) {
    switch (error.code) {
        case ErrorCode::InvalidSettings:
        case ErrorCode::FileMissing:
        case ErrorCode::FileUnreadable:
        case ErrorCode::FileDamaged:
        case ErrorCode::FileTooNew:
        case ErrorCode::DataInvalid:
        case ErrorCode::DataChanged:
            return ExitCode::BadInput;
        case ErrorCode::Interrupted:
            return ExitCode::Interrupted;
        case ErrorCode::FileUnwritable:
        case ErrorCode::RunBusy:
        case ErrorCode::Internal:
            break;
    }
    return ExitCode::Failed;
}

ExitCode exitCodeFor(const RunState& state) {
    switch (state.phase) {
        case RunPhase::Finished:
            return ExitCode::Ok;
        case RunPhase::Diverged:
            return ExitCode::Diverged;
        case RunPhase::Failed:
            return exitCodeFor(state.error);
        default:
            return ExitCode::Interrupted;
    }
}

}  // namespace collapsar
