// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/strategy/burn_in.h"

namespace collapsar {

BurnIn beginBurnIn(Aggressive aggressive) {
    BurnIn burnIn;
    burnIn.active = aggressive != Aggressive::Off;
    return burnIn;
}

bool bookEpochMi(BurnIn& burnIn, Aggressive aggressive, double mi) {
    if (!burnIn.active) return false;
    const bool fell = mi < burnIn.previousMi;
    burnIn.rises = fell ? 0 : burnIn.rises + 1;
    burnIn.previousMi = mi;
    if (!fell || aggressive != Aggressive::Auto) return false;
    burnIn.active = false;
    return true;
}

}  // namespace collapsar
