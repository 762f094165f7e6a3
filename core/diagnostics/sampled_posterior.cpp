// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnostics/sampled_posterior.h"

#include "core/nn/philox.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

namespace collapsar {
namespace {

constexpr double ridge = 1e-9;  ///< of controls that hardly differ

enum : std::size_t { priorPlace, approximatePlace, refinedPlace };

std::vector<double> asDoubles(std::span<const float> values) {
    return {values.begin(), values.end()};
}

std::vector<double> sdOf(std::span<const float> logVariance) {
    std::vector<double> sd(logVariance.size());
    std::ranges::transform(logVariance, sd.begin(), [](float v) { return std::exp(0.5 * static_cast<double>(v)); });
    return sd;
}

bool isUsable(std::span<const float> mean, std::span<const float> logVariance) {
    const auto isFine = [](double sd) { return std::isfinite(sd) && sd > 0; };
    return std::ranges::all_of(mean, [](float v) { return std::isfinite(v); }) &&
           std::ranges::all_of(sdOf(logVariance), isFine);
}

/// log(sum_c share_c density_c) of one draw.
double logMixture(std::span<const double> logTerms) {
    const double most = *std::ranges::max_element(logTerms);
    double sum = 0;
    for (const double term : logTerms)
        sum += std::exp(term - most);
    return most + std::log(sum);
}

double sumOf(std::span<const double> values) {
    return std::accumulate(values.begin(), values.end(), 0.0);
}

/// Slopes of y on several x together, by least squares.
std::vector<double> slopesOf(const std::vector<std::vector<double>>& x, std::span<const double> y) {
    const std::size_t n = x.size(), count = y.size();
    const double meanY = sumOf(y) / static_cast<double>(count);
    std::vector<double> products(n * n, 0.0), slopes(n, 0.0), means(n);
    for (std::size_t i = 0; i < n; ++i) {
        means[i] = sumOf(x[i]) / static_cast<double>(count);
        for (std::size_t k = 0; k < count; ++k) {
            slopes[i] += (x[i][k] - means[i]) * (y[k] - meanY);
            for (std::size_t j = 0; j <= i; ++j)
                products[i * n + j] += (x[i][k] - means[i]) * (x[j][k] - means[j]);
        }
        products[i * n + i] = products[i * n + i] * (1 + ridge) + std::numeric_limits<double>::min();
        for (std::size_t j = 0; j < i; ++j)
            products[j * n + i] = products[i * n + j];
    }
    const auto factor = choleskyFactor(products, n);
    if (!factor) return std::vector<double>(n, 0.0);
    const std::vector<double> inverse = inverseFromFactor(*factor, n);
    std::vector<double> result(n, 0.0);
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = 0; j < n; ++j)
            result[i] += inverse[i * n + j] * slopes[j];
    return result;
}

/// Slope of y on x by least squares; 0 where x does not vary.
double slopeOf(std::span<const double> x, std::span<const double> y) {
    const auto n = static_cast<double>(x.size());
    const double meanX = sumOf(x) / n, meanY = sumOf(y) / n;
    double xx = 0, xy = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        xx += (x[i] - meanX) * (x[i] - meanX);
        xy += (x[i] - meanX) * (y[i] - meanY);
    }
    return xx > 0 ? xy / xx : 0;
}

}  // namespace

SamplingEffort exactEffort(int effectiveSamples) {
    constexpr int rounds = 9;
    return {{.steps = 4, .joint = 64},
            std::max(16, (effectiveSamples + 2) / 3),
            rounds,
            static_cast<double>(effectiveSamples)};
}

SampledIntegration::SampledIntegration(std::span<const float> mean, std::span<const float> logVariance,
                                       const SamplingEffort& effort, std::uint64_t example)
    : m_width(mean.size()),
      m_effort(effort),
      m_example(example),
      m_search(asDoubles(mean), sdOf(logVariance), m_effort.search) {
    if (!isUsable(mean, logVariance)) {
        finishWithout();
        return;
    }
    const std::vector<double> none(m_width, 0.0), one(m_width, 1.0);
    m_components.push_back({GaussianProposal(none, one), 0, {}});
    m_components.push_back({GaussianProposal(asDoubles(mean), sdOf(logVariance)), 0, {}});
}

const std::vector<float>& SampledIntegration::wanted() const {
    static const std::vector<float> nothing;
    if (m_isFinished) return nothing;
    return m_round == 0 ? m_search.wanted() : m_wanted;
}

std::span<const float> SampledIntegration::draw(std::size_t k) const {
    return std::span(m_draws).subspan(k * m_width, m_width);
}

void SampledIntegration::supply(std::span<const double> values) {
    if (m_round == 0) {
        m_search.supply(values);
        if (!m_search.isFinite()) return finishWithout();
        if (!m_search.wanted().empty()) return;
        m_components.push_back({m_search.approximation(widening), 0, {}});
        return drawRound();
    }
    if (!std::ranges::all_of(values, [](double value) { return std::isfinite(value); })) return finishWithout();
    m_values.insert(m_values.end(), values.begin(), values.end());
    weigh();
    m_result.effectiveSamples = effectiveSamples();
    if (m_result.effectiveSamples >= m_effort.enough || m_round == m_effort.mostRounds) return finish();
    const bool isPoor = m_result.effectiveSamples < poorShare * static_cast<double>(count());
    if (isPoor && m_adaptations < mostAdaptations) adapt();
    drawRound();
}

/// The shares of the round's pairs, then the pairs of each component: z and its mirror image about the mean.
void SampledIntegration::drawRound() {
    const auto pairs = static_cast<std::size_t>(m_effort.roundPairs);
    const auto share = [pairs](double part) {
        return static_cast<std::size_t>(std::lround(part * static_cast<double>(pairs)));
    };
    const std::size_t fromPrior = share(priorShare), fromApproximate = share(approximateShare);
    std::vector<float> noise(pairs * m_width);
    fillNormal({.stream = Stream::Probe, .update = m_example, .inner = static_cast<std::uint32_t>(m_round)}, noise);
    std::vector<float> mirrored(m_width);
    m_wanted.resize(2 * pairs * m_width);
    for (std::size_t pair = 0; pair < pairs; ++pair) {
        const std::size_t refined = refinedPlace + pair % (m_components.size() - refinedPlace);
        const std::size_t place = pair < fromPrior                     ? std::size_t{priorPlace}
                                  : pair < fromPrior + fromApproximate ? std::size_t{approximatePlace}
                                                                       : refined;
        Component& component = m_components[place];
        const auto part = std::span(noise).subspan(pair * m_width, m_width);
        std::ranges::transform(part, mirrored.begin(), [](float value) { return -value; });
        component.density.draw(part, std::span(m_wanted).subspan(2 * pair * m_width, m_width));
        component.density.draw(mirrored, std::span(m_wanted).subspan((2 * pair + 1) * m_width, m_width));
        component.draws += 2;
        m_origin.insert(m_origin.end(), 2, place);
    }
    m_draws.insert(m_draws.end(), m_wanted.begin(), m_wanted.end());
    ++m_round;
}

void SampledIntegration::weigh() {
    for (Component& component : m_components)
        for (std::size_t k = component.logDensities.size(); k < count(); ++k)
            component.logDensities.push_back(component.density.logDensity(draw(k)));
    std::vector<double> terms(m_components.size());
    m_weights.resize(count());
    m_mixture.resize(count());
    for (std::size_t k = 0; k < count(); ++k) {
        for (std::size_t c = 0; c < terms.size(); ++c) {
            const double share = static_cast<double>(m_components[c].draws) / static_cast<double>(count());
            terms[c] = m_components[c].logDensities[k] + std::log(share);
        }
        m_mixture[k] = logMixture(terms);
        m_weights[k] = m_values[k] + m_components[priorPlace].logDensities[k] - m_mixture[k];
    }
    m_logWeight = *std::ranges::max_element(m_weights);
    for (double& weight : m_weights)
        weight = std::exp(weight - m_logWeight);
}

/// Few draws count: a Gaussian whose means and standard deviations are those of the weighted draws, held back towards
/// the latest one's the more the fewer there are, with the latest one's correlations. What it was fitted to must not be
/// weighed by it, so the draws go.
void SampledIntegration::adapt() {
    const GaussianProposal& latest = m_components.back().density;
    const double sum = sumOf(m_weights), effective = effectiveSamples();
    const double trust = effective / (effective + 0.5 * static_cast<double>(latest.joint().size()));
    std::vector<double> mean(m_width, 0.0), scale(m_width, 0.0);
    for (std::size_t k = 0; k < count(); ++k)
        for (std::size_t d = 0; d < m_width; ++d)
            mean[d] += m_weights[k] / sum * static_cast<double>(draw(k)[d]);
    for (std::size_t k = 0; k < count(); ++k) {
        for (std::size_t d = 0; d < m_width; ++d) {
            const double distance = static_cast<double>(draw(k)[d]) - mean[d];
            scale[d] += m_weights[k] / sum * distance * distance;
        }
    }
    for (std::size_t d = 0; d < m_width; ++d) {
        mean[d] = trust * mean[d] + (1 - trust) * latest.mean()[d];
        scale[d] = std::sqrt(trust * widening * scale[d] / latest.variance(d) + 1 - trust);
    }
    Component fitted{latest.moved(std::move(mean), scale), 0, {}};
    m_components.erase(m_components.begin() + refinedPlace + 1, m_components.end());
    m_components.push_back(std::move(fitted));
    for (Component& component : m_components) {
        component.draws = 0;
        component.logDensities.clear();
    }
    m_draws.clear();
    m_origin.clear();
    m_values.clear();
    ++m_adaptations;
}

double SampledIntegration::effectiveSamples() const {
    const double sum = sumOf(m_weights);
    return sum * sum / std::inner_product(m_weights.begin(), m_weights.end(), m_weights.begin(), 0.0);
}

/// Densities to write p(x, z) with: the prior, the refined Gaussian as it was found, the fitted one.
std::vector<GaussianProposal> SampledIntegration::controls() const {
    std::vector<GaussianProposal> controls{m_components[priorPlace].density,
                                           m_components[refinedPlace].density.scaled(1 / std::sqrt(widening))};
    if (m_components.size() > refinedPlace + 1) controls.push_back(m_components.back().density);
    return controls;
}

void SampledIntegration::finish() {
    const std::size_t n = count();
    const std::vector<GaussianProposal> densities = controls();
    std::vector<std::vector<double>> ratios(densities.size(), std::vector<double>(n));
    for (std::size_t c = 0; c < densities.size(); ++c)
        for (std::size_t k = 0; k < n; ++k)
            ratios[c][k] = std::exp(densities[c].logDensity(draw(k)) - m_mixture[k]);
    const std::vector<double> shares = slopesOf(ratios, m_weights);
    std::vector<double> rest = m_weights;
    double total = sumOf(shares);
    m_result.mean.assign(m_width, 0.0);
    for (std::size_t c = 0; c < densities.size(); ++c) {
        for (std::size_t k = 0; k < n; ++k)
            rest[k] -= shares[c] * ratios[c][k];
        for (std::size_t d = 0; d < m_width; ++d)
            m_result.mean[d] += shares[c] * densities[c].mean()[d];
    }
    for (std::size_t k = 0; k < n; ++k) {
        rest[k] /= static_cast<double>(n);
        total += rest[k];
        for (std::size_t d = 0; d < m_width; ++d)
            m_result.mean[d] += rest[k] * static_cast<double>(draw(k)[d]);
    }
    for (double& part : m_result.mean)
        part /= total;
    m_result.meanError = largestError(rest) / total;
    m_result.logEvidence = m_logWeight + std::log(total);
    m_result.lag = lag();
    m_isFinished = true;
}

/// Of the sum over the draws of rest * (z - mean), pairs counting as one.
double SampledIntegration::largestError(std::span<const double> rest) const {
    double most = 0;
    for (std::size_t d = 0; d < m_width; ++d) {
        double squares = 0;
        for (std::size_t k = 0; k < count(); k += 2) {
            const double pair = rest[k] * (static_cast<double>(draw(k)[d]) - m_result.mean[d]) +
                                rest[k + 1] * (static_cast<double>(draw(k + 1)[d]) - m_result.mean[d]);
            squares += pair * pair;
        }
        most = std::max(most, squares);
    }
    return std::sqrt(most);
}

double SampledIntegration::lag() const {
    const Component& q = m_components[approximatePlace];
    const Component& control = m_components[refinedPlace];
    const Component& prior = m_components[priorPlace];
    std::vector<double> values, known;
    for (std::size_t k = 0; k < count(); ++k) {
        if (m_origin[k] != approximatePlace) continue;
        values.push_back(m_values[k]);
        known.push_back(control.logDensities[k] - prior.logDensities[k]);
    }
    std::vector<double> variance(m_width);
    for (std::size_t d = 0; d < m_width; ++d)
        variance[d] = q.density.variance(d);
    const auto expected = [&](const Component& of) {
        return of.density.expectedLogDensity(q.density.mean(), variance);
    };
    const auto drawn = static_cast<double>(values.size());
    const double kl = expected(q) - expected(prior);
    const double correction = expected(control) - expected(prior) - sumOf(known) / drawn;
    const double expectedLogLikelihood = sumOf(values) / drawn + slopeOf(known, values) * correction;
    return kl - expectedLogLikelihood + m_result.logEvidence;
}

void SampledIntegration::finishWithout() {
    const double none = std::numeric_limits<double>::quiet_NaN();
    m_result = {std::vector<double>(m_width, none), none, none, none, 0};
    m_isFinished = true;
}

}  // namespace collapsar
