// SPDX-License-Identifier: GPL-3.0-or-later
// Against torch::optim and torch's clip_grad_norm_.
#include "core/nn/optimiser.h"

#include <torch/torch.h>

#include <QtTest>

#include <cmath>
#include <vector>

using namespace collapsar;

namespace {

constexpr int size = 1013;

std::span<const float> spanOf(const torch::Tensor& t) {
    return {t.data_ptr<float>(), static_cast<std::size_t>(t.numel())};
}

/// Largest difference from torch after 20 steps with gradients of very different sizes.
template <typename Options, typename Step>
double deviationAfterSteps(const torch::Tensor& start, Options options, bool clips, Step step) {
    auto theirs = start.clone().requires_grad_(true);
    typename Options::Optimiser optimiser({theirs}, options.value);
    const auto ours = start.clone();
    double worst = 0;
    for (int s = 0; s < 20; ++s) {
        const auto gradient = torch::randn({size}) * (s % 3 == 0 ? 3.0 : 0.01);
        theirs.mutable_grad() = gradient.clone();
        if (clips) torch::nn::utils::clip_grad_norm_(std::vector<torch::Tensor>{theirs}, 5.0);
        optimiser.step();
        const float scale = clips ? clipScale(std::sqrt(squaredNorm(spanOf(gradient))), 5.0) : 1.0F;
        step(std::span<float>(ours.data_ptr<float>(), size), spanOf(gradient), scale);
        worst = std::max(worst, (ours - theirs.detach()).abs().max().item<double>());
    }
    return worst;
}

struct SgdChoice {
    using Optimiser = torch::optim::SGD;
    torch::optim::SGDOptions value{0.5};
};
struct AdamChoice {
    using Optimiser = torch::optim::Adam;
    torch::optim::AdamOptions value{0.01};
};

}  // namespace

class OptimiserTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { torch::manual_seed(5); }

    void squaredNormIsExactEnough() {
        for (const int n : {0, 1, 31, 33, 1013}) {
            const auto values = torch::randn({n});
            const double expected = values.to(torch::kFloat64).pow(2).sum().item<double>();
            QVERIFY(std::abs(squaredNorm(spanOf(values)) - expected) <= 1e-12 * (1 + expected));
        }
        const std::vector<float> bad{1, NAN, 2};
        QVERIFY(std::isnan(squaredNorm(bad)));
    }

    void clipScaleLeavesSmallGradientsAlone() {
        QCOMPARE(clipScale(4.9, 5), 1.0F);
        QCOMPARE(clipScale(10, 5), 0.5F);
        QVERIFY(std::isnan(clipScale(NAN, 5)));
    }

    void sgdAgainstTorch() {
        const auto start = torch::randn({size});
        for (const bool clips : {false, true}) {
            const auto step = [](auto w, auto g, float scale) { sgdStep(w, g, 0.5F * scale); };
            QVERIFY(deviationAfterSteps(start, SgdChoice{}, clips, step) < 5e-6);
        }
    }

    void adamAgainstTorch() {
        const auto start = torch::randn({size});
        for (const bool clips : {false, true}) {
            OptimiserState state;
            const auto step = [&](auto w, auto g, float scale) { adamStep(w, g, state, 0.01F, scale); };
            QVERIFY(deviationAfterSteps(start, AdamChoice{}, clips, step) < 2e-6);
            QCOMPARE(state.steps, std::int64_t{20});
        }
    }

    void adamGrowsItsMomentsWithTheWeights() {
        std::vector<float> weights(10, 1), gradients(10, 1);
        OptimiserState state;
        adamStep(std::span(weights).first(6), std::span<const float>(gradients).first(6), state, 0.1F);
        const float moment = state.firstMoment[0];
        QCOMPARE(weights[7], 1.0F);
        adamStep(weights, gradients, state, 0.1F);
        QCOMPARE(state.firstMoment.size(), std::size_t{10});
        QVERIFY(state.firstMoment[0] > moment && state.firstMoment[9] == moment);
    }
};

QTEST_GUILESS_MAIN(OptimiserTest)
#include "tst_optimiser.moc"
