// SPDX-License-Identifier: GPL-3.0-or-later
/// Which ranges the axes of a curve take: outward only while live, rounded up so that they rarely move.
#pragma once

#include "widgets/plot_navigation.h"

namespace collapsar {

/// Least and greatest finite value seen.
struct Extent {
    double least = 0;
    double greatest = 0;
    bool isEmpty = true;

    void add(double value);
    void add(const Extent& other);
};

/// The next of 1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10 times a power of ten.
[[nodiscard]] double roundedUp(double value);
/// Room around the values: from zero when they are close to it, never narrower than a tenth.
[[nodiscard]] PlotRange roomAround(const Extent& values);
/// Joined, so that nothing that was visible goes out of sight.
[[nodiscard]] PlotRange joined(const PlotRange& a, const PlotRange& b);

}  // namespace collapsar
