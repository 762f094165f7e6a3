// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnostics/parallel_work.h"

#include <QTest>

#include <atomic>
#include <stdexcept>
#include <thread>
#include <vector>

using namespace collapsar;

class TestParallelWork : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void worksEachItemOnce_data();
    void worksEachItemOnce();
    void throwsOnWhatAnItemThrew();
    void throwsOnWhatAWorkerThrew();
};

void TestParallelWork::worksEachItemOnce_data() {
    QTest::addColumn<int>("items");
    QTest::addColumn<int>("threads");
    for (const int items : {0, 1, 2, 100}) {
        for (const int threads : {-1, 1, 2, 7})
            QTest::addRow("%d items, %d threads", items, threads) << items << threads;
    }
}

void TestParallelWork::worksEachItemOnce() {
    QFETCH(int, items);
    QFETCH(int, threads);
    std::vector<std::atomic<int>> worked(static_cast<std::size_t>(items));
    std::atomic<int> workers{0};
    workInParallel(items, threads, [&]() -> ItemWork {
        ++workers;
        return [&, maker = std::this_thread::get_id()](std::int64_t item) {
            worked[static_cast<std::size_t>(item)] += maker == std::this_thread::get_id() ? 1 : 100;
        };
    });
    for (const std::atomic<int>& times : worked)
        QCOMPARE(times.load(), 1);
    QVERIFY(workers <= std::max(1, threads) && workers <= items);
}

void TestParallelWork::throwsOnWhatAnItemThrew() {
    for (const int threads : {1, 3}) {
        std::atomic<int> worked{0};
        const auto work = [&] {
            workInParallel(1000, threads, [&]() -> ItemWork {
                return [&](std::int64_t item) {
                    if (item == 5) throw std::runtime_error("item 5");
                    ++worked;
                };
            });
        };
        QVERIFY_THROWS_EXCEPTION(std::runtime_error, work());
        QVERIFY(worked < 1000);
    }
}

void TestParallelWork::throwsOnWhatAWorkerThrew() {
    QVERIFY_THROWS_EXCEPTION(std::runtime_error,
                             workInParallel(3, 2, []() -> ItemWork { throw std::runtime_error("no memory"); }));
}

QTEST_APPLESS_MAIN(TestParallelWork)
#include "tst_parallel_work.moc"
