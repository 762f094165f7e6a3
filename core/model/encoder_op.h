// SPDX-License-Identifier: GPL-3.0-or-later
/// The encoder as one differentiable operation. Parameter gradients do not travel through autograd: the way back adds
/// them straight into one persistent flat tensor.
#pragma once

#include "core/model/encoder_pass.h"
#include "core/model/posterior_constraint.h"
#include "core/model/token_view.h"
#include "core/nn/shard_thread.h"

#include <torch/torch.h>

#include <memory>
#include <vector>

namespace collapsar {

/// q(z|x) = N(mean, diag(exp(logVariance))), each [B, Z] float32.
struct Posterior {
    torch::Tensor mean, logVariance;
};

/// What one forward keeps until its backward; used again once nobody holds it.
struct EncoderWork;

class EncoderOp {
public:
    /// `thread`: works the second of two shards; null: one shard. `stop` may be null.
    EncoderOp(const ModelShape& shape, ShardThread* thread, const StopFlag* stop);
    ~EncoderOp();
    EncoderOp(EncoderOp&&) noexcept;

    /// The posterior, constrained as the shape says; batch normalisation has the statistics of the whole batch, however
    /// many shards work it, and does not touch the running ones.
    ///
    /// values, gradients: the encoder's flat tensors [encoderLayout.size], float32, contiguous; values must require a
    /// gradient for the way back to happen (it receives an undefined one itself). Values must not change before
    /// backward. errors  Interrupted from forward. In backward a raised stop flag ends the work and leaves gradients
    /// void: check the
    ///         flag after backward() (nothing may be thrown through autograd).
    [[nodiscard]] Posterior apply(const torch::Tensor& values, const torch::Tensor& gradients, const TokenView& batch,
                                  Pooling pooling);
    /// Batch normalisation's, of the last apply(); else empty.
    [[nodiscard]] const BatchStatistics<float>& statistics() const { return m_statistics; }

private:
    std::shared_ptr<EncoderWork> idleWork();

    ModelShape m_shape;
    ShardThread* m_thread;
    const StopFlag* m_stop;
    std::vector<std::shared_ptr<EncoderWork>> m_works;
    BatchStatistics<float> m_statistics;
};

}  // namespace collapsar
