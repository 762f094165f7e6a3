// SPDX-License-Identifier: GPL-3.0-or-later
/// The LSTM VAE as anyone would write it with torch::nn and autograd: the oracle of the fused operations in tests, and
/// the other side of the update benchmark. Not part of the product.
#pragma once

#include "core/model/parameters.h"

#include <torch/torch.h>

#include <string>
#include <utility>
#include <vector>

namespace collapsar {

inline torch::nn::LSTM plainLstm(int inputs, int hidden) {
    return torch::nn::LSTM(torch::nn::LSTMOptions(inputs, hidden).batch_first(true));
}
inline torch::nn::Linear plainLinear(int inputs, int outputs) {
    return torch::nn::Linear(torch::nn::LinearOptions(inputs, outputs).bias(false));
}

struct StraightforwardEncoder : torch::nn::Module {
    explicit StraightforwardEncoder(const ModelShape& s)
        : embedding(s.vocabulary, s.embedding),
          lstm(plainLstm(s.embedding, s.encoderHidden)),
          linear(plainLinear(s.encoderHidden, 2 * s.latent)) {
        register_module("embedding", embedding);
        register_module("lstm", lstm);
        register_module("linear", linear);
    }

    /// tokens [B, T] int64 -> mean, logVariance
    std::pair<torch::Tensor, torch::Tensor> forward(const torch::Tensor& tokens, Pooling pooling) {
        const auto states = std::get<0>(lstm->forward(embedding->forward(tokens)));
        const auto parts = linear->forward(pooled(states, pooling)).chunk(2, 1);
        return {parts[0], parts[1]};
    }

    static torch::Tensor pooled(const torch::Tensor& states, Pooling pooling) {
        switch (pooling) {
            case Pooling::Last:
                return states.select(1, states.size(1) - 1);
            case Pooling::Mean:
                return states.mean(1);
            case Pooling::Max:
                return std::get<0>(states.max(1));
            case Pooling::AbsMax:
                break;
        }
        return states.gather(1, states.abs().argmax(1, true)).squeeze(1);
    }

    torch::nn::Embedding embedding;
    torch::nn::LSTM lstm;
    torch::nn::Linear linear;
};

/// Factors by which embeddings [B, T - 1, E] and features [B, T - 1, H] are multiplied; undefined: torch's own dropout.
struct StraightforwardDropout {
    double in = 0, out = 0;
    torch::Tensor maskIn, maskOut;
};

struct StraightforwardDecoder : torch::nn::Module {
    explicit StraightforwardDecoder(const ModelShape& s)
        : embedding(s.vocabulary, s.embedding),
          latentToCell(plainLinear(s.latent, s.decoderHidden)),
          lstm(plainLstm(s.embedding + s.latent, s.decoderHidden)),
          output(plainLinear(s.decoderHidden, s.vocabulary)),
          skip(plainLinear(s.latent, s.vocabulary)) {
        register_module("embedding", embedding);
        register_module("latent_to_cell", latentToCell);
        register_module("lstm", lstm);
        register_module("output", output);
        register_module("skip", skip);
    }

    /// z [B, Z], tokens [B, T] -> reconstruction [B]
    torch::Tensor forward(const torch::Tensor& z, const torch::Tensor& tokens, bool skipOpen,
                          const StraightforwardDropout& dropout) {
        const std::int64_t rows = tokens.size(0), steps = tokens.size(1) - 1;
        const auto words = dropped(embedding->forward(tokens.slice(1, 0, steps)), dropout.in, dropout.maskIn);
        const auto latents = z.unsqueeze(1).expand({rows, steps, z.size(1)});
        const auto cell = latentToCell->forward(z).unsqueeze(0);
        const auto states =
            std::get<0>(lstm->forward(torch::cat({words, latents}, 2), std::make_tuple(cell.tanh(), cell)));
        auto logits = output->forward(dropped(states, dropout.out, dropout.maskOut));
        if (skipOpen) logits = logits + skip->forward(z).unsqueeze(1);
        const auto losses = torch::nn::functional::cross_entropy(
            logits.reshape({rows * steps, -1}), tokens.slice(1, 1).reshape({-1}),
            torch::nn::functional::CrossEntropyFuncOptions().reduction(torch::kNone));
        return losses.view({rows, steps}).sum(1);
    }

    torch::Tensor dropped(const torch::Tensor& x, double rate, const torch::Tensor& mask) {
        return mask.defined() ? x * mask : torch::dropout(x, rate, is_training());
    }

    torch::nn::Embedding embedding;
    torch::nn::Linear latentToCell;
    torch::nn::LSTM lstm;
    torch::nn::Linear output, skip;
};

struct StraightforwardVae : torch::nn::Module {
    explicit StraightforwardVae(const ModelShape& shape)
        : encoder(register_module("encoder", std::make_shared<StraightforwardEncoder>(shape))),
          decoder(register_module("decoder", std::make_shared<StraightforwardDecoder>(shape))) {}

    std::shared_ptr<StraightforwardEncoder> encoder;
    std::shared_ptr<StraightforwardDecoder> decoder;
};

/// Copies weights by name from the flat buffers.
inline void loadInto(StraightforwardVae& vae, const Parameters& parameters) {
    torch::NoGradGuard noGradient;
    auto named = vae.named_parameters();
    const auto copy = [&](const std::vector<ParameterBlock>& all, const std::vector<float>& flat) {
        for (const ParameterBlock& block : all) {
            auto& to = named[block.name];
            auto from = torch::from_blob(const_cast<float*>(flat.data()) + block.offset, {block.size()});
            to.copy_(from.view(to.sizes()));
        }
    };
    copy(blocks(encoderLayout(parameters.shape)), parameters.encoder);
    copy(blocks(decoderLayout(parameters.shape)), parameters.decoder);
}

/// KL from each posterior to N(0, I), [B], nats.
inline torch::Tensor plainKl(const torch::Tensor& mean, const torch::Tensor& logVariance) {
    return 0.5 * (mean.pow(2) + logVariance.exp() - logVariance - 1).sum(1);
}

}  // namespace collapsar
