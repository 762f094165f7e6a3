// SPDX-License-Identifier: GPL-3.0-or-later
/// The true posterior p(z|x) of one example for any number of latents z ~ N(0, I), by importance sampling over log
/// p(x|z), and how far an approximate posterior is from it. The model enters as a function only. Any thread.
#pragma once

#include "core/diagnostics/gaussian_proposal.h"
#include "core/diagnostics/mode_search.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace collapsar {

struct TrueSampledPosterior {
    std::vector<double> mean;     ///< [Z] of p(z|x)
    double logEvidence = 0;       ///< log p(x), nats
    double lag = 0;               ///< KL(q(z|x) || p(z|x)), nats
    double meanError = 0;         ///< standard error of the mean, largest component
    double effectiveSamples = 0;  ///< (sum of weights)^2 / sum of squared weights
};

/// How much is evaluated.
struct SamplingEffort {
    ModeSearchEffort search;
    int roundPairs = 0;  ///< antithetic pairs of draws a round
    int mostRounds = 0;
    double enough = 0;  ///< effective samples after which no further round is drawn
};
/// Rounds of two thirds as many draws as effective samples are wanted, up to six times as many in all.
[[nodiscard]] SamplingEffort exactEffort(int effectiveSamples);
/// For the eye: at most two rounds of 80 draws.
inline constexpr SamplingEffort previewEffort{{.steps = 2, .joint = 32}, 40, 2, 40};

/// As ExampleIntegration, for any number of latents: evaluate log p(x|z) at wanted(), supply() it, until nothing is
/// wanted.
///
/// proposal  a Gaussian with mode and curvature of p(z|x) (ModeSearch), the approximate posterior q, and the prior with
///           priorShare of the draws, which bounds every weight by max p(x|z) / priorShare. Where few draws count
///           (below poorShare) a Gaussian fitted to them joins and they are thrown away, mostAdaptations times at most.
/// weights   p(x|z) p(z) / mixture of the proposals by their numbers of draws; fixed before the draws that it weighs
/// mean      self-normalised, with control variates: p(x, z) is written as the prior and the refined Gaussians, times
///           shares by least squares on the weights, and a rest; only the integrals of the rest are estimated
/// draws     antithetic pairs; Philox, Stream::Probe, counter = (index of the example, round, element): the same at
///           every update and in every run, so that points move with the model and not with the noise
/// lag       KL(q || prior) - E_q[log p(x|z)] + log p(x); the expectation over the draws from q, with the first
///           proposal's log density, whose mean under q is known, as control variate
/// bias      log p(x) low by about 1 / (2 effective samples), means by the order of 1 / effective samples. Mass that no
///           draw has met (a second mode far from q, mode and prior) is missed, and effective samples do not show it.
/// cost      ModeSearch, then the rounds. Decoders trained on the synthetic text of He et al. 2019, Z = 8,
///           of 500 probes on one core: exact (200) 1.4 s for a collapsed encoder (310 values a probe), 3.0 s for an
///           active one (700); preview 0.5 and 0.8 s (120 and 190)
/// source    Owen & Zhou 2000 (mixture weights); Cappe et al. 2004 (fitting to draws); Kong 1992 (effective samples)
/// result    NaN in all fields, no effective samples, when q or log p(x|z) is not finite
class SampledIntegration {
public:
    static constexpr double priorShare = 0.1, approximateShare = 0.2;
    static constexpr double widening = 1.1;  ///< of the refined Gaussians' variances
    static constexpr double poorShare = 0.35;
    static constexpr int mostAdaptations = 3;

    /// q of the example with that index: mean and logVariance [Z].
    SampledIntegration(std::span<const float> mean, std::span<const float> logVariance, const SamplingEffort& effort,
                       std::uint64_t example);

    /// Row-major [K, Z]. Empty: finished.
    [[nodiscard]] const std::vector<float>& wanted() const;
    /// K values.
    void supply(std::span<const double> values);
    [[nodiscard]] const TrueSampledPosterior& result() const { return m_result; }

private:
    struct Component {
        GaussianProposal density;
        std::size_t draws = 0;
        std::vector<double> logDensities;  ///< [K] of all draws so far
    };

    [[nodiscard]] std::size_t count() const { return m_values.size(); }
    [[nodiscard]] std::span<const float> draw(std::size_t k) const;
    void drawRound();
    void weigh();
    void adapt();
    void finish();
    void finishWithout();
    [[nodiscard]] double lag() const;
    [[nodiscard]] double effectiveSamples() const;
    [[nodiscard]] std::vector<GaussianProposal> controls() const;
    [[nodiscard]] double largestError(std::span<const double> rest) const;

    std::size_t m_width = 0;
    SamplingEffort m_effort;
    std::uint64_t m_example = 0;
    ModeSearch m_search;
    std::vector<Component> m_components;  ///< prior, q, refined, fitted if any
    int m_round = 0;                      ///< drawn so far
    int m_adaptations = 0;
    std::vector<float> m_draws;         ///< [K, Z], pairs side by side
    std::vector<std::size_t> m_origin;  ///< [K] component
    std::vector<double> m_values;       ///< [K] log p(x|z)
    std::vector<double> m_mixture;      ///< [K] log density of all proposals together
    std::vector<double> m_weights;      ///< [K] largest 1
    double m_logWeight = 0;             ///< log of the weight that counts as 1
    bool m_isFinished = false;
    std::vector<float> m_wanted;
    TrueSampledPosterior m_result;
};

}  // namespace collapsar
