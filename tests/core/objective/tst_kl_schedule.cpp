// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/objective/kl_schedule.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <sstream>
#include <vector>

using namespace collapsar;

namespace {

constexpr std::int64_t examples = 160;

/// A line of tests/data/kl_schedules.txt: a schedule as published, and its weights by update.
struct Published {
    std::string kind, shape;
    int updates = 0;
    double second = 0, third = 0;  ///< cycles, share of the ramp; of hold: updates held, updates of the ramp
    std::vector<double> weights;
};

std::vector<Published> publishedSchedules() {
    std::ifstream file(TEST_DATA "/kl_schedules.txt");
    std::vector<Published> all;
    for (std::string line; std::getline(file, line);) {
        std::istringstream words(line);
        Published each;
        words >> each.kind >> each.shape >> each.updates >> each.second >> each.third;
        for (double weight = 0; words >> weight;)
            each.weights.push_back(weight);
        all.push_back(std::move(each));
    }
    return all;
}

Settings settingsOf(const Published& published) {
    Settings settings;
    settings.klStart = published.kind == "cyclical-from-0.1" ? 0.1 : 0;
    settings.updates = published.updates;
    settings.batch = 16;  // ten updates an epoch
    settings.klSchedule = published.kind == "hold" ? KlSchedule::Hold : KlSchedule::Cyclical;
    settings.klShape = published.shape == "linear"   ? KlShape::Linear
                       : published.shape == "cosine" ? KlShape::Cosine
                                                     : KlShape::Sigmoid;
    if (published.kind == "hold") {
        settings.klHold = published.second / 10;
        settings.klWarmup = published.third / 10;
    } else {
        settings.klCycles = static_cast<int>(published.second);
        settings.klRampShare = published.third;
    }
    return settings;
}

std::vector<double> weights(const Settings& settings, int updates) {
    std::vector<double> all;
    for (int update = 1; update <= updates; ++update)
        all.push_back(klWeightAt(settings, update, examples));
    return all;
}

}  // namespace

class TestKlSchedule : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void constantIsTheWeight();
    void linearAgreesWithThePublishedAccumulation();
    void zeroWarmupIsTheWeight();
    void agreesWithThePublishedLoops();
    void aPeriodRepeatsToTheEnd();
    void everyCycleRisesToTheWeight();
    void movingTheEndLeavesWhatIsBehind();
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

/// The published sums of many parts are off by some 1e-12.
void TestKlSchedule::agreesWithThePublishedLoops() {
    const std::vector<Published> all = publishedSchedules();
    QCOMPARE(all.size(), std::size_t{14});
    for (const Published& each : all) {
        QCOMPARE(each.weights.size(), static_cast<std::size_t>(each.updates));
        const std::vector<double> ours = weights(settingsOf(each), each.updates);
        for (std::size_t i = 0; i < ours.size(); ++i) {
            QVERIFY2(std::abs(ours[i] - each.weights[i]) < 1e-10,
                     qPrintable(QString("%1 %2, update %3: %4 instead of %5")
                                    .arg(each.kind.c_str(), each.shape.c_str())
                                    .arg(i + 1)
                                    .arg(ours[i])
                                    .arg(each.weights[i])));
        }
    }
}

void TestKlSchedule::aPeriodRepeatsToTheEnd() {
    Settings settings;
    settings.klSchedule = KlSchedule::Cyclical;
    settings.klStart = 0;
    settings.klPeriod = 12.5;
    settings.updates = 1000;
    const std::vector<double> all = weights(settings, 1000);
    for (std::size_t i = 25; i < all.size(); ++i)
        QCOMPARE(all[i], all[i - 25]);
    QCOMPARE(all[0], 0.0);
    QVERIFY(all[12] == 0.0 && all[13] > 0 && all[11] == 1.0);
}

void TestKlSchedule::everyCycleRisesToTheWeight() {
    Settings settings;
    settings.klSchedule = KlSchedule::Cyclical;
    settings.klStart = 0.2;
    settings.klWeight = 0.6;
    settings.updates = 80;
    for (const KlShape shape : {KlShape::Linear, KlShape::Cosine}) {
        settings.klShape = shape;
        const std::vector<double> all = weights(settings, 80);
        for (int i = 0; i < 80; ++i) {
            if (i % 20 == 0) QCOMPARE(all[i], 0.2);
            if (i % 20 > 0 && i % 20 < 10) QVERIFY(all[i] > all[i - 1] && all[i] < 0.6);
            if (i % 20 >= 10) QCOMPARE(all[i], 0.6);
        }
        QCOMPARE(all[5], 0.4);  // half way, in both shapes
    }
}

/// A third of 100 updates has no short decimal form.
void TestKlSchedule::movingTheEndLeavesWhatIsBehind() {
    Settings settings;
    settings.klSchedule = KlSchedule::Cyclical;
    settings.klCycles = 3;
    settings.updates = 100;
    const std::vector<double> before = weights(settings, 100);
    moveEnd(settings, 250);
    QCOMPARE(settings.updates, 250);
    QVERIFY(weights(settings, 100) == before);
    const std::vector<double> later = weights(settings, 250);
    QVERIFY(later[101] < later[98]);  // a fourth cycle
    Settings constant;
    moveEnd(constant, 10);
    QCOMPARE(constant.klPeriod, 0.0);
}

QTEST_APPLESS_MAIN(TestKlSchedule)
#include "tst_kl_schedule.moc"
