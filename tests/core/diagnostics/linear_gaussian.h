// SPDX-License-Identifier: GPL-3.0-or-later
/// Closed forms of the linear Gaussian model x = A z + noise, z ~ N(0, I), for any number of latents.
#pragma once

#include <cmath>
#include <cstddef>
#include <random>
#include <span>
#include <vector>

namespace collapsar {

using Rows = std::vector<std::vector<double>>;

/// Inverse and log determinant of a symmetric positive definite matrix, by Gauss-Jordan elimination.
struct Inverted {
    Rows inverse;
    double logDeterminant = 0;
};
inline Inverted inverted(Rows m) {
    const std::size_t n = m.size();
    Inverted result{Rows(n, std::vector<double>(n, 0.0)), 0};
    for (std::size_t i = 0; i < n; ++i)
        result.inverse[i][i] = 1;
    for (std::size_t i = 0; i < n; ++i) {
        const double pivot = m[i][i];
        result.logDeterminant += std::log(pivot);
        for (std::size_t j = 0; j < n; ++j) {
            m[i][j] /= pivot;
            result.inverse[i][j] /= pivot;
        }
        for (std::size_t k = 0; k < n; ++k) {
            const double share = m[k][i];
            for (std::size_t j = 0; k != i && j < n; ++j) {
                m[k][j] -= share * m[i][j];
                result.inverse[k][j] -= share * result.inverse[i][j];
            }
        }
    }
    return result;
}

struct LinearGaussian {
    Rows slopes;  ///< [X][Z]
    double noise = 1;
    std::vector<double> x;

    /// Slopes and x drawn at random: x from the model itself.
    static LinearGaussian random(std::size_t latents, std::size_t observations, double scale, double noise,
                                 unsigned seed) {
        std::mt19937 generator(seed);
        std::normal_distribution<double> normal;
        LinearGaussian model{Rows(observations, std::vector<double>(latents)), noise, {}};
        std::vector<double> z(latents);
        for (double& part : z)
            part = normal(generator);
        for (auto& row : model.slopes) {
            double sum = noise * normal(generator);
            for (std::size_t d = 0; d < latents; ++d) {
                row[d] = scale * normal(generator);
                sum += row[d] * z[d];
            }
            model.x.push_back(sum);
        }
        return model;
    }

    [[nodiscard]] std::size_t latents() const { return slopes.front().size(); }
    [[nodiscard]] double logLikelihood(std::span<const float> z) const {
        double sum = 0;
        for (std::size_t i = 0; i < x.size(); ++i) {
            double distance = x[i];
            for (std::size_t d = 0; d < z.size(); ++d)
                distance -= slopes[i][d] * static_cast<double>(z[d]);
            sum -= 0.5 * (std::log(2 * M_PI * noise * noise) + distance * distance / (noise * noise));
        }
        return sum;
    }
    /// Inverse of the posterior's covariance: I + A'A / noise^2.
    [[nodiscard]] Rows precision() const {
        Rows p(latents(), std::vector<double>(latents(), 0.0));
        for (std::size_t i = 0; i < latents(); ++i) {
            for (std::size_t j = 0; j < latents(); ++j) {
                p[i][j] = i == j;
                for (const auto& row : slopes)
                    p[i][j] += row[i] * row[j] / (noise * noise);
            }
        }
        return p;
    }
    [[nodiscard]] std::vector<double> mean() const {
        const Rows covariance = inverted(precision()).inverse;
        std::vector<double> m(latents(), 0.0);
        for (std::size_t i = 0; i < latents(); ++i)
            for (std::size_t j = 0; j < latents(); ++j)
                for (std::size_t k = 0; k < x.size(); ++k)
                    m[i] += covariance[i][j] * slopes[k][j] * x[k] / (noise * noise);
        return m;
    }
    /// N(x; 0, A A' + noise^2 I).
    [[nodiscard]] double evidence() const {
        Rows c(x.size(), std::vector<double>(x.size(), 0.0));
        for (std::size_t i = 0; i < x.size(); ++i) {
            for (std::size_t j = 0; j < x.size(); ++j) {
                c[i][j] = i == j ? noise * noise : 0;
                for (std::size_t d = 0; d < latents(); ++d)
                    c[i][j] += slopes[i][d] * slopes[j][d];
            }
        }
        const Inverted found = inverted(c);
        double quadratic = 0;
        for (std::size_t i = 0; i < x.size(); ++i)
            for (std::size_t j = 0; j < x.size(); ++j)
                quadratic += x[i] * found.inverse[i][j] * x[j];
        return -0.5 * (quadratic + found.logDeterminant + static_cast<double>(x.size()) * std::log(2 * M_PI));
    }
    /// KL of N(mean, diag(exp(logVariance))) to the posterior.
    [[nodiscard]] double lag(std::span<const float> qMean, std::span<const float> qLogVariance) const {
        const Rows p = precision();
        const std::vector<double> m = mean();
        double sum = -inverted(p).logDeterminant - static_cast<double>(latents());
        for (std::size_t i = 0; i < latents(); ++i) {
            sum += p[i][i] * std::exp(static_cast<double>(qLogVariance[i])) - static_cast<double>(qLogVariance[i]);
            for (std::size_t j = 0; j < latents(); ++j)
                sum += (static_cast<double>(qMean[i]) - m[i]) * p[i][j] * (static_cast<double>(qMean[j]) - m[j]);
        }
        return 0.5 * sum;
    }
};

}  // namespace collapsar
