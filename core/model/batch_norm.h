// SPDX-License-Identifier: GPL-3.0-or-later
/// Batch normalisation of rows [B, Z], each column on its own, with torch's conventions (BatchNorm1d, eps 1e-5,
/// momentum 0.1). Torch-free; in float for the product, in double to be checked. source: Ioffe & Szegedy 2015,
/// algorithms 1 and 2; Zhu et al. 2020 (on posterior means)
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace collapsar {

inline constexpr double batchNormEpsilon = 1e-5;
inline constexpr double batchNormMomentum = 0.1;  ///< the newest batch's share of the running statistics

/// Of one batch, each [Z]; the variance without bias, divided by B - 1.
template <typename Real>
struct BatchStatistics {
    std::vector<Real> mean, variance;
};

/// Training. One batch at a time; one thread.
template <typename Real>
class BatchNorm {
public:
    explicit BatchNorm(std::int64_t columns) : m_columns(columns) {}

    /// x -> weight (x - mean) / sqrt(variance + epsilon) + bias, in place, with the biased statistics of these rows; at
    /// least 2 of them. A column's mean square becomes weight^2 variance / (variance + epsilon) + bias^2: the floor
    /// under the KL is there for variances far above epsilon alone.
    void forward(Real* rows, std::int64_t count, const Real* weight, const Real* bias);
    /// In: gradients by the results of the last forward(). Out, in place: by its inputs, through the statistics too.
    /// Adds to the bias's.
    void backward(Real* gradients, const Real* weight, Real* biasGradient) const;

    /// Of the last forward().
    [[nodiscard]] const BatchStatistics<Real>& statistics() const { return m_statistics; }

private:
    std::int64_t m_columns, m_rows = 0;
    BatchStatistics<Real> m_statistics;
    std::vector<Real> m_normalised;    ///< [B, Z]
    std::vector<double> m_inverseSds;  ///< [Z]
};

/// running = (1 - momentum) running + momentum batch, each [Z].
template <typename Real>
void moveRunning(const BatchStatistics<Real>& batch, std::span<Real> mean, std::span<Real> variance);

/// What evaluation needs, each [Z].
template <typename Real>
struct RunningBatchNorm {
    std::vector<Real> weight, bias, mean, variance;

    /// x -> weight (x - mean) / sqrt(variance + epsilon) + bias, in place, rows independent of each other.
    void apply(Real* rows, std::int64_t count) const;
};

}  // namespace collapsar
