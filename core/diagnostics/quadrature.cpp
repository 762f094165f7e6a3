// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnostics/quadrature.h"

#include "core/diagnostics/cubic_spline.h"
#include "core/diagnostics/gaussian.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>
#include <span>
#include <vector>

namespace collapsar {
namespace {

struct Node {
    double place = 0, weight = 0;
};
/// Gauss-Hermite rules for N(0, 1) (numpy.polynomial.hermite_e.hermegauss, weights summing to 1).
constexpr std::array<Node, 5> fiveNodes{{{-2.8569700138728056, 0.011257411327720677},
                                         {-1.355626179974266, 0.22207592200561257},
                                         {0.0, 0.5333333333333333},
                                         {1.355626179974266, 0.22207592200561257},
                                         {2.8569700138728056, 0.011257411327720677}}};
constexpr std::array<Node, 9> nineNodes{{{-4.512745863399783, 2.2345844007746607e-05},
                                         {-3.20542900285647, 0.0027891413212317692},
                                         {-2.07684797867783, 0.04991640676521782},
                                         {-1.0232556637891326, 0.24409750289493953},
                                         {0.0, 0.40634920634920635},
                                         {1.0232556637891326, 0.24409750289493953},
                                         {2.07684797867783, 0.04991640676521782},
                                         {3.20542900285647, 0.0027891413212317692},
                                         {4.512745863399783, 2.2345844007746607e-05}}};

struct Estimate {
    double value = 0, error = 0;
};

/// E_q[log p(x|z)] by nine nodes, its error as the distance to five.
Estimate hermiteExpectation(const QuadratureGrid& grid, const ApproximatePosterior& q) {
    std::vector<float> latents;
    const auto add = [&](std::span<const Node> rule) {
        for (const Node& node : rule)
            latents.push_back(static_cast<float>(q.mean + q.sd() * node.place));
    };
    add(nineNodes);
    add(fiveNodes);
    const std::vector<double> values = grid.evaluate(latents);
    double nine = 0, five = 0;
    for (std::size_t i = 0; i < nineNodes.size(); ++i)
        nine += nineNodes[i].weight * values[i];
    for (std::size_t i = 0; i < fiveNodes.size(); ++i)
        five += fiveNodes[i].weight * values[nineNodes.size() + i];
    return {nine, std::abs(nine - five)};
}

void refineUntilStable(QuadratureGrid& grid) {
    PosteriorMoments coarse = grid.moments();
    while (grid.step() > smallestStep) {
        grid.halveStep();
        const PosteriorMoments fine = grid.moments();
        const bool isStable = std::abs(fine.mean - coarse.mean) < quadratureTolerance &&
                              std::abs(fine.logEvidence - coarse.logEvidence) < quadratureTolerance;
        if (isStable) return;
        coarse = fine;
    }
}

/// May refine the grid further.
double expectedLogLikelihood(QuadratureGrid& grid, const ApproximatePosterior& q) {
    Estimate hermite{0, std::numeric_limits<double>::infinity()};
    for (;;) {
        if (grid.resolves(2)) {
            const double fine = grid.expectation(1);
            if (std::abs(fine - grid.expectation(2)) < quadratureTolerance) return fine;
        } else if (std::isinf(hermite.error)) {
            hermite = hermiteExpectation(grid, q);
        }
        if (hermite.error < quadratureTolerance || !grid.holdsApproximate()) return hermite.value;
        if (grid.step() <= smallestStep) return grid.resolves(1) ? grid.expectation(1) : hermite.value;
        grid.halveStep();
    }
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

std::vector<double> previewKnots(const LogLikelihood& logLikelihood) {
    std::vector<float> latents;
    for (double z = previewFirst; z <= previewLast; z += 1)
        latents.push_back(static_cast<float>(z));
    std::vector<double> values(latents.size());
    logLikelihood(latents, values);
    return values;
}

}  // namespace

TruePosterior integrateExactly(const LogLikelihood& logLikelihood, const ApproximatePosterior& q) {
    if (!isFinite(q)) return notFinite();
    QuadratureGrid grid(logLikelihood, q);
    if (!grid.isFinite()) return notFinite();
    refineUntilStable(grid);
    const double expected = expectedLogLikelihood(grid, q);
    const PosteriorMoments moments = grid.moments();
    return {.mean = moments.mean,
            .logEvidence = moments.logEvidence,
            .lag = klToStandardNormal(q.mean, q.logVariance) - expected + moments.logEvidence};
}

TruePosterior integrateCoarsely(const LogLikelihood& logLikelihood, const ApproximatePosterior& q) {
    if (!isFinite(q)) return notFinite();
    const double reach = 3 * q.sd();
    if (q.mean - reach < previewFirst || q.mean + reach > previewLast) return integrateExactly(logLikelihood, q);
    const std::vector<double> knots = previewKnots(logLikelihood);
    std::vector<double> everySecond;
    for (std::size_t i = 0; i < knots.size(); i += 2)
        everySecond.push_back(knots[i]);
    const CubicSpline fine(previewFirst, 1, knots), coarse(previewFirst, 2, everySecond);
    const SplineMoments result = momentsOf(fine);
    const double error = previewErrorShare * std::abs(result.moments.mean - momentsOf(coarse).moments.mean);
    const bool isGood = error <= previewLimit && result.edgeMass <= QuadratureGrid::edgeMass;
    if (!isGood) return integrateExactly(logLikelihood, q);
    return {.mean = result.moments.mean,
            .logEvidence = result.moments.logEvidence,
            .lag = klToStandardNormal(q.mean, q.logVariance) - expectationOf(fine, q) + result.moments.logEvidence,
            .meanError = error};
}

}  // namespace collapsar
