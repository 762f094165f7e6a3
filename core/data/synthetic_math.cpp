// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/synthetic_math.h"

#include <algorithm>
#include <array>
#include <bit>

namespace collapsar {

namespace {

/// Adding and taking it away rounds a small float to a whole number.
constexpr float rounder = 12582912.0F;

/// exp by 2^k p(r), |r| <= ln 2 / 2 (Cephes expf), for x <= 80; 0 below -80. About 1e-7 relative.
inline float exponential(float x) {
    const float bounded = x < -80.0F ? -80.0F : (x > 80.0F ? 80.0F : x);
    const float k = (bounded * 1.44269504088896341F + rounder) - rounder;
    const float r = (bounded - k * 0.693359375F) + k * 2.12194440e-4F;
    float p = 1.9875691500e-4F;
    p = p * r + 1.3981999507e-3F;
    p = p * r + 8.3334519073e-3F;
    p = p * r + 4.1665795894e-2F;
    p = p * r + 1.6666665459e-1F;
    p = p * r + 5.0000001201e-1F;
    p = p * (r * r) + r + 1.0F;
    const float scale = std::bit_cast<float>((static_cast<std::int32_t>(k) + 127) << 23);
    return x < -80.0F ? 0.0F : p * scale;
}

inline float sigmoid(float x) {
    return 1.0F / (1.0F + exponential(-x));
}
inline float hyperbolicTangent(float x) {
    return 1.0F - 2.0F / (exponential(2.0F * x) + 1.0F);
}
/// For |x| < 2^14.
inline float onGrid(float x) {
    return ((x * 256.0F + rounder) - rounder) * 0.00390625F;
}

/// Eight maxima side by side, so that the compiler can vectorise; the result does not depend on the order.
float maximumOf(std::span<const float> values) {
    std::array<float, 8> most;
    most.fill(values[0]);
    std::size_t at = 0;
    for (; at + most.size() <= values.size(); at += most.size()) {
        for (std::size_t lane = 0; lane < most.size(); ++lane) {
            most[lane] = values[at + lane] > most[lane] ? values[at + lane] : most[lane];
        }
    }
    for (; at < values.size(); ++at)
        most[0] = std::max(most[0], values[at]);
    return *std::max_element(most.begin(), most.end());
}

constexpr std::size_t blockSize = 32;

/// Of one block, or of what is left of the last one: four sums side by side, added in a fixed order.
double blockSum(std::span<const float> terms) {
    std::array<double, 4> sums{};
    for (std::size_t i = 0; i < terms.size(); ++i)
        sums[i % 4] += static_cast<double>(terms[i]);
    return (sums[0] + sums[1]) + (sums[2] + sums[3]);
}

std::span<const float> blockAt(std::span<const float> terms, std::size_t begin) {
    return terms.subspan(begin, std::min(blockSize, terms.size() - begin));
}

}  // namespace

void roundToGrid(std::span<float> values) {
    for (float& value : values)
        value = onGrid(value);
}

void portableLstmCell(const float* gates, float* cell, float* hidden, std::int64_t rows, std::int64_t units) {
    for (std::int64_t row = 0; row < rows; ++row) {
        const float* g = gates + row * 4 * units;
        float* c = cell + row * units;
        float* h = hidden + row * units;
        for (std::int64_t u = 0; u < units; ++u) {
            const float kept = sigmoid(g[units + u]) * c[u];
            c[u] = kept + sigmoid(g[u]) * hyperbolicTangent(g[2 * units + u]);
            h[u] = onGrid(sigmoid(g[3 * units + u]) * hyperbolicTangent(c[u]));
        }
    }
}

void portableSoftmaxTerms(std::span<float> values) {
    const float most = maximumOf(values);
    for (float& value : values)
        value = exponential(value - most);
}

std::size_t indexAtShare(std::span<const float> terms, double share) {
    double total = 0;
    for (std::size_t begin = 0; begin < terms.size(); begin += blockSize)
        total += blockSum(blockAt(terms, begin));
    double left = total * share;
    std::size_t begin = 0;
    for (; begin + blockSize < terms.size(); begin += blockSize) {
        const double sum = blockSum(blockAt(terms, begin));
        if (left < sum) break;
        left -= sum;
    }
    std::size_t lastPossible = begin;
    for (std::size_t i = begin; i < terms.size(); ++i) {
        if (terms[i] > 0) lastPossible = i;
        left -= static_cast<double>(terms[i]);
        if (left < 0) return i;
    }
    return lastPossible;
}

void portableTanh(const float* in, float* out, std::int64_t n) {
    for (std::int64_t i = 0; i < n; ++i)
        out[i] = hyperbolicTangent(in[i]);
}

}  // namespace collapsar
