// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/repeat_bands.h"

#include "tests/app/fake_engine.h"
#include "widgets/curves_panel.h"

#include <QTest>
#include <qcustomplot.h>

using namespace collapsar;

namespace {

constexpr int linesOfARun = 3, linesOfABand = 3;

/// KL = `kl` at update 0, 10, ... 100.
RunView runOf(std::uint64_t seed, double kl) {
    RunView view;
    view.plan.name = "Seed " + std::to_string(seed);
    view.plan.settings.seed = seed;
    std::vector<Measurement> points;
    for (int update = 0; update <= 100; update += 10)
        points.push_back(test::madeUpMeasurement(update, kl));
    view.points.append(points);
    return view;
}

Intervention skipAt(std::int64_t update) {
    return {{update}, Action::None, "skip", {}, "on"};
}

Event made(Intervention change) {
    change.oldValue = "off";
    Event event;
    event.kind = EventKind::Switch;
    event.at = change.at;
    event.intervention = change;
    return event;
}

struct Desk {
    std::vector<RunView> runs;
    CurvesPanel panel;
    RepeatBands bands{panel};

    explicit Desk(std::vector<RunView> all) : runs(std::move(all)) {
        panel.resize(960, 210);
        for (int run = 0; run < static_cast<int>(runs.size()); ++run) {
            panel.addRun(run, {run, QString::fromStdString(runs[run].plan.name)});
            panel.appendPoints(run, runs[run].points.joined());
        }
        bands.show(runs);
    }
    [[nodiscard]] QCustomPlot* plot() const { return panel.plots()[1]->findChild<QCustomPlot*>(); }
    [[nodiscard]] int bandCount() const {
        return (plot()->graphCount() - linesOfARun * static_cast<int>(runs.size())) / linesOfABand;
    }
    [[nodiscard]] int bandCountAfterShow() {
        bands.show(runs);
        return bandCount();
    }
};

}  // namespace

class TestRepeatBands : public QObject {
    Q_OBJECT

private slots:
    void seedsOfOneStrategyAreOneBand() {
        RunView other = runOf(1, 100);
        other.plan.settings.pooling = Pooling::Max;
        Desk desk({runOf(1, 1), runOf(2, 2), other, runOf(3, 6)});
        QCOMPARE(desk.bandCount(), 1);
        const QCPGraph* centre = desk.plot()->graph(desk.plot()->graphCount() - 1);
        QCOMPARE(centre->dataCount(), 11);
        QCOMPARE(centre->data()->at(5)->value, 2.0);  // the median of 1, 2 and 6
        desk.bands.show(desk.runs);
        QVERIFY2(desk.plot()->graph(desk.plot()->graphCount() - 1) == centre, "drawn anew though nothing changed");
    }

    void hiddenOnesCountWhileOneIsShown() {
        Desk desk({runOf(1, 1), runOf(2, 2)});
        desk.runs[0].isShown = false;
        QCOMPARE(desk.bandCountAfterShow(), 1);
        desk.runs[1].isShown = false;
        QCOMPARE(desk.bandCountAfterShow(), 0);
    }

    void whatIfsAndDeletedOnesAreNoMembers() {
        Desk desk({runOf(1, 1), runOf(2, 2)});
        desk.runs[1].isGhost = true;
        QCOMPARE(desk.bandCountAfterShow(), 0);
        desk.runs[1].isGhost = false;
        QCOMPARE(desk.bandCountAfterShow(), 1);
        desk.runs[0].isDiscarded = true;
        QCOMPARE(desk.bandCountAfterShow(), 0);
    }

    void plannedSwitchLeavesTheBandTogether() {
        Desk desk({runOf(1, 1), runOf(2, 2)});
        for (RunView& run : desk.runs)
            run.plan.interventions = {skipAt(50)};
        desk.runs[0].events = {made(skipAt(50))};
        QCOMPARE(desk.bandCountAfterShow(), 1);
        desk.runs[0].events.push_back(made(skipAt(60)));
        QCOMPARE(desk.bandCountAfterShow(), 0);
    }
};

QTEST_MAIN(TestRepeatBands)
#include "tst_repeat_bands.moc"
