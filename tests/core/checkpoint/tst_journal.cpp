// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/atomic_file.h"
#include "core/checkpoint/journal.h"
#include "core/checkpoint/journal_records.h"
#include "tests/core/checkpoint/file_faults.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <bit>
#include <cmath>
#include <fstream>
#include <limits>
#include <memory>
#include <thread>

using namespace collapsar;
namespace fs = std::filesystem;

namespace {

Measurement training(std::int64_t update) {
    Measurement m;
    m.kind = MeasurementKind::Training;
    m.at = {update, 0};
    m.encoderUpdates = update * 20;
    m.epoch = static_cast<double>(update) / 1000;
    m.seconds = 0.1 * static_cast<double>(update);
    m.trainElbo = -60.123456789 / static_cast<double>(update + 1);
    m.trainReconstruction = 59.1;
    m.trainKl = 1.023456789;
    m.encoderGradientNorm = 0.123456789;
    m.decoderGradientNorm = 0.987654321;
    m.klWeight = 1;
    m.innerUpdates = 20;
    m.learningRate = 0.5;
    return m;
}

Measurement at(MeasurementKind kind, std::int64_t update) {
    Measurement m;
    m.kind = kind;
    m.at = {update, 0};
    return m;
}

Event eventAt(EventKind kind, std::int64_t update, const std::string& text = {}) {
    Event made;
    made.kind = kind;
    made.at = {update, 0};
    made.text = text;
    return made;
}

/// The positions of what is there, for short comparisons: "100 200".
std::string updates(const std::vector<Measurement>& measurements) {
    std::string words;
    for (const Measurement& m : measurements)
        words.append(words.empty() ? "" : " ").append(std::to_string(m.at.update));
    return words;
}

bool isSameNumber(double a, double b) {
    return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
}

/// Name of the first number that differs.
std::string difference(const Measurement& a, const Measurement& b) {
    for (const MeasurementColumn& column : measurementColumns()) {
        if (!isSameNumber(a.*column.value, b.*column.value)) return std::string(column.name);
    }
    const bool same = a.kind == b.kind && a.at == b.at && a.encoderUpdates == b.encoderUpdates &&
                      isSameNumber(a.epoch, b.epoch) && isSameNumber(a.seconds, b.seconds) &&
                      a.aggressive == b.aggressive && a.burnIn == b.burnIn && a.pooling == b.pooling &&
                      a.skip == b.skip;
    return same ? "" : "not a number";
}

/// Without waiting for the disk, unlike the product's own writer.
bool plant(const fs::path& path, const std::string& bytes) {
    return static_cast<bool>(std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes << std::flush);
}

std::string bytesOf(const fs::path& path) {
    return readWholeFile(path, 1 << 30).value();
}

}  // namespace

class TestJournal : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyNumberComesBackBitForBit();
    void sampleOfVersion1Reads();
    void snapshotComesBack();
    void effectiveSamplesComeBack();
    void trainingRecordIsSmall();
    void tornTailIsIgnoredAndCutOff();
    void damageCostsOneRecordOnly();
    void flippedBytesNeverCrash();
    void rewindLeavesTheLivingBranch();
    void rewindKnowsWhetherItIsNeeded();
    void switchMadeAtTheCheckpointsPositionIsAbandoned();
    void newerVersionIsRefused();
    void readerSeesWholeRecordsWhileWriterAppends();
    void fullDiskLosesNothing();
    void killedWriterLeavesWholeRecords();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    fs::path m_path;
};

void TestJournal::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = fs::path(m_folder->path().toStdString()) / "journal.bin";
}

void TestJournal::everyNumberComesBackBitForBit() {
    // A different value in each number, so that two that were exchanged are seen; then oddities in turn.
    std::vector<Measurement> written;
    Measurement distinct = at(MeasurementKind::Scheduled, 7);
    double value = 0.1;
    for (const MeasurementColumn& column : measurementColumns())
        distinct.*column.value = value += 1.1;
    distinct.aggressive = Aggressive::On;
    distinct.burnIn = distinct.skip = true;
    distinct.pooling = Pooling::AbsMax;
    distinct.at.inner = 99;
    written.push_back(distinct);
    for (const std::uint64_t bits : std::initializer_list<std::uint64_t>{
             0x7FF8000000000123u, 0xFFF0000000000000u, 0x8000000000000000u, 0x0000000000000001u, 0x7FEFFFFFFFFFFFFFu,
             0x3FF0000000000000u, 0x7FF4000000000000u}) {
        Measurement odd = at(MeasurementKind::Probe, 8);
        for (const MeasurementColumn& column : measurementColumns())
            odd.*column.value = std::bit_cast<double>(bits);
        odd.epoch = odd.seconds = std::bit_cast<double>(bits);
        written.push_back(odd);
    }
    written.push_back(training(9));
    auto writer = JournalWriter::open(m_path);
    QVERIFY(writer.ok());
    for (const Measurement& m : written)
        QVERIFY(writer.value().record(m).ok());
    QVERIFY(writer.value().sync().ok());
    const auto read = readJournal(m_path);
    QVERIFY(read.ok());
    QCOMPARE(read.value().measurements.size(), written.size());
    for (std::size_t i = 0; i < written.size(); ++i) {
        QCOMPARE(difference(read.value().measurements[i], written[i]), std::string());
    }
    QVERIFY(read.value().notes.empty());
}

/// The file was made by tests/data/checkpoint_samples.py.
void TestJournal::sampleOfVersion1Reads() {
    const auto read = readJournal(TEST_DATA "/checkpoint_journal_v1.bin");
    QVERIFY(read.ok());
    const JournalContents& contents = read.value();
    QCOMPARE(updates(contents.measurements), std::string("300 301"));
    const Measurement& m = contents.measurements[0];
    QCOMPARE(m.trainElbo, -12.1);
    QCOMPARE(m.trainKl, 0.5);
    QCOMPARE(m.klWeight, 1.0);
    QVERIFY(std::isnan(m.trainReconstruction) && std::isnan(m.elbo));
    QVERIFY(m.burnIn && m.pooling == Pooling::Max && m.aggressive == Aggressive::Auto && !m.skip);
    QCOMPARE(m.encoderUpdates, std::int64_t{901});
    QCOMPARE(contents.measurements[1].elbo, -std::numeric_limits<double>::infinity());
    QCOMPARE(contents.events.size(), std::size_t{2});
    QCOMPARE(contents.events[0].text, std::string("begun"));
    QCOMPARE(contents.events[1].intervention, (Intervention{{302, 7}, Action::None, "kl_weight", "1", "0.5"}));
    QCOMPARE(contents.snapshots.size(), std::size_t{1});
    const Snapshot& snapshot = *contents.snapshots[0];
    QCOMPARE(snapshot.values.kl, 0.125);
    QVERIFY(snapshot.values.skip && snapshot.verdict.kind == VerdictKind::InferenceCollapse);
    QCOMPARE(snapshot.approximateMean, (std::vector<float>{0, 0.25}));
    QCOMPARE(snapshot.trueMean, (std::vector<float>{1, -1}));
    QCOMPARE(snapshot.lag, (std::vector<float>{0.5, 0.75}));
    QCOMPARE(contents.notes.size(), std::size_t{2});  // one unknown kind, one torn tail
    QVERIFY(contents.notes[0].find("1 records of unknown kinds") != std::string::npos);
    QVERIFY(contents.notes[1].find("unfinished record") != std::string::npos);
}

void TestJournal::snapshotComesBack() {
    Snapshot snapshot;
    snapshot.values = at(MeasurementKind::Probe, 40);
    snapshot.latent = 2;
    snapshot.approximateMean = {1, 2, 3, std::numeric_limits<float>::infinity()};
    snapshot.unitVariance = {0.5, 0.25};
    snapshot.unitKl = {1.5, 0.125};
    snapshot.objectiveIsPlain = false;
    snapshot.verdict.kind = VerdictKind::PosteriorCollapse;
    snapshot.verdict.miFull = 0.75;
    auto writer = JournalWriter::open(m_path);
    QVERIFY(writer.value().record(snapshot).ok());
    snapshot.approximateMean.pop_back();  // no whole number of probes: whoever reads it would walk past an end
    QVERIFY(writer.value().record(snapshot).ok());
    QVERIFY(writer.value().flush().ok());
    const auto read = readJournal(m_path);
    QCOMPARE(read.value().snapshots.size(), std::size_t{1});
    const Snapshot& back = *read.value().snapshots[0];
    QCOMPARE(back.approximateMean, (std::vector<float>{1, 2, 3, std::numeric_limits<float>::infinity()}));
    QVERIFY(back.latent == 2 && !back.objectiveIsPlain && back.trueMean.empty() && back.lag.empty());
    QCOMPARE(back.unitKl, snapshot.unitKl);
    QCOMPARE(back.unitVariance, snapshot.unitVariance);
    QVERIFY(back.verdict.kind == VerdictKind::PosteriorCollapse && back.verdict.miFull == 0.75);
    QCOMPARE(read.value().notes.size(), std::size_t{1});
}

/// Of importance sampling only; a record without them is as of a version that knew none.
void TestJournal::effectiveSamplesComeBack() {
    Snapshot snapshot;
    snapshot.latent = 3;
    snapshot.trueMean = snapshot.approximateMean = {1, 2, 3, 4, 5, 6};
    const std::string early = snapshotBytes(snapshot);
    snapshot.effectiveSamples = {400, 3.5F};
    QCOMPARE(snapshotBytes(snapshot).substr(0, early.size()), early);
    const auto read = [](std::string_view bytes) { return entryFromBytes(RecordType::Snapshot, bytes); };
    QVERIFY(std::get<SnapshotPointer>(*read(early))->effectiveSamples.empty());
    QCOMPARE(std::get<SnapshotPointer>(*read(snapshotBytes(snapshot)))->effectiveSamples,
             (std::vector<float>{400, 3.5F}));
    QVERIFY(!read(snapshotBytes(snapshot).substr(0, early.size() + 3)));
    snapshot.effectiveSamples.push_back(7);  // one too many
    QVERIFY(!read(snapshotBytes(snapshot)));
}

void TestJournal::trainingRecordIsSmall() {
    auto writer = JournalWriter::open(m_path);
    constexpr std::int64_t count = 5000;
    for (std::int64_t i = 0; i < count; ++i)
        QVERIFY(writer.value().record(training(i)).ok());
    QVERIFY(writer.value().flush().ok());
    const auto bytes = static_cast<std::int64_t>(fs::file_size(m_path));
    Snapshot snapshot;
    snapshot.trueMean = snapshot.approximateMean = snapshot.logLikelihood = snapshot.lag =
        std::vector<float>(500, 0.1f);
    QVERIFY(writer.value().record(snapshot).ok());
    QVERIFY(writer.value().flush().ok());
    qInfo("training record: %.1f bytes; snapshot of 500 probes: %lld bytes", static_cast<double>(bytes) / count,
          static_cast<long long>(fs::file_size(m_path)) - static_cast<long long>(bytes));
    QVERIFY(bytes < 96 * count);
}

void TestJournal::tornTailIsIgnoredAndCutOff() {
    std::vector<std::size_t> ends;
    {
        auto writer = JournalWriter::open(m_path);
        for (int i = 1; i <= 3; ++i) {
            QVERIFY(writer.value().record(training(i)).ok() && writer.value().flush().ok());
            ends.push_back(fs::file_size(m_path));
        }
    }
    const std::string whole = bytesOf(m_path);
    for (std::size_t size = 0; size < whole.size(); ++size) {
        QVERIFY(plant(m_path, whole.substr(0, size)));
        const auto before = readJournal(m_path);
        QVERIFY2(before.ok(), std::to_string(size).c_str());
        const std::size_t expected = static_cast<std::size_t>(
            std::count_if(ends.begin(), ends.end(), [&](std::size_t end) { return end <= size; }));
        QCOMPARE(before.value().measurements.size(), expected);
        auto writer = JournalWriter::open(m_path);
        QVERIFY(writer.ok());
        QVERIFY(writer.value().record(training(50)).ok() && writer.value().flush().ok());
        const auto after = readJournal(m_path);
        QCOMPARE(after.value().measurements.size(), expected + 1);
        QCOMPARE(after.value().measurements.back().at.update, std::int64_t{50});
        QVERIFY(after.value().notes.empty());
    }
}

void TestJournal::damageCostsOneRecordOnly() {
    std::vector<std::size_t> ends;
    {
        auto writer = JournalWriter::open(m_path);
        for (int i = 1; i <= 4; ++i) {
            QVERIFY(writer.value().record(training(i)).ok() && writer.value().flush().ok());
            ends.push_back(fs::file_size(m_path));
        }
    }
    const std::string whole = bytesOf(m_path);
    for (std::size_t i = ends[0]; i < ends[1]; ++i) {
        std::string damaged = whole;
        damaged[i] = static_cast<char>(damaged[i] ^ 0xFF);
        QVERIFY(plant(m_path, damaged));
        QCOMPARE(updates(readJournal(m_path).value().measurements), std::string("1 3 4"));
        QCOMPARE(readJournal(m_path).value().notes.size(), std::size_t{1});
        QVERIFY(JournalWriter::open(m_path).ok());  // and a writer keeps what comes after
        QCOMPARE(fs::file_size(m_path), whole.size());
    }
}

void TestJournal::flippedBytesNeverCrash() {
    const std::string whole = bytesOf(TEST_DATA "/checkpoint_journal_v1.bin");
    for (std::size_t i = 0; i < whole.size(); ++i) {
        for (const int flip : {0x01, 0x80, 0xFF}) {
            std::string damaged = whole;
            damaged[i] = static_cast<char>(damaged[i] ^ flip);
            QVERIFY(plant(m_path, damaged));
            const auto read = readJournal(m_path);
            QCOMPARE(read.ok(), i >= 12);
            if (read.ok()) QVERIFY(!read.value().notes.empty());
        }
    }
}

void TestJournal::rewindLeavesTheLivingBranch() {
    auto opened = JournalWriter::open(m_path);
    JournalWriter& writer = opened.value();
    for (const int update : {100, 200}) {
        QVERIFY(writer.record(at(MeasurementKind::Scheduled, update)).ok());
        QVERIFY(writer.record(eventAt(EventKind::Checkpoint, update, std::to_string(update))).ok());
    }
    QVERIFY(writer.record(at(MeasurementKind::Probe, 90)).ok());  // came late
    QVERIFY(writer.record(eventAt(EventKind::Switch, 250)).ok());
    QVERIFY(writer.record(at(MeasurementKind::Scheduled, 300)).ok());
    QVERIFY(writer.recordRewind({100, 0}, "100").ok());
    QVERIFY(writer.record(at(MeasurementKind::Scheduled, 150)).ok());
    QVERIFY(writer.flush().ok());
    const auto living = readJournal(m_path);
    QCOMPARE(updates(living.value().measurements), std::string("100 90 150"));
    QCOMPARE(living.value().events.size(), std::size_t{2});
    QCOMPARE(living.value().events[1].kind, EventKind::Rewound);
    QCOMPARE(living.value().events[1].at, (Position{100, 0}));
    QCOMPARE(living.value().events[1].text, std::string("100"));
    const auto all = readJournal(m_path, JournalBranch::WithGhosts);
    QCOMPARE(updates(all.value().measurements), std::string("100 200 90 300 150"));
    QCOMPARE(all.value().events.size(), std::size_t{4});
}

void TestJournal::rewindKnowsWhetherItIsNeeded() {
    auto opened = JournalWriter::open(m_path);
    JournalWriter& writer = opened.value();
    QVERIFY(writer.record(eventAt(EventKind::Checkpoint, 100, "100")).ok());
    QVERIFY(writer.record(at(MeasurementKind::Probe, 100)).ok());  // of the same position: still true
    QVERIFY(writer.record(eventAt(EventKind::Finished, 100)).ok());
    QVERIFY(writer.flush().ok());
    QCOMPARE(journalGoesPast(m_path, {100, 0}, "100").value(), false);
    QVERIFY(writer.record(training(101)).ok() && writer.flush().ok());
    QCOMPARE(journalGoesPast(m_path, {100, 0}, "100").value(), true);
    QVERIFY(writer.recordRewind({100, 0}, "100").ok() && writer.flush().ok());
    QCOMPARE(journalGoesPast(m_path, {100, 0}, "100").value(), false);
}

void TestJournal::switchMadeAtTheCheckpointsPositionIsAbandoned() {
    auto opened = JournalWriter::open(m_path);
    JournalWriter& writer = opened.value();
    Event before = eventAt(EventKind::Switch, 100);
    before.intervention.field = "skip";
    Event after = eventAt(EventKind::Switch, 100);
    after.intervention.field = "pooling";
    QVERIFY(writer.record(before).ok());
    QVERIFY(writer.record(eventAt(EventKind::Checkpoint, 100, "100")).ok());
    QVERIFY(writer.record(after).ok() && writer.flush().ok());
    QCOMPARE(journalGoesPast(m_path, {100, 0}, "100").value(), true);
    QVERIFY(writer.recordRewind({100, 0}, "100").ok() && writer.flush().ok());
    const auto read = readJournal(m_path);
    QCOMPARE(read.value().events.size(), std::size_t{3});
    QCOMPARE(read.value().events[0].intervention.field, std::string("skip"));
    QCOMPARE(read.value().events[2].kind, EventKind::Rewound);
}

void TestJournal::newerVersionIsRefused() {
    { QVERIFY(JournalWriter::open(m_path).ok()); }
    std::string bytes = bytesOf(m_path);
    bytes[8] = 9;
    QVERIFY(plant(m_path, bytes));
    QCOMPARE(readJournal(m_path).error().code, ErrorCode::FileTooNew);
    QVERIFY(readJournal(m_path).error().detail.find("version 9") != std::string::npos);
    QCOMPARE(JournalWriter::open(m_path).error().code, ErrorCode::FileTooNew);
    QCOMPARE(bytesOf(m_path), bytes);  // not touched
    QVERIFY(plant(m_path, "something else, longer than a header"));
    QCOMPARE(JournalWriter::open(m_path).error().code, ErrorCode::FileDamaged);
    QCOMPARE(readJournal(m_path.string() + ".none").error().code, ErrorCode::FileMissing);
}

void TestJournal::readerSeesWholeRecordsWhileWriterAppends() {
    auto opened = JournalWriter::open(m_path);
    JournalWriter& writer = opened.value();
    constexpr std::int64_t count = 20000;
    std::atomic<bool> failed = false;
    std::jthread appending([&] {
        for (std::int64_t i = 0; i < count; ++i) {
            if (!writer.record(training(i)).ok()) failed = true;
            if (i % 50 == 0 && !writer.flush().ok()) failed = true;
        }
        if (!writer.flush().ok()) failed = true;
    });
    std::size_t seen = 0;
    while (seen < count && !failed) {
        const auto read = readJournal(m_path);
        QVERIFY(read.ok());
        const auto& measurements = read.value().measurements;
        QVERIFY(measurements.size() >= seen);
        seen = measurements.size();
        if (seen > 0) QCOMPARE(measurements.back().at.update, static_cast<std::int64_t>(seen) - 1);
    }
    QVERIFY(!failed);
}

void TestJournal::fullDiskLosesNothing() {
    auto opened = JournalWriter::open(m_path);
    JournalWriter& writer = opened.value();
    QVERIFY(writer.record(training(1)).ok() && writer.flush().ok());
    {
        const FullDisk full(fs::file_size(m_path) + 30);  // in the middle of the next record
        QVERIFY(writer.record(training(2)).ok());
        const auto flushed = writer.flush();
        QVERIFY(!flushed.ok());
        QCOMPARE(flushed.error().code, ErrorCode::FileUnwritable);
        QVERIFY(flushed.error().detail.find("journal.bin") != std::string::npos);
        QVERIFY(writer.record(training(3)).ok());
        QCOMPARE(updates(readJournal(m_path).value().measurements), std::string("1"));
    }
    QVERIFY(writer.flush().ok());
    QCOMPARE(updates(readJournal(m_path).value().measurements), std::string("1 2 3"));
    QVERIFY(readJournal(m_path).value().notes.empty());
}

void TestJournal::killedWriterLeavesWholeRecords() {
    for (rlim_t limit = 12; limit < 400; limit += 17) {
        fs::remove(m_path);
        QVERIFY(killedAtByte(limit, [&] {
            auto writer = JournalWriter::open(m_path);
            for (std::int64_t i = 0; i < 10; ++i)
                (void)(writer.value().record(training(i)).ok() && writer.value().flush().ok());
        }));
        const auto read = readJournal(m_path);
        QVERIFY(read.ok());
        auto writer = JournalWriter::open(m_path);
        QVERIFY(writer.ok());
        QVERIFY(writer.value().record(training(99)).ok() && writer.value().flush().ok());
        QCOMPARE(readJournal(m_path).value().measurements.size(), read.value().measurements.size() + 1);
    }
}

QTEST_APPLESS_MAIN(TestJournal)
#include "tst_journal.moc"
