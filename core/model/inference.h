// SPDX-License-Identifier: GPL-3.0-or-later
/// The model in evaluation mode (no dropout, no gradients), on plain floats. Torch-free. Objects own their scratch
/// memory: one per thread; construction copies and re-arranges the weights once (token-gate tables), calls then reuse
/// it.
#pragma once

#include "core/model/parameters.h"
#include "core/nn/stop_flag.h"

#include <cstdint>
#include <memory>
#include <span>

namespace collapsar {

class EncoderInference {
public:
    /// `stop` may be null; it is looked at once per time step.
    explicit EncoderInference(const Parameters& parameters, const StopFlag* stop = nullptr);
    ~EncoderInference();
    EncoderInference(EncoderInference&&) noexcept;

    /// tokens [rows, length] row-major incl. markers -> mean, logVariance, each [rows, Z].
    /// A row's result depends on that row alone only if `rows` is the same: always encode in the same batches.
    void encode(std::span<const std::int32_t> tokens, int rows, int length, std::span<float> mean,
                std::span<float> logVariance);

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

class DecoderInference {
public:
    explicit DecoderInference(const Parameters& parameters, const StopFlag* stop = nullptr);
    ~DecoderInference();
    DecoderInference(DecoderInference&&) noexcept;

    /// One z per row: tokens [rows, length], latents [rows, Z] -> reconstruction [rows] = -log p(x|z), nats per
    /// sentence.
    void reconstruction(std::span<const std::int32_t> tokens, int rows, int length, std::span<const float> latents,
                        std::span<float> out);

    /// Many z for one sentence: latents [K, Z] -> out [K] = log p(x|z_k). Works in blocks of rows that stay in cache,
    /// no logits kept.
    void logLikelihood(std::span<const std::int32_t> sentence, std::span<const float> latents, std::span<double> out);

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

}  // namespace collapsar
