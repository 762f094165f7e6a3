// SPDX-License-Identifier: GPL-3.0-or-later
/// One decoder forward and backward over some rows of a batch, on plain floats: embedding and dropout, LSTM layers, the
/// first with z at every step, dropout, softmax over the vocabulary, with or without the skip paths. One thread per
/// object; scratch is kept and reused. Torch-free. source: He et al. 2019 (text decoder); skip paths after Dieng et al.
/// 2019; start Kim after Kim et al. 2018
#pragma once

#include "core/model/parameters.h"
#include "core/nn/lstm_sequence.h"
#include "core/nn/vocabulary_loss.h"

#include <cstdint>
#include <vector>

namespace collapsar {

/// Steps t = 0 .. length - 2 read input t and predict token t + 1. tokens and inputs [rows, length] (the same, but for
/// word dropout) and latents [rows, Z] row-major; values: the decoder's flat buffer. Dropout factors are time-major
/// over the whole batch: row t * batchRows
/// + b, each E (maskIn) or H (maskOut) wide, already moved to this task's first row; null: no dropout.
struct DecoderTask {
    const float* values = nullptr;
    const std::int32_t* tokens = nullptr;
    const std::int32_t* inputs = nullptr;  ///< null: tokens
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
    [[nodiscard]] LstmSequence& last() { return m_lstms.back(); }
    [[nodiscard]] bool hasSkip(const DecoderTask& task) const { return task.skip && m_shape.latent > 0; }
    void startState(const DecoderTask& task);
    void forwardLayers(const DecoderTask& task);
    [[nodiscard]] const float* rowGates(const DecoderTask& task, std::size_t layer);
    void backwardLayers(const DecoderTask& task, float* latentGradient, float* gradients);
    void layerSkipBackward(const DecoderTask& task, std::size_t layer, float* latentGradient, float* gradients);
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
    std::vector<LstmSequence> m_lstms;  ///< [layers]
    std::vector<Scratch> m_rowGates;    ///< [layers] [rows, 4H] what an open skip path adds to a layer's gates
    VocabularyLoss m_loss;
    PackedMatrix m_latentFactor;
    Scratch m_startGradient, m_gateGradient, m_latentGradient;
    std::vector<std::int32_t> m_targets;  ///< time-major
};

}  // namespace collapsar
