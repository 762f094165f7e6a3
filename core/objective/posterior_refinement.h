// SPDX-License-Identifier: GPL-3.0-or-later
/// Refinement of a batch's posteriors by stochastic variational inference: gradient descent with momentum on their
/// means and log variances. Torch-free; in float for the product, in double to be checked. Letters: B batch, Z latent.
/// source: Kim et al. 2018, section 3 and released code
#pragma once

#include "core/report/settings.h"

#include <vector>

namespace collapsar {

/// Lambda, or a gradient by it: one diagonal Gaussian an example, each [B, Z] row-major.
template <typename Real>
struct PosteriorRows {
    std::vector<Real> mean, logVariance;
};

/// L(lambda) = mean over the batch of reconstruction + KL weight * KL, nats, under noise and dropout that are a
/// function of the step alone: the same step asked twice sees the same draws.
template <typename Real>
class PosteriorLoss {
public:
    virtual ~PosteriorLoss() = default;

    /// gradient += scale * dL/dlambda at `at`. May throw Interrupted.
    virtual void addGradient(int step, const PosteriorRows<Real>& at, Real scale, PosteriorRows<Real>& gradient) = 0;
};

/// L is a mean over the batch, so with one learning rate a larger batch moves each posterior less, and clipping looks
/// at the whole batch: as published.
struct RefinementRule {
    int steps = 0;  ///< K
    double learningRate = 1;
    double momentum = 0.5;
    double clip = 5;  ///< on the norm of each step's gradient, of means and of log variances apart
};

[[nodiscard]] RefinementRule refinementRule(const Settings& settings);

/// What clipping multiplied a step's gradients with; 1: it was below the limit.
struct RefinementClip {
    double mean = 1, logVariance = 1;
};

/// Grows with K by lambda alone.
template <typename Real>
struct RefinementPath {
    std::vector<PosteriorRows<Real>> points;  ///< [K + 1], lambda 0 to lambda K
    std::vector<RefinementClip> clips;        ///< [K]
};

/// g_k = clipped dL/dlambda at lambda_k, m_k = momentum * m_(k-1) - g_k, lambda_(k+1) = lambda_k + learning rate * m_k.
/// Not a number in, not a number out.
template <typename Real>
[[nodiscard]] RefinementPath<Real> refine(PosteriorLoss<Real>& loss, PosteriorRows<Real> start,
                                          const RefinementRule& rule);

/// Sum of squares in fixed order.
template <typename Real>
[[nodiscard]] double sumOfSquares(const std::vector<Real>& values);
/// What brings `norm` to at most `limit`, as torch's clip_grad_norm_.
[[nodiscard]] double clipFactor(double norm, double limit);

}  // namespace collapsar
