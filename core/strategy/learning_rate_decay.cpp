// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/strategy/learning_rate_decay.h"

namespace collapsar {

DecayDecision bookEpochLoss(RateDecay& decay, const Settings& settings, double loss, std::int64_t epoch,
                            std::int64_t update) {
    DecayDecision decision;
    if (loss < decay.bestLoss) {
        decision.isBest = true;
        decay.bestLoss = loss;
        decay.bestUpdate = update;
    }
    if (loss <= decay.trackedLoss) {
        decay.notImproved = 0;
        decay.trackedLoss = loss;
        return decision;
    }
    ++decay.notImproved;
    const bool patient = settings.decayPatience == 0 || decay.notImproved < settings.decayPatience;
    if (patient || epoch < settings.decayFrom) return decision;
    decay.notImproved = 0;
    decay.trackedLoss = loss;
    ++decay.cuts;
    decision.cut = true;
    decision.finished = decay.cuts >= settings.decayLimit;
    return decision;
}

}  // namespace collapsar
