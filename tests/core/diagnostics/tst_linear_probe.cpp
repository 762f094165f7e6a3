// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnostics/linear_probe.h"

#include "core/diagnostics/lbfgs.h"
#include "tests/support/metrics_oracle.h"

#include <QTest>

#include <numeric>
#include <random>

using namespace collapsar;

class TestLinearProbe : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void minimisesKnownFunctions();
    void minimumIsHonestAboutFailure();
    void agreesWithNewtonsMethod();
    void separatedClassesAreAllFound();
    void noInformationIsTheMajority();
    void scaleOfFeaturesDoesNotMatter();
    void constantFeatureIsLeftOut();
    void partsDoNotOverlap();
    void nothingToFit();
};

/// A badly scaled quadratic with a known minimum, and log-cosh.
void TestLinearProbe::minimisesKnownFunctions() {
    const auto quadratic = [](std::span<const double> x, std::span<double> gradient) {
        double value = 0;
        for (std::size_t i = 0; i < x.size(); ++i) {
            const double scale = std::pow(10.0, static_cast<double>(i) - 2), distance = x[i] - static_cast<double>(i);
            value += 0.5 * scale * distance * distance;
            gradient[i] = scale * distance;
        }
        return value;
    };
    const Minimum minimum = minimise(quadratic, std::vector<double>(6, -3.0));
    QVERIFY(minimum.converged && minimum.gradient <= 1e-9);
    for (std::size_t i = 0; i < 6; ++i)
        QVERIFY(isNear(minimum.x[i], static_cast<double>(i), 1e-6));
    const Minimum flat = minimise(
        [](std::span<const double> x, std::span<double> gradient) {
            gradient[0] = std::tanh(x[0] - 2);
            return std::log(std::cosh(x[0] - 2));
        },
        {30});
    QVERIFY(flat.converged && isNear(flat.x[0], 2, 1e-8));
}

void TestLinearProbe::minimumIsHonestAboutFailure() {
    const auto broken = [](std::span<const double>, std::span<double> gradient) {
        gradient[0] = 1;
        return std::nan("");
    };
    QVERIFY(!minimise(broken, {1}).converged);
    const auto endless = [](std::span<const double> x, std::span<double> gradient) {
        gradient[0] = -1;
        return -x[0];
    };
    const Minimum minimum = minimise(endless, {0}, {.mostIterations = 7});
    QVERIFY(!minimum.converged);
    QCOMPARE(minimum.iterations, 7);
}

/// Weights, accuracies and split of an independent implementation.
void TestLinearProbe::agreesWithNewtonsMethod() {
    const QJsonArray cases = metricsOracle("probe");
    QCOMPARE(cases.size(), 2);
    for (const QJsonValue& value : cases) {
        const QJsonObject one = value.toObject();
        const auto features = numbersOf<float>(one["features"]);
        const auto labels = numbersOf<std::int32_t>(one["labels"]);
        const LabelledRows rows{features, labels, one["latent"].toInt(), one["classes"].toInt()};
        const double l2 = one["l2"].toDouble();
        const LinearProbe probe = linearProbe(rows, l2);
        QCOMPARE(probe.trained, one["trained"].toInteger());
        QCOMPARE(probe.tested, one["tested"].toInteger());
        QCOMPARE(probe.accuracy, one["accuracy"].toDouble());
        QCOMPARE(probe.trainingAccuracy, one["training_accuracy"].toDouble());
        QCOMPARE(probe.majority, one["majority"].toDouble());
        std::vector<std::int32_t> fitted = labels;
        for (std::size_t i = 0; i < fitted.size(); ++i)
            if (probePartOf(static_cast<std::int64_t>(i)) == ProbePart::Tested) fitted[i] = -1;
        const LinearClassifier classifier = fitLinearClassifier({features, fitted, rows.latent, rows.classes}, l2);
        QVERIFY(classifier.converged);
        const auto weights = numbersOf<double>(one["weights"]), bias = numbersOf<double>(one["bias"]);
        QCOMPARE(weights.size(), classifier.weights.size());
        for (std::size_t i = 0; i < weights.size(); ++i)
            QVERIFY2(isNear(classifier.weights[i], weights[i], 1e-7), QByteArray::number(classifier.weights[i]));
        for (std::size_t i = 0; i < bias.size(); ++i)
            QVERIFY2(isNear(classifier.bias[i], bias[i], 1e-7), QByteArray::number(classifier.bias[i]));
    }
}

namespace {

struct Sample {
    /// Classes in turn, centres `distance` apart on a line through the latent space.
    Sample(int count, int latentUnits, int classCount, float distance, unsigned seed)
        : latent(latentUnits), classes(classCount) {
        std::mt19937 generator(seed);
        std::normal_distribution<float> normal;
        for (int i = 0; i < count; ++i) {
            labels.push_back(i % classes);
            for (int d = 0; d < latent; ++d)
                features.push_back(normal(generator) + distance * static_cast<float>(labels.back()));
        }
    }
    [[nodiscard]] LabelledRows rows() const { return {features, labels, latent, classes}; }

    int latent, classes;
    std::vector<float> features;
    std::vector<std::int32_t> labels;
};

}  // namespace

void TestLinearProbe::separatedClassesAreAllFound() {
    const Sample sample(600, 2, 4, 40, 1);
    const LinearProbe probe = linearProbe(sample.rows());
    QCOMPARE(probe.accuracy, 1.0);
    QCOMPARE(probe.trainingAccuracy, 1.0);
    QVERIFY(isNear(probe.majority, 0.25, 0.12));
}

void TestLinearProbe::noInformationIsTheMajority() {
    Sample sample(2000, 3, 2, 0, 2);
    for (std::size_t i = 0; i < sample.labels.size(); ++i)
        sample.labels[i] = i % 4 == 0 ? 1 : 0;
    const LinearProbe probe = linearProbe(sample.rows());
    QVERIFY(isNear(probe.majority, 0.75, 0.06));
    QVERIFY(isNear(probe.accuracy, probe.majority, 0.02));
}

void TestLinearProbe::scaleOfFeaturesDoesNotMatter() {
    Sample sample(400, 2, 3, 1, 3);
    const LinearClassifier before = fitLinearClassifier(sample.rows());
    for (std::size_t i = 0; i < sample.features.size(); i += 2)
        sample.features[i] = sample.features[i] * 1024 + 4096;
    const LinearClassifier after = fitLinearClassifier(sample.rows());
    for (std::size_t i = 0; i < before.weights.size(); ++i)
        QVERIFY(isNear(before.weights[i], after.weights[i], 1e-3));
}

/// What a collapsed unit looks like.
void TestLinearProbe::constantFeatureIsLeftOut() {
    Sample sample(300, 2, 2, 2, 4);
    for (std::size_t i = 1; i < sample.features.size(); i += 2)
        sample.features[i] = 0.3F;
    const LinearClassifier classifier = fitLinearClassifier(sample.rows());
    QVERIFY(classifier.converged);
    QVERIFY(classifier.weights[1] == 0 && classifier.weights[3] == 0 && classifier.weights[2] > 0.5);
    QVERIFY(linearProbe(sample.rows()).accuracy > 0.75);
}

void TestLinearProbe::partsDoNotOverlap() {
    int tested = 0;
    for (std::int64_t i = 0; i < 10000; ++i)
        tested += probePartOf(i) == ProbePart::Tested ? 1 : 0;
    QVERIFY(tested > 1850 && tested < 2150);
    // The tested part does not enter the fit: other labels there change the accuracy alone.
    Sample sample(500, 2, 2, 3, 5);
    const LinearProbe before = linearProbe(sample.rows());
    for (std::size_t i = 0; i < sample.labels.size(); ++i)
        if (probePartOf(static_cast<std::int64_t>(i)) == ProbePart::Tested) sample.labels[i] = 1 - sample.labels[i];
    const LinearProbe after = linearProbe(sample.rows());
    QCOMPARE(after.trainingAccuracy, before.trainingAccuracy);
    QVERIFY(isNear(after.accuracy, 1 - before.accuracy, 1e-12));
}

void TestLinearProbe::nothingToFit() {
    Sample sample(50, 2, 2, 3, 6);
    std::ranges::fill(sample.labels, 1);
    QVERIFY(std::isnan(linearProbe(sample.rows()).accuracy));
    std::ranges::fill(sample.labels, -1);
    const LinearProbe none = linearProbe(sample.rows());
    QVERIFY(std::isnan(none.accuracy) && none.trained == 0 && none.tested == 0);
    QVERIFY(std::isnan(linearProbe({{}, {}, 2, 2}).accuracy));
    QVERIFY(!fitLinearClassifier(sample.rows()).converged);
    Sample diverged(50, 2, 2, 3, 6);
    diverged.features[7] = NAN;
    QVERIFY(std::isnan(linearProbe(diverged.rows()).accuracy));
}

QTEST_APPLESS_MAIN(TestLinearProbe)
#include "tst_linear_probe.moc"
