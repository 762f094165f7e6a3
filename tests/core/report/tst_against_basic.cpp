// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/against_basic.h"

#include <QtTest/QtTest>

#include <cmath>

using namespace collapsar;

namespace {

/// 100 updates: `seconds` of training, half of them the processor's.
RunSummary run(const char* strategy, std::uint64_t seed, double elbo, double seconds = 2) {
    RunSummary summary;
    summary.run.name = strategy;
    summary.run.settings.seed = seed;
    summary.run.settings.skip = std::string_view(strategy) == "skip";
    summary.strategy = strategy;
    summary.phase = RunPhase::Finished;
    summary.evaluatedAt = {100, 0};
    summary.values.updates = 100;
    summary.values.seconds = seconds;
    summary.values.cpuSeconds = seconds / 2;
    summary.secondsPerUpdate = seconds / 100;
    summary.values.elbo = elbo;
    return summary;
}

void weigh(RunSummary& summary, int samples, double iwNll) {
    summary.values.nll = summary.values.iwNll = iwNll;
    summary.nllKind = NllKind::ImportanceWeighted;
    summary.nllSamples = samples;
}

std::vector<AgainstBasic> against(const std::vector<RunSummary>& runs) {
    return againstBasic(runs, groupRepeats(runs));
}

}  // namespace

class TestAgainstBasic : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void timesAreRelativeToTheMeanOfBasic();
    void processorTimeNeedsBothSides();
    void totalsNeedFinishedRuns();
    void otherDataAreNoReference();
    void noBasicRunNoNumbers();
    void gainsBeyondTheSpread();
    void oneSeedHasNoSpread();
    void refinedElboIsHeldAgainstBasic();
    void estimatesOfOneKindAlone();
    void languageModelHasNoLatentToCompare();
};

/// Basic took 1 s and 2 s of the processor: 1.5 on average; skip 3 s: twice that.
void TestAgainstBasic::timesAreRelativeToTheMeanOfBasic() {
    std::vector<RunSummary> runs{run("basic", 1, -40, 2), run("basic", 2, -40, 4), run("skip", 1, -39, 6)};
    relateToBasic(runs);
    QCOMPARE(runs[0].values.timeToBasic, 2.0 / 3);
    QCOMPARE(runs[1].values.timeToBasic, 4.0 / 3);
    QCOMPARE(runs[2].values.timeToBasic, 2.0);
    QCOMPARE(runs[2].values.updateToBasic, 2.0);
    runs[2].evaluatedAt.update = 50;  // as much in half as many updates
    relateToBasic(runs);
    QCOMPARE(runs[2].values.timeToBasic, 2.0);
    QCOMPARE(runs[2].values.updateToBasic, 4.0);
}

void TestAgainstBasic::processorTimeNeedsBothSides() {
    std::vector<RunSummary> runs{run("basic", 1, -40, 2), run("skip", 1, -39, 6)};
    runs[1].values.cpuSeconds = 100;
    runs[0].values.cpuSeconds = notMeasured;
    relateToBasic(runs);
    QCOMPARE(runs[1].values.timeToBasic, 3.0);
    QCOMPARE(runs[1].values.updateToBasic, 3.0);
}

void TestAgainstBasic::totalsNeedFinishedRuns() {
    std::vector<RunSummary> runs{run("basic", 1, -40, 2), run("skip", 1, -39, 6)};
    runs[1].phase = RunPhase::Stopped;
    relateToBasic(runs);
    QVERIFY(std::isnan(runs[1].values.timeToBasic));
    QCOMPARE(runs[1].values.updateToBasic, 3.0);
    runs[0].phase = RunPhase::Diverged;
    relateToBasic(runs);
    QVERIFY(std::isnan(runs[1].values.updateToBasic));
}

void TestAgainstBasic::otherDataAreNoReference() {
    std::vector<RunSummary> runs{run("basic", 1, -40, 2), run("basic", 1, -80, 20), run("skip", 1, -70, 40)};
    runs[1].run.settings.data = runs[2].run.settings.data = "long.txt";
    relateToBasic(runs);
    QCOMPARE(runs[2].values.updateToBasic, 2.0);
    QCOMPARE(against(runs)[2].elbo.difference, 10.0);
    runs[2].run.settings.encoderHidden = 999;
    relateToBasic(runs);
    QVERIFY(std::isnan(runs[2].values.updateToBasic));
}

void TestAgainstBasic::noBasicRunNoNumbers() {
    std::vector<RunSummary> runs{run("skip", 1, -39)};
    relateToBasic(runs);
    QVERIFY(std::isnan(runs[0].values.timeToBasic) && std::isnan(runs[0].values.updateToBasic));
    const AgainstBasic alone = against(runs)[0];
    QVERIFY(!alone.isBasic && std::isnan(alone.elbo.difference) && alone.elbo.standing == Standing::Unknown);
}

/// Basic: mean -40, sd sqrt 2. Skip: sd 0 and mean -40 + d: the line is at d = sqrt 2.
void TestAgainstBasic::gainsBeyondTheSpread() {
    for (const auto& [elbo, standing] : {std::pair(-38.5, Standing::Better), std::pair(-38.7, Standing::Within),
                                         std::pair(-41.3, Standing::Within), std::pair(-41.5, Standing::Worse)}) {
        const std::vector<RunSummary> runs{run("basic", 1, -39), run("basic", 2, -41), run("skip", 1, elbo),
                                           run("skip", 2, elbo)};
        const auto all = against(runs);
        QVERIFY(all[0].isBasic && !all[1].isBasic);
        QCOMPARE(all[1].elbo.difference, elbo + 40);
        QVERIFY2(all[1].elbo.standing == standing, qPrintable(QString::number(elbo)));
    }
}

void TestAgainstBasic::oneSeedHasNoSpread() {
    const std::vector<RunSummary> runs{run("basic", 1, -39), run("basic", 2, -41), run("skip", 1, -30)};
    const AgainstBasic alone = against(runs)[1];
    QCOMPARE(alone.elbo.difference, 10.0);
    QVERIFY(alone.elbo.standing == Standing::Unknown);
}

void TestAgainstBasic::refinedElboIsHeldAgainstBasic() {
    std::vector<RunSummary> runs{run("basic", 1, -40), run("skip", 1, -50)};
    QVERIFY(!against(runs)[1].isRefined);
    runs[1].values.refinedElbo = -39;
    QVERIFY(against(runs)[1].isRefined);
    QCOMPARE(against(runs)[1].elbo.difference, 1.0);
}

/// Less NLL is better; another number of samples is another estimate.
void TestAgainstBasic::estimatesOfOneKindAlone() {
    std::vector<RunSummary> runs{run("basic", 1, -40), run("basic", 2, -40), run("skip", 1, -39), run("skip", 2, -39)};
    QVERIFY(std::isnan(against(runs)[1].nll.difference));
    for (RunSummary& each : runs)
        weigh(each, 100, each.strategy == "basic" ? 38 : 37);
    QCOMPARE(against(runs)[1].nll.difference, -1.0);
    QVERIFY(against(runs)[1].nll.standing == Standing::Better);
    for (RunSummary& each : runs)
        weigh(each, each.strategy == "basic" ? 100 : 500, 38);
    QVERIFY(std::isnan(against(runs)[1].nll.difference));
}

void TestAgainstBasic::languageModelHasNoLatentToCompare() {
    std::vector<RunSummary> runs{run("basic", 1, -40), run("language model", 1, -38.5)};
    runs[0].run.settings.latent = 8;
    weigh(runs[0], 100, 38);
    runs[1].run.settings.latent = 0;
    runs[1].values.nll = 38.5;
    runs[1].nllKind = NllKind::Exact;
    const AgainstBasic model = against(runs)[1];
    QCOMPARE(model.elbo.difference, 1.5);
    QCOMPARE(model.nll.difference, 0.5);
}

QTEST_APPLESS_MAIN(TestAgainstBasic)
#include "tst_against_basic.moc"
