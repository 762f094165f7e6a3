// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run_storage.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <chrono>

using namespace collapsar;
namespace fs = std::filesystem;

class TestRunStorage : public QObject {
    Q_OBJECT

private slots:
    void newFoldersDiffer();
    void discardedRunsMoveAsideAndOnlyAFewStay();
    void discardedRunIsRestoredUnlessItWasThinned();
    void longTrainedRunDiscardedJustNowIsNotThinned();
    void ghostsLieApartAndAreKeptOrGo();
    void foldersOutsideAreRefused();
    void withoutRootNothingIsWritten();
};

void TestRunStorage::newFoldersDiffer() {
    const QTemporaryDir folder;
    const RunStorage storage(folder.filePath("runs").toStdString());
    const fs::path first = storage.newFolder("He Fig. 2/../x");
    QCOMPARE(first.parent_path(), storage.root());
    QVERIFY(fs::create_directory(first));
    QVERIFY(storage.newFolder("He Fig. 2/../x") != first);
    QCOMPARE(storage.runs().size(), std::size_t(1));
    QVERIFY(storage.runs()[0].folder == first);
}

void TestRunStorage::discardedRunsMoveAsideAndOnlyAFewStay() {
    const QTemporaryDir folder;
    const RunStorage storage(folder.path().toStdString());
    for (int i = 0; i < RunStorage::discardedKept + 3; ++i) {
        const fs::path run = storage.newFolder("run");
        QVERIFY(fs::create_directory(run));
        QVERIFY(storage.discard(run).ok());
        QVERIFY(!fs::exists(run));
    }
    QCOMPARE(storage.runs().size(), std::size_t(0));
    QCOMPARE(QDir(folder.filePath("discarded")).entryList({"*.run"}, QDir::Dirs).size(),
             qsizetype(RunStorage::discardedKept));
}

void TestRunStorage::discardedRunIsRestoredUnlessItWasThinned() {
    const QTemporaryDir folder;
    const RunStorage storage(folder.path().toStdString());
    const fs::path run = storage.newFolder("run");
    QVERIFY(fs::create_directory(run));
    const fs::path aside = storage.discard(run).value();
    QVERIFY(storage.restore(aside, run).ok());
    QVERIFY(fs::exists(run) && !fs::exists(aside));
    QCOMPARE(storage.restore(aside, run).error().code, ErrorCode::FileMissing);
    QVERIFY(!storage.restore(run, "/elsewhere/a.run").ok());
}

void TestRunStorage::longTrainedRunDiscardedJustNowIsNotThinned() {
    const QTemporaryDir folder;
    const RunStorage storage(folder.path().toStdString());
    const fs::path old = storage.newFolder("old");
    for (int i = 0; i < RunStorage::discardedKept; ++i) {
        const fs::path run = storage.newFolder("run");
        QVERIFY(fs::create_directory(run));
        QVERIFY(storage.discard(run).ok());
    }
    QVERIFY(fs::create_directory(old));
    fs::last_write_time(old, fs::file_time_type::clock::now() - std::chrono::hours(1000));
    const Result<fs::path> aside = storage.discard(old);
    QVERIFY(aside.ok() && fs::exists(aside.value()));
}

void TestRunStorage::ghostsLieApartAndAreKeptOrGo() {
    const QTemporaryDir folder;
    const RunStorage storage(folder.path().toStdString());
    const fs::path kept = storage.newGhostFolder("what if");
    QVERIFY(fs::create_directory(kept));
    const fs::path left = storage.newGhostFolder("what if");
    QVERIFY(fs::create_directory(left));
    const fs::path fresh = storage.newGhostFolder("what if");
    QVERIFY(fs::create_directory(fresh));
    QVERIFY(storage.isGhost(kept) && storage.runs().empty());
    const Result<fs::path> branch = storage.keep(kept, "what if");
    QVERIFY(branch.ok() && !storage.isGhost(branch.value()));
    QCOMPARE(storage.runs().size(), std::size_t(1));
    fs::last_write_time(left, fs::file_time_type::clock::now() - std::chrono::hours(48));
    storage.eraseOldGhosts();
    QVERIFY(!fs::exists(left) && fs::exists(fresh));
    QVERIFY(storage.erase(fresh).ok());
}

void TestRunStorage::foldersOutsideAreRefused() {
    const QTemporaryDir folder;
    const QTemporaryDir elsewhere;
    const RunStorage storage(folder.path().toStdString());
    const fs::path other = fs::path(elsewhere.path().toStdString()) / "a.run";
    QVERIFY(fs::create_directory(other));
    QVERIFY(!storage.discard(other).ok());
    QVERIFY(!storage.erase(other).ok());
    QVERIFY(!storage.erase(storage.root()).ok());
    QVERIFY(fs::exists(other));
}

void TestRunStorage::withoutRootNothingIsWritten() {
    const RunStorage storage{fs::path()};
    QVERIFY(storage.newFolder("run").empty());
    QVERIFY(storage.runs().empty());
    QVERIFY(!storage.erase("a.run").ok());
}

QTEST_GUILESS_MAIN(TestRunStorage)
#include "tst_run_storage.moc"
