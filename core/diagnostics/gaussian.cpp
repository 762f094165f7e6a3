// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnostics/gaussian.h"

#include <cassert>
#include <cmath>
#include <numbers>

namespace collapsar {

GaussianRows GaussianRows::rows(std::size_t first, std::size_t n) const {
    const auto width = static_cast<std::size_t>(latent);
    return {mean.subspan(first * width, n * width), logVariance.subspan(first * width, n * width), latent};
}

double logNormal(double z, double mean, double logVariance) {
    const double distance = z - mean;
    return -0.5 * (std::log(2 * std::numbers::pi) + logVariance + distance * distance * std::exp(-logVariance));
}

double klToStandardNormal(double mean, double logVariance) {
    return 0.5 * (mean * mean + (std::expm1(logVariance) - logVariance));
}

std::vector<double> unitKl(const GaussianRows& posteriors) {
    const auto width = static_cast<std::size_t>(posteriors.latent);
    std::vector<double> kl(width, 0.0);
    for (std::size_t i = 0; i < posteriors.mean.size(); ++i) {
        kl[i % width] += klToStandardNormal(posteriors.mean[i], posteriors.logVariance[i]);
    }
    for (double& unit : kl)
        unit /= static_cast<double>(posteriors.count());
    return kl;
}

std::vector<float> sampleRows(const GaussianRows& posteriors, std::span<const float> noise) {
    assert(noise.size() == posteriors.mean.size());
    std::vector<float> z(noise.size());
    for (std::size_t i = 0; i < z.size(); ++i) {
        z[i] = posteriors.mean[i] + noise[i] * std::exp(0.5F * posteriors.logVariance[i]);
    }
    return z;
}

}  // namespace collapsar
