// SPDX-License-Identifier: GPL-3.0-or-later
/// The true posterior p(z|x) of one example for one latent z ~ N(0, 1), by numerical integration over log p(x|z), and
/// how far an approximate posterior is from it. The model enters as a function only. Any thread.
#pragma once

#include "core/diagnostics/quadrature_grid.h"

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

/// Trapezoid rule (exponentially accurate for smooth densities) on z = -6 ... 6, step 1, halved until mean, log p(x)
/// and lag change by less than `tolerance`, at most down to `smallestStep`; range and widening as in QuadratureGrid.
///
/// lag     KL(q || prior) - E_q[log p(x|z)] + log p(x). The expectation is taken on the grid where q is wide enough for
/// it; a
///         narrower q gets 9 Gauss-Hermite nodes evaluated by the model, checked against 5, else a finer grid.
/// limits  q or p(z|x) narrower than 0.012 or beyond |z| = 40, and log p(x|z) rougher than `smallestStep`, lose
/// accuracy. result  NaN in all fields when q or log p(x|z) is not finite
[[nodiscard]] TruePosterior integrateExactly(const LogLikelihood& logLikelihood, const ApproximatePosterior& q);
inline constexpr double quadratureTolerance = 1e-4;
inline constexpr double smallestStep = 1.0 / 64;

/// A natural cubic spline of log p(x|z) through z = -6, -5 ... 6: 13 evaluations. The error of the mean is estimated
/// from the spline through every second knot. Where the estimate exceeds `previewLimit`, q leaves the range, or p(z|x)
/// has mass at its ends, the example is integrated exactly instead.
[[nodiscard]] TruePosterior integrateCoarsely(const LogLikelihood& logLikelihood, const ApproximatePosterior& q);
inline constexpr double previewLimit = 0.1;
inline constexpr double previewErrorShare =
    0.25;  ///< estimate = this times the distance between the two splines' means

}  // namespace collapsar
