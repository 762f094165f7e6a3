// SPDX-License-Identifier: GPL-3.0-or-later
/// Work that somebody waits for and may give up: while it runs on a thread of its own, the caller's thread asks.
#pragma once

#include "core/nn/stop_flag.h"
#include "core/report/result.h"
#include "core/train/replay_progress.h"

#include <atomic>
#include <chrono>
#include <future>
#include <string>
#include <utility>

namespace collapsar {

/// What the work may say and hear of itself.
struct WorkState {
    StopFlag stop;
    std::atomic<double> done{0};  ///< 0..1
};

/// `work(WorkState&)` -> T; it throws Interrupted soon after `stop` is raised. `progress` is called on this thread,
/// some 20 times a second; without one nothing is asked. Blocks; other exceptions come through.
///
/// errors  Interrupted when `progress` said no.
template <class Work>
auto workUnlessCancelled(const ReplayProgress& progress, const std::string& what, Work work)
    -> Result<decltype(work(std::declval<WorkState&>()))> {
    constexpr auto interval = std::chrono::milliseconds(50);
    WorkState state;
    try {
        if (!progress) return work(state);
        if (!progress(0, what)) throw Interrupted{};
        struct Join {  // also when `progress` throws
            StopFlag& stop;
            ~Join() { stop.raise(); }
        };
        auto result = std::async(std::launch::async, [&] { return work(state); });
        const Join join{state.stop};
        while (!state.stop.raised() && result.wait_for(interval) != std::future_status::ready) {
            if (!progress(state.done.load(), what)) state.stop.raise();
        }
        return result.get();
    } catch (const Interrupted&) {
        return Error{ErrorCode::Interrupted, "Stopped."};
    }
}

}  // namespace collapsar
