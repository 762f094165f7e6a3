// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/run_until_end.h"

#include "app/cli/report_text.h"
#include "app/cli/termination_signals.h"

#include <atomic>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <thread>

namespace collapsar {

namespace {

constexpr int pollMilliseconds = 50;

/// Blocks until the run has ended; asks it to stop when a signal arrives or nobody reads the output.
void waitOrStop(Run& run, RunReport& report, const TerminationSignals& signals) {
    std::atomic<bool> hasEnded = false;
    const std::jthread waiter([&] {
        run.wait();
        hasEnded = true;
    });
    bool isStopping = false;
    while (!hasEnded) {
        const int signal = signals.wait(pollMilliseconds);
        if (signal != 0 && isStopping) std::_Exit(128 + signal);
        if (isStopping || (signal == 0 && !report.hasLostOutput())) continue;
        report.say("stopping ...");
        run.stop();
        isStopping = true;
    }
}

void sayOutcome(RunReport& report, const Run& run) {
    const RunState state = report.lastState();
    const std::string folder = run.folder().string();
    std::string text = std::string(phaseName(state.phase)) + " at update " + positionText(state.at) + " after " +
                       durationText(state.seconds);
    if (!state.note.empty()) text += ": " + state.note;
    report.say(text);
    report.say("run folder: " + folder);
    if (state.phase == RunPhase::Stopped) report.say("go on by: collapsar-cli resume \"" + folder + "\"");
}

}  // namespace

ExitCode runUntilEnd(const MakeRun& makeRun, OutputStyle style) {
    std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is seen as a failed write
    const TerminationSignals signals;
    RunReport report(style);
    Result<std::unique_ptr<Run>> made = makeRun(report);
    if (!made) return reportError(made.error());
    const std::unique_ptr<Run> run = std::move(made).value();
    run->start();
    waitOrStop(*run, report, signals);
    const RunState state = report.lastState();
    if (state.phase == RunPhase::Failed) return reportError(state.error);
    sayOutcome(report, *run);
    if (report.hasLostOutput())
        return reportError({ErrorCode::FileUnwritable, "Standard output was closed or is full."});
    return exitCodeFor(state);
}

ExitCode reportError(const Error& error) {
    std::fprintf(stderr, "error: %s\n", error.detail.c_str());
    return exitCodeFor(error);
}

}  // namespace collapsar
