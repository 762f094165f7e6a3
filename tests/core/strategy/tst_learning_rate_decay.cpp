// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/strategy/learning_rate_decay.h"

#include <QtTest>

#include <vector>

using namespace collapsar;

namespace {

/// Epochs (from 0) at which the rate is cut on these validation losses.
std::vector<int> cuts(const std::vector<double>& losses, const Settings& settings) {
    RateDecay decay;
    std::vector<int> at;
    for (std::size_t epoch = 0; epoch < losses.size(); ++epoch) {
        const auto decision = bookEpochLoss(decay, settings, losses[epoch], static_cast<std::int64_t>(epoch), 0);
        if (decision.cut) at.push_back(static_cast<int>(epoch));
    }
    return at;
}

}  // namespace

class TestLearningRateDecay : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cutsAfterTwoEpochsWithoutGain();
    void patienceStartsAfreshAtAnyGainOnTheTrackedLoss();
    void notBeforeTheFirstAllowedEpoch();
    void endsAtTheFifthCut();
    void keepsTheLowestAsBest();
    void zeroPatienceNeverCuts();
};

void TestLearningRateDecay::cutsAfterTwoEpochsWithoutGain() {
    QCOMPARE(cuts({40, 39, 39.5, 39.2}, {}), std::vector<int>({3}));
}

/// At a cut the tracked loss is raised to the present one: 39.1 then counts as a gain although 39 was seen before.
void TestLearningRateDecay::patienceStartsAfreshAtAnyGainOnTheTrackedLoss() {
    QCOMPARE(cuts({39, 40, 39.5, 39.1, 39.6, 39.1, 39.6, 39.7}, {}), std::vector<int>({2, 7}));
}

void TestLearningRateDecay::notBeforeTheFirstAllowedEpoch() {
    Settings settings;
    settings.decayFrom = 15;
    std::vector<double> losses(20, 41.0);
    losses[0] = 40;
    QCOMPARE(cuts(losses, settings).front(), 15);
}

void TestLearningRateDecay::endsAtTheFifthCut() {
    RateDecay decay;
    int epoch = 0;
    DecayDecision decision;
    for (double loss = 30; !decision.finished; loss += 1)
        decision = bookEpochLoss(decay, {}, loss, epoch++, epoch);
    QCOMPARE(decay.cuts, 5);
    QCOMPARE(epoch, 11);
}

void TestLearningRateDecay::keepsTheLowestAsBest() {
    RateDecay decay;
    QVERIFY(bookEpochLoss(decay, {}, 40, 0, 1000).isBest);
    QVERIFY(!bookEpochLoss(decay, {}, 41, 1, 2000).isBest);
    QVERIFY(bookEpochLoss(decay, {}, 39, 2, 3000).isBest);
    QCOMPARE(decay.bestUpdate, 3000);
}

void TestLearningRateDecay::zeroPatienceNeverCuts() {
    Settings settings;
    settings.decayPatience = 0;
    QVERIFY(cuts({1, 2, 3, 4, 5, 6, 7}, settings).empty());
}

QTEST_APPLESS_MAIN(TestLearningRateDecay)
#include "tst_learning_rate_decay.moc"
