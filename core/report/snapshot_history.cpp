// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/snapshot_history.h"

#include <algorithm>
#include <utility>

namespace collapsar {

namespace {

Position positionOf(const SnapshotPointer& snapshot) {
    return snapshot->values.at;
}

std::size_t bytesOf(const SnapshotPointer& snapshot) {
    const Snapshot& s = *snapshot;
    const std::size_t numbers = s.trueMean.capacity() + s.approximateMean.capacity() + s.logLikelihood.capacity() +
                                s.lag.capacity() + s.effectiveSamples.capacity() + s.unitVariance.capacity() +
                                s.unitKl.capacity();
    return sizeof(Snapshot) + numbers * sizeof(float);
}

}  // namespace

SnapshotHistory::SnapshotHistory(std::size_t maximum) : m_maximum(std::max<std::size_t>(maximum, 4)) {}

void SnapshotHistory::append(SnapshotPointer snapshot) {
    if (!snapshot) return;
    while (!m_snapshots.empty() && positionOf(m_snapshots.back()) >= positionOf(snapshot))
        dropNewest();
    // The newest is kept whatever its distance; once it is no longer the newest, the distance counts.
    const bool hasInner = m_snapshots.size() >= 2;
    if (hasInner && positionOf(m_snapshots.back()).update - positionOf(m_snapshots.end()[-2]).update < m_spacing)
        dropNewest();
    m_bytes += bytesOf(snapshot);
    m_snapshots.push_back(std::move(snapshot));
    if (m_snapshots.size() > m_maximum || m_bytes > maximumBytes) thin();
}

void SnapshotHistory::clear() {
    *this = SnapshotHistory(m_maximum);
}

void SnapshotHistory::dropNewest() {
    m_bytes -= bytesOf(m_snapshots.back());
    m_snapshots.pop_back();
    if (m_snapshots.empty()) m_spacing = 0;
}

void SnapshotHistory::thin() {
    if (m_snapshots.size() < 4) return;  // few and huge: nothing between to give up
    const std::int64_t first = positionOf(m_snapshots.front()).update;
    const std::int64_t span = positionOf(m_snapshots.back()).update - first;
    const auto half = static_cast<std::int64_t>(m_snapshots.size() / 2);
    m_spacing = std::max<std::int64_t>(1, (span + half - 1) / half);
    std::vector<SnapshotPointer> kept{m_snapshots.front()};
    for (std::size_t i = 1; i + 1 < m_snapshots.size(); ++i) {
        if (positionOf(m_snapshots[i]).update - positionOf(kept.back()).update >= m_spacing)
            kept.push_back(m_snapshots[i]);
    }
    kept.push_back(m_snapshots.back());
    m_snapshots = std::move(kept);
    m_bytes = 0;
    for (const SnapshotPointer& snapshot : m_snapshots)
        m_bytes += bytesOf(snapshot);
}

std::size_t SnapshotHistory::countUpTo(Position position) const {
    const auto isAfter = [](const Position& at, const SnapshotPointer& snapshot) { return at < positionOf(snapshot); };
    return std::upper_bound(m_snapshots.begin(), m_snapshots.end(), position, isAfter) - m_snapshots.begin();
}

SnapshotPointer SnapshotHistory::at(Position position) const {
    const std::size_t count = countUpTo(position);
    return count == 0 ? nullptr : m_snapshots[count - 1];
}

std::span<const SnapshotPointer> SnapshotHistory::upTo(Position position, std::size_t count) const {
    const std::size_t end = countUpTo(position);
    const std::size_t length = std::min(end, count);
    return all().subspan(end - length, length);
}

std::span<const SnapshotPointer> SnapshotHistory::before(Position position, std::size_t count) const {
    const std::size_t end = countUpTo(position);
    const std::size_t last = end == 0 ? 0 : end - 1;
    const std::size_t length = std::min(last, count);
    return all().subspan(last - length, length);
}

SnapshotPointer SnapshotHistory::after(Position position) const {
    const std::size_t count = countUpTo(position);
    return count == m_snapshots.size() ? nullptr : m_snapshots[count];
}

}  // namespace collapsar
