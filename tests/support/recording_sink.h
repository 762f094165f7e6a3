// SPDX-License-Identifier: GPL-3.0-or-later
/// A RunSink that keeps everything, for tests. Any thread.
#pragma once

#include "core/train/run_sink.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <utility>
#include <vector>

namespace collapsar {

class RecordingSink : public RunSink {
public:
    void stateChanged(const RunState& state) override {
        change([&] { m_states.push_back(state); });
    }
    void measured(const std::vector<Measurement>& points) override {
        change([&] { m_points.insert(m_points.end(), points.begin(), points.end()); });
    }
    void snapshotTaken(SnapshotPointer snapshot) override {
        change([&] { m_snapshots.push_back(std::move(snapshot)); });
    }
    void happened(const Event& event) override {
        change([&] { m_events.push_back(event); });
    }
    void probesKnown(ProbeTexts texts) override {
        change([&] { m_texts = std::move(texts); });
    }

    /// False after ten seconds without `condition(*this)` becoming true; looked at again at every delivery.
    template <class Condition>
    [[nodiscard]] bool waitFor(Condition condition) {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, std::chrono::seconds(20), [&] { return condition(*this); });
    }

    /// Only inside waitFor or after the run is gone.
    [[nodiscard]] RunState lastState() const { return m_states.empty() ? RunState{} : m_states.back(); }
    [[nodiscard]] std::vector<Measurement> points(MeasurementKind kind) const {
        std::vector<Measurement> chosen;
        for (const Measurement& point : m_points) {
            if (point.kind == kind) chosen.push_back(point);
        }
        return chosen;
    }
    [[nodiscard]] const std::vector<Event>& events() const { return m_events; }
    [[nodiscard]] const std::vector<SnapshotPointer>& snapshots() const { return m_snapshots; }
    [[nodiscard]] const ProbeTexts& texts() const { return m_texts; }

private:
    template <class Change>
    void change(Change make) {
        const std::lock_guard lock(m_mutex);
        make();
        m_changed.notify_all();
    }

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<RunState> m_states;
    std::vector<Measurement> m_points;
    std::vector<SnapshotPointer> m_snapshots;
    std::vector<Event> m_events;
    ProbeTexts m_texts;
};

}  // namespace collapsar
