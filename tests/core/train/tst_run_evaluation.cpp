// SPDX-License-Identifier: GPL-3.0-or-later
// Oracle of the amortisation gap: with one latent dimension and posteriors close to Gaussian it is nearly the whole of
// KL(q(z|x) || p(z|x)), which quadrature gives exactly.
#include "core/train/run_evaluation.h"

#include "core/train/run.h"
#include "tests/support/recording_sink.h"
#include "tests/support/small_run.h"

#include <QTemporaryDir>
#include <QtTest>

#include <cmath>
#include <filesystem>

using namespace collapsar;

class TestRunEvaluation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theGapIsTheLag();
    void fewerStepsFindLessOfIt();
    void stepsAreCounted();

private:
    Result<RunEvaluation> evaluated(int steps) const {
        return evaluateRun({.folder = m_run, .split = "validation", .refinementSteps = steps});
    }
    QTemporaryDir m_folder;
    std::filesystem::path m_run;
};

/// Trained at a small KL weight: posteriors are narrower than they should be.
void TestRunEvaluation::initTestCase() {
    Settings settings = smallSettings();
    settings.syntheticValidation = 600;
    settings.probeSet = ProbeSet::Validation;
    settings.probeExamples = 600;
    settings.optimiser = Optimiser::Adam;
    settings.learningRate = 0.02;
    settings.updates = 300;
    settings.evaluateEvery = 0;
    settings.klWeight = 0.1;
    settings.dropoutIn = settings.dropoutOut = 0;
    m_run = std::filesystem::path(m_folder.path().toStdString()) / "a.run";
    RecordingSink sink;
    auto run = Run::create(settings, {.folder = m_run, .probes = false}, sink);
    QVERIFY2(run.ok(), run.ok() ? "" : run.error().detail.c_str());
    run.value()->start();
    run.value()->wait();
}

void TestRunEvaluation::theGapIsTheLag() {
    const Result<RunEvaluation> found = evaluated(100);
    QVERIFY2(found.ok(), found.ok() ? "" : found.error().detail.c_str());
    const double gap = found.value().amortisationGap, lag = found.value().values.lag;
    qInfo("gap %.4f, lag %.4f", gap, lag);
    QVERIFY(lag > 0.05);                            // there is something to find
    QVERIFY(gap > 0.75 * lag && gap < 1.05 * lag);  // what is missing no Gaussian can have
}

void TestRunEvaluation::fewerStepsFindLessOfIt() {
    const double one = evaluated(1).value().amortisationGap, ten = evaluated(10).value().amortisationGap,
                 hundred = evaluated(100).value().amortisationGap;
    QVERIFY(0 < one && one < ten && ten < hundred);
}

void TestRunEvaluation::stepsAreCounted() {
    QVERIFY(!evaluated(-1).ok());
    const RunEvaluation without = evaluated(0).value();
    QVERIFY(std::isnan(without.amortisationGap) && without.refinementSteps == 0);
    QCOMPARE(evaluated(3).value().refinementSteps, 3);
}

QTEST_GUILESS_MAIN(TestRunEvaluation)
#include "tst_run_evaluation.moc"
