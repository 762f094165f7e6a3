// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/encoder_op.h"

#include "core/model/work_capsule.h"

#include <algorithm>

namespace collapsar {

struct EncoderWork {
    EncoderWork(const ModelShape& shape, ShardThread* otherThread)
        : shards(otherThread ? 2 : 1), thread(otherThread), constraint(shape), words(encoderLayout(shape).embedding) {
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
        onShards(thread, [&](int s) {
            const std::int64_t at = rowsOf(s).first * latent;
            if (rowsOf(s).count > 0) passes[s].forward(taskOf(s), mean + at, logVariance + at);
        });
        constraint.forward(whole.values, {mean, logVariance, whole.rows});
    }
    /// The gradients may be written over.
    void backward(float* mean, float* logVariance, std::int64_t latent) {
        constraint.backward(whole.values, {mean, logVariance, whole.rows}, gradients.data_ptr<float>());
        const std::int64_t size = gradients.numel();
        const std::vector<FlatRange> touched = words.ranges(size);
        float *sum = gradients.data_ptr<float>(), *part = shards == 2 ? shardGradients.resize(size) : nullptr;
        onShards(thread, [&](int s) {
            if (s == 1) clearShard(part, touched);
            const std::int64_t at = rowsOf(s).first * latent;
            if (rowsOf(s).count > 0) passes[s].backward(taskOf(s), mean + at, logVariance + at, s == 0 ? sum : part);
        });
        if (part) addShard(sum, part, touched);
    }

    int shards;
    ShardThread* thread;
    std::vector<EncoderPass> passes;
    PosteriorConstraint constraint;
    std::vector<std::int32_t> tokens;
    EncoderTask whole;  ///< of the whole batch
    torch::Tensor gradients;
    TouchedWords words;
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
        EncoderWork& work = keptWork<EncoderWork>(context);
        const auto own = [&](const torch::Tensor& given) {
            const auto gradient = given.contiguous();
            return work.constraint.isIdentity() ? gradient : gradient.clone();  // others may hold it too
        };
        const auto mean = own(gradients[0]), logVariance = own(gradients[1]);
        try {
            work.backward(mean.data_ptr<float>(), logVariance.data_ptr<float>(), mean.size(1));
        } catch (const Interrupted&) {
            // The caller looks at the flag after backward().
        }
        return {torch::Tensor(), torch::Tensor(), torch::Tensor()};
    }
};

}  // namespace

EncoderOp::EncoderOp(const ModelShape& shape, ShardThread* thread, const StopFlag* stop)
    : m_shape(shape), m_thread(thread), m_stop(stop) {}
EncoderOp::~EncoderOp() = default;
EncoderOp::EncoderOp(EncoderOp&&) noexcept = default;

std::shared_ptr<EncoderWork> EncoderOp::idleWork() {
    return idleWorkOf(m_works, [&] { return std::make_shared<EncoderWork>(m_shape, m_thread); });
}

Posterior EncoderOp::apply(const torch::Tensor& values, const torch::Tensor& gradients, const TokenView& batch,
                           Pooling pooling) {
    auto work = idleWork();
    work->tokens.assign(batch.tokens.begin(), batch.tokens.end());
    work->words.clear();
    work->words.add(batch.tokens);
    work->whole = {values.data_ptr<float>(), nullptr, batch.rows, batch.length, pooling, m_stop};
    work->gradients = gradients;
    const auto outputs = EncoderFunction::apply(values, work, m_shape.latent);
    m_statistics = work->constraint.statistics();
    return {outputs[0], outputs[1]};
}

}  // namespace collapsar
