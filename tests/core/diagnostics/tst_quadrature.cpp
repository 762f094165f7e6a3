// SPDX-License-Identifier: GPL-3.0-or-later
/// Oracle: a linear Gaussian decoder p(x|z) = N(x; slope z, noise^2), whose posterior, evidence and KL are closed
/// forms.
#include "core/diagnostics/cubic_spline.h"
#include "core/diagnostics/quadrature.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace collapsar;

namespace {

double logDensity(double x, double mean, double variance) {
    return -0.5 * (std::log(2 * M_PI * variance) + (x - mean) * (x - mean) / variance);
}

struct LinearGaussian {
    double slope = 1, noise = 1, x = 0;
    mutable int evaluations = 0;

    [[nodiscard]] double variance() const { return 1 / (1 + slope * slope / (noise * noise)); }
    [[nodiscard]] double mean() const { return variance() * slope * x / (noise * noise); }
    [[nodiscard]] double evidence() const { return logDensity(x, 0, noise * noise + slope * slope); }
    [[nodiscard]] double lag(const ApproximatePosterior& q) const {
        const double ratio = std::exp(q.logVariance) / variance(), distance = q.mean - mean();
        return 0.5 * (ratio + distance * distance / variance() - 1 - std::log(ratio));
    }
    [[nodiscard]] LogLikelihood function() const {
        return [this](std::span<const float> latents, std::span<double> out) {
            evaluations += static_cast<int>(latents.size());
            std::ranges::transform(latents, out.begin(), [this](float z) {
                return logDensity(x, slope * static_cast<double>(z), noise * noise);
            });
        };
    }
};

ApproximatePosterior approximate(double mean, double sd) {
    return {mean, 2 * std::log(sd)};
}

/// A decoder that saturates, as an LSTM does; not Gaussian, with a second bump of the posterior when `sharp` is large.
struct Saturating {
    double sharp = 1, height = 3, centre = 0.7;
    double pull = 0;  ///< towards z = -1
    mutable int evaluations = 0;

    [[nodiscard]] double value(double z) const {
        return height * std::tanh(sharp * (z - centre)) - 0.5 * height * std::tanh(z + 1) -
               0.5 * pull * (z + 1) * (z + 1);
    }
    [[nodiscard]] LogLikelihood function() const {
        return [this](std::span<const float> latents, std::span<double> out) {
            evaluations += static_cast<int>(latents.size());
            std::ranges::transform(latents, out.begin(), [this](float z) { return value(z); });
        };
    }
    /// By brute force: 40,001 knots.
    [[nodiscard]] TruePosterior reference(const ApproximatePosterior& q) const {
        double sum = 0, first = 0, expected = 0, mass = 0;
        for (int j = -20000; j <= 20000; ++j) {
            const double z = j * 5e-4, density = logDensity(z, q.mean, std::exp(q.logVariance));
            const double weight = std::exp(value(z) - 0.5 * z * z) / std::sqrt(2 * M_PI);
            sum += weight;
            first += weight * z;
            expected += std::exp(density) * (density - value(z) - logDensity(z, 0, 1));
            mass += std::exp(density);
        }
        const double evidence = std::log(sum * 5e-4);
        return {.mean = first / sum, .logEvidence = evidence, .lag = expected / mass + evidence};
    }
};

}  // namespace

class TestQuadrature : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void exactAgreesWithTheClosedForm_data();
    void exactAgreesWithTheClosedForm();
    void exactAgreesWithBruteForce_data();
    void exactAgreesWithBruteForce();
    void roughnessOnlyUnderTheApproximatePosteriorIsSeen();
    void lagIsZeroForTheTruePosterior();
    void deafDecoderCostsTwentyFiveEvaluations();
    void notFiniteGivesNaN_data();
    void notFiniteGivesNaN();
    void previewStaysWithinItsEstimate_data();
    void previewStaysWithinItsEstimate();
    void previewGivesRoughPosteriorsToTheExactRule();
    void previewSeesMassAtTheEdge();
    void previewOfADeafDecoderCostsThirteenEvaluations();
    void splineReproducesItsKnotsAndLines();
};

void TestQuadrature::exactAgreesWithTheClosedForm_data() {
    QTest::addColumn<double>("slope");
    QTest::addColumn<double>("noise");
    QTest::addColumn<double>("x");
    QTest::addColumn<double>("mean");
    QTest::addColumn<double>("sd");
    QTest::newRow("ignores z") << 0.0 << 1.0 << 0.4 << 0.1 << 0.9;
    QTest::newRow("weak") << 0.3 << 1.0 << 1.0 << 0.3 << 0.95;
    QTest::newRow("informative") << 1.0 << 0.5 << -1.2 << -0.8 << 0.4;
    QTest::newRow("informative, q is the prior") << 1.0 << 0.5 << -1.2 << 0.0 << 1.0;
    QTest::newRow("narrow") << 1.0 << 0.05 << 0.4 << 0.41 << 0.06;
    QTest::newRow("narrow, between knots") << 1.0 << 0.03 << 1.53 << 1.5 << 0.03;
    QTest::newRow("narrow, q is wide") << 1.0 << 0.05 << 0.4 << 0.0 << 1.0;
    QTest::newRow("q narrow") << 1.0 << 1.0 << 0.4 << 0.2 << 0.001;
    QTest::newRow("q narrow and far") << 1.0 << 1.0 << 0.4 << 9.3 << 0.001;
    QTest::newRow("shifted beyond the range") << 1.0 << 0.3 << 12.0 << 10.5 << 0.3;
    QTest::newRow("shifted below the range") << 1.0 << 0.1 << -17.0 << -16.0 << 0.1;
    QTest::newRow("q wide") << 1.0 << 1.0 << 0.4 << 0.5 << 3.0;
}

/// Tolerance: quadratureTolerance, relative for the lags of hundreds of nats that a narrow posterior gives.
void TestQuadrature::exactAgreesWithTheClosedForm() {
    QFETCH(double, slope);
    QFETCH(double, noise);
    QFETCH(double, x);
    QFETCH(double, mean);
    QFETCH(double, sd);
    const LinearGaussian model{slope, noise, x};
    const ApproximatePosterior q = approximate(mean, sd);
    const TruePosterior result = integrateExactly(model.function(), q);
    const double lag = model.lag(q);
    const QByteArray seen =
        QByteArray::number(result.mean, 'g', 10) + ' ' + QByteArray::number(result.logEvidence, 'g', 10) + ' ' +
        QByteArray::number(result.lag, 'g', 10) + " expected " + QByteArray::number(model.mean(), 'g', 10) + ' ' +
        QByteArray::number(model.evidence(), 'g', 10) + ' ' + QByteArray::number(lag, 'g', 10);
    QVERIFY2(std::abs(result.mean - model.mean()) < 1e-4, seen);
    QVERIFY2(std::abs(result.logEvidence - model.evidence()) < 1e-4, seen);
    QVERIFY2(std::abs(result.lag - lag) < 1e-4 + 1e-5 * lag, seen);
}

void TestQuadrature::exactAgreesWithBruteForce_data() {
    QTest::addColumn<double>("sharp");
    QTest::addColumn<double>("height");
    QTest::addColumn<double>("mean");
    QTest::addColumn<double>("sd");
    for (const double sharp : {0.5, 2.0, 5.0, 20.0}) {
        for (const double sd : {0.003, 0.1, 0.45, 0.8, 1.0}) {
            QTest::addRow("sharp %g, sd %g", sharp, sd) << sharp << 3.0 << 0.55 << sd;
        }
    }
}

void TestQuadrature::exactAgreesWithBruteForce() {
    QFETCH(double, sharp);
    QFETCH(double, height);
    QFETCH(double, mean);
    QFETCH(double, sd);
    const Saturating model{sharp, height};
    const ApproximatePosterior q = approximate(mean, sd);
    const TruePosterior result = integrateExactly(model.function(), q), expected = model.reference(q);
    QVERIFY(std::abs(result.mean - expected.mean) < 1e-4);
    QVERIFY(std::abs(result.logEvidence - expected.logEvidence) < 1e-4);
    const QByteArray seen = QByteArray::number(result.lag) + " expected " + QByteArray::number(expected.lag);
    QVERIFY2(std::abs(result.lag - expected.lag) < 2e-4, seen);
}

/// p(z|x) lives around -1 and is smooth there; q sits on a steep step at 3 that five or nine nodes cannot see.
void TestQuadrature::roughnessOnlyUnderTheApproximatePosteriorIsSeen() {
    const Saturating model{20, 3, 3, 20};
    const ApproximatePosterior q = approximate(2.95, 0.15);
    const TruePosterior result = integrateExactly(model.function(), q), expected = model.reference(q);
    QVERIFY(std::abs(result.mean - expected.mean) < 1e-4);
    QVERIFY(std::abs(result.lag - expected.lag) < 1e-3);  // of 320 nats
}

void TestQuadrature::lagIsZeroForTheTruePosterior() {
    for (const double noise : {0.05, 0.3, 1.0, 4.0}) {
        const LinearGaussian model{1, noise, 0.9};
        const ApproximatePosterior q{model.mean(), std::log(model.variance())};
        QVERIFY(std::abs(integrateExactly(model.function(), q).lag) < 1e-4);
    }
}

void TestQuadrature::deafDecoderCostsTwentyFiveEvaluations() {
    const LinearGaussian model{0, 1, 0.4};
    const TruePosterior result = integrateExactly(model.function(), approximate(0, 1));
    QCOMPARE(model.evaluations, 25);
    QVERIFY(std::abs(result.mean) < 1e-9 && std::abs(result.lag) < 1e-6);
}

void TestQuadrature::notFiniteGivesNaN_data() {
    QTest::addColumn<double>("mean");
    QTest::addColumn<double>("logVariance");
    QTest::addColumn<double>("likelihood");
    QTest::newRow("mean") << double{NAN} << 0.0 << -1.0;
    QTest::newRow("log variance") << 0.0 << double{INFINITY} << -1.0;
    QTest::newRow("likelihood") << 0.0 << 0.0 << double{NAN};
    QTest::newRow("infinite likelihood") << 0.0 << 0.0 << double{-INFINITY};
}

void TestQuadrature::notFiniteGivesNaN() {
    QFETCH(double, mean);
    QFETCH(double, logVariance);
    QFETCH(double, likelihood);
    const LogLikelihood function = [=](std::span<const float>, std::span<double> out) {
        std::ranges::fill(out, likelihood);
    };
    for (const auto integrate : {integrateExactly, integrateCoarsely}) {
        const TruePosterior result = integrate(function, {mean, logVariance});
        QVERIFY(std::isnan(result.mean) && std::isnan(result.logEvidence) && std::isnan(result.lag));
    }
}

void TestQuadrature::previewStaysWithinItsEstimate_data() {
    QTest::addColumn<double>("noise");
    QTest::addColumn<double>("x");
    for (const double noise : {0.05, 0.2, 0.5, 1.0, 3.0}) {
        for (const double x : {0.0, 0.5, 2.3, 7.5})
            QTest::addRow("noise %g, x %g", noise, x) << noise << x;
    }
}

void TestQuadrature::previewStaysWithinItsEstimate() {
    QFETCH(double, noise);
    QFETCH(double, x);
    const LinearGaussian model{1, noise, x};
    const ApproximatePosterior q{model.mean(), std::log(model.variance())};
    const TruePosterior result = integrateCoarsely(model.function(), q);
    QVERIFY(result.meanError <= previewLimit);
    QVERIFY(std::abs(result.mean - model.mean()) <= result.meanError + 1e-4);
}

/// A steep step between two knots: 13 of them cannot see where it is.
void TestQuadrature::previewGivesRoughPosteriorsToTheExactRule() {
    const Saturating model{20, 12};
    const ApproximatePosterior q = approximate(0.5, 0.7);
    const TruePosterior result = integrateCoarsely(model.function(), q);
    const int together = model.evaluations;
    const TruePosterior exact = integrateExactly(model.function(), q);
    QCOMPARE(result.mean, exact.mean);
    QCOMPARE(result.lag, exact.lag);
    QCOMPARE(result.meanError, 0.0);
    QVERIFY(std::abs(result.mean - model.reference(q).mean) < 1e-4);
    // What the preview had is not evaluated twice, but for knots that the exact rule leaves out.
    QVERIFY(together <= model.evaluations - together + 12);
}

void TestQuadrature::previewSeesMassAtTheEdge() {
    const LinearGaussian model{1, 0.3, 9};
    const TruePosterior result = integrateCoarsely(model.function(), approximate(0, 1));
    QVERIFY(std::abs(result.mean - model.mean()) < 1e-4);
}

void TestQuadrature::previewOfADeafDecoderCostsThirteenEvaluations() {
    const LinearGaussian model{0, 1, 0.4};
    const TruePosterior result = integrateCoarsely(model.function(), approximate(0.2, 1));
    QCOMPARE(model.evaluations, 13);
    QVERIFY(std::abs(result.mean) < 1e-9);
    QVERIFY(std::abs(result.lag - 0.02) < 1e-6);
    QVERIFY(std::abs(result.logEvidence - model.evidence()) < 1e-6);
}

/// The natural spline of sin over two periods errs by at most 5 h^4 / 384 inside, and is exact for lines everywhere.
void TestQuadrature::splineReproducesItsKnotsAndLines() {
    constexpr double step = 0.1;
    std::vector<double> waves, line;
    for (int i = 0; i <= 126; ++i) {
        waves.push_back(std::sin(step * i));
        line.push_back(2 - 3 * step * i);
    }
    const CubicSpline spline(0, step, waves), straight(0, step, line);
    for (int i = 0; i <= 126; ++i)
        QVERIFY(std::abs(spline(step * i) - waves[static_cast<std::size_t>(i)]) < 1e-12);
    for (double x = 1; x < 11; x += 0.013)
        QVERIFY(std::abs(spline(x) - std::sin(x)) < 5 * 1e-4 / 384);
    for (double x = -3; x < 20; x += 0.17)
        QVERIFY(std::abs(straight(x) - (2 - 3 * x)) < 1e-10);
    // Beyond the ends the slope goes on unbroken.
    QVERIFY(std::abs((spline(1e-4) - spline(0)) - (spline(0) - spline(-1e-4))) < 1e-9);
}

QTEST_APPLESS_MAIN(TestQuadrature)
#include "tst_quadrature.moc"
