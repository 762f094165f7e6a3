// SPDX-License-Identifier: GPL-3.0-or-later
/// One decoder forward and backward over some rows of a batch, on plain floats: embedding and dropout, LSTM with z at
/// every step, dropout, softmax over the vocabulary with or without the skip path. One thread per object; scratch is
/// kept and reused. Torch-free. source: He et al. 2019 (text decoder); skip path after Dieng et al. 2019
#pragma once

#include "core/model/parameters.h"
#include "core/nn/lstm_sequence.h"
#include "core/nn/vocabulary_loss.h"

#include <cstdint>
#include <vector>

namespace collapsar {

/// Steps t = 0 .. length - 2 read token t and predict token t + 1. tokens [rows, length] and latents [rows, Z]
/// row-major; values: the decoder's flat buffer. Dropout factors are time-major over the whole batch: row t * batchRows
/// + b, each E (maskIn) or H (maskOut) wide, already moved to this task's first row; null: no dropout.
struct DecoderTask {
    const float* values = nullptr;
    const std::int32_t* tokens = nullptr;
    const float* latents = nullptr;
    std::int64_t rows = 0, length = 0;
    bool skip = false;
    const float *maskIn = nullptr, *maskOut = nullptr;
    std::int64_t batchRows = 0;
    const StopFlag* stop = nullptr;
    /// [rows], what backward() will be given, if that is known before; the vocabulary's part of the way back is then
    /// worked in forward(), while it is in cache.
    const float* knownGradient = nullptr;
};

class DecoderPass {
public:
    explicit DecoderPass(const ModelShape& shape);

    /// -> reconstruction [rows], nats. `gradients` as in backward(), written to only with a known gradient. Throws
    /// Interrupted.
    void forward(const DecoderTask& task, float* reconstruction, float* gradients);
    /// -> latentGradient [rows, Z]; adds to the flat gradient buffer (null: parameter gradients are not wanted). Once
    /// per forward(), with the same task. Throws Interrupted.
    void backward(const DecoderTask& task, const float* reconstructionGradient, float* latentGradient,
                  float* gradients);

private:
    void startState(const DecoderTask& task);
    void fillInputs(const DecoderTask& task);
    void fillFeatures(const DecoderTask& task);
    void featuresBackward(const DecoderTask& task);
    void startStateBackward(const DecoderTask& task, float* latentGradient, float* gradients);
    void inputsBackward(const DecoderTask& task, float* latentGradient, float* gradients);
    [[nodiscard]] OutputWeights outputWeights(const DecoderTask& task) const;
    [[nodiscard]] OutputGradients outputGradients(const DecoderTask& task, float* gradients) const;
    [[nodiscard]] VocabularyTask vocabularyTask(const DecoderTask& task) const;

    ModelShape m_shape;
    DecoderLayout m_layout;
    LstmSequence m_lstm;
    VocabularyLoss m_loss;
    PackedMatrix m_cellFactor;
    Scratch m_cellGradient, m_latentGradient;
    std::vector<std::int32_t> m_targets;  ///< time-major
};

}  // namespace collapsar
