// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/posterior_constraint.h"

#include <stdexcept>

namespace collapsar {
namespace {

std::vector<float> valuesOf(const Parameters& parameters, const ParameterBlock& block) {
    const auto first = parameters.encoder.begin() + block.offset;
    return {first, first + block.size()};
}

std::span<float> partOf(std::span<float> values, const ParameterBlock& block) {
    return values.subspan(static_cast<std::size_t>(block.offset), static_cast<std::size_t>(block.size()));
}

/// A language model has no posterior.
PosteriorKind kindOf(const ModelShape& shape) {
    return shape.latent > 0 ? shape.posterior : PosteriorKind::Gaussian;
}

}  // namespace

PosteriorConstraint::PosteriorConstraint(const ModelShape& shape)
    : m_kind(kindOf(shape)),
      m_blocks(encoderLayout(shape).batchNorm),
      m_latent(shape.latent),
      m_batchNorm(shape.latent),
      m_delta(shape.deltaKl) {}

void PosteriorConstraint::forward(const float* values, const PosteriorView& outputs) {
    switch (m_kind) {
        case PosteriorKind::Gaussian:
            return;
        case PosteriorKind::BatchNorm:
            if (outputs.rows < 2) throw std::invalid_argument("batch normalisation needs at least 2 sentences");
            m_batchNorm.forward(outputs.mean, outputs.rows, values + m_blocks.weight.offset,
                                values + m_blocks.bias.offset);
            return;
        case PosteriorKind::Delta:
            m_mean.assign(outputs.mean, outputs.mean + outputs.rows * m_latent);
            m_logVariance.assign(outputs.logVariance, outputs.logVariance + outputs.rows * m_latent);
            m_delta.forward(outputs.mean, outputs.logVariance, outputs.rows * m_latent);
            return;
    }
}

void PosteriorConstraint::backward(const float* values, const PosteriorView& gradients, float* flat) {
    switch (m_kind) {
        case PosteriorKind::Gaussian:
            return;
        case PosteriorKind::BatchNorm:
            m_batchNorm.backward(gradients.mean, values + m_blocks.weight.offset, flat + m_blocks.bias.offset);
            return;
        case PosteriorKind::Delta:
            m_delta.backward(m_mean.data(), m_logVariance.data(), gradients.mean, gradients.logVariance,
                             gradients.rows * m_latent);
            return;
    }
}

void moveRunning(const ModelShape& shape, const BatchStatistics<float>& batch, std::span<float> values) {
    if (batch.mean.empty()) return;
    const BatchNormBlocks blocks = encoderLayout(shape).batchNorm;
    moveRunning(batch, partOf(values, blocks.runningMean), partOf(values, blocks.runningVariance));
}

EvaluationConstraint::EvaluationConstraint(const Parameters& parameters)
    : m_kind(kindOf(parameters.shape)), m_latent(parameters.shape.latent), m_delta(parameters.shape.deltaKl) {
    const BatchNormBlocks blocks = encoderLayout(parameters.shape).batchNorm;
    m_batchNorm = {.weight = valuesOf(parameters, blocks.weight),
                   .bias = valuesOf(parameters, blocks.bias),
                   .mean = valuesOf(parameters, blocks.runningMean),
                   .variance = valuesOf(parameters, blocks.runningVariance)};
}

void EvaluationConstraint::apply(const PosteriorView& outputs) const {
    switch (m_kind) {
        case PosteriorKind::Gaussian:
            return;
        case PosteriorKind::BatchNorm:
            m_batchNorm.apply(outputs.mean, outputs.rows);
            return;
        case PosteriorKind::Delta:
            m_delta.forward(outputs.mean, outputs.logVariance, outputs.rows * m_latent);
            return;
    }
}

}  // namespace collapsar
