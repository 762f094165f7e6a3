// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/train_step.h"

#include "core/model/vae.h"
#include "core/nn/optimiser.h"
#include "core/nn/philox.h"
#include "core/objective/elbo.h"
#include "core/objective/free_bits.h"
#include "core/train/semi_amortised_step.h"
#include "core/train/word_dropout.h"

#include <torch/torch.h>

#include <cmath>
#include <numeric>

namespace collapsar {

struct TrainStep::Impl {
    Vae vae;
    const StopFlag& stop;
    SemiAmortisedStep semiAmortised;
    torch::Tensor noise;                   ///< [B, Z]
    torch::Tensor reconstructionGradient;  ///< [B]
    std::vector<std::int32_t> inputs;      ///< of the decoder, with word dropout

    Impl(const Parameters& weights, int shards, const StopFlag& flag)
        : vae(weights, shards, &flag), stop(flag), semiAmortised(vae) {}

    void drawNoise(const DrawKey& key, int rows, int latent);
    [[nodiscard]] static DecodeOptions decodeOptions(const Settings& settings);
    [[nodiscard]] StepReport pass(const PosteriorPass& pass, const StepRequest& request, const Settings& settings);
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

/// Where backward begins at the KL: [B, Z], or one number where free bits have taken their part of it.
struct KlTerm {
    torch::Tensor value, gradient;
};

/// `weight`: the KL weight, times the factor on all gradients.
KlTerm klTerm(const torch::Tensor& kl, const Settings& settings, double weight) {
    if (settings.freeBits == 0 || kl.numel() == 0)
        return {kl, torch::full_like(kl, weight / static_cast<double>(kl.size(0)))};
    const torch::Tensor charged = freeBitsKl(kl, settings.freeBits, settings.freeBitsKind);
    return {charged, torch::full_like(charged, weight)};
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

void TrainStep::Impl::drawNoise(const DrawKey& key, int rows, int latent) {
    if (!noise.defined() || noise.size(0) != rows) {
        noise = torch::empty({rows, latent});
        reconstructionGradient = torch::empty({rows});
    }
    fillNormal(key, {noise.data_ptr<float>(), static_cast<std::size_t>(noise.numel())});
}

DecodeOptions TrainStep::Impl::decodeOptions(const Settings& settings) {
    DecodeOptions options;
    options.skip = settings.skip;
    options.dropoutIn = static_cast<float>(settings.dropoutIn);
    options.dropoutOut = static_cast<float>(settings.dropoutOut);
    return options;
}

/// Forward and backward from the posteriors on. The loss is the mean over the batch of reconstruction + klWeight * KL,
/// so its gradients by both are known beforehand; free bits change the KL of the loss alone.
StepReport TrainStep::Impl::pass(const PosteriorPass& pass, const StepRequest& request, const Settings& settings) {
    const int rows = request.batch->rows;
    const TokenView tokens{request.batch->tokens, rows, request.batch->length};
    const DrawKey update{settings.seed, Stream::Noise, request.drawUpdate, request.drawInner};
    const DrawKey draw = pass.step ? refinementDraw(update, *pass.step) : update;
    drawNoise(draw, rows, settings.latent);
    DecodeOptions options = decodeOptions(settings);
    options.draw = draw;
    options.knownGradient = static_cast<float>(pass.scale) / static_cast<float>(rows);
    options.parameterGradients = pass.decoder;
    if (settings.wordDropout > 0) {
        dropWords(*request.batch,
                  {.probability = settings.wordDropout, .seed = draw.seed, .update = draw.update, .inner = draw.inner},
                  inputs);
        options.inputs = inputs;
    }
    reconstructionGradient.fill_(options.knownGradient);
    const LatentSample sample = sampleLatent(pass.at.mean, pass.at.logVariance, noise);
    const torch::Tensor reconstruction = vae.decode(sample.z, tokens, options);
    const KlTerm kl = klTerm(sample.kl, settings, pass.scale * request.klWeight);
    torch::autograd::backward({reconstruction, kl.value}, {reconstructionGradient, kl.gradient});
    stop.check();
    StepReport report;
    report.reconstruction = sumOf(reconstruction) / rows;
    report.kl = sumOf(sample.kl) / rows;
    report.loss = report.reconstruction + request.klWeight * (kl.value.dim() == 0 ? sumOf(kl.value) : report.kl);
    return report;
}

/// The gradients of both sides lie in the model afterwards.
StepReport TrainStep::Impl::gradients(const StepRequest& request, const Settings& settings) {
    const auto decoder =
        needsDecoderGradients(request, settings) ? ParameterGradients::Accumulate : ParameterGradients::Skip;
    vae.zeroGradients();
    const Posterior posterior =
        vae.encode({request.batch->tokens, request.batch->rows, request.batch->length}, settings.pooling);
    if (settings.sviSteps == 0) return pass({.at = posterior, .decoder = decoder}, request, settings);
    const StepReport report = semiAmortised.gradients(
        posterior, settings, [&](const PosteriorPass& each) { return pass(each, request, settings); }, decoder);
    stop.check();  // the way back into the encoder came last
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
    Vae& vae = m_impl->vae;
    if (vae.shape().posterior == PosteriorKind::BatchNorm && request.batch->rows < 2)
        return {.skipped = true, .finite = true};
    StepReport report = m_impl->gradients(request, settings);
    const double encoder = squaredNorm(vae.encoderGradients(), vae.encoderTouched());
    const double decoder = needsDecoderGradients(request, settings)
                               ? squaredNorm(vae.decoderGradients(settings.skip), vae.decoderTouched(settings.skip))
                               : 0;
    report.encoderGradientNorm = std::sqrt(encoder);
    report.decoderGradientNorm = std::sqrt(decoder);
    report.finite = std::isfinite(report.loss) && std::isfinite(encoder + decoder);
    if (!report.finite) return report;
    const float clip = clipScale(std::sqrt(encoder + decoder), settings.clip);
    if (request.sides == Sides::Encoder || request.sides == Sides::Both) {
        m_impl->stepEncoder(state, clip);
        vae.moveRunningStatistics();
    }
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
