// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/probe_schedule.h"

#include <QtTest>

#include <vector>

using namespace collapsar;

class TestProbeSchedule : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void periodsAreOneTwoFiveTen();
    void denseAtFirstAndBounded();
    void budgetIsATenth();
};

void TestProbeSchedule::periodsAreOneTwoFiveTen() {
    QCOMPARE(probePeriod(0), 1);
    QCOMPARE(probePeriod(19), 1);
    QCOMPARE(probePeriod(20), 2);
    QCOMPARE(probePeriod(50), 5);
    QCOMPARE(probePeriod(100), 10);
    QCOMPARE(probePeriod(200), 20);
    QCOMPARE(probePeriod(500), 50);
    QCOMPARE(probePeriod(1000), 100);
    QCOMPARE(probePeriod(2000), 200);
}

void TestProbeSchedule::denseAtFirstAndBounded() {
    int probes = 0;
    for (int update = 1; update <= 1000; ++update)
        probes += probeDue(update);
    QVERIFY2(probes > 60 && probes < 100, qPrintable(QString::number(probes)));
    for (int update = 1; update < 20; ++update)
        QVERIFY(probeDue(update));
}

void TestProbeSchedule::budgetIsATenth() {
    ProbeBudget budget;
    QVERIFY(budget.allows(0));
    budget.spent(0.3);
    QVERIFY(!budget.allows(2.9));
    QVERIFY(budget.allows(3.1));
}

QTEST_APPLESS_MAIN(TestProbeSchedule)
#include "tst_probe_schedule.moc"
