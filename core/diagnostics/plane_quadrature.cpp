// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnostics/plane_quadrature.h"

#include "core/diagnostics/gauss_hermite.h"
#include "core/diagnostics/gaussian.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace collapsar {
namespace {

using Lattice = PlaneGrid::Lattice;

constexpr double hermiteStep = 2;  // stands for the Gauss-Hermite rules
constexpr double tails = QuadratureGrid::tails;

/// How far two rules differ.
struct Disagreement {
    double mean = 0;      ///< larger component
    double evidence = 0;  ///< nats

    [[nodiscard]] double most() const { return std::max(mean, evidence); }
};

Disagreement between(const PlaneGrid& grid, Lattice one, Lattice other) {
    const PlaneGrid::Moments a = grid.moments(one), b = grid.moments(other);
    return {std::max(std::abs(a.mean[0] - b.mean[0]), std::abs(a.mean[1] - b.mean[1])),
            std::abs(a.logEvidence - b.logEvidence)};
}

bool isUsable(const ApproximatePosterior& q) {
    return std::isfinite(q.mean) && std::isfinite(q.logVariance) && std::isfinite(q.sd());
}

bool isUsable(const PlanePosterior& q) {
    return isUsable(q[0]) && isUsable(q[1]);
}

void addNode(std::vector<float>& latents, const PlanePosterior& q, double u, double v) {
    latents.push_back(static_cast<float>(q[0].mean + q[0].sd() * u));
    latents.push_back(static_cast<float>(q[1].mean + q[1].sd() * v));
}

template <typename Rule>
void addRule(std::vector<float>& latents, const PlanePosterior& q, const Rule& rule) {
    for (const HermiteNode& a : rule)
        for (const HermiteNode& b : rule)
            addNode(latents, q, a.place, b.place);
}

template <typename Rule>
double weighted(std::span<const double> values, const Rule& rule) {
    double sum = 0;
    std::size_t at = 0;
    for (const HermiteNode& a : rule)
        for (const HermiteNode& b : rule)
            sum += a.weight * b.weight * values[at++];
    return sum;
}

/// Calls act(u, v) for the knots of the trapezoid rule on a disc of `tails` sd.
template <typename Act>
void forKnots(double step, Act act) {
    const int count = static_cast<int>(tails / step);
    for (int j = -count; j <= count; ++j)
        for (int i = -count; i <= count; ++i)
            if (step * step * (i * i + j * j) <= tails * tails) act(step * i, step * j);
}

double trapezoid(std::span<const double> values, double step) {
    double sum = 0, total = 0;
    std::size_t at = 0;
    forKnots(step, [&](double u, double v) {
        const double weight = std::exp(-0.5 * (u * u + v * v));
        sum += weight;
        total += weight * values[at++];
    });
    return total / sum;
}

}  // namespace

PlaneIntegration::PlaneIntegration(const PlanePosterior& q, Quadrature quadrature)
    : m_q(q), m_quadrature(quadrature), m_grid(isUsable(q) ? q : PlanePosterior{}) {
    if (isUsable(q)) return;
    finish(std::numeric_limits<double>::quiet_NaN());
}

const std::vector<float>& PlaneIntegration::wanted() const {
    static const std::vector<float> nothing;
    if (m_stage == Stage::Finished) return nothing;
    return m_stage == Stage::Expecting ? m_offGrid : m_grid.wanted();
}

void PlaneIntegration::supply(std::span<const double> values) {
    if (m_stage == Stage::Expecting) return takeExpectation(values);
    m_grid.supply(values);
    while ((m_stage == Stage::Corners || m_stage == Stage::Centres) && m_grid.wanted().empty())
        proceed();
}

void PlaneIntegration::proceed() {
    if (!m_grid.isFinite()) return finish(std::numeric_limits<double>::quiet_NaN());
    m_stage == Stage::Corners ? decideOnCorners() : decideOnCentres();
}

void PlaneIntegration::decideOnCorners() {
    if (m_quadrature == Quadrature::Preview && !m_isRefined) {
        double error = 0, most = 0;
        for (const auto& [one, other] :
             {std::pair{Lattice::EvenColumns, Lattice::OddColumns}, std::pair{Lattice::EvenRows, Lattice::OddRows},
              std::pair{Lattice::White, Lattice::Black}}) {
            const Disagreement halves = between(m_grid, one, other);
            error = std::max(error, halves.mean / 2);
            most = std::max(most, halves.most() / 2);
        }
        if (most <= previewLimit / 2) return settle(Lattice::Corners, error);
    }
    m_grid.addCentres();
    m_stage = Stage::Centres;
}

/// What corners and centres together still err by belongs to waves that one of the two comparisons sees at half the
/// frequency; smooth densities lose more than the square of an error from one frequency to its double.
void PlaneIntegration::decideOnCentres() {
    const Disagreement lattices = between(m_grid, Lattice::Corners, Lattice::Centres);
    const Disagreement colours = between(m_grid, Lattice::White, Lattice::Black);
    const bool isStable = lattices.most() < quadratureTolerance && colours.most() < std::sqrt(quadratureTolerance);
    if (isStable || !m_grid.canHalve()) return settle(Lattice::All, 0);
    const double most = std::max(lattices.most() / 2, colours.most() * colours.most());
    if (m_quadrature == Quadrature::Preview && !m_isRefined && most <= previewLimit)
        return settle(Lattice::All, std::max(lattices.mean / 2, colours.most() * colours.most()));
    m_isRefined = true;
    m_grid.halveStep();
    m_stage = Stage::Corners;
}

void PlaneIntegration::settle(Lattice lattice, double error) {
    const PlaneGrid::Moments moments = m_grid.moments(lattice);
    m_result.mean = moments.mean;
    m_result.logEvidence = moments.logEvidence;
    m_result.meanError = error;
    m_stage = Stage::Expecting;
    wantExpectation();
}

void PlaneIntegration::wantExpectation() {
    m_offGrid.clear();
    if (m_scaledStep < hermiteStep)
        return forKnots(m_scaledStep, [this](double u, double v) { addNode(m_offGrid, m_q, u, v); });
    if (m_quadrature == Quadrature::Exact) addRule(m_offGrid, m_q, nineHermiteNodes);
    addRule(m_offGrid, m_q, fiveHermiteNodes);
}

void PlaneIntegration::takeExpectation(std::span<const double> values) {
    if (!std::ranges::all_of(values, [](double value) { return std::isfinite(value); }))
        return finish(std::numeric_limits<double>::quiet_NaN());
    if (m_scaledStep < hermiteStep) {
        const double before = m_expected;
        m_expected = trapezoid(values, m_scaledStep);
        const bool isStable = m_scaledStep < 1 && std::abs(m_expected - before) < quadratureTolerance;
        if (isStable || m_scaledStep <= 0.25) return finish(m_expected);
    } else {
        if (m_quadrature == Quadrature::Preview) return finish(weighted(values, fiveHermiteNodes));
        constexpr std::size_t fine = nineHermiteNodes.size() * nineHermiteNodes.size();
        m_expected = weighted(values, nineHermiteNodes);
        const double coarse = weighted(values.subspan(fine), fiveHermiteNodes);
        if (std::abs(m_expected - coarse) < hermiteTolerance) return finish(m_expected);
    }
    m_scaledStep /= 2;
    wantExpectation();
}

/// NaN: nothing of it can be used.
void PlaneIntegration::finish(double expectedLogLikelihood) {
    m_stage = Stage::Finished;
    if (std::isnan(expectedLogLikelihood)) {
        const double none = expectedLogLikelihood;
        m_result = {{none, none}, none, none, none};
        return;
    }
    double kl = 0;
    for (const ApproximatePosterior& q : m_q)
        kl += klToStandardNormal(q.mean, q.logVariance);
    m_result.lag = kl - expectedLogLikelihood + m_result.logEvidence;
}

}  // namespace collapsar
