// SPDX-License-Identifier: GPL-3.0-or-later
/// Pretraining, schedules, free bits, word dropout and fixed inner updates are functions of where the run stands: a run
/// stopped anywhere among them goes on bit for bit, and its history can be made again.
#include "core/report/settings_table.h"
#include "core/train/replay.h"
#include "core/train/run.h"
#include "tests/core/train/run_outcome.h"
#include "tests/support/recording_sink.h"
#include "tests/support/small_run.h"

#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>

using namespace collapsar;

namespace {

constexpr int updatesPerEpoch = 12, pretraining = 24;

/// Two epochs of pretraining, then cycles of 14 updates from 0 on, three encoder updates before each of the decoder.
Settings everything() {
    Settings settings = smallSettings();
    settings.latent = 2;
    settings.updates = 60;
    settings.optimiser = Optimiser::Adam;
    settings.learningRate = 0.01;
    settings.pretrainEpochs = 2;
    settings.klSchedule = KlSchedule::Cyclical;
    settings.klStart = 0;
    settings.klPeriod = 14;
    settings.klShape = KlShape::Cosine;
    settings.freeBits = 0.05;
    settings.wordDropout = 0.3;
    settings.aggressive = Aggressive::Auto;
    settings.innerUpdates = 3;
    settings.decayPatience = 1;
    return settings;
}

struct Trained {
    std::filesystem::path folder;
    std::vector<Event> events;
    std::vector<Measurement> training, scheduled;
};

Trained train(const QTemporaryDir& folder, const Settings& settings, RunOptions options = {}) {
    options.folder = newPath(folder);
    options.probes = false;
    RecordingSink sink;
    auto run = Run::create(settings, options, sink);
    run.value()->start();
    run.value()->wait();
    run.value().reset();
    return {options.folder, sink.events(), sink.points(MeasurementKind::Training),
            sink.points(MeasurementKind::Scheduled)};
}

/// A run with a checkpoint after every inner and outer update.
Trained trainWithCheckpoints(const QTemporaryDir& folder, const Settings& settings) {
    return train(folder, settings, {.keyframeSeconds = 0, .checkpointBytes = std::uint64_t{4} << 30});
}

Outcome resumeAt(const QTemporaryDir& folder, const std::filesystem::path& whole, const Position& at) {
    const auto copy = newPath(folder);
    std::filesystem::copy(whole, copy, std::filesystem::copy_options::recursive);
    RecordingSink sink;
    auto run = Run::resume(copy, {.probes = false}, sink, 0, checkpointName(at));
    if (!run.ok()) return {};
    run.value()->start();
    run.value()->wait();
    run.value().reset();
    return outcome(copy);
}

std::vector<Event> newDecoders(const Trained& trained) {
    std::vector<Event> found;
    for (const Event& event : trained.events) {
        if (event.kind == EventKind::Switch && event.intervention.action == Action::ReinitialiseDecoder)
            found.push_back(event);
    }
    return found;
}

}  // namespace

class TestSchedulesExactness : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void resumedInMidCourse_data();
    void resumedInMidCourse();
    void historyCanBeMadeAgain();
    void pretrainingIsAnAutoencoder();
    void theRunProperBeginsAfterPretraining();
    void patienceCountsFromTheEndOfPretraining();
    void withoutThemNothingIsOtherwise();
    void fixedInnerUpdates();
    void aLaterEndKeepsTheCycles();
    void liveFreeBitsEqualPlannedOnes();
};

void TestSchedulesExactness::resumedInMidCourse_data() {
    QTest::addColumn<int>("update");
    QTest::addColumn<int>("inner");
    QTest::newRow("at the start") << 0 << 0;
    QTest::newRow("in pretraining") << 7 << 0;
    QTest::newRow("at the end of its first epoch") << updatesPerEpoch << 0;
    QTest::newRow("one update before its end") << pretraining - 1 << 0;
    QTest::newRow("at its end, before the new decoder") << pretraining << 0;
    QTest::newRow("after it, in the first inner loop") << pretraining << 2;
    QTest::newRow("on a ramp") << pretraining + 4 << 1;
    QTest::newRow("where a cycle ends") << pretraining + 14 << 0;
    QTest::newRow("in the second cycle, once MI is booked") << pretraining + 20 << 2;
}

void TestSchedulesExactness::resumedInMidCourse() {
    QFETCH(int, update);
    QFETCH(int, inner);
    static const QTemporaryDir folder;
    static const Trained whole = trainWithCheckpoints(folder, everything());
    const Position at{update, inner};
    QVERIFY2(std::filesystem::exists(whole.folder / "checkpoints" / checkpointName(at)), "no checkpoint there");
    const QString found = difference(outcome(whole.folder), resumeAt(folder, whole.folder, at));
    QVERIFY2(found.isEmpty(), qPrintable(found));
}

/// From the start of the journal, so that nothing but settings and what it tells is used.
void TestSchedulesExactness::historyCanBeMadeAgain() {
    const QTemporaryDir folder;
    const Trained whole = trainWithCheckpoints(folder, everything()),
                  bare = train(folder, everything(), {.writeCheckpoints = false});
    for (const Position& at :
         {Position{10, 0}, Position{pretraining - 1, 0}, Position{pretraining, 1}, Position{pretraining + 20, 2}}) {
        const auto state = readCheckpoint(whole.folder / "checkpoints" / checkpointName(at));
        const auto again = weightsAt(bare.folder, at);
        QVERIFY(state.ok() && again.ok());
        QVERIFY(state.value().weights.encoder == again.value().weights.encoder);
        QVERIFY(state.value().weights.decoder == again.value().weights.decoder);
    }
}

void TestSchedulesExactness::pretrainingIsAnAutoencoder() {
    const QTemporaryDir folder;
    const Trained whole = train(folder, everything());
    for (const Measurement& point : whole.training) {
        const bool isPretraining = point.at.update < pretraining;  // the last of it stands at its end already
        const bool mayBeOver = point.at.update > pretraining + 2 * updatesPerEpoch;  // MI fell
        if (!mayBeOver) QCOMPARE(point.innerUpdates, point.at.update <= pretraining ? 0.0 : 3.0);
        if (isPretraining) QCOMPARE(point.klWeight, 0.0);
        if (isPretraining) QVERIFY(!point.burnIn);
    }
    Settings plain = everything();
    plain.pretrainEpochs = 0;
    plain.klSchedule = KlSchedule::Constant;
    plain.klWeight = 0;
    plain.aggressive = Aggressive::Off;
    plain.freeBits = 0;
    plain.decayPatience = 0;
    plain.updates = pretraining - 1;
    Settings cut = everything();
    cut.updates = pretraining - 1;
    const TrainingState a = outcome(train(folder, plain).folder).state, b = outcome(train(folder, cut).folder).state;
    QVERIFY(a.weights.encoder == b.weights.encoder && a.weights.decoder == b.weights.decoder);
}

/// The decoder is as at the very start, once; the schedule counts from there.
void TestSchedulesExactness::theRunProperBeginsAfterPretraining() {
    const QTemporaryDir folder;
    const Trained whole = trainWithCheckpoints(folder, everything());
    const std::vector<Event> resets = newDecoders(whole);
    QCOMPARE(resets.size(), std::size_t{1});
    QVERIFY((resets[0].at == Position{pretraining, 0}));
    const auto before = readCheckpoint(whole.folder / "checkpoints" / checkpointName({pretraining, 0})).value();
    const auto after = readCheckpoint(whole.folder / "checkpoints" / checkpointName({pretraining, 1})).value();
    Parameters fresh = before.weights;
    reinitialiseDecoder(fresh, everything(), pretraining);
    QVERIFY(after.weights.decoder == fresh.decoder);
    QVERIFY(after.weights.decoder != before.weights.decoder);
    QCOMPARE(before.encoderOptimiser.steps, pretraining);
    QCOMPARE(after.encoderOptimiser.steps, 1);
    for (const Measurement& point : whole.training) {
        const auto past = point.at.update - pretraining;  // the weight is that of the update to come
        if (past < 0) continue;
        const double part = std::min(1.0, double(past % 14) / 7);
        QVERIFY(std::abs(point.klWeight - (1 - std::cos(M_PI * part)) / 2) < 1e-12);
    }
}

void TestSchedulesExactness::patienceCountsFromTheEndOfPretraining() {
    const QTemporaryDir folder;
    Settings settings = everything();
    settings.updates = pretraining;
    const TrainingState atEnd = outcome(train(folder, settings).folder).state;
    QVERIFY(atEnd.best.encoder.empty());
    QVERIFY(atEnd.decay == RateDecay{});
    settings.updates = pretraining + updatesPerEpoch;
    const TrainingState later = outcome(train(folder, settings).folder).state;
    QCOMPARE(later.decay.bestUpdate, pretraining + updatesPerEpoch);
    QVERIFY(std::isfinite(later.burnIn.previousMi));
}

void TestSchedulesExactness::withoutThemNothingIsOtherwise() {
    const QTemporaryDir folder;
    Settings plain = smallSettings(), same = smallSettings();
    same.klCycles = 7;
    same.klPeriod = 3;
    same.klRampShare = 0.25;
    same.klShape = KlShape::Sigmoid;
    same.klHold = 5;
    same.freeBitsKind = FreeBitsKind::Batch;
    same.innerUpdates = 4;
    Outcome a = outcome(train(folder, plain).folder), b = outcome(train(folder, same).folder);
    b.state.settings = a.state.settings;
    const QString found = difference(a, b);
    QVERIFY2(found.isEmpty(), qPrintable(found));
    for (const char* change : {"free_bits=0.1", "word_dropout=0.2"}) {
        Settings other = smallSettings();
        const auto parts = QString(change).split('=');
        QVERIFY(setSetting(other, parts[0].toStdString(), parts[1].toStdString()).ok());
        Outcome c = outcome(train(folder, other).folder);
        QVERIFY2(c.state.weights.encoder != a.state.weights.encoder, change);
    }
}

void TestSchedulesExactness::fixedInnerUpdates() {
    const QTemporaryDir folder;
    Settings settings = smallSettings();
    settings.aggressive = Aggressive::Auto;
    settings.innerUpdates = 7;
    settings.updates = 20;
    const Trained trained = train(folder, settings);
    const auto ended = std::ranges::find(trained.events, EventKind::BurnInEnded, &Event::kind);
    for (const Measurement& point : trained.training) {
        const bool isOver = ended != trained.events.end() && point.at.update > ended->at.update;
        QCOMPARE(point.innerUpdates, isOver ? 0.0 : 7.0);
    }
    QCOMPARE(trained.training.front().encoderUpdates, 7);
}

/// Four cycles over 40 updates stay four, of ten updates, when the run goes on to 60.
void TestSchedulesExactness::aLaterEndKeepsTheCycles() {
    const QTemporaryDir folder;
    Settings settings = smallSettings();
    settings.klSchedule = KlSchedule::Cyclical;
    settings.klStart = 0;
    settings.updates = 40;
    const Trained first = train(folder, settings, {.keyframeSeconds = 0});
    const auto state = readCheckpoint(first.folder / "checkpoints" / checkpointName({25, 0}));
    QVERIFY(state.ok());
    std::vector<Measurement> later;
    {
        RecordingSink sink;
        auto run = Run::resume(first.folder, {.probes = false}, sink, 60);
        run.value()->start();
        run.value()->wait();
        run.value().reset();
        later = sink.points(MeasurementKind::Training);
    }
    QCOMPARE(later.size(), std::size_t{20});
    for (const Measurement& point : later)
        QCOMPARE(point.klWeight, std::min(1.0, double(point.at.update % 10) / 5));
    std::filesystem::remove_all(first.folder / "checkpoints");
    std::filesystem::create_directory(first.folder / "checkpoints");
    const auto again = weightsAt(first.folder, {25, 0});
    QVERIFY(again.ok());
    QVERIFY(again.value().weights.encoder == state.value().weights.encoder);
}

void TestSchedulesExactness::liveFreeBitsEqualPlannedOnes() {
    const QTemporaryDir folder;
    Settings settings = smallSettings();
    settings.updates = 4000;
    settings.evaluateEvery = 1000;
    RunOptions options{.folder = newPath(folder), .probes = false};
    RecordingSink sink;
    {
        auto run = Run::create(settings, options, sink);
        run.value()->start();
        (void)sink.waitFor([](const RecordingSink& all) { return all.lastState().at.update > 5; });
        for (const char* change : {"free_bits=0.2", "free_bits_kind=example", "kl_schedule=cyclical"})
            QVERIFY(run.value()->intervene(parseIntervention(std::string("0:") + change).value()).ok());
        run.value()->wait();
    }
    std::vector<Intervention> planned;
    for (const Event& event : sink.events()) {
        if (event.kind == EventKind::Switch) planned.push_back(event.intervention);
    }
    QCOMPARE(planned.size(), std::size_t{3});
    const Trained again = train(folder, settings, {.interventions = planned});
    const QString found = difference(outcome(options.folder), outcome(again.folder));
    QVERIFY2(found.isEmpty(), qPrintable(found));
}

QTEST_GUILESS_MAIN(TestSchedulesExactness)
#include "tst_schedules_exactness.moc"
