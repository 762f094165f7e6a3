// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_line.h"

#include <QtTest/QtTest>

using namespace collapsar;

namespace {

/// The options of the wanted verb, or nothing when the arguments were refused or meant another verb.
template <class Options>
std::optional<Options> parsed(const std::vector<std::string>& arguments) {
    const auto result = parseCommandLine(arguments);
    const Command* command = std::get_if<Command>(&result);
    const Options* options = command ? std::get_if<Options>(command) : nullptr;
    return options ? std::optional(*options) : std::nullopt;
}

std::vector<std::string> strings(const QStringList& list) {
    std::vector<std::string> result;
    for (const QString& word : list)
        result.push_back(word.toStdString());
    return result;
}

}  // namespace

class TestCliCommandLine : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void trainTakesEverything();
    void setTakesOneValueOnly();
    void trainDefaults();
    void looksAtData();
    void otherVerbs();
    void races();
    void forks();
    void sweeps();
    void comparisons();
    void words();
    void exportKinds();
    void exportFiles();
    void helpAndVersion_data();
    void helpAndVersion();
    void wrongArguments_data();
    void wrongArguments();
};

void TestCliCommandLine::trainTakesEverything() {
    const auto options =
        parsed<TrainOptions>({"train", "he-fig2", "--run", "Basic", "--set", "batch=8", "--set=skip=on", "--at",
                              "100:aggressive=on", "--at", "200.3:step_encoder", "--updates", "300", "--seed",
                              "18446744073709551615", "--out", "a b.run", "--probes", "--json"});
    QVERIFY(options);
    QCOMPARE(options->experiment, std::string("he-fig2"));
    QCOMPARE(options->run, std::string("Basic"));
    QCOMPARE(options->set, (std::vector<std::string>{"batch=8", "skip=on"}));
    QCOMPARE(options->at, (std::vector<std::string>{"100:aggressive=on", "200.3:step_encoder"}));
    QCOMPARE(options->updates, std::string("300"));
    QCOMPARE(options->seed, std::string("18446744073709551615"));
    QCOMPARE(options->out, std::filesystem::path("a b.run"));
    QVERIFY(options->hasProbes);
    QVERIFY(options->output == OutputStyle::JsonLines);
}

void TestCliCommandLine::setTakesOneValueOnly() {
    const auto options = parsed<TrainOptions>({"train", "--set", "batch=8", "he-fig2"});
    QVERIFY(options);
    QCOMPARE(options->experiment, std::string("he-fig2"));
    QCOMPARE(options->set, std::vector<std::string>{"batch=8"});
}

void TestCliCommandLine::trainDefaults() {
    const auto options = parsed<TrainOptions>({"train", "settings.json"});
    QVERIFY(options);
    QVERIFY(options->run.empty() && options->set.empty() && options->at.empty());
    QVERIFY(options->updates.empty() && options->seed.empty() && options->out.empty());
    QVERIFY(!options->hasProbes);
    QVERIFY(options->output == OutputStyle::Text);
}

void TestCliCommandLine::looksAtData() {
    const auto options = parsed<DataOptions>({"data", "he-fig2", "--data", "t.txt", "--validation", "v.txt", "--test",
                                              "e.txt", "--set", "labels=tab", "--set", "vocabulary_size=9", "--json"});
    QVERIFY(options.has_value());
    QCOMPARE(options->experiment, std::string("he-fig2"));
    QCOMPARE(options->data, std::string("t.txt"));
    QCOMPARE(options->validation, std::string("v.txt"));
    QCOMPARE(options->test, std::string("e.txt"));
    QCOMPARE(options->set, (std::vector<std::string>{"labels=tab", "vocabulary_size=9"}));
    QVERIFY(options->output == OutputStyle::JsonLines);
    const auto bare = parsed<DataOptions>({"data"});
    QVERIFY(bare.has_value() && bare->experiment.empty() && bare->data.empty());
}

void TestCliCommandLine::otherVerbs() {
    const auto resumed = parsed<ResumeOptions>({"resume", "x.run", "--updates", "9000", "--quiet"});
    QVERIFY(resumed);
    QCOMPARE(resumed->folder, std::filesystem::path("x.run"));
    QCOMPARE(resumed->updates, std::int64_t{9000});
    QVERIFY(resumed->output == OutputStyle::Quiet);
    const auto evaluated = parsed<EvalOptions>(
        {"eval", "x.run", "--checkpoint", "000100.ckpt", "--samples", "500", "--refine", "100", "--json"});
    QVERIFY(evaluated);
    QCOMPARE(evaluated->refinementSteps, 100);
    QCOMPARE(evaluated->samples, 500);
    QCOMPARE(parsed<EvalOptions>({"eval", "x.run"})->samples, 0);
    QCOMPARE(evaluated->checkpoint, std::string("000100.ckpt"));
    QVERIFY(evaluated->output == OutputStyle::JsonLines);
    QVERIFY(parsed<InfoOptions>({"info", "x.run"}));
    QVERIFY(parsed<PresetsOptions>({"presets"}));
    QVERIFY(parsed<SettingsOptions>({"settings", "--json"}));
}

void TestCliCommandLine::races() {
    const auto options = parsed<RaceOptions>({"race", "--run", "Basic", "he-fig2", "annealing", "--variant",
                                              "Max:pooling=max,skip=on", "--set", "latent=2", "--updates", "30",
                                              "--seed", "4", "--by", "time", "--out", "r", "--probes", "--quiet"});
    QVERIFY(options);
    QCOMPARE(options->experiments, (std::vector<std::string>{"he-fig2", "annealing"}));
    QCOMPARE(options->runs, std::vector<std::string>{"Basic"});
    QCOMPARE(options->variants, std::vector<std::string>{"Max:pooling=max,skip=on"});
    QCOMPARE(options->set, std::vector<std::string>{"latent=2"});
    QCOMPARE(options->updates + " " + options->seed + " " + options->by, std::string("30 4 time"));
    QCOMPARE(options->out, std::filesystem::path("r"));
    QVERIFY(options->hasProbes && options->output == OutputStyle::Quiet);
    QCOMPARE(parsed<RaceOptions>({"race", "a", "--out", "r"})->by, std::string("updates"));
}

void TestCliCommandLine::forks() {
    const auto options =
        parsed<ForkOptions>({"fork", "a.run", "--at", "20.3", "--set", "skip=on", "--set", "reinitialise_decoder",
                             "--name", "Late", "--updates", "90", "--out", "b.run", "--json"});
    QVERIFY(options);
    QCOMPARE(options->parent, std::filesystem::path("a.run"));
    QCOMPARE(options->at, std::string("20.3"));
    QCOMPARE(options->set, (std::vector<std::string>{"skip=on", "reinitialise_decoder"}));
    QCOMPARE(options->name, std::string("Late"));
    QCOMPARE(options->updates, std::int64_t{90});
    QCOMPARE(options->out, std::filesystem::path("b.run"));
    QVERIFY(options->output == OutputStyle::JsonLines);
}

void TestCliCommandLine::sweeps() {
    const auto options = parsed<SweepOptions>(
        {"sweep", "he-fig2", "annealing", "--seeds", "1,2,3", "--jobs", "2", "--set", "skip=on", "--out", "s"});
    QVERIFY(options);
    QCOMPARE(options->experiments.size(), std::size_t{2});
    QCOMPARE(options->seeds, std::string("1,2,3"));
    QCOMPARE(options->jobs, 2);
    QCOMPARE(options->repeat, 0);
    QCOMPARE(parsed<SweepOptions>({"sweep", "a", "--repeat", "5", "--out", "s"})->repeat, 5);
}

void TestCliCommandLine::comparisons() {
    const auto options =
        parsed<CompareOptions>({"compare", "a.run", "b", "--table", "tex", "--differences", "--out", "t.tex"});
    QVERIFY(options);
    QCOMPARE(options->folders, (std::vector<std::filesystem::path>{"a.run", "b"}));
    QCOMPARE(options->table, std::string("tex"));
    QVERIFY(options->hasDifferences && !options->isEach);
    QCOMPARE(options->out, std::filesystem::path("t.tex"));
    QCOMPARE(parsed<CompareOptions>({"compare", "a.run"})->table, std::string("md"));
}

void TestCliCommandLine::words() {
    const auto usual = parsed<WordsOptions>({"words", "x.run"});
    QVERIFY(usual && usual->at.empty() && !usual->isNearest && usual->request == WordsRequest{});
    const auto options = parsed<WordsOptions>({"words",
                                               "x.run",
                                               "--at",
                                               "40.2",
                                               "--nearest",
                                               "--kind",
                                               "interpolation",
                                               "--latent",
                                               "sampled",
                                               "--decoding",
                                               "beam",
                                               "--beam-width",
                                               "7",
                                               "--count",
                                               "6",
                                               "--first",
                                               "3",
                                               "--second",
                                               "8",
                                               "--drawing",
                                               "5",
                                               "--longest",
                                               "30",
                                               "--json"});
    QVERIFY(options.has_value());
    QCOMPARE(options->at, std::string("40.2"));
    QVERIFY(options->isNearest && options->output == OutputStyle::JsonLines);
    QVERIFY(options->request == (WordsRequest{.kind = WordsKind::Interpolation,
                                              .latent = LatentChoice::Sampled,
                                              .rule = DecodingRule::Beam,
                                              .beamWidth = 7,
                                              .count = 6,
                                              .first = 3,
                                              .second = 8,
                                              .longest = 30,
                                              .drawing = 5}));
    const auto sampled =
        parsed<WordsOptions>({"words", "x.run", "--kind", "prior", "--decoding", "sampling", "--temperature", "0.5"});
    QVERIFY(sampled && sampled->request.kind == WordsKind::Prior);
    QVERIFY(sampled->request.rule == DecodingRule::Sampling && sampled->request.temperature == 0.5);
}

void TestCliCommandLine::exportFiles() {
    const auto options =
        parsed<ExportOptions>({"export", "x.run", "--weights", "w.safetensors", "--at", "20", "--tensorboard", "logs"});
    QVERIFY(options);
    QCOMPARE(options->weights, std::filesystem::path("w.safetensors"));
    QCOMPARE(options->at, std::string("20"));
    QCOMPARE(options->tensorboard, std::filesystem::path("logs"));
}

void TestCliCommandLine::exportKinds() {
    const auto usual = parsed<ExportOptions>({"export", "x.run"});
    QVERIFY(usual);
    QCOMPARE(usual->kinds, (std::vector<std::string>{"scheduled", "probe"}));
    const auto chosen =
        parsed<ExportOptions>({"export", "--kind", "training,probe", "x.run", "--csv", "c.csv", "--snapshots", "-"});
    QVERIFY(chosen);
    QCOMPARE(chosen->kinds, (std::vector<std::string>{"training", "probe"}));
    QCOMPARE(chosen->csv, std::filesystem::path("c.csv"));
    QCOMPARE(chosen->snapshots, std::filesystem::path("-"));
}

void TestCliCommandLine::helpAndVersion_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("word");
    QTest::newRow("help") << QStringList{"--help"} << "Exit codes";
    QTest::newRow("short help") << QStringList{"-h"} << "train";
    QTest::newRow("version") << QStringList{"--version"} << COLLAPSAR_VERSION;
    for (const char* verb : {"train", "resume", "race", "fork", "sweep", "compare", "eval", "words", "export", "info",
                             "presets", "settings"}) {
        QTest::addRow("%s", verb) << QStringList{verb, "--help"} << "Exit codes";
    }
    QTest::newRow("train's options") << QStringList{"train", "--help"} << "UPDATE[.INNER]:KEY=VALUE";
    QTest::newRow("fork's example") << QStringList{"fork", "--help"}
                                    << "collapsar-cli fork basic.run --at 500 --set aggressive=auto";
    QTest::newRow("train's usage") << QStringList{"train", "--help"} << "Usage: collapsar-cli train ";
}

void TestCliCommandLine::helpAndVersion() {
    QFETCH(QStringList, arguments);
    QFETCH(QString, word);
    const auto result = parseCommandLine(strings(arguments));
    const Refusal* refusal = std::get_if<Refusal>(&result);
    QVERIFY(refusal);
    QVERIFY(refusal->code == ExitCode::Ok);
    QVERIFY2(QString::fromStdString(refusal->text).contains(word), refusal->text.c_str());
}

void TestCliCommandLine::wrongArguments_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("word");
    QTest::newRow("nothing") << QStringList{} << "required";
    QTest::newRow("unknown verb") << QStringList{"trian", "he-fig2"} << "Did you mean \"train\"?";
    QTest::newRow("no preset") << QStringList{"train"} << "PRESET";
    QTest::newRow("two presets") << QStringList{"train", "a", "b"} << "b";
    QTest::newRow("unknown option") << QStringList{"train", "a", "--udpates", "3"} << "Did you mean \"--updates\"?";
    QTest::newRow("value missing") << QStringList{"train", "a", "--seed"} << "--seed";
    QTest::newRow("json and quiet") << QStringList{"train", "a", "--json", "--quiet"} << "--json";
    QTest::newRow("no run") << QStringList{"resume"} << "RUN";
    QTest::newRow("updates no number") << QStringList{"resume", "x.run", "--updates", "many"} << "many";
    QTest::newRow("updates zero") << QStringList{"resume", "x.run", "--updates", "0"} << "--updates";
    QTest::newRow("no steps") << QStringList{"eval", "x.run", "--refine", "0"} << "--refine";
    QTest::newRow("no samples") << QStringList{"eval", "x.run", "--samples", "0"} << "--samples";
    QTest::newRow("unknown kind") << QStringList{"export", "x.run", "--kind", "scheduled,all"} << "all";
    QTest::newRow("race without a folder") << QStringList{"race", "he-fig2"} << "--out";
    QTest::newRow("race by what") << QStringList{"race", "he-fig2", "--out", "r", "--by", "luck"} << "luck";
    QTest::newRow("fork from nowhere") << QStringList{"fork", "x.run", "--set", "skip=on"} << "--at";
    QTest::newRow("fork misspelt") << QStringList{"frok", "x.run"} << "Did you mean \"fork\"?";
    QTest::newRow("seeds and repeat") << QStringList{"sweep", "a", "--out", "s", "--seeds", "1", "--repeat", "2"}
                                      << "--seeds";
    QTest::newRow("no jobs") << QStringList{"sweep", "a", "--out", "s", "--jobs", "0"} << "--jobs";
    QTest::newRow("no such table") << QStringList{"compare", "x.run", "--table", "xls"} << "xls";
    QTest::newRow("place without weights") << QStringList{"export", "x.run", "--at", "5"} << "--weights";
    QTest::newRow("nearest to nothing") << QStringList{"words", "x.run", "--nearest"} << "--at";
    QTest::newRow("no such rule") << QStringList{"words", "x.run", "--decoding", "luck"} << "luck";
    QTest::newRow("too wide a beam") << QStringList{"words", "x.run", "--beam-width", "49"} << "--beam-width";
    QTest::newRow("hint") << QStringList{"export"} << "collapsar-cli export --help";
}

void TestCliCommandLine::wrongArguments() {
    QFETCH(QStringList, arguments);
    QFETCH(QString, word);
    const auto result = parseCommandLine(strings(arguments));
    const Refusal* refusal = std::get_if<Refusal>(&result);
    QVERIFY(refusal);
    QVERIFY(refusal->code == ExitCode::Usage);
    QVERIFY2(QString::fromStdString(refusal->text).contains(word), refusal->text.c_str());
}

QTEST_APPLESS_MAIN(TestCliCommandLine)
#include "tst_cli_command_line.moc"
