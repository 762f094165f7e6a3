// SPDX-License-Identifier: GPL-3.0-or-later
/// What becomes of the encoder head's outputs before they are the posterior q(z|x): nothing (Gaussian), or one of two
/// maps that keep its KL from 0 by construction (batch_norm.h, delta_posterior.h). Torch-free. Letters: B batch, Z
/// latent.
#pragma once

#include "core/model/batch_norm.h"
#include "core/model/delta_posterior.h"
#include "core/model/parameters.h"

#include <cstdint>
#include <span>
#include <vector>

namespace collapsar {

/// Mean and log variance, or gradients by them, each [rows, Z].
struct PosteriorView {
    float* mean = nullptr;
    float* logVariance = nullptr;
    std::int64_t rows = 0;
};

/// In training. One batch at a time; one thread.
class PosteriorConstraint {
public:
    explicit PosteriorConstraint(const ModelShape& shape);

    [[nodiscard]] bool isIdentity() const { return m_kind == PosteriorKind::Gaussian; }
    /// In place. `values`: the encoder's flat buffer. The rows must be the whole batch, since batch norm takes its
    /// statistics from them: at least 2, else std::invalid_argument.
    void forward(const float* values, const PosteriorView& outputs);
    /// In place: gradients by the posterior -> by the head's outputs, of the last forward(). Adds those of weights to
    /// the flat buffer.
    void backward(const float* values, const PosteriorView& gradients, float* flat);
    /// Batch norm: of the last forward(); else empty.
    [[nodiscard]] const BatchStatistics<float>& statistics() const { return m_batchNorm.statistics(); }

private:
    PosteriorKind m_kind;
    BatchNormBlocks m_blocks;
    std::int64_t m_latent;
    BatchNorm<float> m_batchNorm;
    DeltaPosterior m_delta;
    std::vector<float> m_mean, m_logVariance;  ///< Delta: what went into forward()
};

/// Moves the running statistics in the encoder's flat buffer; nothing where the statistics are empty.
void moveRunning(const ModelShape& shape, const BatchStatistics<float>& batch, std::span<float> values);

/// In evaluation: rows are independent of each other. Immutable, any number of threads.
class EvaluationConstraint {
public:
    explicit EvaluationConstraint(const Parameters& parameters);
    /// In place.
    void apply(const PosteriorView& outputs) const;

private:
    PosteriorKind m_kind;
    std::int64_t m_latent;
    RunningBatchNorm<float> m_batchNorm;
    DeltaPosterior m_delta;
};

}  // namespace collapsar
