// SPDX-License-Identifier: GPL-3.0-or-later
/// Batch normalisation against torch's BatchNorm1d and autograd in float64, finite differences, and the closed-form
/// floor it gives the KL.
#include <torch/torch.h>

#include "core/model/batch_norm.h"
#include "core/nn/philox.h"

#include <QTest>

#include <cmath>

using namespace collapsar;

namespace {

constexpr std::int64_t columns = 3;
constexpr double gamma_ = 0.6;

std::vector<double> draws(std::int64_t rows, std::uint64_t update, double spread = 1, double centre = 0) {
    std::vector<float> drawn(static_cast<std::size_t>(rows * columns));
    fillNormal({.seed = 3, .stream = Stream::Noise, .update = update}, drawn);
    std::vector<double> values;
    for (std::size_t i = 0; i < drawn.size(); ++i)
        values.push_back(centre + spread * static_cast<double>(drawn[i]) * static_cast<double>(1 + i % columns));
    return values;
}

torch::Tensor tensorOf(const std::vector<double>& values, at::IntArrayRef shape) {
    return torch::tensor(values, torch::kFloat64).view(shape).clone();
}

double worst(const std::vector<double>& ours, const torch::Tensor& theirs) {
    return (torch::tensor(ours, torch::kFloat64) - theirs.detach().reshape({-1})).abs().max().item<double>();
}

/// sum of coefficients * y, a loss whose gradient by y is known.
double loss(std::vector<double> rows, const std::vector<double>& coefficients, const std::vector<double>& bias) {
    const std::vector<double> weight(columns, gamma_);
    BatchNorm<double> norm(columns);
    norm.forward(rows.data(), static_cast<std::int64_t>(rows.size()) / columns, weight.data(), bias.data());
    double sum = 0;
    for (std::size_t i = 0; i < rows.size(); ++i)
        sum += coefficients[i] * rows[i] * rows[i];
    return sum;
}

}  // namespace

class TestBatchNorm : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void severalBatchesAgreeWithTorch();
    void gradientsAgreeWithFiniteDifferences();
    void meanSquareIsTheClosedForm_data();
    void meanSquareIsTheClosedForm();
    void floatIsCloseToDouble();
};

/// Batches of several sizes, a learnt bias between them, then evaluation.
void TestBatchNorm::severalBatchesAgreeWithTorch() {
    torch::nn::BatchNorm1d theirs(columns);
    theirs->to(torch::kFloat64);
    theirs->weight.detach().fill_(gamma_);
    BatchNorm<double> ours(columns);
    const std::vector<double> weight(columns, gamma_);
    std::vector<double> bias(columns, 0), runningMean(columns, 0), runningVariance(columns, 1);
    for (std::uint64_t update = 0; update < 6; ++update) {
        const std::int64_t rows = std::vector<std::int64_t>{7, 2, 16, 5, 3, 9}[update];
        std::vector<double> values = draws(rows, update, 0.1 + 0.5 * static_cast<double>(update % 3), 0.7);
        const std::vector<double> coefficients = draws(rows, 100 + update);
        auto inputs = tensorOf(values, {rows, columns}).requires_grad_(true);
        theirs->zero_grad();
        const auto outputs = theirs->forward(inputs);
        outputs.backward(tensorOf(coefficients, {rows, columns}));

        ours.forward(values.data(), rows, weight.data(), bias.data());
        moveRunning<double>(ours.statistics(), runningMean, runningVariance);
        std::vector<double> gradients = coefficients, biasGradient(columns, 0.25);  // is added to
        ours.backward(gradients.data(), weight.data(), biasGradient.data());
        QVERIFY(worst(values, outputs) < 1e-12);
        QVERIFY2(worst(gradients, inputs.grad()) < 1e-11, "through the statistics too");
        QVERIFY(worst(biasGradient, theirs->bias.grad() + 0.25) < 1e-12);
        QVERIFY(worst(runningMean, theirs->running_mean) < 1e-13);
        QVERIFY2(worst(runningVariance, theirs->running_var) < 1e-12, "without bias");
        torch::NoGradGuard noGradient;
        theirs->bias.sub_(0.1 * theirs->bias.grad());
        for (std::size_t d = 0; d < bias.size(); ++d)
            bias[d] -= 0.1 * (biasGradient[d] - 0.25);
    }
    theirs->eval();
    std::vector<double> values = draws(4, 50);
    const auto expected = theirs->forward(tensorOf(values, {4, columns}));
    const RunningBatchNorm<double> evaluation{weight, bias, runningMean, runningVariance};
    evaluation.apply(values.data(), 4);
    QVERIFY(worst(values, expected) < 1e-12);
}

void TestBatchNorm::gradientsAgreeWithFiniteDifferences() {
    constexpr double step = 1e-5;
    const std::vector<double> inputs = draws(5, 1), coefficients = draws(5, 2), bias{0.3, -0.2, 0.1};
    const std::vector<double> weight(columns, gamma_);
    BatchNorm<double> norm(columns);
    std::vector<double> outputs = inputs;
    norm.forward(outputs.data(), 5, weight.data(), bias.data());
    std::vector<double> gradients, biasGradient(columns, 0);
    for (std::size_t i = 0; i < outputs.size(); ++i)
        gradients.push_back(2 * coefficients[i] * outputs[i]);
    norm.backward(gradients.data(), weight.data(), biasGradient.data());
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        std::vector<double> up = inputs, down = inputs;
        up[i] += step;
        down[i] -= step;
        const double slope = (loss(up, coefficients, bias) - loss(down, coefficients, bias)) / (2 * step);
        QVERIFY2(std::abs(slope - gradients[i]) < 1e-7, qPrintable(QString::number(i)));
    }
    for (std::size_t d = 0; d < bias.size(); ++d) {
        std::vector<double> up = bias, down = bias;
        up[d] += step;
        down[d] -= step;
        const double slope = (loss(inputs, coefficients, up) - loss(inputs, coefficients, down)) / (2 * step);
        QVERIFY(std::abs(slope - biasGradient[d]) < 1e-8);
    }
}

void TestBatchNorm::meanSquareIsTheClosedForm_data() {
    QTest::addColumn<double>("spread");
    for (const double spread : {1e-4, 1e-2, 1.0, 30.0})
        QTest::addRow("spread %g", spread) << spread;
}

/// Of the means: gamma^2 v / (v + 1e-5) + beta^2, so half of it is the least KL of any log variances; v decides whether
/// gamma counts at all.
void TestBatchNorm::meanSquareIsTheClosedForm() {
    QFETCH(double, spread);
    constexpr std::int64_t rows = 16;
    std::vector<double> values = draws(rows, 9, spread);
    const std::vector<double> weight(columns, gamma_), bias{0.4, 0, -0.3};
    BatchNorm<double> norm(columns);
    norm.forward(values.data(), rows, weight.data(), bias.data());
    for (std::size_t d = 0; d < bias.size(); ++d) {
        double meanSquare = 0, leastKl = 0;
        for (std::size_t i = d; i < values.size(); i += columns) {
            meanSquare += values[i] * values[i] / rows;
            const double logVariance = std::sin(static_cast<double>(i));
            leastKl += (values[i] * values[i] + std::exp(logVariance) - logVariance - 1) / 2 / rows;
        }
        const double variance = norm.statistics().variance[d] * (rows - 1) / rows;
        const double floor = gamma_ * gamma_ * variance / (variance + 1e-5) + bias[d] * bias[d];
        QVERIFY(std::abs(meanSquare - floor) < 1e-10);
        QVERIFY(leastKl >= floor / 2);
        if (spread >= 1) QVERIFY(leastKl >= (gamma_ * gamma_ + bias[d] * bias[d]) / 2 - 1e-5);
        if (spread < 1e-3) QVERIFY2(meanSquare < 0.01 + bias[d] * bias[d], "epsilon lets the floor go");
    }
}

void TestBatchNorm::floatIsCloseToDouble() {
    constexpr std::int64_t rows = 16;
    std::vector<double> values = draws(rows, 4, 0.05, 3), gradients = draws(rows, 5);
    std::vector<float> floats(values.begin(), values.end()), floatGradients(gradients.begin(), gradients.end());
    values.assign(floats.begin(), floats.end());
    const std::vector<double> weight(columns, 0.5), bias(columns, 0.25);
    const std::vector<float> floatWeight(columns, 0.5F), floatBias(columns, 0.25F);
    std::vector<double> biasGradient(columns, 0);
    std::vector<float> floatBiasGradient(columns, 0);
    BatchNorm<double> a(columns);
    BatchNorm<float> b(columns);
    a.forward(values.data(), rows, weight.data(), bias.data());
    b.forward(floats.data(), rows, floatWeight.data(), floatBias.data());
    a.backward(gradients.data(), weight.data(), biasGradient.data());
    b.backward(floatGradients.data(), floatWeight.data(), floatBiasGradient.data());
    for (std::size_t i = 0; i < values.size(); ++i) {
        QVERIFY(std::abs(values[i] - static_cast<double>(floats[i])) < 1e-6);
        QVERIFY(std::abs(gradients[i] - static_cast<double>(floatGradients[i])) < 1e-5);
    }
}

QTEST_APPLESS_MAIN(TestBatchNorm)
#include "tst_batch_norm.moc"
