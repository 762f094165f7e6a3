// SPDX-License-Identifier: GPL-3.0-or-later
/// The models asked for last. Two who ask for the same one wait for one reading. Any thread.
#pragma once

#include "core/report/result.h"
#include "core/train/replay_progress.h"
#include "core/train/run_models.h"

#include <condition_variable>
#include <functional>
#include <list>
#include <mutex>
#include <set>
#include <string>
#include <utility>

namespace collapsar {

class ModelCache {
public:
    explicit ModelCache(std::size_t most) : m_most(most) {}

    /// The model called `key`; if it is not there `make` is called for it, on this thread, and only what it makes
    /// without an error is kept. Blocks; while another thread makes it, `progress` is asked.
    ///
    /// errors  make's; Interrupted when `progress` said no while waiting.
    [[nodiscard]] Result<ModelAtPointer> get(const std::string& key,
                                             const std::function<Result<ModelAtPointer>()>& make,
                                             const ReplayProgress& progress);

private:
    [[nodiscard]] ModelAtPointer find(const std::string& key);

    const std::size_t m_most;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::list<std::pair<std::string, ModelAtPointer>> m_models;  ///< the one used last first
    std::set<std::string> m_making;
};

}  // namespace collapsar
