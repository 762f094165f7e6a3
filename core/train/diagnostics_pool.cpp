// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/diagnostics_pool.h"

#include <algorithm>
#include <utility>

#ifdef __linux__
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

namespace collapsar {

namespace {
constexpr int poolNice = 11;  // just below the trainers, who wait for probes at watch pace
}

void lowerThreadPriority([[maybe_unused]] int nice) {
#ifdef __linux__
    setpriority(PRIO_PROCESS, static_cast<id_t>(syscall(SYS_gettid)), nice);
#endif
}

DiagnosticsPool::DiagnosticsPool(int threads) {
    for (int i = 0; i < threads; ++i)
        m_threads.emplace_back([this] { work(); });
}

DiagnosticsPool::~DiagnosticsPool() {
    {
        const std::lock_guard lock(m_mutex);
        m_closing = true;
    }
    m_arrived.notify_all();
    for (std::thread& thread : m_threads)
        thread.join();
}

void DiagnosticsPool::submit(std::function<void()> task) {
    {
        const std::lock_guard lock(m_mutex);
        m_tasks.push_back(std::move(task));
    }
    m_arrived.notify_one();
}

void DiagnosticsPool::work() {
    lowerThreadPriority(poolNice);
    while (true) {
        std::function<void()> task;
        {
            std::unique_lock lock(m_mutex);
            m_arrived.wait(lock, [this] { return m_closing || !m_tasks.empty(); });
            if (m_tasks.empty()) return;
            task = std::move(m_tasks.front());
            m_tasks.pop_front();
        }
        task();
    }
}

std::shared_ptr<DiagnosticsPool> sharedDiagnosticsPool() {
    static std::mutex mutex;
    static std::weak_ptr<DiagnosticsPool> shared;
    const std::lock_guard lock(mutex);
    std::shared_ptr<DiagnosticsPool> pool = shared.lock();
    if (!pool) {
        pool = std::make_shared<DiagnosticsPool>(std::max(1, static_cast<int>(std::thread::hardware_concurrency())));
        shared = pool;
    }
    return pool;
}

}  // namespace collapsar
