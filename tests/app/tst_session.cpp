// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session.h"
#include "tests/app/fake_engine.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace collapsar;
using namespace collapsar::test;

namespace {

std::vector<RunPlan> twoPlans(int updates = 100000) {
    RunPlan basic;
    basic.name = "Basic";
    basic.settings.updates = updates;
    RunPlan aggressive = basic;
    aggressive.name = "Aggressive";
    aggressive.settings.aggressive = Aggressive::Auto;
    return {basic, aggressive};
}

int runFolders(const QString& folder) {
    return static_cast<int>(QDir(folder).entryList({QStringLiteral("*.run")}, QDir::Dirs).size());
}

}  // namespace

class TestSession : public QObject {
    Q_OBJECT

private slots:
    void init();
    void preparedRunsWaitForStart();
    void pointsArriveInOrderAndOnlyOnce();
    void deliveriesComeAtMostOncePerFrame();
    void pauseAndStartAgainResumes();
    void stepsGoToEveryRun();
    void interventionIsReportedAndRefusalComesBack();
    void restartKeepsTheSeedOrDrawsOneForAll();
    void nothingArrivesFromRunsThatWereReplaced();
    void replacingRunsDoesNotWaitForThem();
    void untouchedRunsLeaveNoFolderTrainedOnesDo();
    void restartMovesTheOldRunAside();
    void aRunThatCannotBeMadeIsShownAsFailed();
    void openedRunIsCompleteAndCannotBeSwitched();

private:
    std::unique_ptr<Session> makeSession(FakeOptions options = {});

    std::shared_ptr<CallLog> m_log;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestSession::init() {
    m_log = std::make_shared<CallLog>();
    m_folder = std::make_unique<QTemporaryDir>();
}

std::unique_ptr<Session> TestSession::makeSession(FakeOptions options) {
    return std::make_unique<Session>(std::make_unique<FakeEngine>(m_log, options),
                                     RunStorage(m_folder->path().toStdString()));
}

void TestSession::preparedRunsWaitForStart() {
    const auto session = makeSession();
    QSignalSpy replaced(session.get(), &Session::runsReplaced);
    session->prepare(twoPlans());
    QCOMPARE(replaced.count(), 1);
    QTRY_VERIFY(session->runs()[0].state.phase == RunPhase::Ready && session->runs()[1].state.phase == RunPhase::Ready);
    QVERIFY(session->runs()[0].probes);
    QCOMPARE(session->runs()[0].state.at.update, 0);
    QCOMPARE(session->runs()[1].id, std::string("fake-Aggressive"));
}

void TestSession::pointsArriveInOrderAndOnlyOnce() {
    const auto session = makeSession();
    std::vector<Measurement> received;
    connect(session.get(), &Session::measured, this, [&](int run, const std::vector<Measurement>& points) {
        if (run == 0) {
            received.insert(received.end(), points.begin(), points.end());
        }
    });
    session->prepare(twoPlans(200));
    session->start();
    QTRY_VERIFY(session->runs()[0].state.phase == RunPhase::Finished &&
                session->runs()[1].state.phase == RunPhase::Finished);
    QCOMPARE(received.size(), std::size_t(200));
    for (std::size_t i = 0; i < received.size(); ++i) {
        QCOMPARE(received[i].at.update, std::int64_t(i + 1));
    }
    QCOMPARE(session->runs()[0].points.size(), received.size());
    QCOMPARE(session->runs()[1].snapshot->values.at.update, 200);
}

void TestSession::deliveriesComeAtMostOncePerFrame() {
    FakeOptions fast;
    fast.millisecondsPerUpdate = 0;
    const auto session = makeSession(fast);
    int deliveries = 0;
    connect(session.get(), &Session::measured, this, [&] { ++deliveries; });
    session->prepare(twoPlans(20000));
    QElapsedTimer time;
    time.start();
    session->start();
    QTRY_VERIFY(session->runs()[0].points.size() == 20000 && session->runs()[1].points.size() == 20000);
    QVERIFY2(deliveries <= 2 * (time.elapsed() / 30 + 3), qPrintable(QString::number(deliveries)));
}

void TestSession::pauseAndStartAgainResumes() {
    const auto session = makeSession();
    session->prepare(twoPlans());
    session->start();
    QTRY_VERIFY(session->runs()[0].state.at.update > 3);
    session->pause();
    QTRY_VERIFY(session->runs()[0].state.phase == RunPhase::Paused &&
                session->runs()[1].state.phase == RunPhase::Paused);
    const auto paused = session->runs()[0].state.at.update;
    session->start();
    QTRY_VERIFY(session->runs()[0].state.at.update > paused);
    QCOMPARE(m_log->count("Basic: start"), 1);
    QCOMPARE(m_log->count("Basic: resumeTraining"), 1);
}

void TestSession::stepsGoToEveryRun() {
    const auto session = makeSession();
    session->prepare(twoPlans());
    session->step(Step::Encoder);
    QTRY_COMPARE(session->runs()[1].state.at.inner, 1);
    QCOMPARE(session->runs()[1].state.at.update, 0);
    session->step(Step::Decoder);
    session->step(Step::Update);
    QTRY_COMPARE(session->runs()[0].state.at.update, 2);
    for (const char* name : {"Basic", "Aggressive"}) {
        for (const char* step : {"stepEncoder", "stepDecoder", "stepUpdate"}) {
            QCOMPARE(m_log->count(QStringLiteral("%1: %2").arg(name, step)), 1);
        }
    }
}

void TestSession::interventionIsReportedAndRefusalComesBack() {
    FakeOptions options;
    options.refusedField = "skip";
    const auto session = makeSession(options);
    QSignalSpy happened(session.get(), &Session::happened);
    session->prepare(twoPlans());
    Intervention pooling;
    pooling.field = "pooling";
    pooling.newValue = "max";
    QVERIFY(session->intervene(1, pooling).ok());
    QTRY_COMPARE(session->runs()[1].state.settings.pooling, Pooling::Max);
    QCOMPARE(session->runs()[0].state.settings.pooling, Pooling::Last);
    QCOMPARE(happened.count(), 1);
    QCOMPARE(session->runs()[1].events.at(0).intervention.oldValue, std::string("last"));
    Intervention skip;
    skip.field = "skip";
    skip.newValue = "on";
    QVERIFY(!session->intervene(0, skip).ok());
}

void TestSession::restartKeepsTheSeedOrDrawsOneForAll() {
    const auto session = makeSession();
    session->prepare(twoPlans());
    const auto seed = session->runs()[0].plan.settings.seed;
    session->start();
    QTRY_VERIFY(session->runs()[0].state.at.update > 3);
    session->restart(Seed::Same);
    QCOMPARE(session->runs()[0].plan.settings.seed, seed);
    QVERIFY(session->runs()[0].points.empty());
    QCOMPARE(session->runs()[0].state.at.update, 0);
    session->restart(Seed::New);
    QVERIFY(session->runs()[0].plan.settings.seed != seed);
    QCOMPARE(session->runs()[0].plan.settings.seed, session->runs()[1].plan.settings.seed);
}

void TestSession::nothingArrivesFromRunsThatWereReplaced() {
    const auto session = makeSession();
    session->prepare(twoPlans());
    session->start();
    QTRY_VERIFY(session->runs()[0].state.at.update > 3);
    session->prepare(twoPlans());
    QTRY_VERIFY(session->runs()[0].state.phase == RunPhase::Ready && session->runs()[1].state.phase == RunPhase::Ready);
    QTRY_COMPARE(m_log->count("Basic: destroyed"), 1);
    QCoreApplication::processEvents();
    QVERIFY(session->runs()[0].points.empty() && !session->runs()[0].snapshot);
}

void TestSession::replacingRunsDoesNotWaitForThem() {
    FakeOptions slow;
    slow.stopMilliseconds = 400;
    const auto session = makeSession(slow);
    session->prepare(twoPlans());
    session->start();
    QTRY_VERIFY(session->runs()[0].state.at.update > 0);
    QElapsedTimer time;
    time.start();
    session->close();
    QVERIFY2(time.elapsed() < 200, qPrintable(QString::number(time.elapsed())));
    QCOMPARE(session->runs().size(), std::size_t(0));
    QCOMPARE(m_log->count("Basic: stop"), 1);
    QCOMPARE(m_log->count("Basic: destroyed"), 0);
}

void TestSession::untouchedRunsLeaveNoFolderTrainedOnesDo() {
    {
        const auto session = makeSession();
        session->prepare(twoPlans());
    }
    QCOMPARE(runFolders(m_folder->path()), 0);
    {
        const auto session = makeSession();
        session->prepare(twoPlans());
        session->start();
        QTRY_VERIFY(session->runs()[0].state.at.update > 3 && session->runs()[1].state.at.update > 3);
        session->close();
    }
    QCOMPARE(runFolders(m_folder->path()), 2);
}

void TestSession::restartMovesTheOldRunAside() {
    const auto session = makeSession();
    session->prepare(twoPlans());
    session->start();
    QTRY_VERIFY(session->runs()[0].state.at.update > 3 && session->runs()[1].state.at.update > 3);
    session->restart(Seed::Same);
    QTRY_COMPARE(runFolders(m_folder->filePath("discarded")), 2);
    QCOMPARE(runFolders(m_folder->path()), 2);
}

void TestSession::aRunThatCannotBeMadeIsShownAsFailed() {
    FakeOptions options;
    options.failingName = "Basic";
    const auto session = makeSession(options);
    QSignalSpy failed(session.get(), &Session::failed);
    session->prepare(twoPlans());
    QCOMPARE(failed.count(), 1);
    QVERIFY(session->runs()[0].state.phase == RunPhase::Failed);
    session->start();
    session->step(Step::Update);
    QTRY_VERIFY(session->runs()[1].state.at.update > 0);
}

void TestSession::openedRunIsCompleteAndCannotBeSwitched() {
    const auto session = makeSession();
    RunRecord record;
    record.name = "Old";
    record.state.phase = RunPhase::Stopped;
    record.state.at.update = 40;
    record.measurements = {madeUpMeasurement(20, 0.1), madeUpMeasurement(40, 0.2)};
    record.snapshots = {madeUpSnapshot(20, 0), madeUpSnapshot(40, 1)};
    session->show(m_folder->filePath("old.run").toStdString(), record);
    QCOMPARE(session->runs().size(), std::size_t(1));
    QCOMPARE(session->runs()[0].points.size(), std::size_t(2));
    QCOMPARE(session->runs()[0].snapshot->values.at.update, 40);
    QVERIFY(session->runs()[0].isReadOnly);
    QVERIFY(!session->intervene(0, Intervention{}).ok());
    session->start();
    QCOMPARE(m_log->calls(), QStringList());
}

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
