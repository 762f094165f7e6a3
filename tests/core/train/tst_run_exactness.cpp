// SPDX-License-Identifier: GPL-3.0-or-later
/// Settings, seed and switches determine every weight and every evaluation bit for bit, whatever watches, waits or
/// stops.
#include "core/train/race.h"
#include "core/train/run.h"
#include "tests/core/train/run_outcome.h"
#include "tests/support/recording_sink.h"
#include "tests/support/small_run.h"

#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <optional>

using namespace collapsar;

namespace {

Outcome train(const QTemporaryDir& folder, const Settings& settings, RunOptions options = {}) {
    options.folder = newPath(folder);
    options.writeCheckpoints = false;  // but for the one at the end
    RecordingSink sink;
    auto run = Run::create(settings, options, sink);
    run.value()->start();
    run.value()->wait();
    run.value().reset();
    return outcome(options.folder);
}

/// Trains, but is stopped and goes on from a checkpoint inside an inner loop; its position in `at`.
Outcome trainWithStop(const QTemporaryDir& folder, const Settings& settings, Position& at) {
    RunOptions options{.folder = newPath(folder), .keyframeSeconds = 0};
    std::string name;
    {
        RecordingSink sink;
        auto run = Run::create(settings, options, sink);
        run.value()->start();
        (void)sink.waitFor([&](const RecordingSink& all) {
            for (const Event& event : all.events()) {
                const bool isInside = event.at.update + 1 >= std::min(settings.updates, 4) && event.at.inner > 3;
                if (event.kind != EventKind::Checkpoint || !isInside) continue;
                name = event.text;
                at = event.at;
                return true;
            }
            return false;
        });
    }
    RecordingSink sink;
    auto run = Run::resume(options.folder, {}, sink, 0, name);
    run.value()->start();
    run.value()->wait();
    run.value().reset();
    return outcome(options.folder);
}

Settings aggressiveSettings() {
    Settings settings = smallSettings();
    settings.aggressive = Aggressive::Auto;
    settings.updates = 40;
    settings.optimiser = Optimiser::Adam;
    settings.learningRate = 0.01;
    settings.decayPatience = 1;
    settings.skip = true;
    return settings;
}

}  // namespace

class TestRunExactness : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sameRunTwice();
    void anotherSeedDiffers();
    void watchingChangesNothing_data();
    void watchingChangesNothing();
    void probesAtOnePositionAgree();
    void racingChangesNothing();
    void resumeInsideAnInnerLoop();
    void resumeWithMoreUpdatesEqualsALongerRun();
    void otherNumericsAreMarkedAndMeasured();
    void liveSwitchEqualsPlannedSwitch();
    void innerLoopLeavesTheDecoderAlone();
    void aSwitchInsideAnInnerLoopStartsItsComparisonAfresh();
};

void TestRunExactness::sameRunTwice() {
    const QTemporaryDir folder;
    const QString found = difference(train(folder, aggressiveSettings()), train(folder, aggressiveSettings()));
    QVERIFY2(found.isEmpty(), qPrintable(found));
}

void TestRunExactness::anotherSeedDiffers() {
    const QTemporaryDir folder;
    Settings other = smallSettings();
    other.seed += 1;
    QVERIFY(!difference(train(folder, smallSettings()), train(folder, other)).isEmpty());
}

void TestRunExactness::watchingChangesNothing_data() {
    QTest::addColumn<Pace>("pace");
    QTest::addColumn<bool>("probes");
    QTest::newRow("watched") << Pace::Watch << true;
    QTest::newRow("full speed with probes") << Pace::FullSpeed << true;
    QTest::newRow("slow motion") << Pace::SlowMotion << true;
    QTest::newRow("watch pace without probes") << Pace::Watch << false;
}

void TestRunExactness::watchingChangesNothing() {
    QFETCH(Pace, pace);
    QFETCH(bool, probes);
    const QTemporaryDir folder;
    Settings settings = aggressiveSettings();
    settings.updates = 14;
    const Outcome alone = train(folder, settings, {.probes = false});
    const QString found =
        difference(alone, train(folder, settings, {.pace = pace, .probes = probes, .slowMotionSeconds = 0}));
    QVERIFY2(found.isEmpty(), qPrintable(found));
}

void TestRunExactness::probesAtOnePositionAgree() {
    const QTemporaryDir folder;
    const Outcome a = train(folder, smallSettings(), {.pace = Pace::Watch});
    const Outcome b = train(folder, smallSettings(), {.pace = Pace::Watch});
    QVERIFY(a.probes.size() > 10);
    const QString found = difference(a.probes, b.probes);
    QVERIFY2(found.isEmpty(), qPrintable(found));
}

void TestRunExactness::racingChangesNothing() {
    const QTemporaryDir folder;
    const auto race = std::make_shared<Race>();
    RecordingSink first, second;
    RunOptions a{.folder = newPath(folder), .pace = Pace::Watch, .race = race};
    RunOptions b{.folder = newPath(folder), .pace = Pace::Watch, .race = race};
    {
        auto one = Run::create(smallSettings(), a, first);
        auto two = Run::create(aggressiveSettings(), b, second);
        one.value()->start();
        two.value()->start();
        one.value()->wait();
        two.value()->wait();
    }
    QString found = difference(outcome(a.folder), train(folder, smallSettings()));
    QVERIFY2(found.isEmpty(), qPrintable(found));
    found = difference(outcome(b.folder), train(folder, aggressiveSettings()));
    QVERIFY2(found.isEmpty(), qPrintable(found));
}

void TestRunExactness::resumeInsideAnInnerLoop() {
    const QTemporaryDir folder;
    const Outcome whole = train(folder, aggressiveSettings());
    Position at;
    const Outcome resumed = trainWithStop(folder, aggressiveSettings(), at);
    QVERIFY2(at.inner > 0, "no stop fell inside an inner loop");
    const QString found = difference(whole, resumed);
    QVERIFY2(found.isEmpty(), qPrintable(QString("stopped at %1.%2: %3").arg(at.update).arg(at.inner).arg(found)));
}

void TestRunExactness::resumeWithMoreUpdatesEqualsALongerRun() {
    const QTemporaryDir folder;
    Settings settings = smallSettings();
    settings.updates = 20;
    RunOptions options{.folder = newPath(folder)};
    {
        RecordingSink sink;
        auto run = Run::create(settings, options, sink);
        run.value()->start();
        run.value()->wait();
    }
    RecordingSink sink;
    auto run = Run::resume(options.folder, {}, sink, 40);
    QVERIFY(run.ok());
    run.value()->start();
    run.value()->wait();
    run.value().reset();
    settings.updates = 40;
    const QString found = difference(outcome(options.folder), train(folder, settings));
    QVERIFY2(found.isEmpty(), qPrintable(found));
}

void TestRunExactness::otherNumericsAreMarkedAndMeasured() {
    const QTemporaryDir folder;
    RunOptions options{.folder = newPath(folder)};
    {
        RecordingSink sink;
        auto run = Run::create(smallSettings(), options, sink);
        run.value()->start();
        run.value()->wait();
    }
    const auto file = options.folder / "checkpoints" / checkpointName({30, 0});
    auto state = readCheckpoint(file);
    QVERIFY(state.ok());
    state.value().numerics = "an abacus";
    QVERIFY(writeCheckpoint(file, state.value()).ok());
    RecordingSink sink;
    {
        auto run = Run::resume(options.folder, {}, sink, 31);
        QVERIFY(run.ok());
        run.value()->start();
        run.value()->wait();
    }
    std::vector<Event> marks;
    for (const Event& event : sink.events()) {
        if (event.kind == EventKind::NumericsChanged) marks.push_back(event);
    }
    QCOMPARE(marks.size(), 2U);
    QVERIFY(marks[0].text.find("an abacus") != std::string::npos);
    QCOMPARE(marks[1].value, 0.0);  // the numerics are the same in truth
}

void TestRunExactness::liveSwitchEqualsPlannedSwitch() {
    const QTemporaryDir folder;
    Settings settings = smallSettings();
    settings.updates = 4000;
    settings.evaluateEvery = 1000;
    RunOptions options{.folder = newPath(folder)};
    RecordingSink sink;
    {
        auto run = Run::create(settings, options, sink);
        run.value()->start();
        (void)sink.waitFor([](const RecordingSink& all) { return all.lastState().at.update > 5; });
        QVERIFY(run.value()->intervene({.field = "aggressive", .newValue = "on"}).ok());
        QVERIFY(run.value()->intervene({.action = Action::ReinitialiseDecoder}).ok());
        (void)sink.waitFor(
            [](const RecordingSink& all) { return all.lastState().burnIn && all.lastState().at.inner > 3; });
        for (const char* change : {"skip=on", "pooling=absmax", "kl_weight=0.5", "learning_rate=0.3"}) {
            QVERIFY(run.value()->intervene(parseIntervention(std::string("0:") + change).value()).ok());
        }
        run.value()->stepEncoder();
        QVERIFY(run.value()->intervene({.field = "aggressive", .newValue = "off"}).ok());
        run.value()->wait();
    }
    std::vector<Intervention> planned;
    for (const Event& event : sink.events()) {
        if (event.kind == EventKind::Switch) planned.push_back(event.intervention);
    }
    QCOMPARE(planned.size(), 8U);
    const QString found = difference(outcome(options.folder), train(folder, settings, {.interventions = planned}));
    QVERIFY2(found.isEmpty(), qPrintable(found));
}

/// Papers: the inner loop changes the encoder only, the outer update of an aggressive run the decoder only.
void TestRunExactness::innerLoopLeavesTheDecoderAlone() {
    const QTemporaryDir folder;
    Settings settings = aggressiveSettings();
    Position at;
    settings.updates = 1;
    const Outcome before = train(folder, settings);
    const auto first = initialParameters(before.state.weights.shape, settings);
    QVERIFY(before.state.weights.encoder != first.encoder);
    settings.freezeDecoder = true;
    QVERIFY(train(folder, settings).state.weights.decoder == first.decoder);
    QVERIFY(train(folder, settings).state.weights.encoder == before.state.weights.encoder);
}

/// The switch gives the encoder the rate it has anyway, so that only the comparison of windows can tell the two runs
/// apart: a loop that would end at its second window cannot, when its first is forgotten.
void TestRunExactness::aSwitchInsideAnInnerLoopStartsItsComparisonAfresh() {
    const auto innerUpdates = [](const Settings& settings, const std::vector<Intervention>& planned) {
        RecordingSink sink;
        auto run = Run::create(settings, {.interventions = planned, .probes = false}, sink);
        run.value()->start();
        run.value()->wait();
        run.value().reset();
        return sink.points(MeasurementKind::Training).front().innerUpdates;
    };
    Settings settings = smallSettings();
    settings.aggressive = Aggressive::On;
    settings.updates = 1;
    int tried = 0;
    for (settings.seed = 1; settings.seed <= 60; ++settings.seed) {
        if (innerUpdates(settings, {}) != 2 * settings.innerWindow) continue;
        ++tried;
        const Intervention same = parseIntervention("0.20:encoder_learning_rate=1").value();
        QVERIFY(innerUpdates(settings, {same}) > 2 * settings.innerWindow);
    }
    QVERIFY2(tried > 0, "no loop ended at its second window: nothing was shown");
    qInfo() << tried << "loops";
}

QTEST_GUILESS_MAIN(TestRunExactness)
#include "tst_run_exactness.moc"
