// SPDX-License-Identifier: GPL-3.0-or-later
/// The posterior mean space: for each probe sentence the means of its approximate and of its true posterior.
/// Source: He et al. 2019, section 3 (there: 400 grid points; here as in quadrature.h, for two latents as in
/// plane_quadrature.h, for more by importance sampling, sampled_posterior.h).
#pragma once

#include "core/diagnostics/quadrature.h"
#include "core/model/inference.h"
#include "core/model/parameters.h"
#include "core/nn/stop_flag.h"

#include <cstdint>
#include <vector>

namespace collapsar {

/// Probe sentences with their markers, of any lengths.
struct ProbeExamples {
    std::vector<std::vector<std::int32_t>> sentences;
};

/// Sentences [first, last) of the probes.
struct ProbeRange {
    std::int64_t first = 0;
    std::int64_t last = 0;
};

/// N probes, Z latent. The true posterior's parts are empty when Z > 2 and no samples are wanted, and when Z = 0.
struct PosteriorMeans {
    std::vector<float> trueMean;                ///< [N, Z] mean of p(z|x)
    std::vector<float> approximateMean;         ///< [N, Z] mean of q(z|x)
    std::vector<float> approximateLogVariance;  ///< [N, Z]
    std::vector<float> logLikelihood;           ///< [N] log p(x), nats
    std::vector<float> lag;                     ///< [N] KL(q(z|x) || p(z|x)), nats
    std::vector<float> effectiveSamples;        ///< [N] of importance sampling (Z > 2), else empty
    double previewError = 0;                    ///< preview: largest estimated error of a true mean
    int latent = 1;
    Quadrature quadrature = Quadrature::Exact;
};

/// Any thread; blocks; throws Interrupted when `stop` is raised. Not finite weights give NaN, not an error.
[[nodiscard]] PosteriorMeans posteriorMeans(const Parameters& parameters, const ProbeExamples& examples,
                                            Quadrature quadrature, const StopFlag& stop);

/// A part of the same, bit for bit.
[[nodiscard]] PosteriorMeans posteriorMeans(const Parameters& parameters, const ProbeExamples& examples,
                                            Quadrature quadrature, ProbeRange range, const StopFlag& stop);

struct PosteriorMeansTask {
    const ProbeExamples& examples;
    Quadrature quadrature = Quadrature::Exact;
    ProbeRange range;
    int threads = 1;  ///< changes no bit of the result
    /// Effective samples of an exact mean when Z > 2 (a preview is content with fewer); 0: approximate means only; -1:
    /// 200 where the decoder has at most 300,000 weights, else 0: 500 probes of a larger one take minutes.
    int samples = -1;
};
/// The same for weights that several calls share.
[[nodiscard]] PosteriorMeans posteriorMeans(const InferenceWeightsPointer& weights, const PosteriorMeansTask& task,
                                            const StopFlag& stop);

/// Parts in order, joined. All of one call's parameters and quadrature.
[[nodiscard]] PosteriorMeans joined(const std::vector<PosteriorMeans>& parts);

}  // namespace collapsar
