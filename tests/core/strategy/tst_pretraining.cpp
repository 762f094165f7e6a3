// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/strategy/pretraining.h"

#include <QtTest>

using namespace collapsar;

namespace {

Intervention planned(std::int64_t update, const char* change) {
    Intervention intervention = parseIntervention("0:" + std::string(change)).value();
    intervention.at.update = update;
    return intervention;
}

}  // namespace

class TestPretraining : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void endsAfterItsEpochs();
    void theNewDecoderComesFirstOfItsPlace();
    void plansItOnce();
    void plansNothingThatIsBehind();
};

void TestPretraining::endsAfterItsEpochs() {
    Settings settings;
    QCOMPARE(pretrainingEnd(settings, 1000), 0);
    settings.pretrainEpochs = 3;
    QCOMPARE(pretrainingEnd(settings, 1000), 3000);
    settings.pretrainEpochs = 100'000;
    QCOMPARE(pretrainingEnd(settings, 1'000'000), 100'000'000'000);
}

void TestPretraining::theNewDecoderComesFirstOfItsPlace() {
    std::vector<Intervention> all{planned(10, "skip=on"), planned(30, "skip=off"), planned(40, "skip=on")};
    planPretrainingEnd(all, {}, 30);
    QCOMPARE(all.size(), std::size_t{4});
    QVERIFY(all[1] == planned(30, "reinitialise_decoder"));
    QVERIFY(all[2] == planned(30, "skip=off"));
}

void TestPretraining::plansItOnce() {
    std::vector<Intervention> all;
    for (int i = 0; i < 3; ++i)
        planPretrainingEnd(all, {i * 10, 0}, 30);
    QCOMPARE(all.size(), std::size_t{1});
}

/// At the end itself a checkpoint knows whether it has happened.
void TestPretraining::plansNothingThatIsBehind() {
    std::vector<Intervention> all;
    planPretrainingEnd(all, {0, 0}, 0);
    planPretrainingEnd(all, {30, 0}, 30);
    planPretrainingEnd(all, {31, 2}, 30);
    QVERIFY(all.empty());
}

QTEST_APPLESS_MAIN(TestPretraining)
#include "tst_pretraining.moc"
