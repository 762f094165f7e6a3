// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/curve_range.h"

#include <algorithm>
#include <cmath>

namespace collapsar {
namespace {

constexpr double smallestSpan = 0.1;
constexpr double margin = 0.06;    // of the span, above and below
constexpr double nearZero = 0.35;  // least below this share of the greatest: the axis starts at zero
constexpr double mantissas[] = {1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10};

}  // namespace

void Extent::add(double value) {
    if (!std::isfinite(value)) return;
    least = isEmpty ? value : std::min(least, value);
    greatest = isEmpty ? value : std::max(greatest, value);
    isEmpty = false;
}

void Extent::add(const Extent& other) {
    if (other.isEmpty) return;
    add(other.least);
    add(other.greatest);
}

double roundedUp(double value) {
    if (!(value > 0) || !std::isfinite(value)) return 0;
    const double power = std::pow(10, std::floor(std::log10(value)));
    for (const double mantissa : mantissas)
        if (mantissa * power >= value * (1 - 1e-12)) return mantissa * power;
    return 10 * power;
}

PlotRange roomAround(const Extent& values) {
    if (values.isEmpty) return {0, 1};
    const double span = std::max(values.greatest - values.least, smallestSpan);
    if (values.least >= 0 && values.least <= nearZero * std::max(values.greatest, smallestSpan)) {
        const double top = std::max(values.greatest, smallestSpan);
        return {-0.04 * top, (1 + margin) * top};
    }
    const double spare = (span - (values.greatest - values.least)) / 2 + margin * span;
    return {values.least - spare, values.greatest + spare};
}

PlotRange joined(const PlotRange& a, const PlotRange& b) {
    return {std::min(a.lower, b.lower), std::max(a.upper, b.upper)};
}

}  // namespace collapsar
