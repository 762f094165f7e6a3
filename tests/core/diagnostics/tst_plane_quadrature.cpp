// SPDX-License-Identifier: GPL-3.0-or-later
/// Oracles: linear Gaussian decoders (closed form), plain fine grids, and the rule for one latent where the other one
/// is ignored.
#include "core/diagnostics/plane_quadrature.h"

#include <QTest>

#include <cmath>
#include <functional>

using namespace collapsar;

namespace {

using Function = std::function<double(double, double)>;
using Matrix = std::array<std::array<double, 2>, 2>;

double logDensity(double x, double mean, double variance) {
    return -0.5 * (std::log(2 * M_PI * variance) + (x - mean) * (x - mean) / variance);
}

ApproximatePosterior approximate(double mean, double sd) {
    return {mean, 2 * std::log(sd)};
}

TruePlanePosterior integrate(const Function& function, const PlanePosterior& q, Quadrature quadrature,
                             int* evaluations = nullptr) {
    PlaneIntegration integration(q, quadrature);
    std::vector<double> values;
    while (!integration.wanted().empty()) {
        values.clear();
        const std::vector<float>& latents = integration.wanted();
        for (std::size_t i = 0; i < latents.size(); i += 2)
            values.push_back(function(latents[i], latents[i + 1]));
        if (evaluations) *evaluations += static_cast<int>(values.size());
        integration.supply(values);
    }
    return integration.result();
}

/// x = slopes z + noise, two observations.
struct LinearGaussian {
    Matrix slopes{};
    double noise = 1;
    std::array<double, 2> x{};

    [[nodiscard]] Function function() const {
        return [*this](double a, double b) {
            return logDensity(x[0], slopes[0][0] * a + slopes[0][1] * b, noise * noise) +
                   logDensity(x[1], slopes[1][0] * a + slopes[1][1] * b, noise * noise);
        };
    }
    /// Inverse of the posterior's covariance: I + A'A / noise^2.
    [[nodiscard]] Matrix precision() const {
        Matrix p{};
        for (int i = 0; i < 2; ++i)
            for (int j = 0; j < 2; ++j)
                p[i][j] = (i == j) + (slopes[0][i] * slopes[0][j] + slopes[1][i] * slopes[1][j]) / (noise * noise);
        return p;
    }
    [[nodiscard]] static double determinant(const Matrix& m) { return m[0][0] * m[1][1] - m[0][1] * m[1][0]; }
    [[nodiscard]] std::array<double, 2> mean() const {
        const Matrix p = precision();
        const double u = (slopes[0][0] * x[0] + slopes[1][0] * x[1]) / (noise * noise);
        const double v = (slopes[0][1] * x[0] + slopes[1][1] * x[1]) / (noise * noise);
        return {(p[1][1] * u - p[0][1] * v) / determinant(p), (p[0][0] * v - p[1][0] * u) / determinant(p)};
    }
    /// N(x; 0, A A' + noise^2 I).
    [[nodiscard]] double evidence() const {
        Matrix c{};
        for (int i = 0; i < 2; ++i)
            for (int j = 0; j < 2; ++j)
                c[i][j] = (i == j) * noise * noise + slopes[i][0] * slopes[j][0] + slopes[i][1] * slopes[j][1];
        const double quadratic =
            (c[1][1] * x[0] * x[0] - 2 * c[0][1] * x[0] * x[1] + c[0][0] * x[1] * x[1]) / determinant(c);
        return -0.5 * quadratic - 0.5 * std::log(determinant(c)) - std::log(2 * M_PI);
    }
    /// KL of a diagonal q to the posterior.
    [[nodiscard]] double lag(const PlanePosterior& q) const {
        const Matrix p = precision();
        const std::array<double, 2> m = mean();
        const double u = q[0].mean - m[0], v = q[1].mean - m[1];
        const double trace = p[0][0] * std::exp(q[0].logVariance) + p[1][1] * std::exp(q[1].logVariance);
        const double distance = p[0][0] * u * u + 2 * p[0][1] * u * v + p[1][1] * v * v;
        return 0.5 * (trace + distance - 2 - std::log(determinant(p)) - q[0].logVariance - q[1].logVariance);
    }
};

/// Not Gaussian, with two bumps where `sharp` is large.
double saturating(double a, double b, double sharp) {
    return 3 * std::tanh(sharp * (a - 0.7 + 0.3 * b)) - 2 * std::tanh(b * a) - 0.3 * b * b;
}

/// By brute force: step 0.02 on |z| <= 8.
TruePlanePosterior reference(const Function& function, const PlanePosterior& q) {
    constexpr double step = 0.02;
    double sum = 0, expected = 0, mass = 0;
    std::array<double, 2> first{};
    for (int j = -400; j <= 400; ++j) {
        for (int i = -400; i <= 400; ++i) {
            const double a = i * step, b = j * step, value = function(a, b);
            const double weight = std::exp(value - 0.5 * (a * a + b * b)) / (2 * M_PI);
            sum += weight;
            first[0] += weight * a;
            first[1] += weight * b;
            const double logQ = logDensity(a, q[0].mean, std::exp(q[0].logVariance)) +
                                logDensity(b, q[1].mean, std::exp(q[1].logVariance));
            expected += std::exp(logQ) * (logQ - value - logDensity(a, 0, 1) - logDensity(b, 0, 1));
            mass += std::exp(logQ);
        }
    }
    const double evidence = std::log(sum * step * step);
    return {{first[0] / sum, first[1] / sum}, evidence, expected / mass + evidence, 0};
}

}  // namespace

class TestPlaneQuadrature : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void exactAgreesWithTheClosedForm_data();
    void exactAgreesWithTheClosedForm();
    void exactAgreesWithBruteForce_data();
    void exactAgreesWithBruteForce();
    void anIgnoredLatentLeavesTheRuleForOne();
    void previewStaysWithinItsEstimate_data();
    void previewStaysWithinItsEstimate();
    void notFiniteGivesNaN();
    void costOfADeafDecoder();
};

void TestPlaneQuadrature::exactAgreesWithTheClosedForm_data() {
    QTest::addColumn<double>("slope");
    QTest::addColumn<double>("mixing");  // both latents in both observations alike: a ridge along the diagonal
    QTest::addColumn<double>("noise");
    QTest::addColumn<double>("x");
    QTest::addColumn<double>("sd");
    QTest::newRow("ignores z") << 0.0 << 0.0 << 1.0 << 0.4 << 0.9;
    QTest::newRow("weak") << 0.3 << 0.1 << 1.0 << 1.0 << 0.95;
    QTest::newRow("informative") << 1.0 << 0.4 << 0.5 << -1.2 << 0.4;
    QTest::newRow("correlated") << 1.0 << 0.9 << 0.4 << 1.2 << 0.5;
    QTest::newRow("diagonal ridge") << 1.0 << 1.0 << 0.1 << 0.43 << 0.3;
    QTest::newRow("other diagonal ridge") << 1.0 << -1.0 << 0.1 << 0.43 << 0.3;
    QTest::newRow("narrow, between knots") << 1.0 << 0.0 << 0.08 << 1.53 << 0.08;
    QTest::newRow("narrow, on a knot") << 1.0 << 0.0 << 0.08 << 1.0064 << 0.08;
    QTest::newRow("narrow, q is the prior") << 1.0 << 0.2 << 0.1 << 0.7 << 1.0;
    QTest::newRow("beyond the range") << 1.0 << 0.0 << 0.3 << 12.0 << 0.3;
    QTest::newRow("q narrow") << 1.0 << 0.3 << 1.0 << 0.4 << 0.001;
    QTest::newRow("q wide") << 1.0 << 0.3 << 1.0 << 0.4 << 3.0;
}

void TestPlaneQuadrature::exactAgreesWithTheClosedForm() {
    QFETCH(double, slope);
    QFETCH(double, mixing);
    QFETCH(double, noise);
    QFETCH(double, x);
    QFETCH(double, sd);
    const LinearGaussian model{{{{slope, mixing}, {mixing, slope}}}, noise, {x, 0.6 * x - 0.2}};
    const std::array<double, 2> mean = model.mean();
    const PlanePosterior q{approximate(mean[0] + 0.1, sd), approximate(mean[1] - 0.2, 0.8 * sd)};
    const TruePlanePosterior result = integrate(model.function(), q, Quadrature::Exact);
    const double lag = model.lag(q);
    const QByteArray seen =
        QByteArray::number(result.mean[0], 'g', 10) + ' ' + QByteArray::number(result.mean[1], 'g', 10) + ' ' +
        QByteArray::number(result.logEvidence, 'g', 10) + ' ' + QByteArray::number(result.lag, 'g', 10) + " expected " +
        QByteArray::number(mean[0], 'g', 10) + ' ' + QByteArray::number(mean[1], 'g', 10) + ' ' +
        QByteArray::number(model.evidence(), 'g', 10) + ' ' + QByteArray::number(lag, 'g', 10);
    QVERIFY2(std::abs(result.mean[0] - mean[0]) < 1e-4, seen);
    QVERIFY2(std::abs(result.mean[1] - mean[1]) < 1e-4, seen);
    QVERIFY2(std::abs(result.logEvidence - model.evidence()) < 1e-4, seen);
    QVERIFY2(std::abs(result.lag - lag) < 1e-4 + 1e-5 * lag, seen);
    QCOMPARE(result.meanError, 0.0);
}

void TestPlaneQuadrature::exactAgreesWithBruteForce_data() {
    QTest::addColumn<double>("sharp");
    QTest::addColumn<double>("sd");
    for (const double sharp : {0.5, 2.0, 5.0})
        for (const double sd : {0.1, 0.45, 1.0})
            QTest::addRow("sharp %g, sd %g", sharp, sd) << sharp << sd;
}

void TestPlaneQuadrature::exactAgreesWithBruteForce() {
    QFETCH(double, sharp);
    QFETCH(double, sd);
    const Function function = [sharp](double a, double b) { return saturating(a, b, sharp); };
    const PlanePosterior q{approximate(0.4, sd), approximate(-0.3, sd)};
    const TruePlanePosterior result = integrate(function, q, Quadrature::Exact), expected = reference(function, q);
    QVERIFY(std::abs(result.mean[0] - expected.mean[0]) < 1e-4);
    QVERIFY(std::abs(result.mean[1] - expected.mean[1]) < 1e-4);
    QVERIFY(std::abs(result.logEvidence - expected.logEvidence) < 1e-4);
    const QByteArray seen = QByteArray::number(result.lag) + " expected " + QByteArray::number(expected.lag);
    QVERIFY2(std::abs(result.lag - expected.lag) < 1e-3, seen);
}

void TestPlaneQuadrature::anIgnoredLatentLeavesTheRuleForOne() {
    for (const double sharp : {0.5, 2.0, 8.0}) {
        const auto line = [sharp](double z) { return 3 * std::tanh(sharp * (z - 0.7)) - 1.5 * std::tanh(z + 1); };
        const ApproximatePosterior q = approximate(0.8, 0.6);
        const TruePosterior one = integrateExactly(
            [&](std::span<const float> latents, std::span<double> out) {
                for (std::size_t i = 0; i < out.size(); ++i)
                    out[i] = line(latents[i]);
            },
            q);
        const Function first = [&](double a, double) { return line(a); };
        const Function second = [&](double, double b) { return line(b); };
        const TruePlanePosterior a = integrate(first, {q, approximate(0, 1)}, Quadrature::Exact);
        const TruePlanePosterior b = integrate(second, {approximate(0, 1), q}, Quadrature::Exact);
        QVERIFY(std::abs(a.mean[0] - one.mean) < 2e-4 && std::abs(a.mean[1]) < 1e-5);
        QVERIFY(std::abs(b.mean[1] - one.mean) < 2e-4 && std::abs(b.mean[0]) < 1e-5);
        QVERIFY(std::abs(a.logEvidence - one.logEvidence) < 2e-4);
        QVERIFY(std::abs(a.lag - one.lag) < 1e-3 && std::abs(b.lag - one.lag) < 1e-3);
    }
}

void TestPlaneQuadrature::previewStaysWithinItsEstimate_data() {
    QTest::addColumn<double>("noise");
    QTest::addColumn<double>("x");
    for (const double noise : {0.1, 0.3, 0.5, 1.0, 3.0})
        for (const double x : {0.0, 0.5, 2.3, 7.5})
            QTest::addRow("noise %g, x %g", noise, x) << noise << x;
}

void TestPlaneQuadrature::previewStaysWithinItsEstimate() {
    QFETCH(double, noise);
    QFETCH(double, x);
    const LinearGaussian model{{{{1, 0.4}, {0.4, 1}}}, noise, {x, 0.4}};
    const std::array<double, 2> mean = model.mean();
    const double sd = std::sqrt(1 / model.precision()[0][0]);
    const PlanePosterior q{approximate(mean[0], sd), approximate(mean[1], sd)};
    int preview = 0, exact = 0;
    const TruePlanePosterior result = integrate(model.function(), q, Quadrature::Preview, &preview);
    (void)integrate(model.function(), q, Quadrature::Exact, &exact);
    QVERIFY(result.meanError <= previewLimit);
    QVERIFY(std::abs(result.mean[0] - mean[0]) <= result.meanError + 1e-4);
    QVERIFY(std::abs(result.mean[1] - mean[1]) <= result.meanError + 1e-4);
    QVERIFY(preview <= exact);
    qInfo("evaluations: preview %d, exact %d", preview, exact);
}

void TestPlaneQuadrature::notFiniteGivesNaN() {
    const PlanePosterior good{approximate(0, 1), approximate(0, 1)};
    const auto isNothing = [](const TruePlanePosterior& result) {
        return std::isnan(result.mean[0]) && std::isnan(result.mean[1]) && std::isnan(result.logEvidence) &&
               std::isnan(result.lag);
    };
    for (const Quadrature quadrature : {Quadrature::Exact, Quadrature::Preview}) {
        const Function flat = [](double, double) { return -1.0; };
        QVERIFY(isNothing(integrate([](double, double) { return double{NAN}; }, good, quadrature)));
        QVERIFY(isNothing(integrate([](double, double) { return -double{INFINITY}; }, good, quadrature)));
        QVERIFY(isNothing(integrate(flat, {approximate(NAN, 1), good[1]}, quadrature)));
        QVERIFY(isNothing(integrate(flat, {good[0], {0, INFINITY}}, quadrature)));
        QVERIFY(isNothing(integrate([](double a, double) { return a == std::round(a) ? 0.0 : double{NAN}; }, good,
                                    Quadrature::Exact)));
    }
}

/// 113 knots of |z| <= 6 and a ring where they are heavy, as many centres, 81 + 25 nodes.
void TestPlaneQuadrature::costOfADeafDecoder() {
    const Function flat = [](double, double) { return -3.0; };
    const PlanePosterior q{approximate(0, 1), approximate(0, 1)};
    int preview = 0, exact = 0;
    QVERIFY(std::abs(integrate(flat, q, Quadrature::Preview, &preview).lag) < 1e-3);
    const TruePlanePosterior result = integrate(flat, q, Quadrature::Exact, &exact);
    QVERIFY(std::abs(result.logEvidence + 3) < 1e-6 && std::abs(result.mean[0]) < 1e-9 && std::abs(result.lag) < 1e-5);
    qInfo("evaluations: preview %d, exact %d", preview, exact);
    QVERIFY(preview <= 180 && exact <= 400);
}

QTEST_APPLESS_MAIN(TestPlaneQuadrature)
#include "tst_plane_quadrature.moc"
