// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/safetensors.h"

#include "core/checkpoint/atomic_file.h"
#include "core/checkpoint/settings_json.h"
#include "core/report/number_text.h"
#include "core/report/settings_table.h"

#include <nlohmann/json.hpp>

#include <bit>
#include <cstring>

namespace collapsar {

namespace {

using Json = nlohmann::ordered_json;

static_assert(std::endian::native == std::endian::little, "tensors are written as they lie in memory");

constexpr std::size_t alignment = 64;

/// Biases and what belongs to batch normalisation are vectors; all other blocks are matrices even when they have one
/// column.
Json shapeOf(const ParameterBlock& block) {
    if (block.name.find(".bias") != std::string::npos || block.name.find(".batch_norm.") != std::string::npos)
        return Json::array({block.rows});
    return Json::array({block.rows, block.columns});
}

/// Settings on one line.
std::string settingsLine(const Settings& settings) {
    return Json::parse(settingsToJson(settings)).dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// What becomes of the encoder head's outputs; nothing for a Gaussian posterior.
std::string constraintNote(const ModelShape& shape) {
    switch (shape.posterior) {
        case PosteriorKind::Gaussian:
            break;
        case PosteriorKind::BatchNorm:
            return "; encoder.batch_norm blocks load into torch nn.BatchNorm1d, which the means go through";
        case PosteriorKind::Delta:
            return "; with the head's rows m and a, delta = " + numberText(shape.deltaKl) +
                   " and l < u the roots s of ln s^2 - s^2 + 2 delta + 1 = 0: sd = l + (u - l) sigmoid(a), "
                   "mean = sqrt(2 delta + 1 + ln sd^2 - sd^2 + relu(m) + 1e-6)";
    }
    return {};
}

/// How the tensors work together.
std::string noteOf(const ModelShape& shape) {
    if (shape.latent == 0) {
        return "a language model: LSTM blocks load into torch nn.LSTM, which starts at zero and reads the embedding; "
               "logits = output.weight h" +
               std::string(shape.biases ? " + output.bias" : "");
    }
    std::string note =
        "LSTM blocks load into torch nn.LSTM; encoder.linear.weight holds mean rows, then log variance rows; ";
    if (shape.directions() == 2) note += "its columns are the forward direction's features, then the backward one's; ";
    note += shape.start == DecoderStart::He ? "c0 = latent_to_cell.weight z, h0 = tanh c0; "
                                            : "h0 = latent_to_hidden.weight z, c0 = 0; ";
    if (shape.decoderLayers > 1) note += "that is the last layer's start, other layers start at zero; ";
    note += "decoder input is the embedding, then z; logits = output.weight h, plus skip.weight z while skip is on";
    if (shape.decoderLayers > 1) note += "; a layer's gates are then given skip_l<layer>.weight z too";
    if (shape.biases) note += "; linear layers add their bias";
    return note + constraintNote(shape);
}

Json metadataOf(const WeightsOrigin& origin, const Parameters& weights) {
    Json switches = Json::array();
    for (const Intervention& made : origin.switches)
        switches.push_back(interventionText(made));
    Settings inForce;
    inForce.pooling = weights.pooling;
    inForce.skip = weights.skip;
    // All values are texts: the format allows nothing else here.
    return {{"format", "pt"},
            {"program", "Collapsar " COLLAPSAR_VERSION},
            {"run", origin.name},
            {"run_id", origin.id},
            {"parent_id", origin.parent},
            {"update", numberText(origin.at.update)},
            {"inner", numberText(origin.at.inner)},
            {"seed", numberText(origin.settings.seed)},
            {"settings", settingsLine(origin.settings)},
            {"switches", switches.dump()},
            {"pooling", settingText(inForce, "pooling")},
            {"skip", settingText(inForce, "skip")},
            {"numerics", origin.numerics},
            {"gate_order", "i, f, g, o"},
            {"note", noteOf(weights.shape)}};
}

/// Adds a side's tensors to the header; returns where they end.
std::size_t addTensors(Json& header, const std::vector<ParameterBlock>& sideBlocks, std::size_t begin) {
    std::size_t end = begin;
    for (const ParameterBlock& block : sideBlocks) {
        const std::size_t from = begin + static_cast<std::size_t>(block.offset) * sizeof(float);
        end = from + static_cast<std::size_t>(block.size()) * sizeof(float);
        header[block.name] = {{"dtype", "F32"}, {"shape", shapeOf(block)}, {"data_offsets", {from, end}}};
    }
    return end;
}

void append(std::string& bytes, const std::vector<float>& values) {
    const std::size_t begin = bytes.size();
    bytes.resize(begin + values.size() * sizeof(float));
    std::memcpy(bytes.data() + begin, values.data(), values.size() * sizeof(float));
}

}  // namespace

std::string safetensorsHeader(const WeightsOrigin& origin, const Parameters& weights) {
    Json header;
    header["__metadata__"] = metadataOf(origin, weights);
    const std::size_t decoderBegin = addTensors(header, blocks(encoderLayout(weights.shape)), 0);
    addTensors(header, blocks(decoderLayout(weights.shape)), decoderBegin);
    return header.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string safetensorsBytes(const WeightsOrigin& origin, const Parameters& weights) {
    std::string header = safetensorsHeader(origin, weights);
    constexpr std::size_t lengthBytes = sizeof(std::uint64_t);
    header.append((alignment - (lengthBytes + header.size()) % alignment) % alignment, ' ');
    const std::uint64_t length = header.size();
    std::string bytes(lengthBytes, '\0');
    bytes.reserve(lengthBytes + header.size() + (weights.encoder.size() + weights.decoder.size()) * sizeof(float));
    std::memcpy(bytes.data(), &length, lengthBytes);
    bytes += header;
    append(bytes, weights.encoder);
    append(bytes, weights.decoder);
    return bytes;
}

Result<void> writeSafetensors(const std::filesystem::path& path, const WeightsOrigin& origin,
                              const Parameters& weights) {
    return writeFileAtomically(path, safetensorsBytes(origin, weights));
}

}  // namespace collapsar
