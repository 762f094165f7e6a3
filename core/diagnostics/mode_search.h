// SPDX-License-Identifier: GPL-3.0-or-later
/// Where p(z|x) of one example is highest and how it falls off there, for any number of latents z ~ N(0, I), from
/// values of log p(x|z) alone: a Gaussian to draw from. It asks for values and is given them. Any thread.
#pragma once

#include "core/diagnostics/gaussian_proposal.h"

#include <cstddef>
#include <span>
#include <vector>

namespace collapsar {

struct ModeSearchEffort {
    int steps = 4;           ///< along the axes, at most
    std::size_t joint = 64;  ///< dimensions whose correlation is looked at, at most
};

/// Newton steps on differences one posterior standard deviation wide, which look past ripples of log p(x|z).
///
/// start    the mean of q or of the prior, whichever has more density
/// step     slopes and curvatures along the axes (2 Z values), then the best of four step lengths; fewer where less
/// than gainToStop nats are to be won last     mixed differences of the dimensions that bend log p(x|z), J of them (J
/// (J - 1) / 2 values), and one step with all of it cost     about 2 + (2 Z + 4) (steps + 1) + J (J - 1) / 2 values
/// source   Laplace's method; the differences are those of central quotients
class ModeSearch {
public:
    /// A dimension that bends log p(x|z) less than this (the prior: 1) is taken as independent of the others.
    static constexpr double leastCurvature = 0.05;
    static constexpr double gainToStop = 0.5;  ///< nats

    /// q's mean and sd, [Z], finite.
    ModeSearch(std::vector<double> mean, std::vector<double> sd, const ModeSearchEffort& effort);

    /// Row-major [K, Z]. Empty: finished.
    [[nodiscard]] const std::vector<float>& wanted() const { return m_wanted; }
    /// K values.
    void supply(std::span<const double> values);

    [[nodiscard]] bool isFinite() const { return m_isFinite; }
    /// Finished and finite: the Gaussian with that mode and curvature, its variances times `widening`.
    [[nodiscard]] GaussianProposal approximation(double widening) const;

private:
    enum class Stage { Starts, Slopes, Line, Pairs, LastLine, Finished };

    void wantSlopes();
    void takeSlopes(std::span<const double> values);
    void wantPairs();
    void takePairs(std::span<const double> values);
    void wantLine(Stage stage);
    void takeBest(std::span<const double> values);
    void want(const std::vector<double>& z);
    [[nodiscard]] double gain() const;

    Stage m_stage = Stage::Starts;
    ModeSearchEffort m_left;
    bool m_isFinite = true;
    std::vector<float> m_wanted;
    std::vector<double> m_centre, m_reach;  ///< [Z]; how far differences are taken
    double m_value = 0;                     ///< log p(x|z) at the centre
    std::vector<double> m_beyond;           ///< [Z] log p(x|z) one reach above the centre
    std::vector<double> m_slope, m_bend;    ///< [Z] of log p(x|z) - |z|^2 / 2; bend: its negative second derivative
    std::vector<std::size_t> m_joint;
    std::vector<double> m_factor;  ///< [J, J] of the joint dimensions' covariance
    std::vector<double> m_step;
};

}  // namespace collapsar
