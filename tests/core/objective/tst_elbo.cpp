// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/objective/elbo.h"

#include <torch/torch.h>

#include <QtTest>

using namespace collapsar;

namespace {

/// KL(N(m, s^2) || N(0, 1)) by summing q log(q / p) over a fine grid, in double.
double klByQuadrature(double mean, double logVariance) {
    const double sd = std::exp(0.5 * logVariance);
    const double step = sd / 200;
    double kl = 0;
    for (double z = mean - 12 * sd; z < mean + 12 * sd; z += step) {
        const double logQ = -0.5 * (z - mean) * (z - mean) / (sd * sd) - std::log(sd);
        const double logP = -0.5 * z * z;
        kl += std::exp(logQ) / std::sqrt(2 * M_PI) * (logQ - logP) * step;
    }
    return kl;
}

torch::Tensor scalarLoss(const torch::Tensor& mean, const torch::Tensor& logVariance, const torch::Tensor& noise) {
    const auto [z, kl] = sampleLatent(mean, logVariance, noise);
    return (z * z * z).sum() + 0.7 * kl.sum() + (kl * kl).sum();
}

}  // namespace

class TestElbo : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void klAgreesWithQuadrature_data();
    void klAgreesWithQuadrature();
    void klIsExactlyZeroAtThePrior();
    void gradientsAgreeWithFiniteDifferences();
};

void TestElbo::klAgreesWithQuadrature_data() {
    QTest::addColumn<double>("mean");
    QTest::addColumn<double>("logVariance");
    QTest::newRow("prior") << 0.0 << 0.0;
    QTest::newRow("shifted") << 2.0 << 0.0;
    QTest::newRow("narrow") << -0.5 << -4.0;
    QTest::newRow("wide") << 0.3 << 1.5;
}

void TestElbo::klAgreesWithQuadrature() {
    QFETCH(double, mean);
    QFETCH(double, logVariance);
    const auto zero = torch::zeros({1, 1});
    const double kl = sampleLatent(zero + mean, zero + logVariance, zero).kl.item<float>();
    QVERIFY2(std::abs(kl - klByQuadrature(mean, logVariance)) < 1e-5 * (1 + kl), qPrintable(QString::number(kl)));
}

void TestElbo::klIsExactlyZeroAtThePrior() {
    const auto zeros = torch::zeros({3, 2});
    QCOMPARE(sampleLatent(zeros, zeros, torch::ones({3, 2})).kl.abs().max().item<float>(), 0.0F);
}

void TestElbo::gradientsAgreeWithFiniteDifferences() {
    const auto real = torch::kFloat64;
    auto mean = torch::tensor({{0.3, -1.2}, {0.8, 0.1}}, real).requires_grad_();
    auto logVariance = torch::tensor({{-0.5, 0.2}, {0.4, -1.0}}, real).requires_grad_();
    const auto noise = torch::tensor({{0.7, -0.3}, {1.1, 0.5}}, real);
    scalarLoss(mean, logVariance, noise).backward();
    const torch::NoGradGuard noGrad;
    constexpr double h = 1e-6;
    for (auto* input : {&mean, &logVariance}) {
        for (int i = 0; i < 4; ++i) {
            double* value = input->data_ptr<double>() + i;
            const double kept = *value;
            *value = kept + h;
            const double above = scalarLoss(mean, logVariance, noise).item<double>();
            *value = kept - h;
            const double below = scalarLoss(mean, logVariance, noise).item<double>();
            *value = kept;
            const double expected = (above - below) / (2 * h);
            QVERIFY(std::abs(input->grad().data_ptr<double>()[i] - expected) < 1e-7);
        }
    }
}

QTEST_APPLESS_MAIN(TestElbo)
#include "tst_elbo.moc"
