// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/replay_clock.h"

#include <QTest>

#include <cmath>

using namespace collapsar;

class TestReplayClock : public QObject {
    Q_OBJECT

private slots:
    void pictures_passAtTheirRate() {
        ReplayClock clock;
        clock.setSpeed({ReplayUnit::Picture, 10});
        std::int64_t passed = 0;
        for (int tick = 0; tick < 300; ++tick)
            passed += clock.advance(10);
        QCOMPARE(passed, 30);
    }

    void oddTicks_loseNothing() {
        ReplayClock clock;
        clock.setSpeed({ReplayUnit::Picture, 3});
        std::int64_t passed = 0;
        for (int tick = 0; tick < 1000; ++tick)
            passed += clock.advance(tick % 2 == 0 ? 17 : 49);  // 33 s
        QCOMPARE(passed, 99);
    }

    void updates_passAsTheyWereTrained() {
        ReplayClock clock;
        clock.setSpeed({ReplayUnit::TrainingSpeed, 0.1});
        clock.setTrainedRate(1500);
        QCOMPARE(clock.advance(1000), 150);
        clock.setSpeed({ReplayUnit::TrainingSpeed, 100});
        QCOMPARE(clock.advance(10), 1500);
    }

    void unknownRate_isReplacedByAUsualOne() {
        ReplayClock clock;
        clock.setSpeed({ReplayUnit::TrainingSpeed, 1});
        for (const double rate : {0.0, -3.0, std::nan(""), HUGE_VAL}) {
            clock.setTrainedRate(rate);
            QCOMPARE(clock.advance(1000), 100);
        }
    }

    void reset_forgetsTheRest() {
        ReplayClock clock;
        clock.setSpeed({ReplayUnit::Picture, 1});
        QCOMPARE(clock.advance(900), 0);
        clock.reset();
        QCOMPARE(clock.advance(900), 0);
        QCOMPARE(clock.advance(100), 1);
    }
};

QTEST_APPLESS_MAIN(TestReplayClock)
#include "tst_replay_clock.moc"
