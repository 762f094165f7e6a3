// SPDX-License-Identifier: GPL-3.0-or-later
/// KL weight as a pure function of the update. Any thread.
#pragma once

#include "core/report/settings.h"

#include <cstdint>

namespace collapsar {

/// KL weight of outer update `update` (1 is the first) and of the inner updates before it.
///
/// Linear: kl_start plus one equal part per update, reaching kl_weight after kl_warmup epochs; an epoch counts as
/// examples / batch updates, as in the published code (length buckets make real epochs slightly longer).
/// source  He et al. 2019, released code; Bowman et al. 2016
[[nodiscard]] double klWeightAt(const Settings& settings, std::int64_t update, std::int64_t trainingExamples);

}  // namespace collapsar
