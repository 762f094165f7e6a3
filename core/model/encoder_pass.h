// SPDX-License-Identifier: GPL-3.0-or-later
/// One encoder forward and backward over some rows of a batch, on plain floats: embedding, LSTM layers over all tokens
/// in one direction or both, pooling, head. One thread per object; scratch is kept and reused. Torch-free. source: He
/// et al. 2019 (text encoder); pooling after Long et al. 2019
#pragma once

#include "core/model/parameters.h"
#include "core/nn/lstm_sequence.h"

#include <cstdint>
#include <vector>

namespace collapsar {

/// tokens [rows, length] row-major, markers included; values: the encoder's flat buffer.
struct EncoderTask {
    const float* values = nullptr;
    const std::int32_t* tokens = nullptr;
    std::int64_t rows = 0, length = 0;
    Pooling pooling = Pooling::Last;
    const StopFlag* stop = nullptr;
};

class EncoderPass {
public:
    explicit EncoderPass(const ModelShape& shape);

    /// -> mean, logVariance, each [rows, Z]. Throws Interrupted.
    void forward(const EncoderTask& task, float* mean, float* logVariance);
    /// Adds to the flat gradient buffer. Once per forward(), with the same task. Throws Interrupted.
    void backward(const EncoderTask& task, const float* meanGradient, const float* logVarianceGradient,
                  float* gradients);

private:
    /// What the head reads of one direction.
    struct Pooled {
        Scratch states, gradient;          ///< [rows, H]
        std::vector<std::int32_t> choice;  ///< [rows, H]: the step each value came from (Max, AbsMax)
    };
    [[nodiscard]] LstmSequence& lstm(int layer, int direction) {
        return m_lstms[static_cast<std::size_t>(layer * m_directions + direction)];
    }
    void forwardLayer(const EncoderTask& task, int layer, int direction);
    void fillInputs(const EncoderTask& task, int layer, int direction, float* input);
    void pool(const EncoderTask& task, int direction);
    void choose(const EncoderTask& task, const float* states, Pooled& pooled) const;
    void headForward(const EncoderTask& task, float* mean, float* logVariance);
    void headBackward(const EncoderTask& task, const float* meanGradient, const float* logVarianceGradient,
                      float* gradients);
    void unpool(const EncoderTask& task, int direction);
    void embeddingsBackward(const EncoderTask& task, int direction, float* gradients);
    void statesBackward(const EncoderTask& task, int layer, int direction, int below);

    ModelShape m_shape;
    EncoderLayout m_layout;
    int m_directions;
    std::vector<LstmSequence> m_lstms;  ///< [layers * D], as the layout has them
    std::vector<Pooled> m_pooled;       ///< [D]
    PackedMatrix m_headFactor;
    Scratch m_head;
};

/// Where an LSTM's blocks lie in a flat buffer of values or gradients.
[[nodiscard]] inline LstmWeights lstmWeights(const LstmBlocks& blocks, const float* values) {
    return {.weightIh = values + blocks.weightIh.offset,
            .weightHh = values + blocks.weightHh.offset,
            .biasIh = values + blocks.biasIh.offset,
            .biasHh = values + blocks.biasHh.offset};
}
[[nodiscard]] inline LstmGradients lstmGradients(const LstmBlocks& blocks, float* gradients) {
    return {gradients + blocks.weightIh.offset, gradients + blocks.weightHh.offset, gradients + blocks.biasIh.offset,
            gradients + blocks.biasHh.offset};
}

}  // namespace collapsar
