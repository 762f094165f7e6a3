// SPDX-License-Identifier: GPL-3.0-or-later
/// What an evaluation on request tells beside the columns of Measurement. Plain data; nats per example unless said; NaN
/// or empty: not measured.
#pragma once

#include "core/report/measurement.h"

#include <cstdint>
#include <vector>

namespace collapsar {

struct EvaluationDetails {
    // Per latent dimension [Z], at one sample per example. kl = mi + aggregate KL in each.
    std::vector<double> unitKl;             ///< mean KL(q(z_d|x) || N(0, 1)), closed form
    std::vector<double> unitMi;             ///< MI of z_d alone over all N examples, ceiling ln N
    std::vector<double> unitAggregateKl;    ///< KL(q(z_d) || N(0, 1)): KL that carries nothing about x
    double totalCorrelation = notMeasured;  ///< between dimensions under q(z); unreliable near the MI's ceiling

    // (epsilon, delta)-collapse (Lucas et al. 2019).
    double collapseDelta = notMeasured;
    std::vector<double> collapseThresholds;  ///< [Z] ascending: one more dimension is collapsed above each epsilon

    // Encoder features before the head, of featureExamples sentences; see featureDispersion.
    double featureCosine = notMeasured;         ///< mean over pairs; 1: all point the same way (no unit)
    double featureDistance = notMeasured;       ///< mean distance of pairs / mean norm (no unit)
    double featureVariance = notMeasured;       ///< summed over units (no unit)
    double featureVarianceRatio = notMeasured;  ///< to the squared norm of the mean feature (no unit)
    double featureRank = notMeasured;           ///< effective rank; biased low, ceiling min(units, examples - 1)
    std::int64_t featureExamples = 0;

    // Linear probe: labels from posterior means.
    double probeAccuracy = notMeasured;          ///< on probeTested examples that were not fitted, 0 to 1
    double probeTrainingAccuracy = notMeasured;  ///< on the probeTrained examples that were
    double probeMajority = notMeasured;          ///< of always saying the commonest class: what no information gives
    std::int64_t probeTrained = 0, probeTested = 0;

    /// [T] mean -log p of the word at each position, 0 for the first, over the sentences that are that long. A language
    /// model's minus a model's own, on the same split, is the reconstruction gain by position (Bosc & Vincent 2020).
    std::vector<double> nllByPosition;
    std::vector<std::int64_t> sentencesByPosition;  ///< [T]
};

}  // namespace collapsar
