// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/run_info.h"
#include "core/checkpoint/settings_json.h"
#include "core/report/closest_name.h"
#include "core/report/settings_table.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace collapsar;

namespace {

/// Qt's reader is the oracle.
QJsonObject parsed(const std::string& text) {
    return QJsonDocument::fromJson(QByteArray::fromStdString(text)).object();
}

std::string problemOf(const std::string& text) {
    const auto read = settingsFromJson(text);
    return read.ok() ? "none" : read.error().detail;
}

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

class TestSettingsJson : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everySettingComesBack();
    void anotherReaderAgrees();
    void presetNamesOnlyWhatDiffers();
    void settingsOfBeforeTheInnerClipClipJointly();
    void problemsNameTheSetting();
    void closestName();
    void nonsenseNeverCrashes();
    void runInfoComesBack();
    void corpusSummaryComesBack();
    void damagedRunInfoIsRefused();
    void idsAreRandomUuids();
};

void TestSettingsJson::everySettingComesBack() {
    Settings settings;
    settings.data = "/tmp/a \"quoted\" \\ name\n.txt";
    settings.syntheticSeed = settings.seed = 18446744073709551615u;
    settings.learningRate = 0.1 + 0.2;
    settings.clip = 1.0 / 3;
    settings.skip = settings.freezeEncoder = true;
    settings.aggressive = Aggressive::Auto;
    settings.pooling = Pooling::AbsMax;
    settings.klSchedule = KlSchedule::Linear;
    settings.probeSet = ProbeSet::Validation;
    settings.updates = 123456;
    const auto read = settingsFromJson(settingsToJson(settings));
    QVERIFY2(read.ok(), read.ok() ? "" : read.error().detail.c_str());
    QVERIFY(read.value() == settings);
    QVERIFY(settingsFromJson(settingsToJson(Settings())).value() == Settings());
}

void TestSettingsJson::anotherReaderAgrees() {
    Settings settings;
    settings.skip = true;
    settings.learningRate = 0.25;
    const QJsonObject object = parsed(settingsToJson(settings));
    QCOMPARE(static_cast<std::size_t>(object.size()), settingsTable().size());
    QVERIFY(object["skip"].isBool() && object["skip"].toBool());
    QCOMPARE(object["learning_rate"].toDouble(), 0.25);
    QCOMPARE(object["seed"].toInteger(), qint64{783435});
    QCOMPARE(object["pooling"].toString(), QString("last"));
}

void TestSettingsJson::presetNamesOnlyWhatDiffers() {
    const auto read = settingsFromJson(R"({"aggressive": "auto", "updates": 100, "kl_weight": 1})");
    Settings expected;
    expected.aggressive = Aggressive::Auto;
    expected.updates = 100;
    QVERIFY(read.ok() && read.value() == expected);
}

/// A file written before a setting existed lacks its name; the setting then has the value that was the only one.
void TestSettingsJson::settingsOfBeforeTheInnerClipClipJointly() {
    Settings settings;
    settings.innerClip = InnerClip::Encoder;
    QJsonObject object = parsed(settingsToJson(settings));
    QCOMPARE(object["inner_clip"].toString(), QString("encoder"));
    object.remove("inner_clip");
    const auto read = settingsFromJson(QJsonDocument(object).toJson().toStdString());
    QVERIFY2(read.ok(), read.ok() ? "" : read.error().detail.c_str());
    QVERIFY(read.value() == Settings());
}

void TestSettingsJson::problemsNameTheSetting() {
    const std::string unknown = problemOf(R"({"agressive": "auto"})");
    QVERIFY(contains(unknown, "\"agressive\"") && contains(unknown, "Did you mean \"aggressive\"?"));
    QVERIFY(!contains(problemOf(R"({"zzzzzzzzzzzz": 1})"), "Did you mean"));
    QVERIFY(contains(problemOf(R"({"updates": "many"})"), "updates must be a whole number, not string"));
    QVERIFY(contains(problemOf(R"({"updates": 1.5})"), "updates must be a whole number"));
    QVERIFY(contains(problemOf(R"({"skip": 1})"), "skip must be true or false"));
    QVERIFY(contains(problemOf(R"({"learning_rate": null})"), "learning_rate must be a number, not null"));
    QVERIFY(contains(problemOf(R"({"pooling": "sum"})"), "pooling"));
    QVERIFY(contains(problemOf(R"({"dropout_in": -3})"), "dropout_in"));
    QVERIFY(contains(problemOf(R"({"seed": -1})"), "seed"));
    QVERIFY(contains(problemOf("[1]"), "JSON object"));
    QVERIFY(contains(problemOf("{\n\"seed\": }"), "line 2"));
}

void TestSettingsJson::closestName() {
    QCOMPARE(collapsar::closestName("learningrate", settingNames()), std::string("learning_rate"));
    QCOMPARE(collapsar::closestName("kl_wieght", settingNames()), std::string("kl_weight"));
    QCOMPARE(collapsar::closestName("", settingNames()), std::string());
    QCOMPARE(collapsar::closestName(std::string(1000, 'x'), settingNames()), std::string());
}

void TestSettingsJson::nonsenseNeverCrashes() {
    QVERIFY(!settingsFromJson(std::string(200000, '[')).ok());
    std::string nested;
    for (int i = 0; i < 100000; ++i)
        nested += "{\"a\":";
    QVERIFY(!settingsFromJson(nested).ok());
    QVERIFY(!settingsFromJson("{\"data\": \"\xFF\xFE\"}").ok());
    QVERIFY(!settingsFromJson("{\"learning_rate\": 1e999}").ok());
    const std::string whole = settingsToJson(Settings());
    for (std::size_t size = 0; size + 2 < whole.size(); ++size)
        QVERIFY(!settingsFromJson(whole.substr(0, size)).ok());
    Settings settings;
    settings.data = "bad \xFF utf-8";
    QVERIFY(settingsFromJson(settingsToJson(settings)).ok());  // replaced, not thrown
}

void TestSettingsJson::runInfoComesBack() {
    RunInfo info{"id-1",
                 "A run",
                 "2026-01-02T03:04:05Z",
                 "Collapsar 0.1.0",
                 "avx2",
                 {"parent-1", {7, 3}},
                 {},
                 {{"training", "/data/train.txt", 1u << 31, "abc"}}};
    info.settings.updates = 77;
    const auto read = runInfoFromJson(runInfoToJson(info), "settings.json");
    QVERIFY2(read.ok(), read.ok() ? "" : read.error().detail.c_str());
    const RunInfo& back = read.value();
    QVERIFY(back.id == info.id && back.name == info.name && back.created == info.created);
    QVERIFY(back.program == info.program && back.numerics == info.numerics && back.parent == info.parent);
    QVERIFY(back.settings == info.settings);
    QCOMPARE(back.sources.size(), std::size_t{1});
    QCOMPARE(back.sources[0].bytes, std::uint64_t{1u << 31});
    QCOMPARE(back.sources[0].path, std::string("/data/train.txt"));
    QCOMPARE(back.sources[0].sha256, std::string("abc"));
    QCOMPARE(parsed(runInfoToJson(info))["parent"].toObject()["update"].toInt(), 7);
    info.parent = {};
    QVERIFY(runInfoFromJson(runInfoToJson(info), "settings.json").value().parent == RunParent());
}

void TestSettingsJson::corpusSummaryComesBack() {
    RunInfo info;
    QVERIFY(!runInfoFromJson(runInfoToJson(info), "F").value().corpus);
    CorpusSummary corpus;
    corpus.splits = {{.role = "training",
                      .origin = "/data/train.txt",
                      .sentences = 3000000000,
                      .words = 9,
                      .unknownWords = 2,
                      .shortest = 1,
                      .median = 2.5,
                      .mean = 1.0 / 3,
                      .longest = 7,
                      .labelCounts = {2, 1},
                      .lines = {.lines = 5, .empty = 1, .labelOnly = 2, .tooShort = 3, .tooLong = 4}},
                     {.role = "test", .origin = "the last tenth"}};
    corpus.vocabulary = 12;
    corpus.differentWords = 40;
    corpus.labels = {"good", "bad"};
    corpus.notes = {"two lines were left out"};
    info.corpus = std::make_shared<const CorpusSummary>(corpus);
    const auto read = runInfoFromJson(runInfoToJson(info), "F");
    QVERIFY2(read.ok(), read.ok() ? "" : read.error().detail.c_str());
    const CorpusSummary& back = *read.value().corpus;
    QCOMPARE(corpusSummaryText(back), corpusSummaryText(corpus));
    QCOMPARE(back.splits[0].mean, 1.0 / 3);
    QVERIFY(back.splits[0].lines == corpus.splits[0].lines &&
            back.splits[0].labelCounts == corpus.splits[0].labelCounts);
    QVERIFY(back.labels == corpus.labels && back.notes == corpus.notes && back.differentWords == 40);
}

void TestSettingsJson::damagedRunInfoIsRefused() {
    const auto errorOf = [](const std::string& text) { return runInfoFromJson(text, "F").error(); };
    QCOMPARE(errorOf("{}").code, ErrorCode::FileDamaged);
    QCOMPARE(errorOf("nonsense").code, ErrorCode::FileDamaged);
    QCOMPARE(errorOf(R"({"format": 2})").code, ErrorCode::FileTooNew);
    QVERIFY(contains(errorOf(R"({"format": 2})").detail, "version 2"));
    QVERIFY(contains(errorOf(R"({"format": 1})").detail, "\"program\""));
    std::string text = runInfoToJson(RunInfo());
    text.replace(text.find("\"data\": []"), 10, "\"data\": [4]");
    QVERIFY(contains(errorOf(text).detail, "role"));
    text.replace(text.find("\"data\": [4]"), 11, R"("data": [], "corpus": {"splits": [{"role": 3}]})");
    QVERIFY2(contains(errorOf(text).detail, "\"corpus\""), errorOf(text).detail.c_str());
    text = runInfoToJson(RunInfo());
    text.replace(text.find("\"updates\""), 9, "\"updatse\"");
    QVERIFY(contains(errorOf(text).detail, "Did you mean \"updates\"?"));
}

void TestSettingsJson::idsAreRandomUuids() {
    const QRegularExpression form("^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$");
    QSet<QString> seen;
    for (int i = 0; i < 200; ++i)
        seen.insert(QString::fromStdString(makeRunId()));
    QCOMPARE(seen.size(), 200);
    for (const QString& id : seen)
        QVERIFY2(form.match(id).hasMatch(), qPrintable(id));
}

QTEST_APPLESS_MAIN(TestSettingsJson)
#include "tst_settings_json.moc"
