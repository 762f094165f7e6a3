// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/checkpoint_thinning.h"

#include <cstddef>
#include <limits>

namespace collapsar {

namespace {

struct Candidate {
    std::size_t index = 0;
    double gap = std::numeric_limits<double>::infinity();
};

/// In [begin, end), which must have neighbours on both sides.
Candidate closest(const std::vector<CheckpointEntry>& entries, std::size_t begin, std::size_t end) {
    Candidate found;
    for (std::size_t i = begin; i < end; ++i) {
        const double gap = entries[i + 1].seconds - entries[i - 1].seconds;
        if (gap < found.gap) found = {i, gap};
    }
    return found;
}

std::size_t next(const std::vector<CheckpointEntry>& entries) {
    const std::size_t newest = entries.size() - 1;
    const std::size_t half = entries.size() / 2;
    const Candidate older = closest(entries, 1, half);
    if (older.gap < longestReplay) return older.index;
    const Candidate newer = closest(entries, half, newest);
    const bool chooseNewer = older.index == 0 || newer.gap < longestReplay;
    return chooseNewer && newer.index > 0 ? newer.index : older.index;
}

}  // namespace

std::vector<std::string> checkpointsToThin(std::vector<CheckpointEntry> entries, std::uint64_t mostBytes) {
    std::uint64_t bytes = 0;
    for (const CheckpointEntry& entry : entries)
        bytes += entry.bytes;
    std::vector<std::string> removed;
    while (bytes > mostBytes && entries.size() > 2) {
        const std::size_t chosen = next(entries);
        if (chosen == 0) break;
        bytes -= entries[chosen].bytes;
        removed.push_back(std::move(entries[chosen].name));
        entries.erase(entries.begin() + static_cast<std::ptrdiff_t>(chosen));
    }
    return removed;
}

}  // namespace collapsar
