// SPDX-License-Identifier: GPL-3.0-or-later
/// Weights as one safetensors file (https://github.com/huggingface/safetensors): 8 bytes little-endian length of the
/// JSON header, the header filled up with spaces so that the data begin at a multiple of 64 bytes, then all tensors
/// without gaps, little-endian float32, row-major.
///
/// Names and shapes are those of parameters.h, which are torch's: encoder.lstm.* and decoder.lstm.* load into nn.LSTM
/// as they are (gate order i, f, g, o; biases [4H]). V words, E embedding, H hidden, Z latent:
///   encoder.embedding.weight [V, E], encoder.lstm.weight_ih_l0 [4H, E], encoder.lstm.weight_hh_l0 [4H, H],
///   encoder.lstm.bias_ih_l0 [4H], encoder.lstm.bias_hh_l0 [4H], encoder.linear.weight [2Z, H] (means, log variances),
///   decoder.embedding.weight [V, E], decoder.latent_to_cell.weight [H, Z], decoder.lstm.weight_ih_l0 [4H, E + Z]
///   (embedding, then z), decoder.lstm.weight_hh_l0 [4H, H], decoder.lstm.bias_ih_l0 [4H], decoder.lstm.bias_hh_l0
///   [4H], decoder.output.weight [V, H], decoder.skip.weight [V, Z] (counts only while "skip" is on). BN-VAE has
///   encoder.batch_norm.bias, .weight, .running_mean, .running_var [Z] after encoder.linear, for nn.BatchNorm1d.
#pragma once

#include "core/model/parameters.h"
#include "core/report/intervention.h"
#include "core/report/result.h"
#include "core/report/settings.h"

#include <filesystem>
#include <string>
#include <vector>

namespace collapsar {

/// Where the weights come from. In the file: texts under __metadata__, with pooling and skip as in force.
struct WeightsOrigin {
    std::string name, id, parent;        ///< of the run
    Settings settings;                   ///< as started
    std::vector<Intervention> switches;  ///< made up to `at`
    Position at;
    std::string numerics;
};

/// The header's JSON alone, not filled up.
[[nodiscard]] std::string safetensorsHeader(const WeightsOrigin& origin, const Parameters& weights);
/// The whole file. Any thread.
[[nodiscard]] std::string safetensorsBytes(const WeightsOrigin& origin, const Parameters& weights);
/// Atomic. errors  FileUnwritable. Blocks on the disk.
[[nodiscard]] Result<void> writeSafetensors(const std::filesystem::path& path, const WeightsOrigin& origin,
                                            const Parameters& weights);

}  // namespace collapsar
