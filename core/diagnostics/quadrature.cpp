// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnostics/quadrature.h"

#include "core/diagnostics/cubic_spline.h"
#include "core/diagnostics/gauss_hermite.h"
#include "core/diagnostics/gaussian.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>
#include <optional>
#include <span>
#include <vector>

namespace collapsar {
namespace {

/// Nine nodes, then five.
std::vector<float> hermiteLatents(const ApproximatePosterior& q) {
    std::vector<float> latents;
    const auto add = [&](std::span<const HermiteNode> rule) {
        for (const HermiteNode& node : rule)
            latents.push_back(static_cast<float>(q.mean + q.sd() * node.place));
    };
    add(nineHermiteNodes);
    add(fiveHermiteNodes);
    return latents;
}

double weighted(std::span<const HermiteNode> rule, std::span<const double> values) {
    double sum = 0;
    for (std::size_t i = 0; i < rule.size(); ++i)
        sum += rule[i].weight * values[i];
    return sum;
}

bool isFinite(const ApproximatePosterior& q) {
    return std::isfinite(q.mean) && std::isfinite(q.logVariance) && std::isfinite(q.sd());
}

TruePosterior notFinite() {
    const double none = std::numeric_limits<double>::quiet_NaN();
    return {none, none, none, none};
}

constexpr double previewFirst = -QuadratureGrid::range, previewLast = QuadratureGrid::range;

struct SplineMoments {
    PosteriorMoments moments;
    double edgeMass = 0;  ///< share of p(z|x) in the outermost half unit on either side
};

SplineMoments momentsOf(const CubicSpline& spline) {
    constexpr int steps = 192;
    constexpr double step = (previewLast - previewFirst) / steps;
    std::array<double, steps + 1> weights;
    double top = -std::numeric_limits<double>::infinity();
    for (int j = 0; j <= steps; ++j) {
        const double z = previewFirst + step * j;
        weights[j] = spline(z) - 0.5 * z * z;
        top = std::max(top, weights[j]);
    }
    double sum = 0, first = 0, edges = 0;
    for (int j = 0; j <= steps; ++j) {
        const double weight = std::exp(weights[j] - top);
        sum += weight;
        first += weight * (previewFirst + step * j);
        if (j < 8 || j > steps - 8) edges += weight;
    }
    return {{first / sum, top + std::log(sum * step) - 0.5 * std::log(2 * std::numbers::pi)}, edges / sum};
}

/// Trapezoid rule on z = mean + sd * (-5 ... 5).
double expectationOf(const CubicSpline& spline, const ApproximatePosterior& q) {
    double sum = 0, weighted = 0;
    for (double u = -QuadratureGrid::tails; u <= QuadratureGrid::tails; u += 0.25) {
        const double weight = std::exp(-0.5 * u * u);
        sum += weight;
        weighted += weight * spline(q.mean + q.sd() * u);
    }
    return weighted / sum;
}

/// z of a preview's first knots, and of those between them.
std::vector<float> previewKnots() {
    std::vector<float> latents;
    for (double z = previewFirst; z <= previewLast; z += 1)
        latents.push_back(static_cast<float>(z));
    return latents;
}
std::vector<float> previewMidpoints() {
    std::vector<float> latents;
    for (double z = previewFirst + 0.5; z < previewLast; z += 1)
        latents.push_back(static_cast<float>(z));
    return latents;
}

double trapezoidMean(std::span<const double> knots, double step) {
    std::vector<double> weights;
    for (const double value : knots) {
        const double z = previewFirst + step * static_cast<double>(weights.size());
        weights.push_back(value - 0.5 * z * z);
    }
    const double top = *std::ranges::max_element(weights);
    double sum = 0, first = 0;
    for (std::size_t j = 0; j < weights.size(); ++j) {
        const double weight = std::exp(weights[j] - top);
        sum += weight;
        first += weight * (previewFirst + step * static_cast<double>(j));
    }
    return first / sum;
}

/// Whether q lies within the knots.
bool canPreview(const ApproximatePosterior& q) {
    const double reach = 3 * q.sd();
    return q.mean - reach >= previewFirst && q.mean + reach <= previewLast;
}

/// A stage of the preview: its estimate is `share` times how far rules disagree, and must not exceed `limit`.
struct PreviewRule {
    double step = 1, share = 1, limit = previewLimit;
};
constexpr PreviewRule coarseRule{1, 5, previewLimit / 2}, fineRule{0.5, 1, previewLimit};

/// Nothing where the knots are too few for this example.
std::optional<TruePosterior> preview(std::span<const double> knots, const PreviewRule& rule,
                                     const ApproximatePosterior& q) {
    std::vector<double> everySecond;
    for (std::size_t i = 0; i < knots.size(); i += 2)
        everySecond.push_back(knots[i]);
    const CubicSpline fine(previewFirst, rule.step, {knots.begin(), knots.end()});
    const CubicSpline coarse(previewFirst, 2 * rule.step, everySecond);
    const SplineMoments result = momentsOf(fine);
    const double mean = result.moments.mean;
    const double error = rule.share * std::max(std::abs(mean - momentsOf(coarse).moments.mean),
                                               std::abs(mean - trapezoidMean(knots, rule.step)));
    const bool isGood = error <= rule.limit && result.edgeMass <= QuadratureGrid::edgeMass;
    if (!isGood) return std::nullopt;
    const double kl = klToStandardNormal(q.mean, q.logVariance);
    return TruePosterior{.mean = mean,
                         .logEvidence = result.moments.logEvidence,
                         .lag = kl - expectationOf(fine, q) + result.moments.logEvidence,
                         .meanError = error};
}

/// a0 b0 a1 b1 ... a12
std::vector<double> interleaved(std::span<const double> a, std::span<const double> b) {
    std::vector<double> all;
    for (std::size_t i = 0; i < a.size(); ++i) {
        all.push_back(a[i]);
        if (i < b.size()) all.push_back(b[i]);
    }
    return all;
}

TruePosterior integrate(const LogLikelihood& logLikelihood, const ApproximatePosterior& q, Quadrature quadrature) {
    ExampleIntegration integration(q, quadrature);
    std::vector<double> values;
    while (!integration.wanted().empty()) {
        values.resize(integration.wanted().size());
        logLikelihood(integration.wanted(), values);
        integration.supply(values);
    }
    return integration.result();
}

}  // namespace

ExampleIntegration::ExampleIntegration(const ApproximatePosterior& q, Quadrature quadrature)
    : m_q(q), m_grid(isFinite(q) ? q : ApproximatePosterior{}) {
    if (!isFinite(q)) {
        m_result = notFinite();
        m_stage = Stage::Finished;
    } else if (quadrature == Quadrature::Preview && canPreview(q)) {
        m_offGrid = previewKnots();
        m_stage = Stage::Preview;
    }
}

const std::vector<float>& ExampleIntegration::wanted() const {
    static const std::vector<float> nothing;
    if (m_stage == Stage::Finished) return nothing;
    return m_offGrid.empty() ? m_grid.wanted() : m_offGrid;
}

void ExampleIntegration::supplyPreview(std::span<const double> values) {
    const bool isCoarse = m_stage == Stage::Preview;
    m_knots = isCoarse ? std::vector<double>(values.begin(), values.end()) : interleaved(m_knots, values);
    m_offGrid.clear();
    if (const auto seen = preview(m_knots, isCoarse ? coarseRule : fineRule, m_q)) {
        m_result = *seen;
        m_stage = Stage::Finished;
        return;
    }
    if (isCoarse) m_offGrid = previewMidpoints();
    m_stage = isCoarse ? Stage::FinerPreview : Stage::Begun;
    if (!isCoarse) proceedWhileKnown();
}

/// What the preview evaluated need not be evaluated again.
void ExampleIntegration::proceedWhileKnown() {
    std::vector<double> values;
    while (m_stage != Stage::Finished && m_offGrid.empty() && !m_grid.wanted().empty()) {
        values.clear();
        for (const float z : m_grid.wanted()) {
            const double knot = (static_cast<double>(z) - previewFirst) / fineRule.step;
            if (knot != std::floor(knot) || knot < 0 || knot >= static_cast<double>(m_knots.size())) return;
            values.push_back(m_knots[static_cast<std::size_t>(knot)]);
        }
        m_grid.supply(values);
        while (m_stage != Stage::Finished && wanted().empty())
            proceed();
    }
}

void ExampleIntegration::supply(std::span<const double> values) {
    if (m_stage == Stage::Preview || m_stage == Stage::FinerPreview) return supplyPreview(values);
    if (m_offGrid.empty()) {
        m_grid.supply(values);
    } else {
        m_offGrid.clear();
        m_hasHermite = true;
        m_hermite = weighted(nineHermiteNodes, values);
        m_hermiteError = std::abs(m_hermite - weighted(fiveHermiteNodes, values.subspan(nineHermiteNodes.size())));
    }
    while (m_stage != Stage::Finished && wanted().empty())
        proceed();
}

void ExampleIntegration::proceed() {
    if (m_stage == Stage::Expecting) return takeExpectation();
    if (m_stage == Stage::Begun && !m_grid.isFinite()) {
        m_result = notFinite();
        m_stage = Stage::Finished;
        return;
    }
    const PosteriorMoments fine = m_grid.moments();
    const bool isStable = m_stage == Stage::Refining && std::abs(fine.mean - m_coarse.mean) < quadratureTolerance &&
                          std::abs(fine.logEvidence - m_coarse.logEvidence) < quadratureTolerance;
    m_coarse = fine;
    m_stage = isStable || m_grid.step() <= smallestStep ? Stage::Expecting : Stage::Refining;
    if (m_stage == Stage::Refining) m_grid.halveStep();
}

/// May refine the grid further.
void ExampleIntegration::takeExpectation() {
    if (m_grid.resolves(2)) {
        const double fine = m_grid.expectation(1);
        if (std::abs(fine - m_grid.expectation(2)) < quadratureTolerance) return finish(fine);
    } else if (!m_hasHermite) {
        m_offGrid = hermiteLatents(m_q);
        return;
    }
    const bool isHermiteGood = m_hasHermite && m_hermiteError < quadratureTolerance;
    if (isHermiteGood || !m_grid.holdsApproximate()) return finish(m_hermite);
    if (m_grid.step() <= smallestStep) return finish(m_grid.resolves(1) ? m_grid.expectation(1) : m_hermite);
    m_grid.halveStep();
}

void ExampleIntegration::finish(double expectedLogLikelihood) {
    const PosteriorMoments moments = m_grid.moments();
    m_result = {.mean = moments.mean,
                .logEvidence = moments.logEvidence,
                .lag = klToStandardNormal(m_q.mean, m_q.logVariance) - expectedLogLikelihood + moments.logEvidence};
    m_stage = Stage::Finished;
}

TruePosterior integrateExactly(const LogLikelihood& logLikelihood, const ApproximatePosterior& q) {
    return integrate(logLikelihood, q, Quadrature::Exact);
}

TruePosterior integrateCoarsely(const LogLikelihood& logLikelihood, const ApproximatePosterior& q) {
    return integrate(logLikelihood, q, Quadrature::Preview);
}

}  // namespace collapsar
