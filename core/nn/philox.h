// SPDX-License-Identifier: GPL-3.0-or-later
/// Counter-based random numbers: Philox 4x32-10 (Salmon et al. 2011). No state: key = seed, counter = (stream, update,
/// inner, element). Runs that share a seed share every draw at the same position. Any thread.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace collapsar {

/// Numbers are part of the file format: never reuse or renumber.
enum class Stream : std::uint32_t {
    Initialisation = 1,  ///< update field: hash of the parameter's name
    Order = 2,           ///< update field: epoch
    InnerBatch = 3,
    Noise = 4,
    DropoutIn = 5,
    DropoutOut = 6,
    Evaluation = 7,
    Probe = 8,
    Synthetic = 9,
    DecoderReset = 10,       ///< as Initialisation, at the update of the reset
    ImportanceSamples = 11,  ///< update field: index of the sentence
    Refinement = 12,         ///< noise of refinement steps; update field as refinementDraw()
    WordDropout = 13,        ///< element: the word's place in the batch, row-major
    WrittenLatent = 14,      ///< z of sentences written on request; update field: the drawing, inner: the row
    WrittenWord = 15,        ///< words of such sentences; element: position
};

/// Inner field of draws that belong to the outer update itself, so that they do not depend on how many inner ones came
/// first.
inline constexpr std::uint32_t outerDraw = 0xFFFFFFFFu;

/// Where in the sequence of random numbers a draw stands.
struct DrawKey {
    std::uint64_t seed = 0;
    Stream stream = Stream::Noise;
    std::uint64_t update = 0;
    std::uint32_t inner = outerDraw;
};

/// The raw function: 10 rounds. Counter words: {element, inner, update low 32, stream << 24 | update bits 32..55}.
[[nodiscard]] std::array<std::uint32_t, 4> philox(std::array<std::uint32_t, 4> counter,
                                                  std::array<std::uint32_t, 2> key);

/// Element i of each fill is a function of (key, i) alone, so any part can be made on its own: `first` is the index of
/// out[0] (a multiple of 4).
void fillUniform(const DrawKey& key, std::span<float> out, float low, float high, std::uint32_t first = 0);
/// Standard normal, Box-Muller on two uniforms.
void fillNormal(const DrawKey& key, std::span<float> out, std::uint32_t first = 0);
/// 0 with probability `rate`, else 1 / (1 - rate).
void fillDropout(const DrawKey& key, std::span<float> out, float rate, std::uint32_t first = 0);
/// Uniform integer in [0, bound), element `element`.
[[nodiscard]] std::uint64_t uniformInteger(const DrawKey& key, std::uint64_t bound, std::uint32_t element = 0);
/// 64-bit FNV-1a, for parameter names.
[[nodiscard]] std::uint64_t nameHash(std::string_view name);

}  // namespace collapsar
