// SPDX-License-Identifier: GPL-3.0-or-later
/// Diagonal Gaussian posteriors and what follows from them in closed form. Letters: N examples, Z latent. Any thread.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace collapsar {

/// q(z|x) of N examples: mean and logVariance (natural log), row-major [N, Z]. A view: the floats belong to someone
/// else.
struct GaussianRows {
    std::span<const float> mean;
    std::span<const float> logVariance;
    int latent = 1;

    [[nodiscard]] std::size_t count() const { return mean.size() / static_cast<std::size_t>(latent); }
    [[nodiscard]] GaussianRows rows(std::size_t first, std::size_t n) const;
};

/// log N(z; mean, exp(logVariance)), one dimension.
[[nodiscard]] double logNormal(double z, double mean, double logVariance);

/// KL(N(mean, exp(logVariance)) || N(0, 1)), one dimension, nats; exactly 0 at (0, 0), inf where exp overflows.
/// source  Kingma & Welling 2014, appendix B
[[nodiscard]] double klToStandardNormal(double mean, double logVariance);

/// Mean over examples of the KL to N(0, I), per dimension: [Z], nats. Their sum is the KL of the ELBO.
[[nodiscard]] std::vector<double> unitKl(const GaussianRows& posteriors);

/// z = mean + noise * exp(logVariance / 2); noise and result [N, Z].
[[nodiscard]] std::vector<float> sampleRows(const GaussianRows& posteriors, std::span<const float> noise);

}  // namespace collapsar
