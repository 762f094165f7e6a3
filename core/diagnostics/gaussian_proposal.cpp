// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnostics/gaussian_proposal.h"

#include <cassert>
#include <cmath>
#include <numbers>
#include <utility>

namespace collapsar {
namespace {

/// L x = b, in place.
void solveLower(std::span<const double> factor, std::span<double> x) {
    const std::size_t n = x.size();
    for (std::size_t i = 0; i < n; ++i) {
        double sum = x[i];
        for (std::size_t j = 0; j < i; ++j)
            sum -= factor[i * n + j] * x[j];
        x[i] = sum / factor[i * n + i];
    }
}

}  // namespace

std::optional<std::vector<double>> choleskyFactor(std::span<const double> matrix, std::size_t n) {
    assert(matrix.size() == n * n);
    std::vector<double> factor(n * n, 0.0);
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j <= i; ++j) {
            double sum = matrix[i * n + j];
            for (std::size_t k = 0; k < j; ++k)
                sum -= factor[i * n + k] * factor[j * n + k];
            if (i != j)
                factor[i * n + j] = sum / factor[j * n + j];
            else if (sum > 1e-12 * matrix[i * n + i])
                factor[i * n + i] = std::sqrt(sum);
            else
                return std::nullopt;
        }
    }
    return factor;
}

std::vector<double> inverseFromFactor(std::span<const double> factor, std::size_t n) {
    std::vector<double> columns(n * n, 0.0);  // row k: L^-1 e_k
    for (std::size_t k = 0; k < n; ++k) {
        columns[k * n + k] = 1;
        solveLower(factor, std::span(columns).subspan(k * n, n));
    }
    std::vector<double> inverse(n * n, 0.0);
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j <= i; ++j) {
            double sum = 0;
            for (std::size_t k = i; k < n; ++k)
                sum += columns[i * n + k] * columns[j * n + k];
            inverse[i * n + j] = inverse[j * n + i] = sum;
        }
    }
    return inverse;
}

GaussianProposal::GaussianProposal(std::vector<double> mean, std::vector<double> sd)
    : GaussianProposal(std::move(mean), std::move(sd), {}, {}) {}

GaussianProposal::GaussianProposal(std::vector<double> mean, std::vector<double> sd, std::vector<std::size_t> joint,
                                   std::vector<double> factor)
    : m_mean(std::move(mean)),
      m_sd(std::move(sd)),
      m_joint(std::move(joint)),
      m_isJoint(m_mean.size(), false),
      m_factor(std::move(factor)) {
    const std::size_t n = m_joint.size();
    assert(m_sd.size() == m_mean.size() && m_factor.size() == n * n);
    m_logScale = -0.5 * static_cast<double>(m_mean.size()) * std::log(2 * std::numbers::pi);
    for (std::size_t i = 0; i < n; ++i) {
        double variance = 0;
        for (std::size_t k = 0; k <= i; ++k)
            variance += m_factor[i * n + k] * m_factor[i * n + k];
        m_sd[m_joint[i]] = std::sqrt(variance);
        m_isJoint[m_joint[i]] = true;
        m_logScale -= std::log(m_factor[i * n + i]);
    }
    for (std::size_t d = 0; d < m_mean.size(); ++d)
        if (!m_isJoint[d]) m_logScale -= std::log(m_sd[d]);
}

GaussianProposal GaussianProposal::scaled(double factor) const {
    return moved(m_mean, std::vector<double>(m_mean.size(), factor));
}

GaussianProposal GaussianProposal::moved(std::vector<double> mean, std::span<const double> scale) const {
    std::vector<double> sd = m_sd, lower = m_factor;
    for (std::size_t d = 0; d < sd.size(); ++d)
        sd[d] *= scale[d];
    const std::size_t n = m_joint.size();
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = 0; j <= i; ++j)
            lower[i * n + j] *= scale[m_joint[i]];
    return {std::move(mean), std::move(sd), m_joint, std::move(lower)};
}

void GaussianProposal::draw(std::span<const float> noise, std::span<float> z) const {
    for (std::size_t d = 0; d < m_mean.size(); ++d)
        z[d] = static_cast<float>(m_mean[d] + m_sd[d] * static_cast<double>(noise[d]));
    const std::size_t n = m_joint.size();
    for (std::size_t i = 0; i < n; ++i) {
        double sum = m_mean[m_joint[i]];
        for (std::size_t k = 0; k <= i; ++k)
            sum += m_factor[i * n + k] * static_cast<double>(noise[m_joint[k]]);
        z[m_joint[i]] = static_cast<float>(sum);
    }
}

/// Squared distance in units of the covariance.
double GaussianProposal::exponent(std::span<const double> distance) const {
    double sum = 0;
    for (std::size_t d = 0; d < m_mean.size(); ++d) {
        if (m_isJoint[d]) continue;
        const double scaled = distance[d] / m_sd[d];
        sum += scaled * scaled;
    }
    std::vector<double> inner(m_joint.size());
    for (std::size_t i = 0; i < inner.size(); ++i)
        inner[i] = distance[m_joint[i]];
    solveLower(m_factor, inner);
    for (const double scaled : inner)
        sum += scaled * scaled;
    return sum;
}

double GaussianProposal::logDensity(std::span<const float> z) const {
    std::vector<double> distance(m_mean.size());
    for (std::size_t d = 0; d < distance.size(); ++d)
        distance[d] = static_cast<double>(z[d]) - m_mean[d];
    return m_logScale - 0.5 * exponent(distance);
}

double GaussianProposal::expectedLogDensity(std::span<const double> mean, std::span<const double> variance) const {
    std::vector<double> distance(m_mean.size());
    for (std::size_t d = 0; d < distance.size(); ++d)
        distance[d] = mean[d] - m_mean[d];
    double expected = exponent(distance);
    for (std::size_t d = 0; d < m_mean.size(); ++d)
        if (!m_isJoint[d]) expected += variance[d] / (m_sd[d] * m_sd[d]);
    const std::vector<double> precision = inverseFromFactor(m_factor, m_joint.size());
    for (std::size_t i = 0; i < m_joint.size(); ++i)
        expected += precision[i * m_joint.size() + i] * variance[m_joint[i]];
    return m_logScale - 0.5 * expected;
}

std::vector<double> GaussianProposal::jointCovariance() const {
    const std::size_t n = m_joint.size();
    std::vector<double> covariance(n * n);
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j <= i; ++j) {
            double sum = 0;
            for (std::size_t k = 0; k <= j; ++k)
                sum += m_factor[i * n + k] * m_factor[j * n + k];
            covariance[i * n + j] = covariance[j * n + i] = sum;
        }
    }
    return covariance;
}

}  // namespace collapsar
