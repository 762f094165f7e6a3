// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/race.h"

#include <QtTest>

#include <algorithm>
#include <array>
#include <atomic>
#include <thread>
#include <vector>

using namespace collapsar;
using namespace std::chrono_literals;

class TestRace : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aloneNeverWaits();
    void waitsForTheSlower();
    void leavingLetsOthersGo();
    void twoStayWithinOneUpdate();
    void coresAreSharedFairly();
    void byWallTimeDearUpdatesAreFewer();
    void whoJoinsLateIsNotWaitedForByWallTime();
    void unequalRunsAreRefusedByName();
};

void TestRace::aloneNeverWaits() {
    Race race;
    const int member = race.join(0);
    QVERIFY(race.arrive(member, {.update = 100}, 0ms));
}

void TestRace::waitsForTheSlower() {
    Race race;
    const int fast = race.join(0), slow = race.join(0);
    QVERIFY(!race.arrive(fast, {.update = 1}, 1ms));
    QVERIFY(race.arrive(slow, {.update = 1}, 1ms));
    QVERIFY(race.arrive(fast, {.update = 1}, 1ms));
}

void TestRace::leavingLetsOthersGo() {
    Race race;
    const int stays = race.join(0), leaves = race.join(0);
    QVERIFY(!race.arrive(stays, {.update = 5}, 1ms));
    race.leave(leaves);
    QVERIFY(race.arrive(stays, {.update = 5}, 1ms));
}

void TestRace::twoStayWithinOneUpdate() {
    Race race;
    std::atomic<int> position[2] = {0, 0};
    std::atomic<int> widest{0};
    const auto drive = [&](int self, int member, std::chrono::microseconds cost) {
        for (int update = 0; update < 200; ++update) {
            while (!race.arrive(member, {.update = update}, 5ms)) {
            }
            const int ahead = update - position[1 - self];
            if (ahead > widest) widest = ahead;
            std::this_thread::sleep_for(cost);
            position[self] = update + 1;
        }
        race.leave(member);
    };
    const int first = race.join(0), second = race.join(0);
    std::thread slow([&] { drive(0, first, 100us); });
    std::thread quick([&] { drive(1, second, 1us); });
    slow.join();
    quick.join();
    QVERIFY2(widest <= 1, qPrintable(QString::number(widest)));
}

/// Six on two cores, though one is ten times as dear: none is left behind, never more than two compute.
void TestRace::coresAreSharedFairly() {
    constexpr int runs = 6, cores = 2;
    Race race(RaceClock::Updates, cores);
    std::atomic<int> computing{0}, most{0}, widest{0};
    std::array<std::atomic<int>, runs> done{};
    std::vector<int> members;
    for (int i = 0; i < runs; ++i)
        members.push_back(race.join(0));
    const auto drive = [&](int self) {
        for (int update = 0; update < 60; ++update) {
            while (!race.advance(members[self], {.update = update}, 20ms)) {
            }
            most = std::max<int>(most, ++computing);
            std::this_thread::sleep_for(self == 0 ? 1000us : 100us);
            --computing;
            done[self] = update + 1;
            for (const auto& other : done)
                widest = std::max<int>(widest, done[self] - other);
        }
        race.leave(members[self]);
    };
    std::vector<std::thread> threads;
    for (int i = 0; i < runs; ++i)
        threads.emplace_back(drive, i);
    for (std::thread& thread : threads)
        thread.join();
    QVERIFY2(most <= cores, qPrintable(QString::number(most)));
    qInfo() << "furthest apart:" << widest << "updates";
    QVERIFY2(widest < 30, "only some of the runs came on");
}

void TestRace::byWallTimeDearUpdatesAreFewer() {
    Race race(RaceClock::WallTime, 2);
    std::array<std::int64_t, 2> updates{};
    const auto drive = [&](int self, int member, double cost) {
        for (double seconds = 0; seconds < 5; seconds += cost) {
            while (!race.arrive(member, {.update = updates[self], .inner = 1, .seconds = seconds}, 5ms)) {
            }
            ++updates[self];
            std::this_thread::sleep_for(100us);
        }
    };
    const int cheap = race.join(0), dear = race.join(0);
    std::thread other([&] {
        drive(0, cheap, 0.01);
        race.leave(cheap);
    });
    drive(1, dear, 0.1);
    race.leave(dear);
    other.join();
    QVERIFY(updates[0] >= 500 && updates[1] <= 51);
    Race alone(RaceClock::WallTime);
    const int ahead = alone.join(0), behind = alone.join(0);
    QVERIFY(!alone.arrive(ahead, {.update = 1, .seconds = 1}, 1ms));
    QVERIFY(alone.arrive(behind, {.update = 500, .seconds = 0.5}, 1ms));
}

void TestRace::whoJoinsLateIsNotWaitedForByWallTime() {
    Race race(RaceClock::WallTime);
    const int first = race.join(0);
    QVERIFY(race.arrive(first, {.update = 100, .seconds = 60}, 1ms));
    const int late = race.join(0);
    QVERIFY(race.arrive(first, {.update = 101, .seconds = 60.01}, 1ms));
    QVERIFY(race.arrive(late, {.update = 0, .seconds = 0}, 1ms));
    QVERIFY(!race.arrive(late, {.update = 9, .seconds = 1}, 1ms));
}

void TestRace::unequalRunsAreRefusedByName() {
    std::vector<Settings> runs(3);
    runs[1].aggressive = Aggressive::On;
    runs[2].updates = 10;
    QVERIFY(checkRace(runs).ok());
    runs[2].seed = 1;
    runs[1].batch = 4;
    runs[1].syntheticTraining = 17;
    const Result<void> refused = checkRace(runs);
    QCOMPARE(refused.error().code, ErrorCode::InvalidSettings);
    const QString detail = QString::fromStdString(refused.error().detail);
    for (const char* name : {"seed (783435 and 1)", "batch (16 and 4)", "synthetic_training (16000 and 17)"})
        QVERIFY2(detail.contains(name), qPrintable(detail));
    QVERIFY(!detail.contains("updates"));
    QVERIFY(!checkRace(std::vector<Settings>(1)).ok());
    QVERIFY(!checkRace(std::vector<Settings>(7)).ok());
    QVERIFY(checkRace(std::vector<Settings>(6)).ok());
}

QTEST_APPLESS_MAIN(TestRace)
#include "tst_race.moc"
