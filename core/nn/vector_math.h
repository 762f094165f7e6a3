// SPDX-License-Identifier: GPL-3.0-or-later
/// Element-wise kernels over contiguous floats. The instruction set is chosen at run time; within one instruction set
/// results do not depend on alignment or on how a range is cut into calls (every element is computed alone).
#pragma once

#include <cstdint>
#include <string_view>

namespace collapsar {

/// LSTM cell, gate pre-activations in order i, f, g, o, row-major [rows, 4 * hidden], overwritten by the activations
/// (sigmoid, sigmoid, tanh, sigmoid). cellOut = f * cellIn + i * g; tanhCell = tanh(cellOut); hiddenOut = o * tanhCell.
/// All [rows, hidden]; tanhCell may be null; cellOut may be cellIn.
void lstmCell(float* gates, const float* cellIn, float* cellOut, float* tanhCell, float* hiddenOut, std::int64_t rows,
              std::int64_t hidden);
/// The way back through lstmCell. gates holds the activations and becomes the gradient of the pre-activations;
/// hiddenGradient is that of hiddenOut; cellGradient comes in as that of cellOut and leaves as that of cellIn.
void lstmCellBackward(float* gates, const float* cellIn, const float* tanhCell, const float* hiddenGradient,
                      float* cellGradient, std::int64_t rows, std::int64_t hidden);
/// Largest of n floats; NaN is passed over.
[[nodiscard]] float maximum(const float* values, std::int64_t n);
/// log(sum(exp(values))) over n floats, max-shifted; error below 1e-6 relative to n terms.
[[nodiscard]] float logSumExp(const float* values, std::int64_t n);
/// values <- exp(values - shift); returns their sum (accumulated in fixed order).
float expShifted(float* values, std::int64_t n, float shift);
void tanhInto(const float* in, float* out, std::int64_t n);
/// "AVX-512", "AVX2" or "portable": what the kernels run on; part of a run's numerics.
[[nodiscard]] std::string_view instructionSet();

}  // namespace collapsar
