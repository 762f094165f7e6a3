// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/snapshot.h"

#include <QTest>

#include <cmath>

using namespace collapsar;

class TestSnapshot : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reliableFromTheThresholdOn() {
        Snapshot snapshot;
        snapshot.latent = 3;
        snapshot.approximateMean.assign(12, 0.0F);
        snapshot.effectiveSamples = {leastEffectiveSamples, leastEffectiveSamples - 1, NAN, 400};
        QVERIFY(isReliable(snapshot, 0));
        QVERIFY(!isReliable(snapshot, 1));
        QVERIFY(!isReliable(snapshot, 2));
        QVERIFY(isReliable(snapshot, 3));
        QCOMPARE(reliableProbes(snapshot), std::size_t{2});
    }

    void quadratureIsAlwaysReliable() {
        Snapshot snapshot;
        snapshot.approximateMean.assign(5, 0.0F);
        QVERIFY(isReliable(snapshot, 4));
        QCOMPARE(reliableProbes(snapshot), std::size_t{5});
        QCOMPARE(reliableProbes(Snapshot()), std::size_t{0});
    }
};

QTEST_APPLESS_MAIN(TestSnapshot)
#include "tst_snapshot.moc"
