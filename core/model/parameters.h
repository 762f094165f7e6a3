// SPDX-License-Identifier: GPL-3.0-or-later
/// The weights of an LSTM VAE as two flat float buffers, encoder and decoder, and the map of what lies where in them.
/// Torch-free: diagnostics and checkpoints work on these.
/// Source: He et al. 2019 (text model); skip paths: Dieng et al. 2019; other start and biases: Kim et al. 2018. See the
/// layouts for the exact order.
#pragma once

#include "core/report/settings.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace collapsar {

/// Letters: V vocabulary, E embedding, H hidden (encoder and decoder have their own), Z latent, D directions of the
/// encoder, F = D * H what its head reads.
struct ModelShape {
    int vocabulary = 0;
    int embedding = 50;
    int encoderHidden = 50;
    int decoderHidden = 50;
    int latent = 1;  ///< 0: a language model; the decoder alone, from a zero state, and an encoder without weights
    int encoderLayers = 1;
    int decoderLayers = 1;
    EncoderDirection direction = EncoderDirection::Forward;
    DecoderStart start = DecoderStart::He;
    bool biases = false;  ///< of the linear layers: start, head, output
    PosteriorKind posterior = PosteriorKind::Gaussian;
    double deltaKl = 0.15;  ///< nats; matters to PosteriorKind::Delta alone

    bool operator==(const ModelShape&) const = default;
    [[nodiscard]] int directions() const { return direction == EncoderDirection::Both ? 2 : 1; }
    [[nodiscard]] int features() const { return latent > 0 ? directions() * encoderHidden : 0; }
};
/// What the settings say of the model; it is fixed for a run. The vocabulary is the data's.
[[nodiscard]] ModelShape shapeOf(const Settings& settings, int vocabulary);

/// Row-major [rows, columns] block at `offset` (in floats) of a flat buffer. Gate order of LSTM blocks: i, f, g, o.
struct ParameterBlock {
    std::string name;  ///< as in the torch::nn model: encoder.lstm.weight_ih_l0 ...; empty: the model has none
    std::int64_t offset = 0;
    std::int64_t rows = 0;
    std::int64_t columns = 0;

    [[nodiscard]] std::int64_t size() const { return rows * columns; }
};

/// One layer in one direction, over I inputs: weightIh [4H, I], weightHh [4H, H], biasIh and biasHh [4H, 1].
struct LstmBlocks {
    ParameterBlock weightIh, weightHh, biasIh, biasHh;
};

/// Batch normalisation of the posterior means, each block [Z, 1]. Only the bias is trained: the weight is a constant,
/// the rest are running statistics.
struct BatchNormBlocks {
    ParameterBlock bias, weight, runningMean, runningVariance;
};

/// encoder.embedding.weight [V, E]; encoder.lstm.weight_ih_l0, weight_hh_l0, bias_ih_l0, bias_hh_l0 (I = E; layers
/// above: F), each layer's backward direction after its forward one as ..._l0_reverse; encoder.linear.weight [2Z, F]
/// (mean rows, then log variance rows), encoder.linear.bias [2Z, 1] with biases; for PosteriorKind::BatchNorm
/// encoder.batch_norm.bias and, beyond `trainedSize`, encoder.batch_norm.weight, .running_mean, .running_var.
struct EncoderLayout {
    ParameterBlock embedding;
    std::vector<LstmBlocks> lstm;  ///< [layers * D]
    ParameterBlock head, headBias;
    BatchNormBlocks batchNorm;
    std::int64_t size = 0;         ///< floats in all
    std::int64_t trainedSize = 0;  ///< floats that take part in step, norm and moments
};
[[nodiscard]] EncoderLayout encoderLayout(const ModelShape& shape);

/// decoder.embedding.weight [V, E]; decoder.latent_to_cell.weight [H, Z] (He: c0 of the last layer; h0 = tanh c0) or
/// decoder.latent_to_hidden.weight (Kim: h0 of the last layer; c0 = 0), with biases its .bias [H, 1];
/// decoder.lstm.weight_ih_l0 (I = E + Z: embedding columns, then z; layers above: H) and so on; decoder.output.weight
/// [V, H], with biases decoder.output.bias [V, 1]; and last, beyond `closedSize`, the skip paths: decoder.skip.weight
/// [V, Z] and to the gates of each layer above the first decoder.lstm.skip_l1.weight [4H, Z].
struct DecoderLayout {
    ParameterBlock embedding, start, startBias;
    std::vector<LstmBlocks> lstm;  ///< [layers]
    ParameterBlock output, outputBias, skip;
    std::vector<ParameterBlock> layerSkips;  ///< [layers], the first one empty
    std::int64_t size = 0;                   ///< floats in all, skip paths included
    std::int64_t closedSize = 0;             ///< floats in use while the skip paths are closed
};
[[nodiscard]] DecoderLayout decoderLayout(const ModelShape& shape);

/// All blocks of a side in order of offset; those that the model does not have are left out.
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
/// skip paths are drawn too if settings.skip, else zero. Batch normalisation starts with the weight of the settings,
/// bias and running mean 0 and running variance 1.
[[nodiscard]] Parameters initialParameters(const ModelShape& shape, const Settings& settings);
/// Fresh decoder weights, drawn at `update` (Stream::DecoderReset); batch normalisation's bias becomes 0 (Zhu et al.
/// 2020, released code).
void reinitialiseDecoder(Parameters& parameters, const Settings& settings, std::int64_t update);

}  // namespace collapsar
