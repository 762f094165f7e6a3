// SPDX-License-Identifier: GPL-3.0-or-later
/// The posterior mean space in numbers, and as the snapshot that the window draws. Any thread.
#pragma once

#include "core/diagnostics/posterior_means.h"
#include "core/report/measurement.h"
#include "core/report/settings.h"
#include "core/report/snapshot.h"

#include <memory>

namespace collapsar {

/// Below this spread of either axis a correlation says nothing.
inline constexpr double smallestCorrelatedSpread = 0.01;

/// Over N probes. Spreads are sample standard deviations (N - 1). Of several latents each spread is that
/// of the dimension which varies most; correlation is pooled (sums of products over all dimensions, each about its own
/// mean), the gap a Euclidean distance. Where true means are missing (Z > 2) all but approxMeanSd is NaN.
struct PosteriorStatistics {
    double trueMeanSd = notMeasured;
    double approxMeanSd = notMeasured;
    double meanCorrelation = notMeasured;  ///< Pearson; NaN when either spread is below smallestCorrelatedSpread
    double meanGap = notMeasured;          ///< mean |approximate - true|
    double lag = notMeasured;              ///< nats, mean
    double logLikelihood = notMeasured;    ///< nats, mean
};
[[nodiscard]] PosteriorStatistics posteriorStatistics(const PosteriorMeans& means);

/// `values` with the statistics filled in, the verdict on them, and the points. The objective counts as plain when the
/// KL weight in `values` is 1 (where it was not measured: the one in `settings`).
[[nodiscard]] std::shared_ptr<Snapshot> makeSnapshot(const PosteriorMeans& means, const Measurement& values,
                                                     const Settings& settings);

}  // namespace collapsar
