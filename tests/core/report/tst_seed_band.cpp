// SPDX-License-Identifier: GPL-3.0-or-later
/// Oracle: numpy 1.26, percentile (default method), mean and std(ddof=1) of the same numbers.
#include "core/report/seed_band.h"

#include <QTest>

#include <cmath>

using namespace collapsar;

namespace {

Measurement measured(std::int64_t update, double kl) {
    Measurement m;
    m.at.update = update;
    m.epoch = static_cast<double>(update) / 10;
    m.kl = kl;
    return m;
}

SeedSeries series(const std::vector<Measurement>& points) {
    SeedSeries result(&Measurement::kl);
    result.append(points, [](const Measurement& m) { return m.epoch; });
    return result;
}

bool near(double a, double b) {
    return std::abs(a - b) < 1e-12;
}

}  // namespace

class TestSeedBand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void agreesWithNumpy();
    void onlyCommonUpdatesCount();
    void countFallsWhereARunEnded();
    void lateAndRepeatedPointsTakeTheirPlace();
    void nothingGivesNothing();
};

/// [10, 1, 4, 2]: median 3, quartiles 1.75 and 5.5, mean 4.25, sd 4.031128874149275.
void TestSeedBand::agreesWithNumpy() {
    std::vector<SeedSeries> runs;
    for (const double value : {10.0, 1.0, 4.0, 2.0})
        runs.push_back(series({measured(20, value)}));
    const BandPoint quartiles = seedBand(runs, BandKind::Quartiles).at(0);
    QVERIFY(near(quartiles.centre, 3) && near(quartiles.lower, 1.75) && near(quartiles.upper, 5.5));
    QCOMPARE(quartiles.count, 4);
    QCOMPARE(quartiles.update, std::int64_t{20});
    QVERIFY(near(quartiles.x, 2));
    const BandPoint whole = seedBand(runs, BandKind::MinMax).at(0);
    QVERIFY(near(whole.centre, 3) && near(whole.lower, 1) && near(whole.upper, 10));
    const BandPoint spread = seedBand(runs, BandKind::MeanSd).at(0);
    QVERIFY(near(spread.centre, 4.25) && near(spread.upper - spread.centre, 4.031128874149275));
    QVERIFY(near(spread.centre - spread.lower, 4.031128874149275));
}

void TestSeedBand::onlyCommonUpdatesCount() {
    const std::vector<SeedSeries> runs{
        series({measured(0, 1), measured(10, 2), measured(25, 3), measured(30, 4), measured(40, 5)}),
        series({measured(0, 3), measured(20, 9), measured(30, 6), measured(35, 9), measured(40, 7)})};
    const std::vector<BandPoint> band = seedBand(runs, BandKind::MinMax);
    QCOMPARE(band.size(), std::size_t{3});
    QCOMPARE(band[1].update, std::int64_t{30});
    QVERIFY(near(band[1].centre, 5) && near(band[1].lower, 4) && near(band[1].upper, 6));
}

void TestSeedBand::countFallsWhereARunEnded() {
    const std::vector<SeedSeries> runs{series({measured(0, 1), measured(10, 2), measured(20, 3), measured(30, 5)}),
                                       series({measured(0, 3), measured(10, 4), measured(20, NAN), measured(30, NAN)}),
                                       series({measured(0, 5), measured(10, 6), measured(20, 7)})};
    const std::vector<BandPoint> band = seedBand(runs, BandKind::MeanSd);
    QCOMPARE(band.size(), std::size_t{4});
    QCOMPARE(band[1].count, 3);
    QCOMPARE(band[2].count, 2);
    QVERIFY(near(band[2].centre, 5));
    QCOMPARE(band[3].count, 1);
    QVERIFY(near(band[3].centre, 5) && near(band[3].lower, 5) && near(band[3].upper, 5));
}

void TestSeedBand::lateAndRepeatedPointsTakeTheirPlace() {
    const SeedSeries one = series({measured(0, 1), measured(20, 3), measured(10, 2), measured(20, 4)});
    QCOMPARE(one.points().size(), std::size_t{3});
    QCOMPARE(one.points()[1].update, std::int64_t{10});
    QCOMPARE(one.points()[2].value, 4.0);
}

void TestSeedBand::nothingGivesNothing() {
    QVERIFY(seedBand({}, BandKind::Quartiles).empty());
    const std::vector<SeedSeries> runs{series({}), series({measured(5, NAN)})};
    QVERIFY(seedBand(runs, BandKind::Quartiles).empty());
}

QTEST_APPLESS_MAIN(TestSeedBand)
#include "tst_seed_band.moc"
