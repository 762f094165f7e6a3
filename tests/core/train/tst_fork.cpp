// SPDX-License-Identifier: GPL-3.0-or-later
/// A fork at N is, bit for bit, the run that had the same switch made at N.
#include "core/train/replay.h"
#include "core/train/run.h"
#include "tests/core/train/forked_run.h"

#include <QTest>

#include <algorithm>
#include <string>

using namespace collapsar;
namespace fs = std::filesystem;

Q_DECLARE_METATYPE(collapsar::Settings)

namespace {

Settings aggressiveSettings() {
    Settings settings = smallSettings();
    settings.aggressive = Aggressive::Auto;
    settings.optimiser = Optimiser::Adam;
    settings.learningRate = 0.01;
    settings.decayPatience = 1;
    settings.updates = 40;
    return settings;
}

}  // namespace

class TestFork : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void equalsTheSwitchMadeThere_data();
    void equalsTheSwitchMadeThere();
    void equalsTheSwitchMadeLive();
    void equalsARestoredRunWithThatSetting();
    void insideAnInnerLoop();
    void fromEveryKeyframe();
    void afterARewind();
    void ofAFork();
    void ofARunThatTrains();
    void ofARunWithTornCheckpoints();
    void nothingOfTheSharedHistoryIsNews();
    void itsFolderStandsAlone();
    void whatAForkCannotChangeIsRefusedByName();
    void aPlaceNotReachedIsRefused();
    void cancelLeavesNothing();
    void otherNumericsAreMarked();
    void atTheEndGoesOnWithMoreUpdates();
    void weightsOfAnyUpdate();
};

void TestFork::equalsTheSwitchMadeThere_data() {
    QTest::addColumn<Settings>("settings");
    QTest::addColumn<Texts>("planned");
    QTest::addColumn<Position>("place");
    QTest::addColumn<Texts>("changes");
    const Settings plain = smallSettings();
    Settings adam = plain, shards = plain, linear = plain, skip = plain;
    adam.optimiser = Optimiser::Adam;
    adam.learningRate = 0.01;
    shards.shards = 2;
    linear.klSchedule = KlSchedule::Linear;
    skip.skip = true;
    skip.decayPatience = 1;
    skip.decayLimit = 50;
    skip.updates = 90;
    QTest::newRow("pooling") << plain << Texts{} << Position{15, 0} << Texts{"pooling=max"};
    QTest::newRow("nothing") << plain << Texts{} << Position{17, 0} << Texts{};
    QTest::newRow("at an evaluation") << plain << Texts{} << Position{20, 0} << Texts{"aggressive=on"};
    QTest::newRow("at the end of an epoch") << aggressiveSettings() << Texts{} << Position{24, 0} << Texts{"skip=on"};
    QTest::newRow("at the start") << plain << Texts{} << Position{0, 0} << Texts{"skip=on", "kl_weight=0.2"};
    QTest::newRow("Adam") << adam << Texts{} << Position{13, 0} << Texts{"learning_rate=0.003"};
    QTest::newRow("two shards") << shards << Texts{} << Position{11, 0} << Texts{"pooling=mean"};
    QTest::newRow("KL schedule") << linear << Texts{} << Position{14, 0} << Texts{"kl_weight=0.7"};
    QTest::newRow("aggressive auto") << aggressiveSettings() << Texts{} << Position{19, 0}
                                     << Texts{"freeze_decoder=on"};
    QTest::newRow("after cuts of the rate") << skip << Texts{} << Position{80, 0} << Texts{"skip=off"};
    QTest::newRow("actions") << plain << Texts{} << Position{12, 0}
                             << Texts{"reinitialise_decoder", "step_encoder", "step_decoder"};
    QTest::newRow("planned before, there and after")
        << plain << Texts{"3:pooling=mean",     "8:step_encoder",          "12:aggressive=on", "14:skip=on",
                          "14.3:kl_weight=0.4", "20:reinitialise_decoder", "22:step_decoder",  "25:aggressive=off"}
        << Position{14, 0} << Texts{"pooling=absmax"};
}

void TestFork::equalsTheSwitchMadeThere() {
    QFETCH(Settings, settings);
    QFETCH(Texts, planned);
    QFETCH(Position, place);
    QFETCH(Texts, changes);
    const QTemporaryDir folder;
    const auto before = parsed(planned);
    compareFork(folder, trained(folder, settings, {.interventions = before}), settings, before, place, changes);
    // Without a checkpoint on the way everything is made again from the start.
    const fs::path bare = trained(folder, settings, {.interventions = before, .writeCheckpoints = false});
    compareFork(folder, bare, settings, before, place, changes);
}

void TestFork::equalsTheSwitchMadeLive() {
    const QTemporaryDir folder;
    const fs::path parent = trained(folder, smallSettings(), {});
    const fs::path live = newPath(folder);
    {
        RecordingSink sink;
        auto run = Run::create(smallSettings(), {.folder = live, .probes = false}, sink);
        stepTo(*run.value(), sink, 13);
        QVERIFY(run.value()->intervene({.field = "aggressive", .newValue = "on"}).ok());
        run.value()->resumeTraining();
        run.value()->wait();
    }
    const fs::path child = forked(folder, {.parent = parent, .at = {13, 0}, .changes = at({}, {"aggressive=on"})});
    const QString found = difference(outcome(child), outcome(live));
    QVERIFY2(found.isEmpty(), qPrintable(found));
}

void TestFork::equalsARestoredRunWithThatSetting() {
    const QTemporaryDir folder;
    const fs::path parent = trained(folder, aggressiveSettings(), {});
    const fs::path child = forked(folder, {.parent = parent, .at = {20, 0}, .changes = at({}, {"pooling=max"})});
    RecordingSink sink;
    auto restored = Run::resume(parent, {.probes = false}, sink, 0, checkpointName({20, 0}));
    QVERIFY(restored.ok() && restored.value()->intervene({.field = "pooling", .newValue = "max"}).ok());
    finish(std::move(restored));
    const QString found = difference(outcome(child), outcome(parent));
    QVERIFY2(found.isEmpty(), qPrintable(found));
}

void TestFork::insideAnInnerLoop() {
    const QTemporaryDir folder;
    Settings settings = aggressiveSettings();
    settings.aggressive = Aggressive::On;
    settings.updates = 14;
    const fs::path parent = trained(folder, settings, {});
    for (const Position place : {Position{7, 5}, Position{10, 1}, Position{0, 20}}) {
        compareFork(folder, parent, settings, {}, place, {"kl_weight=0.3"});
        compareFork(folder, parent, settings, {}, place, {"aggressive=off"});
        compareFork(folder, parent, settings, {}, place, {"step_encoder", "pooling=mean"});
    }
    RecordingSink sink;
    auto none = Run::fork({.parent = parent, .at = {7, 5000}}, {}, sink);
    none.value()->wait();
    none.value().reset();
    QCOMPARE(sink.lastState().phase, RunPhase::Failed);
    QVERIFY2(sink.lastState().error.detail.find("inner updates") != std::string::npos,
             sink.lastState().error.detail.c_str());
}

/// A checkpoint after every inner update: whichever is started from, the same comes of it.
void TestFork::fromEveryKeyframe() {
    const QTemporaryDir folder;
    Settings settings = aggressiveSettings();
    settings.updates = 14;
    const auto before = parsed({"6.4:pooling=mean", "9:kl_weight=0.5"});
    const fs::path parent = trained(folder, settings, {.interventions = before, .keyframeSeconds = 0});
    const auto names = listCheckpoints(parent);
    QVERIFY2(names.size() > 100, qPrintable(QString::number(names.size())));
    const Position place{12, 3};
    const fs::path whole = trained(folder, settings, {.interventions = joined(before, at(place, {"skip=on"}))});
    std::vector<std::string> older(names.rbegin(), names.rend());
    int tried = 0;
    for (std::size_t i = 0; i < older.size(); ++i) {
        const bool isUsed = checkpointPosition(older[i]).value() <= place;
        if (isUsed && i % 29 == 0) {
            const fs::path child = forked(folder, {.parent = parent, .at = place, .changes = at({}, {"skip=on"})});
            const QString found = difference(outcome(child), outcome(whole));
            QVERIFY2(found.isEmpty(), qPrintable(QString::fromStdString(older[i]) + ": " + found));
            ++tried;
        }
        fs::remove(parent / "checkpoints" / older[i]);
    }
    QVERIFY(tried > 5);
}

void TestFork::afterARewind() {
    const QTemporaryDir folder;
    const fs::path parent = trained(folder, smallSettings(), {.interventions = parsed({"15:pooling=max"})});
    {
        RecordingSink sink;
        auto run = Run::resume(parent, {.probes = false}, sink, 0, checkpointName({10, 0}));
        QVERIFY(run.ok() && run.value()->intervene({.field = "kl_weight", .newValue = "0.4"}).ok());
        run.value()->start();
        (void)sink.waitFor([](const RecordingSink& all) { return all.lastState().at.update >= 22; });
    }
    const auto before = parsed({"15:pooling=max", "10:kl_weight=0.4"});
    compareFork(folder, parent, smallSettings(), before, {18, 0}, {"aggressive=on"});
    compareFork(folder, parent, smallSettings(), before, {10, 0}, {"aggressive=on"});
    compareFork(folder, parent, smallSettings(), parsed({"15:pooling=max"}), {9, 0}, {"aggressive=on"});
}

void TestFork::ofAFork() {
    const QTemporaryDir folder;
    const Settings settings = smallSettings();
    const fs::path parent = trained(folder, settings, {});
    const fs::path child = forked(folder, {.parent = parent, .at = {8, 0}, .changes = at({}, {"pooling=max"})});
    fs::remove_all(parent);  // a fork stands alone
    const auto before = parsed({"8:pooling=max"});
    compareFork(folder, child, settings, before, {16, 0}, {"aggressive=on"});
    compareFork(folder, child, settings, before, {8, 0}, {"aggressive=on"});
    compareFork(folder, child, settings, {}, {5, 0}, {"aggressive=on"});
    const fs::path shorter =
        forked(folder, {.parent = child, .at = {25, 0}, .changes = at({}, {"skip=on"}), .totalUpdates = 28});
    QCOMPARE(outcome(shorter).state.at.update, 28);
    RecordingSink sink;  // a checkpoint that is shared is not written through
    QVERIFY(Run::resume(shorter, {}, sink, 0, checkpointName({0, 0})).ok());
    compareFork(folder, child, settings, before, {22, 0}, {"aggressive=on"});
}

void TestFork::ofARunThatTrains() {
    const QTemporaryDir folder;
    Settings settings = smallSettings();
    settings.updates = 1000000;
    RecordingSink sink;
    const fs::path path = newPath(folder);
    auto parent = Run::create(settings, {.folder = path, .probes = false}, sink);
    parent.value()->start();
    (void)sink.waitFor([](const RecordingSink& all) { return all.lastState().at.update > 30; });
    QVERIFY(parent.value()->intervene({.field = "pooling", .newValue = "mean"}).ok());
    Position switched;
    QVERIFY(sink.waitFor([&](const RecordingSink& all) {
        for (const Event& event : all.events()) {
            if (event.kind == EventKind::Switch) switched = event.at;
        }
        return switched.update > 0 && all.lastState().at.update > switched.update + 40;
    }));
    const Position place{switched.update + 37, 0};
    const fs::path child = forked(
        folder, {.parent = path, .at = place, .changes = at({}, {"kl_weight=2"}), .totalUpdates = place.update + 9});
    parent.value().reset();
    settings.updates = static_cast<int>(place.update) + 9;
    const fs::path whole = trained(
        folder, settings, {.interventions = joined(at(switched, {"pooling=mean"}), at(place, {"kl_weight=2"}))});
    const QString found = difference(outcome(child), outcome(whole));
    QVERIFY2(found.isEmpty(), qPrintable(found));
}

void TestFork::ofARunWithTornCheckpoints() {
    const QTemporaryDir folder;
    const fs::path parent = trained(folder, smallSettings(), {});
    for (const std::string& name : listCheckpoints(parent)) {
        const fs::path file = parent / "checkpoints" / name;
        if (checkpointPosition(name)->update >= 10) fs::resize_file(file, fs::file_size(file) / 2);
    }
    compareFork(folder, parent, smallSettings(), {}, {21, 0}, {"skip=on"});
}

void TestFork::nothingOfTheSharedHistoryIsNews() {
    const QTemporaryDir folder;
    const fs::path parent = trained(folder, aggressiveSettings(), {});
    RecordingSink sink;
    auto run = Run::fork({.parent = parent, .at = {25, 0}, .changes = at({}, {"pooling=mean"})},
                         {.folder = newPath(folder), .pace = Pace::Watch}, sink);
    QVERIFY(sink.waitFor([](const RecordingSink& all) { return all.lastState().phase == RunPhase::Ready; }));
    QVERIFY(sink.waitFor([](const RecordingSink& all) {
        return all.lastState().at == Position{25, 0} && all.lastState().settings.pooling == Pooling::Mean &&
               all.snapshots().empty() && all.points(MeasurementKind::Training).empty();
    }));
    run.value()->start();
    run.value()->wait();
    run.value().reset();
    for (const auto kind : {MeasurementKind::Training, MeasurementKind::Scheduled, MeasurementKind::Probe}) {
        for (const Measurement& point : sink.points(kind))
            QVERIFY(point.at > (Position{25, 0}) || kind == MeasurementKind::Probe);
    }
    QCOMPARE(sink.points(MeasurementKind::Training).size(), std::size_t{15});
    QCOMPARE(sink.events().front().kind, EventKind::Switch);
    QVERIFY(sink.texts() && sink.texts()->size() == 12);
}

void TestFork::itsFolderStandsAlone() {
    const QTemporaryDir folder;
    const fs::path parent = trained(folder, smallSettings(), {});
    RecordingSink sink;
    const fs::path path = newPath(folder);
    {
        auto run = Run::fork({.parent = parent, .at = {15, 0}, .changes = at({}, {"pooling=mean"})},
                             {.name = "What if", .folder = path}, sink);
        QVERIFY(sink.waitFor([](const RecordingSink& all) { return all.lastState().phase == RunPhase::Ready; }));
    }
    const RunRecord before = readRun(parent).value();
    fs::remove_all(parent);
    const RunRecord record = readRun(path).value();
    QCOMPARE(record.name, std::string("What if"));
    QVERIFY(record.id != before.id);
    QCOMPARE(record.parent, before.id);
    QCOMPARE(record.parentAt, (Position{15, 0}));
    QCOMPARE(*record.probes, *before.probes);
    QVERIFY(record.settings == before.settings);
    QCOMPARE(record.state.settings.pooling, Pooling::Mean);
    // With those of the shared history, so that its beginning can be replayed as quickly as its parent's.
    QCOMPARE(record.checkpoints, (Texts{checkpointName({0, 0}), checkpointName({10, 0}), checkpointName({12, 0}),
                                        checkpointName({15, 0})}));
    const auto known = [](const RunRecord& run, MeasurementKind kind) {
        return std::count_if(run.measurements.begin(), run.measurements.end(), [kind](const Measurement& point) {
            return point.kind == kind && point.at <= Position{15, 0};
        });
    };
    QCOMPARE(known(record, MeasurementKind::Training), 15);
    QCOMPARE(known(record, MeasurementKind::Scheduled), known(before, MeasurementKind::Scheduled));
    QCOMPARE(record.measurements.size(), std::size_t(15 + known(before, MeasurementKind::Scheduled)));
    QVERIFY(!record.snapshots.empty() && record.notes.empty());
    finish(Run::resume(path, {.probes = false}, sink));
    const fs::path whole = trained(folder, smallSettings(), {.interventions = parsed({"15:pooling=mean"})});
    const QString found = difference(outcome(path), outcome(whole));
    QVERIFY2(found.isEmpty(), qPrintable(found));
}

void TestFork::whatAForkCannotChangeIsRefusedByName() {
    const QTemporaryDir folder;
    const fs::path parent = trained(folder, smallSettings(), {});
    RecordingSink sink;
    const fs::path path = newPath(folder);
    const auto refused = Run::fork({.parent = parent,
                                    .at = {15, 0},
                                    .changes = {{.field = "latent", .newValue = "2"},
                                                {.field = "pooling", .newValue = "max"},
                                                {.field = "seed", .newValue = "1"},
                                                {.field = "klweight", .newValue = "1"},
                                                {.field = "kl_weight", .newValue = "-1"}}},
                                   {.folder = path}, sink);
    QVERIFY(!refused.ok());
    const QString detail = QString::fromStdString(refused.error().detail);
    for (const char* part :
         {"latent cannot be changed in a fork: ", "seed cannot be changed in a fork: ", "klweight", "kl_weight"})
        QVERIFY2(detail.contains(part), qPrintable(detail));
    QVERIFY(!detail.contains("pooling cannot") && !fs::exists(path));
    QCOMPARE(Run::fork({.parent = "/nowhere"}, {}, sink).error().code, ErrorCode::FileMissing);
    QVERIFY(!Run::fork({.parent = parent, .at = {15, 0}}, {.folder = parent}, sink).ok());
    QVERIFY(!Run::fork({.parent = parent, .at = {15, 0}, .totalUpdates = 10}, {}, sink).ok());
}

void TestFork::aPlaceNotReachedIsRefused() {
    const QTemporaryDir folder;
    const fs::path parent = trained(folder, smallSettings(), {});
    RecordingSink sink;
    const fs::path path = newPath(folder);
    auto run = Run::fork({.parent = parent, .at = {31, 0}}, {.folder = path}, sink);
    run.value()->wait();
    run.value().reset();
    QCOMPARE(sink.lastState().phase, RunPhase::Failed);
    const std::string& detail = sink.lastState().error.detail;
    QVERIFY2(detail.find("has only come to update 30, not to 31") != std::string::npos, detail.c_str());
    QVERIFY(!fs::exists(path));
}

void TestFork::cancelLeavesNothing() {
    const QTemporaryDir folder;
    Settings settings = smallSettings();
    settings.updates = 8000;
    settings.evaluateEvery = 4000;
    const fs::path parent = trained(folder, settings, {.writeCheckpoints = false});
    RecordingSink sink;
    const fs::path path = newPath(folder);
    {
        auto run = Run::fork({.parent = parent, .at = {7600, 0}}, {.folder = path}, sink);
        QVERIFY(sink.waitFor([](const RecordingSink& all) {
            return all.lastState().phase == RunPhase::Preparing && all.lastState().progress > 0 &&
                   all.lastState().note.find(" of 7600") != std::string::npos;
        }));
    }
    QCOMPARE(sink.lastState().phase, RunPhase::Stopped);
    QVERIFY(sink.lastState().at.update < 7600);
    QVERIFY(!fs::exists(path));
}

void TestFork::otherNumericsAreMarked() {
    const QTemporaryDir folder;
    const fs::path parent = trained(folder, smallSettings(), {});
    for (const std::string& name : listCheckpoints(parent)) {
        auto state = readCheckpoint(parent / "checkpoints" / name);
        state.value().numerics = "an abacus";
        QVERIFY(writeCheckpoint(parent / "checkpoints" / name, state.value()).ok());
    }
    RecordingSink sink;
    finish(Run::fork({.parent = parent, .at = {20, 0}}, {}, sink));
    std::vector<Event> marks;
    for (const Event& event : sink.events()) {
        if (event.kind == EventKind::NumericsChanged) marks.push_back(event);
    }
    QCOMPARE(marks.size(), 2U);
    QVERIFY(marks[0].text.find("an abacus") != std::string::npos);
    QCOMPARE(marks[1].value, 0.0);  // the numerics are the same in truth
    const auto weights = weightsAt(parent, {15, 0});
    QVERIFY(weights.ok() && weights.value().warning.find("an abacus") != std::string::npos);
}

void TestFork::atTheEndGoesOnWithMoreUpdates() {
    const QTemporaryDir folder;
    Settings settings = smallSettings();
    const fs::path parent = trained(folder, settings, {});
    const fs::path child = forked(folder, {.parent = parent, .at = {30, 0}, .totalUpdates = 45});
    settings.updates = 45;
    const QString found = difference(outcome(child), outcome(trained(folder, settings, {})));
    QVERIFY2(found.isEmpty(), qPrintable(found));
    RecordingSink sink;
    finish(Run::fork({.parent = parent, .at = {30, 0}}, {}, sink));
    QCOMPARE(sink.lastState().phase, RunPhase::Finished);
}

void TestFork::weightsOfAnyUpdate() {
    const QTemporaryDir folder;
    const auto before = parsed({"5:pooling=mean", "20:skip=on"});
    Settings settings = aggressiveSettings();
    settings.updates = 24;
    const fs::path parent = trained(folder, settings, {.interventions = before, .keyframeSeconds = 0});
    const auto names = listCheckpoints(parent);
    for (std::size_t i = names.size() - 1; i > 0; --i) {
        const fs::path file = parent / "checkpoints" / names[i];
        const TrainingState state = readCheckpoint(file).value();
        fs::remove(file);
        if (i % 53 != 0) continue;
        const auto weights = weightsAt(parent, state.at);
        QVERIFY2(weights.ok(), weights.ok() ? "" : weights.error().detail.c_str());
        QCOMPARE(weights.value().at, state.at);
        QVERIFY2(weights.value().weights.encoder == state.weights.encoder, names[i].c_str());
        QVERIFY2(weights.value().weights.decoder == state.weights.decoder, names[i].c_str());
        QVERIFY(weights.value().settings == state.settings && weights.value().warning.empty());
    }
    QCOMPARE(weightsAt(parent, {25, 0}).error().code, ErrorCode::InvalidSettings);
    QCOMPARE(weightsAt(parent, {22, 0}, [](double, const std::string&) { return false; }).error().code,
             ErrorCode::Interrupted);
}

QTEST_GUILESS_MAIN(TestFork)
#include "tst_fork.moc"
