// SPDX-License-Identifier: GPL-3.0-or-later
/// One row of numbers about a run at one update, and the table that gives each number its stable name and unit.
#pragma once

#include "core/report/intervention.h"

#include <cstdint>
#include <limits>
#include <string_view>
#include <vector>

namespace collapsar {

inline constexpr double notMeasured = std::numeric_limits<double>::quiet_NaN();

enum class MeasurementKind {
    Training,   ///< from an outer update itself, on its own batch
    Scheduled,  ///< part of the run: fixed updates, trainer thread, the only kind that decides anything
    Probe,      ///< best effort for the eye; when it happens may depend on time, its values never do
};

/// All in nats per example unless said; validation values in evaluation mode (no dropout) at KL weight 1 unless the
/// name starts with train. NaN: not measured.
struct Measurement {
    MeasurementKind kind = MeasurementKind::Probe;
    Position at;
    std::int64_t encoderUpdates = 0;  ///< inner and outer ones that stepped the encoder
    double epoch = 0;                 ///< outer batches drawn / batches per epoch
    double seconds = 0;               ///< training time since the run began, all sittings

    double cpuSeconds = notMeasured;  ///< processor time of the trainer thread in `seconds`; scheduled ones only

    double elbo = notMeasured;            ///< -(reconstruction + kl)
    double reconstruction = notMeasured;  ///< -log p(x|z), one sample of z
    double kl = notMeasured;
    double ppl = notMeasured;          ///< exp(total (reconstruction + kl) / predicted words), upper bound
    double miBatch = notMeasured;      ///< as published: inside each batch, ceiling ln(batch)
    double miFull = notMeasured;       ///< over all evaluated examples N, ceiling ln N
    double aggregateKl = notMeasured;  ///< KL(q(z) || p(z)) = kl - miFull
    double activeUnits = notMeasured;
    double usageShuffled = notMeasured;    ///< rise of -log p(x|z) with the z of another example
    double usagePrior = notMeasured;       ///< the same with a z of the prior
    double featureCosine = notMeasured;    ///< of pairs of encoder features (no unit)
    double featureRank = notMeasured;      ///< effective rank of encoder features (no unit)
    double probeAccuracy = notMeasured;    ///< labels read off the posterior means, 0 to 1; empty without labels
    double lag = notMeasured;              ///< mean KL(q(z|x) || p(z|x)) over the probes
    double logLikelihood = notMeasured;    ///< mean exact log p(x) over the probes
    double trueMeanSd = notMeasured;       ///< spread of true posterior means over the probes (no unit)
    double approxMeanSd = notMeasured;     ///< spread of approximate posterior means over the probes (no unit)
    double meanCorrelation = notMeasured;  ///< empty when either spread is below 0.01
    double meanGap = notMeasured;          ///< mean |approximate - true| over the probes

    double refinedElbo = notMeasured;  ///< of posteriors after svi_steps refinement steps; with none: not measured
    double refinedKl = notMeasured;    ///< of the same
    double iwNll = notMeasured;  ///< importance-weighted -log p(x), at the end of the run, with importance_samples
    double iwPpl = notMeasured;  ///< exp(total of the same / predicted words)

    double trainElbo = notMeasured;
    double trainReconstruction = notMeasured;
    double trainKl = notMeasured;
    double encoderGradientNorm = notMeasured;  ///< before clipping
    double decoderGradientNorm = notMeasured;
    double klWeight = notMeasured;
    double innerUpdates = notMeasured;  ///< how many the inner loop of this update took
    double learningRate = notMeasured;  ///< the decoder's, after decays

    Aggressive aggressive = Aggressive::Off;
    bool burnIn = false;  ///< aggressive updates are being made
    Pooling pooling = Pooling::Last;
    bool skip = false;
};

/// A numeric column of Measurement.
struct MeasurementColumn {
    std::string_view name;   ///< stable: CSV, JSON
    std::string_view label;  ///< English words
    std::string_view unit;
    std::string_view estimator;  ///< how it is estimated, with its ceiling or bias; for tooltips and docs
    double Measurement::*value = nullptr;
};

[[nodiscard]] const std::vector<MeasurementColumn>& measurementColumns();
[[nodiscard]] const MeasurementColumn* findColumn(std::string_view name);

}  // namespace collapsar
