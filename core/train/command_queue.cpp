// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/command_queue.h"

#include <utility>

namespace collapsar {

void CommandQueue::push(Command command) {
    const std::lock_guard lock(m_mutex);
    m_commands.push_back(std::move(command));
    m_arrived.notify_all();
}

std::optional<Command> CommandQueue::take() {
    const std::lock_guard lock(m_mutex);
    if (m_commands.empty()) return std::nullopt;
    Command command = std::move(m_commands.front());
    m_commands.pop_front();
    return command;
}

void CommandQueue::wait(std::chrono::milliseconds timeout) {
    std::unique_lock lock(m_mutex);
    m_arrived.wait_for(lock, timeout, [this] { return !m_commands.empty(); });
}

}  // namespace collapsar
