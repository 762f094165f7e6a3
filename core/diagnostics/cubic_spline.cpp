// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnostics/cubic_spline.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <utility>

namespace collapsar {

/// Solves s[i-1] + 4 s[i] + s[i+1] = v[i-1] - 2 v[i] + v[i+1] with s = 0 at both ends, by elimination.
CubicSpline::CubicSpline(double first, double step, std::vector<double> values)
    : m_first(first), m_step(step), m_values(std::move(values)), m_second(m_values.size(), 0.0) {
    assert(m_values.size() >= 2 && step > 0);
    const std::size_t n = m_values.size();
    std::vector<double> ratio(n, 0.0);
    for (std::size_t i = 1; i + 1 < n; ++i) {
        const double pivot = 4.0 - ratio[i - 1];
        const double right = m_values[i - 1] - 2 * m_values[i] + m_values[i + 1];
        ratio[i] = 1.0 / pivot;
        m_second[i] = (right - m_second[i - 1]) / pivot;
    }
    for (std::size_t i = n - 1; i-- > 1;)
        m_second[i] -= ratio[i] * m_second[i + 1];
}

double CubicSpline::operator()(double x) const {
    const double last = static_cast<double>(m_values.size() - 1);
    const double at = (x - m_first) / m_step;
    const auto i = static_cast<std::size_t>(std::clamp(std::floor(at), 0.0, last - 1));
    const double b = at - static_cast<double>(i), a = 1 - b;
    // Second derivatives are zero at both ends.
    const double line = a * m_values[i] + b * m_values[i + 1];
    if (b < 0) return m_values[i] + b * (m_values[i + 1] - m_values[i] - m_second[i + 1]);
    if (b > 1) return m_values[i + 1] + (b - 1) * (m_values[i + 1] - m_values[i] + m_second[i]);
    return line + (a * a * a - a) * m_second[i] + (b * b * b - b) * m_second[i + 1];
}

}  // namespace collapsar
