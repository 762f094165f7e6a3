// SPDX-License-Identifier: GPL-3.0-or-later
/// Prints what several runs report: results on standard output, each with its run's name, one progress line for all on
/// standard error.
#pragma once

#include "app/cli/output_style.h"
#include "core/train/run_sink.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace collapsar {

enum class RunsDetail {
    Evaluations,  ///< a line for each scheduled evaluation and event, as of a single run
    Ends,         ///< a line when a run has ended
};

class RunsReport {
public:
    RunsReport(OutputStyle style, RunsDetail detail);
    ~RunsReport();

    /// A run that is to come; `updates` for the time that is left. Returns its number. Before the first run is made.
    int add(const std::string& name, std::int64_t updates);
    /// What the run reports to; any of its threads. Lives as long as this.
    [[nodiscard]] RunSink& sink(int run);
    /// Already done on the disk: counted, not reported.
    void skip(int run);
    /// The run could not be made.
    void fail(int run, const Error& error);

    [[nodiscard]] RunState stateOf(int run) const;
    /// A remark for the person, on standard error whatever the style but quiet.
    void say(const std::string& text);
    /// A line of standard output.
    void print(const std::string& line);
    /// The reader of standard output has gone away, or its disk is full.
    [[nodiscard]] bool hasLostOutput() const;

private:
    class Member;
    void changed(Member& member, const RunState& state);
    void printLocked(const std::string& line);
    void showProgress();
    void clearProgress();
    [[nodiscard]] std::string progressText() const;

    const OutputStyle m_style;
    const RunsDetail m_detail;
    const bool m_isTerminal;
    mutable std::mutex m_mutex;
    std::vector<std::unique_ptr<Member>> m_members;
    std::chrono::steady_clock::time_point m_lastProgress{};
    bool m_isProgressShown = false;
    bool m_hasLostOutput = false;
};

/// Nothing more will come of the run.
[[nodiscard]] bool hasEnded(RunPhase phase);

}  // namespace collapsar
