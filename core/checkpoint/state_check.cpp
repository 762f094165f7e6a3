// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/state_check.h"

#include <algorithm>

namespace collapsar {

namespace {

constexpr int largestDimension = 1 << 24;  ///< products of two, times four gates, stay far inside 64 bits

bool isPossible(const ModelShape& shape) {
    const auto sizes = {shape.vocabulary, shape.embedding, shape.encoderHidden, shape.decoderHidden};
    return shape.latent >= 0 && shape.latent <= largestDimension &&
           std::all_of(sizes.begin(), sizes.end(), [](int size) { return size > 0 && size <= largestDimension; });
}

bool holds(const std::vector<float>& numbers, std::int64_t size) {
    return static_cast<std::int64_t>(numbers.size()) == size;
}

bool fitsShape(const Parameters& parameters) {
    return isPossible(parameters.shape) && holds(parameters.encoder, encoderLayout(parameters.shape).size) &&
           holds(parameters.decoder, decoderLayout(parameters.shape).size);
}

/// Moments are absent or one per weight.
bool fits(const OptimiserState& state, std::initializer_list<std::int64_t> sizes) {
    const auto fitsOne = [&](const std::vector<float>& moment) {
        return moment.empty() ||
               std::any_of(sizes.begin(), sizes.end(), [&](std::int64_t size) { return holds(moment, size); });
    };
    return state.steps >= 0 && fitsOne(state.firstMoment) && fitsOne(state.secondMoment);
}

bool isEmpty(const Parameters& parameters) {
    return parameters.encoder.empty() && parameters.decoder.empty();
}

}  // namespace

std::string stateProblem(const TrainingState& state) {
    if (state.at.update < 0 || state.at.inner < 0 || state.innerLoop.done < 0 || state.innerBatch < -1) {
        return "its position is negative";
    }
    if (!fitsShape(state.weights)) return "its weights do not fit its model's shape";
    if (!isEmpty(state.best) && (state.best.shape != state.weights.shape || !fitsShape(state.best))) {
        return "its best weights do not fit its model's shape";
    }
    const DecoderLayout decoder = decoderLayout(state.weights.shape);
    if (!fits(state.encoderOptimiser, {encoderLayout(state.weights.shape).trainedSize}) ||
        !fits(state.decoderOptimiser, {decoder.closedSize, decoder.size}) ||
        !fits(state.skipOptimiser, {decoder.size - decoder.closedSize})) {
        return "its optimiser state does not fit its model's shape";
    }
    return {};
}

}  // namespace collapsar
