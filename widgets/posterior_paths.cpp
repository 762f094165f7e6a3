// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/posterior_paths.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace collapsar {
namespace {

constexpr double initialReach = 3;
constexpr double reachStep = 0.5;
constexpr double growMargin = 1.04;
constexpr double fitMargin = 1.08;
constexpr double smallestReach = 0.01;
constexpr double farthest = 1e6;  // beyond it a point counts as diverged and does not move the view

bool isDrawable(const PathPoint& point) {
    return std::isfinite(point.x) && std::isfinite(point.y) && std::abs(point.x) < farthest &&
           std::abs(point.y) < farthest;
}

PathPoint pointOf(const Snapshot& snapshot, const ProjectionAxis& axis, std::size_t probe) {
    return {placeOn(axis, snapshot.trueMean, probe), placeOn(axis, snapshot.approximateMean, probe)};
}

PathPoint meanOf(const Snapshot& snapshot, const ProjectionAxis& axis) {
    PathPoint sum{0, 0};
    const int count = probeCount(snapshot);
    for (int probe = 0; probe < count; ++probe) {
        const PathPoint point = pointOf(snapshot, axis, static_cast<std::size_t>(probe));
        sum.x += point.x / count;
        sum.y += point.y / count;
    }
    return count > 0 ? sum : PathPoint{};
}

/// The tallest stack never asks for a wider view, which would make it wider still.
PosteriorPath stackedOnAxis(const Snapshot& snapshot, const ProjectionAxis& axis, double binHeight, double step) {
    std::map<long, int> filled;
    PosteriorPath points;
    int tallest = 1;
    for (int probe = 0; probe < probeCount(snapshot); ++probe) {
        const double y = placeOn(axis, snapshot.approximateMean, static_cast<std::size_t>(probe));
        const bool isPlaced = std::isfinite(y) && std::abs(y) <= farthest;
        const int before = isPlaced ? filled[std::lround(y / binHeight)]++ : 0;
        points.push_back(isPlaced ? PathPoint{static_cast<double>(before), y} : PathPoint{});
        tallest = std::max(tallest, before + 1);
    }
    const double narrow = step * std::min(1.0, static_cast<double>(tallestStack) / tallest);
    for (PathPoint& point : points)
        point.x *= narrow;
    return points;
}

}  // namespace

bool hasTrueMeans(const Snapshot& snapshot) {
    return !snapshot.trueMean.empty();
}

int probeCount(const Snapshot& snapshot) {
    return static_cast<int>(snapshot.approximateMean.size()) / std::max(1, snapshot.latent);
}

PosteriorPath probePoints(const Snapshot& snapshot, double binHeight, double step) {
    return probePoints(snapshot, axisOf(snapshot, {}), binHeight, step);
}

PosteriorPath probePoints(const Snapshot& snapshot, const ProjectionAxis& axis, double binHeight, double step) {
    if (!hasTrueMeans(snapshot)) return stackedOnAxis(snapshot, axis, binHeight, step);
    PosteriorPath points(static_cast<std::size_t>(probeCount(snapshot)));
    for (std::size_t probe = 0; probe < points.size(); ++probe)
        points[probe] = pointOf(snapshot, axis, probe);
    return points;
}

PosteriorPath trailPoints(SnapshotSpan history, const ProjectionAxis& axis) {
    PosteriorPath path;
    if (history.size() < 2) return path;
    const int probes = probeCount(*history.back());
    path.reserve(static_cast<std::size_t>(probes) * (history.size() + 1));
    for (int probe = 0; probe < probes; ++probe) {
        for (const SnapshotPointer& snapshot : history)
            path.push_back(pointOf(*snapshot, axis, static_cast<std::size_t>(probe)));
        path.emplace_back();
    }
    return path;
}

TrailParts splitTrail(const PosteriorPath& path, double longest) {
    constexpr int drawnOneIn = 6;
    TrailParts parts;
    int jumps = 0;
    for (std::size_t i = 0; i < path.size(); ++i) {
        const bool isJump =
            i > 0 && std::hypot(path[i].x - path[i - 1].x, path[i].y - path[i - 1].y) > longest;  // false at a gap
        if (isJump) parts.near.emplace_back();
        parts.near.push_back(path[i]);
        if (isJump && jumps++ % drawnOneIn == 0) parts.far.insert(parts.far.end(), {path[i - 1], path[i], PathPoint{}});
    }
    return parts;
}

PosteriorPath staircasePoints(SnapshotSpan history, const ProjectionAxis& axis, int probe) {
    PosteriorPath path;
    for (const SnapshotPointer& snapshot : history) {
        if (!hasTrueMeans(*snapshot)) continue;
        const PathPoint point =
            probe < 0 ? meanOf(*snapshot, axis) : pointOf(*snapshot, axis, static_cast<std::size_t>(probe));
        if (!isDrawable(point)) continue;
        if (!path.empty()) path.push_back({path.back().x, point.y});
        path.push_back(point);
    }
    return path;
}

PlotView initialView() {
    return {{-initialReach, initialReach}, {-initialReach, initialReach}};
}

PlotView grownView(const PlotView& current, const PosteriorPath& points) {
    double reach = 0;
    bool isInside = true;
    for (const PathPoint& point : points) {
        if (!isDrawable(point)) continue;
        isInside = isInside && point.x >= current.x.lower && point.x <= current.x.upper && point.y >= current.y.lower &&
                   point.y <= current.y.upper;
        reach = std::max({reach, std::abs(point.x), std::abs(point.y)});
    }
    if (isInside) return current;
    reach = std::max(initialReach, reachStep * std::ceil(growMargin * reach / reachStep));
    for (const double edge : {current.x.lower, current.x.upper, current.y.lower, current.y.upper})
        reach = std::max(reach, std::abs(edge));
    return {{-reach, reach}, {-reach, reach}};
}

PlotView fittedView(const PosteriorPath& points) {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    PlotRange x{infinity, -infinity};
    PlotRange y{infinity, -infinity};
    for (const PathPoint& point : points) {
        if (!isDrawable(point)) continue;
        x = {std::min(x.lower, point.x), std::max(x.upper, point.x)};
        y = {std::min(y.lower, point.y), std::max(y.upper, point.y)};
    }
    if (x.lower > x.upper) return initialView();
    const double reach = std::max(smallestReach, fitMargin * std::max(x.upper - x.lower, y.upper - y.lower) / 2);
    const double centreX = (x.lower + x.upper) / 2;
    const double centreY = (y.lower + y.upper) / 2;
    return {{centreX - reach, centreX + reach}, {centreY - reach, centreY + reach}};
}

}  // namespace collapsar
