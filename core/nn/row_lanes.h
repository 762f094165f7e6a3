// SPDX-License-Identifier: GPL-3.0-or-later
/// Products, LSTM steps and softmax sums for many rows that lie in the lanes of vectors: what the model's evaluation
/// with many z needs. A block of rows is [elements, lanes]; weights are read as they are stored, nothing is packed. A
/// row's result depends on that row alone, bit for bit, wherever it lies and however many rows there are. Any thread.
#pragma once

#include <cstdint>

namespace collapsar {

/// Lanes of a block: a multiple of laneStep, at most mostLanes. Those that hold no row may hold anything finite.
inline constexpr std::int64_t laneStep = 16;
inline constexpr std::int64_t mostLanes = 48;

/// A weight matrix in memory: rows `stride` floats apart, the first `depth` of each are used.
struct WeightRows {
    const float* data = nullptr;
    std::int64_t stride = 0;
    std::int64_t depth = 0;
};

/// out [count, lanes] = the `count` first rows of `weights` times in [depth, lanes].
void laneProduct(const WeightRows& weights, std::int64_t count, const float* in, float* out, std::int64_t lanes);

/// One LSTM step; gate order i, f, g, o.
struct LaneLstm {
    WeightRows recurrent;               ///< [4H, H]
    std::int64_t hidden = 0;            ///< H
    const float* start = nullptr;       ///< [4H, lanes] what the gates begin with
    const float* tokenGates = nullptr;  ///< [4H] added to it in every lane, or null
    const float* state = nullptr;       ///< [H, lanes]
    float* cell = nullptr;              ///< [H, lanes], replaced
    float* nextState = nullptr;         ///< [H, lanes], not `state`
    std::int64_t lanes = 0;
};
/// Hidden units [first, first + count) of the step.
void laneLstmStep(const LaneLstm& step, std::int64_t first, std::int64_t count);

/// Logits [V, lanes] = output [V, F] times features [F, lanes] + skip [V, S] times features [F .. F + S, lanes]. They
/// are never written: each word's are used while they are in registers.
struct LaneVocabulary {
    WeightRows output, skip;          ///< skip.depth 0: none
    const float* features = nullptr;  ///< [F + S, lanes]
    std::int64_t lanes = 0;
};
/// sums [lanes] += over words [first, first + count) of 2^(logit - shift [lanes]); error below 1e-6 of the sum. Sums
/// beyond 1e37 may come out as inf or NaN. Words in one call are summed in groups that start at `first`.
void addPowers(const LaneVocabulary& vocabulary, std::int64_t first, std::int64_t count, const float* shift,
               float* sums);
/// largest [lanes] = max(largest, logits of words [first, first + count)); NaN is passed over.
void raiseToLargest(const LaneVocabulary& vocabulary, std::int64_t first, std::int64_t count, float* largest);

}  // namespace collapsar
