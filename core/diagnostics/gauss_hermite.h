// SPDX-License-Identifier: GPL-3.0-or-later
/// Gauss-Hermite rules for N(0, 1): numpy.polynomial.hermite_e.hermegauss, weights summing to 1.
#pragma once

#include <array>

namespace collapsar {

struct HermiteNode {
    double place = 0, weight = 0;
};

inline constexpr std::array<HermiteNode, 5> fiveHermiteNodes{{{-2.8569700138728056, 0.011257411327720677},
                                                              {-1.355626179974266, 0.22207592200561257},
                                                              {0.0, 0.5333333333333333},
                                                              {1.355626179974266, 0.22207592200561257},
                                                              {2.8569700138728056, 0.011257411327720677}}};
inline constexpr std::array<HermiteNode, 9> nineHermiteNodes{{{-4.512745863399783, 2.2345844007746607e-05},
                                                              {-3.20542900285647, 0.0027891413212317692},
                                                              {-2.07684797867783, 0.04991640676521782},
                                                              {-1.0232556637891326, 0.24409750289493953},
                                                              {0.0, 0.40634920634920635},
                                                              {1.0232556637891326, 0.24409750289493953},
                                                              {2.07684797867783, 0.04991640676521782},
                                                              {3.20542900285647, 0.0027891413212317692},
                                                              {4.512745863399783, 2.2345844007746607e-05}}};

}  // namespace collapsar
