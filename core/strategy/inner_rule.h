// SPDX-License-Identifier: GPL-3.0-or-later
/// When the inner loop of an aggressive update ends. Pure numbers; the trainer does the updates.
/// source  He et al. 2019, algorithm 1 and released code: losses are averaged per predicted word over windows of
///         inner_window updates; the loop ends when a window is worse than the one before. The first window is compared
///         with 10^4, so it never ends the loop; inner updates stay below inner_limit. With inner_updates > 0 there is
///         no rule, but always that many (a fixed ratio of encoder to decoder updates, He et al.'s ablation).
#pragma once

#include "core/report/settings.h"

#include <cstdint>

namespace collapsar {

/// Where an inner loop stands; part of a checkpoint.
struct InnerLoop {
    static constexpr double noWindow = 1e4;

    bool active = false;    ///< inside a loop
    std::int32_t done = 0;  ///< updates of this loop; stays after its end until the outer update is made
    double windowLoss = 0;  ///< sum over sentences, nats
    std::int64_t windowWords = 0;
    double previousWindow = noWindow;  ///< nats per word

    bool operator==(const InnerLoop&) const = default;
};

[[nodiscard]] InnerLoop beginInnerLoop();
/// A switch changed what the loop optimises: its running comparison starts afresh.
void resetWindow(InnerLoop& loop);
/// Books one finished inner update and ends the loop when the rule says so.
///
/// lossSum  KL-weighted loss summed over the batch's sentences, nats
/// words    predicted words in the batch
void bookInnerUpdate(InnerLoop& loop, const Settings& settings, double lossSum, std::int64_t words);

}  // namespace collapsar
