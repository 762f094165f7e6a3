// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/strategy/inner_rule.h"

#include <QtTest>

#include <random>
#include <vector>

using namespace collapsar;

namespace {

/// The published loop, written down once more as it stands in He et al.'s text script: how many updates it makes on
/// these losses (one a word).
int publishedCount(const std::vector<double>& losses, int window, int limit) {
    int sub = 1;
    double previous = 1e4, current = 0, words = 0;
    std::size_t next = 0;
    while (sub < limit) {
        current += losses[next++];
        words += 1;
        if (sub % window == 0) {
            const double average = current / words;
            if (average > previous) return sub;
            previous = average;
            current = words = 0;
        }
        ++sub;
    }
    return sub - 1;
}

int ourCount(const std::vector<double>& losses, const Settings& settings) {
    InnerLoop loop = beginInnerLoop();
    while (loop.active)
        bookInnerUpdate(loop, settings, losses[loop.done], 1);
    return loop.done;
}

}  // namespace

class TestInnerRule : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void endsAtTheFirstWorseWindow();
    void firstWindowNeverEnds();
    void staysBelowTheLimit();
    void agreesWithThePublishedLoop();
    void resetForgetsTheComparison();
    void aFixedRatioHasNoRule();
};

void TestInnerRule::endsAtTheFirstWorseWindow() {
    std::vector<double> losses(99, 5.0);
    for (int i = 15; i < 30; ++i)
        losses[i] = 5.1;
    QCOMPARE(ourCount(losses, {}), 30);
}

void TestInnerRule::firstWindowNeverEnds() {
    const std::vector<double> losses(99, 9999.0);
    QVERIFY(ourCount(losses, {}) > 15);
}

void TestInnerRule::staysBelowTheLimit() {
    std::vector<double> losses;
    for (int i = 0; i < 99; ++i)
        losses.push_back(100 - i);
    QCOMPARE(ourCount(losses, {}), 99);
}

void TestInnerRule::agreesWithThePublishedLoop() {
    std::mt19937 random(1);
    std::normal_distribution<double> noise(5, 0.2);
    QSet<int> seen;
    for (int trial = 0; trial < 300; ++trial) {
        std::vector<double> losses(99);
        for (int i = 0; i < 99; ++i)
            losses[i] = noise(random) - 0.005 * (trial % 20) * i;
        const int expected = publishedCount(losses, 15, 100);
        QCOMPARE(ourCount(losses, {}), expected);
        seen.insert(expected);
    }
    QVERIFY2(seen.size() > 3, "the trials must end in different windows, or they show nothing");
}

void TestInnerRule::resetForgetsTheComparison() {
    const Settings settings;
    InnerLoop loop = beginInnerLoop();
    for (int i = 0; i < 20; ++i)
        bookInnerUpdate(loop, settings, 1.0, 1);
    resetWindow(loop);
    for (int i = 20; i < 30; ++i)
        bookInnerUpdate(loop, settings, 2.0, 1);
    QVERIFY(loop.active);
    QCOMPARE(loop.previousWindow, 2.0);
}

void TestInnerRule::aFixedRatioHasNoRule() {
    std::vector<double> worse;
    for (int i = 0; i < 300; ++i)
        worse.push_back(i);
    Settings settings;
    for (const int updates : {1, 10, 16, 250}) {
        settings.innerUpdates = updates;
        QCOMPARE(ourCount(worse, settings), updates);
    }
}

QTEST_APPLESS_MAIN(TestInnerRule)
#include "tst_inner_rule.moc"
