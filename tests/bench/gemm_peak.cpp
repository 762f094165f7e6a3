// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/gemm.h"
#include "tests/bench/sides.h"

#include <cblas.h>

#include <algorithm>
#include <cmath>

namespace collapsar {
namespace {

struct ProductShape {
    const char* name;
    int rows, depth, columns;
};
constexpr ProductShape shapes[] = {{"large", 1024, 1024, 1024}, {"recurrent", 16, 50, 200}, {"output", 176, 50, 1004}};
constexpr int calls = 5;  // the best of these is the peak
constexpr double secondsPerCall = 0.04;

std::vector<float> numbers(int count) {
    std::vector<float> values(static_cast<std::size_t>(count));
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = 0.01F * static_cast<float>(i % 97) - 0.5F;
    return values;
}

/// Best rate of several short measurements: a peak is what the processor can do undisturbed.
double bestGigaflops(const ProductShape& shape, const std::function<void()>& product) {
    const double flops = 2.0 * shape.rows * shape.depth * shape.columns;
    const int products = std::max(1, static_cast<int>(secondsPerCall * 80e9 / flops));
    double best = 0;
    for (int call = 0; call <= calls; ++call) {
        const Stopwatch watch;
        for (int i = 0; i < products; ++i)
            product();
        if (call > 0) best = std::max(best, flops * products / watch.cpuSeconds() * 1e-9);
    }
    return best;
}

}  // namespace

Measured measurePeak() {
    Measured measured;
    const Stopwatch watch;
    for (const ProductShape& shape : shapes) {
        const std::vector<float> left = numbers(shape.rows * shape.depth), right = numbers(shape.depth * shape.columns);
        std::vector<float> out(static_cast<std::size_t>(shape.rows * shape.columns));
        const std::string name = shape.name;
        measured.figures["blas_" + name] = bestGigaflops(shape, [&] {
            cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, shape.rows, shape.columns, shape.depth, 1.0F,
                        left.data(), shape.depth, right.data(), shape.columns, 0.0F, out.data(), shape.columns);
        });
        PackedMatrix packed;
        packed.pack({.data = right.data(), .stride = shape.columns}, shape.depth, shape.columns);
        measured.figures["own_" + name] = bestGigaflops(shape, [&] {
            multiply({.data = left.data(), .stride = shape.depth}, shape.rows, packed, Into::Overwrite, out.data(),
                     shape.columns);
        });
    }
    measured.work = 1;
    measured.cpuSeconds = watch.cpuSeconds();
    measured.wallSeconds = watch.wallSeconds();
    return measured;
}

}  // namespace collapsar
