// SPDX-License-Identifier: GPL-3.0-or-later
/// How long work is told to stop: kernels look at it once per time step, diagnostics once per sentence.
#pragma once

#include <atomic>

namespace collapsar {

/// Thrown out of a kernel or a diagnostic when its StopFlag is raised; caught at the top of the trainer's update and of
/// each diagnostics task. Results of the interrupted call are void, its inputs untouched.
struct Interrupted {};

class StopFlag {
public:
    void raise() { m_raised.store(true, std::memory_order_relaxed); }
    void lower() { m_raised.store(false, std::memory_order_relaxed); }
    [[nodiscard]] bool raised() const { return m_raised.load(std::memory_order_relaxed); }
    void check() const {
        if (raised()) throw Interrupted{};
    }

private:
    std::atomic<bool> m_raised{false};
};

}  // namespace collapsar
