// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/inference_weights.h"

namespace collapsar {
namespace {

TokenGateWeights tokenGatesOf(const std::vector<float>& flat, const ParameterBlock& embedding, const LstmBlocks& lstm) {
    return TokenGateWeights({flat, embedding, lstm.weightIh, lstm.biasIh, lstm.biasHh});
}

TokenGateWeights decoderTokenGates(const Parameters& parameters) {
    const DecoderLayout layout = decoderLayout(parameters.shape);
    return tokenGatesOf(parameters.decoder, layout.embedding, layout.lstm.front());
}

/// Both biases of an LSTM, which always come together.
std::vector<float> biasOf(const std::vector<float>& flat, const LstmBlocks& lstm) {
    std::vector<float> bias;
    for (std::int64_t g = 0; g < lstm.biasIh.rows; ++g) {
        bias.push_back(flat[static_cast<std::size_t>(lstm.biasIh.offset + g)] +
                       flat[static_cast<std::size_t>(lstm.biasHh.offset + g)]);
    }
    return bias;
}

std::vector<float> valuesOf(const std::vector<float>& flat, const ParameterBlock& block) {
    return {flat.begin() + block.offset, flat.begin() + block.offset + block.size()};
}

WeightRows rowsOf(const std::vector<float>& flat, const ParameterBlock& block) {
    return {flat.data() + block.offset, block.columns, block.columns};
}

}  // namespace

EncoderWeights::EncoderWeights(const Parameters& parameters)
    : hidden(parameters.shape.encoderHidden),
      latent(parameters.shape.latent),
      layers(parameters.shape.encoderLayers),
      directions(parameters.shape.directions()),
      pooling(parameters.pooling),
      constraint(parameters) {
    const EncoderLayout layout = encoderLayout(parameters.shape);
    const float* flat = parameters.encoder.data();
    lstm.resize(layout.lstm.size());
    for (std::size_t i = 0; i < lstm.size(); ++i) {
        const LstmBlocks& blocks = layout.lstm[i];
        const std::int64_t gates = blocks.weightHh.rows, inputs = blocks.weightIh.columns;
        lstm[i].recurrent.pack({flat + blocks.weightHh.offset, hidden, Layout::Transposed}, hidden, gates);
        if (i < static_cast<std::size_t>(directions)) {
            tokenGates.push_back(tokenGatesOf(parameters.encoder, layout.embedding, blocks));
            continue;
        }
        lstm[i].input.pack({flat + blocks.weightIh.offset, inputs, Layout::Transposed}, inputs, gates);
        lstm[i].bias = biasOf(parameters.encoder, blocks);
    }
    heads.resize(layout.lstm.empty() ? 0 : static_cast<std::size_t>(directions));
    for (std::size_t d = 0; d < heads.size(); ++d) {
        const float* from = flat + layout.head.offset + static_cast<std::int64_t>(d) * hidden;
        heads[d].pack({from, layout.head.columns, Layout::Transposed}, hidden, layout.head.rows);
    }
    headBias = valuesOf(parameters.encoder, layout.headBias);
}

DecoderWeights::DecoderWeights(const Parameters& parameters)
    : vocabulary(parameters.shape.vocabulary),
      hidden(parameters.shape.decoderHidden),
      latent(parameters.shape.latent),
      start(parameters.shape.start),
      tokenGates(decoderTokenGates(parameters)) {
    const DecoderLayout layout = decoderLayout(parameters.shape);
    const std::vector<float>& flat = parameters.decoder;
    const LstmBlocks& first = layout.lstm.front();
    const bool isOpen = parameters.skip && latent > 0;
    toStart = rowsOf(flat, layout.start);
    startBias = valuesOf(flat, layout.startBias);
    toGates = {flat.data() + first.weightIh.offset + parameters.shape.embedding, first.weightIh.columns, latent};
    recurrent = rowsOf(flat, first.weightHh);
    for (std::size_t layer = 1; layer < layout.lstm.size(); ++layer) {
        const LstmBlocks& blocks = layout.lstm[layer];
        upper.push_back({.input = rowsOf(flat, blocks.weightIh),
                         .recurrent = rowsOf(flat, blocks.weightHh),
                         .skip = isOpen ? rowsOf(flat, layout.layerSkips[layer]) : WeightRows{},
                         .bias = biasOf(flat, blocks)});
    }
    output = rowsOf(flat, layout.output);
    if (isOpen) constant = rowsOf(flat, layout.skip);
    skipped = isOpen ? latent : 0;
    if (parameters.shape.biases) joinBias(parameters, layout);
}

/// A copy of the skip path with the vocabulary's bias as a last column.
void DecoderWeights::joinBias(const Parameters& parameters, const DecoderLayout& layout) {
    const float* bias = parameters.decoder.data() + layout.outputBias.offset;
    for (std::int64_t word = 0; word < vocabulary; ++word) {
        const float* from = constant.data + word * constant.stride;
        m_joined.insert(m_joined.end(), from, from + constant.depth);
        m_joined.push_back(bias[word]);
    }
    constant = {m_joined.data(), constant.depth + 1, constant.depth + 1};
}

InferenceWeights::InferenceWeights(ParametersPointer parameters)
    : latent(parameters->shape.latent),
      features(parameters->shape.features()),
      m_impl(std::make_unique<Impl>(std::move(parameters))) {}
InferenceWeights::InferenceWeights(const Parameters& parameters)
    : InferenceWeights(ParametersPointer(ParametersPointer(), &parameters)) {}  // owns nothing
InferenceWeights::~InferenceWeights() = default;

const ModelShape& InferenceWeights::shape() const {
    return m_impl->parameters.shape;
}

}  // namespace collapsar
