// SPDX-License-Identifier: GPL-3.0-or-later
/// The true posterior p(z|x) of one example for two latents z ~ N(0, I), by numerical integration over log p(x|z), and
/// how far an approximate posterior is from it. The model enters as a function only. Any thread.
#pragma once

#include "core/diagnostics/plane_grid.h"
#include "core/diagnostics/quadrature.h"

#include <array>
#include <span>
#include <vector>

namespace collapsar {

struct TruePlanePosterior {
    std::array<double, 2> mean{};  ///< of p(z|x)
    double logEvidence = 0;        ///< log p(x), nats
    double lag = 0;                ///< KL(q(z|x) || p(z|x)), nats
    double meanError = 0;          ///< preview only: estimated error of the mean, larger component
};

/// As ExampleIntegration, for two latents: evaluate log p(x|z) at wanted(), supply() it, until nothing is wanted.
///
/// exact    trapezoid rule on PlaneGrid, step 1, and the same with the lattice of the cells' centres. Both together are
///          the result where the two put mean and log p(x) within quadratureTolerance of each other, and the two
///          colours of a chessboard within its root (a diagonal ridge, which corners and centres see alike); else the
///          step is halved, down to PlaneGrid::smallestStep.
/// preview  step 1 alone where its halves (columns, rows, chessboard) put mean and log p(x) within previewLimit / 2 of
///          their middle, then with the centres, else exact
/// lag      KL(q || prior) - E_q[log p(x|z)] + log p(x). The expectation by 9 x 9 Gauss-Hermite nodes where 5 x 5
/// differ by
///          less than hermiteTolerance (preview: 5 x 5 alone), else by the trapezoid rule in units of q's sd, step 1,
///          halved twice at most.
/// limits   q or p(z|x) narrower than 0.05 or beyond |z| = 40, and log p(x|z) rougher than that, lose accuracy
/// result   NaN in all fields when q or log p(x|z) is not finite
class PlaneIntegration {
public:
    static constexpr double hermiteTolerance = 1e-3;

    PlaneIntegration(const PlanePosterior& q, Quadrature quadrature);

    /// Pairs z1 z2, row-major [K, 2]. Empty: finished.
    [[nodiscard]] const std::vector<float>& wanted() const;
    /// K values.
    void supply(std::span<const double> values);
    [[nodiscard]] const TruePlanePosterior& result() const { return m_result; }

private:
    enum class Stage { Corners, Centres, Expecting, Finished };

    void proceed();
    void decideOnCorners();
    void decideOnCentres();
    /// The grid has the posterior; on to the expectation under q.
    void settle(PlaneGrid::Lattice lattice, double error);
    void wantExpectation();
    void takeExpectation(std::span<const double> values);
    void finish(double expectedLogLikelihood);

    PlanePosterior m_q;
    Quadrature m_quadrature;
    Stage m_stage = Stage::Corners;
    PlaneGrid m_grid;
    bool m_isRefined = false;      ///< the step was halved
    std::vector<float> m_offGrid;  ///< wanted beside the grid, for the expectation
    double m_scaledStep = 2;       ///< of the expectation, in sd of q; 2: Gauss-Hermite
    double m_expected = 0;
    TruePlanePosterior m_result;
};

}  // namespace collapsar
