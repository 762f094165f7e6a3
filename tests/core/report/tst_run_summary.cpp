// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/run_summary.h"

#include <QtTest/QtTest>

#include <cmath>

using namespace collapsar;

namespace {

Measurement evaluation(std::int64_t update, double elbo) {
    Measurement point;
    point.kind = MeasurementKind::Scheduled;
    point.at.update = update;
    point.elbo = elbo;
    point.kl = 0.5;
    point.miBatch = 0.25;
    point.miFull = 0.75;
    point.activeUnits = 1;
    return point;
}

Measurement probe(std::int64_t update, double lag) {
    Measurement point;
    point.at.update = update;
    point.elbo = 0;  // a probe's: decides nothing
    point.lag = lag;
    return point;
}

RunSummary finishedRun(const char* name, std::uint64_t seed, double elbo) {
    ComparedRun run;
    run.name = name;
    run.settings.seed = seed;
    RunState state;
    state.phase = RunPhase::Finished;
    state.at.update = 100;
    state.seconds = 2;
    EvaluationIndex index;
    const std::vector<Measurement> points{evaluation(100, elbo)};
    index.add(points);
    return summarise(run, state, index);
}

}  // namespace

class TestRunSummary : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void strategies();
    void refinements();
    void schedulesAndObjectives();
    void newestEvaluationAndBestOfAll();
    void cursorGoesBack();
    void orderOfArrivalDoesNotMatter();
    void nothingMeasured();
    void valuesBesideTheOldOnes();
    void nllSaysWhatItIs();
    void timeForEachUpdate();
    void notANumberIsNeverBest();
    void repeatsHaveMeanAndSampleSd();
    void onlyTheSeedMayDiffer();
    void divergedOnesDoNotCount();
};

void TestRunSummary::strategies() {
    Settings settings;
    QCOMPARE(strategyName(settings, {}), std::string("basic"));
    const std::vector<Intervention> switches{parseIntervention("5:skip=on").value()};
    QCOMPARE(strategyName(settings, switches), std::string("basic, live"));
    Settings languageModel;
    languageModel.latent = 0;
    QCOMPARE(strategyName(languageModel, {}), std::string("language model"));
    settings.aggressive = Aggressive::Auto;
    settings.klSchedule = KlSchedule::Linear;
    settings.klWeight = 0.5;
    settings.pooling = Pooling::AbsMax;
    settings.skip = true;
    QCOMPARE(strategyName(settings, {}), std::string("aggressive + annealing + beta 0.5 + pooling absmax + skip"));
    Settings frozen;
    frozen.aggressive = Aggressive::On;
    frozen.freezeDecoder = true;
    QCOMPARE(strategyName(frozen, {}), std::string("aggressive always + frozen decoder"));
}

void TestRunSummary::refinements() {
    Settings settings;
    settings.sviSteps = 10;
    QCOMPARE(strategyName(settings, {}), std::string("SA-VAE 10"));
    settings.klSchedule = KlSchedule::Linear;
    settings.skip = true;
    QCOMPARE(strategyName(settings, {}), std::string("Skip-SA-VAE 10 + annealing"));
    settings.sviGradient = SviGradient::FirstOrder;
    QCOMPARE(strategyName(settings, {}), std::string("Skip-SA-VAE 10 (first-order) + annealing"));
    settings.sviGradient = SviGradient::Kl;
    QCOMPARE(strategyName(settings, {}), std::string("VAE+SVI+KL 10 + annealing + skip"));
    settings.sviGradient = SviGradient::None;
    QCOMPARE(strategyName(settings, {}), std::string("VAE+SVI 10 + annealing + skip"));
    settings.sviStart = SviStart::Zero;
    QCOMPARE(strategyName(settings, {}), std::string("SVI 10 + annealing + skip"));
}

void TestRunSummary::schedulesAndObjectives() {
    Settings settings;
    settings.klSchedule = KlSchedule::Cyclical;
    settings.freeBits = 0.25;
    settings.wordDropout = 0.2;
    QCOMPARE(strategyName(settings, {}), std::string("cyclical + free bits 0.25 + word dropout 0.2"));
    Settings floor;
    floor.posterior = PosteriorKind::BatchNorm;
    QCOMPARE(strategyName(floor, {}), std::string("BN-VAE 0.6"));
    floor.klSchedule = KlSchedule::Linear;
    floor.posterior = PosteriorKind::Delta;
    QCOMPARE(strategyName(floor, {}), std::string("delta-VAE 0.15 + annealing"));
    Settings hold;
    hold.klSchedule = KlSchedule::Hold;
    hold.innerUpdates = 10;
    QCOMPARE(strategyName(hold, {}), std::string("hold-then-ramp"));  // no inner updates without aggressive ones
    hold.aggressive = Aggressive::Auto;
    QCOMPARE(strategyName(hold, {}), std::string("aggressive + inner 10 + hold-then-ramp"));
    Settings pretrained;
    pretrained.pretrainEpochs = 2;
    pretrained.freeBits = 8;
    pretrained.freeBitsKind = FreeBitsKind::ExampleDimension;
    const std::string name = "pretrained + free bits 8 per example and dimension";
    std::vector<Intervention> switches;
    QCOMPARE(strategyName(pretrained, switches), name);
    switches.push_back(parseIntervention("2000:reinitialise_decoder").value());
    QCOMPARE(strategyName(pretrained, switches), name);  // its own
    switches.push_back(parseIntervention("2500:reinitialise_decoder").value());
    QCOMPARE(strategyName(pretrained, switches), name + ", live");
    pretrained.freeBitsKind = FreeBitsKind::Batch;
    QCOMPARE(strategyName(pretrained, {}), std::string("pretrained + free bits 8 per batch"));
}

void TestRunSummary::newestEvaluationAndBestOfAll() {
    EvaluationIndex index;
    const std::vector<Measurement> points{evaluation(0, -50), probe(5, 0.125), evaluation(10, -40), probe(15, 0.0625),
                                          evaluation(20, -45)};
    index.add(points);
    Position at;
    const SummaryValues values = index.valuesAt(EvaluationIndex::everything, &at);
    QCOMPARE(values.elbo, -45.0);
    QCOMPARE(values.nll, 45.0);
    QCOMPARE(values.kl, 0.5);
    QCOMPARE(values.miBatch, 0.25);
    QCOMPARE(values.miFull, 0.75);
    QCOMPARE(values.activeUnits, 1.0);
    QCOMPARE(values.lag, 0.0625);
    QCOMPARE(values.bestElbo, -40.0);
    QCOMPARE(values.bestUpdate, 10.0);
    QVERIFY((at == Position{20, 0}));
}

void TestRunSummary::cursorGoesBack() {
    EvaluationIndex index;
    const std::vector<Measurement> points{evaluation(0, -50), probe(5, 0.125), evaluation(10, -40), probe(15, 0.0625),
                                          evaluation(20, -45)};
    index.add(points);
    const SummaryValues at14 = index.valuesAt(14);
    QCOMPARE(at14.elbo, -40.0);
    QCOMPARE(at14.lag, 0.125);
    QCOMPARE(index.valuesAt(10).elbo, -40.0);
    QCOMPARE(index.valuesAt(9).elbo, -50.0);
    QCOMPARE(index.valuesAt(9).bestElbo, -50.0);
    QVERIFY(std::isnan(index.valuesAt(4).lag));
    RunState state;
    state.at.update = 22;
    QCOMPARE(summarise({}, state, index, 14).values.updates, 14.0);
    QCOMPARE(summarise({}, state, index, 500).values.updates, 22.0);
}

void TestRunSummary::orderOfArrivalDoesNotMatter() {
    EvaluationIndex index;
    for (const double update : {20.0, 0.0, 10.0}) {
        const std::vector<Measurement> points{evaluation(static_cast<std::int64_t>(update), -50 + update)};
        index.add(points);
    }
    QCOMPARE(index.valuesAt().bestElbo, -30.0);
    QCOMPARE(index.valuesAt(15).bestElbo, -40.0);
    const std::vector<Measurement> again{evaluation(20, -70)};  // trained once more from 10
    index.add(again);
    QCOMPARE(index.valuesAt().elbo, -70.0);
    QCOMPARE(index.valuesAt().bestElbo, -40.0);
    QCOMPARE(index.valuesAt().bestUpdate, 10.0);
}

void TestRunSummary::nothingMeasured() {
    const EvaluationIndex index;
    const SummaryValues values = index.valuesAt();
    QVERIFY(std::isnan(values.elbo) && std::isnan(values.lag) && std::isnan(values.bestUpdate));
}

void TestRunSummary::valuesBesideTheOldOnes() {
    EvaluationIndex index;
    Measurement point = evaluation(10, -40);
    point.refinedElbo = -39;
    point.refinedKl = 1.5;
    point.probeAccuracy = 0.75;
    point.featureCosine = 0.125;
    point.featureRank = 6;
    point.cpuSeconds = 3;
    point.iwNll = 38.5;
    index.add(std::vector<Measurement>{point, evaluation(20, -41)});
    const SummaryValues then = index.valuesAt(15);
    QVERIFY(then.refinedElbo == -39 && then.refinedKl == 1.5 && then.probeAccuracy == 0.75);
    QVERIFY(then.featureCosine == 0.125 && then.featureRank == 6 && then.cpuSeconds == 3);
    QVERIFY(then.iwNll == 38.5 && then.nll == 38.5);
    const SummaryValues now = index.valuesAt();  // the end was moved on: 10 is the end no more
    QVERIFY(std::isnan(now.iwNll) && std::isnan(now.refinedElbo) && now.nll == 41);
}

void TestRunSummary::nllSaysWhatItIs() {
    const auto summaryOf = [](int latent, double iwNll) {
        ComparedRun run;
        run.settings.latent = latent;
        run.settings.importanceSamples = 100;
        EvaluationIndex index;
        Measurement point = evaluation(10, -40);
        point.iwNll = iwNll;
        index.add(std::vector<Measurement>{point});
        return summarise(run, {}, index);
    };
    const RunSummary bound = summaryOf(8, notMeasured), weighted = summaryOf(8, 38), exact = summaryOf(0, notMeasured);
    QVERIFY(bound.nllKind == NllKind::Bound && bound.nllSamples == 0 && bound.values.nll == 40);
    QVERIFY(weighted.nllKind == NllKind::ImportanceWeighted && weighted.nllSamples == 100);
    QCOMPARE(weighted.values.nll, 38.0);
    QVERIFY(exact.nllKind == NllKind::Exact && exact.nllSamples == 0 && exact.values.nll == 40);
}

/// 3 s of the processor in 10 updates; without them 2 s of training in 16.
void TestRunSummary::timeForEachUpdate() {
    RunState state;
    state.at.update = 16;
    state.seconds = 2;
    EvaluationIndex index;
    Measurement point = evaluation(10, -40);
    index.add(std::vector<Measurement>{point});
    QCOMPARE(summarise({}, state, index).values.updateMilliseconds, 125.0);
    point.cpuSeconds = 3;
    index.add(std::vector<Measurement>{point});
    QCOMPARE(summarise({}, state, index).values.updateMilliseconds, 300.0);
    QVERIFY(std::isnan(summarise({}, {}, EvaluationIndex()).values.updateMilliseconds));
}

void TestRunSummary::notANumberIsNeverBest() {
    EvaluationIndex index;
    const std::vector<Measurement> points{evaluation(0, notMeasured), evaluation(10, -40), evaluation(20, notMeasured)};
    index.add(points);
    QVERIFY(std::isnan(index.valuesAt(5).bestElbo) && std::isnan(index.valuesAt(5).bestUpdate));
    QCOMPARE(index.valuesAt().bestElbo, -40.0);
    QCOMPARE(index.valuesAt().bestUpdate, 10.0);
}

/// mean and sd of 2, 4, 4, 5: 3.75 and sqrt(4.75 / 3), by hand.
void TestRunSummary::repeatsHaveMeanAndSampleSd() {
    const std::vector<RunSummary> runs{finishedRun("Basic seed 1", 1, 2), finishedRun("Basic seed 2", 2, 4),
                                       finishedRun("Basic seed 12", 3, 4), finishedRun("Basic seed 13", 4, 5)};
    const auto groups = groupRepeats(runs);
    QCOMPARE(groups.size(), std::size_t{1});
    QCOMPARE(groups[0].name, std::string("Basic"));
    QCOMPARE(groups[0].counted, 4);
    QCOMPARE(groups[0].finished, 4);
    QCOMPARE(groups[0].mean.elbo, 3.75);
    QCOMPARE(groups[0].sd.elbo, std::sqrt(4.75 / 3));
    QCOMPARE(groups[0].sd.kl, 0.0);
    QVERIFY(std::isnan(groups[0].mean.lag) && std::isnan(groups[0].sd.lag));
    const auto alone = groupRepeats(std::span(runs).first(1));
    QCOMPARE(alone[0].name, std::string("Basic seed 1"));
    QCOMPARE(alone[0].mean.elbo, 2.0);
    QVERIFY(std::isnan(alone[0].sd.elbo));
}

void TestRunSummary::onlyTheSeedMayDiffer() {
    std::vector<RunSummary> runs{finishedRun("a", 1, 2), finishedRun("b", 1, 4), finishedRun("c", 2, 4),
                                 finishedRun("d", 2, 4)};
    runs[1].run.settings.skip = true;
    runs[3].run.switches = {parseIntervention("5:skip=on").value()};
    runs.push_back(finishedRun("c again", 2, 4));
    const auto groups = groupRepeats(runs);
    QCOMPARE(groups.size(), std::size_t{4});
    QCOMPARE(groups[0].members, (std::vector<std::size_t>{0, 2}));
    QCOMPARE(groups[1].members, std::vector<std::size_t>{1});
    QCOMPARE(groups[2].members, std::vector<std::size_t>{3});
    QCOMPARE(groups[3].members, std::vector<std::size_t>{4});
}

void TestRunSummary::divergedOnesDoNotCount() {
    std::vector<RunSummary> runs{finishedRun("a 1", 1, 2), finishedRun("a 2", 2, 1e9)};
    runs[1].phase = RunPhase::Diverged;
    const auto groups = groupRepeats(runs);
    QCOMPARE(groups[0].members.size(), std::size_t{2});
    QCOMPARE(groups[0].counted, 1);
    QCOMPARE(groups[0].mean.elbo, 2.0);
}

QTEST_APPLESS_MAIN(TestRunSummary)
#include "tst_run_summary.moc"
