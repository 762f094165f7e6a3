// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnostics/collapse_curve.h"

#include "tests/support/metrics_oracle.h"

#include <QTest>

using namespace collapsar;

class TestCollapseCurve : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void agreesWithTheDefinition();
    void priorPosteriorsCollapseAtOnce();
    void deltaForgivesItsShareOfExamples();
    void equalKlIsNotBelow();
    void divergedDimensionNeverCollapses();
    void isoElboLinesHaveEqualSum();
};

/// Every epsilon counted anew from the KL of each example.
void TestCollapseCurve::agreesWithTheDefinition() {
    const QJsonArray cases = metricsOracle("collapse");
    QCOMPARE(cases.size(), 3);
    double least = 1, most = 0;
    for (const QJsonValue& value : cases) {
        const QJsonObject one = value.toObject();
        const auto mean = numbersOf<float>(one["mean"]), logVariance = numbersOf<float>(one["log_variance"]);
        const CollapseCurve curve = collapseCurve({mean, logVariance, one["latent"].toInt()}, one["delta"].toDouble());
        QCOMPARE(curve.thresholds.size(), static_cast<std::size_t>(one["latent"].toInt()));
        QVERIFY(std::ranges::is_sorted(curve.thresholds));
        for (const QJsonValue& point : one["curve"].toArray()) {
            const double share = curve.collapsedShare(point["epsilon"].toDouble());
            QVERIFY(isNear(share, point["share"].toDouble(), 1e-12));
            least = std::min(least, share);
            most = std::max(most, share);
        }
    }
    QVERIFY(least == 0 && most == 1);
}

void TestCollapseCurve::priorPosteriorsCollapseAtOnce() {
    const std::vector<float> zeros(20, 0.0F);
    const CollapseCurve curve = collapseCurve({zeros, zeros, 2});
    QVERIFY(curve.thresholds == std::vector<double>({0, 0}));
    QCOMPARE(curve.collapsedShare(1e-9), 1.0);
}

/// 100 examples, one of them far away: 99 % are below, which delta = 0.01 asks for and delta = 0 does not accept.
void TestCollapseCurve::deltaForgivesItsShareOfExamples() {
    std::vector<float> mean(100, 0.0F);
    mean[40] = 5;
    const std::vector<float> logVariance(100, 0.0F);
    QCOMPARE(collapseCurve({mean, logVariance, 1}, 0.01).collapsedShare(0.01), 1.0);
    QCOMPARE(collapseCurve({mean, logVariance, 1}, 0).collapsedShare(0.01), 0.0);
    mean[41] = 5;
    QCOMPARE(collapseCurve({mean, logVariance, 1}, 0.01).collapsedShare(0.01), 0.0);
    QCOMPARE(collapseCurve({mean, logVariance, 1}, 0.02).collapsedShare(0.01), 1.0);
}

void TestCollapseCurve::equalKlIsNotBelow() {
    const std::vector<float> mean(10, 1.0F), logVariance(10, 0.0F);  // KL 0.5 exactly
    const CollapseCurve curve = collapseCurve({mean, logVariance, 1});
    QCOMPARE(curve.collapsedShare(0.5), 0.0);
    QCOMPARE(curve.collapsedShare(std::nextafter(0.5, 1.0)), 1.0);
}

void TestCollapseCurve::divergedDimensionNeverCollapses() {
    std::vector<float> mean(20, 0.0F);
    mean[5] = NAN;
    const std::vector<float> logVariance(20, 0.0F);
    const CollapseCurve curve = collapseCurve({mean, logVariance, 2});
    QCOMPARE(curve.collapsedShare(1e9), 0.5);
    QVERIFY(std::isnan(curve.thresholds.back()));
    QVERIFY(std::isnan(collapseCurve({{}, {}, 2}).collapsedShare(1)));
}

void TestCollapseCurve::isoElboLinesHaveEqualSum() {
    const RateDistortion point{.rate = 3, .distortion = 40};
    QCOMPARE(point.elbo(), -43.0);
    QCOMPARE(RateDistortion::distortionAt(point.elbo(), 3), 40.0);
    QCOMPARE((RateDistortion{10, RateDistortion::distortionAt(-43, 10)}.elbo()), -43.0);
}

QTEST_APPLESS_MAIN(TestCollapseCurve)
#include "tst_collapse_curve.moc"
