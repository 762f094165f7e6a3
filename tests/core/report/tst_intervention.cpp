// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/intervention.h"

#include <QtTest>

using namespace collapsar;

class TestIntervention : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void parses_data();
    void parses();
    void refuses_data();
    void refuses();
    void checksWhatWasNotParsed();
};

void TestIntervention::parses_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("update");
    QTest::addColumn<int>("inner");
    QTest::addColumn<int>("action");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("back");
    const auto row = [](const char* text, qint64 update, int inner, Action action, const char* field, const char* value,
                        const char* back) {
        QTest::newRow(text) << text << update << inner << static_cast<int>(action) << field << value << back;
    };
    row("100:aggressive=on", 100, 0, Action::None, "aggressive", "on", "100:aggressive=on");
    row("100.23:pooling=max", 100, 23, Action::None, "pooling", "max", "100.23:pooling=max");
    row("1000:reinitialise_decoder", 1000, 0, Action::ReinitialiseDecoder, "", "", "1000:reinitialise_decoder");
    row("5:step_encoder", 5, 0, Action::StepEncoder, "", "", "5:step_encoder");
    row("5.7:step_decoder", 5, 7, Action::StepDecoder, "", "", "5.7:step_decoder");
    row("0:kl_weight=0.50", 0, 0, Action::None, "kl_weight", "0.5", "0:kl_weight=0.5");
    row("7.0:skip=on", 7, 0, Action::None, "skip", "on", "7:skip=on");
}

void TestIntervention::parses() {
    QFETCH(QString, text);
    QFETCH(qint64, update);
    QFETCH(int, inner);
    QFETCH(int, action);
    QFETCH(QString, field);
    QFETCH(QString, value);
    QFETCH(QString, back);
    const auto parsed = parseIntervention(text.toStdString());
    QVERIFY2(parsed.ok(), parsed.ok() ? "" : parsed.error().detail.c_str());
    const Intervention& got = parsed.value();
    QVERIFY(got.at == (Position{update, inner}));
    QCOMPARE(static_cast<int>(got.action), action);
    QCOMPARE(QString::fromStdString(got.field), field);
    QCOMPARE(QString::fromStdString(got.newValue), value);
    QCOMPARE(QString::fromStdString(interventionText(got)), back);
    QVERIFY(parseIntervention(interventionText(got)).value() == got);
}

void TestIntervention::refuses_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* text, const char* expected) { QTest::newRow(text) << text << expected; };
    row("", "UPDATE");
    row("aggressive=on", "UPDATE");
    row(":aggressive=on", "whole numbers");
    row("-1:aggressive=on", "whole numbers");
    row("1.5.2:aggressive=on", "whole numbers");
    row("1.:aggressive=on", "whole numbers");
    row("1.99999999999:skip=on", "whole numbers");
    row("1e3:skip=on", "whole numbers");
    row("10:explode", "step_encoder");
    row("10:", "step_encoder");
    row("10:none", "step_encoder");
    row("10:batch=32", "live settings are");
    row("10:latnt=3", "no such setting");
    row("10:step_encoder=1", "no such setting");
    row("10:pooling=median", "last, mean, max, absmax");
    row("10:learning_rate=nan", "numbers from");
    row("10:learning_rate=", "numbers from");
}

void TestIntervention::refuses() {
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const auto parsed = parseIntervention(text.toStdString());
    QVERIFY(!parsed.ok());
    QCOMPARE(parsed.error().code, ErrorCode::InvalidSettings);
    const auto detail = QString::fromStdString(parsed.error().detail);
    QVERIFY2(detail.contains(expected), qPrintable(detail));
}

void TestIntervention::checksWhatWasNotParsed() {
    Intervention intervention;
    intervention.action = Action::StepEncoder;
    QVERIFY(checkIntervention(intervention).ok());
    intervention.field = "skip";
    QVERIFY(!checkIntervention(intervention).ok());
    intervention = {.at = {-1, 0}, .action = Action::StepDecoder, .field = {}, .oldValue = {}, .newValue = {}};
    QVERIFY(!checkIntervention(intervention).ok());
    QVERIFY(!checkIntervention({}).ok());
}

QTEST_APPLESS_MAIN(TestIntervention)
#include "tst_intervention.moc"
