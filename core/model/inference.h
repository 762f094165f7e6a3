// SPDX-License-Identifier: GPL-3.0-or-later
/// The model in evaluation mode (no dropout, no gradients), on plain floats. Torch-free. What is made of the weights
/// once is shared by all threads; EncoderInference and DecoderInference add scratch memory: one of each a thread.
#pragma once

#include "core/model/parameters.h"
#include "core/nn/stop_flag.h"

#include <cstdint>
#include <memory>
#include <span>

namespace collapsar {

/// One snapshot of the weights, ready for inference. Immutable: any number of threads at once. Reads the decoder's
/// weights where they are: `parameters` must stay as they are. Costs little until a side is first used: then a product
/// of the vocabulary with the input gates (up to 5,000 words), and a copy of the encoder's recurrent weights.
class InferenceWeights {
public:
    /// Lets `parameters` live as long as this.
    explicit InferenceWeights(ParametersPointer parameters);
    /// `parameters` must live as long as this.
    explicit InferenceWeights(const Parameters& parameters);
    ~InferenceWeights();
    InferenceWeights(const InferenceWeights&) = delete;
    InferenceWeights& operator=(const InferenceWeights&) = delete;

    const int latent;    ///< Z; 0: a language model, whose encoder does nothing
    const int features;  ///< F, what the encoder's head reads of a sentence; 0 without an encoder

    [[nodiscard]] const ModelShape& shape() const;

    struct Impl;
    [[nodiscard]] const Impl& impl() const { return *m_impl; }

private:
    std::unique_ptr<Impl> m_impl;
};
using InferenceWeightsPointer = std::shared_ptr<const InferenceWeights>;

class EncoderInference {
public:
    /// `stop` may be null; it is looked at once per time step. `parameters` must live as long as this.
    explicit EncoderInference(const Parameters& parameters, const StopFlag* stop = nullptr);
    explicit EncoderInference(InferenceWeightsPointer weights, const StopFlag* stop = nullptr);
    ~EncoderInference();
    EncoderInference(EncoderInference&&) noexcept;

    /// Whether a row's result depends on that row alone, bit for bit (own AVX-512 products). Else only if `rows` is the
    /// same too: always encode in the same batches.
    [[nodiscard]] static bool rowsAreIndependent();

    /// tokens [rows, length] row-major incl. markers -> mean, logVariance, each [rows, Z].
    void encode(std::span<const std::int32_t> tokens, int rows, int length, std::span<float> mean,
                std::span<float> logVariance);
    /// The same tokens -> features [rows, F]: the states after pooling, before the head.
    void encodeFeatures(std::span<const std::int32_t> tokens, int rows, int length, std::span<float> features);
    /// The same tokens -> states [rows, length, F] of the last layer: what pooling chooses from.
    void encodeStates(std::span<const std::int32_t> tokens, int rows, int length, std::span<float> states);

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

/// A sentence with its markers, K latents [K, Z], and where log p(x|z_k) goes [K].
struct LatentsOfSentence {
    std::span<const std::int32_t> sentence;
    std::span<const float> latents;
    std::span<double> out;
};

/// log p(x|z) of one row depends on its sentence and its z alone, bit for bit, whatever rows are beside it. Works in
/// blocks of rows that stay in cache; logits are never written to memory. Error below 1e-6 of each word's term.
class DecoderInference {
public:
    explicit DecoderInference(const Parameters& parameters, const StopFlag* stop = nullptr);
    explicit DecoderInference(InferenceWeightsPointer weights, const StopFlag* stop = nullptr);
    ~DecoderInference();
    DecoderInference(DecoderInference&&) noexcept;

    /// One z per row: tokens [rows, length], latents [rows, Z] -> reconstruction [rows] = -log p(x|z), nats per
    /// sentence.
    void reconstruction(std::span<const std::int32_t> tokens, int rows, int length, std::span<const float> latents,
                        std::span<float> out);

    /// -log p of each predicted word: out [rows, length - 1], row-major; a row's sum is its reconstruction but for
    /// rounding.
    void reconstructionByPosition(std::span<const std::int32_t> tokens, int rows, int length,
                                  std::span<const float> latents, std::span<float> out);

    /// Many z for one sentence: latents [K, Z] -> out [K] = log p(x|z_k).
    void logLikelihood(std::span<const std::int32_t> sentence, std::span<const float> latents, std::span<double> out);

    /// Several sentences of equal length in the same blocks: faster where each has few z.
    void logLikelihood(std::span<const LatentsOfSentence> sentences);

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

}  // namespace collapsar
