// SPDX-License-Identifier: GPL-3.0-or-later
// Only C headers: see kernels.inc.
#include "core/nn/gemm_avx512.h"

#include "core/nn/transpose_avx512.h"

#include <immintrin.h>
#include <stdint.h>
#include <string.h>

namespace collapsar::gemm512 {
namespace {

constexpr int lanes = 16;
constexpr int64_t depthBlock = 512;     ///< so that a block of a panel stays in the second-level cache ...
constexpr int64_t leftBlock = 1 << 16;  ///< ... and floats of the left factor beside it

/// How the columns of the right factor are cut: whole panels, then a tail too narrow to be worth a vector.
struct Cut {
    int64_t vectors;       ///< in the panels
    int64_t tail;          ///< columns behind them, 0 to widestTail
    int64_t panelColumns;  ///< columns in the panels
};
inline Cut cutOf(int64_t columns) {
    const int64_t rest = columns % lanes;
    const bool hasTail = rest > 0 && rest <= widestTail;
    const int64_t panelColumns = hasTail ? columns - rest : columns;
    return {(panelColumns + lanes - 1) / lanes, hasTail ? rest : 0, panelColumns};
}

/// Number of vectors of the panel that starts at vector `start`: 3, but the last one takes what is left up to 4.
inline int64_t panelWidth(int64_t start, int64_t vectors) {
    const int64_t left = vectors - start;
    return left <= 4 ? left : 3;
}
inline int64_t paddedDepth(int64_t depth) {
    return (depth + lanes - 1) / lanes * lanes;
}

struct Tile {
    const float* left;
    int64_t rowStep, depthStep;
    const float* panel;
    int64_t depth;
    float* out;
    int64_t outStride;
    bool accumulate;
    __mmask16 lastMask;
};

/// One block of the result in registers. The depth is walked in order with one fused sum per element.
template <int rows, int vectors>
void tile(const Tile& t) {
    __m512 sum[rows][vectors];
    for (int r = 0; r < rows; ++r) {
        for (int v = 0; v < vectors; ++v)
            sum[r][v] = _mm512_setzero_ps();
    }
    const float* left = t.left;
    const float* panel = t.panel;
    for (int64_t d = 0; d < t.depth; ++d) {
        __m512 right[vectors];
        for (int v = 0; v < vectors; ++v)
            right[v] = _mm512_load_ps(panel + v * lanes);
        for (int r = 0; r < rows; ++r) {
            const __m512 factor = _mm512_set1_ps(left[r * t.rowStep]);
            for (int v = 0; v < vectors; ++v)
                sum[r][v] = _mm512_fmadd_ps(factor, right[v], sum[r][v]);
        }
        left += t.depthStep;
        panel += vectors * lanes;
    }
    for (int r = 0; r < rows; ++r) {
        for (int v = 0; v < vectors; ++v) {
            float* to = t.out + r * t.outStride + v * lanes;
            const __mmask16 mask = v == vectors - 1 ? t.lastMask : static_cast<__mmask16>(0xFFFF);
            __m512 value = sum[r][v];
            if (t.accumulate) value = _mm512_add_ps(_mm512_maskz_loadu_ps(mask, to), value);
            _mm512_mask_storeu_ps(to, mask, value);
        }
    }
}

typedef void (*TileFunction)(const Tile&);
template <int vectors>
constexpr TileFunction tiles[9] = {nullptr,          tile<1, vectors>, tile<2, vectors>,
                                   tile<3, vectors>, tile<4, vectors>, tile<5, vectors>,
                                   tile<6, vectors>, tile<7, vectors>, tile<8, vectors>};

inline const TileFunction* tilesFor(int64_t vectors) {
    if (vectors == 1) return tiles<1>;
    if (vectors == 2) return tiles<2>;
    return vectors == 3 ? tiles<3> : tiles<4>;
}

/// Some rows against one block of one panel. Rows are spread evenly over tiles.
void column(int64_t allRows, int64_t vectors, Tile t) {
    const int64_t most = vectors == 4 ? 6 : 8;
    const TileFunction* functions = tilesFor(vectors);
    int64_t count = (allRows + most - 1) / most;
    for (int64_t row = 0; row < allRows; --count) {
        const int64_t rows = (allRows - row + count - 1) / count;
        functions[rows](t);
        t.left += rows * t.rowStep;
        t.out += rows * t.outStride;
        row += rows;
    }
}

/// The tail where the left factor's rows are contiguous: sums over the depth in 16 lanes, then over the lanes.
template <int columns>
void tailAcrossDepth(const Product& p, const float* tail, int64_t firstColumn) {
    const int64_t padded = paddedDepth(p.depth), whole = p.depth / lanes * lanes;
    const __mmask16 rest = static_cast<__mmask16>((1U << (p.depth - whole)) - 1U);
    for (int64_t r = 0; r < p.rows; ++r) {
        const float* left = p.left + r * p.rowStep;
        __m512 sum[columns], other[columns];
        for (int c = 0; c < columns; ++c)
            sum[c] = other[c] = _mm512_setzero_ps();
        int64_t d = 0;
        for (; d + 2 * lanes <= p.depth; d += 2 * lanes) {
            const __m512 a = _mm512_loadu_ps(left + d), b = _mm512_loadu_ps(left + d + lanes);
            for (int c = 0; c < columns; ++c) {
                sum[c] = _mm512_fmadd_ps(a, _mm512_load_ps(tail + c * padded + d), sum[c]);
                other[c] = _mm512_fmadd_ps(b, _mm512_load_ps(tail + c * padded + d + lanes), other[c]);
            }
        }
        if (d < whole) {
            const __m512 a = _mm512_loadu_ps(left + d);
            for (int c = 0; c < columns; ++c)
                sum[c] = _mm512_fmadd_ps(a, _mm512_load_ps(tail + c * padded + d), sum[c]);
        }
        if (whole < p.depth) {
            const __m512 a = _mm512_maskz_loadu_ps(rest, left + whole);
            for (int c = 0; c < columns; ++c)
                other[c] = _mm512_fmadd_ps(a, _mm512_load_ps(tail + c * padded + whole), other[c]);
        }
        float* to = p.out + r * p.outStride + firstColumn;
        for (int c = 0; c < columns; ++c) {
            const float value = _mm512_reduce_add_ps(_mm512_add_ps(sum[c], other[c]));
            to[c] = p.accumulate ? to[c] + value : value;
        }
    }
}

/// The tail where the left factor's columns are contiguous: 64 rows at a time, the depth in order.
template <int columns>
void tailAcrossRows(const Product& p, const float* tail, int64_t firstColumn) {
    constexpr int blocks = 4;
    const int64_t padded = paddedDepth(p.depth);
    for (int64_t r = 0; r < p.rows; r += blocks * lanes) {
        const int64_t count = p.rows - r < blocks * lanes ? p.rows - r : blocks * lanes;
        __mmask16 mask[blocks];
        __m512 sum[blocks][columns];
        for (int b = 0; b < blocks; ++b) {
            const int64_t left = count - b * lanes;
            mask[b] = static_cast<__mmask16>(left >= lanes ? 0xFFFFU : left > 0 ? (1U << left) - 1U : 0U);
            for (int c = 0; c < columns; ++c)
                sum[b][c] = _mm512_setzero_ps();
        }
        for (int64_t d = 0; d < p.depth; ++d) {
            const float* from = p.left + d * p.depthStep + r;
            for (int b = 0; b < blocks; ++b) {
                const __m512 left = _mm512_maskz_loadu_ps(mask[b], from + b * lanes);
                for (int c = 0; c < columns; ++c)
                    sum[b][c] = _mm512_fmadd_ps(left, _mm512_set1_ps(tail[c * padded + d]), sum[b][c]);
            }
        }
        alignas(64) float values[columns][blocks * lanes];
        for (int b = 0; b < blocks; ++b) {
            for (int c = 0; c < columns; ++c)
                _mm512_store_ps(values[c] + b * lanes, sum[b][c]);
        }
        for (int64_t i = 0; i < count; ++i) {
            float* to = p.out + (r + i) * p.outStride + firstColumn;
            for (int c = 0; c < columns; ++c)
                to[c] = p.accumulate ? to[c] + values[c][i] : values[c][i];
        }
    }
}

typedef void (*TailFunction)(const Product&, const float*, int64_t);
constexpr TailFunction acrossDepth[widestTail + 1] = {nullptr, tailAcrossDepth<1>, tailAcrossDepth<2>,
                                                      tailAcrossDepth<3>, tailAcrossDepth<4>};
constexpr TailFunction acrossRows[widestTail + 1] = {nullptr, tailAcrossRows<1>, tailAcrossRows<2>, tailAcrossRows<3>,
                                                     tailAcrossRows<4>};

void packPanel(const float* data, int64_t depthStep, int64_t columnStep, int64_t depth, int64_t columns, int64_t width,
               float* out) {
    if (columnStep != 1) {
        transposeInto(data, columnStep, columns, depth, width, out);
        return;
    }
    for (int64_t d = 0; d < depth; ++d) {
        const float* from = data + d * depthStep;
        float* to = out + d * width;
        for (int64_t c = 0; c < width; c += lanes) {
            const int64_t left = columns - c;
            const __mmask16 mask = static_cast<__mmask16>(left >= lanes ? 0xFFFFU : (1U << left) - 1U);
            _mm512_store_ps(to + c, _mm512_maskz_loadu_ps(mask, from + c));
        }
    }
}

/// Tail columns one after the other, each padded with zeros.
void packTail(const float* data, int64_t depthStep, int64_t columnStep, int64_t depth, int64_t columns, float* out) {
    const int64_t padded = paddedDepth(depth);
    for (int64_t c = 0; c < columns; ++c) {
        for (int64_t d = 0; d < depth; ++d)
            out[c * padded + d] = data[c * columnStep + d * depthStep];
        for (int64_t d = depth; d < padded; ++d)
            out[c * padded + d] = 0;
    }
}

/// All panels for some rows and one block of the depth.
void panels(const Product& p, const Cut& cut, Tile t, int64_t rows, int64_t firstDepth) {
    const int64_t rest = cut.panelColumns - (cut.vectors - 1) * lanes;
    float* const out = t.out;
    for (int64_t start = 0; start < cut.vectors;) {
        const int64_t count = panelWidth(start, cut.vectors);
        const bool last = start + count == cut.vectors;
        t.lastMask = last ? static_cast<__mmask16>((1U << rest) - 1U) : static_cast<__mmask16>(0xFFFF);
        t.panel = p.packed + start * lanes * p.depth + firstDepth * count * lanes;
        t.out = out + start * lanes;
        column(rows, count, t);
        start += count;
    }
}

}  // namespace

int64_t packedSize(int64_t depth, int64_t columns) {
    const Cut cut = cutOf(columns);
    return paddedDepth(cut.vectors * lanes * depth) + cut.tail * paddedDepth(depth);
}

void pack(const float* data, int64_t depthStep, int64_t columnStep, int64_t depth, int64_t columns, float* out) {
    const Cut cut = cutOf(columns);
    for (int64_t start = 0; start < cut.vectors;) {
        const int64_t count = panelWidth(start, cut.vectors);
        const int64_t first = start * lanes, width = count * lanes;
        const int64_t left = cut.panelColumns - first;
        packPanel(data + first * columnStep, depthStep, columnStep, depth, left < width ? left : width, width,
                  out + first * depth);
        start += count;
    }
    packTail(data + cut.panelColumns * columnStep, depthStep, columnStep, depth, cut.tail,
             out + cut.vectors * lanes * depth);
}

void multiply(const Product& p) {
    const Cut cut = cutOf(p.columns);
    for (int64_t d = 0; d < p.depth; d += depthBlock) {
        const int64_t depth = p.depth - d < depthBlock ? p.depth - d : depthBlock;
        const int64_t most = leftBlock / depth;
        for (int64_t row = 0; row < p.rows; row += most) {
            const int64_t rows = p.rows - row < most ? p.rows - row : most;
            panels(p, cut,
                   {p.left + d * p.depthStep + row * p.rowStep, p.rowStep, p.depthStep, nullptr, depth,
                    p.out + row * p.outStride, p.outStride, p.accumulate != 0 || d > 0, 0},
                   rows, d);
        }
    }
    if (cut.tail == 0) return;
    const float* tail = p.packed + cut.vectors * lanes * p.depth;
    (p.depthStep == 1 ? acrossDepth : acrossRows)[cut.tail](p, tail, cut.panelColumns);
}

}  // namespace collapsar::gemm512
