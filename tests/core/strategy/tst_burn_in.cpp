// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/strategy/burn_in.h"

#include <QtTest>

using namespace collapsar;

class TestBurnIn : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void endsAtTheMeasuredEpoch();
    void negativeFirstMiDoesNotEnd();
    void onNeverEnds();
    void offIsNotActive();
};

/// Validation MI by epoch of the published code on He's synthetic file: 1.11, 1.27, 1.37, 1.51, then 0.54 ended it.
void TestBurnIn::endsAtTheMeasuredEpoch() {
    BurnIn burnIn = beginBurnIn(Aggressive::Auto);
    for (const double mi : {1.11, 1.27, 1.37, 1.51})
        QVERIFY(!bookEpochMi(burnIn, Aggressive::Auto, mi));
    QCOMPARE(burnIn.rises, 4);
    QVERIFY(bookEpochMi(burnIn, Aggressive::Auto, 0.54));
    QVERIFY(!burnIn.active);
    QVERIFY2(!bookEpochMi(burnIn, Aggressive::Auto, 0.1), "it ends once");
}

void TestBurnIn::negativeFirstMiDoesNotEnd() {
    BurnIn burnIn = beginBurnIn(Aggressive::Auto);
    QVERIFY(!bookEpochMi(burnIn, Aggressive::Auto, -0.05));
    QVERIFY(burnIn.active);
}

void TestBurnIn::onNeverEnds() {
    BurnIn burnIn = beginBurnIn(Aggressive::On);
    QVERIFY(!bookEpochMi(burnIn, Aggressive::On, 1.0));
    QVERIFY(!bookEpochMi(burnIn, Aggressive::On, 0.5));
    QVERIFY(burnIn.active);
}

void TestBurnIn::offIsNotActive() {
    QVERIFY(!beginBurnIn(Aggressive::Off).active);
}

QTEST_APPLESS_MAIN(TestBurnIn)
#include "tst_burn_in.moc"
