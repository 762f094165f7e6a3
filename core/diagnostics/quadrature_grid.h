// SPDX-License-Identifier: GPL-3.0-or-later
/// log p(x|z) on a uniform grid of one latent z, refined by halving its step and widened at its ends; every value is
/// kept. The grid asks for values and is given them, so that many grids can be evaluated together.
#pragma once

#include <functional>
#include <span>
#include <vector>

namespace collapsar {

/// Writes log p(x|z) for each z of `latents`, nats.
using LogLikelihood = std::function<void(std::span<const float> latents, std::span<double> out)>;

/// One-dimensional approximate posterior N(mean, exp(logVariance)).
struct ApproximatePosterior {
    double mean = 0;
    double logVariance = 0;

    [[nodiscard]] double sd() const;
};

/// Of p(z|x) with prior N(0, 1).
struct PosteriorMoments {
    double mean = 0;
    double logEvidence = 0;  ///< log p(x), nats
};

class QuadratureGrid {
public:
    /// The range always holds |z| <= range, and q(z|x) out to `tails` of its sd, as far as `furthest`.
    static constexpr double range = 6, furthest = 40, tails = 5;
    static constexpr double edgeMass = 1e-6;  ///< of p(z|x) at an end of the range; above it the range is widened
    /// Intervals whose ends both lie this many nats below the top of p(z|x), and outside q, are not cut further.
    static constexpr double negligible = 20;

    /// Starts with step 1, then widens by 4 at a time while there is mass at an end.
    explicit QuadratureGrid(const ApproximatePosterior& q);

    /// z whose log p(x|z) is needed next; while there are any, only supply() may be called.
    [[nodiscard]] const std::vector<float>& wanted() const { return m_wanted; }
    /// The values at wanted(), in its order.
    void supply(std::span<const double> values);

    /// Wants the values in between.
    void halveStep();
    [[nodiscard]] PosteriorMoments moments() const;

    /// Is q inside the range, out to `tails`?
    [[nodiscard]] bool holdsApproximate() const;
    /// Does the trapezoid rule with `stride` steps at a time resolve q? (Error below 1e-5 of the variation of log
    /// p(x|z).)
    [[nodiscard]] bool resolves(int stride) const;
    /// E_q[log p(x|z)] by the trapezoid rule on every `stride`-th knot; only where resolves(stride).
    [[nodiscard]] double expectation(int stride) const;

    [[nodiscard]] double step() const { return m_step; }
    [[nodiscard]] double first() const { return m_lower; }
    [[nodiscard]] const std::vector<double>& values() const { return m_values; }
    [[nodiscard]] bool isFinite() const;

private:
    enum class Wish { Beginning, Below, Above, Between };

    [[nodiscard]] double at(std::size_t knot) const { return m_lower + m_step * static_cast<double>(knot); }
    [[nodiscard]] double logWeight(std::size_t knot) const;
    [[nodiscard]] std::vector<double> weights(double& top) const;
    [[nodiscard]] bool isNegligible(std::size_t interval, double top) const;
    void widenIfHeavy();
    void fillBetween(std::span<const double> values);

    ApproximatePosterior m_q;
    Wish m_wish = Wish::Beginning;
    std::vector<float> m_wanted;
    std::vector<std::size_t> m_places;  ///< of m_wanted in the finer grid
    double m_lower = -range, m_step = 1;
    std::vector<double> m_values;  ///< log p(x|z) at the knots; straight lines where negligible
};

}  // namespace collapsar
