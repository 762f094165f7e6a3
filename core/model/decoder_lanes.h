// SPDX-License-Identifier: GPL-3.0-or-later
/// The states of the decoder's LSTM layers for a few rows, in the lanes of vectors. Private to DecoderInference and
/// DecoderSteps.
#pragma once

#include "core/model/inference_weights.h"
#include "core/nn/scratch.h"

#include <cstdint>
#include <span>
#include <vector>

namespace collapsar {

constexpr std::int64_t decoderChunkFloats = 96 * 1024;  ///< of a weight matrix, to stay in the second-level cache

/// One LSTM layer.
struct LaneLayer {
    Scratch start;  ///< [4H, lanes] what z adds to the gates of every step
    Scratch mixed;  ///< [4H, lanes] start with what differs from row to row
    Scratch cell, state, nextState;
};

/// Up to mostLanes rows of a call.
struct DecoderLanes {
    int rows = 0;
    std::int64_t lanes = 0;
    const std::size_t* firstToken = nullptr;  ///< [rows] index of each row's first token
    bool isUniform = true;                    ///< all rows read the same sentence
    Scratch latents;                          ///< [Z, lanes]
    std::vector<LaneLayer> layers;

    [[nodiscard]] const float* state() const { return layers.back().state.data(); }
};

/// The states before the first word; `rows` and `firstToken` are set, latents [rows, Z].
void startLanes(const DecoderWeights& weights, const float* latents, DecoderLanes& lanes);
/// Word `t` of every row goes in. Weights beyond the cache are used for all of `groups` while a part of them is there.
void stepLanes(const DecoderWeights& weights, const TokenGates& tokenGates, int t,
               std::span<DecoderLanes* const> groups);

}  // namespace collapsar
