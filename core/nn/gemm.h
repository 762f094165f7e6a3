// SPDX-License-Identifier: GPL-3.0-or-later
/// Matrix products of the model's shapes, row-major float32. On AVX-512 own kernels (OpenBLAS as Debian ships it stays
/// at half of that width on many processors), elsewhere OpenBLAS. With own kernels a row of the result depends on that
/// row of the left factor alone, never on how many rows there are. Any thread; one PackedMatrix is used by one thread
/// while it is packed.
#pragma once

#include "core/nn/scratch.h"

#include <cstdint>

namespace collapsar {

enum class Layout { AsIs, Transposed };
enum class Into { Overwrite, Accumulate };

/// A matrix in memory, rows `stride` floats apart; Transposed: the product uses its transpose.
struct Factor {
    const float* data = nullptr;
    std::int64_t stride = 0;
    Layout layout = Layout::AsIs;
};

/// The right factor of products, rearranged once and used many times. Owns its memory and reuses it.
class PackedMatrix {
public:
    /// `matrix` read as [depth, columns] after its layout. With OpenBLAS the memory is only pointed at: keep it as it
    /// is until the last product.
    void pack(const Factor& matrix, std::int64_t depth, std::int64_t columns);

    [[nodiscard]] std::int64_t depth() const { return m_depth; }
    [[nodiscard]] std::int64_t columns() const { return m_columns; }
    [[nodiscard]] const Factor& source() const { return m_source; }
    [[nodiscard]] const float* packed() const { return m_memory.data(); }

private:
    Factor m_source;
    std::int64_t m_depth = 0, m_columns = 0;
    Scratch m_memory;
};

/// out [rows, columns] (rows `outStride` apart) = left [rows, depth] * right, or added to out.
void multiply(const Factor& left, std::int64_t rows, const PackedMatrix& right, Into into, float* out,
              std::int64_t outStride);

}  // namespace collapsar
