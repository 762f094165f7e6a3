// SPDX-License-Identifier: GPL-3.0-or-later
/// KL weight as a pure function of the update. Any thread.
#pragma once

#include "core/report/settings.h"

#include <cstdint>

namespace collapsar {

/// KL weight of outer update `update` (1 is the first that the schedule counts) and of the inner updates before it.
///
/// Linear: kl_start plus one equal part per update, reaching kl_weight after kl_warmup epochs; an epoch counts as
/// examples / batch updates, as in the published code (length buckets make real epochs slightly longer).
/// Hold: kl_start for kl_hold epochs, then as linear. Cyclical: every cycle begins at kl_start and rises with kl_shape
/// over the share kl_ramp_share of it, then stays at kl_weight; the sigmoid comes within 0.25 % of both ends, as
/// published.
/// source  He et al. 2019, released code; Bowman et al. 2016; Fu et al. 2019, released code (cyclical)
[[nodiscard]] double klWeightAt(const Settings& settings, std::int64_t update, std::int64_t trainingExamples);

/// Sets another end of a run under way. Cycles that were a share of its updates keep the length they had, so that what
/// is trained already stays what it was.
void moveEnd(Settings& settings, int updates);

}  // namespace collapsar
