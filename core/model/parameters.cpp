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

/// Draws every block of the decoder but a closed skip path, which becomes zero. `keyOf` gives each block its key.
template <typename KeyOf>
void drawDecoder(Parameters& parameters, const InitialScales& scales, KeyOf keyOf) {
    const DecoderLayout layout = decoderLayout(parameters.shape);
    parameters.decoder.assign(static_cast<std::size_t>(layout.size), 0.0F);
    for (const ParameterBlock& block : blocks(layout)) {
        if (block.name == layout.skip.name && !parameters.skip) continue;
        const bool isEmbedding = block.name == layout.embedding.name;
        drawBlock(parameters.decoder, block, keyOf(block), isEmbedding ? scales.embedding : scales.weights);
    }
}

}  // namespace

EncoderLayout encoderLayout(const ModelShape& shape) {
    const std::int64_t gates = 4 * std::int64_t{shape.encoderHidden};
    Stack stack;
    EncoderLayout layout;
    layout.embedding = stack.add("encoder.embedding.weight", shape.vocabulary, shape.embedding);
    layout.weightIh = stack.add("encoder.lstm.weight_ih_l0", gates, shape.embedding);
    layout.weightHh = stack.add("encoder.lstm.weight_hh_l0", gates, shape.encoderHidden);
    layout.biasIh = stack.add("encoder.lstm.bias_ih_l0", gates, 1);
    layout.biasHh = stack.add("encoder.lstm.bias_hh_l0", gates, 1);
    layout.head = stack.add("encoder.linear.weight", 2 * std::int64_t{shape.latent}, shape.encoderHidden);
    layout.size = stack.size();
    return layout;
}

DecoderLayout decoderLayout(const ModelShape& shape) {
    const std::int64_t gates = 4 * std::int64_t{shape.decoderHidden};
    Stack stack;
    DecoderLayout layout;
    layout.embedding = stack.add("decoder.embedding.weight", shape.vocabulary, shape.embedding);
    layout.latentToCell = stack.add("decoder.latent_to_cell.weight", shape.decoderHidden, shape.latent);
    layout.weightIh = stack.add("decoder.lstm.weight_ih_l0", gates, std::int64_t{shape.embedding} + shape.latent);
    layout.weightHh = stack.add("decoder.lstm.weight_hh_l0", gates, shape.decoderHidden);
    layout.biasIh = stack.add("decoder.lstm.bias_ih_l0", gates, 1);
    layout.biasHh = stack.add("decoder.lstm.bias_hh_l0", gates, 1);
    layout.output = stack.add("decoder.output.weight", shape.vocabulary, shape.decoderHidden);
    layout.closedSize = stack.size();
    layout.skip = stack.add("decoder.skip.weight", shape.vocabulary, shape.latent);
    layout.size = stack.size();
    return layout;
}

std::vector<ParameterBlock> blocks(const EncoderLayout& layout) {
    return {layout.embedding, layout.weightIh, layout.weightHh, layout.biasIh, layout.biasHh, layout.head};
}

std::vector<ParameterBlock> blocks(const DecoderLayout& layout) {
    return {layout.embedding, layout.latentToCell, layout.weightIh, layout.weightHh,
            layout.biasIh,    layout.biasHh,       layout.output,   layout.skip};
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
    drawDecoder(parameters, scales, [&](const ParameterBlock& block) { return initialKey(settings.seed, block); });
    return parameters;
}

/// An open skip path (as `parameters` has it) is drawn afresh too, a closed one becomes zero.
void reinitialiseDecoder(Parameters& parameters, const Settings& settings, std::int64_t update) {
    drawDecoder(parameters, scalesOf(settings),
                [&](const ParameterBlock& block) { return resetKey(settings.seed, block, update); });
}

}  // namespace collapsar
