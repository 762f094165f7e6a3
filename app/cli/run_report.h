// SPDX-License-Identifier: GPL-3.0-or-later
/// Prints what a run reports: results on standard output, progress on standard error.
#pragma once

#include "app/cli/output_style.h"
#include "core/train/run_sink.h"

#include <chrono>
#include <mutex>
#include <string>

namespace collapsar {

/// Text: a line for each scheduled evaluation, event and change of verdict; progress with ETA in one line on a
/// terminal, every few seconds a line elsewhere. JSON lines: everything, states at most once a second. Called from the
/// run's threads; the questions may be asked from any thread.
class RunReport : public RunSink {
public:
    explicit RunReport(OutputStyle style);

    void stateChanged(const RunState& state) override;
    void measured(const std::vector<Measurement>& points) override;
    void snapshotTaken(SnapshotPointer snapshot) override;
    void happened(const Event& event) override;
    void probesKnown(ProbeTexts texts) override;

    /// A remark for the person, on standard error whatever the style but quiet.
    void say(const std::string& text);
    [[nodiscard]] RunState lastState() const;
    /// The reader of standard output has gone away, or its disk is full.
    [[nodiscard]] bool hasLostOutput() const;
    [[nodiscard]] OutputStyle style() const { return m_style; }

private:
    void print(const std::string& line);
    void showProgress(const RunState& state);
    void clearProgress();

    const OutputStyle m_style;
    const bool m_isTerminal;
    mutable std::mutex m_mutex;
    RunState m_state;
    VerdictKind m_verdict = VerdictKind::WarmingUp;
    std::chrono::steady_clock::time_point m_lastProgress{};
    bool m_isProgressShown = false;
    bool m_hasLostOutput = false;
};

}  // namespace collapsar
