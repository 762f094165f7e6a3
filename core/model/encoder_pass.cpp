// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/encoder_pass.h"

#include <algorithm>
#include <cmath>

namespace collapsar {

EncoderPass::EncoderPass(const ModelShape& shape) : m_shape(shape), m_layout(encoderLayout(shape)) {}

void EncoderPass::forward(const EncoderTask& task, float* mean, float* logVariance) {
    const std::int64_t embedding = m_shape.embedding, hidden = m_shape.encoderHidden, latent = m_shape.latent;
    m_lstm.resize({task.length, task.rows, embedding, hidden});
    const float* table = task.values + m_layout.embedding.offset;
    float* input = m_lstm.inputs();
    for (std::int64_t t = 0; t < task.length; ++t) {
        for (std::int64_t b = 0; b < task.rows; ++b, input += embedding) {
            std::copy_n(table + task.tokens[b * task.length + t] * embedding, embedding, input);
        }
    }
    std::fill_n(m_lstm.initialHidden(), task.rows * hidden, 0.0F);
    std::fill_n(m_lstm.initialCell(), task.rows * hidden, 0.0F);
    m_lstm.forward(lstmWeights(m_layout, task.values), task.stop);
    pool(task);
    float* head = m_head.resize(task.rows * 2 * latent);
    m_headFactor.pack({task.values + m_layout.head.offset, hidden, Layout::Transposed}, hidden, 2 * latent);
    multiply({m_pooled.data(), hidden}, task.rows, m_headFactor, Into::Overwrite, head, 2 * latent);
    for (std::int64_t b = 0; b < task.rows; ++b) {
        std::copy_n(head + b * 2 * latent, latent, mean + b * latent);
        std::copy_n(head + b * 2 * latent + latent, latent, logVariance + b * latent);
    }
}

void EncoderPass::pool(const EncoderTask& task) {
    const std::int64_t state = task.rows * m_shape.encoderHidden;
    float* pooled = m_pooled.resize(state);
    const float* states = m_lstm.hidden();
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
            choose(task);
            return;
    }
}

/// Largest value (Max) or value of largest size (AbsMax) over the steps; ties go to the earliest step.
void EncoderPass::choose(const EncoderTask& task) {
    const std::int64_t state = task.rows * m_shape.encoderHidden;
    float* pooled = m_pooled.data();
    const float* states = m_lstm.hidden();
    std::copy_n(states, state, pooled);
    m_choice.assign(static_cast<std::size_t>(state), 0);
    const bool bySize = task.pooling == Pooling::AbsMax;
    for (std::int64_t t = 1; t < task.length; ++t) {
        for (std::int64_t i = 0; i < state; ++i) {
            const float value = states[t * state + i];
            const bool larger = bySize ? std::abs(value) > std::abs(pooled[i]) : value > pooled[i];
            pooled[i] = larger ? value : pooled[i];
            m_choice[static_cast<std::size_t>(i)] =
                larger ? static_cast<std::int32_t>(t) : m_choice[static_cast<std::size_t>(i)];
        }
    }
}

void EncoderPass::backward(const EncoderTask& task, const float* meanGradient, const float* logVarianceGradient,
                           float* gradients) {
    const std::int64_t embedding = m_shape.embedding, hidden = m_shape.encoderHidden, latent = m_shape.latent;
    float* head = m_head.data();
    for (std::int64_t b = 0; b < task.rows; ++b) {
        std::copy_n(meanGradient + b * latent, latent, head + b * 2 * latent);
        std::copy_n(logVarianceGradient + b * latent, latent, head + b * 2 * latent + latent);
    }
    float* pooledGradient = m_pooledGradient.resize(task.rows * hidden);
    m_headFactor.pack({task.values + m_layout.head.offset, hidden}, 2 * latent, hidden);
    multiply({head, 2 * latent}, task.rows, m_headFactor, Into::Overwrite, pooledGradient, hidden);
    m_headFactor.pack({m_pooled.data(), hidden}, task.rows, hidden);
    multiply({head, 2 * latent, Layout::Transposed}, 2 * latent, m_headFactor, Into::Accumulate,
             gradients + m_layout.head.offset, hidden);
    unpool(task, pooledGradient);
    m_lstm.backward(lstmWeights(m_layout, task.values), lstmGradients(m_layout, gradients), task.stop);
    const float* from = m_lstm.inputGradient();
    for (std::int64_t t = 0; t < task.length; ++t) {
        for (std::int64_t b = 0; b < task.rows; ++b, from += embedding) {
            float* row = gradients + m_layout.embedding.offset + task.tokens[b * task.length + t] * embedding;
            for (std::int64_t e = 0; e < embedding; ++e)
                row[e] += from[e];
        }
    }
}

void EncoderPass::unpool(const EncoderTask& task, const float* pooledGradient) {
    const std::int64_t state = task.rows * m_shape.encoderHidden;
    float* to = m_lstm.hiddenGradient();
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
        to[m_choice[static_cast<std::size_t>(i)] * state + i] = pooledGradient[i];
}

}  // namespace collapsar
