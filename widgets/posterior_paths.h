// SPDX-License-Identifier: GPL-3.0-or-later
/// The geometry of the posterior mean space, without any drawing: where points, trails and the staircase lie.
#pragma once

#include "core/report/projection.h"
#include "core/report/snapshot.h"
#include "widgets/plot_navigation.h"

#include <span>
#include <vector>

namespace collapsar {

struct PathPoint {
    double x = notMeasured;
    double y = notMeasured;
};

using PosteriorPath = std::vector<PathPoint>;           ///< NaN points are gaps
using SnapshotSpan = std::span<const SnapshotPointer>;  ///< oldest first

inline constexpr std::size_t longestHistory = 96;  ///< snapshots behind trails and staircase, at most

[[nodiscard]] bool hasTrueMeans(const Snapshot& snapshot);
[[nodiscard]] int probeCount(const Snapshot& snapshot);

inline constexpr int tallestStack = 34;  ///< steps

/// One point a probe, x true and y approximate mean, both on `axis`. Without true means the points are stacked to the
/// right of the vertical axis, as in a histogram with bins of `binHeight`, `step` apart,
/// or closer where a stack would be longer than tallestStack steps.
[[nodiscard]] PosteriorPath probePoints(const Snapshot& snapshot, const ProjectionAxis& axis, double binHeight,
                                        double step);
/// On the latent dimension with the largest KL.
[[nodiscard]] PosteriorPath probePoints(const Snapshot& snapshot, double binHeight, double step);

/// Every probe's way through history, probes separated by a gap.
[[nodiscard]] PosteriorPath trailPoints(SnapshotSpan history, const ProjectionAxis& axis);

struct TrailParts {
    PosteriorPath near;
    PosteriorPath far;  ///< one in six of the longer ways: all of them would be a solid area
};

/// Parts a path where a step is longer than `longest`, in the path's units.
[[nodiscard]] TrailParts splitTrail(const PosteriorPath& path, double longest);

/// Right angles between consecutive snapshots: first up or down (the encoder's doing), then sideways (the decoder's).
/// probe -1: the mean of all. Snapshots without a finite place are left out.
[[nodiscard]] PosteriorPath staircasePoints(SnapshotSpan history, const ProjectionAxis& axis, int probe);

/// The square view that starts at +-3 and grows in half units, about the origin, until it holds all finite points.
[[nodiscard]] PlotView grownView(const PlotView& current, const PosteriorPath& points);
/// The smallest square view that holds all finite points with a margin; +-3 without any.
[[nodiscard]] PlotView fittedView(const PosteriorPath& points);
/// +-3 on both axes.
[[nodiscard]] PlotView initialView();

}  // namespace collapsar
