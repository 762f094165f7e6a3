// SPDX-License-Identifier: GPL-3.0-or-later
/// The true posterior p(z|x) of one example for one latent z ~ N(0, 1), by numerical integration over log p(x|z), and
/// how far an approximate posterior is from it. The model enters as a function only. Any thread.
#pragma once

#include "core/diagnostics/quadrature_grid.h"

#include <span>
#include <vector>

namespace collapsar {

enum class Quadrature {
    Exact,    ///< saved, exported, decides verdicts
    Preview,  ///< for the eye while a run trains
};

struct TruePosterior {
    double mean = 0;         ///< of p(z|x)
    double logEvidence = 0;  ///< log p(x), nats
    double lag = 0;          ///< KL(q(z|x) || p(z|x)), nats
    double meanError = 0;    ///< preview only: estimated error of the mean
};

/// How a preview is made: a natural cubic spline of log p(x|z) through z = -6, -5 ... 6 (13 evaluations), where that
/// does not settle the mean through -6, -5.5 ... 6 (12 more). The error of the mean is estimated from two other rules
/// on the same values: the spline through every second knot, and the trapezoid rule. Where the estimate exceeds
/// `previewLimit`, q leaves the range, or p(z|x) has mass at its ends, the example is integrated exactly instead.
///
/// error  of 9,500 posteriors from two training runs of preset he-fig2 the worst mean was 0.14 off, the average 0.002
inline constexpr double previewLimit = 0.1;

/// The integral of one example, as a sequence of wishes: evaluate log p(x|z) at wanted(), supply() it, until nothing is
/// wanted. Many examples can so be evaluated together; the result is that of each alone.
///
/// exact   trapezoid rule (exponentially accurate for smooth densities) on z = -6 ... 6, step 1, halved until mean,
///         log p(x) and lag change by less than quadratureTolerance, at most down to smallestStep; range and widening
///         as in QuadratureGrid
/// lag     KL(q || prior) - E_q[log p(x|z)] + log p(x). The expectation is taken on the grid where q is wide enough for
///         it; a narrower q gets 9 Gauss-Hermite nodes evaluated by the model, checked against 5, else a finer grid.
/// limits  q or p(z|x) narrower than 0.012 or beyond |z| = 40, and log p(x|z) rougher than smallestStep, lose accuracy
/// result  NaN in all fields when q or log p(x|z) is not finite
class ExampleIntegration {
public:
    ExampleIntegration(const ApproximatePosterior& q, Quadrature quadrature);

    /// Empty: finished.
    [[nodiscard]] const std::vector<float>& wanted() const;
    void supply(std::span<const double> values);
    [[nodiscard]] const TruePosterior& result() const { return m_result; }

private:
    enum class Stage { Preview, FinerPreview, Begun, Refining, Expecting, Finished };

    void supplyPreview(std::span<const double> values);
    void proceedWhileKnown();
    void proceed();
    void takeExpectation();
    void finish(double expectedLogLikelihood);

    ApproximatePosterior m_q;
    Stage m_stage = Stage::Begun;
    QuadratureGrid m_grid;
    PosteriorMoments m_coarse;
    std::vector<double> m_knots;   ///< of the preview
    std::vector<float> m_offGrid;  ///< wanted beside the grid: the preview's knots, or Gauss-Hermite nodes
    bool m_hasHermite = false;
    double m_hermite = 0, m_hermiteError = 0;  ///< E_q[log p(x|z)] by nine nodes, its distance to five
    TruePosterior m_result;
};
inline constexpr double quadratureTolerance = 1e-4;
inline constexpr double smallestStep = 1.0 / 64;

/// One example on its own.
[[nodiscard]] TruePosterior integrateExactly(const LogLikelihood& logLikelihood, const ApproximatePosterior& q);
[[nodiscard]] TruePosterior integrateCoarsely(const LogLikelihood& logLikelihood, const ApproximatePosterior& q);

}  // namespace collapsar
