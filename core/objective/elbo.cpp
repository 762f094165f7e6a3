// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/objective/elbo.h"

#include <torch/torch.h>

#include <cmath>

namespace collapsar {
namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

template <typename Real>
void sample(const Real* mean, const Real* logVariance, const Real* noise, Real* z, Real* kl, std::int64_t n) {
    for (std::int64_t i = 0; i < n; ++i) {
        const Real sd = std::exp(logVariance[i] / 2);
        z[i] = mean[i] + noise[i] * sd;
        kl[i] = (mean[i] * mean[i] + std::exp(logVariance[i]) - logVariance[i] - 1) / 2;
    }
}

/// In: the gradients of z and kl. Out: those of mean and logVariance.
template <typename Real>
void sampleBackward(const Real* mean, const Real* logVariance, const Real* noise, Real* z, Real* kl, std::int64_t n) {
    for (std::int64_t i = 0; i < n; ++i) {
        const Real fromSample = z[i], fromKl = kl[i];
        z[i] = fromSample + fromKl * mean[i];
        kl[i] = (fromSample * noise[i] * std::exp(logVariance[i] / 2) + fromKl * (std::exp(logVariance[i]) - 1)) / 2;
    }
}

struct SampleFunction : torch::autograd::Function<SampleFunction> {
    static variable_list forward(AutogradContext* context, const torch::Tensor& mean, const torch::Tensor& logVariance,
                                 const torch::Tensor& noise) {
        TORCH_CHECK(mean.sizes() == logVariance.sizes() && mean.sizes() == noise.sizes(), "shapes differ");
        context->save_for_backward({mean, logVariance, noise});
        auto z = torch::empty_like(mean), kl = torch::empty_like(mean);
        const auto m = mean.contiguous(), v = logVariance.contiguous(), e = noise.contiguous();
        AT_DISPATCH_FLOATING_TYPES(mean.scalar_type(), "sampleLatent", [&] {
            sample(m.data_ptr<scalar_t>(), v.data_ptr<scalar_t>(), e.data_ptr<scalar_t>(), z.data_ptr<scalar_t>(),
                   kl.data_ptr<scalar_t>(), mean.numel());
        });
        return {z, kl};
    }
    static variable_list backward(AutogradContext* context, variable_list gradients) {
        const auto saved = context->get_saved_variables();
        const auto m = saved[0].contiguous(), v = saved[1].contiguous(), e = saved[2].contiguous();
        auto z = gradients[0].contiguous().clone(), kl = gradients[1].contiguous().clone();
        AT_DISPATCH_FLOATING_TYPES(m.scalar_type(), "sampleLatent", [&] {
            sampleBackward(m.data_ptr<scalar_t>(), v.data_ptr<scalar_t>(), e.data_ptr<scalar_t>(),
                           z.data_ptr<scalar_t>(), kl.data_ptr<scalar_t>(), m.numel());
        });
        return {z, kl, torch::Tensor()};
    }
};

}  // namespace

LatentSample sampleLatent(const torch::Tensor& mean, const torch::Tensor& logVariance, const torch::Tensor& noise) {
    const auto outputs = SampleFunction::apply(mean, logVariance, noise);
    return {outputs[0], outputs[1]};
}

}  // namespace collapsar
