// SPDX-License-Identifier: GPL-3.0-or-later
/// The ELBO of posteriors that SVI refined from where the encoder puts them, beside which the encoder's own ELBO shows
/// the amortisation gap. In evaluation mode, at KL weight 1 in the refinement too.
/// source: Kim et al. 2018 (there the refinement used the KL weight of training); gap: Cremer et al. 2018
#pragma once

#include "core/data/batches.h"
#include "core/diagnostics/evaluated_examples.h"
#include "core/model/inference.h"
#include "core/model/parameters.h"
#include "core/nn/stop_flag.h"
#include "core/objective/posterior_refinement.h"
#include "core/report/settings.h"

#include <vector>

namespace collapsar {

/// Steps move the mean loss of a batch, so the result depends on how the batches were cut.
struct RefinedEvaluationTask {
    const std::vector<Batch>& batches;
    EvaluationDraws draws;
    RefinementRule rule;
    SviStart start = SviStart::Encoder;
    int threads = 1;  ///< changes no bit of the result
};

/// Means over examples, nats per example.
struct RefinedEvaluation {
    double reconstruction = 0;  ///< -log p(x|z), one sample of z per example, drawn where evaluate() draws its own
    double kl = 0;              ///< closed form, all dimensions
    double elbo = 0;            ///< -(reconstruction + kl)
};

/// weights must have been made of `parameters`, whose skip switch is used. Costs 2K + 1 decoder passes over the set.
/// Any thread; blocks; throws Interrupted when `stop` is raised. An empty set gives NaN.
[[nodiscard]] RefinedEvaluation evaluateRefined(const Parameters& parameters, const InferenceWeightsPointer& weights,
                                                const RefinedEvaluationTask& task, const StopFlag& stop);

}  // namespace collapsar
