// SPDX-License-Identifier: GPL-3.0-or-later
/// Transposes blocks of floats in registers, for packing. Private to gemm_avx512.cpp. Only C headers: see kernels.inc.
#pragma once

#include <immintrin.h>
#include <stdint.h>

namespace collapsar::gemm512 {
namespace {

/// 16 x 16: row r of the result is column r of the source.
inline void transposeBlock(__m512 (&m)[16]) {
    __m512 a[16];
    for (int i = 0; i < 16; i += 2) {
        a[i] = _mm512_unpacklo_ps(m[i], m[i + 1]);
        a[i + 1] = _mm512_unpackhi_ps(m[i], m[i + 1]);
    }
    for (int i = 0; i < 16; i += 4) {
        for (int half = 0; half < 2; ++half) {
            const __m512d low = _mm512_castps_pd(a[i + half]), high = _mm512_castps_pd(a[i + half + 2]);
            m[i + 2 * half] = _mm512_castpd_ps(_mm512_unpacklo_pd(low, high));
            m[i + 2 * half + 1] = _mm512_castpd_ps(_mm512_unpackhi_pd(low, high));
        }
    }
    for (int i = 0; i < 4; ++i) {
        a[i] = _mm512_shuffle_f32x4(m[i], m[i + 4], 0x88);
        a[i + 4] = _mm512_shuffle_f32x4(m[i], m[i + 4], 0xDD);
        a[i + 8] = _mm512_shuffle_f32x4(m[i + 8], m[i + 12], 0x88);
        a[i + 12] = _mm512_shuffle_f32x4(m[i + 8], m[i + 12], 0xDD);
    }
    for (int i = 0; i < 4; ++i) {
        m[i] = _mm512_shuffle_f32x4(a[i], a[i + 8], 0x88);
        m[i + 8] = _mm512_shuffle_f32x4(a[i], a[i + 8], 0xDD);
        m[i + 4] = _mm512_shuffle_f32x4(a[i + 4], a[i + 12], 0x88);
        m[i + 12] = _mm512_shuffle_f32x4(a[i + 4], a[i + 12], 0xDD);
    }
}

/// out [depth, width] = transpose of `columns` rows of `depth` floats, `stride` apart; columns behind are zero. `out`
/// 64-byte aligned, width a multiple of 16.
inline void transposeInto(const float* from, int64_t stride, int64_t columns, int64_t depth, int64_t width,
                          float* out) {
    for (int64_t c = 0; c < width; c += 16) {
        for (int64_t d = 0; d < depth; d += 16) {
            const int64_t count = depth - d < 16 ? depth - d : 16;
            const __mmask16 mask = static_cast<__mmask16>((1U << count) - 1U);
            __m512 block[16];
            for (int r = 0; r < 16; ++r) {
                block[r] =
                    c + r < columns ? _mm512_maskz_loadu_ps(mask, from + (c + r) * stride + d) : _mm512_setzero_ps();
            }
            transposeBlock(block);
            for (int64_t i = 0; i < count; ++i)
                _mm512_store_ps(out + (d + i) * width + c, block[i]);
        }
    }
}

}  // namespace
}  // namespace collapsar::gemm512
