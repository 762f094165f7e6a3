// SPDX-License-Identifier: GPL-3.0-or-later
/// A run seen from outside: phases, commands, bad input, ends.
#include "core/train/run.h"
#include "tests/support/recording_sink.h"
#include "tests/support/small_run.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QtTest>

#include <fstream>

using namespace collapsar;

namespace {

std::filesystem::path runPath(const QTemporaryDir& folder) {
    return std::filesystem::path(folder.path().toStdString()) / "a.run";
}

bool reached(RecordingSink& sink, RunPhase phase) {
    return sink.waitFor([phase](const RecordingSink& all) { return all.lastState().phase == phase; });
}

}  // namespace

class TestRun : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void trainsToItsEnd();
    void refusesBadSettingsAllAtOnce();
    void missingDataFails();
    void divergesAsAFinding();
    void pauseAndSteps();
    void interventionIsAppliedAndReported();
    void refusesAnExistingFolder();
    void aFolderHasOneWriter();
    void startAndStopManyTimes();
    void stopIsQuickAtLargeSize();
};

void TestRun::trainsToItsEnd() {
    QTemporaryDir folder;
    RecordingSink sink;
    auto run = Run::create(smallSettings(), {.name = "A", .folder = runPath(folder)}, sink);
    QVERIFY(run.ok());
    run.value()->start();
    run.value()->wait();
    run.value().reset();
    QCOMPARE(sink.lastState().phase, RunPhase::Finished);
    QCOMPARE(sink.points(MeasurementKind::Training).size(), 30U);
    QCOMPARE(sink.points(MeasurementKind::Scheduled).size(), 6U);  // 0, 10, 12 (epoch), 20, 24 (epoch), 30
    const auto record = readRun(runPath(folder));
    QVERIFY(record.ok());
    QCOMPARE(record.value().state.phase, RunPhase::Finished);
    QCOMPARE(record.value().state.at.update, 30);
    QCOMPARE(record.value().probes->size(), 12U);
    QVERIFY(!record.value().checkpoints.empty());
}

void TestRun::refusesBadSettingsAllAtOnce() {
    Settings settings = smallSettings();
    settings.batch = 0;
    settings.latent = -1;
    RecordingSink sink;
    const auto run = Run::create(settings, {}, sink);
    QVERIFY(!run.ok());
    QCOMPARE(run.error().code, ErrorCode::InvalidSettings);
    const QString detail = QString::fromStdString(run.error().detail);
    QVERIFY2(detail.contains("batch") && detail.contains("latent"), qPrintable(detail));
}

void TestRun::missingDataFails() {
    Settings settings = smallSettings();
    settings.data = "/nowhere/at all.txt";
    RecordingSink sink;
    const auto run = Run::create(settings, {}, sink);
    QVERIFY(run.ok());
    QVERIFY(reached(sink, RunPhase::Failed));
    run.value()->wait();
    QCOMPARE(sink.lastState().error.code, ErrorCode::FileMissing);
    QVERIFY(sink.lastState().error.detail.find("/nowhere/at all.txt") != std::string::npos);
}

void TestRun::divergesAsAFinding() {
    QTemporaryDir folder;
    Settings settings = smallSettings();
    settings.initScale = 10;  // log variances of hundreds: their exponential overflows
    settings.encoderHidden = 512;
    settings.learningRate = 1000;
    settings.clip = 1e9;
    RecordingSink sink;
    auto run = Run::create(settings, {.folder = runPath(folder)}, sink);
    QVERIFY2(run.ok(), run.ok() ? "" : run.error().detail.c_str());
    run.value()->start();
    run.value()->wait();
    run.value().reset();
    QCOMPARE(sink.lastState().phase, RunPhase::Diverged);
    const auto record = readRun(runPath(folder));
    QVERIFY(record.ok());
    QCOMPARE(record.value().state.phase, RunPhase::Diverged);
    QVERIFY(!record.value().measurements.empty());
}

void TestRun::pauseAndSteps() {
    Settings settings = smallSettings();
    settings.updates = 1000000;
    RecordingSink sink;
    const auto run = Run::create(settings, {}, sink);
    QVERIFY(run.ok());
    run.value()->stepUpdate();
    QVERIFY(sink.waitFor([](const RecordingSink& all) {
        return all.lastState().at.update == 1 && all.lastState().phase == RunPhase::Paused;
    }));
    run.value()->stepEncoder();
    QVERIFY(sink.waitFor([](const RecordingSink& all) { return all.lastState().at == Position{1, 1}; }));
    run.value()->stepDecoder();
    QVERIFY(sink.waitFor([](const RecordingSink& all) { return all.lastState().at == Position{2, 0}; }));
    run.value()->resumeTraining();
    QVERIFY(sink.waitFor([](const RecordingSink& all) { return all.lastState().at.update > 20; }));
    run.value()->pause();
    QVERIFY(reached(sink, RunPhase::Paused));
}

void TestRun::interventionIsAppliedAndReported() {
    Settings settings = smallSettings();
    settings.updates = 1000000;
    RecordingSink sink;
    const auto run = Run::create(settings, {}, sink);
    QVERIFY(run.ok());
    QVERIFY(!run.value()->intervene({.field = "batch", .newValue = "4"}).ok());
    QVERIFY(!run.value()->intervene({.field = "kl_weight", .newValue = "-1"}).ok());
    QVERIFY(run.value()->intervene({.field = "pooling", .newValue = "max"}).ok());
    run.value()->start();
    QVERIFY(sink.waitFor([](const RecordingSink& all) {
        return all.lastState().settings.pooling == Pooling::Max && !all.events().empty();
    }));
    QVERIFY(sink.waitFor([](const RecordingSink& all) {
        for (const Event& event : all.events()) {
            if (event.kind == EventKind::Switch && event.intervention.oldValue == "last") return true;
        }
        return false;
    }));
}

void TestRun::refusesAnExistingFolder() {
    QTemporaryDir folder;
    RecordingSink sink;
    { const auto first = Run::create(smallSettings(), {.folder = runPath(folder)}, sink); }
    const auto second = Run::create(smallSettings(), {.folder = runPath(folder)}, sink);
    QVERIFY(!second.ok());
    QCOMPARE(second.error().code, ErrorCode::FileUnwritable);
}

void TestRun::aFolderHasOneWriter() {
    QTemporaryDir folder;
    RecordingSink sink, other;
    const auto first = Run::create(smallSettings(), {.folder = runPath(folder)}, sink);
    QVERIFY(first.ok());
    const auto second = Run::resume(runPath(folder), {}, other);
    QVERIFY(!second.ok());
    QCOMPARE(second.error().code, ErrorCode::RunBusy);
}

void TestRun::startAndStopManyTimes() {
    Settings settings = smallSettings();
    settings.updates = 1000000;
    settings.aggressive = Aggressive::On;
    for (int i = 0; i < 200; ++i) {
        RecordingSink sink;
        const auto run = Run::create(settings, {.pace = i % 2 ? Pace::Watch : Pace::FullSpeed}, sink);
        QVERIFY(run.ok());
        run.value()->start();
        if (i % 4 == 0) {
            QVERIFY(sink.waitFor([](const RecordingSink& all) { return all.lastState().phase == RunPhase::Training; }));
        }
    }
}

void TestRun::stopIsQuickAtLargeSize() {
    Settings settings = smallSettings();
    settings.syntheticVocabulary = 5000;
    settings.embedding = 256;
    settings.encoderHidden = 512;
    settings.decoderHidden = 512;
    settings.syntheticLength = 40;
    settings.batch = 32;
    settings.updates = 1000;
    RecordingSink sink;
    auto run = Run::create(settings, {}, sink);
    QVERIFY(run.ok());
    run.value()->start();
    QVERIFY(sink.waitFor([](const RecordingSink& all) { return all.lastState().phase == RunPhase::Training; }));
    QTest::qWait(50);
    QElapsedTimer timer;
    timer.start();
    run.value().reset();
    qInfo() << "stopped after" << timer.elapsed() << "ms";
    QVERIFY2(timer.elapsed() < 1000, "far beyond the 200 ms promised, however busy the machine");
}

QTEST_GUILESS_MAIN(TestRun)
#include "tst_run.moc"
