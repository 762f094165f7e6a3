// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/decoder_pass.h"

#include "core/model/encoder_pass.h"
#include "core/nn/vector_math.h"

#include <algorithm>

namespace collapsar {

DecoderPass::DecoderPass(const ModelShape& shape)
    : m_shape(shape), m_layout(decoderLayout(shape)), m_lstms(m_layout.lstm.size()), m_rowGates(m_layout.lstm.size()) {}

OutputWeights DecoderPass::outputWeights(const DecoderTask& task) const {
    return {.output = task.values + m_layout.output.offset,
            .skip = hasSkip(task) ? task.values + m_layout.skip.offset : nullptr,
            .bias = m_shape.biases ? task.values + m_layout.outputBias.offset : nullptr};
}

OutputGradients DecoderPass::outputGradients(const DecoderTask& task, float* gradients) const {
    if (!gradients) return {};
    return {.output = gradients + m_layout.output.offset,
            .skip = hasSkip(task) ? gradients + m_layout.skip.offset : nullptr,
            .bias = m_shape.biases ? gradients + m_layout.outputBias.offset : nullptr};
}

VocabularyTask DecoderPass::vocabularyTask(const DecoderTask& task) const {
    return {task.latents, m_targets.data(), task.stop};
}

void DecoderPass::forward(const DecoderTask& task, float* reconstruction, float* gradients) {
    const std::int64_t steps = task.length - 1, hidden = m_shape.decoderHidden;
    for (std::size_t layer = 0; layer < m_lstms.size(); ++layer) {
        const std::int64_t inputs = layer == 0 ? m_shape.embedding + m_shape.latent : hidden;
        m_lstms[layer].resize({steps, task.rows, inputs, hidden});
    }
    m_loss.resize({steps, task.rows, hidden, m_shape.vocabulary, m_shape.latent});
    startState(task);
    fillInputs(task);
    forwardLayers(task);
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

/// Of the last layer. He: c0 = W z, h0 = tanh(c0). Kim: h0 = W z, c0 = 0. Other layers, and a language model's, start
/// at zero.
void DecoderPass::startState(const DecoderTask& task) {
    const std::int64_t hidden = m_shape.decoderHidden, latent = m_shape.latent, state = task.rows * hidden;
    for (LstmSequence& lstm : m_lstms) {
        std::fill_n(lstm.initialHidden(), state, 0.0F);
        std::fill_n(lstm.initialCell(), state, 0.0F);
    }
    if (latent == 0) return;
    const bool isCell = m_shape.start == DecoderStart::He;
    float* start = isCell ? last().initialCell() : last().initialHidden();
    for (std::int64_t i = 0; m_shape.biases && i < state; ++i)
        start[i] = task.values[m_layout.startBias.offset + i % hidden];
    m_latentFactor.pack({task.values + m_layout.start.offset, latent, Layout::Transposed}, latent, hidden);
    multiply({task.latents, latent}, task.rows, m_latentFactor, m_shape.biases ? Into::Accumulate : Into::Overwrite,
             start, hidden);
    if (isCell) tanhInto(start, last().initialHidden(), state);
}

void DecoderPass::forwardLayers(const DecoderTask& task) {
    const std::int64_t states = (task.length - 1) * task.rows * m_shape.decoderHidden;
    for (std::size_t layer = 0; layer < m_lstms.size(); ++layer) {
        if (layer > 0) std::copy_n(m_lstms[layer - 1].hidden(), states, m_lstms[layer].inputs());
        LstmWeights weights = lstmWeights(m_layout.lstm[layer], task.values);
        weights.rowGates = rowGates(task, layer);
        m_lstms[layer].forward(weights, task.stop);
    }
}

/// z through the skip path into a layer above the first: the same at every step.
const float* DecoderPass::rowGates(const DecoderTask& task, std::size_t layer) {
    if (layer == 0 || !hasSkip(task)) return nullptr;
    const std::int64_t gates = 4 * std::int64_t{m_shape.decoderHidden}, latent = m_shape.latent;
    float* sums = m_rowGates[layer].resize(task.rows * gates);
    m_latentFactor.pack({task.values + m_layout.layerSkips[layer].offset, latent, Layout::Transposed}, latent, gates);
    multiply({task.latents, latent}, task.rows, m_latentFactor, Into::Overwrite, sums, gates);
    return sums;
}

void DecoderPass::fillInputs(const DecoderTask& task) {
    const std::int64_t embedding = m_shape.embedding, latent = m_shape.latent;
    const float* table = task.values + m_layout.embedding.offset;
    const std::int32_t* inputs = task.inputs ? task.inputs : task.tokens;
    float* input = m_lstms.front().inputs();
    m_targets.resize(static_cast<std::size_t>((task.length - 1) * task.rows));
    std::int32_t* target = m_targets.data();
    for (std::int64_t t = 0; t + 1 < task.length; ++t) {
        for (std::int64_t b = 0; b < task.rows; ++b, input += embedding + latent) {
            const std::int32_t* token = task.tokens + b * task.length + t;
            const float* from = table + inputs[b * task.length + t] * embedding;
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
    const float* from = last().hidden();
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
    backwardLayers(task, latentGradient, gradients);
    inputsBackward(task, latentGradient, gradients);
    startStateBackward(task, latentGradient, gradients);
}

void DecoderPass::featuresBackward(const DecoderTask& task) {
    const std::int64_t state = task.rows * m_shape.decoderHidden;
    const float* from = m_loss.featureGradient();
    float* to = last().hiddenGradient();
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
    const std::int32_t* inputs = task.inputs ? task.inputs : task.tokens;
    const float* from = m_lstms.front().inputGradient();
    for (std::int64_t t = 0; t + 1 < task.length; ++t) {
        for (std::int64_t b = 0; b < task.rows; ++b, from += embedding + latent) {
            for (std::int64_t z = 0; z < latent; ++z)
                latentGradient[b * latent + z] += from[embedding + z];
            if (!gradients) continue;
            float* row = gradients + m_layout.embedding.offset + inputs[b * task.length + t] * embedding;
            const float* mask = task.maskIn ? task.maskIn + (t * task.batchRows + b) * embedding : nullptr;
            for (std::int64_t e = 0; e < embedding; ++e)
                row[e] += mask ? from[e] * mask[e] : from[e];
        }
    }
}

void DecoderPass::backwardLayers(const DecoderTask& task, float* latentGradient, float* gradients) {
    const std::int64_t states = (task.length - 1) * task.rows * m_shape.decoderHidden;
    for (std::size_t layer = m_lstms.size(); layer-- > 0;) {
        const LstmBlocks& blocks = m_layout.lstm[layer];
        const LstmGradients lstm = gradients ? lstmGradients(blocks, gradients) : LstmGradients{};
        m_lstms[layer].backward(lstmWeights(blocks, task.values), lstm, task.stop);
        if (layer == 0) return;
        if (hasSkip(task)) layerSkipBackward(task, layer, latentGradient, gradients);
        std::copy_n(m_lstms[layer].inputGradient(), states, m_lstms[layer - 1].hiddenGradient());
    }
}

void DecoderPass::layerSkipBackward(const DecoderTask& task, std::size_t layer, float* latentGradient,
                                    float* gradients) {
    const std::int64_t gates = 4 * std::int64_t{m_shape.decoderHidden}, latent = m_shape.latent;
    const std::int64_t offset = m_layout.layerSkips[layer].offset;
    float* sum = m_gateGradient.resize(task.rows * gates);
    std::fill_n(sum, task.rows * gates, 0.0F);
    m_lstms[layer].addRowGateGradient(sum);
    m_latentFactor.pack({task.values + offset, latent}, gates, latent);
    multiply({sum, gates}, task.rows, m_latentFactor, Into::Accumulate, latentGradient, latent);
    if (!gradients) return;
    m_latentFactor.pack({task.latents, latent}, task.rows, latent);
    multiply({sum, gates, Layout::Transposed}, gates, m_latentFactor, Into::Accumulate, gradients + offset, latent);
}

void DecoderPass::startStateBackward(const DecoderTask& task, float* latentGradient, float* gradients) {
    const std::int64_t hidden = m_shape.decoderHidden, latent = m_shape.latent, state = task.rows * hidden;
    if (latent == 0) return;
    float* gradient = m_startGradient.resize(state);
    const float *start = last().initialHidden(), *fromHidden = last().initialHiddenGradient();
    const float* fromCell = last().initialCellGradient();
    const bool isCell = m_shape.start == DecoderStart::He;
    for (std::int64_t i = 0; i < state; ++i)
        gradient[i] = isCell ? fromCell[i] + fromHidden[i] * (1.0F - start[i] * start[i]) : fromHidden[i];
    m_latentFactor.pack({task.values + m_layout.start.offset, latent}, hidden, latent);
    multiply({gradient, hidden}, task.rows, m_latentFactor, Into::Accumulate, latentGradient, latent);
    if (!gradients) return;
    for (std::int64_t i = 0; m_shape.biases && i < state; ++i)
        gradients[m_layout.startBias.offset + i % hidden] += gradient[i];
    m_latentFactor.pack({task.latents, latent}, task.rows, latent);
    multiply({gradient, hidden, Layout::Transposed}, hidden, m_latentFactor, Into::Accumulate,
             gradients + m_layout.start.offset, latent);
}

}  // namespace collapsar
