// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/inference.h"
#include "core/model/inference_weights.h"
#include "core/nn/vector_math.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <utility>

namespace collapsar {
namespace {

/// Folds one more hidden state of every row into the pooled features, element by element.
void pool(Pooling pooling, const std::vector<float>& hidden, std::vector<float>& pooled) {
    const std::size_t n = hidden.size();
    switch (pooling) {
        case Pooling::Last:
            pooled = hidden;
            break;
        case Pooling::Mean:
            for (std::size_t i = 0; i < n; ++i)
                pooled[i] += hidden[i];
            break;
        case Pooling::Max:
            for (std::size_t i = 0; i < n; ++i)
                pooled[i] = hidden[i] > pooled[i] ? hidden[i] : pooled[i];
            break;
        case Pooling::AbsMax:  // strictly larger: of equals the one read first stays
            for (std::size_t i = 0; i < n; ++i) {
                pooled[i] = std::fabs(hidden[i]) > std::fabs(pooled[i]) ? hidden[i] : pooled[i];
            }
            break;
    }
}

}  // namespace

struct EncoderInference::Impl {
    Impl(InferenceWeightsPointer shared, const StopFlag* stopFlag)
        : owner(std::move(shared)), w(owner->impl().encoder()), stop(stopFlag), pooled(w.heads.size()) {
        for (const TokenGateWeights& weights : w.tokenGates)
            tokenGates.emplace_back(weights);
    }

    /// `states` [rows, length, F]: copies of the last layer's states go there, unless it is empty.
    void poolStates(std::span<const std::int32_t> tokens, int rows, int length, std::span<float> states = {});
    void runLayer(int layer, int direction, int rows, int length);
    void start(int rows);
    void fillGates(int layer, int direction, int rows, int length, int t);
    void copyLastStates(int direction, int rows, int length, int t) const;
    void keepStates(int direction, int rows, int t);
    /// What the pooled states are still to be multiplied with.
    [[nodiscard]] float scale(int length) const {
        return w.pooling == Pooling::Mean ? 1.0F / static_cast<float>(length) : 1.0F;
    }
    [[nodiscard]] std::ptrdiff_t features() const { return std::ptrdiff_t{w.directions} * w.hidden; }

    InferenceWeightsPointer owner;
    const EncoderWeights& w;
    const StopFlag* stop = nullptr;
    std::vector<TokenGates> tokenGates;              ///< [D]
    std::vector<std::vector<float>> pooled;          ///< [D] [rows, H]
    std::vector<float> gates, cell, state, outputs;  ///< scratch
    std::span<float> lastStates;                     ///< of poolStates(), while it runs
    std::vector<float> below, above;                 ///< [T, rows, F] states of the layer below, and of the one at work
};

/// Leaves the pooled states of all rows; Mean: their sum, see scale().
void EncoderInference::Impl::poolStates(std::span<const std::int32_t> tokens, int rows, int length,
                                        std::span<float> states) {
    lastStates = states;
    assert(tokens.size() == static_cast<std::size_t>(rows) * static_cast<std::size_t>(length));
    for (TokenGates& gatesOfTokens : tokenGates)
        gatesOfTokens.select(tokens);
    for (int layer = 0; layer < w.layers; ++layer) {
        if (layer + 1 < w.layers) above.resize(static_cast<std::size_t>(length * rows * features()));
        for (int direction = 0; direction < w.directions; ++direction)
            runLayer(layer, direction, rows, length);
        std::swap(below, above);
    }
}

/// The last layer's states are pooled, the others' kept for the layer above.
void EncoderInference::Impl::runLayer(int layer, int direction, int rows, int length) {
    start(rows);
    const bool isLast = layer + 1 == w.layers;
    auto& result = pooled[static_cast<std::size_t>(direction)];
    if (isLast) result.assign(state.size(), w.pooling == Pooling::Max ? -std::numeric_limits<float>::infinity() : 0.0F);
    for (int step = 0; step < length; ++step) {
        if (stop) stop->check();
        const int t = direction == 0 ? step : length - 1 - step;
        fillGates(layer, direction, rows, length, t);
        if (step > 0)  // the first state is zero
            multiply({state.data(), w.hidden}, rows, w.at(layer, direction).recurrent, Into::Accumulate, gates.data(),
                     4 * std::int64_t{w.hidden});
        lstmCell(gates.data(), cell.data(), cell.data(), nullptr, state.data(), rows, w.hidden);
        if (isLast) {
            pool(w.pooling, state, result);
            copyLastStates(direction, rows, length, t);
        } else {
            keepStates(direction, rows, t);
        }
    }
}

void EncoderInference::Impl::start(int rows) {
    const auto size = static_cast<std::size_t>(rows) * static_cast<std::size_t>(w.hidden);
    gates.resize(4 * size);
    cell.assign(size, 0.0F);
    state.assign(size, 0.0F);
}

/// All but the recurrent part.
void EncoderInference::Impl::fillGates(int layer, int direction, int rows, int length, int t) {
    const std::ptrdiff_t width = 4 * std::ptrdiff_t{w.hidden};
    const EncoderWeights::Lstm& lstm = w.at(layer, direction);
    for (int r = 0; r < rows; ++r) {
        const float* from =
            layer > 0
                ? lstm.bias.data()
                : tokenGates[static_cast<std::size_t>(direction)].row(
                      static_cast<std::size_t>(r) * static_cast<std::size_t>(length) + static_cast<std::size_t>(t));
        std::copy_n(from, width, gates.begin() + r * width);
    }
    if (layer == 0) return;
    multiply({below.data() + t * rows * features(), features()}, rows, lstm.input, Into::Accumulate, gates.data(),
             width);
}

void EncoderInference::Impl::keepStates(int direction, int rows, int t) {
    const std::ptrdiff_t hidden = w.hidden;
    for (std::ptrdiff_t r = 0; r < rows; ++r) {
        std::copy_n(state.begin() + r * hidden, hidden,
                    above.begin() + (t * rows + r) * features() + direction * hidden);
    }
}

void EncoderInference::Impl::copyLastStates(int direction, int rows, int length, int t) const {
    const std::ptrdiff_t hidden = w.hidden;
    for (std::ptrdiff_t r = 0; !lastStates.empty() && r < rows; ++r) {
        std::copy_n(state.begin() + r * hidden, hidden,
                    lastStates.begin() + (r * length + t) * features() + direction * hidden);
    }
}

EncoderInference::EncoderInference(const Parameters& parameters, const StopFlag* stop)
    : EncoderInference(std::make_shared<InferenceWeights>(parameters), stop) {}
EncoderInference::EncoderInference(InferenceWeightsPointer weights, const StopFlag* stop)
    : m_impl(std::make_unique<Impl>(std::move(weights), stop)) {}
EncoderInference::~EncoderInference() = default;
EncoderInference::EncoderInference(EncoderInference&&) noexcept = default;

bool EncoderInference::rowsAreIndependent() {
    return instructionSet() == "AVX-512";
}

void EncoderInference::encode(std::span<const std::int32_t> tokens, int rows, int length, std::span<float> mean,
                              std::span<float> logVariance) {
    Impl& impl = *m_impl;
    const int latent = impl.w.latent;
    assert(mean.size() == static_cast<std::size_t>(rows * latent) && logVariance.size() == mean.size());
    if (rows == 0 || latent == 0) return;
    impl.poolStates(tokens, rows, length);
    impl.outputs.resize(static_cast<std::size_t>(rows) * 2 * static_cast<std::size_t>(latent));
    for (std::size_t d = 0; d < impl.w.heads.size(); ++d) {
        multiply({impl.pooled[d].data(), impl.w.hidden}, rows, impl.w.heads[d],
                 d == 0 ? Into::Overwrite : Into::Accumulate, impl.outputs.data(), 2 * latent);
    }
    for (float& output : impl.outputs)
        output *= impl.scale(length);
    for (std::size_t i = 0; !impl.w.headBias.empty() && i < impl.outputs.size(); ++i)
        impl.outputs[i] += impl.w.headBias[i % impl.w.headBias.size()];
    for (int r = 0; r < rows; ++r) {
        const auto from = impl.outputs.begin() + std::ptrdiff_t{r} * 2 * latent;
        std::copy_n(from, latent, mean.begin() + std::ptrdiff_t{r} * latent);
        std::copy_n(from + latent, latent, logVariance.begin() + std::ptrdiff_t{r} * latent);
    }
    impl.w.constraint.apply({mean.data(), logVariance.data(), rows});
}

void EncoderInference::encodeFeatures(std::span<const std::int32_t> tokens, int rows, int length,
                                      std::span<float> features) {
    Impl& impl = *m_impl;
    assert(features.size() == static_cast<std::size_t>(rows * impl.owner->features));
    if (rows == 0 || impl.w.latent == 0) return;
    impl.poolStates(tokens, rows, length);
    const std::ptrdiff_t hidden = impl.w.hidden;
    for (std::size_t d = 0; d < impl.pooled.size(); ++d) {
        for (std::ptrdiff_t r = 0; r < rows; ++r) {
            const auto to = features.begin() + r * impl.features() + static_cast<std::ptrdiff_t>(d) * hidden;
            std::transform(impl.pooled[d].begin() + r * hidden, impl.pooled[d].begin() + (r + 1) * hidden, to,
                           [&](float sum) { return sum * impl.scale(length); });
        }
    }
}

void EncoderInference::encodeStates(std::span<const std::int32_t> tokens, int rows, int length,
                                    std::span<float> states) {
    Impl& impl = *m_impl;
    assert(states.size() == static_cast<std::size_t>(rows * length * impl.owner->features));
    if (rows == 0 || impl.w.latent == 0) return;
    impl.poolStates(tokens, rows, length, states);
}

}  // namespace collapsar
