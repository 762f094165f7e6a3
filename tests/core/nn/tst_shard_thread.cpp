// SPDX-License-Identifier: GPL-3.0-or-later
/// Both halves are always worked, wherever, and what they throw arrives.
#include "core/nn/shard_thread.h"

#include <QtTest>

#include <stdexcept>

using namespace collapsar;

class ShardThreadTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void worksBoth_data() {
        QTest::addColumn<int>("threads");
        QTest::newRow("one thread") << 1;
        QTest::newRow("two threads") << 2;
    }
    void worksBoth() {
        QFETCH(int, threads);
        ShardThread thread(threads);
        std::int64_t first = 0, second = 0;
        for (int round = 1; round <= 20'000; ++round)
            thread.run([&] { first += round; }, [&] { second += 2 * round; });
        QCOMPARE(first, std::int64_t{20'000} * 20'001 / 2);
        QCOMPARE(second, std::int64_t{20'000} * 20'001);
    }

    void wakesUpAfterARest() {
        ShardThread thread(2);
        int calls = 0;
        for (int round = 0; round < 5; ++round) {
            QTest::qSleep(2);
            thread.run([] {}, [&] { ++calls; });
        }
        QCOMPARE(calls, 5);
    }

    void bothAreWorkedAtTheSameTime() {
        ShardThread thread(2);
        std::atomic<bool> begun{false};
        bool met = false;
        thread.run(
            [&] {
                for (int i = 0; i < 5000 && !begun; ++i)
                    QTest::qSleep(1);
                met = begun;
            },
            [&] { begun = true; });
        QVERIFY(met);
    }

    void whatIsThrownArrives() {
        ShardThread thread(2);
        bool ended = false;
        const auto fails = [] { throw std::runtime_error("half"); };
        QVERIFY_EXCEPTION_THROWN(thread.run([] {}, fails), std::runtime_error);
        QVERIFY_EXCEPTION_THROWN(thread.run(fails, [&] { ended = true; }), std::runtime_error);
        QVERIFY(ended);
        thread.run([] {}, [&] { ended = false; });
        QVERIFY(!ended);
    }
};

QTEST_GUILESS_MAIN(ShardThreadTest)
#include "tst_shard_thread.moc"
