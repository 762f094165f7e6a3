// SPDX-License-Identifier: GPL-3.0-or-later
/// What a strategy costs and gains against the basic VAE: the first runs in a table whose strategy is "basic" and that
/// have the same data, splits, model sizes, batch and shards.
#pragma once

#include "core/report/run_summary.h"

#include <span>
#include <vector>

namespace collapsar {

/// Fills timeToBasic (of finished runs) and updateToBasic: times divided by the mean of the basic runs that have not
/// failed, processor time where both have it, else training time. NaN where there is no such basic run.
void relateToBasic(std::span<RunSummary> runs);

enum class Standing {
    Unknown,  ///< no basic run, or fewer than two seeds on either side
    Within,   ///< |mean - mean of basic| is at most sd + sd of basic
    Better,   ///< beyond that
    Worse,
};

struct Gain {
    double difference = notMeasured;  ///< mean - mean of basic, nats
    Standing standing = Standing::Unknown;
};

/// One repeat group against the basic one.
struct AgainstBasic {
    bool isBasic = false;    ///< it is what the others are held against
    bool isRefined = false;  ///< `elbo` is of the refined ELBO, which an SA-VAE trains
    Gain elbo;               ///< basic's ELBO is the encoder's
    Gain nll;                ///< exact and importance-weighted ones only
};

/// In the order of `groups`, which groupRepeats(runs) made.
[[nodiscard]] std::vector<AgainstBasic> againstBasic(std::span<const RunSummary> runs,
                                                     std::span<const RepeatGroup> groups);

}  // namespace collapsar
