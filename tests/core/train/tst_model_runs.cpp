// SPDX-License-Identifier: GPL-3.0-or-later
// Runs of every variant of the model: checkpoints, resuming, evaluation, and what a model without latent refuses.
#include "core/diagnostics/importance_weighted_nll.h"
#include "core/export/safetensors.h"
#include "core/model/inference.h"
#include "core/report/settings_table.h"
#include "core/train/run.h"
#include "core/train/run_evaluation.h"
#include "tests/core/train/run_outcome.h"
#include "tests/support/recording_sink.h"
#include "tests/support/small_run.h"

#include <QTemporaryDir>
#include <QtTest>

#include <cmath>

using namespace collapsar;

namespace {

Settings variantSettings() {
    Settings settings = smallSettings();
    settings.optimiser = Optimiser::Adam;
    settings.learningRate = 0.02;
    settings.latent = 2;
    settings.updates = 40;
    return settings;
}

Settings languageModel() {
    Settings settings = variantSettings();
    settings.latent = 0;
    return settings;
}

Outcome train(const QTemporaryDir& folder, const Settings& settings, RunOptions options = {}) {
    options.folder = newPath(folder);
    RecordingSink sink;
    auto run = Run::create(settings, options, sink);
    if (!run.ok()) qFatal("%s", run.error().detail.c_str());
    run.value()->start();
    run.value()->wait();
    run.value().reset();
    return outcome(options.folder);
}

Outcome trainInTwoSittings(const QTemporaryDir& folder, Settings settings) {
    const int updates = settings.updates;
    settings.updates = updates / 2;  // where an evaluation is due anyway
    RunOptions options{.folder = newPath(folder)};
    {
        RecordingSink sink;
        auto run = Run::create(settings, options, sink);
        run.value()->start();
        run.value()->wait();
    }
    RecordingSink sink;
    auto run = Run::resume(options.folder, {}, sink, updates);
    if (!run.ok()) qFatal("%s", run.error().detail.c_str());
    run.value()->start();
    run.value()->wait();
    run.value().reset();
    return outcome(options.folder);
}

QString words(const Result<void>& result) {
    return result.ok() ? QString() : QString::fromStdString(result.error().detail);
}

}  // namespace
Q_DECLARE_METATYPE(Settings)

class TestModelRuns : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void variants_data();
    void goingOnEqualsOneSitting_data() { variants_data(); }
    void goingOnEqualsOneSitting();
    void modelLearns_data() { variants_data(); }
    void modelLearns();
    void checkpointKeepsTheModel_data() { variants_data(); }
    void checkpointKeepsTheModel();
    void exportNamesEveryTensor();
    void languageModelReportsExactNll();
    void languageModelIsWatched();
    void languageModelRefusesByName_data();
    void languageModelRefusesByName();
    void languageModelRefusesSwitches();
    void otherModelInACheckpointIsRefused();
};

void TestModelRuns::variants_data() {
    QTest::addColumn<Settings>("settings");
    QTest::newRow("default") << variantSettings();
    QTest::newRow("language model") << languageModel();
    Settings settings = languageModel();
    settings.decoderLayers = 2;
    settings.modelBiases = true;
    QTest::newRow("language model, 2 layers, biases") << settings;
    settings = variantSettings();
    settings.decoderStart = DecoderStart::Kim;
    settings.modelBiases = true;
    QTest::newRow("kim") << settings;
    settings = variantSettings();
    settings.encoderDirection = EncoderDirection::Both;
    settings.pooling = Pooling::Max;
    QTest::newRow("both directions") << settings;
    settings = variantSettings();
    settings.encoderLayers = 2;
    settings.decoderLayers = 3;
    settings.skip = true;
    settings.aggressive = Aggressive::On;
    settings.shards = 2;
    QTest::newRow("layers, skip, aggressive, 2 shards") << settings;
}

void TestModelRuns::goingOnEqualsOneSitting() {
    QFETCH(Settings, settings);
    const QTemporaryDir folder;
    const QString found = difference(trainInTwoSittings(folder, settings), train(folder, settings));
    QVERIFY2(found.isEmpty(), qPrintable(found));
}

void TestModelRuns::modelLearns() {
    QFETCH(Settings, settings);
    const QTemporaryDir folder;
    const Outcome result = train(folder, settings);
    QVERIFY2(result.scheduled.back().elbo > result.scheduled.front().elbo + 1,
             QByteArray::number(result.scheduled.back().elbo - result.scheduled.front().elbo));
    for (const Measurement& point : result.scheduled)
        QVERIFY(std::isfinite(point.elbo) && std::isfinite(point.kl));
}

void TestModelRuns::checkpointKeepsTheModel() {
    QFETCH(Settings, settings);
    const QTemporaryDir folder;
    const TrainingState state = train(folder, settings).state;
    QVERIFY(state.weights.shape == shapeOf(settings, state.weights.shape.vocabulary));
    const Result<TrainingState> again = decodeCheckpoint(encodeCheckpoint(state), "memory");
    QVERIFY(again.ok());
    QVERIFY(again.value().weights.shape == state.weights.shape);
    const QString found = difference(again.value(), state);
    QVERIFY2(found.isEmpty(), qPrintable(found));
    TrainingState broken = state;
    broken.settings.decoderLayers = settings.decoderLayers + 1;
    QVERIFY(!decodeCheckpoint(encodeCheckpoint(broken), "memory").ok());
}

void TestModelRuns::exportNamesEveryTensor() {
    Settings settings = variantSettings();
    settings.encoderDirection = EncoderDirection::Both;
    settings.encoderLayers = settings.decoderLayers = 2;
    settings.decoderStart = DecoderStart::Kim;
    settings.modelBiases = true;
    WeightsOrigin origin;
    origin.settings = settings;
    const std::string header = safetensorsHeader(origin, initialParameters(shapeOf(settings, 10), settings));
    for (const char* expected :
         {"\"encoder.lstm.weight_ih_l1_reverse\":{\"dtype\":\"F32\",\"shape\":[32,16]",
          "\"encoder.linear.bias\":{\"dtype\":\"F32\",\"shape\":[4]",
          "\"encoder.linear.weight\":{\"dtype\":\"F32\",\"shape\":[4,16]",
          "\"decoder.latent_to_hidden.bias\":{\"dtype\":\"F32\",\"shape\":[8]",
          "\"decoder.output.bias\":{\"dtype\":\"F32\",\"shape\":[10]",
          "\"decoder.lstm.skip_l1.weight\":{\"dtype\":\"F32\",\"shape\":[32,2]", "h0 = latent_to_hidden.weight z"}) {
        QVERIFY2(header.find(expected) != std::string::npos, expected);
    }
    const std::string lm = safetensorsHeader(origin, initialParameters(shapeOf(languageModel(), 10), languageModel()));
    QVERIFY(lm.find("\"encoder.") == std::string::npos && lm.find("latent_to") == std::string::npos);
    QVERIFY(lm.find("\"decoder.embedding.weight\"") != std::string::npos);
}

/// Without latent there is no KL, no active unit and nothing to measure information of; the NLL is exact, however it is
/// asked for.
void TestModelRuns::languageModelReportsExactNll() {
    const QTemporaryDir folder;
    RunOptions options{.folder = newPath(folder)};
    {
        RecordingSink sink;
        auto run = Run::create(languageModel(), options, sink);
        run.value()->start();
        run.value()->wait();
    }
    const Outcome result = outcome(options.folder);
    const Measurement& last = result.scheduled.back();
    QCOMPARE(last.kl, 0.0);
    QVERIFY(std::isnan(last.miBatch) && std::isnan(last.miFull));
    QCOMPARE(last.activeUnits, 0.0);
    QCOMPARE(last.elbo, -last.reconstruction);
    QVERIFY(std::isnan(last.approxMeanSd) && std::isnan(last.trueMeanSd) && std::isnan(last.lag));

    const auto one = evaluateRun({.folder = options.folder, .split = "test", .importanceSamples = 7});
    QVERIFY(one.ok());
    QVERIFY(std::abs(one.value().iwNll - one.value().values.reconstruction) < 1e-5);
    QVERIFY(std::abs(one.value().iwPpl - one.value().values.ppl) < 1e-5);
    QVERIFY(result.state.weights.encoder.empty());
}

void TestModelRuns::languageModelIsWatched() {
    const QTemporaryDir folder;
    const Outcome watched = train(folder, languageModel(), {.pace = Pace::Watch, .probes = true});
    const Outcome alone = train(folder, languageModel(), {.probes = false});
    const QString found = difference(watched, alone);
    QVERIFY2(found.isEmpty(), qPrintable(found));
    QVERIFY(!watched.probes.empty());
    for (const Measurement& probe : watched.probes)
        QVERIFY(std::isfinite(probe.elbo) && std::isnan(probe.lag));
}

void TestModelRuns::languageModelRefusesByName_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::newRow("aggressive") << "aggressive"
                                << "auto";
    QTest::newRow("pooling") << "pooling"
                             << "max";
    QTest::newRow("skip") << "skip"
                          << "on";
    QTest::newRow("freeze_decoder") << "freeze_decoder"
                                    << "on";
}

void TestModelRuns::languageModelRefusesByName() {
    QFETCH(QString, name);
    QFETCH(QString, value);
    Settings settings = languageModel();
    QVERIFY(validate(settings).empty());
    QVERIFY(setSetting(settings, name.toStdString(), value.toStdString()).ok());
    const auto problems = validate(settings);
    QCOMPARE(problems.size(), std::size_t{1});
    QCOMPARE(QString::fromStdString(problems[0].name), name);
    QVERIFY(problems[0].detail.find("latent 0") != std::string::npos);
    settings.latent = 1;
    QVERIFY(validate(settings).empty());
}

void TestModelRuns::languageModelRefusesSwitches() {
    const QTemporaryDir folder;
    RecordingSink sink;
    RunOptions options{.folder = newPath(folder)};
    options.interventions = {{.at = {5, 0}, .field = "skip", .newValue = "on"}};
    const auto planned = Run::create(languageModel(), options, sink);
    QVERIFY(!planned.ok() && planned.error().detail.find("skip") != std::string::npos);
    options.interventions.clear();
    auto run = Run::create(languageModel(), options, sink);
    QVERIFY(run.ok());
    for (const auto& [field, value] : {std::pair("aggressive", "on"), std::pair("pooling", "max")}) {
        const QString refusal = words(run.value()->intervene({.field = field, .newValue = value}));
        QVERIFY2(refusal.contains(field) && refusal.contains("latent 0"), qPrintable(refusal));
    }
    QVERIFY(run.value()->intervene({.field = "learning_rate", .newValue = "0.5"}).ok());
    QVERIFY(run.value()->intervene({.field = "pooling", .newValue = "last"}).ok());
    run.value()->stop();
    run.value()->wait();
}

void TestModelRuns::otherModelInACheckpointIsRefused() {
    const QTemporaryDir folder;
    TrainingState state = train(folder, languageModel()).state;
    state.weights.shape.latent = -1;
    QVERIFY(!decodeCheckpoint(encodeCheckpoint(state), "memory").ok());
    state.weights.shape.latent = 1;
    QVERIFY(!decodeCheckpoint(encodeCheckpoint(state), "memory").ok());
}

QTEST_GUILESS_MAIN(TestModelRuns)
#include "tst_model_runs.moc"
