// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/recorder.h"

namespace collapsar {

namespace {
constexpr auto sendPeriod = std::chrono::milliseconds(50);
}

Recorder::Recorder(RunSink& sink, RunFolder* folder) : m_sink(sink), m_folder(folder) {}

void Recorder::note(const Result<void>& written) {
    if (written.ok() || m_failed) return;
    m_failed = true;
    m_sink.happened({.kind = EventKind::Warning, .text = written.error().detail});
}

template <class Record>
void Recorder::journal(const Record& record) {
    if (m_folder) note(m_folder->journal().record(record));
}

void Recorder::tell(Telling telling) {
    const std::lock_guard lock(m_mutex);
    m_telling = telling;
}

void Recorder::state(const RunState& state) {
    const std::lock_guard lock(m_mutex);
    sendPoints();
    m_sink.stateChanged(state);
}

void Recorder::sendPoints() {
    if (m_points.empty()) return;
    m_sink.measured(m_points);
    m_points.clear();
    m_sent = std::chrono::steady_clock::now();
    if (m_folder) note(m_folder->journal().flush());
}

void Recorder::measured(const Measurement& point) {
    const std::lock_guard lock(m_mutex);
    if (m_telling != Telling::All) return;
    journal(point);
    m_points.push_back(point);
    const bool waits = point.kind == MeasurementKind::Training;
    if (!waits || std::chrono::steady_clock::now() - m_sent >= sendPeriod) sendPoints();
}

void Recorder::snapshot(const SnapshotPointer& snapshot) {
    const std::lock_guard lock(m_mutex);
    if (m_telling != Telling::All) return;
    if (!snapshot->isPreview) journal(*snapshot);
    m_sink.snapshotTaken(snapshot);
}

void Recorder::happened(const Event& event) {
    const std::lock_guard lock(m_mutex);
    if (m_telling != Telling::All) return;
    journal(event);
    sendPoints();
    if (m_folder) note(m_folder->journal().flush());
    m_sink.happened(event);
}

void Recorder::probes(const ProbeTexts& texts) {
    const std::lock_guard lock(m_mutex);
    if (m_folder) note(m_folder->writeProbes(*texts));
    m_sink.probesKnown(texts);
}

Result<std::string> Recorder::saveCheckpoint(const TrainingState& state, Durability durability) {
    const std::lock_guard lock(m_mutex);
    return m_folder->saveCheckpoint(state, durability);
}

void Recorder::flush() {
    const std::lock_guard lock(m_mutex);
    sendPoints();
    if (m_folder) note(m_folder->journal().sync());
}

}  // namespace collapsar
