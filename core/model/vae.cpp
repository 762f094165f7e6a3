// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/vae.h"

#include <algorithm>
#include <stdexcept>

namespace collapsar {
namespace {

/// Torch's allocator aligns to 64 bytes.
torch::Tensor flatTensor(std::int64_t size) {
    return torch::zeros({size}, torch::kFloat32);
}

std::span<float> valuesOf(const torch::Tensor& flat, std::int64_t inUse) {
    return {flat.data_ptr<float>(), static_cast<std::size_t>(inUse)};
}

std::vector<float> copyOf(const torch::Tensor& flat) {
    const float* first = flat.data_ptr<float>();
    return {first, first + flat.numel()};
}

}  // namespace

Vae::Vae(const Parameters& parameters, int shards, const StopFlag* stop, int threads)
    : m_shape(parameters.shape),
      m_encoderLayout(encoderLayout(m_shape)),
      m_decoderLayout(decoderLayout(m_shape)),
      m_pooling(parameters.pooling),
      m_skip(parameters.skip),
      m_encoderWords(m_encoderLayout.embedding),
      m_decoderWords(m_decoderLayout.embedding),
      m_thread(shards == 2 ? std::make_unique<ShardThread>(threads) : nullptr),
      m_encoderValues(flatTensor(m_encoderLayout.size).requires_grad_(true)),
      m_encoderGradients(flatTensor(m_encoderLayout.size)),
      m_decoderValues(flatTensor(m_decoderLayout.size).requires_grad_(true)),
      m_decoderGradients(flatTensor(m_decoderLayout.size)),
      m_encoder(m_shape, m_thread.get(), stop),
      m_decoder(m_shape, m_thread.get(), stop) {
    if (shards != 1 && shards != 2) throw std::invalid_argument("shards must be 1 or 2");
    load(parameters);
}

Parameters Vae::parameters() const {
    return {m_shape, copyOf(m_encoderValues), copyOf(m_decoderValues), m_pooling, m_skip};
}

void Vae::load(const Parameters& parameters) {
    const bool fits = parameters.shape == m_shape &&
                      static_cast<std::int64_t>(parameters.encoder.size()) == m_encoderValues.numel() &&
                      static_cast<std::int64_t>(parameters.decoder.size()) == m_decoderValues.numel();
    if (!fits) throw std::invalid_argument("the parameters are of another shape than the model");
    std::copy(parameters.encoder.begin(), parameters.encoder.end(), m_encoderValues.data_ptr<float>());
    std::copy(parameters.decoder.begin(), parameters.decoder.end(), m_decoderValues.data_ptr<float>());
    m_pooling = parameters.pooling;
    m_skip = parameters.skip;
}

Posterior Vae::encode(const TokenView& batch, Pooling pooling) {
    if (m_shape.latent == 0) {
        const auto none = torch::empty({batch.rows, 0}).requires_grad_(true);
        return {none, none};
    }
    m_encoderWords.add(batch.tokens);
    return m_encoder.apply(m_encoderValues, m_encoderGradients, batch, pooling);
}

void Vae::moveRunningStatistics() {
    moveRunning(m_shape, m_encoder.statistics(), valuesOf(m_encoderValues, m_encoderValues.numel()));
}

torch::Tensor Vae::decode(const torch::Tensor& z, const TokenView& batch, const DecodeOptions& options) {
    if (options.parameterGradients == ParameterGradients::Accumulate) {
        m_decoderWords.add(batch.tokens);
        m_decoderWords.add(options.inputs);
    }
    return m_decoder.apply(m_decoderValues, m_decoderGradients, z, batch, options);
}

void Vae::zeroGradients() {
    for (const FlatRange& range : encoderTouched())
        std::fill_n(m_encoderGradients.data_ptr<float>() + range.first, range.size, 0.0F);
    for (const FlatRange& range : decoderTouched(true))
        std::fill_n(m_decoderGradients.data_ptr<float>() + range.first, range.size, 0.0F);
    m_encoderWords.clear();
    m_decoderWords.clear();
}

std::span<float> Vae::encoderValues() {
    return valuesOf(m_encoderValues, m_encoderLayout.trainedSize);
}

std::span<const float> Vae::encoderGradients() const {
    return valuesOf(m_encoderGradients, m_encoderLayout.trainedSize);
}

std::span<float> Vae::decoderValues(bool skip) {
    return valuesOf(m_decoderValues, decoderInUse(skip));
}

std::span<const float> Vae::decoderGradients(bool skip) const {
    return valuesOf(m_decoderGradients, decoderInUse(skip));
}

std::span<float> Vae::decoderGradients(bool skip) {
    return valuesOf(m_decoderGradients, decoderInUse(skip));
}

std::vector<FlatRange> Vae::encoderTouched() const {
    return m_encoderWords.ranges(m_encoderLayout.trainedSize);
}

std::vector<FlatRange> Vae::decoderTouched(bool skip) const {
    return m_decoderWords.ranges(decoderInUse(skip));
}

std::int64_t Vae::decoderInUse(bool skip) const {
    return skip ? m_decoderLayout.size : m_decoderLayout.closedSize;
}

}  // namespace collapsar
