// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/semi_amortised_step.h"

#include "core/nn/optimiser.h"

#include <torch/torch.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace collapsar {
namespace {

PosteriorRows<float> rowsOf(const Posterior& posterior) {
    const auto copy = [](const torch::Tensor& tensor) {
        const auto flat = tensor.detach().contiguous();
        return std::vector<float>(flat.data_ptr<float>(), flat.data_ptr<float>() + flat.numel());
    };
    return {copy(posterior.mean), copy(posterior.logVariance)};
}

/// All zero.
PosteriorRows<float> zeroRows(std::int64_t size) {
    const auto count = static_cast<std::size_t>(size);
    return {std::vector<float>(count), std::vector<float>(count)};
}

torch::Tensor tensorOf(const std::vector<float>& values, at::IntArrayRef shape) {
    return torch::tensor(at::ArrayRef<float>(values)).view(shape);
}

void addTo(std::vector<float>& sum, const torch::Tensor& tensor) {
    const float* values = tensor.data_ptr<float>();
    for (std::size_t i = 0; i < sum.size(); ++i)
        sum[i] += values[i];
}

/// The fused model's loss as the strategy asks for it. The model's decoder gradients are the open sum.
class FusedLoss final : public DecoderLoss<float> {
public:
    FusedLoss(Vae& vae, const PosteriorPassFunction& pass, at::IntArrayRef shape, ParameterGradients decoder, bool skip,
              std::vector<float>& total)
        : m_vae(vae), m_pass(pass), m_shape(shape.vec()), m_decoder(decoder), m_skip(skip), m_total(total) {}

    void addGradient(int step, const PosteriorRows<float>& at, float scale, PosteriorRows<float>& gradient) override {
        add({.step = step, .scale = scale, .decoder = ParameterGradients::Skip}, at, gradient);
    }
    void addAllGradients(int step, const PosteriorRows<float>& at, float scale,
                         PosteriorRows<float>& gradient) override {
        add({.step = step, .scale = scale, .decoder = m_decoder}, at, gradient);
    }
    /// The loss that the update reports, under its own draws.
    StepReport addFinal(const PosteriorRows<float>& at, PosteriorRows<float>& gradient) {
        return add({.decoder = m_decoder}, at, gradient);
    }

    void beginTotal() {
        m_total.assign(static_cast<std::size_t>(m_vae.decoderInUse(m_skip)), 0.0F);
        addOpenSum(1);
    }
    void subtractOpenSum(double clip) override {
        double squares = 0;
        for (const FlatRange& range : m_vae.decoderTouched(m_skip))
            squares += squaredNorm(partOf(m_vae.decoderGradients(m_skip), range));
        addOpenSum(-clipFactor(std::sqrt(squares), clip));
    }
    void endTotal() {
        for (const FlatRange& range : m_vae.decoderTouched(m_skip))
            std::ranges::copy(partOf(m_total, range), partOf(m_vae.decoderGradients(m_skip), range).begin());
    }

private:
    StepReport add(PosteriorPass pass, const PosteriorRows<float>& at, PosteriorRows<float>& gradient) {
        pass.at = {tensorOf(at.mean, m_shape).requires_grad_(true),
                   tensorOf(at.logVariance, m_shape).requires_grad_(true)};
        const StepReport report = m_pass(pass);
        addTo(gradient.mean, pass.at.mean.grad());
        addTo(gradient.logVariance, pass.at.logVariance.grad());
        return report;
    }
    void addOpenSum(double factor) {
        for (const FlatRange& range : m_vae.decoderTouched(m_skip)) {
            const std::span<float> open = partOf(m_vae.decoderGradients(m_skip), range);
            sgdStep(partOf(m_total, range), open, static_cast<float>(-factor));
            std::ranges::fill(open, 0.0F);
        }
    }
    static std::span<float> partOf(std::span<float> whole, const FlatRange& range) {
        return whole.subspan(static_cast<std::size_t>(range.first), static_cast<std::size_t>(range.size));
    }

    Vae& m_vae;
    const PosteriorPassFunction& m_pass;
    std::vector<std::int64_t> m_shape;
    ParameterGradients m_decoder;
    bool m_skip;
    std::vector<float>& m_total;
};

/// Mean over the batch of KL(q at lambda 0 || q at lambda K), by lambda 0.
PosteriorRows<float> gradientOfKlTo(const PosteriorRows<float>& refined, const PosteriorRows<float>& start,
                                    double rows) {
    PosteriorRows<float> gradient = start;
    for (std::size_t i = 0; i < start.mean.size(); ++i) {
        const double variance = std::exp(static_cast<double>(refined.logVariance[i]));
        const double ratio = std::exp(static_cast<double>(start.logVariance[i])) / variance;
        gradient.mean[i] = static_cast<float>((start.mean[i] - refined.mean[i]) / variance / rows);
        gradient.logVariance[i] = static_cast<float>((ratio - 1) / 2 / rows);
    }
    return gradient;
}

DifferenceStep differenceStep(const Settings& settings) {
    if (settings.sviStepKind == SviStepKind::Fixed) return publishedDifference;
    return {DifferenceKind::Norm, settings.sviStepNorm};
}

}  // namespace

DrawKey refinementDraw(DrawKey key, int step) {
    key.stream = Stream::Refinement;
    key.update |= static_cast<std::uint64_t>(step + 1) << 40;
    return key;
}

StepReport SemiAmortisedStep::gradients(const Posterior& amortised, const Settings& settings,
                                        const PosteriorPassFunction& pass, ParameterGradients decoder) {
    const RefinementRule rule = refinementRule(settings);
    const auto shape = amortised.mean.sizes().vec();
    const bool startsAtEncoder = settings.sviStart == SviStart::Encoder;
    if (startsAtEncoder && settings.sviGradient == SviGradient::None) {
        (void)pass({.at = amortised, .step = rule.steps, .decoder = ParameterGradients::Skip});
    }
    FusedLoss loss(m_vae, pass, shape, decoder, settings.skip, m_total);
    const auto path = refine(loss, startsAtEncoder ? rowsOf(amortised) : zeroRows(amortised.mean.numel()), rule);
    PosteriorRows<float> gradient = zeroRows(amortised.mean.numel());
    const StepReport report = loss.addFinal(path.points.back(), gradient);
    if (settings.sviGradient == SviGradient::Through) {
        loss.beginTotal();
        gradient = backThrough(loss, path, std::move(gradient), rule, differenceStep(settings));
        loss.endTotal();
    } else if (settings.sviGradient == SviGradient::Kl) {
        gradient = gradientOfKlTo(path.points.back(), path.points.front(), static_cast<double>(shape[0]));
    }
    if (startsAtEncoder && settings.sviGradient != SviGradient::None) {
        torch::autograd::backward({amortised.mean, amortised.logVariance},
                                  {tensorOf(gradient.mean, shape), tensorOf(gradient.logVariance, shape)});
    }
    return report;
}

}  // namespace collapsar
