// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnostics/feature_dispersion.h"

#include "core/report/symmetric_eigen.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstddef>
#include <limits>
#include <vector>

namespace collapsar {
namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

double dot(std::span<const double> a, std::span<const double> b) {
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        sum += a[i] * b[i];
    return sum;
}

/// [N, H] in double with its mean apart, so that small differences of large features survive.
class Features {
public:
    Features(std::span<const float> values, std::size_t hidden)
        : m_count(values.size() / hidden), m_hidden(hidden), m_centred(values.begin(), values.end()), m_mean(hidden) {
        for (std::size_t i = 0; i < m_centred.size(); ++i)
            m_mean[i % hidden] += m_centred[i] / static_cast<double>(m_count);
        for (std::size_t i = 0; i < m_centred.size(); ++i)
            m_centred[i] -= m_mean[i % hidden];
    }

    [[nodiscard]] std::size_t count() const { return m_count; }
    [[nodiscard]] std::span<const double> mean() const { return m_mean; }
    [[nodiscard]] std::span<const double> row(std::size_t i) const {
        return std::span(m_centred).subspan(i * m_hidden, m_hidden);
    }
    /// Of the covariance, those that can differ from 0.
    [[nodiscard]] std::vector<double> eigenvalues() const { return m_count < m_hidden ? ofProducts() : ofCovariance(); }

private:
    [[nodiscard]] std::vector<double> ofProducts() const {
        std::vector<double> matrix(m_count * m_count, 0.0);
        for (std::size_t i = 0; i < m_count; ++i) {
            for (std::size_t j = 0; j <= i; ++j)
                matrix[i * m_count + j] = dot(row(i), row(j));
        }
        return symmetricEigenvalues(std::move(matrix), m_count);
    }
    [[nodiscard]] std::vector<double> ofCovariance() const {
        std::vector<double> matrix(m_hidden * m_hidden, 0.0);
        for (std::size_t i = 0; i < m_count; ++i) {
            const auto one = row(i);
            for (std::size_t a = 0; a < m_hidden; ++a) {
                for (std::size_t b = 0; b <= a; ++b)
                    matrix[a * m_hidden + b] += one[a] * one[b];
            }
        }
        return symmetricEigenvalues(std::move(matrix), m_hidden);
    }

    std::size_t m_count, m_hidden;
    std::vector<double> m_centred, m_mean;
};

/// (|sum of unit vectors|^2 - N) / (N (N - 1)).
double meanCosine(std::span<const float> values, std::size_t hidden) {
    const double n = static_cast<double>(values.size() / hidden);
    std::vector<double> sum(hidden, 0.0);
    for (std::size_t first = 0; first < values.size(); first += hidden) {
        double square = 0;
        for (std::size_t u = 0; u < hidden; ++u)
            square += static_cast<double>(values[first + u]) * static_cast<double>(values[first + u]);
        for (std::size_t u = 0; u < hidden; ++u)
            sum[u] += static_cast<double>(values[first + u]) / std::sqrt(square);
    }
    return (dot(sum, sum) - n) / (n * (n - 1));
}

double meanDistance(const Features& features) {
    double total = 0;
    for (std::size_t i = 0; i < features.count(); ++i) {
        const auto a = features.row(i);
        for (std::size_t j = 0; j < i; ++j) {
            const auto b = features.row(j);
            double square = 0;
            for (std::size_t u = 0; u < a.size(); ++u)
                square += (a[u] - b[u]) * (a[u] - b[u]);
            total += std::sqrt(square);
        }
    }
    const double n = static_cast<double>(features.count());
    return total / (n * (n - 1) / 2);
}

double meanNorm(std::span<const float> values, std::size_t hidden) {
    double total = 0;
    for (std::size_t first = 0; first < values.size(); first += hidden) {
        double square = 0;
        for (std::size_t u = 0; u < hidden; ++u)
            square += static_cast<double>(values[first + u]) * static_cast<double>(values[first + u]);
        total += std::sqrt(square);
    }
    return total / static_cast<double>(values.size() / hidden);
}

double effectiveRank(const std::vector<double>& eigenvalues) {
    double total = 0, entropy = 0;
    for (const double value : eigenvalues)
        total += std::max(value, 0.0);  // rounding can leave a zero slightly negative
    if (!(total > 0)) return none;
    for (const double value : eigenvalues) {
        const double share = value / total;
        if (share > 0) entropy -= share * std::log(share);
    }
    return std::exp(entropy);
}

}  // namespace

FeatureDispersion featureDispersion(std::span<const float> features, int hidden) {
    const auto width = static_cast<std::size_t>(hidden);
    assert(features.size() % width == 0);
    FeatureDispersion result{none, none, none, none, none, static_cast<int>(features.size() / width)};
    if (result.examples < 2 || !std::ranges::all_of(features, [](float v) { return std::isfinite(v); })) return result;
    const Features centred(features, width);
    result.meanCosine = meanCosine(features, width);
    result.relativeDistance = meanDistance(centred) / meanNorm(features, width);
    result.totalVariance = 0;
    for (std::size_t i = 0; i < centred.count(); ++i)
        result.totalVariance += dot(centred.row(i), centred.row(i)) / (result.examples - 1);
    result.varianceRatio = result.totalVariance / dot(centred.mean(), centred.mean());
    result.effectiveRank = effectiveRank(centred.eigenvalues());
    return result;
}

}  // namespace collapsar
