// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/encoder_pass.h"

#include <algorithm>
#include <cmath>

namespace collapsar {
namespace {

/// The step at which a direction reads token `t`, and the other way round: direction 1 begins at the sentence's end.
std::int64_t stepOf(std::int64_t t, std::int64_t length, int direction) {
    return direction == 0 ? t : length - 1 - t;
}

}  // namespace

EncoderPass::EncoderPass(const ModelShape& shape)
    : m_shape(shape),
      m_layout(encoderLayout(shape)),
      m_directions(shape.directions()),
      m_lstms(m_layout.lstm.size()),
      m_pooled(static_cast<std::size_t>(m_directions)) {}

void EncoderPass::forward(const EncoderTask& task, float* mean, float* logVariance) {
    for (int layer = 0; layer < m_shape.encoderLayers; ++layer) {
        for (int direction = 0; direction < m_directions; ++direction)
            forwardLayer(task, layer, direction);
    }
    for (int direction = 0; direction < m_directions; ++direction)
        pool(task, direction);
    headForward(task, mean, logVariance);
}

void EncoderPass::forwardLayer(const EncoderTask& task, int layer, int direction) {
    const std::int64_t hidden = m_shape.encoderHidden;
    LstmSequence& sequence = lstm(layer, direction);
    sequence.resize({task.length, task.rows, layer == 0 ? m_shape.embedding : m_shape.features(), hidden});
    fillInputs(task, layer, direction, sequence.inputs());
    std::fill_n(sequence.initialHidden(), task.rows * hidden, 0.0F);
    std::fill_n(sequence.initialCell(), task.rows * hidden, 0.0F);
    const auto& blocks = m_layout.lstm[static_cast<std::size_t>(layer * m_directions + direction)];
    sequence.forward(lstmWeights(blocks, task.values), task.stop);
}

/// Words, or the states of all directions of the layer below, in the order in which the direction reads them.
void EncoderPass::fillInputs(const EncoderTask& task, int layer, int direction, float* input) {
    const std::int64_t embedding = m_shape.embedding, hidden = m_shape.encoderHidden;
    const float* table = task.values + m_layout.embedding.offset;
    for (std::int64_t step = 0; step < task.length; ++step) {
        const std::int64_t t = stepOf(step, task.length, direction);
        for (std::int64_t b = 0; b < task.rows; ++b) {
            if (layer == 0) {
                std::copy_n(table + task.tokens[b * task.length + t] * embedding, embedding, input);
                input += embedding;
                continue;
            }
            for (int below = 0; below < m_directions; ++below, input += hidden) {
                const std::int64_t row = stepOf(t, task.length, below) * task.rows + b;
                std::copy_n(lstm(layer - 1, below).hidden() + row * hidden, hidden, input);
            }
        }
    }
}

void EncoderPass::pool(const EncoderTask& task, int direction) {
    const std::int64_t state = task.rows * m_shape.encoderHidden;
    Pooled& result = m_pooled[static_cast<std::size_t>(direction)];
    float* pooled = result.states.resize(state);
    const float* states = lstm(m_shape.encoderLayers - 1, direction).hidden();
    switch (task.pooling) {
        case Pooling::Last:
            std::copy_n(states + (task.length - 1) * state, state, pooled);
            return;
        case Pooling::Mean:
            std::fill_n(pooled, state, 0.0F);
            for (std::int64_t t = 0; t < task.length; ++t) {
                for (std::int64_t i = 0; i < state; ++i)
                    pooled[i] += states[t * state + i];
            }
            for (std::int64_t i = 0; i < state; ++i)
                pooled[i] /= static_cast<float>(task.length);
            return;
        case Pooling::Max:
        case Pooling::AbsMax:
            choose(task, states, result);
            return;
    }
}

/// Largest value (Max) or value of largest size (AbsMax) over the steps; ties go to the step that was read first.
void EncoderPass::choose(const EncoderTask& task, const float* states, Pooled& result) const {
    const std::int64_t state = task.rows * m_shape.encoderHidden;
    float* pooled = result.states.data();
    std::copy_n(states, state, pooled);
    result.choice.assign(static_cast<std::size_t>(state), 0);
    std::int32_t* choice = result.choice.data();
    const bool bySize = task.pooling == Pooling::AbsMax;
    for (std::int64_t t = 1; t < task.length; ++t) {
        for (std::int64_t i = 0; i < state; ++i) {
            const float value = states[t * state + i];
            const bool larger = bySize ? std::abs(value) > std::abs(pooled[i]) : value > pooled[i];
            pooled[i] = larger ? value : pooled[i];
            choice[i] = larger ? static_cast<std::int32_t>(t) : choice[i];
        }
    }
}

void EncoderPass::headForward(const EncoderTask& task, float* mean, float* logVariance) {
    const std::int64_t hidden = m_shape.encoderHidden, latent = m_shape.latent, features = m_shape.features();
    float* head = m_head.resize(task.rows * 2 * latent);
    for (int direction = 0; direction < m_directions; ++direction) {
        const float* weights = task.values + m_layout.head.offset + direction * hidden;
        m_headFactor.pack({weights, features, Layout::Transposed}, hidden, 2 * latent);
        multiply({m_pooled[static_cast<std::size_t>(direction)].states.data(), hidden}, task.rows, m_headFactor,
                 direction == 0 ? Into::Overwrite : Into::Accumulate, head, 2 * latent);
    }
    for (std::int64_t b = 0; b < task.rows; ++b) {
        float* row = head + b * 2 * latent;
        for (std::int64_t i = 0; i < m_layout.headBias.size(); ++i)
            row[i] += task.values[m_layout.headBias.offset + i];
        std::copy_n(row, latent, mean + b * latent);
        std::copy_n(row + latent, latent, logVariance + b * latent);
    }
}

void EncoderPass::backward(const EncoderTask& task, const float* meanGradient, const float* logVarianceGradient,
                           float* gradients) {
    headBackward(task, meanGradient, logVarianceGradient, gradients);
    for (int direction = 0; direction < m_directions; ++direction)
        unpool(task, direction);
    for (int layer = m_shape.encoderLayers - 1; layer >= 0; --layer) {
        for (int direction = 0; direction < m_directions; ++direction) {
            const auto& blocks = m_layout.lstm[static_cast<std::size_t>(layer * m_directions + direction)];
            lstm(layer, direction)
                .backward(lstmWeights(blocks, task.values), lstmGradients(blocks, gradients), task.stop);
            if (layer == 0) embeddingsBackward(task, direction, gradients);
            for (int below = 0; layer > 0 && below < m_directions; ++below)
                statesBackward(task, layer, direction, below);
        }
    }
}

void EncoderPass::headBackward(const EncoderTask& task, const float* meanGradient, const float* logVarianceGradient,
                               float* gradients) {
    const std::int64_t hidden = m_shape.encoderHidden, latent = m_shape.latent, features = m_shape.features();
    float* head = m_head.data();
    for (std::int64_t b = 0; b < task.rows; ++b) {
        std::copy_n(meanGradient + b * latent, latent, head + b * 2 * latent);
        std::copy_n(logVarianceGradient + b * latent, latent, head + b * 2 * latent + latent);
    }
    for (std::int64_t i = 0; i < task.rows * m_layout.headBias.size(); ++i)
        gradients[m_layout.headBias.offset + i % (2 * latent)] += head[i];
    for (int direction = 0; direction < m_directions; ++direction) {
        Pooled& pooled = m_pooled[static_cast<std::size_t>(direction)];
        const std::int64_t columns = m_layout.head.offset + direction * hidden;
        pooled.gradient.resize(task.rows * hidden);
        m_headFactor.pack({task.values + columns, features}, 2 * latent, hidden);
        multiply({head, 2 * latent}, task.rows, m_headFactor, Into::Overwrite, pooled.gradient.data(), hidden);
        m_headFactor.pack({pooled.states.data(), hidden}, task.rows, hidden);
        multiply({head, 2 * latent, Layout::Transposed}, 2 * latent, m_headFactor, Into::Accumulate,
                 gradients + columns, features);
    }
}

void EncoderPass::unpool(const EncoderTask& task, int direction) {
    const std::int64_t state = task.rows * m_shape.encoderHidden;
    const Pooled& pooled = m_pooled[static_cast<std::size_t>(direction)];
    const float* pooledGradient = pooled.gradient.data();
    float* to = lstm(m_shape.encoderLayers - 1, direction).hiddenGradient();
    if (task.pooling == Pooling::Mean) {
        const float share = 1.0F / static_cast<float>(task.length);
        for (std::int64_t t = 0; t < task.length; ++t) {
            for (std::int64_t i = 0; i < state; ++i)
                to[t * state + i] = share * pooledGradient[i];
        }
        return;
    }
    std::fill_n(to, task.length * state, 0.0F);
    if (task.pooling == Pooling::Last) {
        std::copy_n(pooledGradient, state, to + (task.length - 1) * state);
        return;
    }
    for (std::int64_t i = 0; i < state; ++i)
        to[pooled.choice[static_cast<std::size_t>(i)] * state + i] = pooledGradient[i];
}

void EncoderPass::embeddingsBackward(const EncoderTask& task, int direction, float* gradients) {
    const std::int64_t embedding = m_shape.embedding;
    const float* from = lstm(0, direction).inputGradient();
    for (std::int64_t step = 0; step < task.length; ++step) {
        const std::int64_t t = stepOf(step, task.length, direction);
        for (std::int64_t b = 0; b < task.rows; ++b, from += embedding) {
            float* row = gradients + m_layout.embedding.offset + task.tokens[b * task.length + t] * embedding;
            for (std::int64_t e = 0; e < embedding; ++e)
                row[e] += from[e];
        }
    }
}

/// Adds what a direction of `layer` wants of the states of one direction of the layer below.
void EncoderPass::statesBackward(const EncoderTask& task, int layer, int direction, int below) {
    const std::int64_t hidden = m_shape.encoderHidden, features = m_shape.features();
    const float* from = lstm(layer, direction).inputGradient() + below * hidden;
    float* states = lstm(layer - 1, below).hiddenGradient();
    if (direction == 0) std::fill_n(states, task.length * task.rows * hidden, 0.0F);
    for (std::int64_t step = 0; step < task.length; ++step) {
        const std::int64_t t = stepOf(step, task.length, direction);
        float* to = states + stepOf(t, task.length, below) * task.rows * hidden;
        for (std::int64_t b = 0; b < task.rows; ++b, from += features, to += hidden) {
            for (std::int64_t i = 0; i < hidden; ++i)
                to[i] += from[i];
        }
    }
}

}  // namespace collapsar
