// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/verdict_latch.h"

namespace collapsar {

namespace {

bool isCollapse(VerdictKind verdict) {
    return verdict == VerdictKind::InferenceCollapse || verdict == VerdictKind::PosteriorCollapse;
}

}  // namespace

void VerdictLatch::feed(const Snapshot& snapshot) {
    const VerdictKind kind = snapshot.verdict.kind;
    if (kind == VerdictKind::Diverged) return settle(kind);
    const bool isNewProbe = snapshot.values.at != m_last;
    m_last = snapshot.values.at;
    if (kind != m_candidate) {
        m_candidate = kind;
        m_held = 1;
    } else if (isNewProbe) {
        ++m_held;
    }
    const bool isTrained = snapshot.values.at.update >= leastUpdates;
    if (isTrained && m_held >= probesToHold) m_shown = m_candidate;
}

void VerdictLatch::settle(VerdictKind kind) {
    m_shown = kind;
    m_candidate = kind;
    m_held = probesToHold;
}

void VerdictLatch::follow(std::span<const SnapshotPointer> snapshots) {
    clear();
    for (const SnapshotPointer& snapshot : snapshots)
        feed(*snapshot);
    if (snapshots.empty()) return;
    const Snapshot& last = *snapshots.back();
    const std::size_t count = snapshots.size();
    const bool isSparse =
        count < probesToHold || last.values.at.update - snapshots[count - 2]->values.at.update >= sparseUpdates;
    if (isSparse && last.values.at.update >= leastUpdates) settle(last.verdict.kind);
}

void VerdictLatch::clear() {
    *this = VerdictLatch();
}

void RescueWatch::note(const Event& event) {
    if (event.kind != EventKind::Switch) return;
    const Intervention& switched = event.intervention;
    if (switched.action == Action::ReinitialiseDecoder && m_aggressiveSince >= 0) m_aggressiveSince = event.at.update;
    if (switched.action != Action::None || switched.field != "aggressive") return;
    const bool isOff = switched.newValue == "off";
    const bool wasOff = switched.oldValue == "off";
    if (isOff) m_aggressiveSince = -1;
    if (!isOff && wasOff && event.at.update > 0) m_aggressiveSince = event.at.update;
}

void RescueWatch::clear() {
    m_aggressiveSince = -1;
}

std::int64_t RescueWatch::updatesInVain(VerdictKind verdict, std::int64_t update) const {
    if (m_aggressiveSince < 0 || !isCollapse(verdict)) return -1;
    const std::int64_t passed = update - m_aggressiveSince;
    return passed >= patience ? passed : -1;
}

}  // namespace collapsar
