// SPDX-License-Identifier: GPL-3.0-or-later
/// Runs beside those that the stage began with: races, forks, ghosts, repeats, and what can be taken back.
#include "app/run_label.h"
#include "app/session.h"
#include "tests/app/fake_engine.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <algorithm>
#include <set>

using namespace collapsar;
using namespace collapsar::test;

namespace {

RunPlan planOf(const char* name, int updates = 100000) {
    RunPlan plan;
    plan.name = name;
    plan.settings.updates = updates;
    return plan;
}

Intervention poolingMax() {
    Intervention change;
    change.field = "pooling";
    change.newValue = "max";
    return change;
}

int runFolders(const QString& folder) {
    return static_cast<int>(QDir(folder).entryList({QStringLiteral("*.run")}, QDir::Dirs).size());
}

bool isInOrder(const RunView& view) {
    const std::vector<Measurement> points = view.points.joined();
    return std::is_sorted(points.begin(), points.end(),
                          [](const Measurement& a, const Measurement& b) { return a.at <= b.at; });
}

}  // namespace

class TestSessionRuns : public QObject {
    Q_OBJECT

private slots:
    void init();
    void raceNeedsEqualSeedAndKeepsTheStageOtherwise();
    void switchForSeveralRunsGoesThroughTheEngineOnce();
    void historyHasEverySnapshotThatWasTaken();
    void forkHasItsParentsPastAtOnceAndGoesOnAlone();
    void refusedForkLeavesTheStageAsItWas();
    void ghostRunsAFewHundredUpdatesAndGoes();
    void keptGhostIsABranchThatGoesOnInAFolderOfItsOwn();
    void discardedRunComesBackWithItsFolderAndGoesOn();
    void discardedRunEndsBeforeItsFolderMoves();
    void discardedRunIsStillThereUnderItsNumber();
    void repeatsDifferInSeedOnlyAndWaitForACore();
    void repeatsWaitWhilePaused();
    void identityIsTheLowestFreeSlotAndStaysWithTheRun();
    void nameAndNoteAreReadBackFromTheFolder();
    void runThatGoesBackForgetsWhatCameAfter();
    void addedRunStandsBesideTheOthersOnlyOnce();
    void replacedStageIsNotDisturbedByARunThatGoesOn();

private:
    std::unique_ptr<Session> makeSession(FakeOptions options = {});
    void train(Session& session, std::vector<RunPlan> plans, std::int64_t update);

    std::shared_ptr<CallLog> m_log;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestSessionRuns::init() {
    m_log = std::make_shared<CallLog>();
    m_folder = std::make_unique<QTemporaryDir>();
}

std::unique_ptr<Session> TestSessionRuns::makeSession(FakeOptions options) {
    return std::make_unique<Session>(std::make_unique<FakeEngine>(m_log, options),
                                     RunStorage(m_folder->path().toStdString()));
}

/// Trains the first run at least so far.
void TestSessionRuns::train(Session& session, std::vector<RunPlan> plans, std::int64_t update) {
    session.prepare(std::move(plans));
    session.start();
    QTRY_VERIFY(session.runs()[0].state.at.update >= update);
}

void TestSessionRuns::raceNeedsEqualSeedAndKeepsTheStageOtherwise() {
    const auto session = makeSession();
    session->prepare({planOf("Alone")});
    std::vector<RunPlan> plans{planOf("A"), planOf("B")};
    plans[1].settings.seed = plans[0].settings.seed + 1;
    const Result<void> refused = session->prepareRace(plans, RaceClock::WallTime);
    QVERIFY(!refused.ok());
    QVERIFY(refused.error().detail.find("seed") != std::string::npos);
    QCOMPARE(session->runs().size(), std::size_t(1));
    plans[1].settings.seed = plans[0].settings.seed;
    QVERIFY(session->prepareRace(plans, RaceClock::WallTime).ok());
    QCOMPARE(session->runs().size(), std::size_t(2));
    session->restart(Seed::New);
    QVERIFY(session->raceClock() == RaceClock::WallTime);
    QCOMPARE(session->runs()[0].plan.settings.seed, session->runs()[1].plan.settings.seed);
}

void TestSessionRuns::switchForSeveralRunsGoesThroughTheEngineOnce() {
    const auto session = makeSession();
    session->prepare({planOf("A"), planOf("B"), planOf("C")});
    QVERIFY(session->interveneTogether({0, 2}, poolingMax()).ok());
    QCOMPARE(m_log->count("together 2"), 1);
    QTRY_COMPARE(session->runs()[2].state.settings.pooling, Pooling::Max);
    QCOMPARE(session->runs()[1].state.settings.pooling, Pooling::Last);
    RunRecord record;
    record.id = "old";
    const int opened = session->add(m_folder->filePath("old.run").toStdString(), record);
    QVERIFY(!session->interveneTogether({0, opened}, poolingMax()).ok());
    QCOMPARE(m_log->count("together 2"), 1);
}

void TestSessionRuns::historyHasEverySnapshotThatWasTaken() {
    FakeOptions fast;
    fast.millisecondsPerUpdate = 0;
    const auto session = makeSession(fast);
    train(*session, {planOf("A", 600)}, 600);
    const SnapshotHistory& history = session->runs()[0].history;
    QCOMPARE(history.size(), std::size_t(600));
    QCOMPARE(history.at({123, 0})->values.at.update, 123);
}

void TestSessionRuns::forkHasItsParentsPastAtOnceAndGoesOnAlone() {
    FakeOptions slow;
    slow.preparingMilliseconds = 100;
    const auto session = makeSession(slow);
    QSignalSpy replaced(session.get(), &Session::runsReplaced);
    train(*session, {planOf("A")}, 40);
    QSignalSpy added(session.get(), &Session::runAdded);
    const Result<int> made = session->fork(0, {.at = {25, 0}, .changes = {poolingMax()}});
    QVERIFY(made.ok());
    const int child = made.value();
    QCOMPARE(child, 1);
    QCOMPARE(added.count(), 1);
    QCOMPARE(replaced.count(), 1);
    const auto view = [&]() -> const RunView& { return session->runs()[child]; };
    QCOMPARE(view().points.size(), std::size_t(25));
    QCOMPARE(view().history.at({100, 0})->values.at.update, 25);
    QCOMPARE(view().parentRun, 0);
    QCOMPARE(view().parentAt.update, 25);
    QCOMPARE(view().parentId, session->runs()[0].id);
    QVERIFY(view().identity != session->runs()[0].identity);
    QVERIFY(view().state.phase == RunPhase::Preparing);
    QTRY_VERIFY(view().state.at.update > 30);
    QCOMPARE(view().points.joined()[25].at.update, 26);
    QVERIFY(isInOrder(view()));
    QCOMPARE(view().events.back().intervention.newValue, std::string("max"));
    QCOMPARE(view().state.settings.pooling, Pooling::Max);
    QVERIFY(session->runs()[0].state.phase == RunPhase::Training);
    QCOMPARE(session->runs()[0].state.settings.pooling, Pooling::Last);
}

void TestSessionRuns::refusedForkLeavesTheStageAsItWas() {
    FakeOptions options;
    options.refusedField = "pooling";
    const auto session = makeSession(options);
    train(*session, {planOf("A")}, 5);
    QVERIFY(!session->fork(0, {.at = {2, 0}, .changes = {poolingMax()}}).ok());
    QCOMPARE(session->runs().size(), std::size_t(1));
}

void TestSessionRuns::ghostRunsAFewHundredUpdatesAndGoes() {
    const auto session = makeSession();
    train(*session, {planOf("A")}, 10);
    const Result<int> made = session->fork(0, {.at = {5, 0}, .changes = {poolingMax()}, .kind = ForkKind::Ghost});
    QVERIFY(made.ok() && session->runs()[1].isGhost);
    session->pause();
    QTRY_VERIFY(session->runs()[1].state.phase == RunPhase::Finished);
    QCOMPARE(session->runs()[1].state.at.update, 5 + Session::ghostUpdates);
    QCOMPARE(runFolders(m_folder->filePath("ghosts")), 1);
    QCOMPARE(runFolders(m_folder->path()), 1);
    session->close();
    QTRY_COMPARE(runFolders(m_folder->filePath("ghosts")), 0);
}

void TestSessionRuns::keptGhostIsABranchThatGoesOnInAFolderOfItsOwn() {
    const auto session = makeSession();
    train(*session, {planOf("A", 5000)}, 10);
    QVERIFY(session->fork(0, {.at = {5, 0}, .kind = ForkKind::Ghost, .name = "Kept"}).ok());
    QTRY_VERIFY(session->runs()[1].state.at.update > 8);
    QSignalSpy changed(session.get(), &Session::runChanged);
    session->keep(1);
    QVERIFY(!session->runs()[1].isGhost);
    QTRY_VERIFY(session->runs()[1].state.at.update > 5 + Session::ghostUpdates);
    QCOMPARE(session->runs()[1].state.totalUpdates, 5000);
    QVERIFY(changed.count() >= 1);
    QCOMPARE(runFolders(m_folder->filePath("ghosts")), 0);
    QCOMPARE(QString::fromStdString(session->runs()[1].folder.parent_path().string()), m_folder->path());
    QVERIFY(isInOrder(session->runs()[1]));
    session->close();
    QTRY_COMPARE(m_log->count("Kept: destroyed"), 2);
    QCOMPARE(runFolders(m_folder->path()), 2);
}

void TestSessionRuns::discardedRunComesBackWithItsFolderAndGoesOn() {
    const auto session = makeSession();
    train(*session, {planOf("A"), planOf("B")}, 10);
    const auto at = session->runs()[0].state.at.update;
    session->discard(0);
    QVERIFY(session->runs()[0].isDiscarded);
    QTRY_COMPARE(runFolders(m_folder->filePath("discarded")), 1);
    QVERIFY(session->runs()[1].state.phase == RunPhase::Training);
    session->restore(0);
    QVERIFY(!session->runs()[0].isDiscarded && session->runs()[0].isReadOnly);
    QTRY_COMPARE(runFolders(m_folder->filePath("discarded")), 0);
    QVERIFY(session->runs()[0].points.size() >= std::size_t(at));
    QVERIFY(session->resume(0).ok());
    QTRY_VERIFY(session->runs()[0].state.phase == RunPhase::Training);
    QTRY_VERIFY(session->runs()[0].state.at.update > at + 5);
    QVERIFY(isInOrder(session->runs()[0]));
}

/// However busy the window is with the news of it.
void TestSessionRuns::discardedRunEndsBeforeItsFolderMoves() {
    const auto session = makeSession();
    train(*session, {planOf("A"), planOf("B")}, 3);
    connect(session.get(), &Session::runChanged, this, [] { QThread::msleep(100); });
    session->discard(0);
    const QDir discarded(m_folder->filePath("discarded"));
    QTRY_COMPARE(runFolders(discarded.path()), 1);
    QTRY_COMPARE(m_log->count("A: destroyed"), 1);
    const QString folder = discarded.entryList({QStringLiteral("*.run")}, QDir::Dirs).front();
    QVERIFY2(discarded.exists(folder + "/stand.txt"), "the last that the run wrote lies elsewhere");
}

void TestSessionRuns::discardedRunIsStillThereUnderItsNumber() {
    const auto session = makeSession();
    train(*session, {planOf("A"), planOf("B")}, 3);
    session->discard(0);
    session->discard(0);
    QCOMPARE(session->runs().size(), std::size_t(2));
    QCOMPARE(session->runs()[1].plan.name, std::string("B"));
    QTRY_COMPARE(m_log->count("A: destroyed"), 1);
    QVERIFY(!session->intervene(0, poolingMax()).ok());
    QVERIFY(!session->resume(0).ok());
    session->restart(Seed::Same);
    QCOMPARE(session->runs().size(), std::size_t(1));
    QCOMPARE(session->runs()[0].plan.name, std::string("B"));
}

void TestSessionRuns::repeatsDifferInSeedOnlyAndWaitForACore() {
    const auto session = makeSession();
    train(*session, {planOf("A", 60)}, 60);
    QTRY_VERIFY(session->runs()[0].state.phase == RunPhase::Finished);
    QVERIFY(!session->repeat(0, 0).ok());
    QVERIFY(!session->repeat(0, Session::mostRepeats + 1).ok());
    int most = 0;
    connect(session.get(), &Session::stateChanged, this, [&] {
        const auto training = std::count_if(session->runs().begin(), session->runs().end(),
                                            [](const RunView& run) { return run.state.phase == RunPhase::Training; });
        most = std::max(most, static_cast<int>(training));
    });
    const int count = QThread::idealThreadCount() + 3;
    QCOMPARE(session->repeat(0, count).value(), 1);
    const auto waiting =
        std::count_if(session->runs().begin(), session->runs().end(), [](const RunView& run) { return run.isWaiting; });
    QCOMPARE(waiting, 3);
    QTRY_VERIFY(std::all_of(session->runs().begin(), session->runs().end(),
                            [](const RunView& run) { return run.state.phase == RunPhase::Finished; }));
    QVERIFY2(most <= QThread::idealThreadCount(), qPrintable(QString::number(most)));
    std::set<std::uint64_t> seeds;
    for (const RunView& run : session->runs()) {
        QCOMPARE(run.group, std::string("basic"));
        seeds.insert(run.plan.settings.seed);
    }
    QCOMPARE(seeds.size(), session->runs().size());
}

void TestSessionRuns::repeatsWaitWhilePaused() {
    const auto session = makeSession();
    train(*session, {planOf("A", 30)}, 30);
    const int count = QThread::idealThreadCount() + 1;
    QVERIFY(session->repeat(0, count).ok());
    session->pause();
    session->stop(1);
    QTest::qWait(100);
    QVERIFY(session->runs()[count].isWaiting);
    session->start();
    QTRY_VERIFY(session->runs()[count].state.phase == RunPhase::Finished);
}

void TestSessionRuns::identityIsTheLowestFreeSlotAndStaysWithTheRun() {
    std::filesystem::path folder;
    {
        const auto session = makeSession();
        train(*session, {planOf("A"), planOf("B")}, 5);
        QCOMPARE(session->runs()[0].identity, 0);
        QCOMPARE(session->runs()[1].identity, 1);
        QTRY_VERIFY(session->runs()[1].state.at.update > 0);
        session->discard(0);
        const Result<int> made = session->fork(1, {.at = {1, 0}});
        QVERIFY(made.ok());
        QCOMPARE(session->runs()[2].identity, 2);  // the discarded one may come back
        folder = session->runs()[1].folder;
        QTRY_VERIFY(readLabel(folder).has_value());
    }
    QCOMPARE(readLabel(folder)->identity, 1);
    const auto later = makeSession();
    RunView opened;
    opened.id = "B again";
    applyLabel(opened, *readLabel(folder));
    later->present({opened});
    QCOMPARE(later->runs()[0].identity, 1);
    opened.id = "another one of that colour";
    QCOMPARE(later->runs()[later->add(opened)].identity, 0);
}

void TestSessionRuns::nameAndNoteAreReadBackFromTheFolder() {
    const auto session = makeSession();
    train(*session, {planOf("A")}, 3);
    session->rename(0, "Lagging \u03c0");
    session->setNote(0, "first line\n\"second\"");
    session->setGroup(0, "g");
    const std::filesystem::path folder = session->runs()[0].folder;
    QTRY_VERIFY(readLabel(folder) && readLabel(folder)->group == "g");
    QCOMPARE(readLabel(folder)->name, std::string("Lagging \u03c0"));
    QCOMPARE(readLabel(folder)->note, std::string("first line\n\"second\""));
    QFile damaged(QString::fromStdString((folder / "window.json").string()));
    QVERIFY(damaged.open(QIODevice::WriteOnly));
    damaged.write("{\"identity\": 1e99, \"name\": 7");
    damaged.close();
    QVERIFY(!readLabel(folder));
}

void TestSessionRuns::runThatGoesBackForgetsWhatCameAfter() {
    const auto session = makeSession();
    auto& engine = const_cast<FakeEngine&>(static_cast<const FakeEngine&>(session->engine()));
    RunRecord record;
    record.name = "Old";
    record.id = "old";
    for (int update = 1; update <= 40; ++update) {
        record.measurements.push_back(madeUpMeasurement(update, 0.1));
        record.snapshots.push_back(madeUpSnapshot(update, 0));
    }
    record.state.phase = RunPhase::Stopped;
    record.state.at.update = 40;
    const std::filesystem::path folder = m_folder->filePath("old.run").toStdString();
    session->show(folder, record);
    QSignalSpy reloaded(session.get(), &Session::runReloaded);
    std::size_t kept = 0;
    connect(session.get(), &Session::runReloaded, this, [&](int run) { kept = session->runs()[run].points.size(); });
    record.state.at.update = 30;  // its newest checkpoint
    engine.records["old.run"] = record;
    QVERIFY(session->resume(0).ok());
    QTRY_COMPARE(reloaded.count(), 1);
    QCOMPARE(kept, std::size_t(30));
    const auto newest = [&] { return session->runs()[0].points.joined().back().at.update; };
    QTRY_VERIFY(newest() > 32 && session->runs()[0].points.size() == std::size_t(newest()));
    QVERIFY(isInOrder(session->runs()[0]));
}

void TestSessionRuns::addedRunStandsBesideTheOthersOnlyOnce() {
    const auto session = makeSession();
    session->prepare({planOf("A")});
    QSignalSpy replaced(session.get(), &Session::runsReplaced);
    RunRecord child;
    child.id = "child";
    child.parent = "parent";
    child.parentAt = {7, 0};
    QCOMPARE(session->add("c.run", child), 1);
    QCOMPARE(session->runs()[1].parentRun, -1);
    RunRecord parent;
    parent.id = "parent";
    QCOMPARE(session->add("p.run", parent), 2);
    QCOMPARE(session->runs()[1].parentRun, 2);
    session->setShown(2, false);
    QCOMPARE(session->add("p.run", parent), 2);
    QVERIFY(session->runs()[2].isShown);
    for (int i = 0; i < 8; ++i) {
        RunRecord more;
        more.id = std::to_string(i);
        session->add("more.run", more);
    }
    const auto shown =
        std::count_if(session->runs().begin(), session->runs().end(), [](const RunView& run) { return run.isShown; });
    QCOMPARE(std::size_t(shown), Session::mostShown);
    QCOMPARE(replaced.count(), 0);
}

void TestSessionRuns::replacedStageIsNotDisturbedByARunThatGoesOn() {
    FakeOptions slow;
    slow.stopMilliseconds = 150;
    const auto session = makeSession(slow);
    train(*session, {planOf("A")}, 3);
    QVERIFY(session->fork(0, {.at = {1, 0}, .kind = ForkKind::Ghost, .name = "G"}).ok());
    QTRY_VERIFY(session->runs()[1].state.at.update > 2);
    session->keep(1);
    session->prepare({planOf("New")});
    QTRY_COMPARE(m_log->count("G: destroyed"), 2);
    QTest::qWait(50);
    QCOMPARE(session->runs().size(), std::size_t(1));
    QCOMPARE(session->runs()[0].plan.name, std::string("New"));
}

QTEST_GUILESS_MAIN(TestSessionRuns)
#include "tst_session_runs.moc"
