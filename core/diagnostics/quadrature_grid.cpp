// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnostics/quadrature_grid.h"

#include "core/diagnostics/gaussian.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace collapsar {
namespace {

/// Trapezoid sums of a normal density err by 2 exp(-2 (pi sd / step)^2): 7e-6 at this many sd a step.
constexpr double resolvedSd = 0.8;
constexpr double widening = 4;

}  // namespace

double ApproximatePosterior::sd() const {
    return std::exp(0.5 * logVariance);
}

QuadratureGrid::QuadratureGrid(LogLikelihood logLikelihood, const ApproximatePosterior& q)
    : m_logLikelihood(std::move(logLikelihood)), m_q(q) {
    const double reach = tails * q.sd();
    m_lower = std::clamp(std::floor(q.mean - reach), -furthest, -range);
    const double upper = std::clamp(std::ceil(q.mean + reach), range, furthest);
    std::vector<float> latents;
    for (double z = m_lower; z <= upper; z += 1)
        latents.push_back(static_cast<float>(z));
    m_values = evaluate(latents);
    if (isFinite()) widenWhileHeavy();
}

std::vector<double> QuadratureGrid::evaluate(const std::vector<float>& latents) const {
    std::vector<double> values(latents.size());
    if (!latents.empty()) m_logLikelihood(latents, values);
    return values;
}

bool QuadratureGrid::isFinite() const {
    return std::ranges::all_of(m_values, [](double v) { return std::isfinite(v); });
}

double QuadratureGrid::logWeight(std::size_t knot) const {
    return m_values[knot] - 0.5 * at(knot) * at(knot);
}

std::vector<double> QuadratureGrid::weights(double& top) const {
    std::vector<double> weights(m_values.size());
    for (std::size_t j = 0; j < weights.size(); ++j)
        weights[j] = logWeight(j);
    top = *std::ranges::max_element(weights);
    for (double& w : weights)
        w = std::exp(w - top);
    return weights;
}

void QuadratureGrid::widenWhileHeavy() {
    for (;;) {
        double top = 0, sum = 0;
        const std::vector<double> mass = weights(top);
        for (const double w : mass)
            sum += w;
        const bool isBelow = mass.front() > edgeMass * sum && m_lower > -furthest;
        const bool isAbove = mass.back() > edgeMass * sum && at(mass.size() - 1) < furthest;
        if (!isBelow && !isAbove) return;
        std::vector<float> latents;
        const double from = isAbove ? at(mass.size()) : std::max(m_lower - widening, -furthest);
        for (double z = from; latents.size() < widening && (isAbove ? z <= furthest : z < m_lower); z += 1) {
            latents.push_back(static_cast<float>(z));
        }
        const std::vector<double> added = evaluate(latents);
        m_values.insert(isAbove ? m_values.end() : m_values.begin(), added.begin(), added.end());
        if (!isAbove) m_lower = from;
        if (!isFinite()) return;
    }
}

bool QuadratureGrid::isNegligible(std::size_t interval, double top) const {
    const double reach = tails * m_q.sd();
    if (at(interval + 1) > m_q.mean - reach && at(interval) < m_q.mean + reach) return false;
    return std::max(logWeight(interval), logWeight(interval + 1)) < top - negligible;
}

void QuadratureGrid::halveStep() {
    double top = logWeight(0);
    for (std::size_t j = 1; j < m_values.size(); ++j)
        top = std::max(top, logWeight(j));
    std::vector<float> latents;
    std::vector<std::size_t> places;
    std::vector<double> finer(2 * m_values.size() - 1);
    for (std::size_t j = 0; j < m_values.size(); ++j) {
        finer[2 * j] = m_values[j];
        if (j + 1 == m_values.size()) break;
        finer[2 * j + 1] = 0.5 * (m_values[j] + m_values[j + 1]);
        if (isNegligible(j, top)) continue;
        latents.push_back(static_cast<float>(at(j) + 0.5 * m_step));
        places.push_back(2 * j + 1);
    }
    const std::vector<double> values = evaluate(latents);
    for (std::size_t i = 0; i < places.size(); ++i)
        finer[places[i]] = values[i];
    m_values = std::move(finer);
    m_step *= 0.5;
}

PosteriorMoments QuadratureGrid::moments() const {
    double top = 0, sum = 0, first = 0;
    const std::vector<double> mass = weights(top);
    for (std::size_t j = 0; j < mass.size(); ++j) {
        sum += mass[j];
        first += mass[j] * at(j);
    }
    return {first / sum, top + std::log(sum * m_step) - 0.5 * std::log(2 * std::numbers::pi)};
}

bool QuadratureGrid::holdsApproximate() const {
    const double reach = tails * m_q.sd(), upper = at(m_values.size() - 1);
    return m_q.mean - reach >= m_lower && m_q.mean + reach <= upper;
}

bool QuadratureGrid::resolves(int stride) const {
    return holdsApproximate() && m_q.sd() >= resolvedSd * m_step * stride;
}

double QuadratureGrid::expectation(int stride) const {
    double sum = 0, weighted = 0;
    for (std::size_t j = 0; j < m_values.size(); j += static_cast<std::size_t>(stride)) {
        const double density = std::exp(logNormal(at(j), m_q.mean, m_q.logVariance));
        sum += density;
        weighted += density * m_values[j];
    }
    return weighted / sum;
}

}  // namespace collapsar
