// SPDX-License-Identifier: GPL-3.0-or-later
/// The loss of a refinement written with the torch::nn decoder and autograd, in double: the same refinement code runs
/// on it, and autograd itself tells what that ought to give.
#pragma once

#include "core/strategy/semi_amortised.h"
#include "tests/bench/straightforward_vae.h"

#include <torch/torch.h>

#include <string>
#include <utility>
#include <vector>

namespace collapsar {

/// What is drawn for one step, and last for the final sample.
struct PlainDraws {
    torch::Tensor noise;  ///< [B, Z]
    StraightforwardDropout dropout;
};

class PlainDecoderLoss : public DecoderLoss<double> {
public:
    PlainDecoderLoss(StraightforwardVae& vae, torch::Tensor tokens, std::vector<PlainDraws> draws, double klWeight,
                     bool skip)
        : m_vae(vae), m_tokens(std::move(tokens)), m_draws(std::move(draws)), m_klWeight(klWeight), m_skip(skip) {
        for (const auto& item : vae.decoder->named_parameters()) {
            if (!skip && item.key() == "skip.weight") continue;
            names.push_back("decoder." + item.key());
            weights.push_back(item.value());
            openSum.push_back(torch::zeros_like(item.value()));
            total.push_back(torch::zeros_like(item.value()));
        }
    }

    [[nodiscard]] torch::Tensor value(int step, const torch::Tensor& mean, const torch::Tensor& logVariance) {
        const PlainDraws& draws = m_draws[static_cast<std::size_t>(step)];
        const auto z = mean + draws.noise * (0.5 * logVariance).exp();
        const auto reconstruction = m_vae.decoder->forward(z, m_tokens, m_skip, draws.dropout);
        return (reconstruction + m_klWeight * plainKl(mean, logVariance)).mean();
    }

    [[nodiscard]] torch::Tensor leaf(const std::vector<double>& values) const {
        return torch::tensor(values, torch::kFloat64)
            .view({m_tokens.size(0), static_cast<std::int64_t>(values.size()) / m_tokens.size(0)})
            .requires_grad_(true);
    }

    void addGradient(int step, const PosteriorRows<double>& at, double scale,
                     PosteriorRows<double>& gradient) override {
        const auto mean = leaf(at.mean), logVariance = leaf(at.logVariance);
        const auto found = torch::autograd::grad({value(step, mean, logVariance)}, {mean, logVariance});
        addTo(gradient, scale, found);
    }

    void addAllGradients(int step, const PosteriorRows<double>& at, double scale,
                         PosteriorRows<double>& gradient) override {
        const auto mean = leaf(at.mean), logVariance = leaf(at.logVariance);
        std::vector<torch::Tensor> inputs{mean, logVariance};
        inputs.insert(inputs.end(), weights.begin(), weights.end());
        const auto found = torch::autograd::grad({value(step, mean, logVariance)}, inputs);
        addTo(gradient, scale, found);
        for (std::size_t i = 0; i < weights.size(); ++i)
            openSum[i] += scale * found[i + 2];
    }

    void subtractOpenSum(double clip) override {
        double squares = 0;
        for (const auto& each : openSum)
            squares += each.pow(2).sum().item<double>();
        const double factor = std::min(1.0, clip / (std::sqrt(squares) + 1e-6));
        for (std::size_t i = 0; i < weights.size(); ++i) {
            total[i] -= factor * openSum[i];
            openSum[i].zero_();
        }
    }

    std::vector<std::string> names;
    std::vector<torch::Tensor> weights, openSum, total;

private:
    static void addTo(PosteriorRows<double>& gradient, double scale, const std::vector<torch::Tensor>& found) {
        for (std::size_t i = 0; i < gradient.mean.size(); ++i) {
            gradient.mean[i] += scale * found[0].contiguous().data_ptr<double>()[i];
            gradient.logVariance[i] += scale * found[1].contiguous().data_ptr<double>()[i];
        }
    }

    StraightforwardVae& m_vae;
    torch::Tensor m_tokens;
    std::vector<PlainDraws> m_draws;
    double m_klWeight;
    bool m_skip;
};

inline std::vector<double> valuesOf(const torch::Tensor& tensor) {
    const auto flat = tensor.detach().to(torch::kFloat64).contiguous();
    return {flat.data_ptr<double>(), flat.data_ptr<double>() + flat.numel()};
}

/// |ours - expected| / |expected|, over all tensors together.
inline double relativeDeviation(const std::vector<torch::Tensor>& ours, const std::vector<torch::Tensor>& expected) {
    double difference = 0, size = 0;
    for (std::size_t i = 0; i < ours.size(); ++i) {
        difference += (ours[i] - expected[i]).pow(2).sum().item<double>();
        size += expected[i].pow(2).sum().item<double>();
    }
    return std::sqrt(difference / size);
}

/// The refinement as a graph, clips left out: lambda K as a function of lambda 0 and the weights.
inline std::pair<torch::Tensor, torch::Tensor> unrolled(PlainDecoderLoss& loss, torch::Tensor mean,
                                                        torch::Tensor logVariance, const RefinementRule& rule) {
    auto meanStep = torch::zeros_like(mean), logVarianceStep = torch::zeros_like(logVariance);
    for (int step = 0; step < rule.steps; ++step) {
        const auto gradients =
            torch::autograd::grad({loss.value(step, mean, logVariance)}, {mean, logVariance}, {}, true, true);
        meanStep = rule.momentum * meanStep - gradients[0];
        logVarianceStep = rule.momentum * logVarianceStep - gradients[1];
        mean = mean + rule.learningRate * meanStep;
        logVariance = logVariance + rule.learningRate * logVarianceStep;
    }
    return {mean, logVariance};
}

}  // namespace collapsar
