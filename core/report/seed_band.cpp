// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/seed_band.h"

#include <algorithm>
#include <cmath>

namespace collapsar {
namespace {

/// Of sorted values, as numpy.percentile does by default.
double quantile(std::span<const double> sorted, double share) {
    const double at = share * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(at);
    if (below + 1 >= sorted.size()) return sorted.back();
    return sorted[below] + (at - static_cast<double>(below)) * (sorted[below + 1] - sorted[below]);
}

void summarise(BandPoint& point, std::vector<double>& values, BandKind kind) {
    if (kind != BandKind::MeanSd) {
        std::ranges::sort(values);
        const bool isWhole = kind == BandKind::MinMax;
        point.centre = quantile(values, 0.5);
        point.lower = isWhole ? values.front() : quantile(values, 0.25);
        point.upper = isWhole ? values.back() : quantile(values, 0.75);
        return;
    }
    const auto count = static_cast<double>(values.size());
    double sum = 0;
    for (const double value : values)
        sum += value;
    point.centre = sum / count;
    double squares = 0;
    for (const double value : values)
        squares += (value - point.centre) * (value - point.centre);
    const double sd = values.size() > 1 ? std::sqrt(squares / (count - 1)) : 0;
    point.lower = point.centre - sd;
    point.upper = point.centre + sd;
}

}  // namespace

void SeedSeries::add(const SeedPoint& point) {
    if (!std::isfinite(point.value) || !std::isfinite(point.x)) return;
    if (m_points.empty() || m_points.back().update < point.update) {
        m_points.push_back(point);
        return;
    }
    const auto at = std::ranges::lower_bound(m_points, point.update, {}, &SeedPoint::update);
    if (at->update == point.update)
        *at = point;
    else
        m_points.insert(at, point);
}

std::vector<BandPoint> seedBand(std::span<const SeedSeries> runs, BandKind kind) {
    std::vector<std::span<const SeedPoint>> left;  // what of each run lies ahead
    for (const SeedSeries& run : runs)
        if (!run.points().empty()) left.emplace_back(run.points());
    std::vector<BandPoint> band;
    std::vector<double> values;
    while (!left.empty()) {
        // The next update that all could share is the latest of those that come next.
        std::int64_t update = left.front().front().update;
        for (const auto& run : left)
            update = std::max(update, run.front().update);
        for (auto& run : left)
            while (!run.empty() && run.front().update < update)
                run = run.subspan(1);
        const bool hasEnded = std::erase_if(left, [](const auto& run) { return run.empty(); }) > 0;
        const auto isHere = [update](const auto& run) { return run.front().update == update; };
        if (hasEnded || !std::ranges::all_of(left, isHere)) continue;
        BandPoint point{.update = update, .count = static_cast<int>(left.size())};
        values.clear();
        for (auto& run : left) {
            point.x += run.front().x / static_cast<double>(left.size());
            values.push_back(run.front().value);
            run = run.subspan(1);
        }
        summarise(point, values, kind);
        band.push_back(point);
        std::erase_if(left, [](const auto& run) { return run.empty(); });
    }
    return band;
}

}  // namespace collapsar
