// SPDX-License-Identifier: GPL-3.0-or-later
/// The importance-weighted NLL that a run measures when it comes to its end: which number, of which weights, and that
/// stopping, racing, forking and going on change no bit of it.
#include "core/train/race.h"
#include "core/train/run.h"
#include "core/train/run_evaluation.h"
#include "tests/core/train/run_outcome.h"
#include "tests/support/recording_sink.h"
#include "tests/support/small_run.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QtTest>

#include <cmath>

using namespace collapsar;

namespace {

Settings samplingSettings(int samples) {
    Settings settings = smallSettings();
    settings.latent = 3;
    settings.posteriorSamples = 0;
    settings.initScale = 0.5;
    settings.importanceSamples = samples;
    return settings;
}

RunPhase train(const Settings& settings, const RunOptions& options) {
    RecordingSink sink;
    auto run = Run::create(settings, options, sink);
    run.value()->start();
    run.value()->wait();
    run.value().reset();
    return sink.lastState().phase;
}

Outcome outcomeOf(const QTemporaryDir& folder, const Settings& settings, RunOptions options = {}) {
    options.folder = newPath(folder);
    (void)train(settings, options);
    return outcome(options.folder);
}

void resumeToEnd(const std::filesystem::path& folder, std::int64_t updates = 0) {
    RecordingSink sink;
    auto run = Run::resume(folder, {}, sink, updates);
    run.value()->start();
    run.value()->wait();
}

bool isMeasuring(const RecordingSink& sink, std::int64_t update) {
    const RunState state = sink.lastState();
    return state.step == StepPhase::Evaluating && state.at.update == update;
}

}  // namespace

class TestFinalMeasurement : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void equalsTheEvaluationOfTheSameWeights();
    void decidesNothing();
    void languageModelIsExact();
    void lastRateCutIsAnEndToo();
    void stoppedInsideItIsMeasuredOnResume();
    void racingAndForkingChangeNothing();
    void goingOnMeasuresTheNewEnd();
};

void TestFinalMeasurement::equalsTheEvaluationOfTheSameWeights() {
    const QTemporaryDir folder;
    const RunOptions options{.folder = newPath(folder)};
    QVERIFY(train(samplingSettings(37), options) == RunPhase::Finished);
    const Outcome all = outcome(options.folder);
    QVERIFY(all.scheduled.size() >= 3);
    const Result<RunEvaluation> again =
        evaluateRun({.folder = options.folder, .split = "validation", .importanceSamples = 37});
    QVERIFY(again.ok());
    const Measurement& last = all.scheduled.back();
    QCOMPARE(last.iwNll, again.value().iwNll);
    QCOMPARE(last.iwPpl, again.value().iwPpl);
    QVERIFY2(last.iwNll < -last.elbo, "37 samples leave no noise that could hide a gap of this size");
    for (std::size_t i = 0; i + 1 < all.scheduled.size(); ++i)
        QVERIFY(std::isnan(all.scheduled[i].iwNll) && std::isnan(all.scheduled[i].iwPpl));
}

void TestFinalMeasurement::decidesNothing() {
    const QTemporaryDir folder;
    Outcome with = outcomeOf(folder, samplingSettings(5));
    const Outcome without = outcomeOf(folder, samplingSettings(0));
    QVERIFY(std::isfinite(with.scheduled.back().iwNll));
    QVERIFY(std::isnan(without.scheduled.back().iwNll));
    with.state.settings.importanceSamples = 0;
    with.scheduled.back().iwNll = with.scheduled.back().iwPpl = notMeasured;
    const QString found = difference(with, without);
    QVERIFY2(found.isEmpty(), qPrintable(found));
}

void TestFinalMeasurement::languageModelIsExact() {
    const QTemporaryDir folder;
    Settings settings = samplingSettings(50);
    settings.latent = 0;
    const Measurement last = outcomeOf(folder, settings).scheduled.back();
    QVERIFY(std::abs(last.iwNll + last.elbo) < 1e-4);
    QVERIFY(std::abs(last.iwPpl - last.ppl) < 1e-3);
}

/// A run that its updates end at the same place has the same weights there.
void TestFinalMeasurement::lastRateCutIsAnEndToo() {
    const QTemporaryDir folder;
    Settings settings = samplingSettings(9);
    settings.learningRate = 30;
    settings.updates = 600;
    settings.decayPatience = 1;
    settings.decayLimit = 2;
    const Outcome cut = outcomeOf(folder, settings);
    const std::int64_t end = cut.state.at.update;
    QVERIFY2(end < 600 && cut.state.decay.cuts == 2, qPrintable(QString::number(end)));
    for (const Measurement& point : cut.scheduled)
        QCOMPARE(std::isfinite(point.iwNll), point.at.update == end);
    settings.updates = static_cast<int>(end);
    settings.decayLimit = 3;
    QCOMPARE(outcomeOf(folder, settings).scheduled.back().iwNll, cut.scheduled.back().iwNll);
}

void TestFinalMeasurement::stoppedInsideItIsMeasuredOnResume() {
    const QTemporaryDir folder;
    const Settings settings = samplingSettings(40'000);
    const Outcome whole = outcomeOf(folder, settings);
    const RunOptions options{.folder = newPath(folder)};
    {
        RecordingSink sink;
        auto run = Run::create(settings, options, sink);
        run.value()->start();
        QVERIFY(sink.waitFor([&](const RecordingSink& all) { return isMeasuring(all, settings.updates); }));
        QTest::qWait(30);
        QElapsedTimer timer;
        timer.start();
        run.value().reset();
        qInfo() << "stopped after" << timer.elapsed() << "ms";
        QVERIFY2(timer.elapsed() < 1000, "far beyond the 200 ms promised, however busy the machine");
        QVERIFY(sink.lastState().phase == RunPhase::Stopped);
    }
    const Outcome stopped = outcome(options.folder);
    QVERIFY(stopped.state.evaluationDue && stopped.state.at.update == settings.updates);
    QVERIFY(stopped.scheduled.back().at.update < settings.updates);
    resumeToEnd(options.folder);
    const QString found = difference(whole, outcome(options.folder));
    QVERIFY2(found.isEmpty(), qPrintable(found));
    QVERIFY(std::isfinite(whole.scheduled.back().iwNll));
}

void TestFinalMeasurement::racingAndForkingChangeNothing() {
    const QTemporaryDir folder;
    const Settings settings = samplingSettings(6);
    const RunOptions options{.folder = newPath(folder), .probes = false};
    (void)train(settings, options);
    const Outcome alone = outcome(options.folder);
    // In a race evaluations have one thread instead of two.
    const QString found = difference(alone, outcomeOf(folder, settings, {.race = std::make_shared<Race>()}));
    QVERIFY2(found.isEmpty(), qPrintable(found));
    for (const std::int64_t at : {std::int64_t{14}, std::int64_t{settings.updates}}) {
        const RunOptions forked{.folder = newPath(folder)};
        RecordingSink sink;
        auto run = Run::fork({.parent = options.folder, .at = {at, 0}}, forked, sink);
        QVERIFY(run.ok());
        run.value()->start();
        run.value()->wait();
        run.value().reset();
        const Measurement last = outcome(forked.folder).scheduled.back();
        QCOMPARE(last.at.update, std::int64_t{settings.updates});
        QCOMPARE(last.iwNll, alone.scheduled.back().iwNll);
    }
}

void TestFinalMeasurement::goingOnMeasuresTheNewEnd() {
    const QTemporaryDir folder;
    Settings settings = samplingSettings(6);
    const Outcome longer = outcomeOf(folder, settings);
    settings.updates = 20;
    const RunOptions options{.folder = newPath(folder)};
    (void)train(settings, options);
    const Outcome first = outcome(options.folder);
    resumeToEnd(options.folder, 30);
    const Outcome both = outcome(options.folder);
    QCOMPARE(both.scheduled.back().iwNll, longer.scheduled.back().iwNll);
    QVERIFY(std::isfinite(first.scheduled.back().iwNll) && first.scheduled.back().iwNll != both.scheduled.back().iwNll);
}

QTEST_GUILESS_MAIN(TestFinalMeasurement)
#include "tst_final_measurement.moc"
