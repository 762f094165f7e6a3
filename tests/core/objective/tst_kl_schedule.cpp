// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/objective/kl_schedule.h"

#include <QtTest>

#include <algorithm>

using namespace collapsar;

class TestKlSchedule : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void constantIsTheWeight();
    void linearAgreesWithThePublishedAccumulation();
    void zeroWarmupIsTheWeight();
};

void TestKlSchedule::constantIsTheWeight() {
    Settings settings;
    settings.klWeight = 0.4;
    QCOMPARE(klWeightAt(settings, 1, 16000), 0.4);
    QCOMPARE(klWeightAt(settings, 100000, 16000), 0.4);
}

/// The published code adds (1 - kl_start) / (warm_up * N / B) before each outer update and stops at 1.
void TestKlSchedule::linearAgreesWithThePublishedAccumulation() {
    Settings settings;
    settings.klSchedule = KlSchedule::Linear;
    settings.klStart = 0.1;
    settings.klWarmup = 3;
    settings.batch = 16;
    double published = settings.klStart;
    for (int update = 1; update <= 4000; ++update) {
        published = std::min(1.0, published + (1.0 - 0.1) / (3 * 16000.0 / 16));
        QVERIFY(std::abs(klWeightAt(settings, update, 16000) - published) < 1e-10);
    }
}

void TestKlSchedule::zeroWarmupIsTheWeight() {
    Settings settings;
    settings.klSchedule = KlSchedule::Linear;
    settings.klWarmup = 0;
    QCOMPARE(klWeightAt(settings, 1, 16000), 1.0);
}

QTEST_APPLESS_MAIN(TestKlSchedule)
#include "tst_kl_schedule.moc"
