// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnostics/posterior_statistics.h"

#include <QTest>

#include <cmath>

using namespace collapsar;

namespace {

PosteriorMeans line(double trueScale, double approximateScale) {
    PosteriorMeans means;
    for (int i = 0; i < 101; ++i) {
        const double at = (i - 50) / 50.0;
        means.trueMean.push_back(static_cast<float>(trueScale * at));
        means.approximateMean.push_back(static_cast<float>(approximateScale * at));
        means.approximateLogVariance.push_back(0);
        means.lag.push_back(static_cast<float>(at + 2));
        means.logLikelihood.push_back(-40);
    }
    return means;
}

}  // namespace

class TestPosteriorStatistics : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void smallCaseByHand();
    void twoLatentsArePooled();
    void correlationIsEmptyWithoutSpread();
    void widestLatentIsReported();
    void notFiniteMeansShow();
    void snapshotCarriesPointsNumbersAndVerdict();
    void snapshotKnowsWhetherTheObjectiveIsPlain();
};

void TestPosteriorStatistics::smallCaseByHand() {
    PosteriorMeans means;
    means.trueMean = {1, 2, 3};
    means.approximateMean = {2, 2, 5};
    means.approximateLogVariance = {0, 0, 0};
    means.lag = {0.5, 1, 3};
    means.logLikelihood = {-4, -5, -9};
    const PosteriorStatistics s = posteriorStatistics(means);
    QCOMPARE(s.trueMeanSd, 1.0);
    QCOMPARE(s.approxMeanSd, std::sqrt(3.0));
    QVERIFY(std::abs(s.meanCorrelation - 3 / std::sqrt(2.0 * 6.0)) < 1e-12);
    QCOMPARE(s.meanGap, 1.0);
    QCOMPARE(s.lag, 1.5);
    QCOMPARE(s.logLikelihood, -6.0);
}

/// First dimension 1 2 3 against 2 2 5, second 0 0 3 against 0 4 2; products about the means 3 + 0, squares 2 + 6, 6
/// + 8.
void TestPosteriorStatistics::twoLatentsArePooled() {
    PosteriorMeans means;
    means.latent = 2;
    means.trueMean = {1, 0, 2, 0, 3, 3};
    means.approximateMean = {2, 0, 2, 4, 5, 2};
    means.approximateLogVariance.assign(6, 0);
    means.lag = {0.5, 1, 3};
    means.logLikelihood = {-4, -5, -9};
    const PosteriorStatistics s = posteriorStatistics(means);
    QVERIFY(std::abs(s.trueMeanSd - std::sqrt(3.0)) < 1e-12);
    QVERIFY(std::abs(s.approxMeanSd - 2) < 1e-12);
    QVERIFY(std::abs(s.meanCorrelation - 3 / std::sqrt(8.0 * 14.0)) < 1e-12);
    QVERIFY(std::abs(s.meanGap - (1 + 4 + std::sqrt(5.0)) / 3) < 1e-12);
}

void TestPosteriorStatistics::correlationIsEmptyWithoutSpread() {
    QVERIFY(std::isnan(posteriorStatistics(line(1, 0.01)).meanCorrelation));
    QVERIFY(std::isnan(posteriorStatistics(line(0, 1)).meanCorrelation));
    QVERIFY(std::abs(posteriorStatistics(line(1, -0.5)).meanCorrelation + 1) < 1e-6);
    QVERIFY(std::isnan(posteriorStatistics({}).approxMeanSd));
}

void TestPosteriorStatistics::widestLatentIsReported() {
    PosteriorMeans means;
    means.latent = 2;
    means.approximateMean = {0, 1, 0, 3};
    means.approximateLogVariance = {0, 0, 0, 0};
    const PosteriorStatistics s = posteriorStatistics(means);
    QCOMPARE(s.approxMeanSd, std::sqrt(2.0));
    QVERIFY(std::isnan(s.trueMeanSd) && std::isnan(s.lag) && std::isnan(s.meanGap));
}

void TestPosteriorStatistics::notFiniteMeansShow() {
    PosteriorMeans means = line(1, 1);
    means.approximateMean[3] = NAN;
    const auto snapshot = makeSnapshot(means, {}, {});
    QVERIFY(std::isnan(snapshot->values.approxMeanSd));
    QCOMPARE(snapshot->verdict.kind, VerdictKind::Diverged);
}

void TestPosteriorStatistics::snapshotCarriesPointsNumbersAndVerdict() {
    Measurement values;
    values.at = {120, 3};
    values.kl = 0.25;
    PosteriorMeans means = line(1, 0);
    means.quadrature = Quadrature::Preview;
    means.previewError = 0.02;
    const auto collapsed = makeSnapshot(means, values, {});
    QCOMPARE(collapsed->verdict.kind, VerdictKind::InferenceCollapse);
    QCOMPARE(collapsed->trueMean, means.trueMean);
    QCOMPARE(collapsed->approximateMean, means.approximateMean);
    QCOMPARE(collapsed->lag, means.lag);
    QCOMPARE(collapsed->values.at.update, 120);
    QCOMPARE(collapsed->verdict.kl, 0.25);
    QCOMPARE(collapsed->values.trueMeanSd, posteriorStatistics(means).trueMeanSd);
    QVERIFY(collapsed->isPreview);
    QCOMPARE(collapsed->previewError, 0.02);
    QCOMPARE(collapsed->unitKl, std::vector<float>{0});

    QCOMPARE(makeSnapshot(line(1, 1), {}, {})->verdict.kind, VerdictKind::InStep);
    QCOMPARE(makeSnapshot(line(0, 1), {}, {})->verdict.kind, VerdictKind::ModelCollapse);
    const auto none = makeSnapshot(line(0, 0), {}, {});
    QCOMPARE(none->verdict.kind, VerdictKind::PosteriorCollapse);
    QVERIFY(!none->isPreview);
}

void TestPosteriorStatistics::snapshotKnowsWhetherTheObjectiveIsPlain() {
    Measurement values;
    Settings settings;
    QVERIFY(makeSnapshot(line(1, 1), values, settings)->objectiveIsPlain);
    settings.klWeight = 0.5;
    QVERIFY(!makeSnapshot(line(1, 1), values, settings)->objectiveIsPlain);
    values.klWeight = 1;
    QVERIFY(makeSnapshot(line(1, 1), values, settings)->objectiveIsPlain);
    settings.freeBits = 0.5;
    QVERIFY(!makeSnapshot(line(1, 1), values, settings)->objectiveIsPlain);
    settings.freeBits = 0;
    settings.sviSteps = 10;
    QVERIFY(!makeSnapshot(line(1, 1), values, settings)->objectiveIsPlain);
    settings.sviSteps = 0;
    settings.posterior = PosteriorKind::BatchNorm;
    QVERIFY(!makeSnapshot(line(1, 1), values, settings)->objectiveIsPlain);
}

QTEST_APPLESS_MAIN(TestPosteriorStatistics)
#include "tst_posterior_statistics.moc"
