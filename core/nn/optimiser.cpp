// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/optimiser.h"

#include "core/nn/kernels.h"

#include <cassert>
#include <cmath>

namespace collapsar {

double squaredNorm(std::span<const float> values) {
    return kernels().squaredNorm(values.data(), static_cast<std::int64_t>(values.size()));
}

float clipScale(double norm, double limit) {
    const double scale = limit / (norm + 1e-6);
    return scale > 1 ? 1.0F : static_cast<float>(scale);
}

void sgdStep(std::span<float> weights, std::span<const float> gradients, float rate) {
    assert(weights.size() == gradients.size());
    kernels().addScaled(weights.data(), gradients.data(), -rate, static_cast<std::int64_t>(weights.size()));
}

void adamStep(std::span<float> weights, std::span<const float> gradients, OptimiserState& state, float rate,
              float clip) {
    assert(weights.size() == gradients.size());
    if (state.firstMoment.size() < weights.size()) {
        state.firstMoment.resize(weights.size());
        state.secondMoment.resize(weights.size());
    }
    ++state.steps;
    const auto steps = static_cast<double>(state.steps);
    const AdamFactors factors{.clip = clip,
                              .beta1 = 0.9F,
                              .beta2 = 0.999F,
                              .step = static_cast<float>(rate / (1 - std::pow(0.9, steps))),
                              .rootScale = static_cast<float>(1 / std::sqrt(1 - std::pow(0.999, steps))),
                              .epsilon = 1e-8F};
    kernels().adam(weights.data(), gradients.data(), state.firstMoment.data(), state.secondMoment.data(), factors,
                   static_cast<std::int64_t>(weights.size()));
}

}  // namespace collapsar
