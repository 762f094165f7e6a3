// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/exit_code.h"
#include "app/cli/report_json.h"
#include "app/cli/report_text.h"

#include <nlohmann/json.hpp>

#include <QtTest/QtTest>

#include <limits>

using namespace collapsar;
using Json = nlohmann::json;

namespace {

QString text(const std::string& words) {
    return QString::fromStdString(words);
}

Measurement evaluation() {
    Measurement measurement;
    measurement.kind = MeasurementKind::Scheduled;
    measurement.at = {200, 0};
    measurement.elbo = -41.125;
    measurement.kl = 0.0125;
    return measurement;
}

}  // namespace

class TestReportText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void measurementLeavesOutWhatWasNotMeasured();
    void progressHasPercentRateAndTimeLeft();
    void durations_data();
    void durations();
    void eventsReadAsSentences();
    void jsonLinesAreObjectsWithTheirType();
    void stateJsonHasNullForUnknownTime();
    void switchJsonCanBeGivenToAt();
    void exitCodes();
};

void TestReportText::measurementLeavesOutWhatWasNotMeasured() {
    const QString line = text(measurementLine(evaluation()));
    QVERIFY(line.startsWith("update 200  elbo -41.12"));
    QVERIFY(line.contains("kl 0.0125"));
    QVERIFY(!line.contains("nan"));
    QVERIFY(!line.contains("mi_full"));
}

void TestReportText::progressHasPercentRateAndTimeLeft() {
    RunState state;
    state.phase = RunPhase::Training;
    state.at = {50, 7};
    state.totalUpdates = 200;
    state.updatesPerSecond = 25;
    state.secondsLeft = 6;
    QCOMPARE(text(progressLine(state)), QString("update 50 of 200 (25 %)  inner 7  25 updates/s  6 s left"));
    state.phase = RunPhase::Preparing;
    state.note = "Making sentences";
    state.progress = 0.5;
    QCOMPARE(text(progressLine(state)), QString("Making sentences (50 %)"));
}

void TestReportText::durations_data() {
    QTest::addColumn<double>("seconds");
    QTest::addColumn<QString>("expected");
    QTest::newRow("none") << 0.2 << "0 s";
    QTest::newRow("rounds up to a minute") << 59.6 << "1 min 0 s";
    QTest::newRow("minutes") << 125.0 << "2 min 5 s";
    QTest::newRow("hours") << 7380.0 << "2 h 3 min";
    QTest::newRow("not known") << std::numeric_limits<double>::quiet_NaN() << "?";
    QTest::newRow("never") << std::numeric_limits<double>::infinity() << "?";
    QTest::newRow("negative") << -1.0 << "?";
}

void TestReportText::durations() {
    QFETCH(double, seconds);
    QFETCH(QString, expected);
    QCOMPARE(text(durationText(seconds)), expected);
}

void TestReportText::eventsReadAsSentences() {
    Event event;
    event.kind = EventKind::Switch;
    event.at = {1000, 3};
    event.intervention = {{1000, 3}, Action::None, "aggressive", "off", "on"};
    QCOMPARE(text(eventLine(event)), QString("update 1000.3: aggressive off -> on"));
    event.intervention = {{1000, 0}, Action::ReinitialiseDecoder, "", "", ""};
    event.at = {1000, 0};
    QCOMPARE(text(eventLine(event)), QString("update 1000: reinitialise_decoder"));
    QCOMPARE(QString(eventName(EventKind::Warning)), QString("warning"));
    QCOMPARE(QString(eventName(EventKind::NumericsChanged)), QString("numerics_changed"));
    QCOMPARE(QString(phaseName(RunPhase::Failed)), QString("failed"));
    QCOMPARE(QString(stepName(StepPhase::Probing)), QString("probing"));
}

void TestReportText::jsonLinesAreObjectsWithTheirType() {
    const std::string line = measurementJsonLine(evaluation());
    QVERIFY(line.find('\n') == std::string::npos);
    const Json measurement = Json::parse(line);
    QCOMPARE(measurement["type"].get<std::string>(), std::string("measurement"));
    QCOMPARE(measurement["kind"].get<std::string>(), std::string("scheduled"));
    QCOMPARE(measurement["update"].get<int>(), 200);
    QCOMPARE(measurement["kl"].get<double>(), 0.0125);
    QVERIFY(measurement["mi_full"].is_null());
    Verdict verdict;
    verdict.kind = VerdictKind::InferenceCollapse;
    const Json judged = Json::parse(verdictJsonLine(verdict, {200, 0}));
    QCOMPARE(judged["verdict"].get<std::string>(), std::string("inference_collapse"));
    QVERIFY(judged["true_mean_sd"].is_null());
}

void TestReportText::stateJsonHasNullForUnknownTime() {
    RunState state;
    state.phase = RunPhase::Failed;
    state.secondsLeft = std::numeric_limits<double>::quiet_NaN();
    state.error = {ErrorCode::DataInvalid, "line 3: bad \xff byte"};
    const Json object = Json::parse(stateJsonLine(state));
    QVERIFY(object["seconds_left"].is_null());
    QCOMPARE(object["phase"].get<std::string>(), std::string("failed"));
    QVERIFY(text(object["error"].get<std::string>()).startsWith("line 3: bad"));
}

void TestReportText::switchJsonCanBeGivenToAt() {
    Event event;
    event.kind = EventKind::Switch;
    event.at = {100, 4};
    event.intervention = {{}, Action::None, "kl_weight", "1", "0.5"};
    const Json object = Json::parse(eventJsonLine(event));
    const auto intervention = parseIntervention(object["at"].get<std::string>());
    QVERIFY(intervention);
    QCOMPARE(intervention.value().at.update, std::int64_t{100});
    QCOMPARE(intervention.value().at.inner, 4);
    QCOMPARE(intervention.value().newValue, std::string("0.5"));
}

void TestReportText::exitCodes() {
    const auto codeOf = [](ErrorCode code) { return static_cast<int>(exitCodeFor(Error{code, ""})); };
    QCOMPARE(codeOf(ErrorCode::InvalidSettings), 3);
    QCOMPARE(codeOf(ErrorCode::DataInvalid), 3);
    QCOMPARE(codeOf(ErrorCode::FileMissing), 3);
    QCOMPARE(codeOf(ErrorCode::FileUnwritable), 1);
    QCOMPARE(codeOf(ErrorCode::RunBusy), 1);
    RunState state;
    const auto codeIn = [&](RunPhase phase) {
        state.phase = phase;
        return static_cast<int>(exitCodeFor(state));
    };
    QCOMPARE(codeIn(RunPhase::Finished), 0);
    QCOMPARE(codeIn(RunPhase::Diverged), 4);
    QCOMPARE(codeIn(RunPhase::Stopped), 130);
    state.error.code = ErrorCode::DataChanged;
    QCOMPARE(codeIn(RunPhase::Failed), 3);
}

QTEST_APPLESS_MAIN(TestReportText)
#include "tst_report_text.moc"
