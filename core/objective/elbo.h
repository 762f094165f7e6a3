// SPDX-License-Identifier: GPL-3.0-or-later
/// The negative ELBO and its parts, differentiable. Letters: B batch, Z latent. Trainer thread.
#pragma once

#include <torch/types.h>

namespace collapsar {

/// z = mean + noise * exp(logVariance / 2), all [B, Z] float32 (Kingma & Welling 2014, reparameterisation).
[[nodiscard]] torch::Tensor sampleLatent(const torch::Tensor& mean, const torch::Tensor& logVariance,
                                         const torch::Tensor& noise);

/// KL from each example's posterior to N(0, I), kept separate per dimension so collapse stays visible.
///
/// mean, logVariance  [B, Z] float32
/// returns            [B, Z] nats, exactly 0 when mean = 0 and logVariance = 0
/// errors             shapes differ: a bug, torch throws. float32 overflows to inf above logVariance ~ 88.
/// source             Kingma & Welling 2014, appendix B
[[nodiscard]] torch::Tensor klToPrior(const torch::Tensor& mean, const torch::Tensor& logVariance);

/// Mean over the batch of reconstruction [B] + klWeight * sum over Z of kl [B, Z]; a scalar, nats.
[[nodiscard]] torch::Tensor weightedLoss(const torch::Tensor& reconstruction, const torch::Tensor& kl, double klWeight);

}  // namespace collapsar
