// SPDX-License-Identifier: GPL-3.0-or-later
/// Whole runs of BN-VAE and delta-VAE: exact to the bit whatever stops, watches, forks or remakes them, together with
/// everything else that a run can do; running statistics are part of what is kept.
#include "core/export/safetensors.h"
#include "core/report/settings_table.h"
#include "core/train/replay.h"
#include "tests/core/train/forked_run.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <fstream>

using namespace collapsar;

Q_DECLARE_METATYPE(collapsar::Settings)

namespace {

Settings plainSettings(PosteriorKind posterior) {
    Settings settings = smallSettings();
    settings.posterior = posterior;
    settings.latent = 2;
    return settings;
}

/// Pretraining, annealing, free bits, word dropout, SA-VAE, aggressive updates and cuts of the rate at once.
Settings everything(PosteriorKind posterior) {
    Settings settings = plainSettings(posterior);
    settings.updates = 40;
    settings.optimiser = Optimiser::Adam;
    settings.learningRate = 0.01;
    settings.pretrainEpochs = 1;
    settings.klSchedule = KlSchedule::Linear;
    settings.klWarmup = 2;
    settings.freeBits = 0.1;
    settings.wordDropout = 0.2;
    settings.sviSteps = 2;
    settings.aggressive = Aggressive::On;
    settings.innerWindow = 2;
    settings.innerLimit = 6;
    settings.skip = true;
    settings.decayPatience = 1;
    return settings;
}

Settings withShards(Settings settings) {
    settings.shards = 2;
    return settings;
}

std::filesystem::path trainedWithCheckpoints(const QTemporaryDir& folder, const Settings& settings) {
    return trained(folder, settings, {.keyframeSeconds = 0, .checkpointBytes = std::uint64_t{4} << 30});
}

Outcome resumeAt(const QTemporaryDir& folder, const std::filesystem::path& whole, const Position& at) {
    const auto copy = newPath(folder);
    std::filesystem::copy(whole, copy, std::filesystem::copy_options::recursive);
    RecordingSink sink;
    finish(Run::resume(copy, {.probes = false}, sink, 0, checkpointName(at)));
    return outcome(copy);
}

TrainingState stateAt(const std::filesystem::path& run, const Position& at) {
    return readCheckpoint(run / "checkpoints" / checkpointName(at)).value();
}

std::vector<float> blockOf(const Parameters& weights, const ParameterBlock& block) {
    const auto first = weights.encoder.begin() + block.offset;
    return {first, first + block.size()};
}

BatchNormBlocks normOf(const Parameters& weights) {
    return encoderLayout(weights.shape).batchNorm;
}

void write(const std::filesystem::path& path, const std::vector<int>& lengths) {
    std::ofstream file(path);
    for (std::size_t i = 0; i < lengths.size(); ++i) {
        for (int word = 0; word < lengths[i]; ++word)
            file << "w" << (i * 5 + static_cast<std::size_t>(word * word)) % 23 << ' ';
        file << '\n';
    }
}

/// Batches of eight by length; the lengths decide which sentence is left alone.
Settings textSettings(const QTemporaryDir& folder, const std::vector<int>& lengths) {
    const std::filesystem::path base(folder.path().toStdString());
    write(base / "train.txt", lengths);
    write(base / "valid.txt", {4, 4, 4, 5, 5});
    Settings settings = plainSettings(PosteriorKind::BatchNorm);
    settings.data = (base / "train.txt").string();
    settings.validation = settings.test = (base / "valid.txt").string();
    return settings;
}

}  // namespace

class TestConstrainedRun : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void resumedInMidCourse_data() { kinds(); }
    void resumedInMidCourse();
    void historyCanBeMadeAgain_data() { kinds(); }
    void historyCanBeMadeAgain();
    void aForkIsTheRunWithThatSwitch_data() { kinds(); }
    void aForkIsTheRunWithThatSwitch();
    void watchingChangesNothing_data() { kinds(); }
    void watchingChangesNothing();
    void theFloorHolds();
    void frozenEncodersStayToTheLastStatistic();
    void aNewDecoderSetsTheBiasBack();
    void theBestWeightsBringTheirStatistics();
    void weightFilesHaveTheStatistics();
    void batchesOfOneArePassedOver();
    void aTextOfSuchBatchesAloneComesToItsEnd();
    void gaussianRunsKnowNothingOfIt();

private:
    static void kinds();
};

void TestConstrainedRun::kinds() {
    QTest::addColumn<Settings>("settings");
    for (const PosteriorKind kind : {PosteriorKind::BatchNorm, PosteriorKind::Delta}) {
        const char* name = kind == PosteriorKind::BatchNorm ? "BN-VAE" : "delta-VAE";
        QTest::addRow("%s", name) << plainSettings(kind);
        QTest::addRow("%s, two shards", name) << withShards(plainSettings(kind));
        QTest::addRow("%s with everything", name) << everything(kind);
    }
}

void TestConstrainedRun::resumedInMidCourse() {
    QFETCH(Settings, settings);
    const QTemporaryDir folder;
    const auto whole = trainedWithCheckpoints(folder, settings);
    const int inner = settings.aggressive == Aggressive::On ? 2 : 0;
    for (const Position& at : {Position{7, 0}, Position{13, inner}, Position{25, inner}}) {
        QVERIFY2(std::filesystem::exists(whole / "checkpoints" / checkpointName(at)), "no checkpoint there");
        const QString found = difference(outcome(whole), resumeAt(folder, whole, at));
        QVERIFY2(found.isEmpty(), qPrintable(found));
    }
}

/// From the start of the journal, without checkpoints.
void TestConstrainedRun::historyCanBeMadeAgain() {
    QFETCH(Settings, settings);
    const QTemporaryDir folder;
    const auto whole = trainedWithCheckpoints(folder, settings),
               bare = trained(folder, settings, {.writeCheckpoints = false});
    const int inner = settings.aggressive == Aggressive::On ? 1 : 0;
    for (const Position& at : {Position{11, 0}, Position{26, inner}}) {
        const auto again = weightsAt(bare, at);
        QVERIFY(again.ok());
        const Parameters then = stateAt(whole, at).weights;
        QVERIFY(again.value().weights.encoder == then.encoder && again.value().weights.decoder == then.decoder);
        QVERIFY(again.value().weights.shape == then.shape);
    }
}

void TestConstrainedRun::aForkIsTheRunWithThatSwitch() {
    QFETCH(Settings, settings);
    const QTemporaryDir folder;
    const Position place{15, 0};
    const Texts changes{"pooling=max", "freeze_decoder=on"};
    const auto parent = trainedWithCheckpoints(folder, settings);
    compareFork(folder, parent, settings, {}, place, changes);
}

void TestConstrainedRun::watchingChangesNothing() {
    QFETCH(Settings, settings);
    const QTemporaryDir folder;
    settings.updates = 16;
    const Outcome alone = outcome(trained(folder, settings, {}));
    for (const Pace pace : {Pace::Watch, Pace::FullSpeed}) {
        RunOptions options{.folder = newPath(folder), .pace = pace};
        RecordingSink sink;
        finish(Run::create(settings, options, sink));
        const QString found = difference(alone, outcome(options.folder));
        QVERIFY2(found.isEmpty(), qPrintable(found));
    }
}

void TestConstrainedRun::theFloorHolds() {
    const QTemporaryDir folder;
    Settings settings = plainSettings(PosteriorKind::Delta);
    settings.deltaKl = 0.3;
    settings.evaluateEvery = 1;
    for (const Measurement& point : outcome(trained(folder, settings, {})).scheduled)
        QVERIFY2(point.kl > 2 * 0.3 - 1e-5, qPrintable(QString::number(point.kl)));
    settings = plainSettings(PosteriorKind::BatchNorm);
    settings.initScale = settings.embeddingInitScale = 1;  // means of the encoder that spread by more than 0.01
    settings.learningRate = 0.1;
    RecordingSink sink;
    finish(Run::create(settings, {.probes = false}, sink));
    const std::vector<Measurement> points = sink.points(MeasurementKind::Training);
    for (const Measurement& point : points)  // of the batch's own statistics
        QVERIFY2(point.trainKl > 2 * 0.6 * 0.6 / 2 * 0.98, qPrintable(QString::number(point.trainKl)));
}

void TestConstrainedRun::frozenEncodersStayToTheLastStatistic() {
    const QTemporaryDir folder;
    const Settings settings = plainSettings(PosteriorKind::BatchNorm);
    const Texts frozen{"freeze_encoder=on"};
    const auto run = trained(
        folder, settings,
        {.interventions = at({10, 0}, frozen), .keyframeSeconds = 0, .checkpointBytes = std::uint64_t{4} << 30});
    const Parameters then = stateAt(run, {10, 0}).weights, last = outcome(run).state.weights;
    QVERIFY(last.encoder == then.encoder);
    QVERIFY(last.decoder != then.decoder);
}

void TestConstrainedRun::aNewDecoderSetsTheBiasBack() {
    const QTemporaryDir folder;
    Settings settings = plainSettings(PosteriorKind::BatchNorm);
    settings.optimiser = Optimiser::Adam;
    settings.learningRate = 0.01;
    const auto run = trained(folder, settings,
                             {.interventions = at({10, 0}, {"reinitialise_decoder", "freeze_encoder=on"}),
                              .keyframeSeconds = 0,
                              .checkpointBytes = std::uint64_t{4} << 30});
    const TrainingState then = stateAt(run, {10, 0}), last = outcome(run).state;
    const BatchNormBlocks norm = normOf(last.weights);
    QVERIFY(blockOf(then.weights, norm.bias) != std::vector<float>(2, 0.0F));
    QVERIFY(blockOf(last.weights, norm.bias) == std::vector<float>(2, 0.0F));
    QVERIFY(blockOf(last.weights, norm.runningMean) == blockOf(then.weights, norm.runningMean));
    QVERIFY(blockOf(last.weights, norm.runningVariance) == blockOf(then.weights, norm.runningVariance));
    for (std::int64_t d = norm.bias.offset; d < norm.bias.offset + 2; ++d) {
        QVERIFY(then.encoderOptimiser.firstMoment[static_cast<std::size_t>(d)] != 0);
        QCOMPARE(last.encoderOptimiser.firstMoment[static_cast<std::size_t>(d)], 0.0F);
        QCOMPARE(last.encoderOptimiser.secondMoment[static_cast<std::size_t>(d)], 0.0F);
    }
}

/// At a cut of the learning rate the whole model goes back to its best.
void TestConstrainedRun::theBestWeightsBringTheirStatistics() {
    const QTemporaryDir folder;
    Settings settings = plainSettings(PosteriorKind::BatchNorm);
    settings.decayPatience = 1;
    settings.learningRate = 4;
    settings.updates = 120;
    RecordingSink sink;
    RunOptions options{
        .folder = newPath(folder), .probes = false, .keyframeSeconds = 0, .checkpointBytes = std::uint64_t{4} << 30};
    finish(Run::create(settings, options, sink));
    int cuts = 0;
    for (const Event& event : sink.events()) {
        if (event.kind != EventKind::LearningRateCut) continue;
        ++cuts;
        const TrainingState state = stateAt(options.folder, event.at);
        QVERIFY(state.weights.encoder == state.best.encoder);
        QVERIFY(blockOf(state.best, normOf(state.best).runningMean) != std::vector<float>(2, 0.0F));
    }
    QVERIFY2(cuts > 0, "no cut: nothing was shown");
}

void TestConstrainedRun::weightFilesHaveTheStatistics() {
    const Settings settings = plainSettings(PosteriorKind::BatchNorm);
    const Parameters weights = initialParameters(shapeOf(settings, 10), settings);
    WeightsOrigin origin;
    origin.settings = settings;
    const QString header = QString::fromStdString(safetensorsHeader(origin, weights));
    for (const char* name : {"bias", "weight", "running_mean", "running_var"})
        QVERIFY2(header.contains(QString("\"encoder.batch_norm.%1\":{\"dtype\":\"F32\",\"shape\":[2]").arg(name)),
                 name);
    QVERIFY(header.contains("nn.BatchNorm1d"));
    const Settings delta = plainSettings(PosteriorKind::Delta);
    const Parameters other = initialParameters(shapeOf(delta, 10), delta);
    const QString deltaHeader = QString::fromStdString(safetensorsHeader(origin, other));
    QVERIFY(deltaHeader.contains("delta = 0.15") && !deltaHeader.contains("encoder.batch_norm"));
    const auto fixed = blockOf(weights, normOf(weights).weight);
    QVERIFY(fixed == std::vector<float>(2, 0.6F));
    QVERIFY(blockOf(weights, normOf(weights).runningVariance) == std::vector<float>(2, 1.0F));
}

/// 17 sentences of one length are batches of 8, 8 and 1: of each epoch's updates one changes nothing and measures
/// nothing. A run that goes on within such an epoch is the same.
void TestConstrainedRun::batchesOfOneArePassedOver() {
    const QTemporaryDir folder;
    Settings settings = textSettings(folder, std::vector<int>(17, 4));
    settings.updates = 12;
    settings.aggressive = Aggressive::On;
    settings.innerUpdates = 4;
    const auto run = trainedWithCheckpoints(folder, settings);
    const auto contents = readRunFolder(run).value();
    int skipped = 0;
    for (const Measurement& point : contents.journal.measurements) {
        if (point.kind != MeasurementKind::Training || !std::isnan(point.trainElbo)) continue;
        ++skipped;
        const Position before{point.at.update - 1, 4};
        QVERIFY(stateAt(run, before).weights.decoder == stateAt(run, {point.at.update, 0}).weights.decoder);
        QCOMPARE(point.innerUpdates, 4.0);
    }
    QCOMPARE(skipped, 4);
    const TrainingState last = outcome(run).state;
    QVERIFY2(last.encoderUpdates > 12 && last.encoderUpdates < 48, "inner updates on one sentence are none");
    for (const Position& at : {Position{4, 0}, Position{5, 2}, Position{6, 3}}) {
        const QString found = difference(outcome(run), resumeAt(folder, run, at));
        QVERIFY2(found.isEmpty(), qPrintable(found));
    }
}

void TestConstrainedRun::aTextOfSuchBatchesAloneComesToItsEnd() {
    const QTemporaryDir folder;
    Settings settings = textSettings(folder, {2, 3, 4, 5, 6, 7});
    settings.updates = 8;
    settings.aggressive = Aggressive::Auto;
    const Outcome end = outcome(trained(folder, settings, {}));
    QCOMPARE(end.state.at.update, std::int64_t{8});
    QCOMPARE(end.state.encoderUpdates, std::int64_t{0});
    QVERIFY(end.state.weights.encoder == initialParameters(end.state.weights.shape, settings).encoder);
}

void TestConstrainedRun::gaussianRunsKnowNothingOfIt() {
    const QTemporaryDir folder;
    Settings settings = smallSettings();
    const Outcome plain = outcome(trained(folder, settings, {}));
    settings.batchNormGamma = 0.2;
    settings.deltaKl = 2;
    Outcome other = outcome(trained(folder, settings, {}));
    other.state.settings = plain.state.settings;
    const QString found = difference(plain, other);
    QVERIFY2(found.isEmpty(), qPrintable(found));
    const EncoderLayout layout = encoderLayout(plain.state.weights.shape);
    QCOMPARE(layout.size, layout.trainedSize);
    settings.posterior = PosteriorKind::Delta;
    QVERIFY(outcome(trained(folder, settings, {})).state.weights.encoder != plain.state.weights.encoder);
}

QTEST_GUILESS_MAIN(TestConstrainedRun)
#include "tst_constrained_run.moc"
