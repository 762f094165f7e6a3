// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/measurement_history.h"

#include <QTest>

#include <cmath>
#include <random>

using namespace collapsar;

namespace {

Measurement at(std::int64_t update) {
    Measurement point;
    point.at.update = update;
    return point;
}

bool areUpdates(const MeasurementHistory& history, std::size_t count) {
    std::size_t next = 0;
    for (const auto& piece : history.pieces()) {
        if (piece.empty()) return false;
        for (const Measurement& point : piece)
            if (point.at.update != static_cast<std::int64_t>(next++)) return false;
    }
    return next == count && history.size() == count && history.empty() == (count == 0);
}

}  // namespace

class TestMeasurementHistory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsEverythingInOrder();
    void appendingMovesNothing();
    void aCopyStaysAsItWas();
    void lastIsTheNewestWithTheColumn();
    void newestAgreesWithAPlainSearch();
    void newestSurvivesAMissingColumn();
};

void TestMeasurementHistory::keepsEverythingInOrder() {
    MeasurementHistory history;
    QVERIFY(areUpdates(history, 0));
    std::mt19937 generator(1);
    std::size_t count = 0;
    for (int batch = 0; batch < 200; ++batch) {
        std::vector<Measurement> fresh;
        for (std::size_t i = generator() % 3000; i > 0; --i)
            fresh.push_back(at(static_cast<std::int64_t>(count++)));
        history.append(fresh);
        QVERIFY(areUpdates(history, count));
    }
    QVERIFY(count > 10 * MeasurementHistory::pieceLength);
    const std::vector<Measurement> joined = history.joined();
    QCOMPARE(joined.size(), count);
    QVERIFY(areUpdates(MeasurementHistory(joined), count));
}

void TestMeasurementHistory::appendingMovesNothing() {
    MeasurementHistory history(std::vector<Measurement>(MeasurementHistory::pieceLength, at(0)));
    const Measurement* first = history.pieces().front().data();
    history.append(std::vector<Measurement>(100 * MeasurementHistory::pieceLength, at(1)));
    QCOMPARE(history.pieces().front().data(), first);
    const MeasurementHistory copy = history;
    QCOMPARE(copy.pieces().front().data(), first);
}

void TestMeasurementHistory::aCopyStaysAsItWas() {
    MeasurementHistory history;
    for (int update = 0; update < 1500; ++update)
        history.append(std::vector{at(update)});
    const MeasurementHistory copy = history;
    for (int update = 1500; update < 4000; ++update)
        history.append(std::vector{at(update)});
    QVERIFY(areUpdates(copy, 1500));
    QVERIFY(areUpdates(history, 4000));
}

void TestMeasurementHistory::lastIsTheNewestWithTheColumn() {
    MeasurementHistory history;
    QVERIFY(std::isnan(history.last(&Measurement::kl)));
    std::vector<Measurement> points(5000, at(0));
    points[7].kl = 1;
    points[1030].kl = 2;
    points[4999].kl = INFINITY;
    history.append(points);
    QCOMPARE(history.last(&Measurement::kl), 2.0);
    QVERIFY(std::isnan(history.last(&Measurement::elbo)));
}

/// Rows of three kinds, probes late by up to 700 rows: every place and three columns against a search of all rows.
void TestMeasurementHistory::newestAgreesWithAPlainSearch() {
    std::mt19937 generator(3);
    std::vector<Measurement> rows;
    std::vector<Measurement> waiting;
    for (int update = 1; update <= 9000; ++update) {
        rows.push_back(at(update));
        rows.back().trainKl = update;
        if (update % 40 == 0) {
            waiting.push_back(at(update));
            waiting.back().kl = update;
            if (update % 2000 == 0) waiting.back().meanCorrelation = update;
        }
        if (!waiting.empty() && generator() % 500 == 0) {
            rows.insert(rows.end(), waiting.begin(), waiting.end());
            waiting.clear();
        }
    }
    const MeasurementHistory history(rows);
    for (int update = 0; update <= 9100; update += 7) {
        for (double Measurement::*column : {&Measurement::kl, &Measurement::trainKl, &Measurement::meanCorrelation}) {
            double expected = 0;
            for (const Measurement& row : rows)
                if (row.at.update <= update && row.*column > expected) expected = row.*column;
            const Measurement* found = history.newest({update, 0}, column);
            QCOMPARE(found == nullptr ? 0.0 : found->*column, expected);
        }
    }
}

void TestMeasurementHistory::newestSurvivesAMissingColumn() {
    MeasurementHistory history;
    QVERIFY(history.newest({10, 0}, &Measurement::kl) == nullptr);
    std::vector<Measurement> points(5000, at(5));
    points[2].kl = 1;
    points[3].kl = 2;
    history.append(points);
    QCOMPARE(history.newest({5, 0}, &Measurement::kl)->kl, 2.0);
    QVERIFY(history.newest({4, 9}, &Measurement::kl) == nullptr);
    QVERIFY(history.newest({5, 0}, &Measurement::elbo) == nullptr);
}

QTEST_APPLESS_MAIN(TestMeasurementHistory)
#include "tst_measurement_history.moc"
