// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/decoder_op.h"

#include "core/model/work_capsule.h"

#include <algorithm>

namespace collapsar {

struct DecoderWork {
    DecoderWork(const ModelShape& modelShape, ShardThread* otherThread)
        : shape(modelShape),
          shards(otherThread ? 2 : 1),
          thread(otherThread),
          words(decoderLayout(modelShape).embedding) {
        for (int s = 0; s < shards; ++s)
            passes.emplace_back(shape);
    }

    [[nodiscard]] RowRange rowsOf(int shard) const { return shardRows(whole.rows, shards, shard); }
    [[nodiscard]] DecoderTask taskOf(int shard) const {
        DecoderTask task = whole;
        const RowRange range = rowsOf(shard);
        task.rows = range.count;
        task.tokens = tokens.data() + range.first * whole.length;
        if (!inputs.empty()) task.inputs = inputs.data() + range.first * whole.length;
        task.latents = z.data_ptr<float>() + range.first * shape.latent;
        if (task.maskIn) task.maskIn += range.first * shape.embedding;
        if (task.maskOut) task.maskOut += range.first * shape.decoderHidden;
        if (task.knownGradient) task.knownGradient += range.first;
        return task;
    }
    void drawDropout(const DecodeOptions& options) {
        whole.maskIn = draw(Stream::DropoutIn, options.dropoutIn, shape.embedding, options.draw, maskIn);
        whole.maskOut = draw(Stream::DropoutOut, options.dropoutOut, shape.decoderHidden, options.draw, maskOut);
    }
    const float* draw(Stream stream, float rate, std::int64_t width, DrawKey key, Scratch& mask) const {
        if (rate <= 0) return nullptr;
        const std::int64_t size = (whole.length - 1) * whole.rows * width;
        key.stream = stream;
        float* to = mask.resize(size);
        fillDropout(key, {to, static_cast<std::size_t>(size)}, rate);
        return to;
    }
    /// The second shard gathers on its own; null where parameter gradients are not wanted.
    float* gradientsOf(int shard) {
        if (!accumulates) return nullptr;
        return shard == 0 ? gradients.data_ptr<float>() : shardGradients.data();
    }
    void forward(float* reconstruction) {
        onShards(thread, [&](int s) {
            if (s == 1 && accumulates) clearShard(shardGradients.resize(inUse), words.ranges(inUse));
            if (rowsOf(s).count == 0) return;
            passes[s].forward(taskOf(s), reconstruction + rowsOf(s).first, gradientsOf(s));
        });
    }
    void backward(const float* reconstructionGradient, float* latentGradient) {
        onShards(thread, [&](int s) {
            const std::int64_t first = rowsOf(s).first;
            if (rowsOf(s).count == 0) return;
            passes[s].backward(taskOf(s), reconstructionGradient + first, latentGradient + first * shape.latent,
                               gradientsOf(s));
        });
        if (shards == 2 && accumulates) addShard(gradientsOf(0), gradientsOf(1), words.ranges(inUse));
    }
    [[nodiscard]] bool isKnown(const float* reconstructionGradient) const {
        return !whole.knownGradient || std::equal(known.begin(), known.end(), reconstructionGradient);
    }

    ModelShape shape;
    int shards;
    ShardThread* thread;
    std::vector<DecoderPass> passes;
    std::vector<std::int32_t> tokens, inputs;
    DecoderTask whole;  ///< of the whole batch
    torch::Tensor z, gradients;
    bool accumulates = true;
    std::vector<float> known;  ///< [B], whole.knownGradient points into it
    std::int64_t inUse = 0;
    TouchedWords words;
    Scratch maskIn, maskOut, shardGradients;
};

namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

struct DecoderFunction : torch::autograd::Function<DecoderFunction> {
    static torch::Tensor forward(AutogradContext* context, const torch::Tensor&, const torch::Tensor& z,
                                 std::shared_ptr<DecoderWork> work) {
        work->z = z.detach().contiguous();
        auto reconstruction = torch::empty({work->whole.rows});
        work->forward(reconstruction.data_ptr<float>());
        keepWork(context, std::move(work));
        return reconstruction;
    }
    static variable_list backward(AutogradContext* context, variable_list gradients) {
        const auto gradient = gradients[0].contiguous();
        auto& work = keptWork<DecoderWork>(context);
        TORCH_CHECK(work.isKnown(gradient.data_ptr<float>()), "the gradient is not the one that was announced");
        auto latentGradient = torch::empty_like(work.z);
        try {
            work.backward(gradient.data_ptr<float>(), latentGradient.data_ptr<float>());
        } catch (const Interrupted&) {
            latentGradient.zero_();  // The caller looks at the flag after backward().
        }
        return {torch::Tensor(), latentGradient, torch::Tensor()};
    }
};

}  // namespace

DecoderOp::DecoderOp(const ModelShape& shape, ShardThread* thread, const StopFlag* stop)
    : m_shape(shape), m_layout(decoderLayout(shape)), m_thread(thread), m_stop(stop) {}
DecoderOp::~DecoderOp() = default;
DecoderOp::DecoderOp(DecoderOp&&) noexcept = default;

std::shared_ptr<DecoderWork> DecoderOp::idleWork() {
    return idleWorkOf(m_works, [&] { return std::make_shared<DecoderWork>(m_shape, m_thread); });
}

torch::Tensor DecoderOp::apply(const torch::Tensor& values, const torch::Tensor& gradients, const torch::Tensor& z,
                               const TokenView& batch, const DecodeOptions& options) {
    auto work = idleWork();
    work->tokens.assign(batch.tokens.begin(), batch.tokens.end());
    work->words.clear();
    work->words.add(batch.tokens);
    work->words.add(options.inputs);
    work->inputs.assign(options.inputs.begin(), options.inputs.end());
    work->whole = {};
    work->whole.values = values.data_ptr<float>();
    work->whole.rows = work->whole.batchRows = batch.rows;
    work->whole.length = batch.length;
    work->whole.skip = options.skip;
    work->whole.stop = m_stop;
    work->known.assign(static_cast<std::size_t>(batch.rows), options.knownGradient);
    if (options.knownGradient != 0) work->whole.knownGradient = work->known.data();
    work->gradients = gradients;
    work->accumulates = options.parameterGradients == ParameterGradients::Accumulate;
    work->inUse = options.skip ? m_layout.size : m_layout.closedSize;
    work->drawDropout(options);
    return DecoderFunction::apply(values, z, std::move(work));
}

}  // namespace collapsar
