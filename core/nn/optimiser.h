// SPDX-License-Identifier: GPL-3.0-or-later
/// One pass over a flat parameter buffer per step. Any thread.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace collapsar {

/// Adam's memory; empty and 0 before the first step, and always for SGD.
struct OptimiserState {
    std::vector<float> firstMoment, secondMoment;
    std::int64_t steps = 0;

    bool operator==(const OptimiserState&) const = default;
};

/// Sum of squares, in double and in fixed order.
[[nodiscard]] double squaredNorm(std::span<const float> values);
/// min(1, limit / (norm + 1e-6)), what torch's clip_grad_norm_ multiplies gradients by; `norm` over everything that is
/// clipped together. NaN stays NaN.
[[nodiscard]] float clipScale(double norm, double limit);
/// weights -= rate * gradients. Clipping: pass rate * clipScale.
void sgdStep(std::span<float> weights, std::span<const float> gradients, float rate);
/// Adam with beta 0.9 / 0.999, epsilon 1e-8 and torch's order of operations, on gradients * clip. Moments are made at
/// the first step; where `weights` has grown since (a path opened), the new ones start at zero. source: Kingma & Ba
/// 2015
void adamStep(std::span<float> weights, std::span<const float> gradients, OptimiserState& state, float rate,
              float clip = 1);

}  // namespace collapsar
