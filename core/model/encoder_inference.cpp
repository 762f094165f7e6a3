// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/inference.h"
#include "core/model/inference_weights.h"
#include "core/nn/vector_math.h"

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
        case Pooling::AbsMax:  // strictly larger: the earliest of equals stays
            for (std::size_t i = 0; i < n; ++i) {
                pooled[i] = std::fabs(hidden[i]) > std::fabs(pooled[i]) ? hidden[i] : pooled[i];
            }
            break;
    }
}

}  // namespace

struct EncoderInference::Impl {
    Impl(InferenceWeightsPointer shared, const StopFlag* stopFlag)
        : owner(std::move(shared)), w(owner->impl().encoder()), stop(stopFlag), tokenGates(w.tokenGates) {}

    void start(int rows) {
        const auto size = static_cast<std::size_t>(rows) * static_cast<std::size_t>(w.hidden);
        gates.resize(4 * size);
        cell.assign(size, 0.0F);
        state.assign(size, 0.0F);
        pooled.assign(size, w.pooling == Pooling::Max ? -std::numeric_limits<float>::infinity() : 0.0F);
    }

    void step(int rows, int length, int t) {
        const std::ptrdiff_t width = 4 * std::ptrdiff_t{w.hidden};
        for (int r = 0; r < rows; ++r) {
            const float* token = tokenGates.row(static_cast<std::size_t>(r) * static_cast<std::size_t>(length) +
                                                static_cast<std::size_t>(t));
            std::copy_n(token, width, gates.begin() + r * width);
        }
        if (t > 0)  // the first state is zero
            multiply({state.data(), w.hidden}, rows, w.recurrent, Into::Accumulate, gates.data(), width);
        lstmCell(gates.data(), cell.data(), cell.data(), nullptr, state.data(), rows, w.hidden);
    }

    InferenceWeightsPointer owner;
    const EncoderWeights& w;
    const StopFlag* stop = nullptr;
    TokenGates tokenGates;
    std::vector<float> gates, cell, state, pooled, outputs;  ///< scratch
};

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
    assert(tokens.size() == static_cast<std::size_t>(rows) * static_cast<std::size_t>(length));
    assert(mean.size() == static_cast<std::size_t>(rows * latent) && logVariance.size() == mean.size());
    if (rows == 0) return;
    impl.tokenGates.select(tokens);
    impl.start(rows);
    for (int t = 0; t < length; ++t) {
        if (impl.stop) impl.stop->check();
        impl.step(rows, length, t);
        pool(impl.w.pooling, impl.state, impl.pooled);
    }
    impl.outputs.resize(static_cast<std::size_t>(rows) * 2 * static_cast<std::size_t>(latent));
    multiply({impl.pooled.data(), impl.w.hidden}, rows, impl.w.head, Into::Overwrite, impl.outputs.data(), 2 * latent);
    const float scale = impl.w.pooling == Pooling::Mean ? 1.0F / static_cast<float>(length) : 1.0F;
    for (float& output : impl.outputs)
        output *= scale;
    for (int r = 0; r < rows; ++r) {
        const auto from = impl.outputs.begin() + std::ptrdiff_t{r} * 2 * latent;
        std::copy_n(from, latent, mean.begin() + std::ptrdiff_t{r} * latent);
        std::copy_n(from + latent, latent, logVariance.begin() + std::ptrdiff_t{r} * latent);
    }
}

}  // namespace collapsar
