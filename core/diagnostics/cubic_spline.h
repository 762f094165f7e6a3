// SPDX-License-Identifier: GPL-3.0-or-later
/// Natural cubic spline through equally spaced knots. Any thread.
#pragma once

#include <vector>

namespace collapsar {

class CubicSpline {
public:
    /// `values` at first, first + step, ...; at least two.
    CubicSpline(double first, double step, std::vector<double> values);

    /// Straight lines beyond the outer knots.
    [[nodiscard]] double operator()(double x) const;

private:
    double m_first = 0, m_step = 1;
    std::vector<double> m_values;
    std::vector<double> m_second;  ///< second derivatives at the knots, times step^2 / 6
};

}  // namespace collapsar
