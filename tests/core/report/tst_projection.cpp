// SPDX-License-Identifier: GPL-3.0-or-later
/// Oracles: numpy's singular value decomposition (tests/data/report_projection.py).
#include "core/report/projection.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace collapsar;

namespace {

std::vector<double> doubles(const QJsonValue& value) {
    std::vector<double> numbers;
    for (const QJsonValue& v : value.toArray())
        numbers.push_back(v.toDouble());
    return numbers;
}

double largestDifference(const std::vector<double>& a, const std::vector<double>& b) {
    double most = a.size() == b.size() ? 0 : INFINITY;
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i)
        most = std::max(most, std::abs(a[i] - b[i]));
    return most;
}

Snapshot threeDimensions() {
    Snapshot snapshot;
    snapshot.latent = 3;
    snapshot.trueMean = {0, 0, 0, 1, 2, 0, 2, 4, 0, -1, -2, 0.1F};
    snapshot.approximateMean = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
    snapshot.unitKl = {0.005F, 0.3F, 1.5F};
    return snapshot;
}

}  // namespace

class TestProjection : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void agreesWithNumpy();
    void manyDimensionsTakeAFewMilliseconds();
    void dimensionsComeByKl();
    void choicesBecomeAxes();
    void signsAreThoseOfTheLargestComponent();
    void unreliableMeansDoNotTurnTheAxis();
    void nothingToProject();
    void whatIsNotFiniteIsLeftOut();
};

void TestProjection::agreesWithNumpy() {
    QFile file(QStringLiteral(TEST_DATA "/report_projection.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonArray cases = QJsonDocument::fromJson(file.readAll()).array();
    QCOMPARE(cases.size(), 3);
    for (const QJsonValue& value : cases) {
        const QJsonObject one = value.toObject();
        const std::vector<double> numbers = doubles(one["rows"]);
        const std::vector<float> rows(numbers.begin(), numbers.end());
        const int width = one["width"].toInt();
        const PrincipalDirections found = principalDirections(rows, width);
        const std::vector<double> variance = doubles(one["variance"]), projected = doubles(one["projected"]);
        QVERIFY(std::abs(found.totalVariance - one["total"].toDouble()) < 1e-12 * found.totalVariance);
        for (int i = 0; i < 2; ++i) {
            const auto at = static_cast<std::size_t>(i);
            QVERIFY(std::abs(found.variance[at] - variance[at]) < 1e-12 * variance[0]);
            QVERIFY(largestDifference(found.direction[at], doubles(one["directions"].toArray()[i])) < 1e-10);
        }
        Snapshot snapshot;
        snapshot.latent = width;
        snapshot.trueMean = rows;
        const ProjectionAxis axis = axisOf(snapshot, {Projection::Kind::Principal, 0});
        QVERIFY(std::abs(axis.share - variance[0] / one["total"].toDouble()) < 1e-12);
        for (std::size_t probe = 0; probe < projected.size(); ++probe)
            QVERIFY(std::abs(placeOn(axis, rows, probe) - projected[probe]) < 1e-9);
    }
}

void TestProjection::manyDimensionsTakeAFewMilliseconds() {
    constexpr int width = 512, probes = 100;
    std::vector<float> rows(width * probes);
    for (std::size_t i = 0; i < rows.size(); ++i)
        rows[i] = static_cast<float>(std::sin(1.3 * static_cast<double>(i * i % 9973))) * static_cast<float>(i % width);
    const PrincipalDirections found = principalDirections(rows, width);
    QCOMPARE(found.direction.size(), mostPrincipalDimensions);
    QCOMPARE(found.direction[0].size(), std::size_t{width});
    QCOMPARE(found.direction[0][3], 0.0);  // varies least: not among them
    QVERIFY(found.variance[0] >= found.variance[1] && found.variance[0] < found.totalVariance);
}

void TestProjection::dimensionsComeByKl() {
    Snapshot snapshot = threeDimensions();
    QCOMPARE(dimensionsByKl(snapshot), (std::vector<int>{2, 1, 0}));
    snapshot.unitKl = {0.004F, 0.009F, 0.0F};  // noise
    QCOMPARE(dimensionsByKl(snapshot), (std::vector<int>{0, 1, 2}));
    snapshot.unitKl = {NAN, 0.5F, 0.5F};
    QCOMPARE(dimensionsByKl(snapshot), (std::vector<int>{1, 2, 0}));
    snapshot.unitKl.clear();
    QCOMPARE(dimensionsByKl(snapshot), (std::vector<int>{0, 1, 2}));
}

void TestProjection::choicesBecomeAxes() {
    const Snapshot snapshot = threeDimensions();
    const ProjectionAxis largest = axisOf(snapshot, {});
    QVERIFY(largest.kind == Projection::Kind::Dimension && largest.index == 2);
    QCOMPARE(placeOn(largest, snapshot.approximateMean, 1), 6.0);
    const ProjectionAxis first = axisOf(snapshot, {Projection::Kind::Dimension, 0});
    QCOMPARE(first.direction, (std::vector<double>{1, 0, 0}));
    QCOMPARE(placeOn(first, snapshot.trueMean, 2), 2.0);
    QCOMPARE(axisOf(snapshot, {Projection::Kind::Dimension, 3}), largest);
    QCOMPARE(axisOf(snapshot, {Projection::Kind::Dimension, -1}), largest);
    const ProjectionAxis principal = axisOf(snapshot, {Projection::Kind::Principal, 0});
    QVERIFY(principal.kind == Projection::Kind::Principal && principal.share > 0.99);
    QVERIFY(std::abs(placeOn(principal, snapshot.approximateMean, 0) - (1 + 2 * 2) / std::sqrt(5.0)) < 0.1);
    QCOMPARE(axisOf(snapshot, {Projection::Kind::Principal, 7}), largest);
}

void TestProjection::signsAreThoseOfTheLargestComponent() {
    Snapshot snapshot = threeDimensions();
    for (float& value : snapshot.trueMean)
        value = -value;
    const ProjectionAxis axis = axisOf(snapshot, {Projection::Kind::Principal, 0});
    QVERIFY(axis.direction[1] > 0.8 && axis.direction[0] > 0.4);
    QCOMPARE(axisOf(threeDimensions(), {Projection::Kind::Principal, 0}).direction, axis.direction);
    for (int shift = 0; shift < 40; ++shift) {
        std::vector<float> rows(60);
        for (std::size_t i = 0; i < rows.size(); ++i)
            rows[i] = static_cast<float>(std::sin(2.3 * static_cast<double>(i * i) + shift));
        for (const std::vector<double>& direction : principalDirections(rows, 6).direction) {
            const auto [least, most] = std::ranges::minmax_element(direction);
            QVERIFY(*most >= -*least);
        }
    }
}

void TestProjection::unreliableMeansDoNotTurnTheAxis() {
    Snapshot snapshot = threeDimensions();
    const ProjectionAxis before = axisOf(snapshot, {Projection::Kind::Principal, 0});
    snapshot.trueMean.insert(snapshot.trueMean.end(), {0, 0, 900});
    snapshot.approximateMean.insert(snapshot.approximateMean.end(), {0, 0, 0});
    snapshot.effectiveSamples = {100, 100, 100, 100, 2};
    QCOMPARE(axisOf(snapshot, {Projection::Kind::Principal, 0}), before);
    snapshot.effectiveSamples = {100, 1, 1, 1, 2};
    QVERIFY(axisOf(snapshot, {Projection::Kind::Principal, 0}).direction[2] > 0.99);
}

void TestProjection::nothingToProject() {
    Snapshot empty;
    empty.latent = 5;
    const ProjectionAxis axis = axisOf(empty, {Projection::Kind::Principal, 1});
    QVERIFY(axis.kind == Projection::Kind::Dimension && axis.index == 0);
    QVERIFY(std::isnan(placeOn(axis, empty.trueMean, 0)));
    const Snapshot snapshot = threeDimensions();
    QVERIFY(std::isnan(placeOn(axis, snapshot.trueMean, 0)));  // of another latent space
    QVERIFY(std::isnan(placeOn(axisOf(snapshot, {}), snapshot.trueMean, 4)));
    QVERIFY(std::isnan(placeOn({}, snapshot.trueMean, 0)));
    Snapshot constant = threeDimensions();
    constant.trueMean.assign(12, 0.25F);
    QVERIFY(axisOf(constant, {Projection::Kind::Principal, 0}).kind == Projection::Kind::Dimension);
}

void TestProjection::whatIsNotFiniteIsLeftOut() {
    Snapshot snapshot = threeDimensions();
    const ProjectionAxis before = axisOf(snapshot, {Projection::Kind::Principal, 0});
    snapshot.trueMean.insert(snapshot.trueMean.end(), {NAN, 0, INFINITY});
    snapshot.approximateMean.insert(snapshot.approximateMean.end(), {0, 0, 0});
    QCOMPARE(axisOf(snapshot, {Projection::Kind::Principal, 0}), before);
}

QTEST_APPLESS_MAIN(TestProjection)
#include "tst_projection.moc"
