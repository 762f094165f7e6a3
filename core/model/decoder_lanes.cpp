// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/decoder_lanes.h"

#include "core/nn/row_lanes.h"
#include "core/nn/vector_math.h"

#include <algorithm>
#include <array>

namespace collapsar {
namespace {

void spreadLatents(const DecoderWeights& w, const float* latents, DecoderLanes& group) {
    float* z = group.latents.resize(w.latent * group.lanes);
    std::fill_n(z, w.latent * group.lanes, 0.0F);
    for (int r = 0; r < group.rows; ++r) {
        for (int d = 0; d < w.latent; ++d)
            z[d * group.lanes + r] = latents[std::ptrdiff_t{r} * w.latent + d];
    }
}

/// He: c0 = W z, h0 = tanh c0. Kim: h0 = W z, c0 = 0.
void startLast(const DecoderWeights& w, DecoderLanes& group) {
    const std::int64_t size = std::int64_t{w.hidden} * group.lanes;
    LaneLayer& last = group.layers.back();
    float* start = w.start == DecoderStart::He ? last.cell.data() : last.state.data();
    laneProduct(w.toStart, w.hidden, group.latents.data(), start, group.lanes);
    for (std::size_t unit = 0; unit < w.startBias.size(); ++unit) {
        float* row = start + static_cast<std::ptrdiff_t>(unit) * group.lanes;
        for (std::int64_t lane = 0; lane < group.lanes; ++lane)
            row[lane] += w.startBias[unit];
    }
    if (w.start == DecoderStart::He) tanhInto(start, last.state.data(), size);
}

/// Rows of different sentences: what each row's token adds goes to the row's lane.
void mixTokens(const DecoderWeights& w, const TokenGates& tokenGates, int t, DecoderLanes& group) {
    std::array<const float*, mostLanes> gates{};
    for (int r = 0; r < group.rows; ++r)
        gates[static_cast<std::size_t>(r)] = tokenGates.row(group.firstToken[r] + static_cast<std::size_t>(t));
    const float* from = group.layers.front().start.data();
    float* to = group.layers.front().mixed.data();
    for (std::int64_t g = 0; g < 4 * w.hidden; ++g, from += group.lanes, to += group.lanes) {
        for (int r = 0; r < group.rows; ++r)
            to[r] = from[r] + gates[static_cast<std::size_t>(r)][g];
        std::copy(from + group.rows, from + group.lanes, to + group.rows);
    }
}

/// The states of the layer below, and z through an open skip path, become a part of the gates.
void mixStates(const DecoderWeights& w, std::size_t layer, std::span<DecoderLanes* const> groups) {
    const DecoderWeights::Upper& upper = w.upper[layer - 1];
    const std::int64_t gates = 4 * std::int64_t{w.hidden};
    const std::int64_t rows = std::max<std::int64_t>(8, decoderChunkFloats / w.hidden / 8 * 8);
    for (std::int64_t first = 0; first < gates; first += rows) {
        const std::int64_t count = std::min(rows, gates - first);
        const WeightRows part{upper.input.data + first * upper.input.stride, upper.input.stride, upper.input.depth};
        for (DecoderLanes* group : groups) {
            LaneLayer& own = group->layers[layer];
            const std::int64_t at = first * group->lanes;
            float* mixed = own.mixed.data() + at;
            laneProduct(part, count, group->layers[layer - 1].state.data(), mixed, group->lanes);
            if (upper.skip.depth == 0) continue;
            for (std::int64_t i = 0; i < count * group->lanes; ++i)
                mixed[i] += own.start.data()[at + i];
        }
    }
}

LaneLstm firstStep(const DecoderWeights& w, const TokenGates& tokenGates, int t, DecoderLanes& group) {
    LaneLayer& layer = group.layers.front();
    const std::size_t token = *group.firstToken + static_cast<std::size_t>(t);
    return {.recurrent = w.recurrent,
            .hidden = w.hidden,
            .start = group.isUniform ? layer.start.data() : layer.mixed.data(),
            .tokenGates = group.isUniform ? tokenGates.row(token) : nullptr,
            .state = layer.state.data(),
            .cell = layer.cell.data(),
            .nextState = layer.nextState.data(),
            .lanes = group.lanes};
}

LaneLstm upperStep(const DecoderWeights& w, std::size_t layer, DecoderLanes& group) {
    LaneLayer& own = group.layers[layer];
    return {.recurrent = w.upper[layer - 1].recurrent,
            .hidden = w.hidden,
            .start = own.mixed.data(),
            .tokenGates = w.upper[layer - 1].bias.data(),
            .state = own.state.data(),
            .cell = own.cell.data(),
            .nextState = own.nextState.data(),
            .lanes = group.lanes};
}

}  // namespace

void startLanes(const DecoderWeights& w, const float* latents, DecoderLanes& group) {
    group.lanes = (group.rows + laneStep - 1) / laneStep * laneStep;
    group.isUniform = std::all_of(group.firstToken, group.firstToken + group.rows,
                                  [&](std::size_t token) { return token == *group.firstToken; });
    spreadLatents(w, latents, group);
    const std::int64_t hidden = w.hidden, size = hidden * group.lanes;
    group.layers.resize(w.upper.size() + 1);
    for (std::size_t i = 0; i < group.layers.size(); ++i) {
        LaneLayer& layer = group.layers[i];
        layer.nextState.resize(size);
        std::fill_n(layer.cell.resize(size), size, 0.0F);
        std::fill_n(layer.state.resize(size), size, 0.0F);
        if (i > 0 || !group.isUniform) layer.mixed.resize(4 * size);
        const WeightRows& toGates = i == 0 ? w.toGates : w.upper[i - 1].skip;
        if (i == 0 || toGates.depth > 0)
            laneProduct(toGates, 4 * hidden, group.latents.data(), layer.start.resize(4 * size), group.lanes);
    }
    if (w.latent > 0) startLast(w, group);
}

void stepLanes(const DecoderWeights& w, const TokenGates& tokenGates, int t, std::span<DecoderLanes* const> groups) {
    const std::int64_t units = std::max<std::int64_t>(8, decoderChunkFloats / (4 * w.hidden) / 8 * 8);
    for (std::size_t layer = 0; layer <= w.upper.size(); ++layer) {
        if (layer > 0) mixStates(w, layer, groups);
        for (DecoderLanes* group : groups) {
            if (layer == 0 && !group->isUniform) mixTokens(w, tokenGates, t, *group);
        }
        for (std::int64_t unit = 0; unit < w.hidden; unit += units) {
            for (DecoderLanes* group : groups) {
                const LaneLstm step = layer == 0 ? firstStep(w, tokenGates, t, *group) : upperStep(w, layer, *group);
                laneLstmStep(step, unit, std::min(units, w.hidden - unit));
            }
        }
        for (DecoderLanes* group : groups)
            std::swap(group->layers[layer].state, group->layers[layer].nextState);
    }
}

}  // namespace collapsar
