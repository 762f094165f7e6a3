// SPDX-License-Identifier: GPL-3.0-or-later
/// The rate-distortion plane: what the latent costs across, what it leaves to be said up, and the lines on which both
/// come to the same ELBO.
#pragma once

#include "core/report/measurement.h"
#include "widgets/small_chart.h"

#include <cstdint>
#include <span>
#include <vector>

namespace collapsar {

/// One evaluation, nats per example.
struct RatePoint {
    std::int64_t update = 0;
    double rate = 0;        ///< KL
    double distortion = 0;  ///< reconstruction, -log p(x|z)

    bool operator==(const RatePoint&) const = default;
};

/// The scheduled evaluations among `measurements`, in order; probes measure other sentences. With `latent` 0 the rate
/// is 0.
void addRatePoints(std::vector<RatePoint>& points, std::span<const Measurement> measurements, int latent);

struct RatePath {
    RunIdentity identity;
    std::vector<RatePoint> points;  ///< by update, the last one is where the run stands

    bool operator==(const RatePath&) const = default;
};

/// source  Alemi et al. 2018
[[nodiscard]] SmallChart rateDistortionChart(std::vector<RatePath> paths);

/// Distortion = c - rate for round c, -c being the ELBO, as far as the view goes; about `count` of them. Each runs from
/// its upper left to its lower right end. Labels: the ELBO, with
/// that word at the right edge.
[[nodiscard]] std::vector<ChartGuide> isoElboLines(const PlotView& view, int count);

/// What must be in sight: where every run stands, the axis of rate 0, and the paths but for the first fall of the
/// distortion, down to a tenth of it: a run that begins at 100 nats and then moves between 36 and 38 would be a dot.
[[nodiscard]] PlotView rateDistortionRange(const std::vector<RatePath>& paths);

}  // namespace collapsar
