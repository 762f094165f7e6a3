// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnostics/active_units.h"
#include "core/diagnostics/gaussian.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace collapsar;

namespace {

/// KL by a Riemann sum of q log(q / p): knows nothing of the closed form.
double integratedKl(double mean, double sd) {
    double sum = 0;
    const double step = sd / 200;
    for (double z = mean - 12 * sd; z < mean + 12 * sd; z += step) {
        const double u = (z - mean) / sd;
        const double density = std::exp(-0.5 * u * u) / (sd * std::sqrt(2 * M_PI));
        sum += step * density * (-0.5 * u * u - std::log(sd) + 0.5 * z * z);
    }
    return sum;
}

}  // namespace

class TestGaussian : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void klAgreesWithNumericalIntegration_data();
    void klAgreesWithNumericalIntegration();
    void klIsExactlyZeroAtThePrior();
    void klOfADivergedPosteriorIsNotFinite();
    void unitKlKeepsDimensionsApart();
    void varianceIsUnbiased();
    void varianceSurvivesAFarCentre();
    void unitsAtTheThresholdAreActive();
};

void TestGaussian::klAgreesWithNumericalIntegration_data() {
    QTest::addColumn<double>("mean");
    QTest::addColumn<double>("sd");
    QTest::newRow("near prior") << 0.05 << 0.98;
    QTest::newRow("shifted") << -2.5 << 0.4;
    QTest::newRow("narrow") << 0.7 << 0.001;
    QTest::newRow("wide") << 1.0 << 5.0;
}

void TestGaussian::klAgreesWithNumericalIntegration() {
    QFETCH(double, mean);
    QFETCH(double, sd);
    const double kl = klToStandardNormal(mean, 2 * std::log(sd));
    QVERIFY(std::abs(kl - integratedKl(mean, sd)) < 1e-8 * (1 + kl));
}

void TestGaussian::klIsExactlyZeroAtThePrior() {
    QCOMPARE(klToStandardNormal(0, 0), 0.0);
    for (double logVariance = -1e-4; logVariance < 1e-4; logVariance += 1e-6) {
        QVERIFY(klToStandardNormal(0, logVariance) >= 0);
    }
}

void TestGaussian::klOfADivergedPosteriorIsNotFinite() {
    QVERIFY(std::isinf(klToStandardNormal(0, 1000)));
    QVERIFY(std::isnan(klToStandardNormal(std::numeric_limits<double>::quiet_NaN(), 0)));
}

void TestGaussian::unitKlKeepsDimensionsApart() {
    const std::vector<float> mean{1, 0, 3, 0}, logVariance(4, 0.0F);
    const std::vector<double> kl = unitKl({mean, logVariance, 2});
    QCOMPARE(kl, (std::vector<double>{2.5, 0.0}));  // (1 / 2 + 9 / 2) / 2
}

void TestGaussian::varianceIsUnbiased() {
    const std::vector<float> means{1, 10, 2, 10, 6, 10};
    QCOMPARE(unitVariance(means, 2), (std::vector<double>{7.0, 0.0}));  // (4 + 1 + 9) / 2
    QCOMPARE(unitVariance(std::vector<float>{5}, 1), std::vector<double>{0.0});
}

/// A one-pass formula in float loses everything here.
void TestGaussian::varianceSurvivesAFarCentre() {
    std::vector<float> means;
    for (int i = 0; i < 1000; ++i)
        means.push_back(i % 2 == 0 ? 4096.0F : 4096.5F);
    QVERIFY(std::abs(unitVariance(means, 1)[0] - 0.0625 * 1000 / 999) < 1e-12);
}

void TestGaussian::unitsAtTheThresholdAreActive() {
    const double none = std::numeric_limits<double>::quiet_NaN();
    QCOMPARE(countActiveUnits(std::vector<double>{0.01, 0.009999, 1, none}, 0.01), 2);
}

QTEST_APPLESS_MAIN(TestGaussian)
#include "tst_gaussian.moc"
