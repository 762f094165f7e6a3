// SPDX-License-Identifier: GPL-3.0-or-later
/// readRun: a run folder as plain data for those who only look.
#include "core/checkpoint/run_folder.h"
#include "core/report/settings_table.h"
#include "core/train/run.h"

#include <utility>

namespace collapsar {

namespace {

/// What the journal tells about where the run stands. Live switches are played back onto the settings.
RunState stateFrom(const RunContents& contents) {
    RunState state;
    state.phase = RunPhase::Stopped;
    state.settings = contents.info.settings;
    for (const Event& event : contents.journal.events) {
        if (event.kind == EventKind::Finished) state.phase = RunPhase::Finished;
        if (event.kind == EventKind::Diverged) state.phase = RunPhase::Diverged;
        if (event.kind == EventKind::Resumed) state.phase = RunPhase::Stopped;
        if (event.kind == EventKind::LearningRateCut) ++state.decays;
        if (event.kind == EventKind::Switch && event.intervention.action == Action::None) {
            (void)setSetting(state.settings, event.intervention.field, event.intervention.newValue);
        }
        state.at = std::max(state.at, event.at);
    }
    for (const Measurement& point : contents.journal.measurements) {
        if (point.at < state.at) continue;
        state.at = point.at;
        state.encoderUpdates = point.encoderUpdates;
        state.seconds = point.seconds;
        state.burnIn = point.burnIn;
        state.learningRate = point.learningRate;
        state.klWeight = point.klWeight;
    }
    state.totalUpdates = state.settings.updates;
    return state;
}

}  // namespace

Result<RunRecord> readRun(const std::filesystem::path& folder) {
    Result<RunContents> read = readRunFolder(folder);
    if (!read.ok()) return read.error();
    RunContents contents = std::move(read).value();
    RunRecord record;
    record.name = contents.info.name;
    record.id = contents.info.id;
    record.parent = contents.info.parent.id;
    record.settings = contents.info.settings;
    record.state = stateFrom(contents);
    record.measurements = std::move(contents.journal.measurements);
    record.snapshots = std::move(contents.journal.snapshots);
    record.events = std::move(contents.journal.events);
    record.probes = std::make_shared<const std::vector<std::string>>(std::move(contents.probes));
    record.checkpoints = std::move(contents.checkpoints);
    record.notes = std::move(contents.notes);
    return record;
}

}  // namespace collapsar
