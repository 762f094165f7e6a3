// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/train_plan.h"

#include <QtTest/QtTest>

#include <fstream>

using namespace collapsar;

namespace {

QString text(const std::string& words) {
    return QString::fromStdString(words);
}

TrainOptions basic() {
    TrainOptions options;
    options.experiment = "he-fig2";
    options.run = "Basic";
    return options;
}

/// The error of planning, or nothing.
QString problemOf(const TrainOptions& options) {
    const Result<TrainPlan> plan = planTraining(options);
    return plan ? QString() : text(plan.error().detail);
}

}  // namespace

class TestTrainPlan : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void optionsOverrideThePreset();
    void switchesAreAddedToThePresets();
    void lateSwitchIsNoted();
    void anotherInnerClipIsNoted();
    void defaultFolderIsFree();
    void settingsFile();
    void wrongOptions_data();
    void wrongOptions();
    void existingFolderIsRefused();

private:
    QTemporaryDir m_folder;
};

void TestTrainPlan::init() {
    QVERIFY(QDir::setCurrent(m_folder.path()));
}

void TestTrainPlan::optionsOverrideThePreset() {
    TrainOptions options = basic();
    options.set = {"batch=8", "skip=on", "updates=7", "data=a=b.txt"};
    options.updates = "300";
    options.seed = "5";
    const Result<TrainPlan> plan = planTraining(options);
    QVERIFY2(plan, plan ? "" : plan.error().detail.c_str());
    const Settings& settings = plan.value().run.settings;
    QCOMPARE(settings.batch, 8);
    QVERIFY(settings.skip);
    QCOMPARE(settings.data, std::string("a=b.txt"));
    QCOMPARE(settings.updates, 300);
    QCOMPARE(settings.seed, std::uint64_t{5});
    QVERIFY(settings.aggressive == Aggressive::Off);
}

void TestTrainPlan::switchesAreAddedToThePresets() {
    TrainOptions options;
    options.experiment = "rescue";
    options.run = "Aggressive alone";
    options.at = {"50.2:kl_weight=0.5"};
    const Result<TrainPlan> plan = planTraining(options);
    QVERIFY2(plan, plan ? "" : plan.error().detail.c_str());
    QCOMPARE(plan.value().run.interventions.size(), std::size_t{2});
    QCOMPARE(interventionText(plan.value().run.interventions.back()), std::string("50.2:kl_weight=0.5"));
    QVERIFY(plan.value().notes.empty());
}

void TestTrainPlan::lateSwitchIsNoted() {
    TrainOptions options = basic();
    options.updates = "100";
    options.at = {"99:skip=on", "100:skip=off"};
    const Result<TrainPlan> plan = planTraining(options);
    QVERIFY(plan);
    QCOMPARE(plan.value().notes.size(), std::size_t{1});
    QVERIFY(text(plan.value().notes.front()).contains("100:skip=off"));
}

void TestTrainPlan::anotherInnerClipIsNoted() {
    TrainOptions options = basic();
    options.set = {"inner_clip=encoder"};
    const Result<TrainPlan> plan = planTraining(options);
    QVERIFY(plan);
    QCOMPARE(plan.value().notes.size(), std::size_t{1});
    QVERIFY(text(plan.value().notes.front()).contains("not the rule of He et al. 2019"));
}

void TestTrainPlan::defaultFolderIsFree() {
    TrainOptions options;
    options.experiment = "rescue";
    options.run = "New decoder";
    options.seed = "7";
    QCOMPARE(planTraining(options).value().folder, std::filesystem::path("rescue-new-decoder-seed7.run"));
    std::filesystem::create_directory("rescue-new-decoder-seed7.run");
    QCOMPARE(planTraining(options).value().folder, std::filesystem::path("rescue-new-decoder-seed7-2.run"));
}

void TestTrainPlan::settingsFile() {
    std::ofstream("mine.json") << R"({"batch": 8})";
    TrainOptions options;
    options.experiment = "mine.json";
    const Result<TrainPlan> plan = planTraining(options);
    QVERIFY2(plan, plan ? "" : plan.error().detail.c_str());
    QCOMPARE(plan.value().run.settings.batch, 8);
    QCOMPARE(plan.value().folder, std::filesystem::path("mine-seed783435.run"));
}

void TestTrainPlan::wrongOptions_data() {
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QStringList>("words");
    const auto row = [](const char* field, const char* value, const QStringList& words) {
        QTest::addRow("%s %s", field, value) << QString(field) << QString(value) << words;
    };
    row("experiment", "he-fig22", {"he-fig2", "file"});
    row("experiment", "none.json", {"none.json", "no such file"});
    row("experiment", "./none", {"none", "no such file"});
    row("run", "", {"--run", "\"Basic\"", "\"Aggressive\""});
    row("run", "Besic", {"Did you mean \"Basic\"?"});
    row("set", "batch", {"--set batch", "KEY=VALUE"});
    row("set", "=8", {"KEY=VALUE"});
    row("set", "bach=8", {"bach", "Did you mean \"batch\"?"});
    row("set", "batch=0", {"batch", "4096"});
    row("set", "batch=", {"batch", "4096"});
    row("set", "pooling=middle", {"middle", "absmax"});
    row("at", "100", {"--at 100", "UPDATE"});
    row("at", "100:agressive=on", {"Did you mean \"aggressive\"?"});
    row("at", "100:reinitialize_decoder", {"Did you mean \"reinitialise_decoder\"?"});
    row("at", "100:batch=8", {"batch", "aggressive"});
    row("at", "-1:skip=on", {"-1:skip=on"});
    row("at", "5:skip=maybe", {"maybe"});
    row("updates", "many", {"--updates", "many"});
    row("updates", "0", {"--updates"});
    row("seed", "-1", {"--seed", "-1"});
    row("seed", "18446744073709551616", {"--seed"});
    row("out", "no/such/folder/x.run", {"--out", "no/such/folder"});
}

void TestTrainPlan::wrongOptions() {
    QFETCH(QString, field);
    QFETCH(QString, value);
    QFETCH(QStringList, words);
    TrainOptions options = basic();
    const std::string given = value.toStdString();
    if (field == "experiment") options.experiment = given;
    if (field == "run") options.run = given;
    if (field == "set") options.set = {given};
    if (field == "at") options.at = {given};
    if (field == "updates") options.updates = given;
    if (field == "seed") options.seed = given;
    if (field == "out") options.out = given;
    const QString problem = problemOf(options);
    for (const QString& word : words)
        QVERIFY2(problem.contains(word), qPrintable(problem + " lacks " + word));
}

void TestTrainPlan::existingFolderIsRefused() {
    std::filesystem::create_directory("there.run");
    TrainOptions options = basic();
    options.out = "there.run";
    const Result<TrainPlan> plan = planTraining(options);
    QVERIFY(!plan);
    QVERIFY(plan.error().code == ErrorCode::FileUnwritable);
    QVERIFY(text(plan.error().detail).contains("resume"));
}

QTEST_APPLESS_MAIN(TestTrainPlan)
#include "tst_train_plan.moc"
