// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/verdict.h"

#include <QtTest>

#include <limits>

using namespace collapsar;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

Measurement measured(double trueSd, double approxSd, double correlation, double gap) {
    Measurement m;
    m.trueMeanSd = trueSd;
    m.approxMeanSd = approxSd;
    m.meanCorrelation = correlation;
    m.meanGap = gap;
    m.kl = 0.5;
    m.reconstruction = 40;
    m.elbo = -40.5;
    return m;
}

}  // namespace

class TestVerdict : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void publishedRuns_data();
    void publishedRuns();
    void thresholds_data();
    void thresholds();
    void thresholdsComeFromTheSettings();
    void withoutTrueMeans();
    void diverged_data();
    void diverged();
    void emptyCorrelationIsNoDivergence();
    void carriesItsEvidence();
    void names();
};

/// The published code on the published data: spread of true and approximate means, correlation, gap.
void TestVerdict::publishedRuns_data() {
    QTest::addColumn<double>("trueSd");
    QTest::addColumn<double>("approxSd");
    QTest::addColumn<double>("correlation");
    QTest::addColumn<double>("gap");
    QTest::addColumn<QString>("verdict");
    QTest::newRow("basic 200") << 0.308 << 0.0002 << 0.07 << 0.27 << "inference_collapse";
    QTest::newRow("basic 1000") << 0.453 << 0.0002 << 0.06 << 0.35 << "inference_collapse";
    QTest::newRow("basic 9000") << 0.310 << 0.0000 << notMeasured << 0.24 << "inference_collapse";
    QTest::newRow("aggressive 200") << 1.166 << 0.969 << 0.961 << 0.29 << "in_step";
    QTest::newRow("aggressive 800") << 0.812 << 0.705 << 0.979 << 0.17 << "in_step";
    QTest::newRow("Adam 3000") << 0.03 << 0.01 << 0.5 << 0.03 << "posterior_collapse";
}

void TestVerdict::publishedRuns() {
    QFETCH(double, trueSd);
    QFETCH(double, approxSd);
    QFETCH(double, correlation);
    QFETCH(double, gap);
    QFETCH(QString, verdict);
    const auto kind = judge(measured(trueSd, approxSd, correlation, gap), {}).kind;
    QCOMPARE(QString::fromUtf8(verdictName(kind).data()), verdict);
}

void TestVerdict::thresholds_data() {
    QTest::addColumn<double>("trueSd");
    QTest::addColumn<double>("approxSd");
    QTest::addColumn<double>("correlation");
    QTest::addColumn<double>("gap");
    QTest::addColumn<QString>("verdict");
    QTest::newRow("at the spread") << 0.1 << 0.1 << 0.95 << 0.01 << "in_step";
    QTest::newRow("approximate below") << 0.1 << 0.0999 << 0.95 << 0.01 << "inference_collapse";
    QTest::newRow("true below") << 0.0999 << 0.1 << 0.95 << 0.01 << "model_collapse";
    QTest::newRow("both below") << 0.0999 << 0.0999 << 0.95 << 0.01 << "posterior_collapse";
    QTest::newRow("correlation at its threshold") << 1.0 << 1.0 << 0.9 << 0.1 << "warming_up";
    QTest::newRow("correlation above") << 1.0 << 1.0 << 0.901 << 0.1 << "in_step";
    QTest::newRow("gap at its threshold") << 1.0 << 1.0 << 0.95 << 0.5 << "warming_up";
    QTest::newRow("gap below") << 1.0 << 1.0 << 0.95 << 0.499 << "in_step";
    QTest::newRow("gap counts by the true spread") << 0.2 << 2.0 << 0.95 << 0.11 << "warming_up";
    QTest::newRow("anticorrelated") << 1.0 << 1.0 << -0.99 << 0.1 << "warming_up";
}

void TestVerdict::thresholds() {
    publishedRuns();
}

void TestVerdict::thresholdsComeFromTheSettings() {
    Settings settings;
    const Measurement m = measured(0.3, 0.2, 0.8, 0.2);
    QCOMPARE(judge(m, settings).kind, VerdictKind::WarmingUp);
    settings.verdictCorrelation = 0.7;
    settings.verdictGap = 0.7;
    QCOMPARE(judge(m, settings).kind, VerdictKind::InStep);
    settings.verdictSpread = 0.25;
    QCOMPARE(judge(m, settings).kind, VerdictKind::InferenceCollapse);
    settings.verdictSpread = 0.5;
    QCOMPARE(judge(m, settings).kind, VerdictKind::PosteriorCollapse);
}

void TestVerdict::withoutTrueMeans() {
    QCOMPARE(judge(measured(notMeasured, 0.5, notMeasured, notMeasured), {}).kind, VerdictKind::WarmingUp);
    QCOMPARE(judge(measured(notMeasured, 0.05, notMeasured, notMeasured), {}).kind, VerdictKind::PosteriorCollapse);
    QCOMPARE(judge(Measurement{}, {}).kind, VerdictKind::WarmingUp);
}

void TestVerdict::diverged_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("column");
    QTest::addColumn<double>("value");
    QTest::addColumn<bool>("isDiverged");
    const int probe = static_cast<int>(MeasurementKind::Probe),
              scheduled = static_cast<int>(MeasurementKind::Scheduled);
    QTest::newRow("infinite KL") << probe << "kl" << infinity << true;
    QTest::newRow("infinite ELBO") << probe << "elbo" << -infinity << true;
    QTest::newRow("infinite spread") << probe << "true_mean_sd" << infinity << true;
    QTest::newRow("infinite training loss") << probe << "train_elbo" << -infinity << true;
    QTest::newRow("spread NaN beside a true one") << probe << "approx_mean_sd" << notMeasured << true;
    QTest::newRow("scheduled ELBO NaN") << scheduled << "elbo" << notMeasured << true;
    QTest::newRow("scheduled KL NaN") << scheduled << "kl" << notMeasured << true;
    QTest::newRow("probe without ELBO") << probe << "elbo" << notMeasured << false;
    QTest::newRow("overflowing perplexity") << probe << "ppl" << infinity << false;
}

void TestVerdict::diverged() {
    QFETCH(int, kind);
    QFETCH(QString, column);
    QFETCH(double, value);
    QFETCH(bool, isDiverged);
    Measurement m = measured(1, 1, 0.95, 0.1);
    m.kind = static_cast<MeasurementKind>(kind);
    QCOMPARE(judge(m, {}).kind, VerdictKind::InStep);
    m.*findColumn(column.toStdString())->value = value;
    QCOMPARE(judge(m, {}).kind, isDiverged ? VerdictKind::Diverged : VerdictKind::InStep);
}

void TestVerdict::emptyCorrelationIsNoDivergence() {
    Measurement m = measured(0.4, 0.0001, notMeasured, 0.3);
    m.kind = MeasurementKind::Scheduled;
    QCOMPARE(judge(m, {}).kind, VerdictKind::InferenceCollapse);
}

void TestVerdict::carriesItsEvidence() {
    Measurement m = measured(1, 0.9, 0.95, 0.1);
    m.miFull = 0.7;
    const Verdict expected{VerdictKind::InStep, 1, 0.9, 0.95, 0.1, 0.5, 0.7};
    QVERIFY(judge(m, {}) == expected);
}

void TestVerdict::names() {
    QCOMPARE(verdictName(VerdictKind::WarmingUp), std::string_view("warming_up"));
    QCOMPARE(verdictName(VerdictKind::ModelCollapse), std::string_view("model_collapse"));
    QCOMPARE(verdictName(VerdictKind::Diverged), std::string_view("diverged"));
}

QTEST_APPLESS_MAIN(TestVerdict)
#include "tst_verdict.moc"
