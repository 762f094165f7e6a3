// SPDX-License-Identifier: GPL-3.0-or-later
/// Which checkpoints of a run go when together they take too much room.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace collapsar {

struct CheckpointEntry {
    std::string name;
    double seconds = 0;  ///< of training, when it was written
    std::uint64_t bytes = 0;
};

/// How long an exact replay may take: the most seconds of training between two checkpoints, while room allows.
inline constexpr double longestReplay = 10;

/// While they take more than `mostBytes`, the one whose neighbours lie closest together in training time goes (the
/// oldest such), never the first or the newest: one of the older half if the gap it leaves is below longestReplay, else
/// one of the newer half if its gap is, else one of the older half. So the beginning stays, gaps stay short as long as
/// there is room, then the newest half stays and what lies between thins evenly.
///
/// entries  oldest first
/// returns  those to remove
[[nodiscard]] std::vector<std::string> checkpointsToThin(std::vector<CheckpointEntry> entries, std::uint64_t mostBytes);

}  // namespace collapsar
