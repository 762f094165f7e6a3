// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnostics/latent_usage.h"

#include "core/diagnostics/parallel_work.h"
#include "core/nn/philox.h"

#include <algorithm>
#include <cassert>
#include <limits>
#include <memory>

namespace collapsar {
namespace {

constexpr std::size_t decodedTogether = 24;  ///< two z each

DrawKey keyOf(const EvaluationDraws& draws) {
    return {.seed = draws.seed,
            .stream = Stream::Probe,
            .update = static_cast<std::uint64_t>(draws.at.update),
            .inner = static_cast<std::uint32_t>(draws.at.inner)};
}

/// z of the two stand-ins of each example that is looked at, by rank: [count, 2, Z].
class StandIns {
public:
    StandIns(const EvaluationTask& task, const EvaluatedExamples& examples)
        : m_width(static_cast<std::size_t>(examples.latent)), m_prior(examples.count() * m_width) {
        fillNormal(keyOf(task.draws), m_prior);
        m_latents.resize(2 * m_prior.size());
        const std::size_t count = examples.count();
        for (std::size_t rank = 0; rank < count; ++rank) {
            const std::size_t example = examples.bySentence[rank];
            const std::size_t partner =
                count < 2 ? example : examples.bySentence[usagePartner(task.draws, rank, count, examples.latent)];
            float* to = m_latents.data() + 2 * example * m_width;
            std::copy_n(examples.samples.data() + partner * m_width, m_width, to);
            std::copy_n(m_prior.data() + rank * m_width, m_width, to + m_width);
        }
    }

    [[nodiscard]] std::span<const float> of(std::size_t example) const {
        return std::span(m_latents).subspan(2 * example * m_width, 2 * m_width);
    }

private:
    std::size_t m_width;
    std::vector<float> m_prior, m_latents;
};

/// Gap of each example under its stand-ins: [2].
using Gaps = std::vector<double>;

Gaps gapsOf(DecoderInference& decoder, const EvaluationTask& task, const EvaluatedExamples& examples,
            const StandIns& standIns, const std::vector<std::size_t>& group) {
    Gaps gaps(2 * group.size());
    std::vector<LatentsOfSentence> sentences;
    for (std::size_t i = 0; i < group.size(); ++i)
        sentences.push_back(
            {examples.tokens(task.batches, group[i]), standIns.of(group[i]), std::span(gaps).subspan(2 * i, 2)});
    decoder.logLikelihood(sentences);
    for (std::size_t i = 0; i < gaps.size(); ++i) {
        const auto standIn = static_cast<float>(-gaps[i]);  // as coarse as the reconstruction it is compared with
        gaps[i] = static_cast<double>(standIn) - static_cast<double>(examples.reconstruction[group[i / 2]]);
    }
    return gaps;
}

}  // namespace

std::size_t usageStride(std::size_t examples) {
    constexpr std::size_t fewest = 48, widest = 10;
    return std::clamp<std::size_t>(examples / fewest, 1, widest);
}

std::size_t usagePartner(const EvaluationDraws& draws, std::size_t rank, std::size_t count, int latent) {
    assert(count > 1 && rank < count);
    const std::size_t behindThePrior = (count * static_cast<std::size_t>(latent) + 3) / 4;  // four normals an element
    const auto other = static_cast<std::size_t>(
        uniformInteger(keyOf(draws), count - 1, static_cast<std::uint32_t>(behindThePrior + rank)));
    return other < rank ? other : other + 1;
}

LatentUsage latentUsage(const InferenceWeightsPointer& weights, const EvaluationTask& task,
                        const EvaluatedExamples& examples, const StopFlag& stop) {
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    if (examples.count() == 0) return {.shuffled = none, .prior = none};
    const std::size_t stride =
        task.usageStride > 0 ? static_cast<std::size_t>(task.usageStride) : usageStride(examples.count());
    const auto groups = groupsOfEqualLength(examples, task.batches, stride, decodedTogether);
    const StandIns standIns(task, examples);
    std::vector<Gaps> gaps(groups.size());
    workInParallel(static_cast<std::int64_t>(groups.size()), task.threads, [&]() -> ItemWork {
        auto decoder = std::make_shared<DecoderInference>(weights, &stop);
        return [&, decoder](std::int64_t item) {
            const auto i = static_cast<std::size_t>(item);
            gaps[i] = gapsOf(*decoder, task, examples, standIns, groups[i]);
        };
    });
    LatentUsage usage;
    for (const Gaps& group : gaps) {
        for (std::size_t i = 0; i < group.size(); i += 2) {
            usage.shuffled += group[i];
            usage.prior += group[i + 1];
            ++usage.examples;
        }
    }
    const auto count = static_cast<double>(usage.examples);
    usage.shuffled = examples.count() < 2 ? none : usage.shuffled / count;
    usage.prior /= count;
    return usage;
}

}  // namespace collapsar
