// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/run_until_end.h"

#include "app/cli/report_text.h"
#include "app/cli/termination_signals.h"
#include "core/export/history_csv.h"

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
    std::error_code ignored;
    if (!std::filesystem::exists(folder, ignored)) return;  // a fork that was stopped before it began
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

void removeIfUntrained(const std::filesystem::path& folder) {
    const Result<RunRecord> record = readRun(folder);
    if (!record || !record.value().measurements.empty() || !record.value().checkpoints.empty()) return;
    std::error_code ignored;
    std::filesystem::remove_all(folder, ignored);
}

Result<void> writeOutput(const std::filesystem::path& path, const std::string& text) {
    if (!path.empty() && path != "-") return writeExport(path, text);
    const bool isWritten = std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
    if (isWritten) return {};
    return Error{ErrorCode::FileUnwritable, "Standard output was closed or is full."};
}

ExitCode reportError(const Error& error) {
    std::fprintf(stderr, "error: %s\n", error.detail.c_str());
    return exitCodeFor(error);
}

}  // namespace collapsar
