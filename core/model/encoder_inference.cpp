// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/inference.h"
#include "core/model/token_gates.h"
#include "core/nn/vector_math.h"

#include <cblas.h>

#include <cassert>
#include <cmath>
#include <limits>

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
    Impl(const Parameters& parameters, const EncoderLayout& layout, const StopFlag* stopFlag)
        : hidden(parameters.shape.encoderHidden),
          latent(parameters.shape.latent),
          pooling(parameters.pooling),
          stop(stopFlag),
          tokenGates({parameters.encoder, layout.embedding, layout.weightIh, layout.biasIh, layout.biasHh}),
          weightHh(copyOf(parameters.encoder, layout.weightHh)),
          head(copyOf(parameters.encoder, layout.head)) {}

    static std::vector<float> copyOf(const std::vector<float>& flat, const ParameterBlock& block) {
        return {flat.begin() + block.offset, flat.begin() + block.offset + block.size()};
    }

    void start(int rows) {
        const auto size = static_cast<std::size_t>(rows) * static_cast<std::size_t>(hidden);
        gates.resize(4 * size);
        cell.assign(size, 0.0F);
        state.assign(size, 0.0F);
        pooled.assign(size, pooling == Pooling::Max ? -std::numeric_limits<float>::infinity() : 0.0F);
    }

    void step(int rows, int length, int t) {
        for (int r = 0; r < rows; ++r) {
            const float* token = tokenGates.row(static_cast<std::size_t>(r) * static_cast<std::size_t>(length) +
                                                static_cast<std::size_t>(t));
            std::copy_n(token, 4 * hidden, gates.begin() + std::ptrdiff_t{r} * 4 * hidden);
        }
        if (t > 0) {  // the first state is zero
            cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasTrans, rows, 4 * hidden, hidden, 1.0F, state.data(), hidden,
                        weightHh.data(), hidden, 1.0F, gates.data(), 4 * hidden);
        }
        lstmCell(gates.data(), cell.data(), cell.data(), nullptr, state.data(), rows, hidden);
    }

    int hidden = 0, latent = 0;
    Pooling pooling = Pooling::Last;
    const StopFlag* stop = nullptr;
    TokenGates tokenGates;
    std::vector<float> weightHh, head;
    std::vector<float> gates, cell, state, pooled, outputs;  ///< scratch
};

EncoderInference::EncoderInference(const Parameters& parameters, const StopFlag* stop)
    : m_impl(std::make_unique<Impl>(parameters, encoderLayout(parameters.shape), stop)) {}
EncoderInference::~EncoderInference() = default;
EncoderInference::EncoderInference(EncoderInference&&) noexcept = default;

void EncoderInference::encode(std::span<const std::int32_t> tokens, int rows, int length, std::span<float> mean,
                              std::span<float> logVariance) {
    Impl& impl = *m_impl;
    const int latent = impl.latent;
    assert(tokens.size() == static_cast<std::size_t>(rows) * static_cast<std::size_t>(length));
    assert(mean.size() == static_cast<std::size_t>(rows * latent) && logVariance.size() == mean.size());
    if (rows == 0) return;
    impl.tokenGates.select(tokens);
    impl.start(rows);
    for (int t = 0; t < length; ++t) {
        if (impl.stop) impl.stop->check();
        impl.step(rows, length, t);
        pool(impl.pooling, impl.state, impl.pooled);
    }
    const float scale = impl.pooling == Pooling::Mean ? 1.0F / static_cast<float>(length) : 1.0F;
    impl.outputs.resize(static_cast<std::size_t>(rows) * 2 * static_cast<std::size_t>(latent));
    cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasTrans, rows, 2 * latent, impl.hidden, scale, impl.pooled.data(),
                impl.hidden, impl.head.data(), impl.hidden, 0.0F, impl.outputs.data(), 2 * latent);
    for (int r = 0; r < rows; ++r) {
        const auto from = impl.outputs.begin() + std::ptrdiff_t{r} * 2 * latent;
        std::copy_n(from, latent, mean.begin() + std::ptrdiff_t{r} * latent);
        std::copy_n(from + latent, latent, logVariance.begin() + std::ptrdiff_t{r} * latent);
    }
}

}  // namespace collapsar
