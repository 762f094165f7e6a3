// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/vocabulary_loss.h"

#include "core/nn/vector_math.h"

#include <algorithm>
#include <cmath>

namespace collapsar {
namespace {

constexpr std::int64_t keepLimit = std::int64_t{64} << 20;  ///< floats; above, exponents are made twice
constexpr std::int64_t forwardChunk = 32;                   ///< rows at least: logits stay in cache until they are used
constexpr std::int64_t backwardChunk = 256;  ///< rows at least: bounds the time between looks at the stop flag

std::int64_t wholeSteps(std::int64_t atLeast, std::int64_t rows) {
    return (atLeast + rows - 1) / rows * rows;
}

}  // namespace

void VocabularyLoss::resize(const VocabularyShape& shape) {
    m_shape = shape;
    const std::int64_t all = shape.steps * shape.rows;
    m_forwardRows = wholeSteps(forwardChunk, shape.rows);
    m_backwardRows = wholeSteps(backwardChunk, shape.rows);
    m_keepsAll = all * shape.vocabulary <= keepLimit;
    if (!m_keepsAll) m_forwardRows = m_backwardRows;
    m_features.resize(all * shape.features);
    m_featureGradient.resize(all * shape.features);
    m_scaled.resize(all * shape.features);
    m_inverseSums.resize(all);
    m_exponents.resize((m_keepsAll ? all : m_backwardRows) * shape.vocabulary);
}

float* VocabularyLoss::exponents(const Rows& rows) {
    return m_exponents.data() + (m_keepsAll ? rows.first * m_shape.vocabulary : 0);
}

void VocabularyLoss::forward(const OutputWeights& weights, const VocabularyTask& task, float* loss) {
    const std::int64_t all = m_shape.steps * m_shape.rows, vocabulary = m_shape.vocabulary;
    std::fill_n(loss, m_shape.rows, 0.0F);
    if (weights.skip) {
        PackedMatrix& factor = m_gradientFactor;
        factor.pack({weights.skip, m_shape.latent, Layout::Transposed}, m_shape.latent, vocabulary);
        m_skipLogits.resize(m_shape.rows * vocabulary);
        multiply({task.latent, m_shape.latent}, m_shape.rows, factor, Into::Overwrite, m_skipLogits.data(), vocabulary);
    }
    m_logitFactor.pack({weights.output, m_shape.features, Layout::Transposed}, m_shape.features, vocabulary);
    for (std::int64_t first = 0; first < all; first += m_forwardRows) {
        if (task.stop) task.stop->check();
        computeExponents(weights, task, {first, std::min(m_forwardRows, all - first)}, loss);
    }
}

/// exp(logit - largest logit) of each row, the inverse of their sum, and (if wanted) what the row adds to the loss.
void VocabularyLoss::computeExponents(const OutputWeights& weights, const VocabularyTask& task, const Rows& rows,
                                      float* loss) {
    const std::int64_t vocabulary = m_shape.vocabulary;
    float* logits = exponents(rows);
    if (weights.skip) {
        for (std::int64_t r = 0; r < rows.count; r += m_shape.rows) {
            std::copy_n(m_skipLogits.data(), m_shape.rows * vocabulary, logits + r * vocabulary);
        }
    }
    multiply({m_features.data() + rows.first * m_shape.features, m_shape.features}, rows.count, m_logitFactor,
             weights.skip ? Into::Accumulate : Into::Overwrite, logits, vocabulary);
    for (std::int64_t r = 0; r < rows.count; ++r) {
        float* row = logits + r * vocabulary;
        const std::int64_t at = rows.first + r;
        const float target = row[task.targets[at]];
        const float shift = maximum(row, vocabulary);
        const float sum = expShifted(row, vocabulary, shift);
        m_inverseSums.data()[at] = 1.0F / sum;
        if (loss) loss[at % m_shape.rows] += std::log(sum) + (shift - target);
    }
}

void VocabularyLoss::backward(const OutputWeights& weights, const OutputGradients& gradients,
                              const VocabularyTask& task, const float* lossGradient, float* latentGradient) {
    const std::int64_t all = m_shape.steps * m_shape.rows;
    m_featureFactor.pack({weights.output, m_shape.features}, m_shape.vocabulary, m_shape.features);
    if (weights.skip)
        std::fill_n(m_skipSum.resize(m_shape.rows * m_shape.vocabulary), m_shape.rows * m_shape.vocabulary, 0.0F);
    for (std::int64_t first = 0; first < all; first += m_backwardRows) {
        if (task.stop) task.stop->check();
        const Rows rows{first, std::min(m_backwardRows, all - first)};
        if (!m_keepsAll) computeExponents(weights, task, rows, nullptr);
        addGradients(weights, gradients, task, rows, lossGradient);
        if (weights.skip) addSkipSum(task, rows, lossGradient);
    }
    if (weights.skip) finishSkip(weights, gradients, task.latent, latentGradient);
}

/// The gradient of a row's logits is g * (exponents / sum - onehot(target)). It is never written: the scale goes to the
/// features, the onehot part to single rows.
void VocabularyLoss::addGradients(const OutputWeights& weights, const OutputGradients& gradients,
                                  const VocabularyTask& task, const Rows& rows, const float* lossGradient) {
    const std::int64_t features = m_shape.features, vocabulary = m_shape.vocabulary;
    const float* from = m_features.data() + rows.first * features;
    float* to = m_featureGradient.data() + rows.first * features;
    float* scaled = m_scaled.data();
    multiply({exponents(rows), vocabulary}, rows.count, m_featureFactor, Into::Overwrite, to, features);
    for (std::int64_t r = 0; r < rows.count; ++r) {
        const std::int64_t at = rows.first + r;
        const float g = lossGradient[at % m_shape.rows], scale = g * m_inverseSums.data()[at];
        const float* target = weights.output + task.targets[at] * features;
        for (std::int64_t f = 0; f < features; ++f) {
            to[r * features + f] = scale * to[r * features + f] - g * target[f];
            scaled[r * features + f] = scale * from[r * features + f];
        }
    }
    if (!gradients.output) return;
    m_gradientFactor.pack({scaled, features}, rows.count, features);
    multiply({exponents(rows), vocabulary, Layout::Transposed}, vocabulary, m_gradientFactor, Into::Accumulate,
             gradients.output, features);
    for (std::int64_t r = 0; r < rows.count; ++r) {
        const std::int64_t at = rows.first + r;
        const float g = lossGradient[at % m_shape.rows];
        float* target = gradients.output + task.targets[at] * features;
        for (std::int64_t f = 0; f < features; ++f)
            target[f] -= g * from[r * features + f];
    }
}

/// Gradient of the logits summed over the steps, [B, V]: all that the skip path needs.
void VocabularyLoss::addSkipSum(const VocabularyTask& task, const Rows& rows, const float* lossGradient) {
    const std::int64_t vocabulary = m_shape.vocabulary;
    for (std::int64_t r = 0; r < rows.count; ++r) {
        const std::int64_t at = rows.first + r, b = at % m_shape.rows;
        const float scale = lossGradient[b] * m_inverseSums.data()[at];
        const float* from = exponents(rows) + r * vocabulary;
        float* sum = m_skipSum.data() + b * vocabulary;
        for (std::int64_t v = 0; v < vocabulary; ++v)
            sum[v] += scale * from[v];
        sum[task.targets[at]] -= lossGradient[b];
    }
}

void VocabularyLoss::finishSkip(const OutputWeights& weights, const OutputGradients& gradients, const float* latent,
                                float* latentGradient) {
    const std::int64_t vocabulary = m_shape.vocabulary, width = m_shape.latent;
    m_gradientFactor.pack({weights.skip, width}, vocabulary, width);
    multiply({m_skipSum.data(), vocabulary}, m_shape.rows, m_gradientFactor, Into::Accumulate, latentGradient, width);
    if (!gradients.skip) return;
    m_gradientFactor.pack({latent, width}, m_shape.rows, width);
    multiply({m_skipSum.data(), vocabulary, Layout::Transposed}, vocabulary, m_gradientFactor, Into::Accumulate,
             gradients.skip, width);
}

}  // namespace collapsar
