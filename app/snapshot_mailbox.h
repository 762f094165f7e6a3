// SPDX-License-Identifier: GPL-3.0-or-later
/// Where a run leaves what it has to say until the window's thread comes for it: points, events and snapshots
/// accumulate, the state is replaced, and at most one wake-up is under way however fast the run reports.
#pragma once

#include "core/train/run_sink.h"

#include <QObject>

#include <functional>
#include <mutex>
#include <optional>
#include <vector>

namespace collapsar {

/// Everything that arrived since the last take().
struct Delivery {
    std::optional<RunState> state;
    std::vector<Measurement> points;
    std::vector<SnapshotPointer> snapshots;  ///< oldest first, see SnapshotMailbox::mostSnapshots
    std::vector<Event> events;
    ProbeTexts probes;  ///< null: not since
};

class SnapshotMailbox final : public RunSink {
public:
    /// A preview gives way to the next snapshot. Exact ones all stay, unless more than this wait because the window
    /// does not come for them: then every second one goes, never the newest. 500 probes take 8 KiB each.
    static constexpr std::size_t mostSnapshots = 1024;

    /// `wake` is called in the receiver's thread, once, after something was posted to an empty box.
    SnapshotMailbox(QObject* receiver, std::function<void()> wake);

    void stateChanged(const RunState& state) override;
    void measured(const std::vector<Measurement>& points) override;
    void snapshotTaken(SnapshotPointer snapshot) override;
    void happened(const Event& event) override;
    void probesKnown(ProbeTexts texts) override;

    /// Empties the box; the next post wakes again. Any thread.
    [[nodiscard]] Delivery take();
    /// No wake-up is sent after this returns; the receiver may die. Posts are still accepted. Any thread.
    void close();
    /// How many wake-ups were sent so far. Any thread.
    [[nodiscard]] int wakeUps() const;

private:
    template <class Put>
    void post(Put put);

    mutable std::mutex m_mutex;
    QObject* m_receiver;
    std::function<void()> m_wake;
    Delivery m_content;
    bool m_isWakePending = false;
    int m_wakeUps = 0;
};

}  // namespace collapsar
