// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/parameters.h"

#include "core/nn/philox.h"

#include <algorithm>
#include <span>
#include <utility>

namespace collapsar {
namespace {

/// Puts blocks one after the other.
class Stack {
public:
    [[nodiscard]] ParameterBlock add(std::string name, std::int64_t rows, std::int64_t columns) {
        ParameterBlock block{std::move(name), m_size, rows, columns};
        m_size += block.size();
        return block;
    }
    [[nodiscard]] std::int64_t size() const { return m_size; }

private:
    std::int64_t m_size = 0;
};

struct InitialScales {
    float weights = 0;
    float embedding = 0;
};

InitialScales scalesOf(const Settings& settings) {
    return {static_cast<float>(settings.initScale), static_cast<float>(settings.embeddingInitScale)};
}

void drawBlock(std::vector<float>& flat, const ParameterBlock& block, const DrawKey& key, float scale) {
    const std::span<float> values(flat.data() + block.offset, static_cast<std::size_t>(block.size()));
    fillUniform(key, values, -scale, scale);
}

DrawKey initialKey(std::uint64_t seed, const ParameterBlock& block) {
    return {.seed = seed, .stream = Stream::Initialisation, .update = nameHash(block.name)};
}

DrawKey resetKey(std::uint64_t seed, const ParameterBlock& block, std::int64_t update) {
    return {.seed = seed,
            .stream = Stream::DecoderReset,
            .update = static_cast<std::uint64_t>(update),
            .inner = static_cast<std::uint32_t>(nameHash(block.name))};
}

/// Draws every block of the decoder but closed skip paths, which become zero. `keyOf` gives each block its key.
template <typename KeyOf>
void drawDecoder(Parameters& parameters, const InitialScales& scales, KeyOf keyOf) {
    const DecoderLayout layout = decoderLayout(parameters.shape);
    parameters.decoder.assign(static_cast<std::size_t>(layout.size), 0.0F);
    for (const ParameterBlock& block : blocks(layout)) {
        if (block.offset >= layout.closedSize && !parameters.skip) continue;
        const bool isEmbedding = block.name == layout.embedding.name;
        drawBlock(parameters.decoder, block, keyOf(block), isEmbedding ? scales.embedding : scales.weights);
    }
}

struct LstmWidths {
    std::int64_t inputs = 0, hidden = 0;
};

/// `place`: "l0", "l1_reverse" ...
LstmBlocks addLstm(Stack& stack, const std::string& side, const std::string& place, const LstmWidths& widths) {
    const std::int64_t gates = 4 * widths.hidden;
    LstmBlocks lstm;
    lstm.weightIh = stack.add(side + ".lstm.weight_ih_" + place, gates, widths.inputs);
    lstm.weightHh = stack.add(side + ".lstm.weight_hh_" + place, gates, widths.hidden);
    lstm.biasIh = stack.add(side + ".lstm.bias_ih_" + place, gates, 1);
    lstm.biasHh = stack.add(side + ".lstm.bias_hh_" + place, gates, 1);
    return lstm;
}

void addBatchNorm(Stack& stack, EncoderLayout& layout, std::int64_t latent) {
    BatchNormBlocks& norm = layout.batchNorm;
    norm.bias = stack.add("encoder.batch_norm.bias", latent, 1);
    layout.trainedSize = stack.size();
    norm.weight = stack.add("encoder.batch_norm.weight", latent, 1);
    norm.runningMean = stack.add("encoder.batch_norm.running_mean", latent, 1);
    norm.runningVariance = stack.add("encoder.batch_norm.running_var", latent, 1);
}

void fill(std::vector<float>& flat, const ParameterBlock& block, double value) {
    std::fill_n(flat.begin() + block.offset, block.size(), static_cast<float>(value));
}

void append(std::vector<ParameterBlock>& all, const ParameterBlock& block) {
    if (block.size() > 0) all.push_back(block);
}

void append(std::vector<ParameterBlock>& all, const std::vector<LstmBlocks>& layers) {
    for (const LstmBlocks& lstm : layers)
        all.insert(all.end(), {lstm.weightIh, lstm.weightHh, lstm.biasIh, lstm.biasHh});
}

}  // namespace

ModelShape shapeOf(const Settings& settings, int vocabulary) {
    return {.vocabulary = vocabulary,
            .embedding = settings.embedding,
            .encoderHidden = settings.encoderHidden,
            .decoderHidden = settings.decoderHidden,
            .latent = settings.latent,
            .encoderLayers = settings.encoderLayers,
            .decoderLayers = settings.decoderLayers,
            .direction = settings.encoderDirection,
            .start = settings.decoderStart,
            .biases = settings.modelBiases,
            .posterior = settings.posterior,
            .deltaKl = settings.deltaKl};
}

EncoderLayout encoderLayout(const ModelShape& shape) {
    EncoderLayout layout;
    if (shape.latent == 0) return layout;
    Stack stack;
    layout.embedding = stack.add("encoder.embedding.weight", shape.vocabulary, shape.embedding);
    for (int layer = 0; layer < shape.encoderLayers; ++layer) {
        const LstmWidths widths{layer == 0 ? shape.embedding : shape.features(), shape.encoderHidden};
        const std::string place = "l" + std::to_string(layer);
        layout.lstm.push_back(addLstm(stack, "encoder", place, widths));
        if (shape.directions() == 2) layout.lstm.push_back(addLstm(stack, "encoder", place + "_reverse", widths));
    }
    const std::int64_t outputs = 2 * std::int64_t{shape.latent};
    layout.head = stack.add("encoder.linear.weight", outputs, shape.features());
    if (shape.biases) layout.headBias = stack.add("encoder.linear.bias", outputs, 1);
    layout.trainedSize = stack.size();
    if (shape.posterior == PosteriorKind::BatchNorm) addBatchNorm(stack, layout, shape.latent);
    layout.size = stack.size();
    return layout;
}

DecoderLayout decoderLayout(const ModelShape& shape) {
    const std::string start = shape.start == DecoderStart::Kim ? "decoder.latent_to_hidden" : "decoder.latent_to_cell";
    const std::int64_t gates = 4 * std::int64_t{shape.decoderHidden};
    Stack stack;
    DecoderLayout layout;
    layout.embedding = stack.add("decoder.embedding.weight", shape.vocabulary, shape.embedding);
    layout.start = stack.add(start + ".weight", shape.decoderHidden, shape.latent);
    if (shape.biases && shape.latent > 0) layout.startBias = stack.add(start + ".bias", shape.decoderHidden, 1);
    for (int layer = 0; layer < shape.decoderLayers; ++layer) {
        const std::int64_t inputs = layer == 0 ? std::int64_t{shape.embedding} + shape.latent : shape.decoderHidden;
        layout.lstm.push_back(addLstm(stack, "decoder", "l" + std::to_string(layer), {inputs, shape.decoderHidden}));
    }
    layout.output = stack.add("decoder.output.weight", shape.vocabulary, shape.decoderHidden);
    if (shape.biases) layout.outputBias = stack.add("decoder.output.bias", shape.vocabulary, 1);
    layout.closedSize = stack.size();
    layout.skip = stack.add("decoder.skip.weight", shape.vocabulary, shape.latent);
    layout.layerSkips.resize(1);
    for (int layer = 1; layer < shape.decoderLayers; ++layer) {
        const std::string name = "decoder.lstm.skip_l" + std::to_string(layer) + ".weight";
        layout.layerSkips.push_back(stack.add(name, gates, shape.latent));
    }
    layout.size = stack.size();
    return layout;
}

std::vector<ParameterBlock> blocks(const EncoderLayout& layout) {
    std::vector<ParameterBlock> all;
    append(all, layout.embedding);
    append(all, layout.lstm);
    append(all, layout.head);
    append(all, layout.headBias);
    append(all, layout.batchNorm.bias);
    append(all, layout.batchNorm.weight);
    append(all, layout.batchNorm.runningMean);
    append(all, layout.batchNorm.runningVariance);
    return all;
}

std::vector<ParameterBlock> blocks(const DecoderLayout& layout) {
    std::vector<ParameterBlock> all;
    append(all, layout.embedding);
    append(all, layout.start);
    append(all, layout.startBias);
    append(all, layout.lstm);
    append(all, layout.output);
    append(all, layout.outputBias);
    append(all, layout.skip);
    for (const ParameterBlock& skip : layout.layerSkips)
        append(all, skip);
    return all;
}

Parameters initialParameters(const ModelShape& shape, const Settings& settings) {
    Parameters parameters{
        .shape = shape, .encoder = {}, .decoder = {}, .pooling = settings.pooling, .skip = settings.skip};
    const InitialScales scales = scalesOf(settings);
    const EncoderLayout layout = encoderLayout(shape);
    parameters.encoder.resize(static_cast<std::size_t>(layout.size));
    for (const ParameterBlock& block : blocks(layout)) {
        const bool isEmbedding = block.name == layout.embedding.name;
        const float scale = isEmbedding ? scales.embedding : scales.weights;
        drawBlock(parameters.encoder, block, initialKey(settings.seed, block), scale);
    }
    fill(parameters.encoder, layout.batchNorm.bias, 0);
    fill(parameters.encoder, layout.batchNorm.weight, settings.batchNormGamma);
    fill(parameters.encoder, layout.batchNorm.runningMean, 0);
    fill(parameters.encoder, layout.batchNorm.runningVariance, 1);
    drawDecoder(parameters, scales, [&](const ParameterBlock& block) { return initialKey(settings.seed, block); });
    return parameters;
}

/// An open skip path (as `parameters` has it) is drawn afresh too, a closed one becomes zero.
void reinitialiseDecoder(Parameters& parameters, const Settings& settings, std::int64_t update) {
    drawDecoder(parameters, scalesOf(settings),
                [&](const ParameterBlock& block) { return resetKey(settings.seed, block, update); });
    fill(parameters.encoder, encoderLayout(parameters.shape).batchNorm.bias, 0);
}

}  // namespace collapsar
