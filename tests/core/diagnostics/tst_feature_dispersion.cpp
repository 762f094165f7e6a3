// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnostics/feature_dispersion.h"

#include "tests/support/metrics_oracle.h"

#include <QTest>

#include <algorithm>
#include <numeric>
#include <random>

using namespace collapsar;

class TestFeatureDispersion : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void agreesWithThePlainFormulas();
    void closedForms();
    void moreExamplesThanUnitsAndFewer();
    void tooFewOrEqualFeatures();
    void orderOfExamplesDoesNotMatter();
};

void TestFeatureDispersion::agreesWithThePlainFormulas() {
    const QJsonArray cases = metricsOracle("dispersion");
    QCOMPARE(cases.size(), 2);
    for (const QJsonValue& value : cases) {
        const QJsonObject one = value.toObject();
        const auto features = numbersOf<float>(one["features"]);
        const FeatureDispersion found = featureDispersion(features, one["hidden"].toInt());
        const auto agrees = [&](double measured, const char* name) {
            const double expected = one[QLatin1String(name)].toDouble();
            return isNear(measured, expected, 1e-7 * std::abs(expected));
        };
        QVERIFY(agrees(found.meanCosine, "cosine"));
        QVERIFY(agrees(found.relativeDistance, "distance"));
        QVERIFY(agrees(found.totalVariance, "variance"));
        QVERIFY(agrees(found.varianceRatio, "ratio"));
        QVERIFY(agrees(found.effectiveRank, "rank"));
    }
}

/// The unit vectors along H axes and their opposites: cosine of a pair 0, but -1 with the opposite; mean 0; all
/// eigenvalues equal.
void TestFeatureDispersion::closedForms() {
    constexpr std::size_t hidden = 6;
    std::vector<float> features(2 * hidden * hidden, 0.0F);
    for (std::size_t u = 0; u < hidden; ++u) {
        features[2 * u * hidden + u] = 1;
        features[(2 * u + 1) * hidden + u] = -1;
    }
    const FeatureDispersion found = featureDispersion(features, hidden);
    const double n = 12, pairs = n * (n - 1) / 2;
    QCOMPARE(found.examples, 12);
    QVERIFY(isNear(found.meanCosine, -6 / pairs, 1e-12));
    QVERIFY(isNear(found.relativeDistance, (6 * 2 + (pairs - 6) * std::sqrt(2)) / pairs, 1e-12));
    QVERIFY(isNear(found.totalVariance, n / (n - 1), 1e-12));
    QVERIFY(std::isinf(found.varianceRatio));
    QVERIFY(isNear(found.effectiveRank, 6, 1e-10));
}

/// Features along one line have rank 1, whichever matrix is the smaller one; adding a constant unit changes nothing in
/// the rank.
void TestFeatureDispersion::moreExamplesThanUnitsAndFewer() {
    for (const std::size_t hidden : {std::size_t{3}, std::size_t{50}}) {
        std::vector<float> features;
        for (int i = 0; i < 10; ++i) {
            for (std::size_t u = 0; u < hidden; ++u)
                features.push_back(u == 0 ? 4.0F : static_cast<float>(i) * static_cast<float>(u) * 0.25F);
        }
        const FeatureDispersion found = featureDispersion(features, static_cast<int>(hidden));
        QVERIFY2(isNear(found.effectiveRank, 1, 1e-9), QByteArray::number(found.effectiveRank));
    }
}

void TestFeatureDispersion::tooFewOrEqualFeatures() {
    const std::vector<float> one{1, 2, 3};
    QVERIFY(std::isnan(featureDispersion(one, 3).meanCosine));
    QVERIFY(std::isnan(featureDispersion({}, 3).effectiveRank));
    const std::vector<float> equal{1, 2, 3, 1, 2, 3, 1, 2, 3};
    const FeatureDispersion same = featureDispersion(equal, 3);
    QVERIFY(isNear(same.meanCosine, 1, 1e-12) && same.relativeDistance == 0 && same.totalVariance == 0);
    QVERIFY(std::isnan(same.effectiveRank));
    const std::vector<float> broken{1, 2, NAN, 1, 2, 3};
    const FeatureDispersion none = featureDispersion(broken, 3);
    QVERIFY(std::isnan(none.meanCosine) && std::isnan(none.totalVariance) && std::isnan(none.effectiveRank));
}

void TestFeatureDispersion::orderOfExamplesDoesNotMatter() {
    std::mt19937 generator(3);
    std::normal_distribution<float> normal(1, 0.2F);
    std::vector<std::vector<float>> rows(30, std::vector<float>(7));
    for (auto& row : rows)
        std::ranges::generate(row, [&] { return normal(generator); });
    const auto measured = [&] {
        std::vector<float> features;
        for (const auto& row : rows)
            features.insert(features.end(), row.begin(), row.end());
        return featureDispersion(features, 7);
    };
    const FeatureDispersion before = measured();
    std::ranges::shuffle(rows, generator);
    const FeatureDispersion after = measured();
    QVERIFY(isNear(before.meanCosine, after.meanCosine, 1e-12));
    QVERIFY(isNear(before.relativeDistance, after.relativeDistance, 1e-12));
    QVERIFY(isNear(before.effectiveRank, after.effectiveRank, 1e-10));
}

QTEST_APPLESS_MAIN(TestFeatureDispersion)
#include "tst_feature_dispersion.moc"
