// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnostics/plane_grid.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <numbers>

namespace collapsar {
namespace {

constexpr double unit = PlaneGrid::smallestStep / 2;  // centres of the smallest cells are knots too
constexpr int unitsPerOne = static_cast<int>(1 / unit);
constexpr int furthest = static_cast<int>(QuadratureGrid::furthest) * unitsPerOne;
constexpr int reach = static_cast<int>(QuadratureGrid::range);

std::int64_t keyOf(int x, int y) {
    return (static_cast<std::int64_t>(x) << 32) ^ static_cast<std::uint32_t>(y);
}

int remainder(int value, int stride) {
    return ((value % stride) + stride) % stride;
}

}  // namespace

PlaneGrid::PlaneGrid(const PlanePosterior& q) : m_stride(unitsPerOne), m_top(-std::numeric_limits<double>::infinity()) {
    for (int y = -reach; y <= reach; ++y)
        for (int x = -reach; x <= reach; ++x)
            if (x * x + y * y <= reach * reach) want(x * m_stride, y * m_stride);
    const auto nearest = [&](double mean) {
        return m_stride * static_cast<int>(std::lround(std::clamp(mean, -40.0, 40.0)));
    };
    want(nearest(q[0].mean), nearest(q[1].mean));
}

double PlaneGrid::logWeight(const Knot& knot) {
    const double x = unit * knot.x, y = unit * knot.y;
    return knot.value - 0.5 * (x * x + y * y);
}

void PlaneGrid::want(int x, int y) {
    if (std::abs(x) > furthest || std::abs(y) > furthest || !m_known.insert(keyOf(x, y)).second) return;
    m_asked.push_back({x, y, 0});
    m_wanted.push_back(static_cast<float>(unit * x));
    m_wanted.push_back(static_cast<float>(unit * y));
}

void PlaneGrid::supply(std::span<const double> values) {
    assert(values.size() == m_asked.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        m_asked[i].value = values[i];
        m_knots.push_back(m_asked[i]);
        m_isFinite = m_isFinite && std::isfinite(values[i]);
        m_top = std::max(m_top, logWeight(m_asked[i]));
    }
    m_asked.clear();
    m_wanted.clear();
    if (m_isFinite && !m_hasCentres) growWhereHeavy();
}

/// The eight knots at `distance` and zero around every heavy knot; with a step of two distances the four diagonal ones.
void PlaneGrid::wantNeighbours(int distance, int step) {
    const std::size_t count = m_knots.size();
    for (std::size_t i = 0; i < count; ++i) {
        const Knot knot = m_knots[i];
        if (logWeight(knot) < m_top - negligible) continue;
        for (int dy = -distance; dy <= distance; dy += step)
            for (int dx = -distance; dx <= distance; dx += step)
                want(knot.x + dx, knot.y + dy);
    }
}

void PlaneGrid::growWhereHeavy() {
    if (m_knots.size() < mostKnots) wantNeighbours(m_stride, m_stride);
}

void PlaneGrid::addCentres() {
    m_hasCentres = true;
    wantNeighbours(m_stride / 2, m_stride);
}

bool PlaneGrid::canHalve() const {
    return unit * m_stride > smallestStep && m_knots.size() < mostKnots;
}

void PlaneGrid::halveStep() {
    m_stride /= 2;
    m_hasCentres = false;
    growWhereHeavy();
}

bool PlaneGrid::isOn(const Knot& knot, Lattice lattice) const {
    if (lattice == Lattice::All) return true;
    const bool isCorner = remainder(knot.x, m_stride) == 0;
    if (lattice == Lattice::Centres) return !isCorner;
    if (!isCorner) return false;
    const int column = remainder(knot.x / m_stride, 2), row = remainder(knot.y / m_stride, 2);
    switch (lattice) {
        case Lattice::EvenColumns:
        case Lattice::OddColumns:
            return column == (lattice == Lattice::OddColumns ? 1 : 0);
        case Lattice::EvenRows:
        case Lattice::OddRows:
            return row == (lattice == Lattice::OddRows ? 1 : 0);
        case Lattice::White:
        case Lattice::Black:
            return (column == row) == (lattice == Lattice::White);
        default:
            return true;
    }
}

PlaneGrid::Moments PlaneGrid::moments(Lattice lattice) const {
    double sum = 0;
    std::array<double, 2> first{};
    for (const Knot& knot : m_knots) {
        if (!isOn(knot, lattice)) continue;
        const double weight = std::exp(logWeight(knot) - m_top);
        sum += weight;
        first[0] += weight * unit * knot.x;
        first[1] += weight * unit * knot.y;
    }
    double cell = unit * m_stride * unit * m_stride;
    if (lattice == Lattice::All && m_hasCentres) cell /= 2;
    const bool isWhole = lattice == Lattice::All || lattice == Lattice::Corners || lattice == Lattice::Centres;
    if (!isWhole) cell *= 2;
    return {{first[0] / sum, first[1] / sum}, m_top + std::log(sum * cell / (2 * std::numbers::pi))};
}

}  // namespace collapsar
