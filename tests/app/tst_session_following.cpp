// SPDX-License-Identifier: GPL-3.0-or-later
/// Runs that are written elsewhere: with made-up looks, and with real run folders that grow.
#include "app/run_reading.h"
#include "app/session.h"
#include "tests/app/fake_engine.h"
#include "tests/support/generated_run.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <cstdio>

using namespace collapsar;
using namespace collapsar::test;
namespace fs = std::filesystem;

namespace {

/// Resident memory of this process, bytes.
std::size_t residentBytes() {
    QFile file(QStringLiteral("/proc/self/statm"));
    return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').at(1).toULongLong() * 4096 : 0;
}

RunGrowth firstLook(const char* id, std::int64_t updates) {
    RunGrowth growth;
    growth.startOver = true;
    growth.record.id = id;
    growth.record.name = id;
    for (std::int64_t update = 1; update <= updates; ++update) {
        growth.record.measurements.push_back(madeUpMeasurement(update, 0.1));
        growth.record.snapshots.push_back(madeUpSnapshot(update, 0.0));
    }
    growth.record.state.at.update = updates;
    return growth;
}

}  // namespace

class TestSessionFollowing : public QObject {
    Q_OBJECT

private slots:
    void init();
    void runsOfAFolderAppearAndGrow();
    void runThatStartsOverKeepsItsNameAndNumber();
    void vanishedRunIsMarkedAndStays();
    void runOfTheStageIsNotShownTwice();
    void folderWithoutRunsIsToldOnce();
    void closingDoesNotWaitForALook();
    void growingRunFolderIsFollowedWithoutBlocking();
    void sixLongRunsOpenQuickly();

private:
    [[nodiscard]] fs::path path(const char* name) const { return m_folder->filePath(name).toStdString(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    FakeEngine* m_engine = nullptr;
    std::unique_ptr<Session> m_session;
};

void TestSessionFollowing::init() {
    m_session.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    auto engine = std::make_unique<FakeEngine>(std::make_shared<CallLog>());
    m_engine = engine.get();
    m_session = std::make_unique<Session>(std::move(engine), RunStorage(path("own")));
}

void TestSessionFollowing::runsOfAFolderAppearAndGrow() {
    fs::create_directories(path("a.run"));
    m_engine->grow("a.run", firstLook("a", 3));
    m_session->follow(m_folder->path().toStdString());
    QTRY_COMPARE(m_session->runs().size(), std::size_t(1));
    QVERIFY(m_session->runs()[0].isFollowed && m_session->runs()[0].isReadOnly);
    QCOMPARE(m_session->runs()[0].history.size(), std::size_t(3));
    QSignalSpy measured(m_session.get(), &Session::measured);
    RunGrowth more;
    more.record.measurements = {madeUpMeasurement(4, 0.1), madeUpMeasurement(5, 0.1)};
    more.record.snapshots = {madeUpSnapshot(5, 0.0)};
    more.record.state.at.update = 5;
    m_engine->grow("a.run", more);
    fs::create_directories(path("b.run"));
    m_engine->grow("b.run", firstLook("b", 1));
    QTRY_COMPARE(m_session->runs().size(), std::size_t(2));
    QTRY_COMPARE(m_session->runs()[0].points.size(), std::size_t(5));
    QCOMPARE(m_session->runs()[0].state.at.update, 5);
    QCOMPARE(m_session->runs()[0].history.size(), std::size_t(4));
    QCOMPARE(m_session->runs()[1].identity, 1);
    QCOMPARE(measured.count(), 1);
}

void TestSessionFollowing::runThatStartsOverKeepsItsNameAndNumber() {
    fs::create_directories(path("a.run"));
    m_engine->grow("a.run", firstLook("a", 30));
    m_session->follow(path("a.run"));
    QTRY_COMPARE(m_session->runs().size(), std::size_t(1));
    m_session->rename(0, "Mine");
    QSignalSpy reloaded(m_session.get(), &Session::runReloaded);
    m_engine->grow("a.run", firstLook("a", 20));
    QTRY_COMPARE(reloaded.count(), 1);
    QCOMPARE(m_session->runs()[0].points.size(), std::size_t(20));
    QCOMPARE(m_session->runs()[0].plan.name, std::string("Mine"));
    QVERIFY(!fs::exists(path("a.run") / "window.json"));
}

void TestSessionFollowing::vanishedRunIsMarkedAndStays() {
    fs::create_directories(path("a.run"));
    m_engine->grow("a.run", firstLook("a", 3));
    m_session->follow(m_folder->path().toStdString());
    QTRY_COMPARE(m_session->runs().size(), std::size_t(1));
    fs::remove_all(path("a.run"));
    QTRY_VERIFY(m_session->runs()[0].isMissing);
    QCOMPARE(m_session->runs()[0].points.size(), std::size_t(3));
    fs::create_directories(path("a.run"));
    QTRY_VERIFY(!m_session->runs()[0].isMissing);
}

void TestSessionFollowing::runOfTheStageIsNotShownTwice() {
    RunRecord opened;
    opened.id = "a";
    m_session->add(path("a.run"), opened);
    fs::create_directories(path("a.run"));
    fs::create_directories(path("b.run"));
    m_engine->grow("a.run", firstLook("a", 3));
    m_engine->grow("b.run", firstLook("b", 3));
    m_session->follow(m_folder->path().toStdString());
    QTRY_COMPARE(m_session->runs().size(), std::size_t(2));
    QCOMPARE(m_session->runs()[1].id, std::string("b"));
    QVERIFY(!m_session->runs()[0].isFollowed);
}

void TestSessionFollowing::folderWithoutRunsIsToldOnce() {
    QSignalSpy failed(m_session.get(), &Session::failed);
    m_session->follow(path("nowhere"));
    QTRY_COMPARE(failed.count(), 1);
    fs::create_directories(path("nowhere/late.run"));
    m_engine->grow("late.run", firstLook("late", 2));
    QTRY_COMPARE(m_session->runs().size(), std::size_t(1));
    QCOMPARE(failed.count(), 1);
}

void TestSessionFollowing::closingDoesNotWaitForALook() {
    fs::create_directories(path("a.run"));
    m_engine->grow("a.run", firstLook("a", 3));
    m_session->follow(m_folder->path().toStdString());
    QTRY_COMPARE(m_session->runs().size(), std::size_t(1));
    QElapsedTimer time;
    time.start();
    m_session->close();
    QVERIFY2(time.elapsed() < 100, qPrintable(QString::number(time.elapsed())));
    m_engine->grow("a.run", firstLook("a", 4));
    QTest::qWait(400);
    QCOMPARE(m_session->runs().size(), std::size_t(0));
}

/// The window's thread must stay free: no gap between its events of more than 50 ms of its own work.
void TestSessionFollowing::growingRunFolderIsFollowedWithoutBlocking() {
    m_session = std::make_unique<Session>(makeTrainingEngine(), RunStorage(path("own")));
    auto journal = generateFolder(path("watched/long.run"), "long");
    QVERIFY(journal.ok());
    QVERIFY(generateRows(journal.value(), 1, 100000, 500).ok());
    qint64 longest = 0;
    connect(m_session.get(), &Session::runAdded, this, [&, clock = QElapsedTimer()]() mutable {
        clock.start();
        for (const auto piece : m_session->runs()[0].points.pieces()) {
            QVERIFY(!piece.empty());
        }
        longest = std::max(longest, clock.elapsed());
    });
    m_session->follow(path("watched"));
    QTRY_COMPARE_WITH_TIMEOUT(m_session->runs().size(), std::size_t(1), 20000);
    QCOMPARE(m_session->runs()[0].points.size(), std::size_t(100000));
    QCOMPARE(m_session->runs()[0].plan.name, std::string("Generated long"));
    QVERIFY(generateRows(journal.value(), 100001, 100500, 500).ok());
    QTRY_COMPARE_WITH_TIMEOUT(m_session->runs()[0].points.size(), std::size_t(100500), 20000);
    QCOMPARE(m_session->runs()[0].history.size(), std::size_t(201));
    QVERIFY2(longest < 50, qPrintable(QString::number(longest)));
}

/// The figures for this are printed; the limits here are loose, because the machine may be busy.
void TestSessionFollowing::sixLongRunsOpenQuickly() {
    const auto engine = makeTrainingEngine();
    std::vector<fs::path> folders;
    for (int i = 0; i < 6; ++i) {
        folders.push_back(path("long") / (std::to_string(i) + ".run"));
        auto journal = generateFolder(folders.back(), std::to_string(i));
        QVERIFY(journal.ok() && generateRows(journal.value(), 1, 100000, 250).ok());
    }
    const std::size_t before = residentBytes();
    QElapsedTimer time;
    time.start();
    std::vector<Result<RunView>> views = readViews(*engine, folders);
    const qint64 elapsed = time.elapsed();
    for (const Result<RunView>& view : views) {
        QVERIFY(view.ok());
        QCOMPARE(view.value().points.size(), std::size_t(100000));
        QCOMPARE(view.value().history.size(), std::size_t(400));
    }
    const double mebibytes = static_cast<double>(residentBytes() - before) / (1 << 20);
    std::printf("six runs of 100,000 measurements and 400 snapshots: %lld ms, %.0f MiB\n",
                static_cast<long long>(elapsed), mebibytes);
    QVERIFY(elapsed < 10000);
    QVERIFY2(mebibytes < 6 * 90, qPrintable(QString::number(mebibytes)));
}

QTEST_GUILESS_MAIN(TestSessionFollowing)
#include "tst_session_following.moc"
