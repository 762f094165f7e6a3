// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/runs_report.h"

#include "app/cli/report_json.h"
#include "app/cli/report_text.h"
#include "core/export/text_table.h"

#include <nlohmann/json.hpp>

#include <unistd.h>
#include <algorithm>
#include <cmath>
#include <cstdio>

namespace collapsar {

namespace {

using namespace std::chrono_literals;

constexpr auto terminalPeriod = 200ms;  // the eye's
constexpr auto plainPeriod = 10s;       // a log's
constexpr std::size_t mostNamed = 4;    // runs in the progress line

/// {"type":"measurement","run":"Basic",...}
std::string withRun(const std::string& line, const std::string& name) {
    const std::size_t comma = line.find(',');
    const std::string text = nlohmann::json(name).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    return line.substr(0, comma) + ",\"run\":" + text + line.substr(comma);
}

}  // namespace

/// One run of several.
class RunsReport::Member : public RunSink {
public:
    Member(RunsReport& owner, std::string runName, std::int64_t runUpdates)
        : name(std::move(runName)), updates(runUpdates), m_owner(owner) {}

    void stateChanged(const RunState& newState) override { m_owner.changed(*this, newState); }
    void measured(const std::vector<Measurement>& points) override {
        const std::lock_guard lock(m_owner.m_mutex);
        for (const Measurement& point : points) {
            if (point.kind == MeasurementKind::Scheduled) elbo = point.elbo;
            if (m_owner.m_style == OutputStyle::JsonLines) {
                m_owner.printLocked(withRun(measurementJsonLine(point), name));
            } else if (isShown() && point.kind == MeasurementKind::Scheduled) {
                m_owner.printLocked(name + ": " + measurementLine(point));
            }
        }
    }
    void snapshotTaken(SnapshotPointer snapshot) override {
        const std::lock_guard lock(m_owner.m_mutex);
        const Position at = snapshot->values.at;
        if (m_owner.m_style == OutputStyle::JsonLines)
            m_owner.printLocked(withRun(verdictJsonLine(snapshot->verdict, at), name));
        if (snapshot->verdict.kind == m_verdict) return;
        m_verdict = snapshot->verdict.kind;
        if (isShown())
            m_owner.printLocked(name + ": update " + positionText(at) + ": " + verdictLine(snapshot->verdict));
    }
    void happened(const Event& event) override {
        const std::lock_guard lock(m_owner.m_mutex);
        if (m_owner.m_style == OutputStyle::JsonLines) m_owner.printLocked(withRun(eventJsonLine(event), name));
        if (isShown() && event.kind != EventKind::Checkpoint) m_owner.printLocked(name + ": " + eventLine(event));
    }
    void probesKnown(ProbeTexts) override {}

    const std::string name;
    const std::int64_t updates;
    RunState state;
    double elbo = notMeasured;  ///< of the newest scheduled evaluation

private:
    [[nodiscard]] bool isShown() const {
        return m_owner.m_style == OutputStyle::Text && m_owner.m_detail == RunsDetail::Evaluations;
    }

    RunsReport& m_owner;
    VerdictKind m_verdict = VerdictKind::WarmingUp;
};

RunsReport::RunsReport(OutputStyle style, RunsDetail detail)
    : m_style(style), m_detail(detail), m_isTerminal(isatty(STDERR_FILENO) == 1) {}

RunsReport::~RunsReport() = default;

int RunsReport::add(const std::string& name, std::int64_t updates) {
    m_members.push_back(std::make_unique<Member>(*this, name, updates));
    return static_cast<int>(m_members.size()) - 1;
}

RunSink& RunsReport::sink(int run) {
    return *m_members.at(static_cast<std::size_t>(run));
}

void RunsReport::skip(int run) {
    const std::lock_guard lock(m_mutex);
    Member& member = *m_members.at(static_cast<std::size_t>(run));
    member.state.phase = RunPhase::Finished;
}

void RunsReport::fail(int run, const Error& error) {
    RunState state;
    state.phase = RunPhase::Failed;
    state.error = error;
    sink(run).stateChanged(state);
}

RunState RunsReport::stateOf(int run) const {
    const std::lock_guard lock(m_mutex);
    return m_members.at(static_cast<std::size_t>(run))->state;
}

void RunsReport::changed(Member& member, const RunState& state) {
    const std::lock_guard lock(m_mutex);
    const RunPhase before = member.state.phase;
    member.state = state;
    if (state.phase == RunPhase::Failed && before != state.phase) {
        clearProgress();
        std::fprintf(stderr, "error: %s: %s\n", member.name.c_str(), state.error.detail.c_str());
    }
    if (m_style == OutputStyle::JsonLines && (before != state.phase || hasEnded(state.phase)))
        printLocked(withRun(stateJsonLine(state), member.name));
    const bool isNewEnd = before != state.phase && hasEnded(state.phase) && state.phase != RunPhase::Failed;
    if (m_style == OutputStyle::Text && m_detail == RunsDetail::Ends && isNewEnd) {
        std::string line = member.name + ": " + phaseName(state.phase) + " at update " + positionText(state.at) +
                           " after " + durationText(state.seconds);
        if (!std::isnan(member.elbo)) line += ", elbo " + fixedNumber(member.elbo, 2);
        printLocked(line);
    }
    if (m_style == OutputStyle::Text) showProgress();
}

void RunsReport::say(const std::string& text) {
    const std::lock_guard lock(m_mutex);
    clearProgress();
    if (m_style != OutputStyle::Quiet) std::fprintf(stderr, "%s\n", text.c_str());
}

void RunsReport::print(const std::string& line) {
    const std::lock_guard lock(m_mutex);
    printLocked(line);
}

bool RunsReport::hasLostOutput() const {
    const std::lock_guard lock(m_mutex);
    return m_hasLostOutput;
}

void RunsReport::printLocked(const std::string& line) {
    clearProgress();
    std::fprintf(stdout, "%s\n", line.c_str());
    if (std::fflush(stdout) != 0 || std::ferror(stdout)) m_hasLostOutput = true;
}

std::string RunsReport::progressText() const {
    std::size_t ended = 0, named = 0, training = 0;
    double rate = 0, updatesLeft = 0;
    std::string names;
    for (const auto& member : m_members) {
        const RunState& state = member->state;
        if (hasEnded(state.phase)) {
            ++ended;
            continue;
        }
        updatesLeft += static_cast<double>(member->updates - state.at.update);
        if (state.phase != RunPhase::Training) continue;
        ++training;
        rate += state.updatesPerSecond;
        if (named++ >= mostNamed) continue;
        names +=
            "  " + member->name + " " + std::to_string(100 * state.at.update / std::max(member->updates, {1})) + " %";
    }
    if (training > mostNamed) names += "  ...";
    std::string text = std::to_string(ended) + " of " + std::to_string(m_members.size()) + " runs done" + names;
    if (rate > 0) text += "  about " + durationText(updatesLeft / rate) + " left";
    return text;
}

void RunsReport::showProgress() {
    const auto now = std::chrono::steady_clock::now();
    const std::chrono::milliseconds period = m_isTerminal ? terminalPeriod : plainPeriod;
    if (m_lastProgress.time_since_epoch().count() == 0) m_lastProgress = now;
    if (now - m_lastProgress < period) return;
    m_lastProgress = now;
    const std::string line = progressText();
    if (!m_isTerminal) {
        std::fprintf(stderr, "%s\n", line.c_str());
        return;
    }
    std::fprintf(stderr, "\r\033[K%s", line.c_str());  // back to the line's start, then clear it
    std::fflush(stderr);
    m_isProgressShown = true;
}

void RunsReport::clearProgress() {
    if (!m_isProgressShown) return;
    std::fprintf(stderr, "\r\033[K");
    std::fflush(stderr);
    m_isProgressShown = false;
}

bool hasEnded(RunPhase phase) {
    return phase == RunPhase::Finished || phase == RunPhase::Stopped || phase == RunPhase::Diverged ||
           phase == RunPhase::Failed;
}

}  // namespace collapsar
