// SPDX-License-Identifier: GPL-3.0-or-later
/// The element-wise kernels as a table, one table for each instruction set; kernels.inc holds the code they share.
/// Private to core/nn: everyone else calls vector_math.h and philox.h.
#pragma once

#include <cstdint>

namespace collapsar {

/// Philox words that stay fixed over a fill; the element counter is counted up from `element`.
struct PhiloxStart {
    std::uint32_t element, inner, updateLow, streamWord, keyLow, keyHigh;
};

/// One Adam step: first and second moments decay by beta; step is rate / (1 - beta1^t); rootScale is 1 / sqrt(1 -
/// beta2^t).
struct AdamFactors {
    float clip, beta1, beta2, step, rootScale, epsilon;
};

struct Kernels {
    const char* instructionSet;
    void (*lstmCell)(float* gates, const float* cellIn, float* cellOut, float* tanhCell, float* hiddenOut,
                     std::int64_t rows, std::int64_t hidden);
    void (*lstmCellBackward)(float* gates, const float* cellIn, const float* tanhCell, const float* hiddenGradient,
                             float* cellGradient, std::int64_t rows, std::int64_t hidden);
    float (*maximum)(const float* values, std::int64_t n);
    float (*sumExp)(const float* values, std::int64_t n, float shift);
    float (*expShifted)(float* values, std::int64_t n, float shift);
    void (*tanhInto)(const float* in, float* out, std::int64_t n);
    double (*squaredNorm)(const float* values, std::int64_t n);
    /// weights += factor * gradients
    void (*addScaled)(float* weights, const float* gradients, float factor, std::int64_t n);
    void (*adam)(float* weights, const float* gradients, float* first, float* second, const AdamFactors& factors,
                 std::int64_t n);
    /// Whole philox calls: 4 words each, `calls` of them.
    void (*philoxFill)(const PhiloxStart& start, std::uint32_t* out, std::int64_t calls);
    /// out[i] = word i < threshold ? 0 : scale, over `calls` philox calls.
    void (*dropoutFill)(const PhiloxStart& start, float* out, std::int64_t calls, std::uint32_t threshold, float scale);
};

extern const Kernels portableKernels;
#ifdef COLLAPSAR_X86
extern const Kernels avx2Kernels;
extern const Kernels avx512Kernels;
#endif

/// The widest table this processor can run (environment variable COLLAPSAR_KERNELS can ask for a narrower one); chosen
/// once. Any thread.
[[nodiscard]] const Kernels& kernels();

}  // namespace collapsar
