// SPDX-License-Identifier: GPL-3.0-or-later
/// readRun: a run folder as plain data for those who only look.
#include "core/checkpoint/run_folder.h"
#include "core/report/settings_table.h"
#include "core/train/run.h"
#include "core/train/run_record_state.h"

#include <algorithm>
#include <utility>

namespace collapsar {

RunRecordState::RunRecordState(const Settings& settings) {
    m_state.phase = RunPhase::Stopped;
    m_state.settings = settings;
}

void RunRecordState::take(const std::vector<Event>& events) {
    for (const Event& event : events) {
        if (event.kind == EventKind::Finished) m_state.phase = RunPhase::Finished;
        if (event.kind == EventKind::Diverged) m_state.phase = RunPhase::Diverged;
        if (event.kind == EventKind::Resumed) m_state.phase = RunPhase::Stopped;
        if (event.kind == EventKind::LearningRateCut) ++m_state.decays;
        if (event.kind == EventKind::Switch && event.intervention.action == Action::None) {
            (void)setSetting(m_state.settings, event.intervention.field, event.intervention.newValue);
        }
        m_state.at = std::max(m_state.at, event.at);
    }
}

void RunRecordState::take(const std::vector<Measurement>& measurements) {
    for (const Measurement& point : measurements) {
        if (point.at < m_measuredAt) continue;
        m_measuredAt = point.at;
        m_state.encoderUpdates = point.encoderUpdates;
        m_state.seconds = point.seconds;
        m_state.burnIn = point.burnIn;
        m_state.learningRate = point.learningRate;
        m_state.klWeight = point.klWeight;
    }
    m_state.at = std::max(m_state.at, m_measuredAt);
}

RunState RunRecordState::state() const {
    RunState state = m_state;
    state.totalUpdates = state.settings.updates;
    return state;
}

Result<RunRecord> readRun(const std::filesystem::path& folder) {
    Result<RunContents> read = readRunFolder(folder);
    if (!read.ok()) return read.error();
    RunContents contents = std::move(read).value();
    RunRecordState state(contents.info.settings);
    state.take(contents.journal.events);
    state.take(contents.journal.measurements);
    RunRecord record;
    record.name = contents.info.name;
    record.id = contents.info.id;
    record.parent = contents.info.parent.id;
    record.parentAt = contents.info.parent.at;
    record.settings = contents.info.settings;
    record.state = state.state();
    record.state.data = contents.info.corpus;
    record.measurements = std::move(contents.journal.measurements);
    record.snapshots = std::move(contents.journal.snapshots);
    record.events = std::move(contents.journal.events);
    record.probes = std::make_shared<const std::vector<std::string>>(std::move(contents.probes));
    record.checkpoints = std::move(contents.checkpoints);
    record.notes = std::move(contents.notes);
    return record;
}

}  // namespace collapsar
