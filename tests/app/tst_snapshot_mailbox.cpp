// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/snapshot_mailbox.h"

#include <QTest>
#include <QThread>

#include <atomic>
#include <thread>

using namespace collapsar;

namespace {

Measurement rowAt(std::int64_t update) {
    Measurement row;
    row.at.update = update;
    return row;
}

SnapshotPointer pictureAt(std::int64_t update, bool isPreview = false) {
    auto picture = std::make_shared<Snapshot>();
    picture->isPreview = isPreview;
    picture->values.at.update = update;
    return picture;
}

}  // namespace

class TestSnapshotMailbox : public QObject {
    Q_OBJECT

private slots:
    void manyPostsBeforeTakingWakeOnce();
    void takingArmsTheNextWakeUp();
    void pointsAndSnapshotsAccumulateStateIsReplaced();
    void previewsGiveWayAndExactSnapshotsStay();
    void boxThatNobodyEmptiesThinsItsSnapshots();
    void twoThreadsLoseNothingAndKeepOrder();
    void closedBoxWakesNobody();
};

void TestSnapshotMailbox::manyPostsBeforeTakingWakeOnce() {
    int wakes = 0;
    SnapshotMailbox box(this, [&] { ++wakes; });
    for (int i = 0; i < 1000; ++i) {
        box.measured({rowAt(i)});
        box.stateChanged(RunState{});
    }
    QCOMPARE(wakes, 0);  // never from within the post
    QTRY_COMPARE(wakes, 1);
    QCOMPARE(box.wakeUps(), 1);
    QCOMPARE(box.take().points.size(), std::size_t(1000));
}

void TestSnapshotMailbox::takingArmsTheNextWakeUp() {
    int wakes = 0;
    SnapshotMailbox box(this, [&] { ++wakes; });
    box.happened(Event{});
    (void)box.take();
    box.happened(Event{});
    QTRY_COMPARE(wakes, 2);
}

void TestSnapshotMailbox::pointsAndSnapshotsAccumulateStateIsReplaced() {
    SnapshotMailbox box(this, [] {});
    for (int i = 1; i <= 3; ++i) {
        RunState state;
        state.at.update = i;
        box.stateChanged(state);
        box.snapshotTaken(pictureAt(i));
        box.measured({rowAt(2 * i), rowAt(2 * i + 1)});
        Event event;
        event.at.update = i;
        box.happened(event);
    }
    box.probesKnown(std::make_shared<const std::vector<std::string>>(7));
    const Delivery delivery = box.take();
    QCOMPARE(delivery.state->at.update, 3);
    QCOMPARE(delivery.snapshots.size(), std::size_t(3));
    QCOMPARE(delivery.snapshots.front()->values.at.update, 1);
    QCOMPARE(delivery.points.size(), std::size_t(6));
    QCOMPARE(delivery.points.front().at.update, 2);
    QCOMPARE(delivery.points.back().at.update, 7);
    QCOMPARE(delivery.events.size(), std::size_t(3));
    QCOMPARE(delivery.probes->size(), std::size_t(7));
    const Delivery rest = box.take();
    QVERIFY(!rest.state && rest.snapshots.empty() && rest.points.empty() && rest.events.empty() && !rest.probes);
}

void TestSnapshotMailbox::previewsGiveWayAndExactSnapshotsStay() {
    SnapshotMailbox box(this, [] {});
    for (int i = 1; i <= 600; ++i) {
        box.snapshotTaken(pictureAt(i, i % 3 == 0));
    }
    const Delivery delivery = box.take();
    QCOMPARE(delivery.snapshots.size(), std::size_t(401));  // 400 exact ones and the last, a preview
    QVERIFY(delivery.snapshots.back()->isPreview);
    QCOMPARE(delivery.snapshots[2]->values.at.update, 4);
}

void TestSnapshotMailbox::boxThatNobodyEmptiesThinsItsSnapshots() {
    SnapshotMailbox box(this, [] {});
    for (std::size_t i = 1; i <= 10 * SnapshotMailbox::mostSnapshots; ++i) {
        box.snapshotTaken(pictureAt(static_cast<std::int64_t>(i)));
    }
    const std::vector<SnapshotPointer> snapshots = box.take().snapshots;
    QVERIFY(snapshots.size() <= SnapshotMailbox::mostSnapshots);
    QVERIFY(snapshots.size() >= SnapshotMailbox::mostSnapshots / 2);
    QCOMPARE(std::size_t(snapshots.back()->values.at.update), 10 * SnapshotMailbox::mostSnapshots);
}

void TestSnapshotMailbox::twoThreadsLoseNothingAndKeepOrder() {
    constexpr int posts = 20000;
    std::vector<std::int64_t> received;
    SnapshotMailbox* open = nullptr;
    SnapshotMailbox box(this, [&] {
        QCOMPARE(QThread::currentThread(), thread());
        for (const Measurement& row : open->take().points) {
            received.push_back(row.at.update);
        }
    });
    open = &box;
    std::jthread poster([&] {
        for (int i = 0; i < posts; ++i) {
            box.measured({rowAt(i)});
        }
    });
    QTRY_COMPARE(received.size(), std::size_t(posts));
    for (int i = 0; i < posts; ++i) {
        QCOMPARE(received[i], i);
    }
    QVERIFY(box.wakeUps() <= posts);
}

void TestSnapshotMailbox::closedBoxWakesNobody() {
    auto receiver = std::make_unique<QObject>();
    std::atomic<int> wakes = 0;
    SnapshotMailbox box(receiver.get(), [&] { ++wakes; });
    std::jthread poster([&](const std::stop_token& stop) {
        while (!stop.stop_requested()) {
            box.measured({rowAt(0)});
            (void)box.take();
        }
    });
    QTRY_VERIFY(wakes > 10);
    box.close();
    receiver.reset();  // while the other thread still posts
    const int sent = box.wakeUps();
    QCoreApplication::processEvents();
    poster.request_stop();
    poster.join();
    QCOMPARE(box.wakeUps(), sent);
    box.happened(Event{});
    QCOMPARE(box.take().events.size(), std::size_t(1));
}

QTEST_GUILESS_MAIN(TestSnapshotMailbox)
#include "tst_snapshot_mailbox.moc"
