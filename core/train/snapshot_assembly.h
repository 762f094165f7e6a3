// SPDX-License-Identifier: GPL-3.0-or-later
/// Puts what was measured at one position together: the numbers, the posterior mean space, the verdict.
#pragma once

#include "core/diagnostics/evaluation.h"
#include "core/diagnostics/posterior_means.h"
#include "core/report/snapshot.h"

namespace collapsar {

/// `context` carries position, switches and costs. In a preview the numbers of the posterior mean space are coarse.
[[nodiscard]] SnapshotPointer assembleSnapshot(Measurement context, const Evaluation& evaluation,
                                               const PosteriorMeans& means, const Settings& settings);

}  // namespace collapsar
