// SPDX-License-Identifier: GPL-3.0-or-later
/// Which checkpoints of a run go when there are too many.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace collapsar {

/// While there are more than `kept`: of the older half, but never the first, the one whose neighbours lie closest
/// together in updates goes (the oldest such). So the beginning stays, the newest half stays, and what lies between
/// thins evenly.
///
/// names    checkpoint file names, oldest first
/// returns  those to remove
[[nodiscard]] std::vector<std::string> checkpointsToThin(std::vector<std::string> names, std::size_t kept);

}  // namespace collapsar
