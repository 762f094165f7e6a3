// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/race.h"

#include <QtTest>

#include <atomic>
#include <thread>

using namespace collapsar;
using namespace std::chrono_literals;

class TestRace : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aloneNeverWaits();
    void waitsForTheSlower();
    void leavingLetsOthersGo();
    void twoStayWithinOneUpdate();
};

void TestRace::aloneNeverWaits() {
    Race race;
    const int member = race.join(0);
    QVERIFY(race.arrive(member, 100, 0ms));
}

void TestRace::waitsForTheSlower() {
    Race race;
    const int fast = race.join(0), slow = race.join(0);
    QVERIFY(!race.arrive(fast, 1, 1ms));
    QVERIFY(race.arrive(slow, 1, 1ms));
    QVERIFY(race.arrive(fast, 1, 1ms));
}

void TestRace::leavingLetsOthersGo() {
    Race race;
    const int stays = race.join(0), leaves = race.join(0);
    QVERIFY(!race.arrive(stays, 5, 1ms));
    race.leave(leaves);
    QVERIFY(race.arrive(stays, 5, 1ms));
}

void TestRace::twoStayWithinOneUpdate() {
    Race race;
    std::atomic<int> position[2] = {0, 0};
    std::atomic<int> widest{0};
    const auto drive = [&](int self, int member, std::chrono::microseconds cost) {
        for (int update = 0; update < 200; ++update) {
            while (!race.arrive(member, update, 5ms)) {
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

QTEST_APPLESS_MAIN(TestRace)
#include "tst_race.moc"
