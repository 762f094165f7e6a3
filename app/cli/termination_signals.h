// SPDX-License-Identifier: GPL-3.0-or-later
/// SIGINT and SIGTERM as something to wait for, so that a run can be stopped in order instead of being cut off.
#pragma once

#include <csignal>

namespace collapsar {

/// While it lives the two signals are blocked in this thread and in every thread started from it, and only seen by
/// wait(). Make it before the first other thread starts.
class TerminationSignals {
public:
    TerminationSignals();
    ~TerminationSignals();
    TerminationSignals(const TerminationSignals&) = delete;
    TerminationSignals& operator=(const TerminationSignals&) = delete;

    /// Blocks up to `milliseconds`; the signal that arrived, or 0.
    [[nodiscard]] int wait(int milliseconds) const;

private:
    sigset_t m_signals{};
    sigset_t m_before{};
};

}  // namespace collapsar
