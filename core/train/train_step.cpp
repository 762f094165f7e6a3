// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/train_step.h"

#include "core/model/vae.h"
#include "core/nn/optimiser.h"
#include "core/nn/philox.h"
#include "core/objective/elbo.h"

#include <torch/torch.h>

#include <cmath>
#include <numeric>

namespace collapsar {

struct TrainStep::Impl {
    Vae vae;
    const StopFlag& stop;
    torch::Tensor noise;                               ///< [B, Z]
    torch::Tensor reconstructionGradient, klGradient;  ///< [B], [B, Z]

    Impl(const Parameters& weights, int shards, const StopFlag& flag) : vae(weights, shards, &flag), stop(flag) {}

    void drawNoise(const StepRequest& request, const Settings& settings);
    [[nodiscard]] DecodeOptions decodeOptions(const StepRequest& request, const Settings& settings) const;
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

double sumOf(const torch::Tensor& values) {
    const float* first = values.data_ptr<float>();
    return std::accumulate(first, first + values.numel(), 0.0);
}

bool needsDecoderGradients(const StepRequest& request, const Settings& settings) {
    return request.sides != Sides::Encoder || settings.innerClip == InnerClip::Joint;
}

std::span<const float> partOf(std::span<const float> whole, const FlatRange& range) {
    return whole.subspan(static_cast<std::size_t>(range.first), static_cast<std::size_t>(range.size));
}

double squaredNorm(std::span<const float> gradients, const std::vector<FlatRange>& touched) {
    double sum = 0;
    for (const FlatRange& range : touched)
        sum += collapsar::squaredNorm(partOf(gradients, range));
    return sum;
}

/// One side, or a part of it, on the way to its new values.
struct SideStep {
    std::span<float> values;
    std::span<const float> gradients;
    std::vector<FlatRange> touched;  ///< SGD moves nothing else; Adam's moments move everything
    double rate = 0;
    float clip = 1;
};

void stepValues(Optimiser kind, const SideStep& side, OptimiserState& optimiser) {
    const auto rate = static_cast<float>(side.rate);
    if (kind == Optimiser::Adam) {
        adamStep(side.values, side.gradients, optimiser, rate, side.clip);
        return;
    }
    for (const FlatRange& range : side.touched) {
        const auto first = static_cast<std::size_t>(range.first), size = static_cast<std::size_t>(range.size);
        sgdStep(side.values.subspan(first, size), partOf(side.gradients, range), rate * side.clip);
    }
}

}  // namespace

void TrainStep::Impl::drawNoise(const StepRequest& request, const Settings& settings) {
    const int rows = request.batch->rows;
    if (!noise.defined() || noise.size(0) != rows) {
        noise = torch::empty({rows, settings.latent});
        reconstructionGradient = torch::full({rows}, 1.0F / static_cast<float>(rows));
        klGradient = torch::empty({rows, settings.latent});
    }
    fillNormal(
        {.seed = settings.seed, .stream = Stream::Noise, .update = request.drawUpdate, .inner = request.drawInner},
        {noise.data_ptr<float>(), static_cast<std::size_t>(noise.numel())});
}

DecodeOptions TrainStep::Impl::decodeOptions(const StepRequest& request, const Settings& settings) const {
    DecodeOptions options;
    options.skip = settings.skip;
    options.dropoutIn = static_cast<float>(settings.dropoutIn);
    options.dropoutOut = static_cast<float>(settings.dropoutOut);
    options.draw = {.seed = settings.seed, .update = request.drawUpdate, .inner = request.drawInner};
    options.knownGradient = 1.0F / static_cast<float>(request.batch->rows);
    if (!needsDecoderGradients(request, settings)) options.parameterGradients = ParameterGradients::Skip;
    return options;
}

/// Forward and backward; the gradients of both sides lie in the model afterwards. The loss is the mean over the batch
/// of reconstruction + klWeight * KL, so its gradients by both are known beforehand.
StepReport TrainStep::Impl::gradients(const StepRequest& request, const Settings& settings) {
    const int rows = request.batch->rows;
    const TokenView tokens{request.batch->tokens, rows, request.batch->length};
    drawNoise(request, settings);
    vae.zeroGradients();
    const Posterior posterior = vae.encode(tokens, settings.pooling);
    const LatentSample sample = sampleLatent(posterior.mean, posterior.logVariance, noise);
    const torch::Tensor reconstruction = vae.decode(sample.z, tokens, decodeOptions(request, settings));
    klGradient.fill_(request.klWeight / rows);
    torch::autograd::backward({reconstruction, sample.kl}, {reconstructionGradient, klGradient});
    stop.check();
    StepReport report;
    report.reconstruction = sumOf(reconstruction) / rows;
    report.kl = sumOf(sample.kl) / rows;
    report.loss = report.reconstruction + request.klWeight * report.kl;
    return report;
}

void TrainStep::Impl::stepEncoder(TrainingState& state, float clip) {
    stepValues(state.settings.optimiser,
               {vae.encoderValues(), vae.encoderGradients(), vae.encoderTouched(), state.encoderLearningRate, clip},
               state.encoderOptimiser);
}

void TrainStep::Impl::stepDecoder(TrainingState& state, float clip) {
    const Settings& settings = state.settings;
    stepValues(
        settings.optimiser,
        {vae.decoderValues(false), vae.decoderGradients(false), vae.decoderTouched(false), state.learningRate, clip},
        state.decoderOptimiser);
    if (!settings.skip) return;
    const auto closed = static_cast<std::size_t>(vae.decoderInUse(false));
    const auto values = vae.decoderValues(true).subspan(closed);
    const FlatRange whole{0, static_cast<std::int64_t>(values.size())};
    stepValues(settings.optimiser,
               {values, vae.decoderGradients(true).subspan(closed), {whole}, state.learningRate, clip},
               state.skipOptimiser);
}

StepReport TrainStep::make(const StepRequest& request, TrainingState& state) {
    const Settings& settings = state.settings;
    StepReport report = m_impl->gradients(request, settings);
    const Vae& vae = m_impl->vae;
    const double encoder = squaredNorm(vae.encoderGradients(), vae.encoderTouched());
    const double decoder = needsDecoderGradients(request, settings)
                               ? squaredNorm(vae.decoderGradients(settings.skip), vae.decoderTouched(settings.skip))
                               : 0;
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
