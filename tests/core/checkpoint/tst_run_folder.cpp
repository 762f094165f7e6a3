// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/atomic_file.h"
#include "core/checkpoint/checkpoint_file.h"
#include "core/checkpoint/checkpoint_thinning.h"
#include "core/checkpoint/run_folder.h"
#include "tests/core/checkpoint/file_faults.h"
#include "tests/core/checkpoint/sample_state.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <fstream>
#include <memory>

using namespace collapsar;
namespace fs = std::filesystem;

namespace {

RunInfo namedInfo() {
    RunInfo info;
    info.name = "A run";
    info.settings.updates = 77;
    return info;
}

TrainingState stateAt(const RunFolder& run, Position at) {
    TrainingState state = sampleState();
    state.runId = run.info().id;
    state.at = at;
    return state;
}

/// Writes a checkpoint and books it, as the trainer does.
bool checkpointAt(RunFolder& run, Position at) {
    const auto saved = run.saveCheckpoint(stateAt(run, at));
    if (!saved) return false;
    Event event;
    event.kind = EventKind::Checkpoint;
    event.at = at;
    event.text = saved.value();
    return run.journal().record(event).ok();
}

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

/// Checkpoints of one byte, named after their second of training.
std::vector<CheckpointEntry> entriesAt(const std::vector<int>& seconds) {
    std::vector<CheckpointEntry> entries;
    for (const int second : seconds)
        entries.push_back({std::to_string(second), static_cast<double>(second), 1});
    return entries;
}

void addThinned(std::vector<CheckpointEntry>& entries, int second, std::uint64_t mostBytes) {
    entries.push_back(entriesAt({second}).front());
    for (const std::string& old : checkpointsToThin(entries, mostBytes))
        std::erase_if(entries, [&](const CheckpointEntry& entry) { return entry.name == old; });
}

double widestGap(const std::vector<CheckpointEntry>& entries, std::size_t begin, std::size_t end) {
    double widest = 0;
    for (std::size_t i = begin + 1; i < end; ++i)
        widest = std::max(widest, entries[i].seconds - entries[i - 1].seconds);
    return widest;
}

}  // namespace

class TestRunFolder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void whatIsWrittenIsRead();
    void existingFoldersAreRefused();
    void secondWriterIsRefusedReadersAreNot();
    void lockGoesWithAKilledProcess();
    void checkpointNamesSortByPosition();
    void thinningKeepsTheFirstAndTheNewest();
    void thinningKeepsReplaysShortWhileThereIsRoom();
    void checkpointsStayBelowTheirRoom();
    void checkpointsOfAbandonedBranchesAreLeftAlone();
    void aDiscardedRunLeavesNothing();
    void newestReadableCheckpointIsLoaded();
    void checkpointOfAnotherRunIsRefused();
    void goingOnFromEarlierRewinds();
    void unwritablePlacesAreErrors();
    void fullDiskWhileMakingLeavesNoRun();
    void foldersThatAreNoRunsAreErrors();
    void whatIsMissingOrDamagedIsANote();
    void staleTemporariesGoOnOpening();

private:
    std::unique_ptr<QTemporaryDir> m_root;
    fs::path m_folder;
};

void TestRunFolder::init() {
    m_root = std::make_unique<QTemporaryDir>();
    m_folder = fs::path(m_root->path().toStdString()) / "deep" / "A.run";
}

void TestRunFolder::whatIsWrittenIsRead() {
    std::string id;
    {
        auto run = RunFolder::create(m_folder, namedInfo());
        QVERIFY2(run.ok(), run.ok() ? "" : run.error().detail.c_str());
        id = run.value().info().id;
        RunInfo info = run.value().info();
        info.sources = {{"training", "/data/a.txt", 10, "abc"}};
        info.numerics = "avx2";
        info.id = "another";  // stays as it is
        QVERIFY(run.value().setInfo(info).ok());
        QVERIFY(run.value().writeVocabulary({"<pad>", "<s>", "</s>", "<unk>", "word"}).ok());
        QVERIFY(run.value().writeProbes({"a b", "", "with\na break"}).ok());
        QVERIFY(checkpointAt(run.value(), {5, 0}));
    }
    const auto read = readRunFolder(m_folder);
    QVERIFY2(read.ok(), read.ok() ? "" : read.error().detail.c_str());
    const RunContents& contents = read.value();
    QCOMPARE(contents.info.id, id);
    QCOMPARE(contents.info.name, std::string("A run"));
    QCOMPARE(contents.info.settings.updates, 77);
    QCOMPARE(contents.info.numerics, std::string("avx2"));
    QCOMPARE(contents.info.sources.size(), std::size_t{1});
    QVERIFY(contents.info.created.size() == 20 && contents.info.created.back() == 'Z');
    QCOMPARE(contents.vocabulary, (std::vector<std::string>{"<pad>", "<s>", "</s>", "<unk>", "word"}));
    QCOMPARE(contents.probes, (std::vector<std::string>{"a b", "", "with a break"}));
    QCOMPARE(contents.checkpoints, (std::vector<std::string>{"update-000000005.0.ckpt"}));
    QCOMPARE(contents.journal.events.size(), std::size_t{1});
    QVERIFY(contents.notes.empty());
}

void TestRunFolder::existingFoldersAreRefused() {
    { QVERIFY(RunFolder::create(m_folder, namedInfo()).ok()); }
    const auto again = RunFolder::create(m_folder, namedInfo());
    QVERIFY(!again.ok());
    QVERIFY(contains(again.error().detail, "Resume it, or choose another name"));
    const fs::path other = m_folder.parent_path() / "other";
    fs::create_directories(other / "something");
    QVERIFY(contains(RunFolder::create(other, namedInfo()).error().detail, "is not a run"));
    fs::create_directories(m_folder.parent_path() / "empty.run");
    QVERIFY(RunFolder::create(m_folder.parent_path() / "empty.run", namedInfo()).ok());
}

void TestRunFolder::secondWriterIsRefusedReadersAreNot() {
    {
        auto first = RunFolder::create(m_folder, namedInfo());
        QVERIFY(first.ok());
        const auto second = RunFolder::open(m_folder);
        QVERIFY(!second.ok());
        QCOMPARE(second.error().code, ErrorCode::RunBusy);
        QVERIFY(contains(second.error().detail, "read-only"));
        QVERIFY(readRunFolder(m_folder).ok());
        RunFolder moved = std::move(first).value();
        QCOMPARE(RunFolder::open(m_folder).error().code, ErrorCode::RunBusy);
    }
    QVERIFY(RunFolder::open(m_folder).ok());
}

void TestRunFolder::lockGoesWithAKilledProcess() {
    { QVERIFY(RunFolder::create(m_folder, namedInfo()).ok()); }
    QVERIFY(killedAtByte(100, [&] {
        auto run = RunFolder::open(m_folder);
        if (run.ok()) (void)run.value().writeProbes({std::string(1000, 'x')});
    }));
    QVERIFY(RunFolder::open(m_folder).ok());
}

void TestRunFolder::checkpointNamesSortByPosition() {
    QCOMPARE(checkpointName({123, 4}), std::string("update-000000123.4.ckpt"));
    QCOMPARE(checkpointPosition("update-000000123.4.ckpt").value(), (Position{123, 4}));
    QCOMPARE(checkpointPosition("update-12345678901.0.ckpt").value(), (Position{12345678901, 0}));
    for (const char* name : {"", "update-.ckpt", "update-1.ckpt", "update-1.2.ckpt.tmp", "update-x.2.ckpt",
                             "update--1.2.ckpt", "update-1.9999999999.ckpt", "update-99999999999999999999.0.ckpt"}) {
        QVERIFY2(!checkpointPosition(name), name);
    }
    auto run = RunFolder::create(m_folder, namedInfo());
    for (const Position at : {Position{9, 10}, Position{9, 2}, Position{1000000000, 0}})
        QVERIFY(checkpointAt(run.value(), at));
    QCOMPARE(listCheckpoints(m_folder), (std::vector<std::string>{"update-000000009.2.ckpt", "update-000000009.10.ckpt",
                                                                  "update-1000000000.0.ckpt"}));
}

void TestRunFolder::thinningKeepsTheFirstAndTheNewest() {
    QVERIFY(checkpointsToThin(entriesAt({0, 10, 20, 30}), 4).empty());
    // The older half is the first two; 10 goes, for the gap that 15 leaves in the newer half is no shorter than
    // allowed.
    QCOMPARE(checkpointsToThin(entriesAt({0, 10, 15, 40, 50}), 4), (std::vector<std::string>{"10"}));
    QCOMPARE(checkpointsToThin(entriesAt({0, 100}), 1), std::vector<std::string>{});
    std::vector<CheckpointEntry> entries;
    for (int second = 0; second < 800; second += 4)
        addThinned(entries, second, 20);
    QCOMPARE(entries.size(), std::size_t{20});
    QCOMPARE(entries.front().seconds, 0.0);
    QCOMPARE(entries.back().seconds, 796.0);
    QVERIFY2(widestGap(entries, 0, 10) <= 200, std::to_string(widestGap(entries, 0, 10)).c_str());
    QVERIFY2(widestGap(entries, 10, 20) < longestReplay, "what is new can be replayed quickly");
}

/// With room for a checkpoint in every ten seconds, none of the gaps is longer, whichever half it lies in.
void TestRunFolder::thinningKeepsReplaysShortWhileThereIsRoom() {
    std::vector<CheckpointEntry> entries;
    for (int second = 0; second < 600; second += 4) {
        addThinned(entries, second, 80);
        QVERIFY2(widestGap(entries, 0, entries.size()) < longestReplay, std::to_string(second).c_str());
    }
}

void TestRunFolder::checkpointsStayBelowTheirRoom() {
    auto run = RunFolder::create(m_folder, namedInfo());
    const std::uint64_t one = encodeCheckpoint(stateAt(run.value(), {1, 0})).size();
    run.value().limitCheckpoints(20 * one);
    for (std::int64_t update = 1; update <= 23; ++update) {
        TrainingState state = stateAt(run.value(), {update, 0});
        state.seconds = static_cast<double>(update);
        QVERIFY(run.value().saveCheckpoint(state, Durability::Buffered).ok());
    }
    QCOMPARE(listCheckpoints(m_folder).size(), std::size_t{20});
    QCOMPARE(listCheckpoints(m_folder).front(), checkpointName({1, 0}));
    QCOMPARE(listCheckpoints(m_folder).back(), checkpointName({23, 0}));
}

void TestRunFolder::checkpointsOfAbandonedBranchesAreLeftAlone() {
    {
        auto opened = RunFolder::create(m_folder, namedInfo());
        RunFolder& run = opened.value();
        QVERIFY(checkpointAt(run, {5, 0}) && checkpointAt(run, {10, 0}) && checkpointAt(run, {15, 0}));
        QCOMPARE(run.rewindTo({5, 0}, checkpointName({5, 0})).value(), true);
        QVERIFY(checkpointAt(run, {10, 0}));
        QCOMPARE(run.loadCheckpoint().value().name, checkpointName({10, 0}));
        QVERIFY(contains(run.loadCheckpoint(checkpointName({15, 0})).error().detail, "abandoned"));
    }
    auto again = RunFolder::open(m_folder);
    QCOMPARE(again.value().loadCheckpoint().value().name, checkpointName({10, 0}));
    QCOMPARE(readRunFolder(m_folder).value().checkpoints,
             (std::vector<std::string>{checkpointName({5, 0}), checkpointName({10, 0})}));
    QCOMPARE(listCheckpoints(m_folder).size(), std::size_t{3});
    again.value().limitCheckpoints(1);  // then they are the first to go
    QVERIFY(checkpointAt(again.value(), {12, 0}));
    QCOMPARE(listCheckpoints(m_folder), (std::vector<std::string>{checkpointName({5, 0}), checkpointName({12, 0})}));
}

void TestRunFolder::aDiscardedRunLeavesNothing() {
    {
        auto run = RunFolder::create(m_folder, namedInfo());
        QVERIFY(run.value().writeProbes({"a"}).ok() && checkpointAt(run.value(), {5, 0}));
        run.value().discard();
    }
    QVERIFY(!fs::exists(m_folder));
    auto run = RunFolder::create(m_folder, namedInfo());
    std::ofstream(m_folder / "notes.txt") << "mine";
    run.value().discard();
    QVERIFY(fs::exists(m_folder / "notes.txt") && !fs::exists(m_folder / "settings.json"));
}

void TestRunFolder::newestReadableCheckpointIsLoaded() {
    auto run = RunFolder::create(m_folder, namedInfo());
    QCOMPARE(run.value().loadCheckpoint().error().code, ErrorCode::FileMissing);
    QVERIFY(checkpointAt(run.value(), {5, 0}) && checkpointAt(run.value(), {6, 2}));
    QCOMPARE(run.value().loadCheckpoint().value().name, std::string("update-000000006.2.ckpt"));
    QCOMPARE(run.value().loadCheckpoint("update-000000005.0.ckpt").value().state.at, (Position{5, 0}));
    QCOMPARE(run.value().loadCheckpoint("update-000000007.0.ckpt").error().code, ErrorCode::FileMissing);
    std::ofstream(m_folder / "checkpoints" / "update-000000006.2.ckpt") << "damaged";
    QCOMPARE(run.value().loadCheckpoint().value().name, std::string("update-000000005.0.ckpt"));
    std::ofstream(m_folder / "checkpoints" / "update-000000005.0.ckpt") << "damaged too";
    QCOMPARE(run.value().loadCheckpoint().error().code, ErrorCode::FileDamaged);
}

void TestRunFolder::checkpointOfAnotherRunIsRefused() {
    auto run = RunFolder::create(m_folder, namedInfo());
    QVERIFY(run.value().saveCheckpoint(sampleState()).ok());
    QVERIFY(contains(run.value().loadCheckpoint().error().detail, "belongs to another run"));
}

void TestRunFolder::goingOnFromEarlierRewinds() {
    auto opened = RunFolder::create(m_folder, namedInfo());
    RunFolder& run = opened.value();
    Measurement measurement;
    for (const std::int64_t update : {5, 10}) {
        measurement.at.update = update;
        QVERIFY(run.journal().record(measurement).ok());
        QVERIFY(checkpointAt(run, {update, 0}));
    }
    QCOMPARE(run.rewindTo({10, 0}, checkpointName({10, 0})).value(), false);
    QCOMPARE(run.rewindTo({5, 0}, checkpointName({5, 0})).value(), true);
    QCOMPARE(run.rewindTo({5, 0}, checkpointName({5, 0})).value(), false);
    QCOMPARE(readRunFolder(m_folder).value().journal.measurements.size(), std::size_t{1});
    QCOMPARE(readRunFolder(m_folder, JournalBranch::WithGhosts).value().journal.measurements.size(), std::size_t{2});
}

void TestRunFolder::unwritablePlacesAreErrors() {
    for (const char* place : {"/proc/collapsar/A.run", "/dev/null/A.run"}) {
        const auto made = RunFolder::create(place, namedInfo());
        QVERIFY2(!made.ok(), place);
        QCOMPARE(made.error().code, ErrorCode::FileUnwritable);
        QVERIFY(contains(made.error().detail, place));
    }
}

void TestRunFolder::fullDiskWhileMakingLeavesNoRun() {
    {
        const FullDisk full(20);
        const auto made = RunFolder::create(m_folder, namedInfo());
        QVERIFY(!made.ok());
        QCOMPARE(made.error().code, ErrorCode::FileUnwritable);
    }
    QCOMPARE(readRunFolder(m_folder).error().code, ErrorCode::FileDamaged);
    QVERIFY(contains(readRunFolder(m_folder).error().detail, "is not a run"));
}

void TestRunFolder::foldersThatAreNoRunsAreErrors() {
    QCOMPARE(readRunFolder(m_folder).error().code, ErrorCode::FileMissing);
    QCOMPARE(RunFolder::open(m_folder).error().code, ErrorCode::FileMissing);
    QVERIFY(!fs::exists(m_folder));
    fs::create_directories(m_folder);
    QCOMPARE(RunFolder::open(m_folder).error().code, ErrorCode::FileDamaged);
    QVERIFY(fs::is_empty(m_folder));  // opening what is no run leaves no trace
    QCOMPARE(readRunFolder("/dev/null").error().code, ErrorCode::FileDamaged);
    fs::create_directories(m_folder / "settings.json");
    QVERIFY(!readRunFolder(m_folder).ok());
}

void TestRunFolder::whatIsMissingOrDamagedIsANote() {
    { QVERIFY(RunFolder::create(m_folder, namedInfo()).ok()); }
    fs::remove(m_folder / "journal.bin");
    fs::remove_all(m_folder / "checkpoints");
    fs::create_directory(m_folder / "vocabulary.txt");
    const auto read = readRunFolder(m_folder);
    QVERIFY(read.ok());
    QCOMPARE(read.value().notes.size(), std::size_t{2});
    std::ofstream(m_folder / "settings.json") << "{";
    QCOMPARE(readRunFolder(m_folder).error().code, ErrorCode::FileDamaged);
}

void TestRunFolder::staleTemporariesGoOnOpening() {
    { QVERIFY(RunFolder::create(m_folder, namedInfo()).ok()); }
    QVERIFY(
        killedAtByte(100, [&] { (void)writeFileAtomically(m_folder / "checkpoints" / "a", std::string(200, 'x')); }));
    QVERIFY(!fs::is_empty(m_folder / "checkpoints"));
    QVERIFY(RunFolder::open(m_folder).ok());
    QVERIFY(fs::is_empty(m_folder / "checkpoints"));
}

QTEST_APPLESS_MAIN(TestRunFolder)
#include "tst_run_folder.moc"
