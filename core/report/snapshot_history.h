// SPDX-License-Identifier: GPL-3.0-or-later
/// The pictures of one run's posterior mean space over its life, for looking back. Memory is bounded by a stated rule.
#pragma once

#include "core/report/snapshot.h"

#include <cstddef>
#include <span>
#include <vector>

namespace collapsar {

/// Sorted by position. At most `maximumSnapshots` pictures and `maximumBytes` of them (one of 500 probes and one latent
/// dimension is 8 KiB, so 2,000 are 17 MiB). A history that grows beyond is thinned to half: those that remain lie at
/// least a fixed number of updates apart, the same from first to newest, and later ones keep that distance too. The
/// first and the newest always remain; pictures inside one update are the first to go. A copy shares the pictures.
class SnapshotHistory {
public:
    static constexpr std::size_t maximumSnapshots = 2000;
    static constexpr std::size_t maximumBytes = std::size_t{32} << 20;

    SnapshotHistory() = default;
    /// At most `maximum` pictures, at least 4.
    explicit SnapshotHistory(std::size_t maximum);

    /// Null is ignored. A finer picture of the newest position replaces it; going back in updates (a reset, a resumed
    /// run) drops the ones that are no longer true. O(1), amortised.
    void append(SnapshotPointer snapshot);
    void clear();

    /// The newest picture at or before `position`; null when there is none. O(log n), as all below.
    [[nodiscard]] SnapshotPointer at(Position position) const;
    /// at(position) and what precedes it, oldest first, at most `count`. Valid until the next append.
    [[nodiscard]] std::span<const SnapshotPointer> upTo(Position position, std::size_t count) const;
    /// As upTo, without at(position) itself.
    [[nodiscard]] std::span<const SnapshotPointer> before(Position position, std::size_t count) const;
    /// The first picture after `position`; null when there is none.
    [[nodiscard]] SnapshotPointer after(Position position) const;

    [[nodiscard]] std::span<const SnapshotPointer> all() const { return m_snapshots; }
    [[nodiscard]] bool empty() const { return m_snapshots.empty(); }
    [[nodiscard]] std::size_t size() const { return m_snapshots.size(); }
    /// Held by the pictures, shared ones counted in full.
    [[nodiscard]] std::size_t bytes() const { return m_bytes; }
    /// Updates between two pictures, at least; 0: never thinned.
    [[nodiscard]] std::int64_t spacing() const { return m_spacing; }

private:
    [[nodiscard]] std::size_t countUpTo(Position position) const;
    void thin();
    void dropNewest();

    std::vector<SnapshotPointer> m_snapshots;
    std::size_t m_maximum = maximumSnapshots;
    std::size_t m_bytes = 0;
    std::int64_t m_spacing = 0;
};

}  // namespace collapsar
