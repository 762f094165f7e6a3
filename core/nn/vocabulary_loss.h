// SPDX-License-Identifier: GPL-3.0-or-later
/// Linear layer + softmax + negative log-likelihood as one step, worked in chunks of rows and blocks of the vocabulary.
/// Time-major: row t * B + b. Letters: T steps, B rows, H features, V vocabulary, Z latent. One thread per object;
/// scratch is kept and reused.
#pragma once

#include "core/nn/gemm.h"
#include "core/nn/scratch.h"
#include "core/nn/stop_flag.h"

#include <cstdint>

namespace collapsar {

struct VocabularyShape {
    std::int64_t steps = 0, rows = 0, features = 0, vocabulary = 0, latent = 0;
};
/// logits = output [V, H] * features + skip [V, Z] * z + bias [V]; skip null: closed; bias null: none.
struct OutputWeights {
    const float *output = nullptr, *skip = nullptr, *bias = nullptr;
    /// Whether a sentence's logits have a part that is the same at every step.
    [[nodiscard]] bool hasConstantPart() const { return skip || bias; }
};
/// Same shapes, added to; output null: not wanted.
struct OutputGradients {
    float *output = nullptr, *skip = nullptr, *bias = nullptr;
};
/// latent [B, Z] (used with skip only); targets [T * B], each in [0, V).
struct VocabularyTask {
    const float* latent = nullptr;
    const std::int32_t* targets = nullptr;
    const StopFlag* stop = nullptr;
};

class VocabularyLoss {
public:
    void resize(const VocabularyShape& shape);
    /// To fill before forward(): [T * B, H].
    [[nodiscard]] float* features() { return m_features.data(); }
    /// loss [B] = sum over steps of -log softmax(logits)[target], nats.
    void forward(const OutputWeights& weights, const VocabularyTask& task, float* loss);
    /// lossGradient [B]. Leaves featureGradient(); adds to latentGradient [B, Z] if skip is open. Once per forward().
    void backward(const OutputWeights& weights, const OutputGradients& gradients, const VocabularyTask& task,
                  const float* lossGradient, float* latentGradient);
    /// Both at once, where lossGradient is known before the loss: no more than one chunk of exponents is ever kept.
    void forwardBackward(const OutputWeights& weights, const OutputGradients& gradients, const VocabularyTask& task,
                         const float* lossGradient, float* loss, float* latentGradient);
    [[nodiscard]] float* featureGradient() { return m_featureGradient.data(); }

private:
    struct Rows {
        std::int64_t first, count;
    };
    void fillConstantLogits(const OutputWeights& weights, const VocabularyTask& task);
    void clearLogitSum(const OutputWeights& weights);
    void computeExponents(const OutputWeights& weights, const VocabularyTask& task, const Rows& rows, float* loss);
    void fillLogits(const OutputWeights& weights, const Rows& rows, const Rows& words);
    void fillExponents(const VocabularyTask& task, const Rows& rows, float* loss);
    [[nodiscard]] float* exponents(std::int64_t row);
    void addGradients(const OutputWeights& weights, const OutputGradients& gradients, const VocabularyTask& task,
                      const Rows& rows, const float* lossGradient);
    void addFeatureGradient(const OutputWeights& weights, const VocabularyTask& task, const Rows& rows,
                            const float* lossGradient);
    void addOutputGradient(const VocabularyTask& task, const Rows& rows, const float* lossGradient, float* gradient);
    void addLogitSum(const VocabularyTask& task, const Rows& rows, const float* lossGradient);
    void finishConstantPart(const OutputWeights& weights, const OutputGradients& gradients, const float* latent,
                            float* latentGradient);

    VocabularyShape m_shape;
    std::int64_t m_chunk = 0;      ///< rows
    std::int64_t m_firstKept = 0;  ///< row whose exponents lie first in m_exponents
    Scratch m_features, m_featureGradient, m_scaled, m_exponents, m_inverseSums, m_constantLogits, m_logitSum;
    PackedMatrix m_factor;
};

}  // namespace collapsar
