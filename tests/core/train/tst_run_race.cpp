// SPDX-License-Identifier: GPL-3.0-or-later
/// Runs that race: what they compute does not depend on the race, and commands reach all of them at one update.
#include "core/train/race.h"
#include "core/train/run.h"
#include "tests/core/train/run_outcome.h"
#include "tests/support/recording_sink.h"
#include "tests/support/small_run.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>

using namespace collapsar;
namespace fs = std::filesystem;

Q_DECLARE_METATYPE(collapsar::Pace)
Q_DECLARE_METATYPE(collapsar::RaceClock)

namespace {

/// Several runs of one race, with their sinks and folders.
struct Field {
    QTemporaryDir folder;
    std::shared_ptr<Race> race;
    std::vector<std::unique_ptr<RecordingSink>> sinks;
    std::vector<std::unique_ptr<Run>> runs;

    explicit Field(RaceClock clock, int cores = 0) : race(std::make_shared<Race>(clock, cores)) {}

    void add(const Settings& settings, Pace pace) {
        sinks.push_back(std::make_unique<RecordingSink>());
        RunOptions options{.folder = newPath(folder), .pace = pace, .race = race};
        runs.push_back(Run::create(settings, options, *sinks.back()).value());
    }
    void start() {
        for (const auto& run : runs)
            run->start();
    }
    void wait() {
        for (const auto& run : runs)
            run->wait();
    }
    std::vector<fs::path> close() {
        std::vector<fs::path> folders;
        for (const auto& run : runs)
            folders.push_back(run->folder());
        runs.clear();
        return folders;
    }
    std::vector<Run*> all() {
        std::vector<Run*> pointers;
        for (const auto& run : runs)
            pointers.push_back(run.get());
        return pointers;
    }
};

Settings endless() {
    Settings settings = smallSettings();
    settings.updates = 1000000;
    settings.evaluateEvery = 100;
    return settings;
}

/// Update and new value.
using Places = std::vector<std::pair<std::int64_t, std::string>>;

Places switchesMade(const RecordingSink& sink, const std::string& field) {
    Places found;
    for (const Event& event : sink.events()) {
        const Intervention& change = event.intervention;
        if (event.kind == EventKind::Switch && change.field == field)
            found.emplace_back(event.at.update, change.newValue);
    }
    return found;
}

/// What the newest checkpoint still has planned.
Places switchesPlanned(const fs::path& folder, const std::string& field) {
    Places found;
    for (const Intervention& change : outcome(folder).state.planned) {
        if (change.field == field) found.emplace_back(change.at.update, change.newValue);
    }
    return found;
}

QString text(const Places& places) {
    QStringList all;
    for (const auto& [update, value] : places)
        all << QString("%1:%2").arg(update).arg(QString::fromStdString(value));
    return all.join(' ');
}

/// Until it has taken every command it was given before.
[[nodiscard]] bool waitForCommands(Run& run, RecordingSink& sink) {
    const auto asked = [](const Event& event) { return event.kind == EventKind::Checkpoint && event.value == 0; };
    const auto count = [&](const RecordingSink& each) {
        return std::count_if(each.events().begin(), each.events().end(), asked);
    };
    std::ptrdiff_t before = 0;
    (void)sink.waitFor([&](const RecordingSink& each) {
        before = count(each);
        return true;
    });
    run.saveCheckpoint();
    return sink.waitFor([&](const RecordingSink& each) { return count(each) > before; });
}

}  // namespace

class TestRunRace : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void equalRunsStayEqual_data();
    void equalRunsStayEqual();
    void commandsApplyAtOneUpdate_data();
    void commandsApplyAtOneUpdate();
    void aLaterCommandDoesNotOvertake();
    void commandsReachPausedRunsAtOnce();
    void whoDivergesLeaves();
    void pauseAndStopAreAnsweredWhileWaiting();
    void byWallTimeTrainingTimesAgree();
};

void TestRunRace::equalRunsStayEqual_data() {
    QTest::addColumn<RaceClock>("clock");
    QTest::addColumn<Pace>("pace");
    QTest::newRow("by updates") << RaceClock::Updates << Pace::Watch;
    QTest::newRow("by updates, full speed") << RaceClock::Updates << Pace::FullSpeed;
    QTest::newRow("by wall time") << RaceClock::WallTime << Pace::Watch;
    QTest::newRow("by wall time, full speed") << RaceClock::WallTime << Pace::FullSpeed;
}

void TestRunRace::equalRunsStayEqual() {
    QFETCH(RaceClock, clock);
    QFETCH(Pace, pace);
    Field field(clock);
    Settings aggressive = smallSettings();
    aggressive.aggressive = Aggressive::Auto;
    for (const Settings& settings : {smallSettings(), aggressive, smallSettings(), aggressive})
        field.add(settings, pace);
    field.start();
    field.wait();
    const auto folders = field.close();
    for (int i : {0, 1}) {
        const QString found = difference(outcome(folders[i]), outcome(folders[i + 2]));
        QVERIFY2(found.isEmpty(), qPrintable(found));
    }
    Field alone(RaceClock::Updates);
    alone.add(aggressive, Pace::FullSpeed);
    alone.start();
    alone.wait();
    const QString found = difference(outcome(folders[1]), outcome(alone.close().front()));
    QVERIFY2(found.isEmpty(), qPrintable(found));
}

void TestRunRace::commandsApplyAtOneUpdate_data() {
    QTest::addColumn<RaceClock>("clock");
    QTest::addColumn<Pace>("pace");
    QTest::newRow("in step") << RaceClock::Updates << Pace::Watch;
    QTest::newRow("full speed") << RaceClock::Updates << Pace::FullSpeed;
    QTest::newRow("by wall time") << RaceClock::WallTime << Pace::Watch;
}

/// The dear run need not come there: what it has planned counts.
void TestRunRace::commandsApplyAtOneUpdate() {
    QFETCH(RaceClock, clock);
    QFETCH(Pace, pace);
    Field field(clock);
    Settings aggressive = endless();
    aggressive.aggressive = Aggressive::On;
    for (const Settings& settings : {endless(), aggressive, endless(), endless()})
        field.add(settings, pace);
    field.start();
    for (int i = 0; i < 8; ++i) {
        QVERIFY(field.sinks[0]->waitFor([&](const RecordingSink& sink) { return sink.lastState().at.update > 3 * i; }));
        for (const char* value : {"mean", "max"})
            QVERIFY(Run::interveneTogether(field.all(), {.field = "pooling", .newValue = value}).ok());
    }
    QVERIFY(!Run::interveneTogether(field.all(), {.field = "latent", .newValue = "3"}).ok());
    for (std::size_t i = 0; i < field.runs.size(); ++i)
        QVERIFY(waitForCommands(*field.runs[i], *field.sinks[i]));
    const auto folders = field.close();
    std::vector<Places> all;
    for (std::size_t i = 0; i < folders.size(); ++i) {
        const Places made = switchesMade(*field.sinks[i], "pooling"), planned = switchesPlanned(folders[i], "pooling");
        qInfo() << "run" << i << "made" << made.size() << "and has planned" << planned.size();
        all.push_back(made);
        all.back().insert(all.back().end(), planned.begin(), planned.end());
        QCOMPARE(text(all.back()), text(all.front()));
    }
    QCOMPARE(all.front().size(), std::size_t{16});
}

/// Both are for update 1; the first finds one run on the way there, the second finds it there.
void TestRunRace::aLaterCommandDoesNotOvertake() {
    Field field(RaceClock::Updates);
    for (int i = 0; i < 2; ++i)
        field.add(endless(), Pace::Watch);
    const auto stands = [](const Position& at) {
        return [at](const RecordingSink& each) {
            return each.lastState().at == at && each.lastState().phase == RunPhase::Paused;
        };
    };
    field.runs[0]->stepEncoder();
    QVERIFY(field.sinks[0]->waitFor(stands({0, 1})));
    QVERIFY(Run::interveneTogether(field.all(), {.field = "pooling", .newValue = "mean"}).ok());
    field.runs[0]->stepUpdate();
    QVERIFY(field.sinks[0]->waitFor(stands({1, 0})));
    QVERIFY(Run::interveneTogether(field.all(), {.field = "pooling", .newValue = "max"}).ok());
    field.start();
    for (const auto& sink : field.sinks)
        QVERIFY(sink->waitFor([](const RecordingSink& each) { return each.lastState().at.update > 2; }));
    (void)field.close();
    for (const auto& sink : field.sinks)
        QCOMPARE(text(switchesMade(*sink, "pooling")), QString("1:mean 1:max"));
}

void TestRunRace::commandsReachPausedRunsAtOnce() {
    Field field(RaceClock::Updates);
    for (int i = 0; i < 2; ++i)
        field.add(endless(), Pace::Watch);
    for (const auto& run : field.runs) {
        for (int i = 0; i < 3; ++i)
            run->stepUpdate();
    }
    for (const auto& sink : field.sinks) {
        (void)sink->waitFor([](const RecordingSink& each) {
            return each.lastState().phase == RunPhase::Paused && each.lastState().at.update >= 1;
        });
    }
    QTest::qWait(100);
    QVERIFY(Run::interveneTogether(field.all(), {.field = "skip", .newValue = "on"}).ok());
    for (const auto& sink : field.sinks) {
        QVERIFY(sink->waitFor([](const RecordingSink& each) { return each.lastState().settings.skip; }));
        QVERIFY(sink->waitFor([](const RecordingSink& each) { return each.lastState().phase == RunPhase::Paused; }));
    }
    (void)field.close();
    QCOMPARE(text(switchesMade(*field.sinks[0], "skip")), text(switchesMade(*field.sinks[1], "skip")));
}

void TestRunRace::whoDivergesLeaves() {
    Field field(RaceClock::Updates);
    Settings wild = smallSettings();
    wild.initScale = 10;
    wild.encoderHidden = 512;
    wild.learningRate = 1000;
    wild.clip = 1e9;
    Settings brief = smallSettings();
    brief.updates = 5;
    field.add(wild, Pace::Watch);
    field.add(brief, Pace::Watch);
    field.add(smallSettings(), Pace::Watch);
    field.start();
    field.wait();
    (void)Run::interveneTogether(field.all(), {.field = "pooling", .newValue = "max"});
    (void)field.close();
    QCOMPARE(field.sinks[0]->lastState().phase, RunPhase::Diverged);
    QCOMPARE(field.sinks[1]->lastState().phase, RunPhase::Finished);
    QCOMPARE(field.sinks[2]->lastState().phase, RunPhase::Finished);
    QCOMPARE(field.sinks[2]->lastState().at.update, 30);
}

/// Six runs on one core: five of them wait at any time.
void TestRunRace::pauseAndStopAreAnsweredWhileWaiting() {
    Field field(RaceClock::Updates, 1);
    for (int i = 0; i < 6; ++i)
        field.add(endless(), Pace::FullSpeed);
    field.start();
    for (const auto& sink : field.sinks)
        QVERIFY(sink->waitFor([](const RecordingSink& each) { return each.lastState().at.update > 20; }));
    std::int64_t least = 1000000, most = 0;
    for (const auto& sink : field.sinks) {
        (void)sink->waitFor([&](const RecordingSink& each) {
            least = std::min(least, each.lastState().at.update);
            most = std::max(most, each.lastState().at.update);
            return true;
        });
    }
    qInfo() << "six runs at updates" << least << "to" << most;
    QElapsedTimer timer;
    timer.start();
    for (const auto& run : field.runs)
        run->pause();
    for (const auto& sink : field.sinks)
        QVERIFY(sink->waitFor([](const RecordingSink& each) { return each.lastState().phase == RunPhase::Paused; }));
    qInfo() << "paused after" << timer.elapsed() << "ms";
    QVERIFY(timer.elapsed() < 2000);
    for (const auto& run : field.runs)
        run->resumeTraining();
    timer.start();
    (void)field.close();
    qInfo() << "stopped after" << timer.elapsed() << "ms";
    QVERIFY(timer.elapsed() < 2000);
}

void TestRunRace::byWallTimeTrainingTimesAgree() {
    Field field(RaceClock::WallTime);
    Settings aggressive = endless();
    aggressive.aggressive = Aggressive::On;
    field.add(endless(), Pace::Watch);
    field.add(aggressive, Pace::Watch);
    field.start();
    QVERIFY(field.sinks[1]->waitFor([](const RecordingSink& sink) { return sink.lastState().seconds > 0.6; }));
    (void)field.close();
    const RunState plain = field.sinks[0]->lastState(), dear = field.sinks[1]->lastState();
    qInfo() << plain.seconds << "s," << plain.at.update << "updates;" << dear.seconds << "s," << dear.at.update
            << "updates";
    QVERIFY(std::abs(plain.seconds - dear.seconds) < 0.25);
    QVERIFY(plain.at.update > 2 * dear.at.update);
}

QTEST_GUILESS_MAIN(TestRunRace)
#include "tst_run_race.moc"
