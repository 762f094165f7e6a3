// SPDX-License-Identifier: GPL-3.0-or-later
/// The smoothed line of a curve: an exponential mean without the bias towards its start.
#pragma once

namespace collapsar {

/// Weight w: sum of w^age * value / sum of w^age over all values so far. Values that are not finite are passed through
/// and forgotten; while all values are equal the mean is exactly that value.
class DebiasedMean {
public:
    explicit DebiasedMean(double weight = 0);

    /// The smoothed value at this point. O(1).
    double add(double value);

private:
    double m_weight;
    double m_sum = 0;
    double m_weights = 0;
    double m_first = 0;
    bool m_isConstant = true;
};

}  // namespace collapsar
