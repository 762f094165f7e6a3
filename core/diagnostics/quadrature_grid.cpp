// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnostics/quadrature_grid.h"

#include "core/diagnostics/gaussian.h"

#include <algorithm>
#include <cassert>
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

QuadratureGrid::QuadratureGrid(const ApproximatePosterior& q) : m_q(q) {
    const double reach = tails * q.sd();
    m_lower = std::clamp(std::floor(q.mean - reach), -furthest, -range);
    const double upper = std::clamp(std::ceil(q.mean + reach), range, furthest);
    for (double z = m_lower; z <= upper; z += 1)
        m_wanted.push_back(static_cast<float>(z));
}

void QuadratureGrid::supply(std::span<const double> values) {
    assert(values.size() == m_wanted.size());
    switch (m_wish) {
        case Wish::Beginning:
        case Wish::Above:
            m_values.insert(m_values.end(), values.begin(), values.end());
            return widenIfHeavy();
        case Wish::Below:
            m_values.insert(m_values.begin(), values.begin(), values.end());
            m_lower -= static_cast<double>(values.size());
            return widenIfHeavy();
        case Wish::Between:
            return fillBetween(values);
    }
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

void QuadratureGrid::widenIfHeavy() {
    m_wanted.clear();
    if (!isFinite()) return;
    double top = 0, sum = 0;
    const std::vector<double> mass = weights(top);
    for (const double w : mass)
        sum += w;
    const bool isBelow = mass.front() > edgeMass * sum && m_lower > -furthest;
    const bool isAbove = mass.back() > edgeMass * sum && at(mass.size() - 1) < furthest;
    if (!isBelow && !isAbove) return;
    m_wish = isAbove ? Wish::Above : Wish::Below;
    const double from = isAbove ? at(mass.size()) : std::max(m_lower - widening, -furthest);
    for (double z = from; m_wanted.size() < widening && (isAbove ? z <= furthest : z < m_lower); z += 1)
        m_wanted.push_back(static_cast<float>(z));
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
    m_wish = Wish::Between;
    m_places.clear();
    for (std::size_t j = 0; j + 1 < m_values.size(); ++j) {
        if (isNegligible(j, top)) continue;
        m_wanted.push_back(static_cast<float>(at(j) + 0.5 * m_step));
        m_places.push_back(2 * j + 1);
    }
    if (m_wanted.empty()) fillBetween({});
}

void QuadratureGrid::fillBetween(std::span<const double> values) {
    std::vector<double> finer(2 * m_values.size() - 1);
    for (std::size_t j = 0; j < m_values.size(); ++j) {
        finer[2 * j] = m_values[j];
        if (j + 1 < m_values.size()) finer[2 * j + 1] = 0.5 * (m_values[j] + m_values[j + 1]);
    }
    for (std::size_t i = 0; i < values.size(); ++i)
        finer[m_places[i]] = values[i];
    m_values = std::move(finer);
    m_step *= 0.5;
    m_wanted.clear();
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
