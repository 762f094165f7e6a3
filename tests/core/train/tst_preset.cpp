// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/closest_name.h"
#include "core/report/run_summary.h"
#include "core/report/settings_table.h"
#include "core/train/preset.h"

#include <QtTest/QtTest>

#include <algorithm>
#include <fstream>
#include <set>

using namespace collapsar;

namespace {

QString text(const std::string& words) {
    return QString::fromStdString(words);
}

/// The error of reading `json` as "broken.json", or nothing when it reads.
std::string problemOf(const std::string& json) {
    const Result<Preset> preset = parsePreset(json, "broken", "broken.json");
    return preset ? std::string{} : preset.error().detail;
}

std::string presetWithRun(const std::string& run) {
    return R"({"title": "T", "expectation": "E", "runs": [)" + run + "]}";
}

}  // namespace

class TestPreset : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFileIsBuiltIn();
    void builtInPresetsAreComplete_data();
    void builtInPresetsAreComplete();
    void heFig2DiffersInAggressiveAlone();
    void heFig3TrainsOneBatch();
    void rescueSwitchesAtUpdate1000();
    void strategiesShareTheirSettings();
    void runsAreLaidOverCommonSettings();
    void brokenPresetsSayWhatIsWrong_data();
    void brokenPresetsSayWhatIsWrong();
    void deepNestingIsRefusedWithoutHarm();
    void settingsFileIsAPresetOfOneRun();
    void unreadableFilesSayWhy();
    void unknownStemNamesTheNearest();
    void runIsChosenByName();
    void closestNameForgivesTypos_data();
    void closestNameForgivesTypos();
};

void TestPreset::everyFileIsBuiltIn() {
    std::set<std::string> files;
    for (const auto& file :
         std::filesystem::directory_iterator(std::filesystem::path(TEST_DATA) / "../../resources/presets")) {
        files.insert(file.path().stem().string());
    }
    std::set<std::string> stems;
    for (const Preset& preset : builtInPresets())
        stems.insert(preset.stem);
    QCOMPARE(stems, files);
    const std::set<std::string> promised{"he-fig2",           "he-fig3",  "rescue",         "pooling",   "skip",
                                         "annealing",         "cyclical", "hold-then-ramp", "free-bits", "pretrained",
                                         "posterior-collapse"};
    QVERIFY(std::includes(stems.begin(), stems.end(), promised.begin(), promised.end()));
}

void TestPreset::builtInPresetsAreComplete_data() {
    QTest::addColumn<QString>("stem");
    for (const Preset& preset : builtInPresets())
        QTest::addRow("%s", preset.stem.c_str()) << text(preset.stem);
}

void TestPreset::builtInPresetsAreComplete() {
    QFETCH(QString, stem);
    const Result<Preset> found = findPreset(stem.toStdString());
    QVERIFY(found);
    const Preset& preset = found.value();
    QVERIFY(!preset.title.empty());
    QVERIFY(preset.expectation.size() > 40);
    if (!preset.needsData) QVERIFY(preset.runs.size() == 1 || preset.runs.size() == 2);
    for (const PresetRun& run : preset.runs) {
        QVERIFY(validate(run.settings).empty());
        QCOMPARE(run.settings.seed, preset.runs.front().settings.seed);  // same batches, same noise
        for (const Intervention& intervention : run.interventions) {
            QVERIFY(checkIntervention(intervention));
            QVERIFY(intervention.at.update < run.settings.updates);
        }
    }
}

void TestPreset::heFig2DiffersInAggressiveAlone() {
    const Preset preset = findPreset("he-fig2").value();
    QCOMPARE(preset.runs.size(), std::size_t{2});
    QCOMPARE(preset.runs[0].name, std::string("Basic"));
    QCOMPARE(preset.runs[1].name, std::string("Aggressive"));
    QVERIFY(preset.runs[0].settings.aggressive == Aggressive::Off);
    QVERIFY(preset.runs[1].settings.aggressive == Aggressive::Auto);
    Settings same = preset.runs[1].settings;
    same.aggressive = Aggressive::Off;
    QVERIFY(same == preset.runs[0].settings);
}

void TestPreset::heFig3TrainsOneBatch() {
    const Preset preset = findPreset("he-fig3").value();
    for (const PresetRun& run : preset.runs) {
        QCOMPARE(run.settings.batch, 50);
        QCOMPARE(run.settings.syntheticTraining, 50);
        QCOMPARE(run.settings.probeExamples, 50);
        QCOMPARE(run.settings.decayPatience,
                 0);  // one update is one epoch: a decay would end the run after a few updates
    }
}

void TestPreset::rescueSwitchesAtUpdate1000() {
    const Preset preset = findPreset("rescue").value();
    QCOMPARE(preset.runs.size(), std::size_t{2});
    QCOMPARE(preset.runs[0].interventions.size(), std::size_t{1});
    QCOMPARE(preset.runs[1].interventions.size(), std::size_t{2});
    QCOMPARE(interventionText(preset.runs[0].interventions[0]), std::string("1000:aggressive=on"));
    QCOMPARE(interventionText(preset.runs[1].interventions[0]), std::string("1000:aggressive=on"));
    QCOMPARE(interventionText(preset.runs[1].interventions[1]), std::string("1000:reinitialise_decoder"));
}

/// Each run is the basic one but for its strategy; nobody starts them without a text.
void TestPreset::strategiesShareTheirSettings() {
    const Preset preset = findPreset("strategies").value();
    QVERIFY(preset.needsData);
    const auto shown = presetsWithData();
    QCOMPARE(shown.size() + 1, builtInPresets().size());
    QVERIFY(std::ranges::none_of(shown, [](const Preset& each) { return each.stem == "strategies"; }));
    QCOMPARE(strategyName(preset.runs.front().settings, {}), std::string("basic"));
    const Settings& basic = preset.runs.front().settings;
    std::set<std::string> strategies;
    for (const PresetRun& run : preset.runs) {
        strategies.insert(strategyName(run.settings, {}));
        QCOMPARE(run.settings.updates, basic.updates);
        QCOMPARE(run.settings.learningRate, basic.learningRate);
        QCOMPARE(run.settings.vocabularyCount, basic.vocabularyCount);
        QCOMPARE(run.settings.importanceSamples, basic.importanceSamples);
        QVERIFY(run.settings.latent == basic.latent || run.settings.latent == 0);
    }
    QCOMPARE(strategies.size(), preset.runs.size());
}

void TestPreset::runsAreLaidOverCommonSettings() {
    const Result<Preset> preset = parsePreset(
        R"({"title": "T", "expectation": "E", "settings": {"batch": 4, "latent": 8, "aggressive": "auto"},
            "runs": [{"name": "A"}, {"name": "B", "settings": {"latent": 2, "skip": true}}]})",
        "mine", "mine.json");
    QVERIFY2(preset, preset ? "" : preset.error().detail.c_str());
    QVERIFY(!preset.value().needsData);
    const Settings& a = preset.value().runs[0].settings;
    const Settings& b = preset.value().runs[1].settings;
    QVERIFY(a.batch == 4 && a.latent == 8 && !a.skip && a.aggressive == Aggressive::Auto);
    QVERIFY(b.batch == 4 && b.latent == 2 && b.skip && b.aggressive == Aggressive::Auto);
    // A contradiction counts where the run has not resolved it.
    const auto withLatent = [](const char* run) {
        return problemOf(R"({"title": "T", "expectation": "E", "settings": {"latent": 0, "skip": true}, "runs": [)" +
                         std::string(run) + "]}");
    };
    QCOMPARE(withLatent(R"({"name": "A", "settings": {"latent": 1}})"), std::string());
    QVERIFY(text(withLatent(R"({"name": "A"})")).contains("runs[0].settings.skip"));
}

void TestPreset::brokenPresetsSayWhatIsWrong_data() {
    QTest::addColumn<QString>("json");
    QTest::addColumn<QStringList>("words");  // all of them stand in the error
    const auto row = [](const char* name, const std::string& json, const QStringList& words) {
        QTest::newRow(name) << text(json) << words;
    };
    row("empty", "", {"not valid JSON"});
    row("cut off", R"({"title": "T")", {"not valid JSON"});
    row("a list", "[]", {"object"});
    row("unknown key", R"({"titel": "T", "expectation": "E", "runs": [{"name": "A"}]})", {"titel", "title"});
    row("no title", R"({"expectation": "E", "runs": [{"name": "A"}]})", {"title", "missing"});
    row("empty expectation", R"({"title": "T", "expectation": "", "runs": [{"name": "A"}]})",
        {"expectation", "non-empty"});
    row("no runs", R"({"title": "T", "expectation": "E"})", {"runs", "list"});
    row("no run in runs", R"({"title": "T", "expectation": "E", "runs": []})", {"runs", "at least one"});
    row("pace", R"({"title": "T", "expectation": "E", "pace": "fast", "runs": [{"name": "A"}]})",
        {"pace", "fast", "full_speed"});
    row("run is text", presetWithRun("\"Basic\""), {"runs[0]", "object"});
    row("run without name", presetWithRun("{}"), {"runs[0]", "name"});
    row("same name twice", presetWithRun(R"({"name": "A"}, {"name": "A"})"), {"runs[1]", "\"A\"", "taken"});
    row("settings is a list", presetWithRun(R"({"name": "A", "settings": []})"), {"runs[0].settings", "object"});
    row("unknown setting", presetWithRun(R"({"name": "A", "settings": {"agressive": "on"}})"),
        {"agressive", "aggressive"});
    row("word for a number", presetWithRun(R"({"name": "A", "settings": {"batch": "many"}})"),
        {"runs[0].settings", "batch"});
    row("out of range", presetWithRun(R"({"name": "A", "settings": {"batch": 0}})"), {"batch", "1", "4096"});
    row("no such choice", presetWithRun(R"({"name": "A", "settings": {"pooling": "mid"}})"),
        {"pooling", "mid", "absmax"});
    row("list as value", presetWithRun(R"({"name": "A", "settings": {"batch": [16]}})"),
        {"runs[0].settings.batch", "array"});
    row("common settings is a list", R"({"title": "T", "expectation": "E", "settings": [], "runs": [{"name": "A"}]})",
        {"settings", "object"});
    row("unknown common setting",
        R"({"title": "T", "expectation": "E", "settings": {"bach": 8}, "runs": [{"name": "A"}]})",
        {": settings", "bach", "batch"});
    row("common setting out of range",
        R"({"title": "T", "expectation": "E", "settings": {"batch": 0}, "runs": [{"name": "A"}]})",
        {": settings", "batch", "4096"});
    row("run over common settings",
        R"({"title": "T", "expectation": "E", "settings": {"batch": 8}, "runs": [{"name": "A", "settings": 5}]})",
        {"runs[0].settings", "object"});
    row("needs_data is a word", R"({"title": "T", "expectation": "E", "needs_data": "yes", "runs": [{"name": "A"}]})",
        {"needs_data", "true or false"});
    row("at is text", presetWithRun(R"({"name": "A", "at": "100:aggressive=on"})"), {"runs[0].at", "list"});
    row("at without colon", presetWithRun(R"({"name": "A", "at": ["100"]})"), {"runs[0].at[0]"});
    row("at not live", presetWithRun(R"({"name": "A", "at": ["5:skip=on", "100:batch=8"]})"),
        {"runs[0].at[1]", "batch"});
    row("at a number", presetWithRun(R"({"name": "A", "at": [100]})"), {"runs[0].at[0]", "100"});
    row("settings file", R"({"bach": 8})", {"bach", "batch"});
}

void TestPreset::brokenPresetsSayWhatIsWrong() {
    QFETCH(QString, json);
    QFETCH(QStringList, words);
    const QString problem = text(problemOf(json.toStdString()));
    QVERIFY(problem.startsWith("broken.json: "));
    for (const QString& word : words)
        QVERIFY2(problem.contains(word), qPrintable(problem + " lacks " + word));
}

void TestPreset::deepNestingIsRefusedWithoutHarm() {
    const std::string deep = std::string(200'000, '[') + std::string(200'000, ']');
    QVERIFY(!problemOf(presetWithRun(R"({"name": "A", "settings": {"batch": )" + deep + "}}")).empty());
    QVERIFY(!problemOf(presetWithRun(R"({"name": )" + deep + "}")).empty());
}

void TestPreset::settingsFileIsAPresetOfOneRun() {
    const Result<Preset> preset = parsePreset(R"({"batch": 8, "skip": true, "kl_weight": 0.5})", "mine", "mine.json");
    QVERIFY2(preset, preset ? "" : preset.error().detail.c_str());
    QCOMPARE(preset.value().stem, std::string("mine"));
    QCOMPARE(preset.value().runs.size(), std::size_t{1});
    const Settings& settings = preset.value().runs.front().settings;
    QCOMPARE(settings.batch, 8);
    QVERIFY(settings.skip);
    QCOMPARE(settings.klWeight, 0.5);
}

void TestPreset::unreadableFilesSayWhy() {
    QTemporaryDir folder;
    const std::filesystem::path path = folder.path().toStdString();
    const Result<Preset> missing = readPreset(path / "none.json");
    QVERIFY(!missing);
    QVERIFY(missing.error().code == ErrorCode::FileMissing);
    QVERIFY(text(missing.error().detail).contains("none.json"));
    const Result<Preset> aFolder = readPreset(path);
    QVERIFY(!aFolder);
    QVERIFY(aFolder.error().code == ErrorCode::FileUnreadable);
    std::ofstream(path / "large.json") << std::string(2 << 20, ' ');
    QVERIFY(text(readPreset(path / "large.json").error().detail).contains("too large"));
    std::ofstream(path / "good.json") << presetWithRun(R"({"name": "A", "at": ["7:skip=on"]})");
    const Result<Preset> good = readPreset(path / "good.json");
    QVERIFY(good);
    QCOMPARE(good.value().stem, std::string("good"));
    QCOMPARE(good.value().runs.front().interventions.front().at.update, std::int64_t{7});
}

void TestPreset::unknownStemNamesTheNearest() {
    const QString problem = text(findPreset("he-fig22").error().detail);
    QVERIFY2(problem.contains("Did you mean \"he-fig2\"?"), qPrintable(problem));
    QVERIFY(problem.contains("posterior-collapse"));
}

void TestPreset::runIsChosenByName() {
    const Preset two = findPreset("he-fig2").value();
    QCOMPARE(choosePresetRun(two, "Aggressive").value().name, std::string("Aggressive"));
    const QString unnamed = text(choosePresetRun(two, "").error().detail);
    QVERIFY(unnamed.contains("\"Basic\"") && unnamed.contains("\"Aggressive\""));
    QVERIFY(text(choosePresetRun(two, "Basik").error().detail).contains("Did you mean \"Basic\"?"));
    const Preset one = findPreset("posterior-collapse").value();
    QCOMPARE(choosePresetRun(one, "").value().name, std::string("Basic"));
}

void TestPreset::closestNameForgivesTypos_data() {
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("expected");
    QTest::newRow("letter missing") << "agressive"
                                    << "aggressive";
    QTest::newRow("letters swapped") << "leraning_rate"
                                     << "learning_rate";
    QTest::newRow("hyphen, capital") << "KL-weight"
                                     << "kl_weight";
    QTest::newRow("nothing near") << "temperature_of_tea"
                                  << "";
    QTest::newRow("empty") << ""
                           << "";
}

void TestPreset::closestNameForgivesTypos() {
    QFETCH(QString, given);
    QFETCH(QString, expected);
    QCOMPARE(text(closestName(given.toStdString(), settingNames())), expected);
}

QTEST_APPLESS_MAIN(TestPreset)
#include "tst_preset.moc"
