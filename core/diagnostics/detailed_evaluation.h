// SPDX-License-Identifier: GPL-3.0-or-later
/// What an evaluation on request measures beside the scheduled ones: metrics that cost too much for every time.
#pragma once

#include "core/diagnostics/aggregate_posterior.h"
#include "core/diagnostics/collapse_curve.h"
#include "core/diagnostics/evaluation.h"
#include "core/diagnostics/feature_dispersion.h"
#include "core/diagnostics/linear_probe.h"
#include "core/diagnostics/position_gain.h"
#include "core/report/evaluation_details.h"

namespace collapsar {

/// Nats per example unless said; what needs a latent is empty or NaN for a language model.
struct DetailedEvaluation {
    Evaluation values;             ///< as scheduled, but the latent usage on every example
    UnitInformation units;         ///< per dimension: KL, MI, KL of the aggregate posterior
    double totalCorrelation = 0;   ///< between dimensions of the aggregate posterior
    CollapseCurve collapse;        ///< of the dimensions, delta 0.01
    FeatureDispersion dispersion;  ///< of at most 1,000 examples: an effective rank above that of `values`
    LinearProbe probe;             ///< with its parts; NaN accuracies without labels
    PositionGain nllByPosition;    ///< mean -log p of the word at each position

    /// For reports, without the values.
    [[nodiscard]] EvaluationDetails details() const;
    [[nodiscard]] RateDistortion rateDistortion() const {
        return {.rate = values.kl, .distortion = values.reconstruction};
    }
};

/// cost    an evaluation, three decoder passes over the set, N^2 Z exponentials, and 1,000 encoded sentences
/// thread  any; blocks; throws Interrupted when `stop` is raised. An empty set gives NaN.
[[nodiscard]] DetailedEvaluation evaluateInDetail(const InferenceWeightsPointer& weights, EvaluationTask task,
                                                  const StopFlag& stop);

}  // namespace collapsar
