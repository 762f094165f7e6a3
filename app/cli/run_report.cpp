// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/run_report.h"

#include "app/cli/report_json.h"
#include "app/cli/report_text.h"

#include <unistd.h>
#include <cstdio>

namespace collapsar {

namespace {

using namespace std::chrono_literals;

constexpr auto terminalPeriod = 100ms;  // the eye's
constexpr auto plainPeriod = 5s;        // a log's
constexpr auto jsonPeriod = 1s;         // a program's

}  // namespace

RunReport::RunReport(OutputStyle style) : m_style(style), m_isTerminal(isatty(STDERR_FILENO) == 1) {}

void RunReport::stateChanged(const RunState& state) {
    const std::lock_guard lock(m_mutex);
    const bool isNewPhase = state.phase != m_state.phase || m_lastProgress.time_since_epoch().count() == 0;
    m_state = state;
    if (m_style == OutputStyle::Quiet) return;
    const auto now = std::chrono::steady_clock::now();
    const std::chrono::milliseconds period =
        m_style == OutputStyle::JsonLines ? jsonPeriod : (m_isTerminal ? terminalPeriod : plainPeriod);
    if (!isNewPhase && now - m_lastProgress < period) return;
    m_lastProgress = now;
    if (m_style == OutputStyle::JsonLines) {
        print(stateJsonLine(state));
    } else if (state.phase == RunPhase::Preparing || state.phase == RunPhase::Training) {
        showProgress(state);
    }
}

void RunReport::measured(const std::vector<Measurement>& points) {
    const std::lock_guard lock(m_mutex);
    for (const Measurement& point : points) {
        if (m_style == OutputStyle::JsonLines) {
            print(measurementJsonLine(point));
        } else if (m_style == OutputStyle::Text && point.kind == MeasurementKind::Scheduled) {
            print(measurementLine(point));
        }
    }
}

void RunReport::snapshotTaken(SnapshotPointer snapshot) {
    const std::lock_guard lock(m_mutex);
    if (m_style == OutputStyle::JsonLines) print(verdictJsonLine(snapshot->verdict, snapshot->values.at));
    if (snapshot->verdict.kind == m_verdict) return;
    m_verdict = snapshot->verdict.kind;
    if (m_style == OutputStyle::Text) {
        print("update " + positionText(snapshot->values.at) + ": " + verdictLine(snapshot->verdict));
    }
}

void RunReport::happened(const Event& event) {
    const std::lock_guard lock(m_mutex);
    if (m_style == OutputStyle::JsonLines) print(eventJsonLine(event));
    if (m_style == OutputStyle::Text && event.kind != EventKind::Checkpoint) print(eventLine(event));
}

void RunReport::probesKnown(ProbeTexts) {}

void RunReport::say(const std::string& text) {
    const std::lock_guard lock(m_mutex);
    clearProgress();
    if (m_style != OutputStyle::Quiet) std::fprintf(stderr, "%s\n", text.c_str());
}

RunState RunReport::lastState() const {
    const std::lock_guard lock(m_mutex);
    return m_state;
}

bool RunReport::hasLostOutput() const {
    const std::lock_guard lock(m_mutex);
    return m_hasLostOutput;
}

void RunReport::print(const std::string& line) {
    clearProgress();
    std::fprintf(stdout, "%s\n", line.c_str());
    if (std::fflush(stdout) != 0 || std::ferror(stdout)) m_hasLostOutput = true;
}

void RunReport::showProgress(const RunState& state) {
    const std::string line = progressLine(state);
    if (!m_isTerminal) {
        std::fprintf(stderr, "%s\n", line.c_str());
        return;
    }
    std::fprintf(stderr, "\r\033[K%s", line.c_str());  // back to the line's start, then clear it
    std::fflush(stderr);
    m_isProgressShown = true;
}

void RunReport::clearProgress() {
    if (!m_isProgressShown) return;
    std::fprintf(stderr, "\r\033[K");
    std::fflush(stderr);
    m_isProgressShown = false;
}

}  // namespace collapsar
