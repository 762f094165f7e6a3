// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/snapshot_mailbox.h"

#include <QMetaObject>

#include <utility>

namespace collapsar {
namespace {

/// Keeps every second one, the newest among them.
void thin(std::vector<SnapshotPointer>& snapshots) {
    std::vector<SnapshotPointer> kept;
    for (std::size_t i = (snapshots.size() - 1) % 2; i < snapshots.size(); i += 2) {
        kept.push_back(std::move(snapshots[i]));
    }
    snapshots = std::move(kept);
}

}  // namespace

SnapshotMailbox::SnapshotMailbox(QObject* receiver, std::function<void()> wake)
    : m_receiver(receiver), m_wake(std::move(wake)) {}

/// The wake-up is sent under the lock, so that close() can promise that none follows.
template <class Put>
void SnapshotMailbox::post(Put put) {
    const std::scoped_lock lock(m_mutex);
    put(m_content);
    if (m_isWakePending || m_receiver == nullptr) {
        return;
    }
    m_isWakePending = true;
    ++m_wakeUps;
    QMetaObject::invokeMethod(m_receiver, m_wake, Qt::QueuedConnection);
}

void SnapshotMailbox::stateChanged(const RunState& state) {
    post([&](Delivery& content) { content.state = state; });
}

void SnapshotMailbox::measured(const std::vector<Measurement>& points) {
    post([&](Delivery& content) { content.points.insert(content.points.end(), points.begin(), points.end()); });
}

void SnapshotMailbox::snapshotTaken(SnapshotPointer snapshot) {
    post([&](Delivery& content) {
        auto& waiting = content.snapshots;
        if (!waiting.empty() && waiting.back()->isPreview) {
            waiting.pop_back();
        }
        waiting.push_back(std::move(snapshot));
        if (waiting.size() > mostSnapshots) {
            thin(waiting);
        }
    });
}

void SnapshotMailbox::happened(const Event& event) {
    post([&](Delivery& content) { content.events.push_back(event); });
}

void SnapshotMailbox::probesKnown(ProbeTexts texts) {
    post([&](Delivery& content) { content.probes = std::move(texts); });
}

Delivery SnapshotMailbox::take() {
    const std::scoped_lock lock(m_mutex);
    m_isWakePending = false;
    return std::exchange(m_content, Delivery{});
}

void SnapshotMailbox::close() {
    const std::scoped_lock lock(m_mutex);
    m_receiver = nullptr;
}

int SnapshotMailbox::wakeUps() const {
    const std::scoped_lock lock(m_mutex);
    return m_wakeUps;
}

}  // namespace collapsar
