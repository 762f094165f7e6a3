// SPDX-License-Identifier: GPL-3.0-or-later
/// Oracles: matrices multiplied by hand, closed forms of two correlated dimensions, and moments of many draws.
#include "core/diagnostics/gaussian_proposal.h"
#include "core/nn/philox.h"

#include <QTest>

#include <cmath>

using namespace collapsar;

namespace {

/// Three dimensions; the first and the last have variances 4 and 9 and covariance 3, the middle one sd 0.5.
GaussianProposal correlated() {
    return {{1, -2, 0.5}, {2, 0.5, 3}, {0, 2}, {2, 0, 1.5, std::sqrt(9 - 1.5 * 1.5)}};
}

/// log N of a Gaussian with that covariance, written out.
double byHand(double a, double b, double c) {
    const double determinant = 4 * 9 - 3 * 3;
    const double u = a - 1, v = c - 0.5, w = (b + 2) / 0.5;
    const double distance = (9 * u * u - 2 * 3 * u * v + 4 * v * v) / determinant + w * w;
    return -0.5 * (distance + std::log(determinant) + 2 * std::log(0.5) + 3 * std::log(2 * M_PI));
}

}  // namespace

class TestGaussianProposal : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void factorAndInverse() {
        const auto factor = choleskyFactor(std::vector<double>{4, 2, 2, 10}, 2);
        QVERIFY(factor);
        QCOMPARE(*factor, (std::vector<double>{2, 0, 1, 3}));
        const std::vector<double> inverse = inverseFromFactor(*factor, 2),
                                  expected{10.0 / 36, -2.0 / 36, -2.0 / 36, 4.0 / 36};
        for (std::size_t i = 0; i < 4; ++i)
            QVERIFY(std::abs(inverse[i] - expected[i]) < 1e-15);
        QVERIFY(!choleskyFactor(std::vector<double>{1, 2, 2, 1}, 2));
        QVERIFY(!choleskyFactor(std::vector<double>{NAN, 0, 0, 1}, 2));
        QVERIFY(choleskyFactor(std::vector<double>{}, 0));
    }

    void densityIsThatOfTheClosedForm() {
        const GaussianProposal gaussian = correlated();
        for (const auto& z : {std::vector<float>{1, -2, 0.5F}, {0, 0, 0}, {3, -1.5F, -4}})
            QVERIFY(std::abs(gaussian.logDensity(z) - byHand(z[0], z[1], z[2])) < 1e-12);
        const GaussianProposal plain({0, 0}, {1, 2});
        QVERIFY(std::abs(plain.logDensity(std::vector<float>{1, 2}) + 1 + std::log(2 * M_PI) + std::log(2.0)) < 1e-12);
    }

    void drawsHaveItsMoments() {
        constexpr std::size_t count = 40000;
        const GaussianProposal gaussian = correlated();
        std::vector<float> noise(3 * count), z(3);
        fillNormal({.seed = 3}, noise);
        double first = 0, middle = 0, product = 0;
        for (std::size_t k = 0; k < count; ++k) {
            gaussian.draw(std::span(noise).subspan(3 * k, 3), z);
            first += z[0] / count;
            middle += (z[1] + 2) * (z[1] + 2) / count;
            product += (z[0] - 1) * (z[2] - 0.5) / count;
        }
        QVERIFY(std::abs(first - 1) < 0.04);
        QVERIFY(std::abs(middle - 0.25) < 0.01);
        QVERIFY(std::abs(product - 3) < 0.15);
        QCOMPARE(gaussian.variance(0), 4.0);
        QVERIFY(std::abs(gaussian.jointCovariance()[1] - 3) < 1e-12);
    }

    void expectedDensityIsTheMeanOverDraws() {
        const GaussianProposal gaussian = correlated();
        const std::vector<double> mean{0.5, -1, 1}, variance{0.25, 1, 4};
        double sum = 0;
        constexpr std::size_t count = 40000;
        std::vector<float> noise(3 * count), z(3);
        fillNormal({.seed = 4}, noise);
        for (std::size_t k = 0; k < count; ++k) {
            for (std::size_t d = 0; d < 3; ++d)
                z[d] = static_cast<float>(mean[d] + std::sqrt(variance[d]) * static_cast<double>(noise[3 * k + d]));
            sum += gaussian.logDensity(z) / count;
        }
        QVERIFY(std::abs(gaussian.expectedLogDensity(mean, variance) - sum) < 0.1);
        // E[log N(z; 0, 1)] for z of N(0, 1): minus the entropy.
        const GaussianProposal standard({0}, {1});
        QVERIFY(std::abs(standard.expectedLogDensity(std::vector<double>{0}, std::vector<double>{1}) +
                         0.5 * std::log(2 * M_PI * M_E)) < 1e-12);
    }

    void scaledKeepsTheMean() {
        const GaussianProposal wide = correlated().scaled(2);
        QCOMPARE(wide.mean(), correlated().mean());
        QVERIFY(std::abs(wide.jointCovariance()[1] - 12) < 1e-12 && std::abs(wide.variance(1) - 1) < 1e-12);
        QVERIFY(std::abs(wide.logDensity(std::vector<float>{1, -2, 0.5F}) - byHand(1, -2, 0.5) + 3 * std::log(2.0)) <
                1e-12);
    }
};

QTEST_APPLESS_MAIN(TestGaussianProposal)
#include "tst_gaussian_proposal.moc"
