// SPDX-License-Identifier: GPL-3.0-or-later
/// What is asked of a trainer from outside, in order. Any thread.
#pragma once

#include "core/report/intervention.h"
#include "core/train/run.h"

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <mutex>
#include <optional>
#include <vector>

namespace collapsar {

/// InterveneAt: as Intervene, but before the update that follows `intervention.at`, which is still to come.
enum class CommandKind { Start, Pause, Resume, StepUpdate, Intervene, InterveneAt, SetPace, SaveCheckpoint, Wake };

struct Command {
    CommandKind kind = CommandKind::Wake;
    Intervention intervention;   ///< Intervene, InterveneAt
    Pace pace = Pace::Watch;     ///< SetPace
    std::filesystem::path file;  ///< SaveCheckpoint
};

class CommandQueue {
public:
    void push(Command command);
    [[nodiscard]] std::optional<Command> take();
    /// Blocks until there is a command or `timeout` has passed.
    void wait(std::chrono::milliseconds timeout);

    /// Trainer: it stands at `at` and has begun nothing beyond.
    void stand(const Position& at);
    /// Trainer: it is about to begin the update that follows `update`. False: an InterveneAt waits and must be taken
    /// first.
    [[nodiscard]] bool begin(std::int64_t update);
    /// Trainer: it makes no more updates.
    void close();

    /// Queues `intervention` for all of `queues` at once, before the same update: the first that none has begun.
    /// Closed ones are left out.
    static void pushTogether(std::vector<CommandQueue*> queues, const Intervention& intervention);

private:
    std::mutex m_mutex;
    std::condition_variable m_arrived;
    std::deque<Command> m_commands;
    std::int64_t m_next = 0;  ///< the first update that has not begun
    bool m_closed = false;
};

}  // namespace collapsar
