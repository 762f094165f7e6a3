// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/measurement.h"

#include <QtTest>

#include <cmath>

using namespace collapsar;

class TestMeasurement : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesAreStable();
    void everyColumnStandsForAnotherField();
    void everyColumnIsDescribed();
    void startsUnmeasured();
};

void TestMeasurement::namesAreStable() {
    const char* expected =
        "elbo reconstruction kl ppl mi_batch mi_full aggregate_kl active_units usage_gap_shuffled "
        "usage_gap_prior feature_cosine feature_rank probe_accuracy lag log_likelihood true_mean_sd approx_mean_sd "
        "mean_correlation mean_gap refined_elbo refined_kl iw_nll iw_ppl train_elbo train_reconstruction train_kl "
        "encoder_gradient_norm "
        "decoder_gradient_norm "
        "kl_weight inner_updates learning_rate";
    QStringList names;
    for (const auto& column : measurementColumns())
        names << QString::fromUtf8(column.name.data());
    QCOMPARE(names.join(' '), QString(expected));
}

void TestMeasurement::everyColumnStandsForAnotherField() {
    Measurement measurement;
    double value = 0;
    for (const auto& column : measurementColumns())
        measurement.*column.value = ++value;
    value = 0;
    for (const auto& column : measurementColumns())
        QCOMPARE(measurement.*column.value, ++value);
    QCOMPARE(measurement.elbo, 1.0);
    QCOMPARE(measurement.kl, 3.0);
    QCOMPARE(measurement.miFull, 6.0);
    QCOMPARE(measurement.aggregateKl, 7.0);
    QCOMPARE(measurement.probeAccuracy, 13.0);
    QCOMPARE(measurement.trueMeanSd, 16.0);
    QCOMPARE(measurement.approxMeanSd, 17.0);
    QCOMPARE(measurement.learningRate, 31.0);
}

void TestMeasurement::everyColumnIsDescribed() {
    for (const auto& column : measurementColumns()) {
        QVERIFY2(!column.label.empty() && column.estimator.size() > 10, column.name.data());
        QCOMPARE(findColumn(column.name), &column);
    }
    QVERIFY(findColumn("mi_batch")->estimator.find("ln B") != std::string_view::npos);
    QVERIFY(findColumn("mi_full")->estimator.find("ln N") != std::string_view::npos);
    QCOMPARE(findColumn("update"), nullptr);
}

void TestMeasurement::startsUnmeasured() {
    const Measurement measurement;
    for (const auto& column : measurementColumns())
        QVERIFY2(std::isnan(measurement.*column.value), column.name.data());
}

QTEST_APPLESS_MAIN(TestMeasurement)
#include "tst_measurement.moc"
