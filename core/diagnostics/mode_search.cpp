// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnostics/mode_search.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

namespace collapsar {
namespace {

constexpr std::array<double, 4> stepLengths{1, 0.5, 0.25, 0.125};
constexpr double leastReach = 0.05, mostReach = 1;
constexpr double leastBend = 0.5;   ///< the prior alone: 1; below it log p(x|z) bends upwards
constexpr double shrinkage = 0.85;  ///< of off-diagonals, until a matrix is positive definite
constexpr int mostShrinkings = 24;

double halfSquare(const std::vector<double>& z) {
    return 0.5 * std::inner_product(z.begin(), z.end(), z.begin(), 0.0);
}

/// Covariance's factor from a precision; off-diagonals give way where it is not positive definite.
std::vector<double> factorOfInverse(std::vector<double> precision, std::size_t n) {
    for (int shrinking = 0;; ++shrinking) {
        if (const auto factor = choleskyFactor(precision, n)) {
            if (const auto inverse = choleskyFactor(inverseFromFactor(*factor, n), n)) return *inverse;
        }
        const double share = shrinking < mostShrinkings ? shrinkage : 0;
        for (std::size_t i = 0; i < n; ++i)
            for (std::size_t j = 0; j < n; ++j)
                if (i != j) precision[i * n + j] *= share;
    }
}

}  // namespace

ModeSearch::ModeSearch(std::vector<double> mean, std::vector<double> sd, const ModeSearchEffort& effort)
    : m_left(effort), m_centre(std::move(mean)), m_reach(std::move(sd)) {
    for (double& reach : m_reach)
        reach = std::clamp(reach, leastReach, mostReach);
    want(m_centre);
    want(std::vector<double>(m_centre.size(), 0.0));
}

void ModeSearch::want(const std::vector<double>& z) {
    for (const double part : z)
        m_wanted.push_back(static_cast<float>(part));
}

void ModeSearch::supply(std::span<const double> values) {
    m_isFinite = m_isFinite && std::ranges::all_of(values, [](double value) { return std::isfinite(value); });
    m_wanted.clear();
    if (!m_isFinite) {
        m_stage = Stage::Finished;
        return;
    }
    switch (m_stage) {
        case Stage::Starts:
            m_value = values[0];
            if (values[1] > values[0] - halfSquare(m_centre)) {
                std::ranges::fill(m_centre, 0.0);
                m_value = values[1];
            }
            return wantSlopes();
        case Stage::Slopes:
            return takeSlopes(values);
        case Stage::Pairs:
            return takePairs(values);
        case Stage::Line:
        case Stage::LastLine:
            return takeBest(values);
        case Stage::Finished:
            return;
    }
}

void ModeSearch::wantSlopes() {
    m_stage = Stage::Slopes;
    std::vector<double> z = m_centre;
    for (std::size_t d = 0; d < z.size(); ++d) {
        for (const double side : {1.0, -1.0}) {
            z[d] = m_centre[d] + side * m_reach[d];
            want(z);
        }
        z[d] = m_centre[d];
    }
}

void ModeSearch::takeSlopes(std::span<const double> values) {
    const std::size_t width = m_centre.size();
    m_slope.resize(width);
    m_bend.resize(width);
    m_beyond.resize(width);
    for (std::size_t d = 0; d < width; ++d) {
        const double above = values[2 * d], below = values[2 * d + 1], reach = m_reach[d];
        m_beyond[d] = above;
        m_slope[d] = (above - below) / (2 * reach) - m_centre[d];
        m_bend[d] = std::max(leastBend, 1 - (above - 2 * m_value + below) / (reach * reach));
    }
    if (m_left.steps == 0 || gain() < gainToStop) return wantPairs();
    --m_left.steps;
    m_step.resize(width);
    for (std::size_t d = 0; d < width; ++d)
        m_step[d] = m_slope[d] / m_bend[d];
    wantLine(Stage::Line);
}

/// What a step promises, nats, each dimension on its own.
double ModeSearch::gain() const {
    double sum = 0;
    for (std::size_t d = 0; d < m_slope.size(); ++d)
        sum += 0.5 * m_slope[d] * m_slope[d] / m_bend[d];
    return sum;
}

void ModeSearch::wantLine(Stage stage) {
    m_stage = stage;
    std::vector<double> z(m_centre.size());
    for (const double length : stepLengths) {
        for (std::size_t d = 0; d < z.size(); ++d)
            z[d] = m_centre[d] + length * m_step[d];
        want(z);
    }
}

void ModeSearch::takeBest(std::span<const double> values) {
    std::vector<double> best = m_centre;
    const double before = m_value - halfSquare(m_centre);
    double most = before;
    for (std::size_t i = 0; i < stepLengths.size(); ++i) {
        std::vector<double> z = m_centre;
        for (std::size_t d = 0; d < z.size(); ++d)
            z[d] += stepLengths[i] * m_step[d];
        const double density = values[i] - halfSquare(z);
        if (density <= most) continue;
        most = density;
        m_value = values[i];
        best = std::move(z);
    }
    const bool isBetter = most > before;
    m_centre = std::move(best);
    if (m_stage == Stage::LastLine) {
        m_stage = Stage::Finished;
        return;
    }
    if (!isBetter) return wantPairs();
    for (std::size_t d = 0; d < m_reach.size(); ++d)
        m_reach[d] = std::clamp(1 / std::sqrt(m_bend[d]), leastReach, mostReach);
    wantSlopes();
}

void ModeSearch::wantPairs() {
    m_stage = Stage::Pairs;
    m_joint.clear();
    for (std::size_t d = 0; d < m_bend.size(); ++d)
        if (std::abs(m_bend[d] - 1) >= leastCurvature) m_joint.push_back(d);
    std::ranges::stable_sort(m_joint, std::greater{}, [this](std::size_t d) { return m_bend[d]; });
    m_joint.resize(std::min(m_joint.size(), m_left.joint));
    std::ranges::sort(m_joint);
    std::vector<double> z = m_centre;
    for (std::size_t i = 0; i < m_joint.size(); ++i) {
        const std::size_t a = m_joint[i];
        z[a] = m_centre[a] + m_reach[a];
        for (std::size_t j = 0; j < i; ++j) {
            const std::size_t b = m_joint[j];
            z[b] = m_centre[b] + m_reach[b];
            want(z);
            z[b] = m_centre[b];
        }
        z[a] = m_centre[a];
    }
    if (m_wanted.empty()) takePairs({});
}

void ModeSearch::takePairs(std::span<const double> values) {
    const std::size_t n = m_joint.size();
    std::vector<double> precision(n * n, 0.0);
    std::size_t at = 0;
    for (std::size_t i = 0; i < n; ++i) {
        const std::size_t a = m_joint[i];
        precision[i * n + i] = m_bend[a];
        for (std::size_t j = 0; j < i; ++j) {
            const std::size_t b = m_joint[j];
            const double mixed = values[at++] - m_beyond[a] - m_beyond[b] + m_value;
            precision[i * n + j] = precision[j * n + i] = -mixed / (m_reach[a] * m_reach[b]);
        }
    }
    m_factor = factorOfInverse(std::move(precision), n);
    m_step.resize(m_centre.size());
    for (std::size_t d = 0; d < m_step.size(); ++d)
        m_step[d] = m_slope[d] / m_bend[d];
    std::vector<double> inner(n, 0.0);  // L^T slope
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t k = 0; k <= i; ++k)
            inner[k] += m_factor[i * n + k] * m_slope[m_joint[i]];
    for (std::size_t i = 0; i < n; ++i) {
        m_step[m_joint[i]] = 0;
        for (std::size_t k = 0; k <= i; ++k)
            m_step[m_joint[i]] += m_factor[i * n + k] * inner[k];
    }
    wantLine(Stage::LastLine);
}

GaussianProposal ModeSearch::approximation(double widening) const {
    std::vector<double> sd(m_bend.size()), factor = m_factor;
    for (std::size_t d = 0; d < sd.size(); ++d)
        sd[d] = std::sqrt(widening / m_bend[d]);
    for (double& part : factor)
        part *= std::sqrt(widening);
    return {m_centre, std::move(sd), m_joint, std::move(factor)};
}

}  // namespace collapsar
