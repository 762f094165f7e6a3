// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/snapshot.h"

#include <algorithm>

namespace collapsar {

bool isReliable(const Snapshot& snapshot, std::size_t probe) {
    return probe >= snapshot.effectiveSamples.size() || snapshot.effectiveSamples[probe] >= leastEffectiveSamples;
}

std::size_t reliableProbes(const Snapshot& snapshot) {
    const std::size_t probes = snapshot.approximateMean.size() / static_cast<std::size_t>(std::max(1, snapshot.latent));
    std::size_t count = 0;
    for (std::size_t probe = 0; probe < probes; ++probe)
        count += isReliable(snapshot, probe) ? 1 : 0;
    return count;
}

}  // namespace collapsar
