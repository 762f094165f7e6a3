// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run_storage.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace collapsar;
namespace fs = std::filesystem;

class TestRunStorage : public QObject {
    Q_OBJECT

private slots:
    void newFoldersDiffer();
    void discardedRunsMoveAsideAndOnlyAFewStay();
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
