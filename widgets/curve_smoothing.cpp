// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/curve_smoothing.h"

#include <algorithm>
#include <cmath>

namespace collapsar {

DebiasedMean::DebiasedMean(double weight) : m_weight(std::clamp(weight, 0.0, 0.999)) {}

double DebiasedMean::add(double value) {
    if (!std::isfinite(value)) return value;
    if (m_weights == 0) m_first = value;
    m_isConstant = m_isConstant && value == m_first;
    m_sum = m_weight * m_sum + value;
    m_weights = m_weight * m_weights + 1;
    return m_isConstant ? value : m_sum / m_weights;
}

}  // namespace collapsar
