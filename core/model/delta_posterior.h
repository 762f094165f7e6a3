// SPDX-License-Identifier: GPL-3.0-or-later
/// Posteriors that stay at least delta nats from N(0, 1) in each dimension, whatever the encoder says. Torch-free; in
/// float for the product, in double to be checked. source: Razavi et al. 2019, section 2.2, for each dimension on its
/// own with a standard normal prior as in Zhu et al. 2020's comparison; their AR(1) prior is not here
#pragma once

#include <cstdint>

namespace collapsar {

/// Which standard deviations leave room for a KL of delta: where ln s - s + 2 delta + 1 >= 0 for s = sd^2. Of lowest
/// below 1 and highest above.
struct SdRange {
    double lowest = 1, highest = 1;
};
/// delta from 0.001 to 10 nats; exact but for rounding.
[[nodiscard]] SdRange sdRange(double delta);

/// Of the encoder's two outputs m and a, element by element: sd = lowest + (highest - lowest) sigmoid(a) and
/// mean = sqrt(2 delta + 1 + ln sd^2 - sd^2 + relu(m) + 1e-6), so that KL = delta + relu(m) / 2 + 5e-7. Means are above
/// 0: the sign of a dimension says nothing.
class DeltaPosterior {
public:
    explicit DeltaPosterior(double delta) : m_delta(delta), m_range(sdRange(delta)) {}

    /// In place: m, a -> mean, log variance, each [size].
    template <typename Real>
    void forward(Real* mean, Real* logVariance, std::int64_t size) const;
    /// m, a as they went into forward(). In place: gradients by mean and log variance -> by m and a. relu's at 0 is 0.
    template <typename Real>
    void backward(const Real* m, const Real* a, Real* meanGradient, Real* logVarianceGradient, std::int64_t size) const;

private:
    struct Point {
        double sd = 1, mean = 0, slope = 0;  ///< of sd by a
    };
    [[nodiscard]] Point at(double m, double a) const;

    double m_delta;
    SdRange m_range;
};

}  // namespace collapsar
