// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/checkpoint_thinning.h"

#include "core/checkpoint/run_folder.h"

#include <cstdint>
#include <limits>

namespace collapsar {

std::vector<std::string> checkpointsToThin(std::vector<std::string> names, std::size_t kept) {
    const auto updateOf = [](const std::string& name) { return checkpointPosition(name).value_or(Position{}).update; };
    std::vector<std::string> removed;
    while (names.size() > kept && names.size() > 2) {
        const std::size_t olderHalf = names.size() - kept / 2;
        std::size_t chosen = 1;
        std::int64_t closest = std::numeric_limits<std::int64_t>::max();
        for (std::size_t i = 1; i < olderHalf && i + 1 < names.size(); ++i) {
            const std::int64_t gap = updateOf(names[i + 1]) - updateOf(names[i - 1]);
            if (gap >= closest) continue;
            closest = gap;
            chosen = i;
        }
        removed.push_back(names[chosen]);
        names.erase(names.begin() + static_cast<std::ptrdiff_t>(chosen));
    }
    return removed;
}

}  // namespace collapsar
