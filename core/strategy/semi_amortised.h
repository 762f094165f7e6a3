// SPDX-License-Identifier: GPL-3.0-or-later
/// The way back through the refinement of posteriors: the gradient of the loss at lambda K by lambda 0 (for the
/// encoder) and by the decoder's weights theta. Needs first-order gradients alone: products with second derivatives are
/// differences of two gradients. Torch-free; in float for the product, in double to be checked.
/// source: Kim et al. 2018, algorithm 1 and released code (optim_n2n)
#pragma once

#include "core/objective/posterior_refinement.h"

namespace collapsar {

/// A loss that can also tell its gradient by theta, and gathers it: one open sum at a time, and a total.
template <typename Real>
class DecoderLoss : public PosteriorLoss<Real> {
public:
    /// addGradient(), and open sum += scale * dL/dtheta.
    virtual void addAllGradients(int step, const PosteriorRows<Real>& at, Real scale,
                                 PosteriorRows<Real>& gradient) = 0;
    /// total -= open sum, clipped to the norm `clip`; the open sum is then 0.
    virtual void subtractOpenSum(double clip) = 0;
};

/// Differences are taken from both sides, (g(at + r v) - g(at - r v)) / 2r: as many gradients as the published
/// (g(at + r v) - g(at)) / r where the steps' weight gradients are not kept, and an error of the order of r squared.
/// Norm: r = size / |v|, the point moves by `size` in all. Fixed: r = size whatever v is; the published 1e-5 drowns in
/// what float resolves.
enum class DifferenceKind { Norm, Fixed };
struct DifferenceStep {
    DifferenceKind kind = DifferenceKind::Norm;
    double size = 5e-3;
};
inline constexpr DifferenceStep publishedDifference{DifferenceKind::Fixed, 1e-5};

/// The product of v with the second derivative of L by lambda, as a difference of dL/dlambda near `at`; the same
/// difference of dL/dtheta is added to the open sum. All under the draws of `step`. 0 where v is 0.
template <typename Real>
[[nodiscard]] PosteriorRows<Real> hessianProduct(DecoderLoss<Real>& loss, int step, const PosteriorRows<Real>& at,
                                                 const PosteriorRows<Real>& v, const DifferenceStep& difference);

/// In: dL/dlambda K of the final loss. Out: its derivative by lambda 0; what reaches theta through the steps goes to
/// the loss's total. Steps are taken back from the last to the first, each worked again from its lambda_k.
///
/// What clipping did on the way there is kept as a constant factor (the released code compares a clipped with an
/// unclipped gradient there). Each step's theta term, and the gradient handed to the step before (means and log
/// variances together), are clipped to rule.clip, as published.
template <typename Real>
[[nodiscard]] PosteriorRows<Real> backThrough(DecoderLoss<Real>& loss, const RefinementPath<Real>& path,
                                              PosteriorRows<Real> gradient, const RefinementRule& rule,
                                              const DifferenceStep& difference);

}  // namespace collapsar
