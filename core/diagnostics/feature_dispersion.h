// SPDX-License-Identifier: GPL-3.0-or-later
/// How far apart the encoder's features of different sentences lie: the pooled hidden states that enter the head for
/// mean and log variance. Features that hardly differ give posteriors that hardly differ. Letters: N examples, H
/// units. Any thread.
#pragma once

#include <span>

namespace collapsar {

/// Four measures of one matrix of features, none of them published with a formula for this purpose: the pooling paper
/// (Long et al. 2019) speaks of dispersion without defining it. NaN: fewer than two examples, or not defined.
struct FeatureDispersion {
    double meanCosine = 0;        ///< over all pairs, -1/(N-1) to 1; 1: all point the same way. NaN if a feature is 0
    double relativeDistance = 0;  ///< mean Euclidean distance of all pairs / mean norm; 0: all equal
    double totalVariance = 0;     ///< sum over units of the unbiased variance
    double varianceRatio = 0;     ///< totalVariance / |mean feature|^2; inf when the mean is 0
    double effectiveRank = 0;     ///< exp(entropy of the covariance's eigenvalues / their sum), 1 to min(H, N - 1);
                                  ///< NaN when all features are equal
    int examples = 0;
};

/// features  [N, H] row-major
/// bias      cosine, distance and variance none; the effective rank is biased low, ceiling min(H, N - 1): compare only
///           at equal N
/// cost      N^2 H + min(N, H)^3
/// result    NaN in all measures when a feature is not finite
[[nodiscard]] FeatureDispersion featureDispersion(std::span<const float> features, int hidden);

}  // namespace collapsar
