// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/lstm_sequence.h"

#include "core/nn/vector_math.h"

#include <algorithm>

namespace collapsar {

namespace {

void addTo(float* sum, const float* values, std::int64_t n) {
    for (std::int64_t i = 0; i < n; ++i)
        sum[i] += values[i];
}

}  // namespace

void LstmSequence::resize(const LstmShape& shape) {
    m_shape = shape;
    const std::int64_t all = shape.steps * shape.rows, state = shape.rows * shape.hidden;
    m_inputs.resize(all * shape.inputs);
    m_gates.resize(all * 4 * shape.hidden);
    m_hidden.resize(all * shape.hidden + state);
    m_cell.resize(all * shape.hidden + state);
    m_tanhCell.resize(all * shape.hidden);
    m_hiddenGradient.resize(all * shape.hidden + state);
    m_cellGradient.resize(state);
    m_inputGradient.resize(all * shape.inputs);
    m_biasSum.resize(4 * shape.hidden);
}

void LstmSequence::forward(const LstmWeights& weights, const StopFlag* stop) {
    const auto [steps, rows, inputs, hidden] = m_shape;
    const std::int64_t gates = 4 * hidden;
    float* bias = m_biasSum.data();
    for (std::int64_t g = 0; g < gates; ++g)
        bias[g] = weights.biasIh[g] + weights.biasHh[g];
    m_inputFactor.pack({weights.weightIh, inputs, Layout::Transposed}, inputs, gates);
    m_recurrentFactor.pack({weights.weightHh, hidden, Layout::Transposed}, hidden, gates);
    for (std::int64_t row = 0; row < steps * rows; ++row)
        std::copy_n(bias, gates, m_gates.data() + row * gates);
    if (weights.rowGates) {
        for (std::int64_t t = 0; t < steps; ++t)
            addTo(m_gates.data() + t * rows * gates, weights.rowGates, rows * gates);
    }
    multiply({m_inputs.data(), inputs}, steps * rows, m_inputFactor, Into::Accumulate, m_gates.data(), gates);
    for (std::int64_t t = 0; t < steps; ++t) {
        if (stop) stop->check();
        float* now = m_gates.data() + t * rows * gates;
        const std::int64_t at = t * rows * hidden, next = at + rows * hidden;
        multiply({m_hidden.data() + at, hidden}, rows, m_recurrentFactor, Into::Accumulate, now, gates);
        lstmCell(now, m_cell.data() + at, m_cell.data() + next, m_tanhCell.data() + at, m_hidden.data() + next, rows,
                 hidden);
    }
}

void LstmSequence::backward(const LstmWeights& weights, const LstmGradients& gradients, const StopFlag* stop) {
    const auto [steps, rows, inputs, hidden] = m_shape;
    backThroughTime(weights, stop);
    if (gradients.weightIh) addWeightGradients(gradients, stop);
    if (stop) stop->check();
    m_inputFactor.pack({weights.weightIh, inputs}, 4 * hidden, inputs);
    multiply({m_gates.data(), 4 * hidden}, steps * rows, m_inputFactor, Into::Overwrite, m_inputGradient.data(),
             inputs);
}

/// Leaves the gradient of every pre-activation in m_gates, and those of the initial state.
void LstmSequence::backThroughTime(const LstmWeights& weights, const StopFlag* stop) {
    const auto [steps, rows, inputs, hidden] = m_shape;
    const std::int64_t gates = 4 * hidden, state = rows * hidden;
    m_recurrentFactor.pack({weights.weightHh, hidden}, gates, hidden);
    std::fill_n(m_cellGradient.data(), state, 0.0F);
    std::fill_n(m_hiddenGradient.data(), state, 0.0F);
    for (std::int64_t t = steps - 1; t >= 0; --t) {
        if (stop) stop->check();
        float* now = m_gates.data() + t * rows * gates;
        float* before = m_hiddenGradient.data() + t * state;
        lstmCellBackward(now, m_cell.data() + t * state, m_tanhCell.data() + t * state, before + state,
                         m_cellGradient.data(), rows, hidden);
        multiply({now, gates}, rows, m_recurrentFactor, Into::Accumulate, before, hidden);
    }
}

void LstmSequence::addRowGateGradient(float* sum) const {
    const std::int64_t size = m_shape.rows * 4 * m_shape.hidden;
    for (std::int64_t t = 0; t < m_shape.steps; ++t)
        addTo(sum, m_gates.data() + t * size, size);
}

void LstmSequence::addWeightGradients(const LstmGradients& gradients, const StopFlag* stop) {
    const auto [steps, rows, inputs, hidden] = m_shape;
    const std::int64_t gates = 4 * hidden, all = steps * rows;
    const Factor gateGradient{m_gates.data(), gates, Layout::Transposed};
    m_recurrentFactor.pack({m_hidden.data(), hidden}, all, hidden);
    multiply(gateGradient, gates, m_recurrentFactor, Into::Accumulate, gradients.weightHh, hidden);
    if (stop) stop->check();
    m_inputFactor.pack({m_inputs.data(), inputs}, all, inputs);
    multiply(gateGradient, gates, m_inputFactor, Into::Accumulate, gradients.weightIh, inputs);
    float* sum = m_biasSum.data();
    std::fill_n(sum, gates, 0.0F);
    for (std::int64_t row = 0; row < all; ++row) {
        const float* from = m_gates.data() + row * gates;
        for (std::int64_t g = 0; g < gates; ++g)
            sum[g] += from[g];
    }
    for (std::int64_t g = 0; g < gates; ++g) {
        gradients.biasIh[g] += sum[g];
        gradients.biasHh[g] += sum[g];
    }
}

}  // namespace collapsar
