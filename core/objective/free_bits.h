// SPDX-License-Identifier: GPL-3.0-or-later
/// Free bits: the part of the KL term that the objective does not charge for. Letters: B batch, Z latent. Trainer
/// thread.
#pragma once

#include "core/report/settings.h"

#include <torch/types.h>

namespace collapsar {

/// The KL term of the objective, nats per example, with everything up to `target` free: a hard hinge, so that what does
/// not exceed its target adds the constant target and no gradient. What is compared:
///
/// Dimension         target with the batch's mean of each dimension, summed over Z
/// Example           target with each example's sum over Z, averaged over B
/// Batch             target with the batch's mean of that sum
/// ExampleDimension  target / Z with each of kl, summed over Z and averaged over B
///
/// kl      [B, Z] nats, float32 or float64, as sampleLatent gives it -> scalar of the same type; one gradient backward
/// target  nats, at least 0; with 0 it is the plain KL term
/// errors  another shape: a bug, torch throws
/// source  Kingma et al. 2016, appendix C.8 (Dimension); Li et al. 2019, released code (fb 1: Example, 2:
///         ExampleDimension, 3: Batch)
[[nodiscard]] torch::Tensor freeBitsKl(const torch::Tensor& kl, double target, FreeBitsKind kind);

}  // namespace collapsar
