// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnostics/aggregate_posterior.h"

#include "core/diagnostics/mutual_information.h"

#include <cassert>
#include <numeric>

namespace collapsar {
namespace {

/// Column d of [N, Z].
std::vector<float> column(std::span<const float> values, std::size_t d, std::size_t width) {
    std::vector<float> one;
    one.reserve(values.size() / width);
    for (std::size_t i = d; i < values.size(); i += width)
        one.push_back(values[i]);
    return one;
}

}  // namespace

double aggregateKl(double kl, double mi) {
    return kl - mi;
}

double UnitInformation::sumOfMi() const {
    return std::accumulate(mi.begin(), mi.end(), 0.0);
}

double UnitInformation::sumOfAggregateKl() const {
    return std::accumulate(aggregateKl.begin(), aggregateKl.end(), 0.0);
}

UnitInformation unitInformation(const GaussianRows& posteriors, std::span<const float> samples, const StopFlag& stop,
                                int threads) {
    assert(samples.size() == posteriors.mean.size() && !samples.empty());
    const auto width = static_cast<std::size_t>(posteriors.latent);
    UnitInformation units;
    units.kl = unitKl(posteriors);
    for (std::size_t d = 0; d < width; ++d) {
        const std::vector<float> mean = column(posteriors.mean, d, width);
        const std::vector<float> logVariance = column(posteriors.logVariance, d, width);
        units.mi.push_back(fullMutualInformation({mean, logVariance, 1}, column(samples, d, width), stop, threads));
        units.aggregateKl.push_back(aggregateKl(units.kl[d], units.mi[d]));
    }
    return units;
}

double totalCorrelation(double aggregateKl, const UnitInformation& units) {
    return aggregateKl - units.sumOfAggregateKl();
}

}  // namespace collapsar
