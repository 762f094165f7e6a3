// SPDX-License-Identifier: GPL-3.0-or-later
/// A fork at a place that its parent left by an action still has planned what its parent had planned there.
#include "tests/core/train/forked_run.h"

#include <QTest>

using namespace collapsar;
namespace fs = std::filesystem;

class TestForkPlanned : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatALiveActionOvertook_data();
    void whatALiveActionOvertook();
    void plannedActions_data();
    void plannedActions();
};

void TestForkPlanned::whatALiveActionOvertook_data() {
    QTest::addColumn<QString>("action");
    QTest::addColumn<int>("update");
    QTest::addColumn<int>("inner");
    QTest::newRow("step_encoder") << "step_encoder" << 12 << 1;
    QTest::newRow("step_decoder") << "step_decoder" << 13 << 0;
}

/// The action is made live at 12, where a switch is planned; it leads on before the switch is made.
void TestForkPlanned::whatALiveActionOvertook() {
    QFETCH(QString, action);
    QFETCH(int, update);
    QFETCH(int, inner);
    const Position after{update, inner};
    const QTemporaryDir folder;
    const auto planned = parsed({"5:kl_weight=0.5", "12:pooling=max"});
    const fs::path parent = newPath(folder);
    {
        RecordingSink sink;
        auto run = Run::create(smallSettings(), {.folder = parent, .interventions = planned, .probes = false}, sink);
        stepTo(*run.value(), sink, 12);
        action == "step_encoder" ? run.value()->stepEncoder() : run.value()->stepDecoder();
        run.value()->resumeTraining();
        run.value()->wait();
    }
    for (const Event& event : readRun(parent).value().events) {
        if (event.kind == EventKind::Switch && event.intervention.field == "pooling") QCOMPARE(event.at, after);
    }
    compareFork(folder, parent, smallSettings(), planned, {12, 0}, {});
    compareFork(folder, parent, smallSettings(), planned, {11, 0}, {});
    const auto made = parsed({"5:kl_weight=0.5", "12:" + action.toStdString(), "12:pooling=max"});
    compareFork(folder, parent, smallSettings(), made, after, {"skip=on"});
    compareFork(folder, parent, smallSettings(), made, {15, 0}, {"skip=on"});
}

void TestForkPlanned::plannedActions_data() {
    QTest::addColumn<int>("inner");
    QTest::newRow("before all of them") << 0;
    QTest::newRow("between") << 1;
    QTest::newRow("after") << 2;
}

/// Nothing is changed: the fork is its parent.
void TestForkPlanned::plannedActions() {
    QFETCH(int, inner);
    const QTemporaryDir folder;
    const auto planned = parsed({"12:pooling=max", "12:step_encoder", "12:step_encoder", "12:skip=on"});
    const fs::path parent = trained(folder, smallSettings(), {.interventions = planned});
    const fs::path child = forked(folder, {.parent = parent, .at = {12, inner}});
    const QString found = difference(outcome(child), outcome(parent));
    QVERIFY2(found.isEmpty(), qPrintable(found));
}

QTEST_GUILESS_MAIN(TestForkPlanned)
#include "tst_fork_planned.moc"
