// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/inference_weights.h"

namespace collapsar {
namespace {

TokenGateWeights encoderTokenGates(const Parameters& parameters) {
    const EncoderLayout layout = encoderLayout(parameters.shape);
    return TokenGateWeights({parameters.encoder, layout.embedding, layout.weightIh, layout.biasIh, layout.biasHh});
}

TokenGateWeights decoderTokenGates(const Parameters& parameters) {
    const DecoderLayout layout = decoderLayout(parameters.shape);
    return TokenGateWeights({parameters.decoder, layout.embedding, layout.weightIh, layout.biasIh, layout.biasHh});
}

}  // namespace

EncoderWeights::EncoderWeights(const Parameters& parameters)
    : hidden(parameters.shape.encoderHidden),
      latent(parameters.shape.latent),
      pooling(parameters.pooling),
      tokenGates(encoderTokenGates(parameters)) {
    const EncoderLayout layout = encoderLayout(parameters.shape);
    const float* flat = parameters.encoder.data();
    recurrent.pack({flat + layout.weightHh.offset, hidden, Layout::Transposed}, hidden, layout.weightHh.rows);
    head.pack({flat + layout.head.offset, hidden, Layout::Transposed}, hidden, layout.head.rows);
}

DecoderWeights::DecoderWeights(const Parameters& parameters)
    : vocabulary(parameters.shape.vocabulary),
      hidden(parameters.shape.decoderHidden),
      latent(parameters.shape.latent),
      tokenGates(decoderTokenGates(parameters)) {
    const DecoderLayout layout = decoderLayout(parameters.shape);
    const float* flat = parameters.decoder.data();
    toCell = {flat + layout.latentToCell.offset, latent, latent};
    toGates = {flat + layout.weightIh.offset + parameters.shape.embedding, layout.weightIh.columns, latent};
    recurrent = {flat + layout.weightHh.offset, hidden, hidden};
    output = {flat + layout.output.offset, hidden, hidden};
    if (parameters.skip) skip = {flat + layout.skip.offset, latent, latent};
}

InferenceWeights::InferenceWeights(const Parameters& parameters)
    : latent(parameters.shape.latent), m_impl(std::make_unique<Impl>(parameters)) {}
InferenceWeights::~InferenceWeights() = default;

}  // namespace collapsar
