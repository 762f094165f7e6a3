// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/runs_until_end.h"

#include "app/cli/folder_lock.h"
#include "app/cli/run_until_end.h"
#include "app/cli/termination_signals.h"

#include <csignal>
#include <cstdlib>

namespace collapsar {

namespace {

constexpr int pollMilliseconds = 50;

/// The runs of one command while they train. One thread.
class RunningSet {
public:
    RunningSet(const RunsRequest& request, const std::vector<RunStand>& stands, RunsReport& report)
        : m_request(request), m_stands(stands), m_report(report), m_runs(request.runs.size()) {}

    /// Makes as many as may run, then starts them: raced ones wait for each other from the beginning.
    void startMore() {
        std::vector<std::size_t> fresh;
        for (; m_next < m_runs.size() && m_active < m_request.jobs; ++m_next) {
            if (m_stands[m_next] == RunStand::Ended) continue;
            Result<std::unique_ptr<Run>> made =
                openPlanned(m_request.runs[m_next], m_stands[m_next], m_request.options, m_report.sink(number(m_next)));
            if (!made) {
                m_report.fail(number(m_next), made.error());
                continue;
            }
            m_runs[m_next] = std::move(made).value();
            fresh.push_back(m_next);
            ++m_active;
        }
        for (const std::size_t run : fresh)
            m_runs[run]->start();
    }

    /// Frees the places of those that have ended.
    void collect() {
        for (std::size_t i = 0; i < m_runs.size(); ++i) {
            if (!m_runs[i] || !hasEnded(m_report.stateOf(number(i)).phase)) continue;
            m_runs[i]->wait();
            m_runs[i].reset();
            --m_active;
        }
    }

    void stop() {
        m_next = m_runs.size();
        for (const auto& run : m_runs) {
            if (run) run->stop();
        }
    }

    [[nodiscard]] bool isDone() const { return m_active == 0 && m_next == m_runs.size(); }

private:
    static int number(std::size_t run) { return static_cast<int>(run); }

    const RunsRequest& m_request;
    const std::vector<RunStand>& m_stands;
    RunsReport& m_report;
    std::vector<std::unique_ptr<Run>> m_runs;  ///< null: not yet, or no more
    std::size_t m_next = 0;
    int m_active = 0;
};

/// Returns whether it was interrupted.
bool trainAll(RunningSet& runs, RunsReport& report, const TerminationSignals& signals) {
    bool isStopping = false;
    while (!runs.isDone()) {
        if (!isStopping) runs.startMore();
        const int signal = signals.wait(pollMilliseconds);
        if (signal != 0 && isStopping) std::_Exit(128 + signal);
        if (!isStopping && (signal != 0 || report.hasLostOutput())) {
            report.say("stopping ...");
            runs.stop();
            isStopping = true;
        }
        runs.collect();
    }
    return isStopping;
}

ExitCode gravest(const RunsReport& report, const RunsRequest& request, const std::vector<RunStand>& stands) {
    ExitCode worst = ExitCode::Ok;
    for (std::size_t i = 0; i < request.runs.size(); ++i) {
        if (stands[i] == RunStand::Ended) continue;
        const ExitCode code = exitCodeFor(report.stateOf(static_cast<int>(i)));
        const bool isGraver = worst == ExitCode::Ok || worst == ExitCode::Diverged;
        if (code != ExitCode::Ok && isGraver) worst = code;
    }
    return worst;
}

Result<std::vector<RunStand>> standsOf(const std::vector<PlannedRun>& runs) {
    std::vector<RunStand> stands;
    for (const PlannedRun& run : runs) {
        const Result<RunStand> stand = standOf(run);
        if (!stand) return stand.error();
        stands.push_back(stand.value());
    }
    return stands;
}

/// A run whose data could not be used has trained nothing: its folder would only be in the way of the next try.
void removeUntrained(const RunsRequest& request, const RunsReport& report) {
    for (std::size_t i = 0; i < request.runs.size(); ++i) {
        if (report.stateOf(static_cast<int>(i)).phase == RunPhase::Failed) removeIfUntrained(request.runs[i].folder);
    }
}

}  // namespace

ExitCode runAllUntilEnd(const RunsRequest& request) {
    std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is seen as a failed write
    const Result<FolderLock> lock = FolderLock::take(request.folder);
    if (!lock) return reportError(lock.error());
    const Result<std::vector<RunStand>> found = standsOf(request.runs);
    if (!found) return reportError(found.error());
    const std::vector<RunStand>& stands = found.value();
    const TerminationSignals signals;
    RunsReport report(request.output, request.detail);
    int skipped = 0;
    for (std::size_t i = 0; i < stands.size(); ++i) {
        const int number = report.add(request.runs[i].run.name, request.runs[i].run.settings.updates);
        if (stands[i] != RunStand::Ended) continue;
        report.skip(number);
        ++skipped;
    }
    if (skipped > 0)
        report.say(std::to_string(skipped) + " of " + std::to_string(stands.size()) + " runs are done already");
    RunningSet runs(request, stands, report);
    const bool isInterrupted = trainAll(runs, report, signals);
    removeUntrained(request, report);
    const Result<std::string> table = writeSummaries(request.folder, request.runs);
    if (!table) return reportError(table.error());
    if (request.output == OutputStyle::Text) report.print("\n" + table.value());
    report.say("runs and summary: " + request.folder.string());
    if (isInterrupted) report.say("go on by the same " + request.again + " command");
    if (report.hasLostOutput())
        return reportError({ErrorCode::FileUnwritable, "Standard output was closed or is full."});
    return isInterrupted ? ExitCode::Interrupted : gravest(report, request, stands);
}

}  // namespace collapsar
