// SPDX-License-Identifier: GPL-3.0-or-later
/// The decoder as one differentiable operation, from z to the reconstruction term of each sentence. Parameter gradients
/// do not travel through autograd: the way back adds them straight into one persistent flat tensor.
#pragma once

#include "core/model/decoder_pass.h"
#include "core/model/token_view.h"
#include "core/nn/philox.h"
#include "core/nn/shard_thread.h"

#include <torch/torch.h>

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace collapsar {

enum class ParameterGradients {
    Accumulate,
    Skip,  ///< only z gets a gradient: refinement of a posterior, or encoder-only clipping
};

/// Dropout factors are fillDropout of `draw` with stream DropoutIn [T - 1, B, E] and DropoutOut [T - 1, B, H],
/// time-major: element (t * B + b) * width + column. B is the whole batch, whatever the shards.
struct DecodeOptions {
    bool skip = false;
    float dropoutIn = 0;  ///< 0: none
    float dropoutOut = 0;
    DrawKey draw;  ///< seed, update, inner; its stream is ignored
    ParameterGradients parameterGradients = ParameterGradients::Accumulate;
    /// What backward will bring for every sentence, where that is known before (1 / B for a mean over the batch):
    /// faster, and logits are never kept. Gradients of the output weights are then added in forward already. Another
    /// gradient in backward is a bug, torch throws. 0: not known.
    float knownGradient = 0;
    /// What the decoder reads, laid out as the batch's tokens, which it still predicts: word dropout. Empty: those.
    std::span<const std::int32_t> inputs = {};
};

struct DecoderWork;

class DecoderOp {
public:
    /// `thread`: works the second of two shards; null: one shard. `stop` may be null.
    DecoderOp(const ModelShape& shape, ShardThread* thread, const StopFlag* stop);
    ~DecoderOp();
    DecoderOp(DecoderOp&&) noexcept;

    /// -> reconstruction [B] = -sum over t of log p(w_t | w_<t, z), nats.
    /// values, gradients: the decoder's flat tensors [decoderLayout.size], as in EncoderOp; z [B, Z] float32. With the
    /// skip path closed nothing beyond closedSize is read or written. Errors as in EncoderOp.
    [[nodiscard]] torch::Tensor apply(const torch::Tensor& values, const torch::Tensor& gradients,
                                      const torch::Tensor& z, const TokenView& batch, const DecodeOptions& options);

private:
    std::shared_ptr<DecoderWork> idleWork();

    ModelShape m_shape;
    DecoderLayout m_layout;
    ShardThread* m_thread;
    const StopFlag* m_stop;
    std::vector<std::shared_ptr<DecoderWork>> m_works;
};

}  // namespace collapsar
