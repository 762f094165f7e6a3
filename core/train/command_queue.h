// SPDX-License-Identifier: GPL-3.0-or-later
/// What is asked of a trainer from outside, in order. Any thread.
#pragma once

#include "core/report/intervention.h"
#include "core/train/run.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <filesystem>
#include <mutex>
#include <optional>

namespace collapsar {

enum class CommandKind { Start, Pause, Resume, StepUpdate, Intervene, SetPace, SaveCheckpoint, Wake };

struct Command {
    CommandKind kind = CommandKind::Wake;
    Intervention intervention;   ///< Intervene
    Pace pace = Pace::Watch;     ///< SetPace
    std::filesystem::path file;  ///< SaveCheckpoint
};

class CommandQueue {
public:
    void push(Command command);
    [[nodiscard]] std::optional<Command> take();
    /// Blocks until there is a command or `timeout` has passed.
    void wait(std::chrono::milliseconds timeout);

private:
    std::mutex m_mutex;
    std::condition_variable m_arrived;
    std::deque<Command> m_commands;
};

}  // namespace collapsar
