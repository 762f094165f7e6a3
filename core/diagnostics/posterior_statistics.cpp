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

double meanOf(std::span<const float> values) {
    double sum = 0;
    for (const float v : values)
        sum += v;
    return sum / static_cast<double>(values.size());
}

double correlation(std::span<const float> x, std::span<const float> y) {
    const double meanX = meanOf(x), meanY = meanOf(y);
    double xy = 0, xx = 0, yy = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        xy += (x[i] - meanX) * (y[i] - meanY);
        xx += (x[i] - meanX) * (x[i] - meanX);
        yy += (y[i] - meanY) * (y[i] - meanY);
    }
    return xy / std::sqrt(xx * yy);
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
    result.trueMeanSd = std::sqrt(unitVariance(means.trueMean, 1).front());
    double gap = 0;
    for (std::size_t i = 0; i < means.trueMean.size(); ++i)
        gap += std::abs(means.approximateMean[i] - means.trueMean[i]);
    result.meanGap = gap / static_cast<double>(means.trueMean.size());
    result.lag = meanOf(means.lag);
    result.logLikelihood = meanOf(means.logLikelihood);
    const bool isSpread = std::min(result.trueMeanSd, result.approxMeanSd) >= smallestCorrelatedSpread;
    if (isSpread) result.meanCorrelation = correlation(means.trueMean, means.approximateMean);
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
    snapshot->latent = means.latent;
    snapshot->isPreview = means.quadrature == Quadrature::Preview;
    snapshot->previewError = means.previewError;
    const double klWeight = std::isnan(values.klWeight) ? settings.klWeight : values.klWeight;
    snapshot->objectiveIsPlain = klWeight == 1;
    return snapshot;
}

}  // namespace collapsar
