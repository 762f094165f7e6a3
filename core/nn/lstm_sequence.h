// SPDX-License-Identifier: GPL-3.0-or-later
/// One LSTM layer over a whole sequence, forward and backward, on plain floats. All buffers are time-major: row t * B +
/// b. Letters: T steps, B rows, I inputs, H hidden; gate order i, f, g, o. One thread per object; scratch is kept and
/// reused.
#pragma once

#include "core/nn/gemm.h"
#include "core/nn/scratch.h"
#include "core/nn/stop_flag.h"

#include <cstdint>

namespace collapsar {

struct LstmShape {
    std::int64_t steps = 0, rows = 0, inputs = 0, hidden = 0;
};
/// weightIh [4H, I], weightHh [4H, H], biasIh, biasHh [4H]. rowGates [B, 4H] is added to the gates of every step; null:
/// nothing is.
struct LstmWeights {
    const float *weightIh = nullptr, *weightHh = nullptr, *biasIh = nullptr, *biasHh = nullptr;
    const float* rowGates = nullptr;
};
/// Same shapes; gradients are added to these. All null: not wanted.
struct LstmGradients {
    float *weightIh = nullptr, *weightHh = nullptr, *biasIh = nullptr, *biasHh = nullptr;
};

class LstmSequence {
public:
    void resize(const LstmShape& shape);

    /// To fill before forward(): [T * B, I], [B, H], [B, H].
    [[nodiscard]] float* inputs() { return m_inputs.data(); }
    [[nodiscard]] float* initialHidden() { return m_hidden.data(); }
    [[nodiscard]] float* initialCell() { return m_cell.data(); }
    /// `stop` may be null; looked at once per time step; Interrupted is thrown.
    void forward(const LstmWeights& weights, const StopFlag* stop);
    /// [T * B, H], h_1 ... h_T.
    [[nodiscard]] const float* hidden() const { return m_hidden.data() + m_shape.rows * m_shape.hidden; }

    /// To fill before backward(): [T * B, H]; overwritten by it.
    [[nodiscard]] float* hiddenGradient() { return m_hiddenGradient.data() + m_shape.rows * m_shape.hidden; }
    /// Once per forward().
    void backward(const LstmWeights& weights, const LstmGradients& gradients, const StopFlag* stop);
    /// [T * B, I], [B, H], [B, H].
    [[nodiscard]] const float* inputGradient() const { return m_inputGradient.data(); }
    [[nodiscard]] const float* initialHiddenGradient() const { return m_hiddenGradient.data(); }
    [[nodiscard]] const float* initialCellGradient() const { return m_cellGradient.data(); }
    /// After backward(): adds the gradient of rowGates to sum [B, 4H].
    void addRowGateGradient(float* sum) const;

private:
    void backThroughTime(const LstmWeights& weights, const StopFlag* stop);
    void addWeightGradients(const LstmGradients& gradients, const StopFlag* stop);

    LstmShape m_shape;
    Scratch m_inputs, m_gates, m_hidden, m_cell, m_tanhCell;
    Scratch m_hiddenGradient, m_cellGradient, m_inputGradient, m_biasSum;
    PackedMatrix m_inputFactor, m_recurrentFactor;
};

}  // namespace collapsar
