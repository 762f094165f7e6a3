// SPDX-License-Identifier: GPL-3.0-or-later
/// The parts of the negative ELBO between encoder and decoder, differentiable. Letters: B batch, Z latent. Trainer
/// thread.
#pragma once

#include <torch/types.h>

namespace collapsar {

struct LatentSample {
    torch::Tensor z;   ///< [B, Z]
    torch::Tensor kl;  ///< [B, Z] nats, kept separate per dimension so collapse stays visible
};

/// One node of the graph for both: z = mean + noise * exp(logVariance / 2), and the KL from each example's posterior to
/// N(0, I).
///
/// mean, logVariance, noise  [B, Z], all float32 or all float64
/// kl      exactly 0 where mean = 0 and logVariance = 0
/// errors  shapes or types differ: a bug, torch throws. float32 overflows to inf above logVariance ~ 88.
/// source  Kingma & Welling 2014, section 2.4 (reparameterisation) and appendix B
[[nodiscard]] LatentSample sampleLatent(const torch::Tensor& mean, const torch::Tensor& logVariance,
                                        const torch::Tensor& noise);

}  // namespace collapsar
