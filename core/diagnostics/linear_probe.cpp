// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnostics/linear_probe.h"

#include "core/diagnostics/lbfgs.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstddef>
#include <limits>

namespace collapsar {
namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

/// Labelled rows of a set, standardised: [n, Z] and labels [n].
struct Standardised {
    std::vector<double> features;
    std::vector<std::size_t> labels;
};

bool isLabelled(const LabelledRows& rows, std::size_t i) {
    return rows.labels[i] >= 0 && rows.labels[i] < rows.classes;
}

/// Mean and standard deviation (over n) of each feature, of the labelled rows.
void measureScale(const LabelledRows& rows, LinearClassifier& classifier) {
    const auto width = static_cast<std::size_t>(rows.latent);
    classifier.mean.assign(width, 0.0);
    classifier.sd.assign(width, 0.0);
    double n = 0;
    const auto eachLabelled = [&](auto work) {
        for (std::size_t i = 0; i < rows.count(); ++i) {
            if (isLabelled(rows, i)) work(rows.features.subspan(i * width, width));
        }
    };
    eachLabelled([&](std::span<const float> x) {
        ++n;
        for (std::size_t d = 0; d < width; ++d)
            classifier.mean[d] += static_cast<double>(x[d]);
    });
    for (double& mean : classifier.mean)
        mean /= n;
    eachLabelled([&](std::span<const float> x) {
        for (std::size_t d = 0; d < width; ++d) {
            const double distance = static_cast<double>(x[d]) - classifier.mean[d];
            classifier.sd[d] += distance * distance;
        }
    });
    for (double& sd : classifier.sd)
        sd = std::sqrt(sd / n);
}

double standardise(const LinearClassifier& classifier, std::size_t d, float value) {
    if (!(classifier.sd[d] > 0)) return 0;
    return (static_cast<double>(value) - classifier.mean[d]) / classifier.sd[d];
}

Standardised standardised(const LinearClassifier& classifier, const LabelledRows& rows) {
    const auto width = static_cast<std::size_t>(rows.latent);
    Standardised result;
    for (std::size_t i = 0; i < rows.count(); ++i) {
        if (!isLabelled(rows, i)) continue;
        result.labels.push_back(static_cast<std::size_t>(rows.labels[i]));
        for (std::size_t d = 0; d < width; ++d)
            result.features.push_back(standardise(classifier, d, rows.features[i * width + d]));
    }
    return result;
}

/// The penalised negative log likelihood and its gradient; x is [C, Z + 1], biases last in each row.
class Likelihood {
public:
    Likelihood(const Standardised& data, std::size_t classes, std::size_t width, double l2)
        : m_data(data), m_classes(classes), m_width(width), m_l2(l2), m_probabilities(classes) {}

    double operator()(std::span<const double> x, std::span<double> gradient) {
        double value = penalty(x, gradient);
        for (std::size_t i = 0; i < m_data.labels.size(); ++i)
            value += addExample(i, x, gradient);
        return value;
    }

private:
    double penalty(std::span<const double> x, std::span<double> gradient) const {
        double squares = 0;
        for (std::size_t i = 0; i < x.size(); ++i) {
            const double weight = i % (m_width + 1) == m_width ? 0 : x[i];
            squares += weight * weight;
            gradient[i] = m_l2 * weight;
        }
        return 0.5 * m_l2 * squares;
    }
    double addExample(std::size_t i, std::span<const double> x, std::span<double> gradient) {
        const double* features = m_data.features.data() + i * m_width;
        double most = -std::numeric_limits<double>::infinity();
        for (std::size_t c = 0; c < m_classes; ++c) {
            const double* row = x.data() + c * (m_width + 1);
            double logit = row[m_width];
            for (std::size_t d = 0; d < m_width; ++d)
                logit += row[d] * features[d];
            m_probabilities[c] = logit;
            most = std::max(most, logit);
        }
        const double own = m_probabilities[m_data.labels[i]];
        double total = 0;
        for (double& p : m_probabilities)
            total += p = std::exp(p - most);
        for (std::size_t c = 0; c < m_classes; ++c) {
            const double slope = m_probabilities[c] / total - (c == m_data.labels[i] ? 1 : 0);
            double* row = gradient.data() + c * (m_width + 1);
            for (std::size_t d = 0; d < m_width; ++d)
                row[d] += slope * features[d];
            row[m_width] += slope;
        }
        return most + std::log(total) - own;
    }

    const Standardised& m_data;
    std::size_t m_classes, m_width;
    double m_l2;
    std::vector<double> m_probabilities;
};

/// The labels of one part; those of the other are taken away.
std::vector<std::int32_t> labelsOf(ProbePart part, const LabelledRows& rows) {
    std::vector<std::int32_t> labels(rows.labels.begin(), rows.labels.end());
    for (std::size_t i = 0; i < labels.size(); ++i)
        if (probePartOf(static_cast<std::int64_t>(i)) != part) labels[i] = -1;
    return labels;
}

std::vector<std::int64_t> countLabels(const LabelledRows& rows) {
    std::vector<std::int64_t> counts(static_cast<std::size_t>(rows.classes), 0);
    for (std::size_t i = 0; i < rows.count(); ++i)
        if (isLabelled(rows, i)) ++counts[static_cast<std::size_t>(rows.labels[i])];
    return counts;
}

}  // namespace

int LinearClassifier::classify(std::span<const float> features) const {
    const std::size_t width = mean.size();
    int best = 0;
    double most = -std::numeric_limits<double>::infinity();
    for (std::size_t c = 0; c < static_cast<std::size_t>(classes); ++c) {
        double logit = bias[c];
        for (std::size_t d = 0; d < width; ++d)
            logit += weights[c * width + d] * standardise(*this, d, features[d]);
        if (!(logit > most)) continue;
        most = logit;
        best = static_cast<int>(c);
    }
    return best;
}

LinearClassifier fitLinearClassifier(const LabelledRows& rows, double l2) {
    const auto width = static_cast<std::size_t>(rows.latent), classes = static_cast<std::size_t>(rows.classes);
    assert(rows.features.size() == rows.count() * width && l2 > 0);
    LinearClassifier result;
    result.classes = rows.classes;
    result.weights.assign(classes * width, 0.0);
    result.bias.assign(classes, 0.0);
    measureScale(rows, result);
    const Standardised data = standardised(result, rows);
    const bool isFinite = std::ranges::all_of(result.sd, [](double v) { return std::isfinite(v); });
    if (data.labels.empty() || !isFinite) return result;
    const LbfgsOptions options{.tolerance = 1e-10 * static_cast<double>(data.labels.size())};
    const Minimum minimum =
        minimise(Likelihood(data, classes, width, l2), std::vector<double>(classes * (width + 1), 0.0), options);
    for (std::size_t c = 0; c < classes; ++c) {
        const double* row = minimum.x.data() + c * (width + 1);
        std::copy_n(row, width, result.weights.data() + c * width);
        result.bias[c] = row[width];
    }
    result.converged = minimum.converged;
    return result;
}

Accuracy accuracyOf(const LinearClassifier& classifier, const LabelledRows& rows) {
    const auto width = static_cast<std::size_t>(rows.latent);
    Accuracy result;
    std::int64_t right = 0;
    for (std::size_t i = 0; i < rows.count(); ++i) {
        if (!isLabelled(rows, i)) continue;
        ++result.examples;
        right += classifier.classify(rows.features.subspan(i * width, width)) == rows.labels[i] ? 1 : 0;
    }
    result.share = static_cast<double>(right) / static_cast<double>(result.examples);
    return result;
}

ProbePart probePartOf(std::int64_t example) {
    constexpr std::uint64_t folds = 5;
    std::uint64_t bits = static_cast<std::uint64_t>(example) + 0x9E3779B97F4A7C15ULL;  // splitmix64
    bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9ULL;
    bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EBULL;
    return (bits ^ (bits >> 31)) % folds == 0 ? ProbePart::Tested : ProbePart::Fitted;
}

LinearProbe linearProbe(const LabelledRows& rows, double l2) {
    const std::vector<std::int32_t> fitted = labelsOf(ProbePart::Fitted, rows);
    const std::vector<std::int32_t> held = labelsOf(ProbePart::Tested, rows);
    const LabelledRows training{rows.features, fitted, rows.latent, rows.classes};
    const LabelledRows test{rows.features, held, rows.latent, rows.classes};
    const std::vector<std::int64_t> counts = countLabels(training), testCounts = countLabels(test);
    LinearProbe result{.accuracy = none, .trainingAccuracy = none, .majority = none};
    for (const std::int64_t count : counts)
        result.trained += count;
    for (const std::int64_t count : testCounts)
        result.tested += count;
    const auto used = std::ranges::count_if(counts, [](std::int64_t count) { return count > 0; });
    if (used < 2 || result.tested == 0) return result;
    const auto commonest = std::ranges::max_element(counts) - counts.begin();
    result.majority =
        static_cast<double>(testCounts[static_cast<std::size_t>(commonest)]) / static_cast<double>(result.tested);
    const LinearClassifier classifier = fitLinearClassifier(training, l2);
    if (!std::ranges::all_of(classifier.sd, [](double v) { return std::isfinite(v); })) return result;
    result.accuracy = accuracyOf(classifier, test).share;
    result.trainingAccuracy = accuracyOf(classifier, training).share;
    return result;
}

}  // namespace collapsar
