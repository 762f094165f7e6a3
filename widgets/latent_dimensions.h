// SPDX-License-Identifier: GPL-3.0-or-later
/// What each latent dimension of a run costs and what of that it tells: KL and MI, the largest KL first.
#pragma once

#include "widgets/measured_run.h"
#include "widgets/small_chart.h"

#include <vector>

namespace collapsar {

struct LatentDimension {
    int dimension = 0;  ///< as in the model, from 0
    double kl = 0, mi = 0, aggregateKl = 0;
};

/// By KL, the largest first; those without a KL last.
[[nodiscard]] std::vector<LatentDimension> latentDimensions(const EvaluationDetails& details);

/// Of one run. Without a latent, or without details: empty, with the reason.
[[nodiscard]] SmallChart latentDimensionsChart(const MeasuredRun& run);

}  // namespace collapsar
