// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/objective/elbo.h"

#include <torch/torch.h>

namespace collapsar {

torch::Tensor sampleLatent(const torch::Tensor& mean, const torch::Tensor& logVariance, const torch::Tensor& noise) {
    return torch::addcmul(mean, noise, (logVariance * 0.5).exp());
}

torch::Tensor klToPrior(const torch::Tensor& mean, const torch::Tensor& logVariance) {
    return (mean.square() + logVariance.exp() - logVariance - 1) * 0.5;
}

torch::Tensor weightedLoss(const torch::Tensor& reconstruction, const torch::Tensor& kl, double klWeight) {
    return reconstruction.mean() + kl.sum() * (klWeight / static_cast<double>(kl.size(0)));
}

}  // namespace collapsar
