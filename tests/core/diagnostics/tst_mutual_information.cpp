// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnostics/mutual_information.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <cmath>
#include <random>

using namespace collapsar;

namespace {

std::vector<float> floats(const QJsonValue& value) {
    std::vector<float> result;
    for (const QJsonValue& v : value.toArray())
        result.push_back(static_cast<float>(v.toDouble()));
    return result;
}

std::vector<float> normals(std::size_t n, unsigned seed) {
    std::mt19937 generator(seed);
    std::normal_distribution<float> normal;
    std::vector<float> values(n);
    for (float& v : values)
        v = normal(generator);
    return values;
}

}  // namespace

class TestMutualInformation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void agreesWithNumpy();
    void identicalPosteriorsGiveExactlyZero();
    void separatedPosteriorsGiveLogN_data();
    void separatedPosteriorsGiveLogN();
    void neverAboveLogN();
    void orderOfExamplesDoesNotMatter();
    void agreesWithTheKlDecomposition();
    void divergedPosteriorsGiveNaN();
    void raisedFlagInterrupts();
    void twoThousandExamples();

private:
    StopFlag m_stop;
};

/// Samples are rounded to float32 in both places; the full estimator's exponentials are float32.
void TestMutualInformation::agreesWithNumpy() {
    QFile file(TEST_DATA "/diagnostics_mutual_information.json");
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonArray cases = QJsonDocument::fromJson(file.readAll()).array();
    QCOMPARE(cases.size(), 4);
    for (const QJsonValue& value : cases) {
        const QJsonObject one = value.toObject();
        const std::vector<float> mean = floats(one["mean"]), logVariance = floats(one["log_variance"]),
                                 z = floats(one["z"]);
        const GaussianRows posteriors{mean, logVariance, one["latent"].toInt()};
        QVERIFY(std::abs(batchMutualInformation(posteriors, z) - one["batch"].toDouble()) < 1e-9);
        QVERIFY(std::abs(fullMutualInformation(posteriors, z, m_stop) - one["full"].toDouble()) < 1e-6);
    }
}

void TestMutualInformation::identicalPosteriorsGiveExactlyZero() {
    for (const int latent : {1, 3}) {
        std::vector<float> mean, logVariance;
        for (int i = 0; i < 777; ++i) {
            for (int d = 0; d < latent; ++d) {
                mean.push_back(0.3F + static_cast<float>(d));
                logVariance.push_back(-0.7F - static_cast<float>(d));
            }
        }
        const GaussianRows posteriors{mean, logVariance, latent};
        const std::vector<float> z = sampleRows(posteriors, normals(mean.size(), 3));
        QCOMPARE(fullMutualInformation(posteriors, z, m_stop), 0.0);
        // The published estimator is 0 on average only: its error is that of the mean of (1 - u^2) / 2.
        QVERIFY(std::abs(batchMutualInformation(posteriors, z)) < 5 * std::sqrt(0.5 * latent / 777.0));
    }
}

void TestMutualInformation::separatedPosteriorsGiveLogN_data() {
    QTest::addColumn<int>("examples");
    for (const int n : {1, 2, 17, 500})
        QTest::addRow("%d", n) << n;
}

void TestMutualInformation::separatedPosteriorsGiveLogN() {
    QFETCH(int, examples);
    std::vector<float> mean, logVariance(static_cast<std::size_t>(examples), -2.0F);
    for (int i = 0; i < examples; ++i)
        mean.push_back(static_cast<float>(20 * i));
    const GaussianRows posteriors{mean, logVariance, 1};
    const std::vector<float> z = sampleRows(posteriors, normals(mean.size(), 5));
    const double ceiling = std::log(examples);
    QVERIFY(std::abs(fullMutualInformation(posteriors, z, m_stop) - ceiling) < 1e-12);
    QVERIFY(std::abs(batchMutualInformation(posteriors, z) - ceiling) < 5 * std::sqrt(0.5 / examples));
}

void TestMutualInformation::neverAboveLogN() {
    for (unsigned seed = 0; seed < 50; ++seed) {
        const std::vector<float> mean = normals(12, seed), logVariance = normals(12, 100 + seed);
        const std::vector<float> z = normals(12, 200 + seed);
        QVERIFY(fullMutualInformation({mean, logVariance, 2}, z, m_stop) <= std::log(6));
    }
}

void TestMutualInformation::orderOfExamplesDoesNotMatter() {
    std::vector<float> mean = normals(300, 1), logVariance = normals(300, 2), z = normals(300, 3);
    const double before = fullMutualInformation({mean, logVariance, 1}, z, m_stop);
    std::ranges::reverse(mean);
    std::ranges::reverse(logVariance);
    std::ranges::reverse(z);
    QVERIFY(std::abs(fullMutualInformation({mean, logVariance, 1}, z, m_stop) - before) < 1e-6);
}

/// Means N(0, 1 - s^2) and sd s make q(z) = N(0, 1) = p(z): then KL = I_q = -ln s, up to the sampling of N examples.
void TestMutualInformation::agreesWithTheKlDecomposition() {
    constexpr double sd = 0.5;
    constexpr std::size_t n = 3000;
    std::vector<float> mean = normals(n, 11);
    for (float& m : mean)
        m *= static_cast<float>(std::sqrt(1 - sd * sd));
    const std::vector<float> logVariance(n, static_cast<float>(2 * std::log(sd)));
    const GaussianRows posteriors{mean, logVariance, 1};
    const std::vector<float> z = sampleRows(posteriors, normals(n, 12));
    const double mi = fullMutualInformation(posteriors, z, m_stop), kl = unitKl(posteriors)[0];
    QVERIFY(std::abs(kl - mi) < 0.05);
    QVERIFY(std::abs(mi + std::log(sd)) < 0.05);
}

void TestMutualInformation::divergedPosteriorsGiveNaN() {
    const std::vector<float> mean{0, NAN, 1}, logVariance(3, 0.0F), z(3, 0.0F);
    QVERIFY(std::isnan(fullMutualInformation({mean, logVariance, 1}, z, m_stop)));
}

void TestMutualInformation::raisedFlagInterrupts() {
    StopFlag stop;
    stop.raise();
    const std::vector<float> values(3, 0.0F);
    QVERIFY_THROWS_EXCEPTION(Interrupted, (void)fullMutualInformation({values, values, 1}, values, stop));
}

void TestMutualInformation::twoThousandExamples() {
    const std::vector<float> mean = normals(2000, 1), logVariance(2000, -1.0F), z = normals(2000, 2);
    double result = 0;
    QBENCHMARK {
        result = fullMutualInformation({mean, logVariance, 1}, z, m_stop);
    }
    QVERIFY(std::isfinite(result));
}

QTEST_APPLESS_MAIN(TestMutualInformation)
#include "tst_mutual_information.moc"
