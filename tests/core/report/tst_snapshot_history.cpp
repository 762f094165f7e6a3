// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/snapshot_history.h"

#include <QTest>

#include <algorithm>

using namespace collapsar;

namespace {

SnapshotPointer picture(std::int64_t update, std::int32_t inner = 0, std::size_t probes = 1) {
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->values.at = {update, inner};
    snapshot->approximateMean.resize(probes);
    return snapshot;
}

std::int64_t updateOf(const SnapshotPointer& snapshot) {
    return snapshot ? snapshot->values.at.update : -1;
}

std::vector<std::int64_t> updatesOf(std::span<const SnapshotPointer> snapshots) {
    std::vector<std::int64_t> updates;
    for (const SnapshotPointer& snapshot : snapshots)
        updates.push_back(updateOf(snapshot));
    return updates;
}

using Updates = std::vector<std::int64_t>;

}  // namespace

class TestSnapshotHistory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsTheNewestUpToAPlace();
    void tellsWhatPrecedes();
    void aFinerPictureReplaces();
    void goingBackDropsWhatIsNoLongerTrue();
    void staysWithinItsLimitsAndEven();
    void keepsWithinItsBytes();
    void picturesInsideOneUpdateGoFirst();
    void aCopySharesThePictures();
};

void TestSnapshotHistory::findsTheNewestUpToAPlace() {
    SnapshotHistory history;
    QVERIFY(history.at({5, 0}) == nullptr);
    history.append(nullptr);
    QVERIFY(history.empty());
    for (const int update : {3, 5, 20})
        history.append(picture(update));
    history.append(picture(20, 4));
    QVERIFY(history.at({2, 99}) == nullptr);
    QCOMPARE(updateOf(history.at({3, 0})), 3);
    QCOMPARE(updateOf(history.at({19, 99})), 5);
    QCOMPARE(history.at({20, 3})->values.at.inner, 0);
    QCOMPARE(history.at({1000, 0})->values.at.inner, 4);
    QCOMPARE(updateOf(history.after({5, 0})), 20);
    QCOMPARE(updateOf(history.after({0, 0})), 3);
    QVERIFY(history.after({20, 4}) == nullptr);
}

void TestSnapshotHistory::tellsWhatPrecedes() {
    SnapshotHistory history;
    for (int update = 1; update <= 6; ++update)
        history.append(picture(10 * update));
    QCOMPARE(updatesOf(history.upTo({45, 0}, 3)), (Updates{20, 30, 40}));
    QCOMPARE(updatesOf(history.upTo({45, 0}, 99)), (Updates{10, 20, 30, 40}));
    QCOMPARE(updatesOf(history.before({45, 0}, 2)), (Updates{20, 30}));
    QVERIFY(history.upTo({9, 0}, 3).empty());
    QVERIFY(history.before({10, 0}, 3).empty());
}

void TestSnapshotHistory::aFinerPictureReplaces() {
    SnapshotHistory history;
    history.append(picture(10));
    history.append(picture(20));
    const SnapshotPointer finer = picture(20);
    history.append(finer);
    QCOMPARE(updatesOf(history.all()), (Updates{10, 20}));
    QCOMPARE(history.at({20, 0}), finer);
}

void TestSnapshotHistory::goingBackDropsWhatIsNoLongerTrue() {
    SnapshotHistory history;
    for (int update = 0; update < 100; update += 10)
        history.append(picture(update));
    history.append(picture(45));
    QCOMPARE(updatesOf(history.all()), (Updates{0, 10, 20, 30, 40, 45}));
    history.append(picture(0));
    QCOMPARE(updatesOf(history.all()), (Updates{0}));
    history.clear();
    QVERIFY(history.empty());
    QCOMPARE(history.bytes(), std::size_t{0});
}

void TestSnapshotHistory::staysWithinItsLimitsAndEven() {
    constexpr std::size_t limit = 200;
    SnapshotHistory history(limit);
    std::vector<int> updates{0, 1, 2, 5, 10};  // dense at first, then every 20
    for (int update = 20; update <= 200'000; update += 20)
        updates.push_back(update);
    for (const int update : updates) {
        history.append(picture(update));
        QVERIFY(history.size() <= limit);
        QCOMPARE(updateOf(history.all().front()), 0);
        QCOMPARE(updateOf(history.all().back()), update);
    }
    QVERIFY(history.size() >= limit / 4);
    const Updates kept = updatesOf(history.all());
    std::int64_t least = kept.back();
    std::int64_t most = 0;
    for (std::size_t i = 1; i + 1 < kept.size(); ++i) {
        least = std::min(least, kept[i] - kept[i - 1]);
        most = std::max(most, kept[i] - kept[i - 1]);
    }
    QVERIFY(least >= history.spacing());
    QVERIFY2(most <= 2 * history.spacing(), "as far apart at the beginning as at the end");
}

void TestSnapshotHistory::keepsWithinItsBytes() {
    SnapshotHistory history;
    constexpr std::size_t probes = 100'000;  // 400 kB each
    std::size_t expected = 0;
    for (int update = 0; update < 400; ++update) {
        history.append(picture(update, 0, probes));
        QVERIFY(history.bytes() <= SnapshotHistory::maximumBytes);
        expected = history.size() * (probes * sizeof(float) + sizeof(Snapshot));
        QCOMPARE(history.bytes(), expected);
    }
    QVERIFY(history.size() > 20);
    QCOMPARE(updateOf(history.all().front()), 0);
    QCOMPARE(updateOf(history.all().back()), 399);
}

void TestSnapshotHistory::picturesInsideOneUpdateGoFirst() {
    SnapshotHistory history(8);
    history.append(picture(0));
    for (int inner = 1; inner <= 20; ++inner)
        history.append(picture(1, inner));
    QVERIFY(history.size() <= 8);
    history.append(picture(2));
    history.append(picture(3));
    QCOMPARE(updateOf(history.at({2, 0})), 2);
    QCOMPARE(updateOf(history.all().front()), 0);
}

void TestSnapshotHistory::aCopySharesThePictures() {
    SnapshotHistory history;
    history.append(picture(1));
    const SnapshotHistory copy = history;
    history.append(picture(2));
    QCOMPARE(copy.size(), std::size_t{1});
    QCOMPARE(copy.at({9, 0}), history.at({1, 0}));
}

QTEST_APPLESS_MAIN(TestSnapshotHistory)
#include "tst_snapshot_history.moc"
