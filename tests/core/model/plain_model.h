// SPDX-License-Identifier: GPL-3.0-or-later
/// Every variant of the model as anyone would write it with torch and autograd, in double precision: the oracle of
/// training and inference alike. It owes nothing to the code under test but the names of the weights.
#pragma once

#include "core/model/parameters.h"

#include <torch/torch.h>

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace collapsar {

/// Factors by which embeddings [B, T - 1, E] and features [B, T - 1, H] are multiplied; undefined: none.
struct PlainDropout {
    torch::Tensor in, out;
};

class PlainModel {
public:
    explicit PlainModel(const Parameters& parameters) : m_shape(parameters.shape), m_skip(parameters.skip) {
        add(blocks(encoderLayout(m_shape)), parameters.encoder);
        add(blocks(decoderLayout(m_shape)), parameters.decoder);
        if (m_shape.latent == 0) return;
        auto options = torch::nn::LSTMOptions(m_shape.embedding, m_shape.encoderHidden)
                           .num_layers(m_shape.encoderLayers)
                           .bidirectional(m_shape.directions() == 2)
                           .batch_first(true);
        m_encoder = torch::nn::LSTM(options);
        m_encoder->to(torch::kFloat64);
        torch::NoGradGuard noGradient;
        for (auto& weight : m_encoder->named_parameters())
            weight.value().copy_(m_weights.at("encoder.lstm." + weight.key()));
    }

    /// Where the way back leaves the gradient of a block; undefined: the block has none.
    [[nodiscard]] torch::Tensor gradient(const std::string& name) const {
        const std::string lstm = "encoder.lstm.";
        if (name.rfind(lstm, 0) == 0) return m_encoder->named_parameters()[name.substr(lstm.size())].grad();
        return m_weights.at(name).grad();
    }

    /// tokens [B, T] int64 -> what the head reads, [B, F].
    [[nodiscard]] torch::Tensor features(const torch::Tensor& tokens, Pooling pooling) {
        const auto words = torch::embedding(m_weights.at("encoder.embedding.weight"), tokens);
        const auto states = std::get<0>(m_encoder->forward(words));
        const std::int64_t length = tokens.size(1), hidden = m_shape.encoderHidden;
        switch (pooling) {
            case Pooling::Last:
                if (m_shape.directions() == 1) return states.select(1, length - 1);
                return torch::cat(
                    {states.select(1, length - 1).slice(1, 0, hidden), states.select(1, 0).slice(1, hidden)}, 1);
            case Pooling::Mean:
                return states.mean(1);
            case Pooling::Max:
                return std::get<0>(states.max(1));
            case Pooling::AbsMax:
                break;
        }
        return states.gather(1, states.abs().argmax(1, true)).squeeze(1);
    }

    /// -> mean, log variance
    [[nodiscard]] std::pair<torch::Tensor, torch::Tensor> encode(const torch::Tensor& tokens, Pooling pooling) {
        const auto parts =
            torch::linear(features(tokens, pooling), m_weights.at("encoder.linear.weight"), bias("encoder.linear.bias"))
                .chunk(2, 1);
        return {parts[0], parts[1]};
    }

    /// z [B, Z], tokens [B, T] -> -log p of each predicted word, [B, T - 1]. `inputs` [B, T]: what is read instead of
    /// tokens.
    [[nodiscard]] torch::Tensor decode(const torch::Tensor& z, const torch::Tensor& tokens,
                                       const PlainDropout& dropout = {}, const torch::Tensor& inputs = {}) {
        const std::int64_t rows = tokens.size(0), steps = tokens.size(1) - 1;
        const auto latents = z.unsqueeze(1).expand({rows, steps, z.size(1)});
        auto states = torch::embedding(m_weights.at("decoder.embedding.weight"),
                                       (inputs.defined() ? inputs : tokens).slice(1, 0, steps));
        if (dropout.in.defined()) states = states * dropout.in;
        states = torch::cat({states, latents}, 2);
        for (int layer = 0; layer < m_shape.decoderLayers; ++layer)
            states = decoderLayer(layer, states, z, latents);
        if (dropout.out.defined()) states = states * dropout.out;
        auto logits = torch::linear(states, m_weights.at("decoder.output.weight"), bias("decoder.output.bias"));
        if (isOpen()) logits = logits + torch::linear(latents, m_weights.at("decoder.skip.weight"));
        const auto losses = torch::nn::functional::cross_entropy(
            logits.reshape({rows * steps, -1}), tokens.slice(1, 1).reshape({-1}),
            torch::nn::functional::CrossEntropyFuncOptions().reduction(torch::kNone));
        return losses.view({rows, steps});
    }

private:
    void add(const std::vector<ParameterBlock>& all, const std::vector<float>& flat) {
        for (const ParameterBlock& block : all) {
            auto values = torch::from_blob(const_cast<float*>(flat.data()) + block.offset, {block.size()});
            const bool isVector = block.name.find(".bias") != std::string::npos;
            auto own = values.to(torch::kFloat64).clone();
            if (!isVector) own = own.view({block.rows, block.columns});
            m_weights[block.name] = own.detach().requires_grad_(true);
        }
    }

    [[nodiscard]] bool isOpen() const { return m_skip && m_shape.latent > 0; }
    [[nodiscard]] torch::Tensor bias(const std::string& name) const {
        return m_shape.biases ? m_weights.at(name) : torch::Tensor();
    }

    torch::Tensor decoderLayer(int layer, const torch::Tensor& inputs, const torch::Tensor& z,
                               const torch::Tensor& latents) {
        const std::string place = "l" + std::to_string(layer), lstm = "decoder.lstm.";
        auto cell = torch::zeros({1, z.size(0), m_shape.decoderHidden}, torch::kFloat64), state = cell;
        if (layer + 1 == m_shape.decoderLayers && m_shape.latent > 0) {
            const bool isHe = m_shape.start == DecoderStart::He;
            const std::string name = isHe ? "decoder.latent_to_cell" : "decoder.latent_to_hidden";
            const auto start = torch::linear(z, m_weights.at(name + ".weight"), bias(name + ".bias")).unsqueeze(0);
            if (isHe) cell = start;
            state = isHe ? start.tanh() : start;
        }
        auto weightIh = m_weights.at(lstm + "weight_ih_" + place), words = inputs;
        if (layer > 0 && isOpen()) {
            weightIh = torch::cat({weightIh, m_weights.at(lstm + "skip_" + place + ".weight")}, 1);
            words = torch::cat({words, latents}, 2);
        }
        return std::get<0>(
            torch::lstm(words, {state, cell},
                        {weightIh, m_weights.at(lstm + "weight_hh_" + place), m_weights.at(lstm + "bias_ih_" + place),
                         m_weights.at(lstm + "bias_hh_" + place)},
                        true, 1, 0.0, false, false, true));
    }

    ModelShape m_shape;
    bool m_skip;
    std::map<std::string, torch::Tensor> m_weights;
    torch::nn::LSTM m_encoder{nullptr};
};

}  // namespace collapsar
