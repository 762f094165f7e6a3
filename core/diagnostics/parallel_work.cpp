// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnostics/parallel_work.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace collapsar {

void workInParallel(std::int64_t items, int threads, const std::function<ItemWork()>& makeWorker) {
    std::atomic<std::int64_t> next{0};
    std::mutex mutex;
    std::exception_ptr failure;
    const auto work = [&] {
        try {
            const ItemWork worker = makeWorker();
            for (std::int64_t item = next++; item < items; item = next++)
                worker(item);
        } catch (...) {
            const std::lock_guard lock(mutex);
            if (!failure) failure = std::current_exception();
            next = items;
        }
    };
    if (items <= 0) return;
    std::vector<std::jthread> others;
    for (std::int64_t i = 1; i < std::min<std::int64_t>(threads, items); ++i)
        others.emplace_back(work);
    work();
    others.clear();  // joins
    if (failure) std::rethrow_exception(failure);
}

}  // namespace collapsar
