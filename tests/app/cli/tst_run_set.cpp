// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/folder_lock.h"
#include "app/cli/fork_plan.h"
#include "app/cli/run_set.h"

#include <QtTest/QtTest>

#include <fstream>

using namespace collapsar;
namespace fs = std::filesystem;

namespace {

QString text(const std::string& words) {
    return QString::fromStdString(words);
}

RaceOptions raceOptions() {
    RaceOptions options;
    options.experiments = {"he-fig2"};
    options.out = "race";
    return options;
}

SweepOptions sweepOptions() {
    SweepOptions options;
    options.experiments = {"he-fig2"};
    options.runs = {"Basic"};
    options.out = "sweep";
    return options;
}

/// The error of planning, or nothing.
template <class Planned>
QString problemOf(const Result<Planned>& planned) {
    return planned ? QString() : text(planned.error().detail);
}

/// Trains a planned run to its end.
void trainToEnd(const PlannedRun& planned, RunStand stand) {
    struct Nobody : RunSink {
        void stateChanged(const RunState&) override {}
        void measured(const std::vector<Measurement>&) override {}
        void snapshotTaken(SnapshotPointer) override {}
        void happened(const Event&) override {}
        void probesKnown(ProbeTexts) override {}
    } sink;
    RunOptions options;
    options.probes = false;
    auto run = openPlanned(planned, stand, options, sink);
    QVERIFY2(run, run ? "" : run.error().detail.c_str());
    run.value()->start();
    run.value()->wait();
}

PlannedRun tinyRun(const char* folder, int updates) {
    PlannedRun planned;
    planned.run.name = "Tiny";
    planned.folder = folder;
    Settings& settings = planned.run.settings;
    settings.syntheticTraining = settings.syntheticValidation = settings.syntheticTest = 32;
    settings.probeExamples = 8;
    settings.evaluateEvery = 1;
    settings.updates = updates;
    return planned;
}

}  // namespace

class TestRunSet : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void raceOfAPreset();
    void raceOfVariants();
    void raceOverridesGoForAll();
    void wrongRaces_data();
    void wrongRaces();
    void sweepIsPresetsTimesSeeds();
    void sweepRepeatsFromThePresetsSeed();
    void wrongSweeps_data();
    void wrongSweeps();
    void standTellsWhatIsThere();
    void remnantOfAKillIsMadeAnew();
    void withoutACheckpointItIsMadeAnew();
    void foreignFoldersAreRefused();
    void oneProgramAFolder();
    void forkPlans();
    void wrongForks_data();
    void wrongForks();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestRunSet::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir::setCurrent(m_folder->path()));
}

void TestRunSet::raceOfAPreset() {
    const auto planned = planRace(raceOptions());
    QVERIFY2(planned, qPrintable(problemOf(planned)));
    QCOMPARE(planned.value().size(), std::size_t{2});
    QCOMPARE(planned.value()[0].run.name, std::string("Basic"));
    QCOMPARE(planned.value()[0].folder, fs::path("race/he-fig2-basic.run"));
    QVERIFY(planned.value()[1].run.settings.aggressive == Aggressive::Auto);
}

void TestRunSet::raceOfVariants() {
    RaceOptions options = raceOptions();
    options.runs = {"Basic"};
    options.variants = {"Max pool:pooling=max,skip=on", "kl_weight=0.5"};
    const auto planned = planRace(options);
    QVERIFY2(planned, qPrintable(problemOf(planned)));
    QCOMPARE(planned.value().size(), std::size_t{3});
    const PlannedRun& max = planned.value()[1];
    QCOMPARE(max.run.name, std::string("Max pool"));
    QCOMPARE(max.folder, fs::path("race/max-pool.run"));
    QVERIFY(max.run.settings.pooling == Pooling::Max && max.run.settings.skip);
    QCOMPARE(max.run.settings.updates, planned.value()[0].run.settings.updates);
    QCOMPARE(planned.value()[2].run.name, std::string("kl_weight=0.5"));
    QCOMPARE(planned.value()[2].run.settings.klWeight, 0.5);
}

void TestRunSet::raceOverridesGoForAll() {
    RaceOptions options = raceOptions();
    options.set = {"latent=2"};
    options.updates = "30";
    options.seed = "9";
    for (const PlannedRun& run : planRace(options).value()) {
        QCOMPARE(run.run.settings.latent, 2);
        QCOMPARE(run.run.settings.updates, 30);
        QCOMPARE(run.run.settings.seed, std::uint64_t{9});
    }
}

void TestRunSet::wrongRaces_data() {
    QTest::addColumn<QString>("field");
    QTest::addColumn<QStringList>("values");
    QTest::addColumn<QString>("word");
    QTest::newRow("one run") << "runs" << QStringList{"Basic"} << "--variant";
    QTest::newRow("unknown run") << "runs" << QStringList{"Basic", "Besic"} << "\"Aggressive\"";
    QTest::newRow("unknown preset") << "experiments" << QStringList{"he-fig22"} << "he-fig2";
    QTest::newRow("unknown setting") << "variants" << QStringList{"x:poling=max"} << "Did you mean \"pooling\"?";
    QTest::newRow("no assignment") << "variants" << QStringList{"x:pooling"} << "KEY=VALUE";
    QTest::newRow("another batch") << "variants" << QStringList{"batch=8"} << "batch";
    QTest::newRow("another seed") << "variants" << QStringList{"seed=8"} << "seed";
    QTest::newRow("too many") << "variants" << QStringList{"skip=on", "skip=on", "skip=on", "skip=on", "skip=on"}
                              << "6";
    QTest::newRow("no such value") << "set" << QStringList{"pooling=middle"} << "absmax";
}

void TestRunSet::wrongRaces() {
    QFETCH(QString, field);
    QFETCH(QStringList, values);
    QFETCH(QString, word);
    RaceOptions options = raceOptions();
    std::vector<std::string> given;
    for (const QString& value : values)
        given.push_back(value.toStdString());
    if (field == "runs") options.runs = given;
    if (field == "experiments") options.experiments = given;
    if (field == "variants") options.variants = given;
    if (field == "set") options.set = given;
    const QString problem = problemOf(planRace(options));
    QVERIFY2(problem.contains(word), qPrintable(problem + " lacks " + word));
}

void TestRunSet::sweepIsPresetsTimesSeeds() {
    SweepOptions options = sweepOptions();
    options.experiments = {"he-fig2", "annealing"};
    options.runs = {};
    options.seeds = "5,18446744073709551615";
    options.set = {"latent=2"};
    const auto planned = planSweep(options);
    QVERIFY2(planned, qPrintable(problemOf(planned)));
    QCOMPARE(planned.value().size(), std::size_t{8});
    QCOMPARE(planned.value()[0].run.name, std::string("he-fig2: Basic, seed 5"));
    QCOMPARE(planned.value()[0].folder, fs::path("sweep/he-fig2-basic-seed5.run"));
    QCOMPARE(planned.value()[7].folder, fs::path("sweep/annealing-annealed-seed18446744073709551615.run"));
    QCOMPARE(planned.value()[7].run.settings.seed, std::uint64_t{18446744073709551615U});
    QCOMPARE(planned.value()[7].run.settings.latent, 2);
}

void TestRunSet::sweepRepeatsFromThePresetsSeed() {
    SweepOptions options = sweepOptions();
    QCOMPARE(planSweep(options).value().size(), std::size_t{1});
    options.repeat = 3;
    const auto planned = planSweep(options);
    QCOMPARE(planned.value().size(), std::size_t{3});
    QCOMPARE(planned.value()[0].run.settings.seed, Settings().seed);
    QCOMPARE(planned.value()[2].run.settings.seed, Settings().seed + 2);
}

void TestRunSet::wrongSweeps_data() {
    QTest::addColumn<QString>("seeds");
    QTest::addColumn<QString>("word");
    QTest::newRow("a word") << "1,two"
                            << "1,2,3";
    QTest::newRow("an empty one") << "1,,2"
                                  << "1,2,3";
    QTest::newRow("negative") << "-1"
                              << "1,2,3";
    QTest::newRow("twice") << "1,2,1"
                           << "twice";
}

void TestRunSet::wrongSweeps() {
    QFETCH(QString, seeds);
    QFETCH(QString, word);
    SweepOptions options = sweepOptions();
    options.seeds = seeds.toStdString();
    QVERIFY(problemOf(planSweep(options)).contains(word));
}

void TestRunSet::standTellsWhatIsThere() {
    const PlannedRun planned = tinyRun("tiny.run", 2);
    QVERIFY(standOf(planned).value() == RunStand::Absent);
    trainToEnd(planned, RunStand::Absent);
    QVERIFY(standOf(planned).value() == RunStand::Ended);
    PlannedRun longer = tinyRun("tiny.run", 4);
    QVERIFY(standOf(longer).value() == RunStand::Begun);
    trainToEnd(longer, RunStand::Begun);
    QVERIFY(standOf(longer).value() == RunStand::Ended);
    QCOMPARE(readRun("tiny.run").value().state.at.update, std::int64_t{4});
    QVERIFY(problemOf(standOf(planned)).contains("more than wanted"));
    longer.run.settings.batch = 8;
    longer.run.settings.skip = true;
    QVERIFY(problemOf(standOf(longer)).contains("skip off instead of on"));
    QVERIFY(problemOf(standOf(longer)).contains("batch 16 instead of 8"));
}

void TestRunSet::remnantOfAKillIsMadeAnew() {
    const PlannedRun planned = tinyRun("tiny.run", 1);
    fs::create_directories("tiny.run/checkpoints");
    std::ofstream("tiny.run/lock");
    std::ofstream("tiny.run/journal.bin") << "COLL";
    std::ofstream("tiny.run/.settings.json.12.tmp~") << "{";
    QVERIFY(standOf(planned).value() == RunStand::Absent);
    trainToEnd(planned, RunStand::Absent);
    QVERIFY(standOf(planned).value() == RunStand::Ended);
}

void TestRunSet::withoutACheckpointItIsMadeAnew() {
    trainToEnd(tinyRun("tiny.run", 1), RunStand::Absent);
    fs::remove_all("tiny.run/checkpoints");
    const PlannedRun longer = tinyRun("tiny.run", 2);
    QVERIFY(standOf(longer).value() == RunStand::Absent);
    trainToEnd(longer, RunStand::Absent);
    QCOMPARE(readRun("tiny.run").value().state.at.update, std::int64_t{2});
}

void TestRunSet::foreignFoldersAreRefused() {
    const PlannedRun planned = tinyRun("tiny.run", 1);
    fs::create_directories("tiny.run");
    std::ofstream("tiny.run/thesis.txt") << "years of work";
    QVERIFY(!standOf(planned).ok());
    QVERIFY(fs::exists("tiny.run/thesis.txt"));
}

void TestRunSet::oneProgramAFolder() {
    {
        const auto first = FolderLock::take("a/b");
        QVERIFY(first.ok());
        const auto second = FolderLock::take("a/b");
        QVERIFY(!second.ok());
        QVERIFY(second.error().code == ErrorCode::RunBusy);
        QVERIFY(text(second.error().detail).contains("another folder"));
    }
    QVERIFY(FolderLock::take("a/b").ok());
    std::ofstream("file") << "x";
    QVERIFY(FolderLock::take("file").error().code == ErrorCode::FileUnwritable);
}

void TestRunSet::forkPlans() {
    trainToEnd(tinyRun("tiny.run", 3), RunStand::Absent);
    ForkOptions options;
    options.parent = "tiny.run/";
    options.at = "2";
    options.set = {"skip=on", "reinitialise_decoder"};
    options.updates = 9;
    const auto planned = planFork(options);
    QVERIFY2(planned, qPrintable(problemOf(planned)));
    QCOMPARE(planned.value().name, std::string("Tiny, from 2: skip=on, reinitialise_decoder"));
    QCOMPARE(planned.value().folder, fs::path("tiny-at-2-skip-on-reinitialise-decoder.run"));
    QCOMPARE(planned.value().request.changes.size(), std::size_t{2});
    QCOMPARE(planned.value().request.totalUpdates, std::int64_t{9});
    QVERIFY((planned.value().request.at == Position{2, 0}));
}

void TestRunSet::wrongForks_data() {
    QTest::addColumn<QString>("at");
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("word");
    QTest::newRow("not live") << "1"
                              << "batch=8"
                              << "\"batch\": cannot be changed";
    QTest::newRow("unknown") << "1"
                             << "skp=on"
                             << "Did you mean \"skip\"?";
    QTest::newRow("no such value") << "1"
                                   << "skip=maybe"
                                   << "maybe";
    QTest::newRow("place is a word") << "later"
                                     << "skip=on"
                                     << "UPDATE.INNER";
    QTest::newRow("place is negative") << "-1"
                                       << "skip=on"
                                       << "UPDATE.INNER";
    QTest::newRow("not reached") << "4"
                                 << "skip=on"
                                 << "--updates";
}

void TestRunSet::wrongForks() {
    QFETCH(QString, at);
    QFETCH(QString, change);
    QFETCH(QString, word);
    trainToEnd(tinyRun("tiny.run", 1), RunStand::Absent);
    ForkOptions options;
    options.parent = "tiny.run";
    options.at = at.toStdString();
    options.set = {change.toStdString()};
    const QString problem = problemOf(planFork(options));
    QVERIFY2(problem.contains(word), qPrintable(problem + " lacks " + word));
}

QTEST_APPLESS_MAIN(TestRunSet)
#include "tst_run_set.moc"
