// SPDX-License-Identifier: GPL-3.0-or-later
/// When the learning rate is cut and when training ends by it.
/// source  He et al. 2019, released code: after decay_patience epochs whose validation loss is above the tracked one
/// (and at
///         or after epoch decay_from) the rate is multiplied by decay_factor, the tracked loss becomes the present one,
///         the best weights are reloaded and both optimisers start afresh; training ends at cut number decay_limit.
#pragma once

#include "core/report/settings.h"

#include <cstdint>
#include <limits>

namespace collapsar {

/// Part of a checkpoint.
struct RateDecay {
    int cuts = 0;
    int notImproved = 0;       ///< epochs in a row
    double trackedLoss = 1e4;  ///< what an epoch is compared with; raised to the present loss at a cut
    double bestLoss = 1e4;     ///< lowest validation loss (-ELBO) so far
    std::int64_t bestUpdate = -1;

    bool operator==(const RateDecay&) const = default;
};

struct DecayDecision {
    bool isBest = false;    ///< keep these weights
    bool cut = false;       ///< multiply the rate, reload the best weights, new optimisers
    bool finished = false;  ///< this was the last cut: training ends
};

/// Books an epoch's validation loss (-ELBO at KL weight 1). `epoch` counts from 0.
[[nodiscard]] DecayDecision bookEpochLoss(RateDecay& decay, const Settings& settings, double loss, std::int64_t epoch,
                                          std::int64_t update);

}  // namespace collapsar
