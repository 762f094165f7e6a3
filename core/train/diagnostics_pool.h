// SPDX-License-Identifier: GPL-3.0-or-later
/// The threads that work on probes: shared by all runs of the process, at lower priority than the trainers. Any thread.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace collapsar {

class DiagnosticsPool {
public:
    explicit DiagnosticsPool(int threads);
    /// Finishes what is queued, then joins: tasks look at their own stop flags.
    ~DiagnosticsPool();

    /// Tasks must not throw.
    void submit(std::function<void()> task);
    [[nodiscard]] int threads() const { return static_cast<int>(m_threads.size()); }

private:
    void work();

    std::mutex m_mutex;
    std::condition_variable m_arrived;
    std::deque<std::function<void()>> m_tasks;
    bool m_closing = false;
    std::vector<std::thread> m_threads;
};

/// The process's pool, one thread a core; lives as long as somebody holds it.
[[nodiscard]] std::shared_ptr<DiagnosticsPool> sharedDiagnosticsPool();

/// Lowers the calling thread's priority (Linux: nice value of this thread alone; elsewhere nothing).
void lowerThreadPriority(int nice);

}  // namespace collapsar
