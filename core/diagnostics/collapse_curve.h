// SPDX-License-Identifier: GPL-3.0-or-later
/// How many latent dimensions have collapsed, for every tolerance at once, and the run's place in the rate-distortion
/// plane. Letters: N examples, Z latent. Any thread.
#pragma once

#include "core/diagnostics/gaussian.h"

#include <vector>

namespace collapsar {

/// Dimension d is (epsilon, delta)-collapsed when P_x[KL(q(z_d|x) || p(z_d)) < epsilon] >= 1 - delta.
struct CollapseCurve {
    double delta = 0.01;
    /// [Z] ascending: the dimension with the i-th smallest threshold counts as collapsed for every epsilon above
    /// thresholds[i], nats. Drawn as a staircase this is the whole curve.
    std::vector<double> thresholds;

    /// Share of dimensions that are collapsed at `epsilon`, 0 to 1; NaN without dimensions.
    [[nodiscard]] double collapsedShare(double epsilon) const;
};

/// estimator  counts over the N examples, KL in closed form: exact on this set
/// bias       with N < 1 / delta a single example decides whether a dimension is collapsed
/// result     NaN thresholds (never collapsed) where a KL is not a number
/// source     Lucas et al. 2019, "Don't Blame the ELBO", definition 1
[[nodiscard]] CollapseCurve collapseCurve(const GaussianRows& posteriors, double delta = 0.01);

/// A point of the rate-distortion plane, nats per example; iso-ELBO lines are those of equal sum.
///
/// source  Alemi et al. 2018, "Fixing a Broken ELBO"
struct RateDistortion {
    double rate = 0;        ///< mean KL(q(z|x) || p(z)), closed form: an upper bound on I(x; z), without ceiling
    double distortion = 0;  ///< mean -log p(x|z), one sample of z per example, unbiased

    [[nodiscard]] double elbo() const { return -(rate + distortion); }
    /// Where the iso-ELBO line of `elbo` stands at `rate`.
    [[nodiscard]] static double distortionAt(double elbo, double rate) { return -elbo - rate; }
};

}  // namespace collapsar
