// SPDX-License-Identifier: GPL-3.0-or-later
/// The weights of an LSTM VAE as two flat float buffers, encoder and decoder, and the map of what lies where in them.
/// Torch-free: diagnostics and checkpoints work on these.
/// Source: He et al. 2019 (text model), skip path: Dieng et al. 2019; see the layout functions for the exact order.
#pragma once

#include "core/report/settings.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace collapsar {

/// Letters: V vocabulary, E embedding, H hidden (encoder and decoder have their own), Z latent.
struct ModelShape {
    int vocabulary = 0;
    int embedding = 50;
    int encoderHidden = 50;
    int decoderHidden = 50;
    int latent = 1;

    bool operator==(const ModelShape&) const = default;
};

/// Row-major [rows, columns] block at `offset` (in floats) of a flat buffer. Gate order of LSTM blocks: i, f, g, o.
struct ParameterBlock {
    std::string name;  ///< as in the torch::nn model: encoder.lstm.weight_ih_l0 ...
    std::int64_t offset = 0;
    std::int64_t rows = 0;
    std::int64_t columns = 0;

    [[nodiscard]] std::int64_t size() const { return rows * columns; }
};

/// encoder.embedding.weight [V, E], encoder.lstm.weight_ih_l0 [4H, E], encoder.lstm.weight_hh_l0 [4H, H],
/// encoder.lstm.bias_ih_l0 [4H, 1], encoder.lstm.bias_hh_l0 [4H, 1], encoder.linear.weight [2Z, H] (mean rows, then log
/// variance rows; no bias).
struct EncoderLayout {
    ParameterBlock embedding, weightIh, weightHh, biasIh, biasHh, head;
    std::int64_t size = 0;  ///< floats in all
};
[[nodiscard]] EncoderLayout encoderLayout(const ModelShape& shape);

/// decoder.embedding.weight [V, E], decoder.latent_to_cell.weight [H, Z] (c0; h0 = tanh c0; no bias),
/// decoder.lstm.weight_ih_l0 [4H, E + Z] (embedding columns, then z), decoder.lstm.weight_hh_l0 [4H, H],
/// decoder.lstm.bias_ih_l0, bias_hh_l0 [4H, 1], decoder.output.weight [V, H] (no bias), and last, outside `openSize`,
/// decoder.skip.weight [V, Z].
struct DecoderLayout {
    ParameterBlock embedding, latentToCell, weightIh, weightHh, biasIh, biasHh, output, skip;
    std::int64_t size = 0;        ///< floats in all, skip path included
    std::int64_t closedSize = 0;  ///< floats in use while the skip path is closed
};
[[nodiscard]] DecoderLayout decoderLayout(const ModelShape& shape);

/// All blocks of a side in order of offset.
[[nodiscard]] std::vector<ParameterBlock> blocks(const EncoderLayout& layout);
[[nodiscard]] std::vector<ParameterBlock> blocks(const DecoderLayout& layout);

/// The weights with the switches that decide how they are used. A copy is a snapshot; diagnostics take it const.
struct Parameters {
    ModelShape shape;
    std::vector<float> encoder;  ///< encoderLayout(shape).size
    std::vector<float> decoder;  ///< decoderLayout(shape).size
    Pooling pooling = Pooling::Last;
    bool skip = false;
};
using ParametersPointer = std::shared_ptr<const Parameters>;

/// Uniform in +- initScale, embeddings in +- embeddingInitScale, drawn by parameter name (Stream::Initialisation). The
/// skip path is drawn too if settings.skip, else zero.
[[nodiscard]] Parameters initialParameters(const ModelShape& shape, const Settings& settings);
/// Fresh decoder weights, drawn at `update` (Stream::DecoderReset).
void reinitialiseDecoder(Parameters& parameters, const Settings& settings, std::int64_t update);

}  // namespace collapsar
