// SPDX-License-Identifier: GPL-3.0-or-later
/// Gaussians to draw latents from: dense over a few dimensions, independent in the others, so that a draw and a density
/// cost O(Z + J^2) with Z latents of which J are joint. Any thread.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace collapsar {

/// Lower factor L of a symmetric matrix A = L L^T, both [n, n] row-major; empty when A is not positive definite.
[[nodiscard]] std::optional<std::vector<double>> choleskyFactor(std::span<const double> matrix, std::size_t n);
/// Inverse of A = L L^T from its lower factor, [n, n] row-major.
[[nodiscard]] std::vector<double> inverseFromFactor(std::span<const double> factor, std::size_t n);

class GaussianProposal {
public:
    /// Independent dimensions: mean and sd [Z], sd above 0.
    GaussianProposal(std::vector<double> mean, std::vector<double> sd);
    /// As above, but the dimensions `joint` (ascending) have the covariance factor L L^T, factor [J, J] lower.
    GaussianProposal(std::vector<double> mean, std::vector<double> sd, std::vector<std::size_t> joint,
                     std::vector<double> factor);

    /// z = mean + sd * noise, over the joint dimensions mean + L noise. Both [Z].
    void draw(std::span<const float> noise, std::span<float> z) const;
    /// log N(z), nats.
    [[nodiscard]] double logDensity(std::span<const float> z) const;
    /// E[log N(z)] for z of an independent Gaussian: mean and variance [Z].
    [[nodiscard]] double expectedLogDensity(std::span<const double> mean, std::span<const double> variance) const;

    /// The same mean, standard deviations times `factor`.
    [[nodiscard]] GaussianProposal scaled(double factor) const;
    /// Another mean, and each standard deviation times its own scale [Z]; correlations stay.
    [[nodiscard]] GaussianProposal moved(std::vector<double> mean, std::span<const double> scale) const;

    [[nodiscard]] const std::vector<double>& mean() const { return m_mean; }
    [[nodiscard]] const std::vector<std::size_t>& joint() const { return m_joint; }
    /// Covariance over the joint dimensions [J, J]; of the others only the variances.
    [[nodiscard]] std::vector<double> jointCovariance() const;
    [[nodiscard]] double variance(std::size_t dimension) const { return m_sd[dimension] * m_sd[dimension]; }

private:
    [[nodiscard]] double exponent(std::span<const double> distance) const;

    std::vector<double> m_mean, m_sd;  ///< sd of a joint dimension: from the factor
    std::vector<std::size_t> m_joint;
    std::vector<bool> m_isJoint;
    std::vector<double> m_factor;
    double m_logScale = 0;  ///< log of the density at the mean
};

}  // namespace collapsar
