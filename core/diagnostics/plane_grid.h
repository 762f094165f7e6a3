// SPDX-License-Identifier: GPL-3.0-or-later
/// log p(x|z) at the knots of a square lattice over two latents, which grows where p(z|x) has mass and is refined by
/// halving its step; every value is kept. It asks for values and is given them. Any thread.
#pragma once

#include "core/diagnostics/quadrature_grid.h"

#include <array>
#include <cstdint>
#include <span>
#include <unordered_set>
#include <vector>

namespace collapsar {

/// Approximate posterior with independent dimensions.
using PlanePosterior = std::array<ApproximatePosterior, 2>;

class PlaneGrid {
public:
    /// Every knot within this many nats of the top of p(z|x) gets all its eight neighbours; knots that were never
    /// wanted count as no mass.
    static constexpr double negligible = 16;
    static constexpr double smallestStep = 1.0 / 16;
    static constexpr std::size_t mostKnots = 40000;

    struct Moments {
        std::array<double, 2> mean{};
        double logEvidence = 0;  ///< log p(x), nats
    };
    /// All knots; those of the lattice, those in its cells' centres; and halves of the lattice: every second column,
    /// every second row, every second knot as on a chessboard.
    enum class Lattice { All, Corners, Centres, EvenColumns, OddColumns, EvenRows, OddRows, White, Black };

    /// Starts with step 1 on |z| <= 6 and at q's mean.
    explicit PlaneGrid(const PlanePosterior& q);

    /// Pairs z1 z2 whose log p(x|z) is needed next; while there are any, only supply() may be called.
    [[nodiscard]] const std::vector<float>& wanted() const { return m_wanted; }
    void supply(std::span<const double> values);
    /// Wants the centres of the cells that have mass.
    void addCentres();
    /// Centres become corners; wants what is missing between them.
    void halveStep();

    [[nodiscard]] bool isFinite() const { return m_isFinite; }
    [[nodiscard]] bool canHalve() const;
    /// Of p(z|x), by the trapezoid rule on those knots.
    [[nodiscard]] Moments moments(Lattice lattice) const;

private:
    struct Knot {
        int x = 0, y = 0;  ///< in units
        double value = 0;
    };

    void want(int x, int y);
    void wantNeighbours(int distance, int step);
    void growWhereHeavy();
    [[nodiscard]] static double logWeight(const Knot& knot);
    [[nodiscard]] bool isOn(const Knot& knot, Lattice lattice) const;

    std::vector<Knot> m_knots;  ///< in order of evaluation
    std::vector<Knot> m_asked;  ///< at m_wanted
    std::unordered_set<std::int64_t> m_known;
    std::vector<float> m_wanted;
    int m_stride;  ///< the lattice's step in units
    double m_top;
    bool m_isFinite = true;
    bool m_hasCentres = false;
};

}  // namespace collapsar
