// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/csv_text.h"
#include "core/export/history_csv.h"
#include "core/export/json_lines.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <clocale>
#include <fstream>
#include <limits>
#include <sstream>

using namespace collapsar;
namespace fs = std::filesystem;

namespace {

std::string fileText(const fs::path& path) {
    std::ostringstream text;
    text << std::ifstream(path, std::ios::binary).rdbuf();
    return text.str();
}

/// The lines that begin with # or those that do not.
std::string lines(const std::string& text, bool comments) {
    std::istringstream in(text);
    std::string found;
    for (std::string line; std::getline(in, line);) {
        if (line.starts_with('#') == comments) found += line + "\n";
    }
    return found;
}

/// As in tests/data/export_history.py, with one training row more.
std::vector<Measurement> samples() {
    Measurement scheduled;
    scheduled.kind = MeasurementKind::Scheduled;
    scheduled.at = {1000, 0};
    scheduled.encoderUpdates = 20123;
    scheduled.epoch = 1;
    scheduled.seconds = 12.5;
    scheduled.elbo = -60.123456789012345;
    scheduled.reconstruction = 59.1;
    scheduled.kl = 1.0234567;
    scheduled.ppl = 211.5;
    scheduled.miBatch = 0.1;
    scheduled.miFull = 0.1 + 0.2;
    scheduled.activeUnits = 1;
    scheduled.klWeight = 1;
    scheduled.learningRate = 1e-5;
    scheduled.aggressive = Aggressive::Auto;
    scheduled.burnIn = true;
    Measurement probe;
    probe.kind = MeasurementKind::Probe;
    probe.at = {1001, 7};
    probe.encoderUpdates = 20130;
    probe.epoch = 1.001;
    probe.seconds = 12.625;
    probe.lag = std::numeric_limits<double>::infinity();
    probe.logLikelihood = -59.5;
    probe.trueMeanSd = 1.5;
    probe.approxMeanSd = 0.25;
    probe.meanCorrelation = -0.5;
    probe.meanGap = 1.25;
    probe.pooling = Pooling::AbsMax;
    probe.skip = true;
    Measurement training;
    training.kind = MeasurementKind::Training;
    training.at = {1001, 0};
    return {scheduled, training, probe};
}

ExportHeader sampleHeader() {
    ExportHeader header;
    header.name = "He et al.\nfigure 3";
    header.id = "0f8fad5b";
    header.settings.seed = 42;
    header.settings.latent = 2;
    Event event;
    event.kind = EventKind::Switch;
    event.at = event.intervention.at = {500, 3};
    event.intervention.field = "kl_weight";
    event.intervention.newValue = "0.5";
    header.events = {event};
    return header;
}

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

class TestHistoryCsv : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rowsAreWhatPythonWrites();
    void jsonLinesAreWhatPythonWrites();
    void anotherReaderTakesTheJson();
    void kindsAreChosen();
    void headerTellsWhereItComesFrom();
    void localeChangesNothing();
    void cellsAreQuoted();
    void snapshotHasOneRowAProbe();
    void snapshotOfManyDimensions();
    void snapshotOfThePlane();
    void writingIsAtomicOrAnError();
};

void TestHistoryCsv::rowsAreWhatPythonWrites() {
    const std::string expected = fileText(TEST_DATA "/export_history.csv");
    QVERIFY(!expected.empty());
    QCOMPARE(lines(historyCsv(sampleHeader(), samples()), false), expected);
}

void TestHistoryCsv::jsonLinesAreWhatPythonWrites() {
    const auto measurements = samples();
    std::string expected = fileText(TEST_DATA "/export_history.jsonl");
    QCOMPARE(measurementJson(measurements[0]) + "\n" + measurementJson(measurements[2]) + "\n", expected);
}

void TestHistoryCsv::anotherReaderTakesTheJson() {
    const QJsonObject object =
        QJsonDocument::fromJson(QByteArray::fromStdString(measurementJson(samples()[2]))).object();
    QCOMPARE(object["update"].toInt(), 1001);
    QVERIFY(object["elbo"].isNull() && object.contains("elbo"));
    QCOMPARE(object["mean_gap"].toDouble(), 1.25);
    QVERIFY(object["skip"].toBool());
    QCOMPARE(static_cast<std::size_t>(object.size()), measurementColumns().size() + 10);
}

void TestHistoryCsv::kindsAreChosen() {
    const auto rows = [](HistoryKinds kinds) {
        const std::string text = lines(historyCsv(sampleHeader(), samples(), kinds), false);
        return std::count(text.begin(), text.end(), '\n') - 1;
    };
    QCOMPARE(rows({}), 2);
    QCOMPARE(rows({.training = true}), 3);
    QCOMPARE(rows({.training = true, .scheduled = false, .probe = false}), 1);
    QCOMPARE(rows({.training = false, .scheduled = false, .probe = false}), 0);
}

void TestHistoryCsv::headerTellsWhereItComesFrom() {
    const std::string comments = lines(historyCsv(sampleHeader(), samples()), true);
    for (const char* part : {"# Collapsar ", "# run: He et al. figure 3\n", "# id: 0f8fad5b\n", "# seed: 42\n",
                             "# probe_set: training, first 500\n", "#   latent: 2\n", "500.3:kl_weight=0.5\n",
                             "elbo = -(reconstruction + kl)", "# mi_full [nats]: "}) {
        QVERIFY2(contains(comments, part), part);
    }
    QVERIFY(!contains(comments, "decoder_hidden"));  // at its default
    for (const MeasurementColumn& column : measurementColumns()) {
        QVERIFY2(contains(comments, "# " + std::string(column.name) + " ["), std::string(column.name).c_str());
    }
}

void TestHistoryCsv::localeChangesNothing() {
    const std::string before = historyCsv(sampleHeader(), samples());
    for (const char* name : {"de_DE.UTF-8", "fr_FR.UTF-8", "C.UTF-8"}) {
        if (!std::setlocale(LC_ALL, name)) continue;
        QCOMPARE(historyCsv(sampleHeader(), samples()), before);
        QCOMPARE(measurementJson(samples()[0]), measurementJson(samples()[0]));
    }
    std::setlocale(LC_ALL, "C");
}

/// RFC 4180, section 2, rules 5 to 7.
void TestHistoryCsv::cellsAreQuoted() {
    CsvText csv;
    for (const char* text : {"plain words", "a,b", "say \"x\"", "two\nlines", "# no comment", ""})
        csv.cell(text);
    csv.endRow();
    csv.cell(notMeasured);
    csv.cell(-std::numeric_limits<double>::infinity());
    csv.cell(0.1);
    csv.endRow();
    QCOMPARE(csv.text(),
             std::string("plain words,\"a,b\",\"say \"\"x\"\"\",\"two\nlines\",\"# no comment\",\n,-inf,0.1\n"));
}

void TestHistoryCsv::snapshotHasOneRowAProbe() {
    Snapshot snapshot;
    snapshot.values.at = {40, 2};
    snapshot.trueMean = {0.5f, -0.25f};
    snapshot.approximateMean = {0.1f, 0.0f};
    snapshot.logLikelihood = {-60.5f, -61.5f};
    snapshot.lag = {0.75f, std::numeric_limits<float>::quiet_NaN()};
    snapshot.verdict.kind = VerdictKind::InferenceCollapse;
    snapshot.unitKl = {0.1f};
    snapshot.unitVariance = {0.25f};
    const std::vector<std::string> texts{"the cat, sat"};
    const std::string text = snapshotCsv(sampleHeader(), snapshot, texts);
    QCOMPARE(lines(text, false), std::string("probe,text,true_mean,approximate_mean,log_likelihood,lag\n"
                                             "0,\"the cat, sat\",0.5,0.1,-60.5,0.75\n"
                                             "1,,-0.25,0,-61.5,\n"));
    QVERIFY(contains(lines(text, true), "# update: 40, inner: 2\n"));
    QVERIFY(contains(lines(text, true), "# verdict: inference_collapse\n"));
    QVERIFY(contains(lines(text, true), "# unit 1: kl 0.1 nats, variance of the posterior mean 0.25\n"));
}

void TestHistoryCsv::snapshotOfManyDimensions() {
    Snapshot snapshot;
    snapshot.latent = 3;
    snapshot.approximateMean = {1, 2, 3, 4, 5, 6};
    QCOMPARE(lines(snapshotCsv(sampleHeader(), snapshot, {}), false),
             std::string("probe,text,approximate_mean_1,approximate_mean_2,approximate_mean_3\n0,,1,2,3\n1,,4,5,6\n"));
}

void TestHistoryCsv::snapshotOfThePlane() {
    Snapshot snapshot;
    snapshot.latent = 2;
    snapshot.trueMean = {5, 6, 7, 8};
    snapshot.approximateMean = {1, 2, 3, 4};
    snapshot.logLikelihood = {-60, -61};
    snapshot.lag = {0.5, 0.25};
    QCOMPARE(lines(snapshotCsv(sampleHeader(), snapshot, {}), false),
             std::string("probe,text,true_mean_1,true_mean_2,approximate_mean_1,approximate_mean_2,log_likelihood,lag\n"
                         "0,,5,6,1,2,-60,0.5\n1,,7,8,3,4,-61,0.25\n"));
}

void TestHistoryCsv::writingIsAtomicOrAnError() {
    QTemporaryDir folder;
    const fs::path path = fs::path(folder.path().toStdString()) / "a.csv";
    QVERIFY(writeExport(path, "one").ok() && writeExport(path, "two").ok());
    QCOMPARE(fileText(path), std::string("two"));
    QCOMPARE(writeExport("/dev/full", "x").error().code, ErrorCode::FileUnwritable);
    QCOMPARE(writeExport(path / "b.csv", "x").error().code, ErrorCode::FileUnwritable);
}

QTEST_APPLESS_MAIN(TestHistoryCsv)
#include "tst_history_csv.moc"
