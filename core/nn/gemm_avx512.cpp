// SPDX-License-Identifier: GPL-3.0-or-later
// Only C headers: see kernels.inc.
#include "core/nn/gemm_avx512.h"

#include <immintrin.h>
#include <stdint.h>
#include <string.h>

namespace collapsar::gemm512 {
namespace {

constexpr int lanes = 16;
constexpr int64_t depthBlock = 512;  ///< so that a block of a panel stays in the second-level cache

/// Number of vectors of the panel that starts at vector `start`: 3, but the last one takes what is left up to 4.
inline int64_t panelWidth(int64_t start, int64_t vectors) {
    const int64_t left = vectors - start;
    return left <= 4 ? left : 3;
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

/// All rows against one block of one panel. Rows are spread evenly over tiles.
void column(const Product& p, int64_t vectors, Tile t) {
    const int64_t most = vectors == 4 ? 6 : 8;
    const TileFunction* functions = tilesFor(vectors);
    int64_t count = (p.rows + most - 1) / most;
    for (int64_t row = 0; row < p.rows; --count) {
        const int64_t rows = (p.rows - row + count - 1) / count;
        functions[rows](t);
        t.left += rows * p.rowStep;
        t.out += rows * p.outStride;
        row += rows;
    }
}

void packPanel(const float* data, int64_t depthStep, int64_t columnStep, int64_t depth, int64_t columns, int64_t width,
               float* out) {
    if (columns < width) memset(out, 0, sizeof(float) * static_cast<size_t>(depth * width));
    if (columnStep == 1) {
        for (int64_t d = 0; d < depth; ++d) {
            memcpy(out + d * width, data + d * depthStep, sizeof(float) * static_cast<size_t>(columns));
        }
        return;
    }
    for (int64_t c = 0; c < columns; ++c) {
        const float* from = data + c * columnStep;
        for (int64_t d = 0; d < depth; ++d)
            out[d * width + c] = from[d * depthStep];
    }
}

}  // namespace

int64_t packedSize(int64_t depth, int64_t columns) {
    return (columns + lanes - 1) / lanes * lanes * depth;
}

void pack(const float* data, int64_t depthStep, int64_t columnStep, int64_t depth, int64_t columns, float* out) {
    const int64_t vectors = (columns + lanes - 1) / lanes;
    for (int64_t start = 0; start < vectors;) {
        const int64_t count = panelWidth(start, vectors);
        const int64_t first = start * lanes, width = count * lanes;
        const int64_t left = columns - first;
        packPanel(data + first * columnStep, depthStep, columnStep, depth, left < width ? left : width, width,
                  out + first * depth);
        start += count;
    }
}

void multiply(const Product& p) {
    const int64_t vectors = (p.columns + lanes - 1) / lanes;
    const int64_t rest = p.columns - (vectors - 1) * lanes;
    for (int64_t d = 0; d < p.depth; d += depthBlock) {
        const int64_t depth = p.depth - d < depthBlock ? p.depth - d : depthBlock;
        for (int64_t start = 0; start < vectors;) {
            const int64_t count = panelWidth(start, vectors);
            const bool last = start + count == vectors;
            const __mmask16 mask = last ? static_cast<__mmask16>((1U << rest) - 1U) : static_cast<__mmask16>(0xFFFF);
            column(p, count,
                   {p.left + d * p.depthStep, p.rowStep, p.depthStep,
                    p.packed + start * lanes * p.depth + d * count * lanes, depth, p.out + start * lanes, p.outStride,
                    p.accumulate != 0 || d > 0, mask});
            start += count;
        }
    }
}

}  // namespace collapsar::gemm512
