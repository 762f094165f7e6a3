// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/command_queue.h"

#include <algorithm>
#include <functional>
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

void CommandQueue::stand(const Position& at) {
    const std::lock_guard lock(m_mutex);
    m_next = std::max(m_next, at.update + (at.inner > 0 ? 1 : 0));
}

bool CommandQueue::begin(std::int64_t update) {
    const std::lock_guard lock(m_mutex);
    const bool waits = std::any_of(m_commands.begin(), m_commands.end(),
                                   [](const Command& command) { return command.kind == CommandKind::InterveneAt; });
    if (!waits) m_next = std::max(m_next, update + 1);
    return !waits;
}

void CommandQueue::close() {
    const std::lock_guard lock(m_mutex);
    m_closed = true;
}

void CommandQueue::pushTogether(std::vector<CommandQueue*> queues, const Intervention& intervention) {
    std::sort(queues.begin(), queues.end(), std::less<>());  // one order for all who lock several
    queues.erase(std::unique(queues.begin(), queues.end()), queues.end());
    std::vector<std::unique_lock<std::mutex>> locks;
    for (CommandQueue* queue : queues)
        locks.emplace_back(queue->m_mutex);
    Command command{.kind = CommandKind::InterveneAt, .intervention = intervention};
    command.intervention.at = {};
    for (const CommandQueue* queue : queues) {
        if (!queue->m_closed) command.intervention.at.update = std::max(command.intervention.at.update, queue->m_next);
    }
    for (CommandQueue* queue : queues) {
        if (queue->m_closed) continue;
        queue->m_commands.push_back(command);
        queue->m_arrived.notify_all();
    }
}

}  // namespace collapsar
