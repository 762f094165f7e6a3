// SPDX-License-Identifier: GPL-3.0-or-later
/// The AVX-512 product. Panels of the right factor: 3 vectors (48 columns) wide, [depth, width] each, zero-padded; the
/// last one takes the rest and may be 1, 2 or 4 wide. A rest of at most widestTail columns (50 = 48 + 2) would waste
/// most of a vector: such a tail is packed column by column and summed across the depth or the rows. Private to
/// gemm.cpp.
#pragma once

#include <cstdint>

namespace collapsar::gemm512 {

constexpr int widestTail = 4;

/// Floats a packed matrix needs; its start must be 64-byte aligned.
[[nodiscard]] std::int64_t packedSize(std::int64_t depth, std::int64_t columns);
/// Element (d, c) of the source is at data[d * depthStep + c * columnStep]; one of the steps is 1.
void pack(const float* data, std::int64_t depthStep, std::int64_t columnStep, std::int64_t depth, std::int64_t columns,
          float* out);

struct Product {
    const float* left = nullptr;  ///< element (r, d) at left[r * rowStep + d * depthStep]
    std::int64_t rowStep = 0, depthStep = 0;
    const float* packed = nullptr;
    std::int64_t rows = 0, depth = 0, columns = 0;
    float* out = nullptr;
    std::int64_t outStride = 0;
    std::int64_t accumulate = 0;  ///< 0: overwrite
};
void multiply(const Product& product);

}  // namespace collapsar::gemm512
