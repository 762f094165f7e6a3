// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnostics/pooled_positions.h"

#include <QTest>

#include <cmath>

using namespace collapsar;

class TestPooledPositions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knownStates();
    void earliestOfEqualsAndNaN();
    void fixedUnitsNeedTheirShare();
    void lengthsGrowTheHistogram();
};

/// Two sentences of three states of two units.
void TestPooledPositions::knownStates() {
    const std::vector<float> states{0.1F, -0.9F, 0.5F, 0.2F, 0.3F,  0.4F,  //
                                    0.7F, 0.1F,  0.2F, 0.3F, -0.8F, 0.2F};
    PooledPositions largest(2, PooledValue::Largest), absolute(2, PooledValue::LargestAbsolute);
    largest.add(states, 2, 3);
    absolute.add(states, 2, 3);
    const auto isCount = [](std::span<const std::int64_t> counts, std::vector<std::int64_t> expected) {
        return std::vector<std::int64_t>(counts.begin(), counts.end()) == expected;
    };
    QVERIFY(isCount(largest.histogram(0), {1, 1, 0}) && isCount(largest.histogram(1), {0, 1, 1}));
    QVERIFY(isCount(absolute.histogram(0), {0, 1, 1}) && isCount(absolute.histogram(1), {1, 1, 0}));
    QVERIFY(largest.share() == std::vector<double>({0.25, 0.5, 0.25}));
    QCOMPARE(largest.examples(), std::int64_t{2});
}

void TestPooledPositions::earliestOfEqualsAndNaN() {
    PooledPositions positions(2, PooledValue::Largest);
    const std::vector<float> states{NAN, NAN, 0.5F, NAN, 0.5F, NAN};
    positions.add(states, 1, 3);
    QCOMPARE(positions.histogram(0)[1], std::int64_t{1});
    for (const std::int64_t count : positions.histogram(1))
        QCOMPARE(count, std::int64_t{0});
}

/// Unit 0 always takes position 1, unit 1 in three of four.
void TestPooledPositions::fixedUnitsNeedTheirShare() {
    PooledPositions positions(2, PooledValue::Largest);
    QCOMPARE(positions.fixedUnits(), 0);
    for (int i = 0; i < 4; ++i) {
        const std::vector<float> states{0, i == 0 ? 2.0F : 0.0F, 1, 1};
        positions.add(states, 1, 2);
    }
    QCOMPARE(positions.fixedUnits(0.9), 1);
    QCOMPARE(positions.fixedUnits(0.75), 2);
}

void TestPooledPositions::lengthsGrowTheHistogram() {
    PooledPositions positions(1, PooledValue::Largest);
    positions.add(std::vector<float>{1, 0}, 1, 2);
    positions.add(std::vector<float>{0, 0, 0, 1}, 1, 4);
    positions.add(std::vector<float>{0, 1}, 1, 2);
    const auto counts = positions.histogram(0);
    QVERIFY(std::vector<std::int64_t>(counts.begin(), counts.end()) == std::vector<std::int64_t>({1, 1, 0, 1}));
    QCOMPARE(positions.longest(), 4);
}

QTEST_APPLESS_MAIN(TestPooledPositions)
#include "tst_pooled_positions.moc"
