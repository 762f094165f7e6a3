// SPDX-License-Identifier: GPL-3.0-or-later
/// delta-VAE's posteriors against the closed-form KL on a grid of all there is, torch's autograd in float64, and finite
/// differences.
#include <torch/torch.h>

#include "core/model/delta_posterior.h"

#include <QTest>

#include <cmath>
#include <vector>

using namespace collapsar;

namespace {

double klOf(double mean, double logVariance) {
    return (mean * mean + std::exp(logVariance) - logVariance - 1) / 2;
}

/// ln s - s + 2 delta + 1 changes its sign between `low` and `high`.
double rootByBisection(double low, double high, double delta) {
    const auto f = [delta](double s) { return std::log(s) - s + 2 * delta + 1; };
    const bool rises = f(low) < 0;
    for (int i = 0; i < 300; ++i) {
        const double middle = (low + high) / 2;
        ((f(middle) < 0) == rises ? low : high) = middle;
    }
    return low;
}

struct Posterior {
    double mean = 0, logVariance = 0;
};
Posterior posteriorAt(double delta, double m, double a) {
    DeltaPosterior(delta).forward(&m, &a, 1);
    return {m, a};
}

}  // namespace

class TestDeltaPosterior : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rangeEndsAtTheRoots_data() { deltas(); }
    void rangeEndsAtTheRoots();
    void klIsNeverBelowDelta_data() { deltas(); }
    void klIsNeverBelowDelta();
    void agreesWithTorch_data() { deltas(); }
    void agreesWithTorch();
    void gradientsAgreeWithFiniteDifferences();
    void notANumberStaysOne();

private:
    static void deltas() {
        QTest::addColumn<double>("delta");
        for (const double delta : {0.001, 0.15, 0.5, 2.0, 10.0})
            QTest::addRow("delta %g", delta) << delta;
    }
};

void TestDeltaPosterior::rangeEndsAtTheRoots() {
    QFETCH(double, delta);
    const SdRange range = sdRange(delta);
    const double lowest = rootByBisection(1e-300, 1, delta), highest = rootByBisection(1, 100, delta);
    QVERIFY(std::abs(range.lowest * range.lowest - lowest) < 1e-12 * lowest);
    QVERIFY(std::abs(range.highest * range.highest - highest) < 1e-12 * highest);
    QVERIFY(range.lowest < 1 && range.highest > 1);
}

/// KL = delta + relu(m) / 2 + 5e-7 in exact numbers; in float, as the product computes it, no less than delta but for
/// rounding.
void TestDeltaPosterior::klIsNeverBelowDelta() {
    QFETCH(double, delta);
    const DeltaPosterior posterior(delta);
    double least = 1e9, leastFloat = 1e9;
    for (const double m : {-1e6, -3.0, -1e-9, 0.0, 1e-9, 0.01, 0.7, 30.0}) {
        for (double a = -60; a <= 60; a += 0.25) {
            const auto [mean, logVariance] = posteriorAt(delta, m, a);
            const double kl = klOf(mean, logVariance), expected = delta + std::max(m, 0.0) / 2 + 5e-7;
            QVERIFY2(std::abs(kl - expected) < 1e-12 * (1 + expected), qPrintable(QString("%1 %2").arg(m).arg(a)));
            least = std::min(least, kl);
            auto floatMean = static_cast<float>(m), floatLogVariance = static_cast<float>(a);
            posterior.forward(&floatMean, &floatLogVariance, 1);
            const float inFloat =
                (floatMean * floatMean + std::exp(floatLogVariance) - floatLogVariance - 1) / 2;  // as sampleLatent
            leastFloat = std::min(leastFloat, static_cast<double>(inFloat));
        }
    }
    qInfo() << "least KL - delta" << least - delta << "in float" << leastFloat - delta;
    QVERIFY(least >= delta);
    QVERIFY(leastFloat > delta - 5e-7 * (1 + 2 * delta));
}

void TestDeltaPosterior::agreesWithTorch() {
    QFETCH(double, delta);
    torch::manual_seed(4);
    auto m = torch::randn({40}, torch::kFloat64).requires_grad_(true);
    auto a = (3 * torch::randn({40}, torch::kFloat64)).detach().requires_grad_(true);
    const double lowest = std::sqrt(rootByBisection(1e-300, 1, delta));
    const double highest = std::sqrt(rootByBisection(1, 100, delta));
    const auto sd = lowest + (highest - lowest) * torch::sigmoid(a);
    const auto mean = (2 * delta + 1 + sd.pow(2).log() - sd.pow(2) + torch::relu(m) + 1e-6).sqrt();
    const auto logVariance = sd.pow(2).log();
    const auto byMean = torch::randn({40}, torch::kFloat64), byLogVariance = torch::randn({40}, torch::kFloat64);
    (mean * byMean + logVariance * byLogVariance).sum().backward();

    const DeltaPosterior posterior(delta);
    auto ourMean = m.detach().clone(), ourLogVariance = a.detach().clone();
    posterior.forward(ourMean.data_ptr<double>(), ourLogVariance.data_ptr<double>(), 40);
    QVERIFY((ourMean - mean).abs().max().item<double>() < 1e-10);
    QVERIFY((ourLogVariance - logVariance).abs().max().item<double>() < 1e-11);
    auto mGradient = byMean.clone(), aGradient = byLogVariance.clone();
    posterior.backward(m.data_ptr<double>(), a.data_ptr<double>(), mGradient.data_ptr<double>(),
                       aGradient.data_ptr<double>(), 40);
    QVERIFY((mGradient - m.grad()).abs().max().item<double>() < 1e-9);
    QVERIFY((aGradient - a.grad()).abs().max().item<double>() < 1e-9);
}

void TestDeltaPosterior::gradientsAgreeWithFiniteDifferences() {
    constexpr double delta = 0.15, step = 1e-6;
    for (const double m : {-0.5, 0.3, 2.0}) {
        for (const double a : {-4.0, -0.3, 0.0, 1.7}) {
            double byMean = 1.3, byLogVariance = -0.4;
            DeltaPosterior(delta).backward(&m, &a, &byMean, &byLogVariance, 1);
            const auto loss = [](const Posterior& p) { return 1.3 * p.mean - 0.4 * p.logVariance; };
            const double slopeM =
                (loss(posteriorAt(delta, m + step, a)) - loss(posteriorAt(delta, m - step, a))) / (2 * step);
            const double slopeA =
                (loss(posteriorAt(delta, m, a + step)) - loss(posteriorAt(delta, m, a - step))) / (2 * step);
            QVERIFY(std::abs(slopeM - byMean) < 1e-7);
            QVERIFY(std::abs(slopeA - byLogVariance) < 1e-7);
        }
    }
}

void TestDeltaPosterior::notANumberStaysOne() {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    QVERIFY(std::isnan(posteriorAt(0.15, nan, 0).mean));
    QVERIFY(std::isnan(posteriorAt(0.15, 0, nan).logVariance));
}

QTEST_APPLESS_MAIN(TestDeltaPosterior)
#include "tst_delta_posterior.moc"
