// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/decoder_lanes.h"
#include "core/model/inference.h"
#include "core/model/inference_weights.h"
#include "core/nn/scratch.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <limits>
#include <numbers>

namespace collapsar {
namespace {

constexpr int groupsAtOnce = 5;  ///< of mostLanes rows: how often weights beyond the cache are used
constexpr auto log2e = static_cast<float>(std::numbers::log2e);
constexpr double largestSum = 1e37;  ///< sums of powers beyond it may have overflowed to inf or NaN

using LaneValues = std::array<float, mostLanes>;

/// Up to mostLanes rows of a call, with their scores.
struct Group : DecoderLanes {
    float* byPosition = nullptr;  ///< [rows, steps] where -log p of each word goes too; null: nowhere
    Scratch features;             ///< [H + S, lanes] in units of log 2
    alignas(64) LaneValues target{}, sums{};
    std::array<double, mostLanes> inverse{};             ///< 1 / p(next word), once all its parts are there
    std::array<double, mostLanes> scores{}, products{};  ///< log p(x|z) = scores - log(products)
};

}  // namespace

struct DecoderInference::Impl {
    Impl(InferenceWeightsPointer shared, const StopFlag* stopFlag)
        : owner(std::move(shared)), w(owner->impl().decoder()), stop(stopFlag), tokenGates(w.tokenGates) {}

    void check() const {
        if (stop) stop->check();
    }
    void runRows(std::span<const std::int32_t> rowTokens, int rows, int length, std::span<const float> latents,
                 std::span<float> positions = {});
    /// Rows start at tokens firstToken[r] and are `length` long; latents [rows, Z].
    /// `positions` [rows, length - 1]: where -log p of each word goes too; empty: not wanted.
    void run(int length, const float* latents, std::span<double> out, std::span<float> positions = {});
    void runGroups(std::size_t first, std::size_t count, int length, const float* latents, std::span<double> out);
    void start(Group& group, const float* latents);
    void step(int t);
    void keepFeatures(Group& group) const;
    void score(int t);
    void findTargets(Group& group, int t);
    void add(Group& group, int t);
    [[nodiscard]] std::array<double, mostLanes> largeTerms(const Group& group) const;
    [[nodiscard]] LaneVocabulary vocabularyOf(const Group& group) const {
        return {w.output, w.constant, group.features.data(), group.lanes};
    }

    InferenceWeightsPointer owner;
    const DecoderWeights& w;
    const StopFlag* stop = nullptr;
    TokenGates tokenGates;
    std::vector<std::int32_t> tokens;
    std::vector<std::size_t> firstToken;
    std::vector<float> gathered;
    std::vector<double> results;
    std::array<Group, groupsAtOnce> groups;
    int used = 0;                 ///< groups of the block under way
    int steps = 0;                ///< predicted words of a row
    std::span<float> byPosition;  ///< of all rows of the call, as in Group; empty: not wanted
};

void DecoderInference::Impl::start(Group& group, const float* latents) {
    startLanes(w, latents, group);
    const std::int64_t size = w.hidden * group.lanes, skipped = w.skipped * group.lanes;
    float* constant = group.features.resize(size + w.constant.depth * group.lanes) + size;
    for (std::int64_t i = 0; i < skipped; ++i)
        constant[i] = group.latents.data()[i] * log2e;
    std::fill_n(constant + skipped, w.constant.depth * group.lanes - skipped, log2e);
    group.scores.fill(0);
    group.products.fill(1);
}

void DecoderInference::Impl::step(int t) {
    std::array<DecoderLanes*, groupsAtOnce> all{};
    for (int i = 0; i < used; ++i)
        all[static_cast<std::size_t>(i)] = &groups[static_cast<std::size_t>(i)];
    stepLanes(w, tokenGates, t, std::span(all).first(static_cast<std::size_t>(used)));
    for (int i = 0; i < used; ++i)
        keepFeatures(groups[static_cast<std::size_t>(i)]);
}

/// The state in units of log 2, so that the softmax is one of powers of 2; what never changes lies behind it since the
/// start.
void DecoderInference::Impl::keepFeatures(Group& group) const {
    const float* state = group.state();
    float* features = group.features.data();
    for (std::int64_t i = 0; i < w.hidden * group.lanes; ++i)
        features[i] = state[i] * log2e;
}

/// The logit of each row's next word. With it as shift, a row's sum of powers is 1 / p(word).
void DecoderInference::Impl::findTargets(Group& group, int t) {
    alignas(64) LaneValues logits, constant{};
    std::int32_t known = -1;
    for (int r = 0; r < group.rows; ++r) {
        const std::int32_t word = tokenGates.token(group.firstToken[r] + static_cast<std::size_t>(t));
        if (word != known) {
            const auto rowOf = [word](const WeightRows& weights) {
                return WeightRows{weights.data + word * weights.stride, weights.stride, weights.depth};
            };
            laneProduct(rowOf(w.output), 1, group.features.data(), logits.data(), group.lanes);
            if (w.constant.depth > 0) {
                laneProduct(rowOf(w.constant), 1, group.features.data() + w.hidden * group.lanes, constant.data(),
                            group.lanes);
            }
            known = word;
        }
        group.target[static_cast<std::size_t>(r)] =
            logits[static_cast<std::size_t>(r)] + constant[static_cast<std::size_t>(r)];
    }
    group.inverse.fill(0);
}

void DecoderInference::Impl::score(int t) {
    for (int i = 0; i < used; ++i)
        findTargets(groups[static_cast<std::size_t>(i)], t + 1);
    const std::int64_t words = std::max<std::int64_t>(32, decoderChunkFloats / w.hidden / 32 * 32);
    for (std::int64_t word = 0; word < w.vocabulary; word += words) {
        check();
        for (int i = 0; i < used; ++i) {
            Group& group = groups[static_cast<std::size_t>(i)];
            group.sums.fill(0);
            addPowers(vocabularyOf(group), word, std::min(words, w.vocabulary - word), group.target.data(),
                      group.sums.data());
            for (std::size_t r = 0; r < group.sums.size(); ++r)
                group.inverse[r] += static_cast<double>(group.sums[r]);
        }
    }
    for (int i = 0; i < used; ++i)
        add(groups[static_cast<std::size_t>(i)], t);
}

/// Books a step's -log p(word). Logarithms of products are rarer than products of logarithms.
void DecoderInference::Impl::add(Group& group, int t) {
    const auto rows = static_cast<std::size_t>(group.rows);
    const bool isLarge = std::any_of(group.inverse.begin(), group.inverse.begin() + group.rows,
                                     [](double inverse) { return !(inverse <= largestSum); });
    std::array<double, mostLanes> large{};
    if (isLarge) large = largeTerms(group);
    for (std::size_t r = 0; r < rows; ++r) {
        const bool isRowLarge = !(group.inverse[r] <= largestSum);
        if (group.byPosition) {
            float& position = group.byPosition[static_cast<std::ptrdiff_t>(r) * steps + t];
            position = static_cast<float>(isRowLarge ? -large[r] : std::log(group.inverse[r]));
        }
        if (isRowLarge) {
            group.scores[r] += large[r];
            continue;
        }
        group.products[r] *= group.inverse[r];
        if (group.products[r] < 1e200) continue;
        group.scores[r] -= std::log(group.products[r]);
        group.products[r] = 1;
    }
}

/// log p(word) of each row again with the largest logit as shift: for words that the model holds for impossible.
std::array<double, mostLanes> DecoderInference::Impl::largeTerms(const Group& group) const {
    alignas(64) LaneValues largest, sums{};
    largest.fill(-std::numeric_limits<float>::infinity());
    raiseToLargest(vocabularyOf(group), 0, w.vocabulary, largest.data());
    addPowers(vocabularyOf(group), 0, w.vocabulary, largest.data(), sums.data());
    std::array<double, mostLanes> terms{};
    for (std::size_t r = 0; r < static_cast<std::size_t>(group.rows); ++r) {
        const double distance = static_cast<double>(group.target[r]) - static_cast<double>(largest[r]);
        terms[r] = distance * std::numbers::ln2 - std::log(static_cast<double>(sums[r]));
    }
    return terms;
}

void DecoderInference::Impl::runGroups(std::size_t first, std::size_t count, int length, const float* latents,
                                       std::span<double> out) {
    const auto most = static_cast<std::size_t>(mostLanes);
    used = static_cast<int>((count + most - 1) / most);
    steps = length - 1;
    for (std::size_t i = 0; i < static_cast<std::size_t>(used); ++i) {
        const std::size_t row = first + i * most;
        groups[i].rows = static_cast<int>(std::min(most, first + count - row));
        groups[i].firstToken = firstToken.data() + row;
        groups[i].byPosition =
            byPosition.empty() ? nullptr : byPosition.data() + row * static_cast<std::size_t>(length - 1);
        start(groups[i], latents + static_cast<std::ptrdiff_t>(row) * w.latent);
    }
    for (int t = 0; t + 1 < length; ++t) {
        check();
        step(t);
        score(t);
    }
    for (std::size_t i = 0; i < static_cast<std::size_t>(used); ++i) {
        for (std::size_t r = 0; r < static_cast<std::size_t>(groups[i].rows); ++r)
            out[first + i * most + r] = groups[i].scores[r] - std::log(groups[i].products[r]);
    }
}

void DecoderInference::Impl::run(int length, const float* latents, std::span<double> out, std::span<float> positions) {
    assert(firstToken.size() == out.size());
    byPosition = positions;
    const bool staysInCache = w.vocabulary * (w.output.depth + w.constant.depth) <= 2 * decoderChunkFloats;
    const auto block = static_cast<std::size_t>(mostLanes * (staysInCache ? 1 : groupsAtOnce));
    for (std::size_t first = 0; first < out.size(); first += block)
        runGroups(first, std::min(block, out.size() - first), length, latents, out);
}

DecoderInference::DecoderInference(const Parameters& parameters, const StopFlag* stop)
    : DecoderInference(std::make_shared<InferenceWeights>(parameters), stop) {}
DecoderInference::DecoderInference(InferenceWeightsPointer weights, const StopFlag* stop)
    : m_impl(std::make_unique<Impl>(std::move(weights), stop)) {}
DecoderInference::~DecoderInference() = default;
DecoderInference::DecoderInference(DecoderInference&&) noexcept = default;

/// Leaves log p(x|z) of each row in `results`.
void DecoderInference::Impl::runRows(std::span<const std::int32_t> rowTokens, int rows, int length,
                                     std::span<const float> latents, std::span<float> positions) {
    const auto count = static_cast<std::size_t>(rows);
    assert(rowTokens.size() == count * static_cast<std::size_t>(length));
    assert(latents.size() == count * static_cast<std::size_t>(w.latent));
    tokenGates.select(rowTokens);
    firstToken.resize(count);
    for (std::size_t r = 0; r < count; ++r)
        firstToken[r] = r * static_cast<std::size_t>(length);
    results.resize(count);
    run(length, latents.data(), results, positions);
}

void DecoderInference::reconstruction(std::span<const std::int32_t> tokens, int rows, int length,
                                      std::span<const float> latents, std::span<float> out) {
    Impl& impl = *m_impl;
    assert(out.size() == static_cast<std::size_t>(rows));
    impl.runRows(tokens, rows, length, latents);
    std::ranges::transform(impl.results, out.begin(), [](double score) { return static_cast<float>(-score); });
}

void DecoderInference::reconstructionByPosition(std::span<const std::int32_t> tokens, int rows, int length,
                                                std::span<const float> latents, std::span<float> out) {
    Impl& impl = *m_impl;
    assert(out.size() == static_cast<std::size_t>(rows) * static_cast<std::size_t>(length - 1));
    impl.runRows(tokens, rows, length, latents, out);
}

void DecoderInference::logLikelihood(std::span<const std::int32_t> sentence, std::span<const float> latents,
                                     std::span<double> out) {
    Impl& impl = *m_impl;
    assert(latents.size() == out.size() * static_cast<std::size_t>(impl.w.latent));
    impl.tokenGates.select(sentence);
    impl.firstToken.assign(out.size(), 0);
    impl.run(static_cast<int>(sentence.size()), latents.data(), out);
}

void DecoderInference::logLikelihood(std::span<const LatentsOfSentence> sentences) {
    Impl& impl = *m_impl;
    if (sentences.empty()) return;
    const std::size_t length = sentences.front().sentence.size();
    impl.tokens.clear();
    impl.gathered.clear();
    impl.firstToken.clear();
    for (const LatentsOfSentence& one : sentences) {
        assert(one.sentence.size() == length);
        assert(one.latents.size() == one.out.size() * static_cast<std::size_t>(impl.w.latent));
        impl.firstToken.insert(impl.firstToken.end(), one.out.size(), impl.tokens.size());
        impl.tokens.insert(impl.tokens.end(), one.sentence.begin(), one.sentence.end());
        impl.gathered.insert(impl.gathered.end(), one.latents.begin(), one.latents.end());
    }
    impl.tokenGates.select(impl.tokens);
    impl.results.resize(impl.firstToken.size());
    impl.run(static_cast<int>(length), impl.gathered.data(), impl.results);
    auto from = impl.results.begin();
    for (const LatentsOfSentence& one : sentences) {
        std::copy_n(from, one.out.size(), one.out.begin());
        from += static_cast<std::ptrdiff_t>(one.out.size());
    }
}

}  // namespace collapsar
