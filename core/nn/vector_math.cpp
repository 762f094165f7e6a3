// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/vector_math.h"

#include "core/nn/kernels.h"

#include <cmath>
#include <cstdlib>

namespace collapsar {

namespace {

/// The widest table this processor can run, or the one named in COLLAPSAR_KERNELS ("portable", "AVX2") if narrower: to
/// check or repeat on this machine what another computes.
const Kernels& choose() {
#ifdef COLLAPSAR_X86
    const char* asked = std::getenv("COLLAPSAR_KERNELS");
    const std::string_view limit = asked ? asked : "";
    __builtin_cpu_init();
    const bool hasAvx2 = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
    const bool hasAvx512 = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
                           __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq");
    if (hasAvx512 && limit != "portable" && limit != "AVX2") return avx512Kernels;
    if (hasAvx2 && limit != "portable") return avx2Kernels;
#endif
    return portableKernels;
}

}  // namespace

const Kernels& kernels() {
    static const Kernels& chosen = choose();
    return chosen;
}

void lstmCell(float* gates, const float* cellIn, float* cellOut, float* tanhCell, float* hiddenOut, std::int64_t rows,
              std::int64_t hidden) {
    kernels().lstmCell(gates, cellIn, cellOut, tanhCell, hiddenOut, rows, hidden);
}

void lstmCellBackward(float* gates, const float* cellIn, const float* tanhCell, const float* hiddenGradient,
                      float* cellGradient, std::int64_t rows, std::int64_t hidden) {
    kernels().lstmCellBackward(gates, cellIn, tanhCell, hiddenGradient, cellGradient, rows, hidden);
}

float maximum(const float* values, std::int64_t n) {
    return kernels().maximum(values, n);
}

float logSumExp(const float* values, std::int64_t n) {
    const float shift = kernels().maximum(values, n);
    if (!std::isfinite(shift)) return shift;
    return shift + std::log(kernels().sumExp(values, n, shift));
}

float expShifted(float* values, std::int64_t n, float shift) {
    return kernels().expShifted(values, n, shift);
}

void tanhInto(const float* in, float* out, std::int64_t n) {
    kernels().tanhInto(in, out, n);
}

std::string_view instructionSet() {
    return kernels().instructionSet;
}

}  // namespace collapsar
