// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/inference.h"
#include "core/model/inference_weights.h"
#include "core/nn/scratch.h"
#include "core/nn/vector_math.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <limits>
#include <numbers>

namespace collapsar {
namespace {

constexpr std::int64_t chunkFloats = 96 * 1024;  ///< of a weight matrix, so that they stay in the second-level cache
constexpr int groupsAtOnce = 5;                  ///< of mostLanes rows: how often weights beyond the cache are used
constexpr auto log2e = static_cast<float>(std::numbers::log2e);
constexpr double largestSum = 1e37;  ///< sums of powers beyond it may have overflowed to inf or NaN

using LaneValues = std::array<float, mostLanes>;

/// Up to mostLanes rows of a call, in the lanes of vectors.
struct Group {
    int rows = 0;
    std::int64_t lanes = 0;
    const std::size_t* firstToken = nullptr;  ///< [rows] index of each row's first token
    bool isUniform = true;                    ///< all rows read the same sentence
    Scratch latents, start, mixedStart, cell, state, nextState, features;
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
    /// Rows start at tokens firstToken[r] and are `length` long; latents [rows, Z].
    void run(int length, const float* latents, std::span<double> out);
    void runGroups(std::size_t first, std::size_t count, int length, const float* latents, std::span<double> out);
    void start(Group& group, const float* latents);
    void step(int t);
    void keepFeatures(Group& group) const;
    void mixTokens(Group& group, int t) const;
    void score(int t);
    void findTargets(Group& group, int t);
    void add(Group& group);
    [[nodiscard]] std::array<double, mostLanes> largeTerms(const Group& group) const;
    [[nodiscard]] LaneVocabulary vocabularyOf(const Group& group) const {
        return {w.output, w.skip, group.features.data(), group.lanes};
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
    int used = 0;  ///< groups of the block under way
};

/// c0 = W z, h0 = tanh c0, and what z adds to the gates of every step.
void DecoderInference::Impl::start(Group& group, const float* latents) {
    group.lanes = (group.rows + laneStep - 1) / laneStep * laneStep;
    group.isUniform = std::all_of(group.firstToken, group.firstToken + group.rows,
                                  [&](std::size_t token) { return token == *group.firstToken; });
    float* z = group.latents.resize(w.latent * group.lanes);
    std::fill_n(z, w.latent * group.lanes, 0.0F);
    for (int r = 0; r < group.rows; ++r) {
        for (int d = 0; d < w.latent; ++d)
            z[d * group.lanes + r] = latents[std::ptrdiff_t{r} * w.latent + d];
    }
    const std::int64_t hidden = w.hidden, size = hidden * group.lanes;
    float* cell = group.cell.resize(size);
    laneProduct(w.toCell, hidden, z, cell, group.lanes);
    tanhInto(cell, group.state.resize(size), size);
    group.nextState.resize(size);
    laneProduct(w.toGates, 4 * hidden, z, group.start.resize(4 * size), group.lanes);
    if (!group.isUniform) group.mixedStart.resize(4 * size);
    float* features = group.features.resize((w.hidden + w.skip.depth) * group.lanes);
    for (std::int64_t i = 0; i < w.skip.depth * group.lanes; ++i)
        features[size + i] = z[i] * log2e;
    group.scores.fill(0);
    group.products.fill(1);
}

/// Rows of different sentences: what each row's token adds goes to the row's lane.
void DecoderInference::Impl::mixTokens(Group& group, int t) const {
    std::array<const float*, mostLanes> gates{};
    for (int r = 0; r < group.rows; ++r)
        gates[static_cast<std::size_t>(r)] = tokenGates.row(group.firstToken[r] + static_cast<std::size_t>(t));
    const float* from = group.start.data();
    float* to = group.mixedStart.data();
    for (std::int64_t g = 0; g < 4 * w.hidden; ++g, from += group.lanes, to += group.lanes) {
        for (int r = 0; r < group.rows; ++r)
            to[r] = from[r] + gates[static_cast<std::size_t>(r)][g];
        std::copy(from + group.rows, from + group.lanes, to + group.rows);
    }
}

void DecoderInference::Impl::step(int t) {
    std::array<LaneLstm, groupsAtOnce> steps;
    for (int i = 0; i < used; ++i) {
        Group& group = groups[static_cast<std::size_t>(i)];
        if (!group.isUniform) mixTokens(group, t);
        steps[static_cast<std::size_t>(i)] = {
            .recurrent = w.recurrent,
            .hidden = w.hidden,
            .start = group.isUniform ? group.start.data() : group.mixedStart.data(),
            .tokenGates = group.isUniform ? tokenGates.row(*group.firstToken + static_cast<std::size_t>(t)) : nullptr,
            .state = group.state.data(),
            .cell = group.cell.data(),
            .nextState = group.nextState.data(),
            .lanes = group.lanes};
    }
    const std::int64_t units = std::max<std::int64_t>(8, chunkFloats / (4 * w.hidden) / 8 * 8);
    for (std::int64_t unit = 0; unit < w.hidden; unit += units) {
        for (int i = 0; i < used; ++i)
            laneLstmStep(steps[static_cast<std::size_t>(i)], unit, std::min(units, w.hidden - unit));
    }
    for (int i = 0; i < used; ++i) {
        std::swap(groups[static_cast<std::size_t>(i)].state, groups[static_cast<std::size_t>(i)].nextState);
        keepFeatures(groups[static_cast<std::size_t>(i)]);
    }
}

/// The state in units of log 2, so that the softmax is one of powers of 2; z lies behind it since the start.
void DecoderInference::Impl::keepFeatures(Group& group) const {
    const float* state = group.state.data();
    float* features = group.features.data();
    for (std::int64_t i = 0; i < w.hidden * group.lanes; ++i)
        features[i] = state[i] * log2e;
}

/// The logit of each row's next word. With it as shift, a row's sum of powers is 1 / p(word).
void DecoderInference::Impl::findTargets(Group& group, int t) {
    alignas(64) LaneValues logits, fromSkip{};
    std::int32_t known = -1;
    for (int r = 0; r < group.rows; ++r) {
        const std::int32_t word = tokenGates.token(group.firstToken[r] + static_cast<std::size_t>(t));
        if (word != known) {
            const auto rowOf = [word](const WeightRows& weights) {
                return WeightRows{weights.data + word * weights.stride, weights.stride, weights.depth};
            };
            laneProduct(rowOf(w.output), 1, group.features.data(), logits.data(), group.lanes);
            if (w.skip.depth > 0) {
                laneProduct(rowOf(w.skip), 1, group.features.data() + w.hidden * group.lanes, fromSkip.data(),
                            group.lanes);
            }
            known = word;
        }
        group.target[static_cast<std::size_t>(r)] =
            logits[static_cast<std::size_t>(r)] + fromSkip[static_cast<std::size_t>(r)];
    }
    group.inverse.fill(0);
}

void DecoderInference::Impl::score(int t) {
    for (int i = 0; i < used; ++i)
        findTargets(groups[static_cast<std::size_t>(i)], t + 1);
    const std::int64_t words = std::max<std::int64_t>(32, chunkFloats / w.hidden / 32 * 32);
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
        add(groups[static_cast<std::size_t>(i)]);
}

/// Books a step's -log p(word). Logarithms of products are rarer than products of logarithms.
void DecoderInference::Impl::add(Group& group) {
    const auto rows = static_cast<std::size_t>(group.rows);
    const bool isLarge = std::any_of(group.inverse.begin(), group.inverse.begin() + group.rows,
                                     [](double inverse) { return !(inverse <= largestSum); });
    std::array<double, mostLanes> large{};
    if (isLarge) large = largeTerms(group);
    for (std::size_t r = 0; r < rows; ++r) {
        if (!(group.inverse[r] <= largestSum)) {
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
    for (std::size_t i = 0; i < static_cast<std::size_t>(used); ++i) {
        const std::size_t row = first + i * most;
        groups[i].rows = static_cast<int>(std::min(most, first + count - row));
        groups[i].firstToken = firstToken.data() + row;
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

void DecoderInference::Impl::run(int length, const float* latents, std::span<double> out) {
    assert(firstToken.size() == out.size());
    const bool staysInCache = w.vocabulary * (w.output.depth + w.skip.depth) <= 2 * chunkFloats;
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

void DecoderInference::reconstruction(std::span<const std::int32_t> tokens, [[maybe_unused]] int rows, int length,
                                      std::span<const float> latents, std::span<float> out) {
    Impl& impl = *m_impl;
    assert(tokens.size() == static_cast<std::size_t>(rows) * static_cast<std::size_t>(length));
    assert(latents.size() == static_cast<std::size_t>(rows) * static_cast<std::size_t>(impl.w.latent) &&
           out.size() == static_cast<std::size_t>(rows));
    impl.tokenGates.select(tokens);
    impl.firstToken.resize(out.size());
    for (std::size_t r = 0; r < out.size(); ++r)
        impl.firstToken[r] = r * static_cast<std::size_t>(length);
    impl.results.resize(out.size());
    impl.run(length, latents.data(), impl.results);
    std::ranges::transform(impl.results, out.begin(), [](double score) { return static_cast<float>(-score); });
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
