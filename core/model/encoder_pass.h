// SPDX-License-Identifier: GPL-3.0-or-later
/// One encoder forward and backward over some rows of a batch, on plain floats: embedding, LSTM over all tokens,
/// pooling, head. One thread per object; scratch is kept and reused. Torch-free. source: He et al. 2019 (text encoder);
/// pooling after Long et al. 2019
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
    void pool(const EncoderTask& task);
    void choose(const EncoderTask& task);
    void unpool(const EncoderTask& task, const float* pooledGradient);

    ModelShape m_shape;
    EncoderLayout m_layout;
    LstmSequence m_lstm;
    PackedMatrix m_headFactor;
    Scratch m_pooled, m_pooledGradient, m_head;
    std::vector<std::int32_t> m_choice;  ///< [rows, H]: the step each pooled value came from (Max, AbsMax)
};

/// Where an LSTM's blocks lie in a flat buffer of values or gradients.
template <typename Layout>
[[nodiscard]] LstmWeights lstmWeights(const Layout& layout, const float* values) {
    return {values + layout.weightIh.offset, values + layout.weightHh.offset, values + layout.biasIh.offset,
            values + layout.biasHh.offset};
}
template <typename Layout>
[[nodiscard]] LstmGradients lstmGradients(const Layout& layout, float* gradients) {
    return {gradients + layout.weightIh.offset, gradients + layout.weightHh.offset, gradients + layout.biasIh.offset,
            gradients + layout.biasHh.offset};
}

}  // namespace collapsar
