// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/projection.h"

#include "core/report/symmetric_eigen.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace collapsar {
namespace {

std::size_t widthOf(const Snapshot& snapshot) {
    return static_cast<std::size_t>(std::max(1, snapshot.latent));
}

ProjectionAxis dimensionAxis(const Snapshot& snapshot, int dimension) {
    std::vector<double> direction(widthOf(snapshot), 0.0);
    direction[static_cast<std::size_t>(dimension)] = 1;
    return {Projection::Kind::Dimension, dimension, std::move(direction), 1};
}

/// True means of reliable probes, or of all where those are too few.
std::vector<float> trustedMeans(const Snapshot& snapshot) {
    if (reliableProbes(snapshot) < 2) return snapshot.trueMean;
    const std::size_t width = widthOf(snapshot);
    std::vector<float> kept;
    for (std::size_t probe = 0; (probe + 1) * width <= snapshot.trueMean.size(); ++probe) {
        const auto first = snapshot.trueMean.begin() + static_cast<std::ptrdiff_t>(probe * width);
        if (isReliable(snapshot, probe)) kept.insert(kept.end(), first, first + static_cast<std::ptrdiff_t>(width));
    }
    return kept;
}

/// Sums over the finite rows of the products of what lies off the mean.
struct Scatter {
    std::vector<std::vector<double>> rows;  ///< finite ones, about their mean
    std::vector<double> variance;           ///< [Z]
};

Scatter scatterOf(std::span<const float> values, std::size_t width) {
    Scatter scatter;
    std::vector<double> mean(width, 0.0);
    for (std::size_t at = 0; at + width <= values.size(); at += width) {
        const auto row = values.subspan(at, width);
        if (!std::ranges::all_of(row, [](float value) { return std::isfinite(value); })) continue;
        scatter.rows.emplace_back(row.begin(), row.end());
        for (std::size_t d = 0; d < width; ++d)
            mean[d] += static_cast<double>(row[d]);
    }
    scatter.variance.assign(width, 0.0);
    const auto count = static_cast<double>(scatter.rows.size());
    for (std::vector<double>& row : scatter.rows) {
        for (std::size_t d = 0; d < width; ++d) {
            row[d] -= mean[d] / count;
            scatter.variance[d] += row[d] * row[d] / (count - 1);
        }
    }
    return scatter;
}

void makeLargestPositive(std::vector<double>& direction) {
    const auto largest = std::ranges::max_element(direction, {}, [](double component) { return std::abs(component); });
    if (*largest >= 0) return;
    for (double& component : direction)
        component = -component;
}

}  // namespace

std::vector<int> dimensionsByKl(const Snapshot& snapshot) {
    std::vector<int> order(widthOf(snapshot));
    std::iota(order.begin(), order.end(), 0);
    if (snapshot.unitKl.size() != order.size()) return order;
    const auto kl = [&](int dimension) {
        const float value = snapshot.unitKl[static_cast<std::size_t>(dimension)];
        return value >= leastOrderedKl ? value : 0;  // NaN: 0
    };
    std::ranges::stable_sort(order, std::greater{}, kl);
    return order;
}

PrincipalDirections principalDirections(std::span<const float> rows, int width) {
    const auto z = static_cast<std::size_t>(std::max(1, width));
    const Scatter scatter = scatterOf(rows, z);
    PrincipalDirections result;
    if (scatter.rows.size() < 2) return result;
    std::vector<std::size_t> used(z);
    std::iota(used.begin(), used.end(), std::size_t{0});
    std::ranges::stable_sort(used, std::greater{}, [&](std::size_t d) { return scatter.variance[d]; });
    used.resize(std::min(used.size(), mostPrincipalDimensions));
    std::ranges::sort(used);
    const std::size_t n = used.size();
    std::vector<double> covariance(n * n, 0.0);
    for (const std::vector<double>& row : scatter.rows)
        for (std::size_t i = 0; i < n; ++i)
            for (std::size_t j = 0; j < n; ++j)
                covariance[i * n + j] += row[used[i]] * row[used[j]] / static_cast<double>(scatter.rows.size() - 1);
    const SymmetricEigen eigen = symmetricEigen(std::move(covariance), n);
    for (std::size_t i = 0; i < n; ++i) {
        std::vector<double> direction(z, 0.0);
        for (std::size_t j = 0; j < n; ++j)
            direction[used[j]] = eigen.vector[i][j];
        makeLargestPositive(direction);
        result.variance.push_back(std::max(0.0, eigen.value[i]));
        result.direction.push_back(std::move(direction));
    }
    result.totalVariance = std::accumulate(scatter.variance.begin(), scatter.variance.end(), 0.0);
    return result;
}

ProjectionAxis axisOf(const Snapshot& snapshot, const Projection& projection) {
    const auto index = static_cast<std::size_t>(std::max(0, projection.index));
    if (projection.kind == Projection::Kind::Principal) {
        PrincipalDirections principal = principalDirections(trustedMeans(snapshot), snapshot.latent);
        if (index < principal.variance.size() && principal.variance[index] > 0) {
            return {Projection::Kind::Principal, projection.index, std::move(principal.direction[index]),
                    principal.variance[index] / principal.totalVariance};
        }
    }
    if (projection.kind == Projection::Kind::Dimension && projection.index >= 0 && index < widthOf(snapshot))
        return dimensionAxis(snapshot, projection.index);
    return dimensionAxis(snapshot, dimensionsByKl(snapshot).front());
}

double placeOn(const ProjectionAxis& axis, std::span<const float> means, std::size_t probe) {
    const std::size_t width = axis.direction.size();
    if (width == 0 || means.size() % width != 0 || (probe + 1) * width > means.size()) return notMeasured;
    double place = 0;
    for (std::size_t d = 0; d < width; ++d)
        if (axis.direction[d] != 0) place += axis.direction[d] * static_cast<double>(means[probe * width + d]);
    return place;
}

}  // namespace collapsar
