// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/strategy/pretraining.h"

#include <algorithm>

namespace collapsar {

std::int64_t pretrainingEnd(const Settings& settings, std::int64_t updatesPerEpoch) {
    return settings.pretrainEpochs * updatesPerEpoch;
}

void planPretrainingEnd(std::vector<Intervention>& planned, const Position& at, std::int64_t end) {
    if (at.update >= end) return;
    const Intervention newDecoder{
        .at = {end, 0}, .action = Action::ReinitialiseDecoder, .field = {}, .oldValue = {}, .newValue = {}};
    if (std::ranges::find(planned, newDecoder) != planned.end()) return;
    planned.insert(std::ranges::lower_bound(planned, newDecoder.at, {}, &Intervention::at), newDecoder);
}

}  // namespace collapsar
