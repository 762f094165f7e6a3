// SPDX-License-Identifier: GPL-3.0-or-later
/// Processor time of the calling thread. It never decides anything.
#pragma once

#include <ctime>

namespace collapsar {

/// Seconds since the thread began; about 0.3 microseconds a call.
[[nodiscard]] inline double threadCpuSeconds() {
    timespec now{};
    if (clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now) != 0) return 0;
    return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

}  // namespace collapsar
