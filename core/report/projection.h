// SPDX-License-Identifier: GPL-3.0-or-later
/// One axis through a latent space of several dimensions, on which true and approximate posterior means are both looked
/// at. Any thread.
#pragma once

#include "core/report/snapshot.h"

#include <cstddef>
#include <span>
#include <vector>

namespace collapsar {

/// What is chosen.
struct Projection {
    enum class Kind {
        LargestKl,  ///< the latent dimension with the largest KL, which may be another one later
        Dimension,  ///< the latent dimension `index`
        Principal,  ///< the principal direction `index` of the true means
    };
    Kind kind = Kind::LargestKl;
    int index = 0;  ///< from 0

    bool operator==(const Projection&) const = default;
};

/// A choice made definite by one snapshot. A mean is projected about the origin, not about the means' centre, so that a
/// collapsed posterior stays at the origin.
struct ProjectionAxis {
    Projection::Kind kind = Projection::Kind::Dimension;  ///< Principal only where there is such a direction
    int index = 0;                                        ///< of the dimension, or of the principal direction
    std::vector<double> direction;                        ///< [Z], length 1
    double share = 1;                                     ///< Principal: of the variance of the true means, 0 ... 1

    bool operator==(const ProjectionAxis&) const = default;
};

/// Of true means, largest variance first. Signs: the component that is largest in absolute value is positive, of equal
/// ones the first.
struct PrincipalDirections {
    std::vector<double> variance;                ///< N - 1 in the denominator
    std::vector<std::vector<double>> direction;  ///< [Z], length 1
    double totalVariance = 0;                    ///< over all dimensions
};

/// KL below it counts as none, so that noise orders nothing.
inline constexpr float leastOrderedKl = 0.01F;
/// Dimensions that enter a principal direction, at most: those whose means vary most. Bounds the time (a few ms).
inline constexpr std::size_t mostPrincipalDimensions = 64;

/// Dimensions by mean KL, largest first; those below leastOrderedKl, and equal ones, by index. In order of index where
/// the snapshot has no KL of each dimension.
[[nodiscard]] std::vector<int> dimensionsByKl(const Snapshot& snapshot);

/// The principal components of rows [N, Z], each about its mean; rows that are not finite are left out. Empty where
/// fewer than two are left. At most min(Z, mostPrincipalDimensions) of them.
[[nodiscard]] PrincipalDirections principalDirections(std::span<const float> rows, int width);

/// Never fails: an unknown dimension is the one with the largest KL, and so is a principal direction where true means
/// do not vary or are missing. Unreliable true means count only where fewer than two others are there.
[[nodiscard]] ProjectionAxis axisOf(const Snapshot& snapshot, const Projection& projection);

/// The place of row `probe` of means [N, Z] on the axis; NaN when there is no such row, or
/// `means` cannot be rows of the axis's width.
[[nodiscard]] double placeOn(const ProjectionAxis& axis, std::span<const float> means, std::size_t probe);

}  // namespace collapsar
