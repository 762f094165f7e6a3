// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnostics/posterior_means.h"

#include "core/model/inference.h"

#include <algorithm>
#include <cassert>
#include <numeric>
#include <span>

namespace collapsar {
namespace {

constexpr std::size_t encoderRows = 32;

using Indices = std::vector<std::size_t>;

/// Sentences of equal length, at most encoderRows together, whatever range is asked for.
std::vector<Indices> encoderBatches(const ProbeExamples& examples) {
    const auto length = [&](std::size_t i) { return examples.sentences[i].size(); };
    Indices order(examples.sentences.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, length);
    std::vector<Indices> batches;
    for (const std::size_t i : order) {
        const bool fits =
            !batches.empty() && batches.back().size() < encoderRows && length(batches.back().front()) == length(i);
        if (!fits) batches.emplace_back();
        batches.back().push_back(i);
    }
    return batches;
}

bool isIn(const ProbeRange& range, std::size_t i) {
    return static_cast<std::int64_t>(i) >= range.first && static_cast<std::int64_t>(i) < range.last;
}

/// Fills the approximate posteriors of `range`; element 0 is the range's first sentence.
void encodeRange(EncoderInference& encoder, const ProbeExamples& examples, ProbeRange range, PosteriorMeans& means) {
    const auto width = static_cast<std::size_t>(means.latent);
    for (const Indices& batch : encoderBatches(examples)) {
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

/// Adds the true posterior of one sentence; `place` is its place in `means`.
void integrate(DecoderInference& decoder, std::span<const std::int32_t> sentence, std::size_t place,
               PosteriorMeans& means) {
    const LogLikelihood logLikelihood = [&](std::span<const float> latents, std::span<double> out) {
        decoder.logLikelihood(sentence, latents, out);
    };
    const ApproximatePosterior q{means.approximateMean[place], means.approximateLogVariance[place]};
    const TruePosterior result = means.quadrature == Quadrature::Exact ? integrateExactly(logLikelihood, q)
                                                                       : integrateCoarsely(logLikelihood, q);
    means.trueMean.push_back(static_cast<float>(result.mean));
    means.logLikelihood.push_back(static_cast<float>(result.logEvidence));
    means.lag.push_back(static_cast<float>(result.lag));
    means.previewError = std::max(means.previewError, result.meanError);
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
    assert(range.first >= 0 && range.first <= range.last &&
           range.last <= static_cast<std::int64_t>(examples.sentences.size()));
    PosteriorMeans means;
    means.latent = parameters.shape.latent;
    means.quadrature = quadrature;
    const auto count = static_cast<std::size_t>(range.last - range.first);
    means.approximateMean.resize(count * static_cast<std::size_t>(means.latent));
    means.approximateLogVariance.resize(means.approximateMean.size());
    EncoderInference encoder(parameters, &stop);
    encodeRange(encoder, examples, range, means);
    if (means.latent != 1) return means;
    DecoderInference decoder(parameters, &stop);
    for (std::size_t place = 0; place < count; ++place) {
        stop.check();
        integrate(decoder, examples.sentences[static_cast<std::size_t>(range.first) + place], place, means);
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
    }
    return all;
}

}  // namespace collapsar
