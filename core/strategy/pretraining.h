// SPDX-License-Identifier: GPL-3.0-or-later
/// Pretraining of the encoder: for pretrain_epochs the run is an autoencoder (KL weight 0, both sides updated, no
/// aggressive updates, no learning-rate decay), then its decoder is drawn afresh and the run proper begins: KL
/// schedule, free bits, burn-in, patience. Pure functions of where the run stands. Any thread.
/// source  Li et al. 2019, section 3 and released code
#pragma once

#include "core/report/intervention.h"
#include "core/report/settings.h"

#include <cstdint>
#include <vector>

namespace collapsar {

/// Updates before the run proper; 0: no pretraining.
[[nodiscard]] std::int64_t pretrainingEnd(const Settings& settings, std::int64_t updatesPerEpoch);

/// Puts the new decoder that ends pretraining among the planned changes of a run that stands at `at`, first of its
/// place, unless it is there or behind.
void planPretrainingEnd(std::vector<Intervention>& planned, const Position& at, std::int64_t end);

}  // namespace collapsar
