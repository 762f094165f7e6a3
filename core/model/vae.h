// SPDX-License-Identifier: GPL-3.0-or-later
/// The LSTM VAE in training: flat weights and gradients of both sides as torch tensors, and the two differentiable
/// operations on them. One thread per object. source: He et al. 2019 (text model); pooling after Long et al. 2019; skip
/// path after Dieng et al. 2019
#pragma once

#include "core/model/decoder_op.h"
#include "core/model/encoder_op.h"
#include "core/model/parameters.h"
#include "core/model/token_view.h"
#include "core/model/touched_words.h"

#include <torch/torch.h>

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace collapsar {

class Vae {
public:
    /// `shards` 1 or 2, fixed for a run. `stop` may be null; else it must outlive the object and is looked at once per
    /// time step: encode() and decode() then throw Interrupted; backward() ends early with void gradients, so check it
    /// after.
    /// `threads`: as ShardThread's; matters with two shards only, and not to results.
    explicit Vae(const Parameters& parameters, int shards = 1, const StopFlag* stop = nullptr, int threads = 0);

    /// A copy; pooling and skip as loaded: set them to what is current.
    [[nodiscard]] Parameters parameters() const;
    /// Same shape, else std::invalid_argument. Gradients stay.
    void load(const Parameters& parameters);
    [[nodiscard]] const ModelShape& shape() const { return m_shape; }

    /// -> mean, logVariance, each [B, Z]; in the graph unless torch::NoGradGuard is active. A
    /// language model has no encoder: both are empty, [B, 0].
    /// errors  a batch of one sentence with batch normalisation: std::invalid_argument.
    [[nodiscard]] Posterior encode(const TokenView& batch, Pooling pooling);
    /// Batch normalisation: moves the running statistics by those of the last encode(). Part of an encoder step, so
    /// that an update that is abandoned leaves no trace; else nothing.
    void moveRunningStatistics();
    /// z [B, Z] -> reconstruction [B] = -log p(x|z), nats per sentence. A backward through it may happen once.
    [[nodiscard]] torch::Tensor decode(const torch::Tensor& z, const TokenView& batch, const DecodeOptions& options);

    /// Both sides, the closed skip path included.
    void zeroGradients();
    /// What is trained: without constants and running statistics.
    [[nodiscard]] std::span<float> encoderValues();
    [[nodiscard]] std::span<const float> encoderGradients() const;
    /// What is in use: with `skip` closed the skip path is left out, so it takes no part in step, norm or moments.
    [[nodiscard]] std::span<float> decoderValues(bool skip);
    [[nodiscard]] std::span<const float> decoderGradients(bool skip) const;
    [[nodiscard]] std::span<float> decoderGradients(bool skip);  ///< to gather one from several backward passes
    /// Where gradients can differ from zero since zeroGradients(), as ranges of the spans above.
    [[nodiscard]] std::vector<FlatRange> encoderTouched() const;
    [[nodiscard]] std::vector<FlatRange> decoderTouched(bool skip) const;
    /// Floats in use.
    [[nodiscard]] std::int64_t decoderInUse(bool skip) const;

private:
    ModelShape m_shape;
    EncoderLayout m_encoderLayout;
    DecoderLayout m_decoderLayout;
    Pooling m_pooling;
    bool m_skip;
    TouchedWords m_encoderWords, m_decoderWords;
    std::unique_ptr<ShardThread> m_thread;  ///< of two shards
    torch::Tensor m_encoderValues, m_encoderGradients, m_decoderValues, m_decoderGradients;
    EncoderOp m_encoder;
    DecoderOp m_decoder;
};

}  // namespace collapsar
