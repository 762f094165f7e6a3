// SPDX-License-Identifier: GPL-3.0-or-later
/// Whole runs that refine their posteriors: exact to the bit whatever stops, watches or races them; evaluations say
/// what refinement gains.
#include "core/train/race.h"
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

/// SA-VAE in the middle of everything: annealing, skip, aggressive inner updates, dropout.
Settings refiningSettings() {
    Settings settings = smallSettings();
    settings.updates = 24;
    settings.sviSteps = 3;
    settings.latent = 2;
    settings.skip = true;
    settings.klSchedule = KlSchedule::Linear;
    settings.klWarmup = 3;
    settings.aggressive = Aggressive::Auto;
    settings.innerWindow = 2;
    settings.innerLimit = 6;
    settings.optimiser = Optimiser::Adam;
    settings.learningRate = 0.01;
    settings.decayPatience = 1;
    return settings;
}

std::filesystem::path train(const QTemporaryDir& folder, const Settings& settings, RunOptions options = {}) {
    options.folder = newPath(folder);
    RecordingSink sink;
    auto run = Run::create(settings, options, sink);
    run.value()->start();
    run.value()->wait();
    run.value().reset();
    return options.folder;
}

}  // namespace

class TestSemiAmortisedRun : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void resumesExactly();
    void racingAndWatchingChangeNothing();
    void evaluationsSayWhatRefinementGains();
    void withoutRefinementNothingIsSaidOfIt();
};

void TestSemiAmortisedRun::resumesExactly() {
    const QTemporaryDir folder;
    const Settings settings = refiningSettings();
    const Outcome whole = outcome(train(folder, settings));
    RunOptions options{.folder = newPath(folder), .keyframeSeconds = 0};
    std::string name;
    {
        RecordingSink sink;
        auto run = Run::create(settings, options, sink);
        run.value()->start();
        (void)sink.waitFor([&](const RecordingSink& all) {
            for (const Event& event : all.events()) {
                if (event.kind != EventKind::Checkpoint || event.at.update < 2 || event.at.inner < 2) continue;
                name = event.text;
                return true;
            }
            return false;
        });
    }
    QVERIFY(!name.empty());
    RecordingSink sink;
    auto run = Run::resume(options.folder, {}, sink, 0, name);
    run.value()->start();
    run.value()->wait();
    run.value().reset();
    const QString found = difference(whole, outcome(options.folder));
    QVERIFY2(found.isEmpty(), qPrintable(found));
}

void TestSemiAmortisedRun::racingAndWatchingChangeNothing() {
    const QTemporaryDir folder;
    Settings settings = refiningSettings();
    settings.updates = 12;
    const Outcome alone = outcome(train(folder, settings, {.probes = false}));
    QString found = difference(alone, outcome(train(folder, settings, {.pace = Pace::Watch})));
    QVERIFY2(found.isEmpty(), qPrintable(found));
    // In a race evaluations have one thread instead of two.
    found = difference(alone, outcome(train(folder, settings, {.race = std::make_shared<Race>()})));
    QVERIFY2(found.isEmpty(), qPrintable(found));
}

void TestSemiAmortisedRun::evaluationsSayWhatRefinementGains() {
    const QTemporaryDir folder;
    Settings settings = smallSettings();
    settings.sviSteps = 10;
    settings.latent = 2;
    settings.initScale = 0.5;
    const auto path = train(folder, settings);
    const Outcome all = outcome(path);
    QVERIFY(all.scheduled.size() >= 3);
    for (const Measurement& point : all.scheduled) {
        QVERIFY(std::isfinite(point.refinedElbo) && point.refinedKl >= 0);
        QVERIFY(point.refinedElbo != point.elbo);
    }
    const Result<RunEvaluation> again = evaluateRun({.folder = path, .split = "validation"});
    QVERIFY(again.ok());
    QCOMPARE(again.value().values.refinedElbo, all.scheduled.back().refinedElbo);
    QCOMPARE(again.value().values.refinedKl, all.scheduled.back().refinedKl);
}

void TestSemiAmortisedRun::withoutRefinementNothingIsSaidOfIt() {
    const QTemporaryDir folder;
    for (const Measurement& point : outcome(train(folder, smallSettings())).scheduled)
        QVERIFY(std::isnan(point.refinedElbo) && std::isnan(point.refinedKl));
}

QTEST_APPLESS_MAIN(TestSemiAmortisedRun)
#include "tst_semi_amortised_run.moc"
