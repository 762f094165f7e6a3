// SPDX-License-Identifier: GPL-3.0-or-later
/// Arithmetic for the synthetic generator that gives the same bits on every machine: plain IEEE operations in a fixed
/// order, nothing fused, no library functions. Private to core/data.
#pragma once

#include <cstdint>
#include <span>

namespace collapsar {

/// Rounds to multiples of 1/256. A product of two such numbers below 1 is a multiple of 2^-16, so a sum of 200 of them
/// fits a float without rounding: matrix products come out exact, whatever the order a library adds in.
void roundToGrid(std::span<float> values);

/// One LSTM step in place. gates [rows, 4 hidden] pre-activations i, f, g, o; cell and hidden [rows, hidden]; the new
/// hidden states are rounded to the grid.
void portableLstmCell(const float* gates, float* cell, float* hidden, std::int64_t rows, std::int64_t units);
/// values <- exp(values - their maximum).
void portableSoftmaxTerms(std::span<float> values);
/// The first index up to which the terms (0 or more, not all 0) sum to more than `share` (0 to 1) of their total.
[[nodiscard]] std::size_t indexAtShare(std::span<const float> terms, double share);
void portableTanh(const float* in, float* out, std::int64_t n);

}  // namespace collapsar
