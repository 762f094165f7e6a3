// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/decoder_steps.h"

#include "core/nn/vector_math.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <numeric>
#include <utility>

namespace collapsar {

DecoderSteps::DecoderSteps(InferenceWeightsPointer weights, const StopFlag* stop)
    : m_owner(std::move(weights)),
      m_weights(m_owner->impl().decoder()),
      m_stop(stop),
      m_tokenGates(m_weights.tokenGates) {}

void DecoderSteps::start(std::span<const float> latents, int rows) {
    assert(rows > 0 && rows <= mostRows);
    assert(latents.size() == static_cast<std::size_t>(rows) * static_cast<std::size_t>(latent()));
    m_firstToken.resize(static_cast<std::size_t>(rows));
    std::iota(m_firstToken.begin(), m_firstToken.end(), std::size_t{0});
    m_lanes.rows = rows;
    m_lanes.firstToken = m_firstToken.data();
    startLanes(m_weights, latents.data(), m_lanes);
    m_logits.resize(static_cast<std::size_t>(rows) * static_cast<std::size_t>(vocabulary()));
    m_normalisers.resize(static_cast<std::size_t>(rows));
    if (m_weights.constant.depth == 0) return;
    Scratch factors;  // z while the skip path is open, then 1 if there are biases
    const std::int64_t skipped = m_weights.skipped * m_lanes.lanes;
    float* to = factors.resize(m_weights.constant.depth * m_lanes.lanes);
    std::copy_n(m_lanes.latents.data(), skipped, to);
    std::fill(to + skipped, to + m_weights.constant.depth * m_lanes.lanes, 1.0F);
    laneProduct(m_weights.constant, vocabulary(), to, m_constant.resize(vocabulary() * m_lanes.lanes), m_lanes.lanes);
}

void DecoderSteps::follow(std::span<const int> from) {
    assert(from.size() == static_cast<std::size_t>(m_lanes.rows));
    std::array<float, mostLanes> before{};
    const auto move = [&](float* values) {
        for (std::int64_t unit = 0; unit < m_weights.hidden; ++unit, values += m_lanes.lanes) {
            std::copy_n(values, m_lanes.lanes, before.begin());
            for (std::size_t r = 0; r < from.size(); ++r)
                values[r] = before[static_cast<std::size_t>(from[r])];
        }
    };
    for (LaneLayer& layer : m_lanes.layers) {
        move(layer.cell.data());
        move(layer.state.data());
    }
}

void DecoderSteps::read(std::span<const std::int32_t> words) {
    assert(words.size() == static_cast<std::size_t>(m_lanes.rows));
    m_tokenGates.select(words);
    DecoderLanes* lanes = &m_lanes;
    stepLanes(m_weights, m_tokenGates, 0, {&lanes, 1});
    makeLogits();
}

void DecoderSteps::makeLogits() {
    const std::int64_t lanes = m_lanes.lanes, words = vocabulary();
    const std::int64_t most = std::max<std::int64_t>(32, decoderChunkFloats / m_weights.hidden / 32 * 32);
    float* chunk = m_chunk.resize(most * lanes);
    for (std::int64_t first = 0; first < words; first += most) {
        if (m_stop) m_stop->check();
        const std::int64_t count = std::min(most, words - first);
        const WeightRows part{m_weights.output.data + first * m_weights.output.stride, m_weights.output.stride,
                              m_weights.output.depth};
        laneProduct(part, count, m_lanes.state(), chunk, lanes);
        const float* constant = m_weights.constant.depth > 0 ? m_constant.data() + first * lanes : nullptr;
        for (std::int64_t r = 0; r < m_lanes.rows; ++r) {
            float* to = m_logits.data() + r * words + first;
            for (std::int64_t word = 0; word < count; ++word)
                to[word] = chunk[word * lanes + r] + (constant ? constant[word * lanes + r] : 0);
        }
    }
    for (int r = 0; r < m_lanes.rows; ++r)
        m_normalisers[static_cast<std::size_t>(r)] = static_cast<double>(logSumExp(logits(r).data(), words));
}

std::span<const float> DecoderSteps::logits(int row) const {
    const auto words = static_cast<std::size_t>(vocabulary());
    return std::span(m_logits).subspan(static_cast<std::size_t>(row) * words, words);
}

}  // namespace collapsar
