// SPDX-License-Identifier: GPL-3.0-or-later
/// Keeps several runs in step by update. A run that pauses holds the others; one that ends leaves. Any thread.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <map>
#include <mutex>

namespace collapsar {

class Race {
public:
    /// A run joins when it is made, so that none starts alone; returns its number in the race.
    [[nodiscard]] int join(std::int64_t update);
    void leave(int member);
    /// Says that `member` has completed `update` updates and waits, for `timeout` at most, until no other is behind it.
    /// Returns whether that is so: then the member may make its next update.
    [[nodiscard]] bool arrive(int member, std::int64_t update, std::chrono::milliseconds timeout);
    /// As arrive, for a run that does not wait.
    void advance(int member, std::int64_t update);

private:
    [[nodiscard]] bool nobodyBehind(std::int64_t update) const;

    std::mutex m_mutex;
    std::condition_variable m_moved;
    std::map<int, std::int64_t> m_updates;
    int m_next = 0;
};

}  // namespace collapsar
