// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/decoder_pass.h"

#include "core/model/encoder_pass.h"
#include "core/nn/vector_math.h"

#include <algorithm>

namespace collapsar {

DecoderPass::DecoderPass(const ModelShape& shape) : m_shape(shape), m_layout(decoderLayout(shape)) {}

OutputWeights DecoderPass::outputWeights(const DecoderTask& task) const {
    return {task.values + m_layout.output.offset, task.skip ? task.values + m_layout.skip.offset : nullptr};
}

OutputGradients DecoderPass::outputGradients(const DecoderTask& task, float* gradients) const {
    if (!gradients) return {};
    return {gradients + m_layout.output.offset, task.skip ? gradients + m_layout.skip.offset : nullptr};
}

VocabularyTask DecoderPass::vocabularyTask(const DecoderTask& task) const {
    return {task.latents, m_targets.data(), task.stop};
}

void DecoderPass::forward(const DecoderTask& task, float* reconstruction, float* gradients) {
    const std::int64_t steps = task.length - 1, hidden = m_shape.decoderHidden;
    m_lstm.resize({steps, task.rows, m_shape.embedding + m_shape.latent, hidden});
    m_loss.resize({steps, task.rows, hidden, m_shape.vocabulary, m_shape.latent});
    startState(task);
    fillInputs(task);
    m_lstm.forward(lstmWeights(m_layout, task.values), task.stop);
    fillFeatures(task);
    if (!task.knownGradient) {
        m_loss.forward(outputWeights(task), vocabularyTask(task), reconstruction);
        return;
    }
    const std::int64_t size = task.rows * m_shape.latent;
    std::fill_n(m_latentGradient.resize(size), size, 0.0F);
    m_loss.forwardBackward(outputWeights(task), outputGradients(task, gradients), vocabularyTask(task),
                           task.knownGradient, reconstruction, m_latentGradient.data());
}

/// c0 = W z, h0 = tanh(c0).
void DecoderPass::startState(const DecoderTask& task) {
    const std::int64_t hidden = m_shape.decoderHidden, latent = m_shape.latent;
    m_cellFactor.pack({task.values + m_layout.latentToCell.offset, latent, Layout::Transposed}, latent, hidden);
    multiply({task.latents, latent}, task.rows, m_cellFactor, Into::Overwrite, m_lstm.initialCell(), hidden);
    tanhInto(m_lstm.initialCell(), m_lstm.initialHidden(), task.rows * hidden);
}

void DecoderPass::fillInputs(const DecoderTask& task) {
    const std::int64_t embedding = m_shape.embedding, latent = m_shape.latent;
    const float* table = task.values + m_layout.embedding.offset;
    float* input = m_lstm.inputs();
    m_targets.resize(static_cast<std::size_t>((task.length - 1) * task.rows));
    std::int32_t* target = m_targets.data();
    for (std::int64_t t = 0; t + 1 < task.length; ++t) {
        for (std::int64_t b = 0; b < task.rows; ++b, input += embedding + latent) {
            const std::int32_t* token = task.tokens + b * task.length + t;
            const float* from = table + token[0] * embedding;
            std::copy_n(from, embedding, input);
            if (task.maskIn) {
                const float* mask = task.maskIn + (t * task.batchRows + b) * embedding;
                for (std::int64_t e = 0; e < embedding; ++e)
                    input[e] *= mask[e];
            }
            std::copy_n(task.latents + b * latent, latent, input + embedding);
            *target++ = token[1];
        }
    }
}

void DecoderPass::fillFeatures(const DecoderTask& task) {
    const std::int64_t state = task.rows * m_shape.decoderHidden;
    const float* from = m_lstm.hidden();
    float* to = m_loss.features();
    for (std::int64_t t = 0; t + 1 < task.length; ++t, from += state, to += state) {
        std::copy_n(from, state, to);
        if (!task.maskOut) continue;
        const float* mask = task.maskOut + t * task.batchRows * m_shape.decoderHidden;
        for (std::int64_t i = 0; i < state; ++i)
            to[i] *= mask[i];
    }
}

void DecoderPass::backward(const DecoderTask& task, const float* reconstructionGradient, float* latentGradient,
                           float* gradients) {
    const std::int64_t size = task.rows * m_shape.latent;
    if (task.knownGradient) {
        std::copy_n(m_latentGradient.data(), size, latentGradient);
    } else {
        std::fill_n(latentGradient, size, 0.0F);
        m_loss.backward(outputWeights(task), outputGradients(task, gradients), vocabularyTask(task),
                        reconstructionGradient, latentGradient);
    }
    featuresBackward(task);
    const LstmGradients lstm = gradients ? lstmGradients(m_layout, gradients) : LstmGradients{};
    m_lstm.backward(lstmWeights(m_layout, task.values), lstm, task.stop);
    inputsBackward(task, latentGradient, gradients);
    startStateBackward(task, latentGradient, gradients);
}

void DecoderPass::featuresBackward(const DecoderTask& task) {
    const std::int64_t state = task.rows * m_shape.decoderHidden;
    const float* from = m_loss.featureGradient();
    float* to = m_lstm.hiddenGradient();
    for (std::int64_t t = 0; t + 1 < task.length; ++t, from += state, to += state) {
        std::copy_n(from, state, to);
        if (!task.maskOut) continue;
        const float* mask = task.maskOut + t * task.batchRows * m_shape.decoderHidden;
        for (std::int64_t i = 0; i < state; ++i)
            to[i] *= mask[i];
    }
}

void DecoderPass::inputsBackward(const DecoderTask& task, float* latentGradient, float* gradients) {
    const std::int64_t embedding = m_shape.embedding, latent = m_shape.latent;
    const float* from = m_lstm.inputGradient();
    for (std::int64_t t = 0; t + 1 < task.length; ++t) {
        for (std::int64_t b = 0; b < task.rows; ++b, from += embedding + latent) {
            for (std::int64_t z = 0; z < latent; ++z)
                latentGradient[b * latent + z] += from[embedding + z];
            if (!gradients) continue;
            float* row = gradients + m_layout.embedding.offset + task.tokens[b * task.length + t] * embedding;
            const float* mask = task.maskIn ? task.maskIn + (t * task.batchRows + b) * embedding : nullptr;
            for (std::int64_t e = 0; e < embedding; ++e)
                row[e] += mask ? from[e] * mask[e] : from[e];
        }
    }
}

void DecoderPass::startStateBackward(const DecoderTask& task, float* latentGradient, float* gradients) {
    const std::int64_t hidden = m_shape.decoderHidden, latent = m_shape.latent, state = task.rows * hidden;
    float* cell = m_cellGradient.resize(state);
    const float *start = m_lstm.initialHidden(), *fromHidden = m_lstm.initialHiddenGradient();
    const float* fromCell = m_lstm.initialCellGradient();
    for (std::int64_t i = 0; i < state; ++i)
        cell[i] = fromCell[i] + fromHidden[i] * (1.0F - start[i] * start[i]);
    m_cellFactor.pack({task.values + m_layout.latentToCell.offset, latent}, hidden, latent);
    multiply({cell, hidden}, task.rows, m_cellFactor, Into::Accumulate, latentGradient, latent);
    if (!gradients) return;
    m_cellFactor.pack({task.latents, latent}, task.rows, latent);
    multiply({cell, hidden, Layout::Transposed}, hidden, m_cellFactor, Into::Accumulate,
             gradients + m_layout.latentToCell.offset, latent);
}

}  // namespace collapsar
