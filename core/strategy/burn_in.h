// SPDX-License-Identifier: GPL-3.0-or-later
/// The MI stop rule of aggressive training: with aggressive = auto the burn-in ends for good as soon as validation MI
/// (mi_batch) falls from one epoch to the next.
/// source  He et al. 2019, section 4.2 and released code (text and toy)
#pragma once

#include "core/report/settings.h"

#include <limits>

namespace collapsar {

/// Part of a checkpoint.
struct BurnIn {
    bool active = false;
    double previousMi = -std::numeric_limits<double>::infinity();  ///< of the last epoch; -inf: none yet
    int rises = 0;                                                 ///< epochs in a row without a fall

    bool operator==(const BurnIn&) const = default;
};

/// The state that follows when `aggressive` is set, at the start or by a live switch.
[[nodiscard]] BurnIn beginBurnIn(Aggressive aggressive);
/// Called at each epoch's end with validation MI; returns true when the burn-in ended here.
[[nodiscard]] bool bookEpochMi(BurnIn& burnIn, Aggressive aggressive, double mi);

}  // namespace collapsar
