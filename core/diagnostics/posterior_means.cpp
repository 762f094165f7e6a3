// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnostics/posterior_means.h"

#include "core/diagnostics/parallel_work.h"
#include "core/diagnostics/plane_quadrature.h"
#include "core/diagnostics/sampled_posterior.h"

#include <algorithm>
#include <cassert>
#include <numeric>
#include <span>

namespace collapsar {
namespace {

constexpr int usualSamples = 200;
constexpr std::int64_t mostWeightsSampled = 300'000;

constexpr std::size_t encoderRows = 32;
constexpr std::size_t sentencesAtOnce = 64;     ///< one thread's share of work
constexpr std::size_t integrationsAtOnce = 16;  ///< so that the first 13 values of each fill whole blocks

using Indices = std::vector<std::size_t>;

bool isIn(const ProbeRange& range, std::size_t i) {
    return static_cast<std::int64_t>(i) >= range.first && static_cast<std::int64_t>(i) < range.last;
}

/// Sentences of equal length, at most `rows` together, of the whole set or of a range.
std::vector<Indices> batchesOf(const ProbeExamples& examples, const ProbeRange& range, std::size_t rows) {
    const auto length = [&](std::size_t i) { return examples.sentences[i].size(); };
    Indices order(static_cast<std::size_t>(range.last - range.first));
    std::iota(order.begin(), order.end(), static_cast<std::size_t>(range.first));
    std::ranges::stable_sort(order, {}, length);
    std::vector<Indices> batches;
    for (const std::size_t i : order) {
        const bool fits =
            !batches.empty() && batches.back().size() < rows && length(batches.back().front()) == length(i);
        if (!fits) batches.emplace_back();
        batches.back().push_back(i);
    }
    return batches;
}

/// Fills the approximate posteriors of `range`; element 0 is the range's first sentence. Where a row's result depends
/// on its batch, the batches are those of the whole set.
void encodeRange(EncoderInference& encoder, const ProbeExamples& examples, ProbeRange range, PosteriorMeans& means) {
    const auto width = static_cast<std::size_t>(means.latent);
    const ProbeRange all{0, static_cast<std::int64_t>(examples.sentences.size())};
    const ProbeRange encoded = EncoderInference::rowsAreIndependent() ? range : all;
    for (const Indices& batch : batchesOf(examples, encoded, encoderRows)) {
        if (std::ranges::none_of(batch, [&](std::size_t i) { return isIn(range, i); })) continue;
        std::vector<std::int32_t> tokens;
        for (const std::size_t i : batch) {
            tokens.insert(tokens.end(), examples.sentences[i].begin(), examples.sentences[i].end());
        }
        std::vector<float> mean(batch.size() * width), logVariance(batch.size() * width);
        encoder.encode(tokens, static_cast<int>(batch.size()),
                       static_cast<int>(examples.sentences[batch.front()].size()), mean, logVariance);
        for (std::size_t row = 0; row < batch.size(); ++row) {
            if (!isIn(range, batch[row])) continue;
            const std::size_t to = (batch[row] - static_cast<std::size_t>(range.first)) * width;
            std::copy_n(mean.begin() + static_cast<std::ptrdiff_t>(row * width), width,
                        means.approximateMean.begin() + static_cast<std::ptrdiff_t>(to));
            std::copy_n(logVariance.begin() + static_cast<std::ptrdiff_t>(row * width), width,
                        means.approximateLogVariance.begin() + static_cast<std::ptrdiff_t>(to));
        }
    }
}

int samplesFor(const ModelShape& shape, int wanted) {
    if (wanted >= 0) return wanted;
    return decoderLayout(shape).size <= mostWeightsSampled ? usualSamples : 0;
}

/// Which sentence, and how many effective samples.
struct ProbeOrder {
    std::size_t sentence = 0;
    int samples = 0;
};

/// How one latent is integrated, and where its results go.
struct LineRule {
    using Integration = ExampleIntegration;

    static Integration begin(const PosteriorMeans& means, std::size_t place, const ProbeOrder& /*order*/) {
        return {{means.approximateMean[place], means.approximateLogVariance[place]}, means.quadrature};
    }
    static void store(const TruePosterior& result, std::size_t place, PosteriorMeans& means) {
        means.trueMean[place] = static_cast<float>(result.mean);
    }
};

/// The same for two.
struct PlaneRule {
    using Integration = PlaneIntegration;

    static Integration begin(const PosteriorMeans& means, std::size_t place, const ProbeOrder& /*order*/) {
        const auto dimension = [&](std::size_t at) {
            return ApproximatePosterior{means.approximateMean[at], means.approximateLogVariance[at]};
        };
        return {{dimension(2 * place), dimension(2 * place + 1)}, means.quadrature};
    }
    static void store(const TruePlanePosterior& result, std::size_t place, PosteriorMeans& means) {
        means.trueMean[2 * place] = static_cast<float>(result.mean[0]);
        means.trueMean[2 * place + 1] = static_cast<float>(result.mean[1]);
    }
};

/// More than two are sampled.
struct SampleRule {
    using Integration = SampledIntegration;

    static Integration begin(const PosteriorMeans& means, std::size_t place, const ProbeOrder& order) {
        const auto width = static_cast<std::size_t>(means.latent);
        const SamplingEffort effort =
            means.quadrature == Quadrature::Exact ? exactEffort(order.samples) : previewEffort;
        return {std::span(means.approximateMean).subspan(place * width, width),
                std::span(means.approximateLogVariance).subspan(place * width, width), effort, order.sentence};
    }
    static void store(const TrueSampledPosterior& result, std::size_t place, PosteriorMeans& means) {
        std::ranges::transform(
            result.mean,
            means.trueMean.begin() + static_cast<std::ptrdiff_t>(place * static_cast<std::size_t>(means.latent)),
            [](double part) { return static_cast<float>(part); });
        means.effectiveSamples[place] = static_cast<float>(result.effectiveSamples);
    }
};

/// The true posteriors of sentences of equal length, some at a time: what they want to know is evaluated together.
template <typename Rule>
class JointIntegration {
public:
    JointIntegration(const InferenceWeightsPointer& weights, const PosteriorMeansTask& task, const StopFlag& stop,
                     PosteriorMeans& means, std::vector<double>& errors)
        : m_decoder(weights, &stop), m_task(task), m_means(means), m_errors(errors) {}

    void integrate(const Indices& sentences) {
        std::size_t begun = 0;
        for (;;) {
            while (m_active.size() < integrationsAtOnce && begun < sentences.size())
                begin(sentences[begun++]);
            if (m_active.empty()) return;
            evaluate();
            std::erase_if(m_active, [this](const Active& one) { return isFinished(one); });
        }
    }

private:
    struct Active {
        std::size_t sentence = 0, place = 0;
        typename Rule::Integration integration;
        std::vector<double> values;
    };

    void begin(std::size_t sentence) {
        const std::size_t place = sentence - static_cast<std::size_t>(m_task.range.first);
        m_active.push_back({sentence, place, Rule::begin(m_means, place, {sentence, m_task.samples}), {}});
        if (isFinished(m_active.back())) m_active.pop_back();
    }

    void evaluate() {
        m_requests.clear();
        for (Active& one : m_active) {
            one.values.resize(one.integration.wanted().size() / static_cast<std::size_t>(m_means.latent));
            m_requests.push_back({m_task.examples.sentences[one.sentence], one.integration.wanted(), one.values});
        }
        m_decoder.logLikelihood(m_requests);
        for (Active& one : m_active)
            one.integration.supply(one.values);
    }

    bool isFinished(const Active& one) {
        if (!one.integration.wanted().empty()) return false;
        const auto& result = one.integration.result();
        Rule::store(result, one.place, m_means);
        m_means.logLikelihood[one.place] = static_cast<float>(result.logEvidence);
        m_means.lag[one.place] = static_cast<float>(result.lag);
        if (m_means.quadrature == Quadrature::Preview) m_errors[one.place] = result.meanError;
        return true;
    }

    DecoderInference m_decoder;
    const PosteriorMeansTask& m_task;
    PosteriorMeans& m_means;
    std::vector<double>& m_errors;
    std::vector<Active> m_active;
    std::vector<LatentsOfSentence> m_requests;
};

template <typename Rule>
void integrateAll(const InferenceWeightsPointer& weights, const PosteriorMeansTask& task, const StopFlag& stop,
                  PosteriorMeans& means) {
    const auto count = static_cast<std::size_t>(task.range.last - task.range.first);
    means.trueMean.resize(count * static_cast<std::size_t>(means.latent));
    means.logLikelihood.resize(count);
    means.lag.resize(count);
    std::vector<double> errors(count);
    const std::vector<Indices> parts = batchesOf(task.examples, task.range, sentencesAtOnce);
    workInParallel(static_cast<std::int64_t>(parts.size()), task.threads, [&]() -> ItemWork {
        auto joint = std::make_shared<JointIntegration<Rule>>(weights, task, stop, means, errors);
        return [&, joint](std::int64_t part) { joint->integrate(parts[static_cast<std::size_t>(part)]); };
    });
    for (const double error : errors)
        means.previewError = std::max(means.previewError, error);
}

void append(std::vector<float>& to, const std::vector<float>& from) {
    to.insert(to.end(), from.begin(), from.end());
}

}  // namespace

PosteriorMeans posteriorMeans(const Parameters& parameters, const ProbeExamples& examples, Quadrature quadrature,
                              const StopFlag& stop) {
    const ProbeRange all{0, static_cast<std::int64_t>(examples.sentences.size())};
    return posteriorMeans(parameters, examples, quadrature, all, stop);
}

PosteriorMeans posteriorMeans(const Parameters& parameters, const ProbeExamples& examples, Quadrature quadrature,
                              ProbeRange range, const StopFlag& stop) {
    return posteriorMeans(std::make_shared<const InferenceWeights>(parameters),
                          {.examples = examples, .quadrature = quadrature, .range = range}, stop);
}

PosteriorMeans posteriorMeans(const InferenceWeightsPointer& weights, const PosteriorMeansTask& task,
                              const StopFlag& stop) {
    assert(task.range.first >= 0 && task.range.first <= task.range.last &&
           task.range.last <= static_cast<std::int64_t>(task.examples.sentences.size()));
    stop.check();
    PosteriorMeans means;
    means.latent = weights->latent;
    means.quadrature = task.quadrature;
    const auto count = static_cast<std::size_t>(task.range.last - task.range.first);
    means.approximateMean.resize(count * static_cast<std::size_t>(means.latent));
    means.approximateLogVariance.resize(means.approximateMean.size());
    EncoderInference encoder(weights, &stop);
    encodeRange(encoder, task.examples, task.range, means);
    if (means.latent == 1) integrateAll<LineRule>(weights, task, stop, means);
    if (means.latent == 2) integrateAll<PlaneRule>(weights, task, stop, means);
    PosteriorMeansTask sampled = task;
    sampled.samples = samplesFor(weights->shape(), task.samples);
    if (means.latent > 2 && sampled.samples > 0) {
        means.effectiveSamples.resize(count);
        integrateAll<SampleRule>(weights, sampled, stop, means);
    }
    return means;
}

PosteriorMeans joined(const std::vector<PosteriorMeans>& parts) {
    PosteriorMeans all;
    for (const PosteriorMeans& part : parts) {
        all.latent = part.latent;
        all.quadrature = part.quadrature;
        all.previewError = std::max(all.previewError, part.previewError);
        append(all.trueMean, part.trueMean);
        append(all.approximateMean, part.approximateMean);
        append(all.approximateLogVariance, part.approximateLogVariance);
        append(all.logLikelihood, part.logLikelihood);
        append(all.lag, part.lag);
        append(all.effectiveSamples, part.effectiveSamples);
    }
    return all;
}

}  // namespace collapsar
