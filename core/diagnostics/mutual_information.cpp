// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnostics/mutual_information.h"

#include "core/diagnostics/parallel_work.h"
#include "core/nn/vector_math.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <limits>
#include <memory>
#include <numbers>
#include <numeric>
#include <vector>

namespace collapsar {
namespace {

/// log q(z|x) of one example, summed over dimensions.
double logPosterior(const GaussianRows& posterior, std::span<const float> z) {
    double sum = 0;
    for (std::size_t d = 0; d < z.size(); ++d)
        sum += logNormal(z[d], posterior.mean[d], posterior.logVariance[d]);
    return sum;
}

double logMeanExp(const std::vector<double>& values) {
    const double most = *std::ranges::max_element(values);
    double sum = 0;
    for (const double v : values)
        sum += std::exp(v - most);
    return most + std::log(sum) - std::log(static_cast<double>(values.size()));
}

/// Largest of finite values, in lanes so that the compiler can vectorise.
float maximum(const std::vector<float>& values) {
    std::array<float, 16> lanes;
    lanes.fill(values.front());
    std::size_t i = 0;
    for (; i + lanes.size() <= values.size(); i += lanes.size()) {
        for (std::size_t l = 0; l < lanes.size(); ++l)
            lanes[l] = values[i + l] > lanes[l] ? values[i + l] : lanes[l];
    }
    for (; i < values.size(); ++i)
        lanes[0] = std::max(lanes[0], values[i]);
    return *std::ranges::max_element(lanes);
}

/// Densities of all N posteriors at one z, up to the constant that all share. Dimensions outermost, so that the loop
/// over examples is contiguous.
class DensityTable {
public:
    explicit DensityTable(const GaussianRows& posteriors)
        : m_count(posteriors.count()),
          m_width(static_cast<std::size_t>(posteriors.latent)),
          m_mean(m_count * m_width),
          m_precision(m_count * m_width),
          m_constant(m_count, 0.0) {
        for (std::size_t j = 0; j < m_count; ++j) {
            for (std::size_t d = 0; d < m_width; ++d) {
                const double logVariance = posteriors.logVariance[j * m_width + d];
                m_mean[d * m_count + j] = posteriors.mean[j * m_width + d];
                m_precision[d * m_count + j] = 0.5 * std::exp(-logVariance);
                m_constant[j] -= 0.5 * logVariance;
            }
        }
    }

    struct Scratch {
        std::vector<double> densities;
        std::vector<float> ratios;
    };

    /// log q(z|x_i) - log q(z) at one z. From ratios to the example's own density: identical posteriors give exact
    /// zeros, and the own term bounds the sum.
    [[nodiscard]] double logRatio(std::size_t i, std::span<const float> z, Scratch& scratch) const {
        logDensities(z, scratch.densities);
        scratch.ratios.resize(m_count);
        const double own = scratch.densities[i];
        for (std::size_t j = 0; j < m_count; ++j)
            scratch.ratios[j] = static_cast<float>(scratch.densities[j] - own);
        const float most = maximum(scratch.ratios);
        const double total = expShifted(scratch.ratios.data(), static_cast<std::int64_t>(m_count), most);
        return -(most + (std::log(total) - std::log(static_cast<double>(m_count))));
    }

private:
    void logDensities(std::span<const float> z, std::vector<double>& out) const {
        out = m_constant;
        for (std::size_t d = 0; d < m_width; ++d) {
            const double at = z[d];
            const double* mean = m_mean.data() + d * m_count;
            const double* precision = m_precision.data() + d * m_count;
            for (std::size_t j = 0; j < m_count; ++j)
                out[j] -= (at - mean[j]) * (at - mean[j]) * precision[j];
        }
    }

    std::size_t m_count, m_width;
    std::vector<double> m_mean, m_precision, m_constant;
};

bool areFinite(std::span<const float> values) {
    return std::ranges::all_of(values, [](float v) { return std::isfinite(v); });
}

}  // namespace

double batchMutualInformation(const GaussianRows& posteriors, std::span<const float> samples) {
    assert(samples.size() == posteriors.mean.size() && !samples.empty());
    const std::size_t n = posteriors.count();
    const auto width = static_cast<std::size_t>(posteriors.latent);
    double negativeEntropy = -0.5 * posteriors.latent * std::log(2 * std::numbers::pi);
    for (const float logVariance : posteriors.logVariance) {
        negativeEntropy -= 0.5 * (1.0 + logVariance) / static_cast<double>(n);
    }
    double logAggregate = 0;
    std::vector<double> terms(n);
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < n; ++j) {
            terms[j] = logPosterior(posteriors.rows(j, 1), samples.subspan(i * width, width));
        }
        logAggregate += logMeanExp(terms);
    }
    return negativeEntropy - logAggregate / static_cast<double>(n);
}

double fullMutualInformation(const GaussianRows& posteriors, std::span<const float> samples, const StopFlag& stop,
                             int threads) {
    assert(samples.size() == posteriors.mean.size() && !samples.empty());
    if (!areFinite(posteriors.mean) || !areFinite(posteriors.logVariance)) {
        return std::numeric_limits<double>::quiet_NaN();
    }
    const std::size_t n = posteriors.count();
    const auto width = static_cast<std::size_t>(posteriors.latent);
    const DensityTable table(posteriors);
    std::vector<double> terms(n);
    workInParallel(static_cast<std::int64_t>(n), threads, [&]() -> ItemWork {
        auto scratch = std::make_shared<DensityTable::Scratch>();
        return [&, scratch](std::int64_t item) {
            stop.check();
            const auto i = static_cast<std::size_t>(item);
            terms[i] = table.logRatio(i, samples.subspan(i * width, width), *scratch);
        };
    });
    return std::accumulate(terms.begin(), terms.end(), 0.0) / static_cast<double>(n);
}

}  // namespace collapsar
