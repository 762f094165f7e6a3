// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/batch_norm.h"

#include <cmath>
#include <cstddef>

namespace collapsar {

template <typename Real>
void BatchNorm<Real>::forward(Real* rows, std::int64_t count, const Real* weight, const Real* bias) {
    const auto columns = static_cast<std::size_t>(m_columns), size = static_cast<std::size_t>(count) * columns;
    const auto n = static_cast<double>(count);
    m_rows = count;
    m_statistics.mean.resize(columns);
    m_statistics.variance.resize(columns);
    m_inverseSds.resize(columns);
    m_normalised.resize(size);
    for (std::size_t d = 0; d < columns; ++d) {
        double sum = 0, squares = 0;
        for (std::size_t i = d; i < size; i += columns)
            sum += static_cast<double>(rows[i]);
        const double mean = sum / n;
        for (std::size_t i = d; i < size; i += columns) {
            const double offset = static_cast<double>(rows[i]) - mean;
            squares += offset * offset;
        }
        const double inverse = 1 / std::sqrt(squares / n + batchNormEpsilon);
        for (std::size_t i = d; i < size; i += columns) {
            m_normalised[i] = static_cast<Real>((static_cast<double>(rows[i]) - mean) * inverse);
            rows[i] = weight[d] * m_normalised[i] + bias[d];
        }
        m_inverseSds[d] = inverse;
        m_statistics.mean[d] = static_cast<Real>(mean);
        m_statistics.variance[d] = static_cast<Real>(squares / (n - 1));
    }
}

template <typename Real>
void BatchNorm<Real>::backward(Real* gradients, const Real* weight, Real* biasGradient) const {
    const auto columns = static_cast<std::size_t>(m_columns), size = static_cast<std::size_t>(m_rows) * columns;
    const auto n = static_cast<double>(m_rows);
    for (std::size_t d = 0; d < columns; ++d) {
        double sum = 0, product = 0;
        for (std::size_t i = d; i < size; i += columns) {
            sum += static_cast<double>(gradients[i]);
            product += static_cast<double>(gradients[i]) * static_cast<double>(m_normalised[i]);
        }
        const double factor = static_cast<double>(weight[d]) * m_inverseSds[d];
        for (std::size_t i = d; i < size; i += columns) {
            const double throughMean = sum / n, throughVariance = static_cast<double>(m_normalised[i]) * product / n;
            gradients[i] =
                static_cast<Real>(factor * (static_cast<double>(gradients[i]) - throughMean - throughVariance));
        }
        biasGradient[d] += static_cast<Real>(sum);
    }
}

template <typename Real>
void moveRunning(const BatchStatistics<Real>& batch, std::span<Real> mean, std::span<Real> variance) {
    const auto move = [](Real& running, Real newest) {
        running = static_cast<Real>((1 - batchNormMomentum) * static_cast<double>(running) +
                                    batchNormMomentum * static_cast<double>(newest));
    };
    for (std::size_t d = 0; d < batch.mean.size(); ++d) {
        move(mean[d], batch.mean[d]);
        move(variance[d], batch.variance[d]);
    }
}

template <typename Real>
void RunningBatchNorm<Real>::apply(Real* rows, std::int64_t count) const {
    const std::size_t columns = mean.size();
    for (std::size_t d = 0; d < columns; ++d) {
        const double scale =
            static_cast<double>(weight[d]) / std::sqrt(static_cast<double>(variance[d]) + batchNormEpsilon);
        for (std::size_t i = d; i < static_cast<std::size_t>(count) * columns; i += columns) {
            const double offset = static_cast<double>(rows[i]) - static_cast<double>(mean[d]);
            rows[i] = static_cast<Real>(offset * scale + static_cast<double>(bias[d]));
        }
    }
}

template class BatchNorm<float>;
template class BatchNorm<double>;
template void moveRunning(const BatchStatistics<float>&, std::span<float>, std::span<float>);
template void moveRunning(const BatchStatistics<double>&, std::span<double>, std::span<double>);
template struct RunningBatchNorm<float>;
template struct RunningBatchNorm<double>;

}  // namespace collapsar
