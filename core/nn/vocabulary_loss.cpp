// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/vocabulary_loss.h"

#include "core/nn/vector_math.h"

#include <algorithm>
#include <cmath>

namespace collapsar {
namespace {

constexpr std::int64_t keepLimit = std::int64_t{64} << 20;  ///< floats; above, exponents are made twice
constexpr std::int64_t hotRows = 32;       ///< rows whose logits stay in cache until their exponents are made
constexpr std::int64_t chunkRows = 512;    ///< rows at least: what packing a block of the weights is worth
constexpr std::int64_t blockWords = 1056;  ///< words whose packed weights stay in cache; whole panels of 48

std::int64_t wholeSteps(std::int64_t atLeast, std::int64_t rows) {
    return (atLeast + rows - 1) / rows * rows;
}

}  // namespace

void VocabularyLoss::resize(const VocabularyShape& shape) {
    m_shape = shape;
    const std::int64_t all = shape.steps * shape.rows;
    m_chunk = std::min(all, wholeSteps(chunkRows, shape.rows));
    m_features.resize(all * shape.features);
    m_featureGradient.resize(all * shape.features);
    m_scaled.resize(m_chunk * shape.features);
    m_inverseSums.resize(all);
}

float* VocabularyLoss::exponents(std::int64_t row) {
    return m_exponents.data() + (row - m_firstKept) * m_shape.vocabulary;
}

/// [B, V]: what does not change from step to step.
void VocabularyLoss::fillConstantLogits(const OutputWeights& weights, const VocabularyTask& task) {
    if (!weights.hasConstantPart()) return;
    const std::int64_t vocabulary = m_shape.vocabulary, latent = m_shape.latent;
    float* logits = m_constantLogits.resize(m_shape.rows * vocabulary);
    if (weights.bias) {
        for (std::int64_t b = 0; b < m_shape.rows; ++b)
            std::copy_n(weights.bias, vocabulary, logits + b * vocabulary);
    }
    if (!weights.skip) return;
    m_factor.pack({weights.skip, latent, Layout::Transposed}, latent, vocabulary);
    multiply({task.latent, latent}, m_shape.rows, m_factor, weights.bias ? Into::Accumulate : Into::Overwrite, logits,
             vocabulary);
}

void VocabularyLoss::clearLogitSum(const OutputWeights& weights) {
    const std::int64_t size = m_shape.rows * m_shape.vocabulary;
    if (weights.hasConstantPart()) std::fill_n(m_logitSum.resize(size), size, 0.0F);
}

void VocabularyLoss::forward(const OutputWeights& weights, const VocabularyTask& task, float* loss) {
    const std::int64_t all = m_shape.steps * m_shape.rows;
    const bool keepsAll = all * m_shape.vocabulary <= keepLimit;
    m_exponents.resize((keepsAll ? all : m_chunk) * m_shape.vocabulary);
    m_firstKept = 0;
    std::fill_n(loss, m_shape.rows, 0.0F);
    fillConstantLogits(weights, task);
    for (std::int64_t first = 0; first < all; first += m_chunk) {
        if (!keepsAll) m_firstKept = first;
        computeExponents(weights, task, {first, std::min(m_chunk, all - first)}, loss);
    }
}

void VocabularyLoss::backward(const OutputWeights& weights, const OutputGradients& gradients,
                              const VocabularyTask& task, const float* lossGradient, float* latentGradient) {
    const std::int64_t all = m_shape.steps * m_shape.rows;
    const bool keepsAll = all * m_shape.vocabulary <= keepLimit;
    clearLogitSum(weights);
    for (std::int64_t first = 0; first < all; first += m_chunk) {
        const Rows rows{first, std::min(m_chunk, all - first)};
        if (!keepsAll) {
            m_firstKept = first;
            computeExponents(weights, task, rows, nullptr);
        }
        addGradients(weights, gradients, task, rows, lossGradient);
    }
    if (weights.hasConstantPart()) finishConstantPart(weights, gradients, task.latent, latentGradient);
}

void VocabularyLoss::forwardBackward(const OutputWeights& weights, const OutputGradients& gradients,
                                     const VocabularyTask& task, const float* lossGradient, float* loss,
                                     float* latentGradient) {
    const std::int64_t all = m_shape.steps * m_shape.rows;
    m_exponents.resize(m_chunk * m_shape.vocabulary);
    std::fill_n(loss, m_shape.rows, 0.0F);
    fillConstantLogits(weights, task);
    clearLogitSum(weights);
    for (std::int64_t first = 0; first < all; first += m_chunk) {
        const Rows rows{first, std::min(m_chunk, all - first)};
        m_firstKept = first;
        computeExponents(weights, task, rows, loss);
        addGradients(weights, gradients, task, rows, lossGradient);
    }
    if (weights.hasConstantPart()) finishConstantPart(weights, gradients, task.latent, latentGradient);
}

/// exp(logit - largest logit) of each row, the inverse of their sum, and (if wanted) what the row adds to the loss.
void VocabularyLoss::computeExponents(const OutputWeights& weights, const VocabularyTask& task, const Rows& rows,
                                      float* loss) {
    const std::int64_t vocabulary = m_shape.vocabulary, features = m_shape.features, end = rows.first + rows.count;
    const bool isOneBlock = vocabulary <= blockWords;
    for (std::int64_t word = 0; word < vocabulary; word += blockWords) {
        if (task.stop) task.stop->check();
        const Rows words{word, std::min(blockWords, vocabulary - word)};
        m_factor.pack({weights.output + word * features, features, Layout::Transposed}, features, words.count);
        if (!isOneBlock) fillLogits(weights, rows, words);
    }
    for (std::int64_t first = rows.first; first < end; first += hotRows) {
        const Rows part{first, std::min(hotRows, end - first)};
        if (isOneBlock) fillLogits(weights, part, {0, vocabulary});
        fillExponents(task, part, loss);
    }
}

/// By m_factor, the packed weights of `words`.
void VocabularyLoss::fillLogits(const OutputWeights& weights, const Rows& rows, const Rows& words) {
    const std::int64_t vocabulary = m_shape.vocabulary;
    float* logits = exponents(rows.first) + words.first;
    const bool hasConstant = weights.hasConstantPart();
    if (hasConstant) {
        for (std::int64_t r = 0; r < rows.count; ++r) {
            const float* from = m_constantLogits.data() + (rows.first + r) % m_shape.rows * vocabulary + words.first;
            std::copy_n(from, words.count, logits + r * vocabulary);
        }
    }
    multiply({m_features.data() + rows.first * m_shape.features, m_shape.features}, rows.count, m_factor,
             hasConstant ? Into::Accumulate : Into::Overwrite, logits, vocabulary);
}

void VocabularyLoss::fillExponents(const VocabularyTask& task, const Rows& rows, float* loss) {
    const std::int64_t vocabulary = m_shape.vocabulary;
    for (std::int64_t at = rows.first; at < rows.first + rows.count; ++at) {
        float* row = exponents(at);
        const float target = row[task.targets[at]];
        const float shift = maximum(row, vocabulary);
        const float sum = expShifted(row, vocabulary, shift);
        m_inverseSums.data()[at] = 1.0F / sum;
        if (loss) loss[at % m_shape.rows] += std::log(sum) + (shift - target);
    }
}

/// The gradient of a row's logits is g * (exponents / sum - onehot(target)). It is never written: the scale goes to the
/// features, the onehot part to single rows.
void VocabularyLoss::addGradients(const OutputWeights& weights, const OutputGradients& gradients,
                                  const VocabularyTask& task, const Rows& rows, const float* lossGradient) {
    if (task.stop) task.stop->check();
    addFeatureGradient(weights, task, rows, lossGradient);
    if (gradients.output) addOutputGradient(task, rows, lossGradient, gradients.output);
    if (weights.skip || gradients.bias) addLogitSum(task, rows, lossGradient);
}

void VocabularyLoss::addFeatureGradient(const OutputWeights& weights, const VocabularyTask& task, const Rows& rows,
                                        const float* lossGradient) {
    const std::int64_t features = m_shape.features, vocabulary = m_shape.vocabulary;
    float* to = m_featureGradient.data() + rows.first * features;
    for (std::int64_t word = 0; word < vocabulary; word += blockWords) {
        if (task.stop) task.stop->check();
        m_factor.pack({weights.output + word * features, features}, std::min(blockWords, vocabulary - word), features);
        multiply({exponents(rows.first) + word, vocabulary}, rows.count, m_factor,
                 word == 0 ? Into::Overwrite : Into::Accumulate, to, features);
    }
    for (std::int64_t r = 0; r < rows.count; ++r) {
        const std::int64_t at = rows.first + r;
        const float g = lossGradient[at % m_shape.rows], scale = g * m_inverseSums.data()[at];
        const float* target = weights.output + task.targets[at] * features;
        for (std::int64_t f = 0; f < features; ++f)
            to[r * features + f] = scale * to[r * features + f] - g * target[f];
    }
}

void VocabularyLoss::addOutputGradient(const VocabularyTask& task, const Rows& rows, const float* lossGradient,
                                       float* gradient) {
    const std::int64_t features = m_shape.features, vocabulary = m_shape.vocabulary;
    const float* from = m_features.data() + rows.first * features;
    float* scaled = m_scaled.data();
    for (std::int64_t r = 0; r < rows.count; ++r) {
        const std::int64_t at = rows.first + r;
        const float g = lossGradient[at % m_shape.rows], scale = g * m_inverseSums.data()[at];
        float* target = gradient + task.targets[at] * features;
        for (std::int64_t f = 0; f < features; ++f) {
            scaled[r * features + f] = scale * from[r * features + f];
            target[f] -= g * from[r * features + f];
        }
    }
    m_factor.pack({scaled, features}, rows.count, features);
    for (std::int64_t word = 0; word < vocabulary; word += blockWords) {
        if (task.stop) task.stop->check();
        multiply({exponents(rows.first) + word, vocabulary, Layout::Transposed},
                 std::min(blockWords, vocabulary - word), m_factor, Into::Accumulate, gradient + word * features,
                 features);
    }
}

/// Gradient of the logits summed over the steps, [B, V]: all that skip path and bias need.
void VocabularyLoss::addLogitSum(const VocabularyTask& task, const Rows& rows, const float* lossGradient) {
    const std::int64_t vocabulary = m_shape.vocabulary;
    for (std::int64_t at = rows.first; at < rows.first + rows.count; ++at) {
        const std::int64_t b = at % m_shape.rows;
        const float scale = lossGradient[b] * m_inverseSums.data()[at];
        const float* from = exponents(at);
        float* sum = m_logitSum.data() + b * vocabulary;
        for (std::int64_t v = 0; v < vocabulary; ++v)
            sum[v] += scale * from[v];
        sum[task.targets[at]] -= lossGradient[b];
    }
}

void VocabularyLoss::finishConstantPart(const OutputWeights& weights, const OutputGradients& gradients,
                                        const float* latent, float* latentGradient) {
    const std::int64_t vocabulary = m_shape.vocabulary, width = m_shape.latent;
    if (gradients.bias) {
        for (std::int64_t b = 0; b < m_shape.rows; ++b) {
            const float* sum = m_logitSum.data() + b * vocabulary;
            for (std::int64_t v = 0; v < vocabulary; ++v)
                gradients.bias[v] += sum[v];
        }
    }
    if (!weights.skip) return;
    m_factor.pack({weights.skip, width}, vocabulary, width);
    multiply({m_logitSum.data(), vocabulary}, m_shape.rows, m_factor, Into::Accumulate, latentGradient, width);
    if (!gradients.skip) return;
    m_factor.pack({latent, width}, m_shape.rows, width);
    multiply({m_logitSum.data(), vocabulary, Layout::Transposed}, vocabulary, m_factor, Into::Accumulate,
             gradients.skip, width);
}

}  // namespace collapsar
