// SPDX-License-Identifier: GPL-3.0-or-later
/// Where a run's results leave it: to the sink and, if the run has a folder, to its journal, in the same order. Called
/// from the trainer and from probe tasks; one at a time inside.
#pragma once

#include "core/checkpoint/run_folder.h"
#include "core/train/run_sink.h"

#include <chrono>
#include <mutex>
#include <vector>

namespace collapsar {

enum class Telling {
    All,
    States,  ///< a replay: what happens is in a journal already
};

class Recorder {
public:
    /// `folder` may be null: nothing is written.
    Recorder(RunSink& sink, RunFolder* folder);

    /// From the trainer only.
    void tell(Telling telling);
    void state(const RunState& state);
    /// Training points are gathered and sent on a few times a second; the others at once.
    void measured(const Measurement& point);
    void snapshot(const SnapshotPointer& snapshot);
    void happened(const Event& event);
    void probes(const ProbeTexts& texts);
    /// Into the run folder. Nothing is lost when it fails: the journal keeps what it could not write.
    [[nodiscard]] Result<std::string> saveCheckpoint(const TrainingState& state, Durability durability);
    /// Sends what is gathered and flushes the journal.
    void flush();

private:
    void sendPoints();
    template <class Record>
    void journal(const Record& record);
    void note(const Result<void>& written);

    RunSink& m_sink;
    RunFolder* m_folder = nullptr;
    std::mutex m_mutex;
    std::vector<Measurement> m_points;
    std::chrono::steady_clock::time_point m_sent;
    Telling m_telling = Telling::All;
    bool m_failed = false;  ///< a write error was reported; once is enough
};

}  // namespace collapsar
