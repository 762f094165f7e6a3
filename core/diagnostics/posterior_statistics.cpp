// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnostics/posterior_statistics.h"

#include "core/diagnostics/active_units.h"
#include "core/diagnostics/gaussian.h"
#include "core/report/verdict.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace collapsar {
namespace {

/// Of every `width`-th value from `first` on.
double meanOf(std::span<const float> values, std::size_t first = 0, std::size_t width = 1) {
    double sum = 0;
    for (std::size_t i = first; i < values.size(); i += width)
        sum += values[i];
    return sum / static_cast<double>(values.size() / width);
}

/// Of x and y [N, Z], pooled over the dimensions, each about its own means.
double correlation(std::span<const float> x, std::span<const float> y, int latent) {
    const auto width = static_cast<std::size_t>(latent);
    double xy = 0, xx = 0, yy = 0;
    for (std::size_t dimension = 0; dimension < width; ++dimension) {
        const double meanX = meanOf(x, dimension, width), meanY = meanOf(y, dimension, width);
        for (std::size_t i = dimension; i < x.size(); i += width) {
            xy += (x[i] - meanX) * (y[i] - meanY);
            xx += (x[i] - meanX) * (x[i] - meanX);
            yy += (y[i] - meanY) * (y[i] - meanY);
        }
    }
    return xy / std::sqrt(xx * yy);
}

/// Mean over the rows of [N, Z] of the Euclidean distance.
double meanDistance(std::span<const float> x, std::span<const float> y, int latent) {
    const auto width = static_cast<std::size_t>(latent);
    double sum = 0;
    for (std::size_t row = 0; row < x.size(); row += width) {
        double distance = std::abs(x[row] - y[row]);
        for (std::size_t i = row + 1; i < row + width; ++i)
            distance = std::hypot(distance, x[i] - y[i]);
        sum += distance;
    }
    return sum / static_cast<double>(x.size() / width);
}

/// NaN beats every number.
double largest(const std::vector<double>& values) {
    double most = 0;
    for (const double v : values)
        most = std::isnan(v) || v > most ? v : most;
    return most;
}

std::vector<float> asFloats(const std::vector<double>& values) {
    std::vector<float> floats(values.size());
    std::ranges::transform(values, floats.begin(), [](double v) { return static_cast<float>(v); });
    return floats;
}

}  // namespace

PosteriorStatistics posteriorStatistics(const PosteriorMeans& means) {
    PosteriorStatistics result;
    if (means.approximateMean.empty()) return result;
    result.approxMeanSd = std::sqrt(largest(unitVariance(means.approximateMean, means.latent)));
    if (means.trueMean.empty()) return result;
    result.trueMeanSd = std::sqrt(largest(unitVariance(means.trueMean, means.latent)));
    result.meanGap = meanDistance(means.approximateMean, means.trueMean, means.latent);
    result.lag = meanOf(means.lag);
    result.logLikelihood = meanOf(means.logLikelihood);
    const bool isSpread = std::min(result.trueMeanSd, result.approxMeanSd) >= smallestCorrelatedSpread;
    if (isSpread) result.meanCorrelation = correlation(means.trueMean, means.approximateMean, means.latent);
    return result;
}

std::shared_ptr<Snapshot> makeSnapshot(const PosteriorMeans& means, const Measurement& values,
                                       const Settings& settings) {
    auto snapshot = std::make_shared<Snapshot>();
    const PosteriorStatistics statistics = posteriorStatistics(means);
    Measurement& m = snapshot->values;
    m = values;
    m.trueMeanSd = statistics.trueMeanSd;
    m.approxMeanSd = statistics.approxMeanSd;
    m.meanCorrelation = statistics.meanCorrelation;
    m.meanGap = statistics.meanGap;
    m.lag = statistics.lag;
    m.logLikelihood = statistics.logLikelihood;
    snapshot->verdict = judge(m, settings);
    snapshot->trueMean = means.trueMean;
    snapshot->approximateMean = means.approximateMean;
    snapshot->logLikelihood = means.logLikelihood;
    snapshot->lag = means.lag;
    if (!means.approximateMean.empty()) {
        snapshot->unitVariance = asFloats(unitVariance(means.approximateMean, means.latent));
        snapshot->unitKl = asFloats(unitKl({means.approximateMean, means.approximateLogVariance, means.latent}));
    }
    snapshot->latent = std::max(1, means.latent);  // a language model has no points
    snapshot->isPreview = means.quadrature == Quadrature::Preview;
    snapshot->previewError = means.previewError;
    const double klWeight = std::isnan(values.klWeight) ? settings.klWeight : values.klWeight;
    snapshot->objectiveIsPlain = klWeight == 1 && settings.freeBits == 0 && settings.sviSteps == 0 &&
                                 settings.posterior == PosteriorKind::Gaussian;
    return snapshot;
}

}  // namespace collapsar
