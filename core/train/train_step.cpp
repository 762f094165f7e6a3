// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/train_step.h"

#include "core/model/vae.h"
#include "core/nn/optimiser.h"
#include "core/nn/philox.h"
#include "core/objective/elbo.h"

#include <torch/torch.h>

#include <cmath>

namespace collapsar {

struct TrainStep::Impl {
    Vae vae;
    const StopFlag& stop;
    torch::Tensor noise;  ///< [B, Z]

    Impl(const Parameters& weights, int shards, const StopFlag& flag) : vae(weights, shards, &flag), stop(flag) {}

    void drawNoise(const StepRequest& request, const Settings& settings);
    [[nodiscard]] StepReport gradients(const StepRequest& request, const Settings& settings);
    void stepEncoder(TrainingState& state, float clip);
    void stepDecoder(TrainingState& state, float clip);
};

TrainStep::TrainStep(const Parameters& weights, int shards, const StopFlag& stop) {
    at::set_num_threads(1);  // of this thread: one run trains on one core
    m_impl = std::make_unique<Impl>(weights, shards, stop);
}
TrainStep::~TrainStep() = default;

namespace {

void stepValues(const Settings& settings, std::span<float> values, std::span<const float> gradients,
                OptimiserState& optimiser, double rate, float clip) {
    if (settings.optimiser == Optimiser::Sgd) {
        sgdStep(values, gradients, static_cast<float>(rate) * clip);
    } else {
        adamStep(values, gradients, optimiser, static_cast<float>(rate), clip);
    }
}

}  // namespace

void TrainStep::Impl::drawNoise(const StepRequest& request, const Settings& settings) {
    const int rows = request.batch->rows;
    if (!noise.defined() || noise.size(0) != rows) noise = torch::empty({rows, settings.latent});
    fillNormal(
        {.seed = settings.seed, .stream = Stream::Noise, .update = request.drawUpdate, .inner = request.drawInner},
        {noise.data_ptr<float>(), static_cast<std::size_t>(noise.numel())});
}

/// Forward and backward; the gradients of both sides lie in the model afterwards.
StepReport TrainStep::Impl::gradients(const StepRequest& request, const Settings& settings) {
    const TokenView tokens{request.batch->tokens, request.batch->rows, request.batch->length};
    drawNoise(request, settings);
    vae.zeroGradients();
    const Posterior posterior = vae.encode(tokens, settings.pooling);
    DecodeOptions options;
    options.skip = settings.skip;
    options.dropoutIn = static_cast<float>(settings.dropoutIn);
    options.dropoutOut = static_cast<float>(settings.dropoutOut);
    options.draw = {.seed = settings.seed, .update = request.drawUpdate, .inner = request.drawInner};
    const torch::Tensor reconstruction =
        vae.decode(sampleLatent(posterior.mean, posterior.logVariance, noise), tokens, options);
    const torch::Tensor kl = klToPrior(posterior.mean, posterior.logVariance);
    const torch::Tensor loss = weightedLoss(reconstruction, kl, request.klWeight);
    loss.backward();
    stop.check();
    StepReport report;
    report.loss = loss.item<float>();
    report.reconstruction = reconstruction.mean().item<float>();
    report.kl = kl.sum().item<float>() / request.batch->rows;
    return report;
}

void TrainStep::Impl::stepEncoder(TrainingState& state, float clip) {
    stepValues(state.settings, vae.encoderValues(), vae.encoderGradients(), state.encoderOptimiser,
               state.encoderLearningRate, clip);
}

void TrainStep::Impl::stepDecoder(TrainingState& state, float clip) {
    const Settings& settings = state.settings;
    const auto closed = static_cast<std::size_t>(vae.decoderInUse(false));
    stepValues(settings, vae.decoderValues(false), vae.decoderGradients(false), state.decoderOptimiser,
               state.learningRate, clip);
    if (!settings.skip) return;
    stepValues(settings, vae.decoderValues(true).subspan(closed), vae.decoderGradients(true).subspan(closed),
               state.skipOptimiser, state.learningRate, clip);
}

StepReport TrainStep::make(const StepRequest& request, TrainingState& state) {
    const Settings& settings = state.settings;
    StepReport report = m_impl->gradients(request, settings);
    const double encoder = squaredNorm(m_impl->vae.encoderGradients());
    const double decoder = squaredNorm(m_impl->vae.decoderGradients(settings.skip));
    report.encoderGradientNorm = std::sqrt(encoder);
    report.decoderGradientNorm = std::sqrt(decoder);
    report.finite = std::isfinite(report.loss) && std::isfinite(encoder + decoder);
    if (!report.finite) return report;
    const float clip = clipScale(std::sqrt(encoder + decoder), settings.clip);
    if (request.sides == Sides::Encoder || request.sides == Sides::Both) m_impl->stepEncoder(state, clip);
    if (request.sides == Sides::Decoder || request.sides == Sides::Both) m_impl->stepDecoder(state, clip);
    return report;
}

Parameters TrainStep::weights(const Settings& settings) const {
    Parameters parameters = m_impl->vae.parameters();
    parameters.pooling = settings.pooling;
    parameters.skip = settings.skip;
    return parameters;
}

void TrainStep::load(const Parameters& weights) {
    m_impl->vae.load(weights);
}

}  // namespace collapsar
