// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/encoder_op.h"

#include "core/model/work_capsule.h"

#include <algorithm>

namespace collapsar {

struct EncoderWork {
    EncoderWork(const ModelShape& shape, int shardCount) : shards(shardCount) {
        for (int s = 0; s < shards; ++s)
            passes.emplace_back(shape);
    }

    [[nodiscard]] RowRange rowsOf(int shard) const { return shardRows(whole.rows, shards, shard); }
    [[nodiscard]] EncoderTask taskOf(int shard) const {
        EncoderTask task = whole;
        task.rows = rowsOf(shard).count;
        task.tokens = tokens.data() + rowsOf(shard).first * whole.length;
        return task;
    }
    void forward(float* mean, float* logVariance, std::int64_t latent) {
        for (int s = 0; s < shards; ++s) {
            const std::int64_t at = rowsOf(s).first * latent;
            if (rowsOf(s).count > 0) passes[s].forward(taskOf(s), mean + at, logVariance + at);
        }
    }
    void backward(const float* mean, const float* logVariance, std::int64_t latent) {
        passes[0].backward(taskOf(0), mean, logVariance, gradients.data_ptr<float>());
        if (shards < 2 || rowsOf(1).count == 0) return;
        const std::int64_t at = rowsOf(1).first * latent, size = gradients.numel();
        float* part = shardGradients.resize(size);
        std::fill_n(part, size, 0.0F);
        passes[1].backward(taskOf(1), mean + at, logVariance + at, part);
        addShard(gradients.data_ptr<float>(), part, size);
    }

    int shards;
    std::vector<EncoderPass> passes;
    std::vector<std::int32_t> tokens;
    EncoderTask whole;  ///< of the whole batch
    torch::Tensor gradients;
    Scratch shardGradients;
};

namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

struct EncoderFunction : torch::autograd::Function<EncoderFunction> {
    static variable_list forward(AutogradContext* context, const torch::Tensor&, std::shared_ptr<EncoderWork> work,
                                 std::int64_t latent) {
        auto mean = torch::empty({work->whole.rows, latent});
        auto logVariance = torch::empty({work->whole.rows, latent});
        work->forward(mean.data_ptr<float>(), logVariance.data_ptr<float>(), latent);
        keepWork(context, std::move(work));
        return {mean, logVariance};
    }
    static variable_list backward(AutogradContext* context, variable_list gradients) {
        const auto mean = gradients[0].contiguous(), logVariance = gradients[1].contiguous();
        try {
            keptWork<EncoderWork>(context).backward(mean.data_ptr<float>(), logVariance.data_ptr<float>(),
                                                    mean.size(1));
        } catch (const Interrupted&) {
            // The caller looks at the flag after backward().
        }
        return {torch::Tensor(), torch::Tensor(), torch::Tensor()};
    }
};

}  // namespace

EncoderOp::EncoderOp(const ModelShape& shape, int shards, const StopFlag* stop)
    : m_shape(shape), m_shards(shards), m_stop(stop) {}
EncoderOp::~EncoderOp() = default;
EncoderOp::EncoderOp(EncoderOp&&) noexcept = default;

std::shared_ptr<EncoderWork> EncoderOp::idleWork() {
    return idleWorkOf(m_works, [&] { return std::make_shared<EncoderWork>(m_shape, m_shards); });
}

Posterior EncoderOp::apply(const torch::Tensor& values, const torch::Tensor& gradients, const TokenView& batch,
                           Pooling pooling) {
    auto work = idleWork();
    work->tokens.assign(batch.tokens.begin(), batch.tokens.end());
    work->whole = {values.data_ptr<float>(), nullptr, batch.rows, batch.length, pooling, m_stop};
    work->gradients = gradients;
    const auto outputs = EncoderFunction::apply(values, std::move(work), m_shape.latent);
    return {outputs[0], outputs[1]};
}

}  // namespace collapsar
