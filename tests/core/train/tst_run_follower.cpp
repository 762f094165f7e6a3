// SPDX-License-Identifier: GPL-3.0-or-later
/// Watching a run folder gives, bit by bit, what reading it whole gives; and reading large ones is quick.
#include "core/checkpoint/run_folder.h"
#include "core/train/run_follower.h"
#include "tests/core/train/run_outcome.h"
#include "tests/support/recording_sink.h"
#include "tests/support/small_run.h"

#include <QTest>

#include <ctime>
#include <fstream>

using namespace collapsar;
namespace fs = std::filesystem;

namespace {

/// What a window would have gathered.
struct Gathered {
    RunRecord record;
    int startedOver = 0;

    bool look(RunFollower& follower) {
        auto growth = follower.poll();
        if (!growth.ok() || !growth.value().isThere) return false;
        RunRecord& next = growth.value().record;
        if (growth.value().startOver) {
            ++startedOver;
            record = {};
        }
        next.measurements.insert(next.measurements.begin(), record.measurements.begin(), record.measurements.end());
        next.snapshots.insert(next.snapshots.begin(), record.snapshots.begin(), record.snapshots.end());
        next.events.insert(next.events.begin(), record.events.begin(), record.events.end());
        record = std::move(next);
        return growth.value().changed;
    }
};

Measurement trainingPoint(std::int64_t update) {
    Measurement point;
    point.kind = MeasurementKind::Training;
    point.at.update = update;
    point.seconds = 0.001 * static_cast<double>(update);
    point.trainElbo = -42.0 - 1.0 / static_cast<double>(update + 1);
    point.trainReconstruction = 40;
    point.trainKl = 2;
    point.encoderGradientNorm = 1.0 / 3;
    point.decoderGradientNorm = 1.0 / 7;
    point.klWeight = 1;
    point.innerUpdates = 0;
    point.learningRate = 1;
    return point;
}

RunFolder madeFolder(const fs::path& path) {
    RunInfo info;
    info.name = "A";
    auto run = RunFolder::create(path, info);
    return std::move(run).value();
}

double cpuSeconds() {
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

}  // namespace

class TestRunFollower : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRunNotYetThere();
    void whatIsAppendedIsGivenOnce();
    void aHalfWrittenRecordWaits();
    void goingBackStartsOver();
    void anotherRunInItsPlaceStartsOver();
    void damageIsSteppedOver();
    void followsATrainingRun();
    void sixLargeRunsOpenQuickly();
};

void TestRunFollower::aRunNotYetThere() {
    const QTemporaryDir folder;
    const fs::path path = newPath(folder);
    RunFollower follower(path);
    QVERIFY(follower.poll().ok() && !follower.poll().value().isThere);
    fs::create_directories(path);
    QVERIFY(follower.poll().ok() && !follower.poll().value().isThere);
    fs::remove(path);
    const RunFolder run = madeFolder(path);
    const auto growth = follower.poll();
    QVERIFY(growth.ok() && growth.value().isThere && growth.value().startOver);
    QCOMPARE(growth.value().record.name, std::string("A"));
    QVERIFY(!growth.value().record.probes);
    std::ofstream(path / "settings.json") << "{";
    QCOMPARE(follower.poll().error().code, ErrorCode::FileDamaged);
}

void TestRunFollower::whatIsAppendedIsGivenOnce() {
    const QTemporaryDir folder;
    const fs::path path = newPath(folder);
    RunFolder run = madeFolder(path);
    RunFollower follower(path);
    Gathered seen;
    QVERIFY(seen.look(follower) && !seen.look(follower));
    for (int i = 1; i <= 3; ++i) {
        QVERIFY(run.journal().record(trainingPoint(i)).ok() && run.journal().flush().ok());
        QVERIFY(seen.look(follower) && !seen.look(follower));
        QCOMPARE(seen.record.measurements.size(), std::size_t(i));
        QCOMPARE(seen.record.state.at.update, i);
    }
    Event event{.kind = EventKind::Switch, .at = {3, 0}, .intervention = parseIntervention("3:pooling=max").value()};
    QVERIFY(run.journal().record(event).ok() && run.writeProbes({"a", "b"}).ok() && run.journal().flush().ok());
    QVERIFY(seen.look(follower));
    QCOMPARE(seen.record.state.settings.pooling, Pooling::Max);
    QCOMPARE(seen.record.events.size(), std::size_t{1});
    QCOMPARE(seen.record.probes->size(), std::size_t{2});
    QCOMPARE(seen.startedOver, 1);
}

void TestRunFollower::aHalfWrittenRecordWaits() {
    const QTemporaryDir folder;
    const fs::path path = newPath(folder);
    {
        RunFolder run = madeFolder(path);
        for (int i = 1; i <= 5; ++i)
            (void)run.journal().record(trainingPoint(i));
    }
    const fs::path journal = path / "journal.bin";
    std::ifstream file(journal, std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(file)), {});
    RunFollower follower(path);
    Gathered seen;
    for (std::size_t size = 0; size <= bytes.size(); size += 7) {
        std::ofstream(journal, std::ios::binary) << bytes.substr(0, size);
        (void)seen.look(follower);
    }
    std::ofstream(journal, std::ios::binary) << bytes;
    (void)seen.look(follower);
    QCOMPARE(seen.record.measurements.size(), std::size_t{5});
    QVERIFY(seen.record.notes.empty());
}

void TestRunFollower::goingBackStartsOver() {
    const QTemporaryDir folder;
    const fs::path path = newPath(folder);
    RunFolder run = madeFolder(path);
    RunFollower follower(path);
    Gathered seen;
    for (int i = 1; i <= 5; ++i)
        (void)run.journal().record(trainingPoint(i));
    (void)run.journal().flush();
    QVERIFY(seen.look(follower));
    QCOMPARE(seen.record.measurements.size(), std::size_t{5});
    QVERIFY(run.rewindTo({2, 0}, checkpointName({2, 0})).value());
    (void)run.journal().record(trainingPoint(3));
    (void)run.journal().flush();
    QVERIFY(seen.look(follower));
    QCOMPARE(seen.startedOver, 2);
    QCOMPARE(seen.record.measurements.size(), std::size_t{3});
    QCOMPARE(seen.record.state.at.update, 3);
    (void)run.journal().record(trainingPoint(4));
    (void)run.journal().flush();
    QVERIFY(seen.look(follower));
    QCOMPARE(seen.startedOver, 2);
    QCOMPARE(seen.record.measurements.size(), std::size_t{4});
}

void TestRunFollower::anotherRunInItsPlaceStartsOver() {
    const QTemporaryDir folder;
    const fs::path path = newPath(folder);
    RunFollower follower(path);
    Gathered seen;
    {
        RunFolder run = madeFolder(path);
        for (int i = 1; i <= 5; ++i)
            (void)run.journal().record(trainingPoint(i));
    }
    QVERIFY(seen.look(follower));
    fs::remove_all(path);
    RunFolder run = madeFolder(path);
    for (int i = 1; i <= 8; ++i)
        (void)run.journal().record(trainingPoint(10 * i));
    (void)run.journal().flush();
    QVERIFY(seen.look(follower));
    QCOMPARE(seen.startedOver, 2);
    QCOMPARE(seen.record.measurements.size(), std::size_t{8});
    QCOMPARE(seen.record.state.at.update, 80);
}

void TestRunFollower::damageIsSteppedOver() {
    const QTemporaryDir folder;
    const fs::path path = newPath(folder);
    RunFolder run = madeFolder(path);
    RunFollower follower(path);
    Gathered seen;
    (void)run.journal().record(trainingPoint(1));
    (void)run.journal().flush();
    QVERIFY(seen.look(follower));
    std::ofstream(path / "journal.bin", std::ios::binary | std::ios::app) << "rubbish";
    QVERIFY(!seen.look(follower));
    (void)run.journal().record(trainingPoint(2));
    (void)run.journal().flush();
    QVERIFY(seen.look(follower));
    QCOMPARE(seen.record.measurements.size(), std::size_t{2});
    QVERIFY(!seen.record.notes.empty());
}

void TestRunFollower::followsATrainingRun() {
    const QTemporaryDir folder;
    const fs::path path = newPath(folder);
    Settings settings = smallSettings();
    settings.updates = 2000;
    settings.evaluateEvery = 50;
    RunFollower follower(path);
    Gathered seen;
    int looks = 0;
    {
        RecordingSink sink;
        auto run = Run::create(settings, {.folder = path}, sink);
        run.value()->start();
        while (seen.record.state.phase != RunPhase::Finished && looks < 5000) {
            looks += seen.look(follower) ? 1 : 0;
            QTest::qWait(5);
        }
    }
    (void)seen.look(follower);
    const RunRecord whole = readRun(path).value();
    QVERIFY2(looks > 3, qPrintable(QString::number(looks)));
    QCOMPARE(seen.startedOver, 1);
    const QString found = difference(seen.record.measurements, whole.measurements);
    QVERIFY2(found.isEmpty(), qPrintable(found));
    QCOMPARE(seen.record.events.size(), whole.events.size());
    QCOMPARE(seen.record.snapshots.size(), whole.snapshots.size());
    QCOMPARE(seen.record.checkpoints, whole.checkpoints);
    QCOMPARE(seen.record.state.at, whole.state.at);
    QCOMPARE(*seen.record.probes, *whole.probes);
}

void TestRunFollower::sixLargeRunsOpenQuickly() {
    constexpr int points = 100000;
    const QTemporaryDir folder;
    const fs::path path = newPath(folder);
    {
        RunFolder run = madeFolder(path);
        for (int i = 1; i <= points; ++i)
            (void)run.journal().record(trainingPoint(i));
    }
    const double begun = cpuSeconds();
    std::size_t read = 0;
    for (int i = 0; i < 6; ++i)
        read += readRun(path).value().measurements.size();
    const double spent = cpuSeconds() - begun;
    QCOMPARE(read, std::size_t{6 * points});
    qInfo() << "six runs of" << points << "measurements:" << spent << "s; each"
            << points * sizeof(Measurement) / 1048576.0 << "MiB as Measurement,"
            << fs::file_size(path / "journal.bin") / 1048576.0 << "MiB on disk";
    QVERIFY2(spent < 10, "far beyond the two seconds promised, however slow the machine");
}

QTEST_GUILESS_MAIN(TestRunFollower)
#include "tst_run_follower.moc"
