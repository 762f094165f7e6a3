// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/race.h"

#include <algorithm>

namespace collapsar {

int Race::join(std::int64_t update) {
    const std::lock_guard lock(m_mutex);
    m_updates[m_next] = update;
    return m_next++;
}

void Race::leave(int member) {
    const std::lock_guard lock(m_mutex);
    m_updates.erase(member);
    m_moved.notify_all();
}

bool Race::nobodyBehind(std::int64_t update) const {
    return std::all_of(m_updates.begin(), m_updates.end(),
                       [update](const auto& other) { return other.second >= update; });
}

bool Race::arrive(int member, std::int64_t update, std::chrono::milliseconds timeout) {
    std::unique_lock lock(m_mutex);
    m_updates[member] = update;
    m_moved.notify_all();
    return m_moved.wait_for(lock, timeout, [&] { return nobodyBehind(update); });
}

void Race::advance(int member, std::int64_t update) {
    const std::lock_guard lock(m_mutex);
    m_updates[member] = update;
    m_moved.notify_all();
}

}  // namespace collapsar
