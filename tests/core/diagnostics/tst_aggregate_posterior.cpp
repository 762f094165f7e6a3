// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnostics/aggregate_posterior.h"

#include "core/diagnostics/mutual_information.h"
#include "tests/support/metrics_oracle.h"

#include <QTest>

#include <numeric>
#include <random>

using namespace collapsar;

class TestAggregatePosterior : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void agreesWithTheDirectEstimate();
    void partsSumToTheKl();
    void oneSharedPosteriorIsAllAggregate();
    void gaussianMeansGiveTheClosedForm();
    void independentDimensionsHaveNoTotalCorrelation();
    void copiedDimensionIsTotalCorrelation();
    void threadsChangeNoBit();
    void divergedPosteriorsGiveNaN();
    void raisedFlagInterrupts();

private:
    StopFlag m_stop;
};

namespace {

/// N posteriors with means ~ N(0, spread^2) and one variance, in `latent` dimensions, with a sample of each.
struct Population {
    Population(std::size_t count, int latentUnits, double spread, double variance, unsigned seed)
        : latent(latentUnits), mean(count * static_cast<std::size_t>(latentUnits)), z(mean.size()) {
        std::mt19937 generator(seed);
        std::normal_distribution<double> normal;
        for (float& m : mean)
            m = static_cast<float>(spread * normal(generator));
        logVariance.assign(mean.size(), static_cast<float>(std::log(variance)));
        for (std::size_t i = 0; i < z.size(); ++i)
            z[i] = static_cast<float>(mean[i] + std::sqrt(variance) * normal(generator));
    }
    [[nodiscard]] GaussianRows rows() const { return {mean, logVariance, latent}; }

    int latent;
    std::vector<float> mean, logVariance, z;
};

double sum(const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0);
}

}  // namespace

/// mean of log q(z) - log p(z) at the samples, plus what the closed form of the KL differs from its value there.
void TestAggregatePosterior::agreesWithTheDirectEstimate() {
    const QJsonArray cases = metricsOracle("information");
    QCOMPARE(cases.size(), 2);
    for (const QJsonValue& value : cases) {
        const QJsonObject one = value.toObject();
        const auto mean = numbersOf<float>(one["mean"]), logVariance = numbersOf<float>(one["log_variance"]),
                   z = numbersOf<float>(one["z"]);
        const GaussianRows rows{mean, logVariance, one["latent"].toInt()};
        const auto check = [&](const QJsonObject& expected, double kl, double mi, double aggregate) {
            const double direct =
                expected["direct"].toDouble() + expected["kl"].toDouble() - expected["sampled_kl"].toDouble();
            return isNear(kl, expected["kl"].toDouble(), 1e-7) && isNear(mi, expected["mi"].toDouble(), 1e-6) &&
                   isNear(aggregate, direct, 1e-6);
        };
        const double kl = sum(unitKl(rows)), mi = fullMutualInformation(rows, z, m_stop);
        QVERIFY(isNear(mi + aggregateKl(kl, mi), kl, 1e-15 * std::abs(kl)));
        QVERIFY(check(one["all"].toObject(), kl, mi, aggregateKl(kl, mi)));
        const UnitInformation units = unitInformation(rows, z, m_stop);
        const QJsonArray expected = one["units"].toArray();
        QCOMPARE(static_cast<qsizetype>(units.mi.size()), expected.size());
        for (std::size_t d = 0; d < units.mi.size(); ++d) {
            const QJsonObject unit = expected[static_cast<qsizetype>(d)].toObject();
            QVERIFY(check(unit, units.kl[d], units.mi[d], units.aggregateKl[d]));
        }
    }
}

void TestAggregatePosterior::partsSumToTheKl() {
    const Population population(300, 4, 0.8, 0.3, 1);
    const UnitInformation units = unitInformation(population.rows(), population.z, m_stop);
    const double kl = sum(unitKl(population.rows()));
    QVERIFY(isNear(units.sumOfMi() + units.sumOfAggregateKl(), kl, 1e-12));
    QVERIFY(isNear(sum(units.kl), kl, 1e-12));
    for (std::size_t d = 0; d < 4; ++d)
        QVERIFY(isNear(units.mi[d] + units.aggregateKl[d], units.kl[d], 1e-14));
}

/// q(z|x) the same for every x: no information, and q(z) is that posterior.
void TestAggregatePosterior::oneSharedPosteriorIsAllAggregate() {
    std::vector<float> mean, logVariance;
    for (int i = 0; i < 200; ++i) {
        mean.insert(mean.end(), {0.5F, -1.0F});
        logVariance.insert(logVariance.end(), {-0.3F, 0.2F});
    }
    const GaussianRows rows{mean, logVariance, 2};
    const UnitInformation units = unitInformation(rows, std::vector<float>(400, 0.7F), m_stop);
    QVERIFY(units.mi == std::vector<double>({0, 0}));
    QVERIFY(units.aggregateKl == units.kl);
    QVERIFY(isNear(units.kl[0], 0.5 * (0.25 + std::exp(-0.3) + 0.3 - 1), 1e-7));
    QVERIFY(isNear(units.kl[1], 0.5 * (1 + std::exp(0.2) - 0.2 - 1), 1e-7));
}

/// Means ~ N(0, s^2), variance v: q(z) = N(0, s^2 + v) and MI = 1/2 log(1 + s^2 / v), within the sampling error of
/// 3,000 examples.
void TestAggregatePosterior::gaussianMeansGiveTheClosedForm() {
    constexpr double spread = 1.5, variance = 0.5, total = spread * spread + variance;
    const Population population(3000, 1, spread, variance, 2);
    const UnitInformation units = unitInformation(population.rows(), population.z, m_stop, 2);
    QVERIFY2(isNear(units.mi[0], 0.5 * std::log(1 + spread * spread / variance), 0.05),
             QByteArray::number(units.mi[0]));
    QVERIFY2(isNear(units.aggregateKl[0], 0.5 * (total - std::log(total) - 1), 0.08),
             QByteArray::number(units.aggregateKl[0]));
}

void TestAggregatePosterior::independentDimensionsHaveNoTotalCorrelation() {
    const Population population(3000, 2, 0.7, 0.5, 3);
    const UnitInformation units = unitInformation(population.rows(), population.z, m_stop, 2);
    const double mi = fullMutualInformation(population.rows(), population.z, m_stop, 2);
    QVERIFY(isNear(totalCorrelation(aggregateKl(sum(units.kl), mi), units), 0, 0.05));
}

/// z_2 = z_1 up to noise: with means equal and unit variances 0.1 the aggregate has covariance [1.1, 1; 1, 1.1].
void TestAggregatePosterior::copiedDimensionIsTotalCorrelation() {
    Population population(3000, 2, 1, 0.1, 4);
    for (std::size_t i = 0; i < population.mean.size(); i += 2) {
        population.z[i + 1] += population.mean[i] - population.mean[i + 1];
        population.mean[i + 1] = population.mean[i];
    }
    const UnitInformation units = unitInformation(population.rows(), population.z, m_stop, 2);
    const double mi = fullMutualInformation(population.rows(), population.z, m_stop, 2);
    const double expected = -0.5 * std::log(1 - 1 / (1.1 * 1.1));
    const double found = totalCorrelation(aggregateKl(sum(units.kl), mi), units);
    QVERIFY2(isNear(found, expected, 0.06), QByteArray::number(found - expected));
}

void TestAggregatePosterior::threadsChangeNoBit() {
    const Population population(100, 3, 1, 0.2, 5);
    const UnitInformation one = unitInformation(population.rows(), population.z, m_stop, 1);
    const UnitInformation three = unitInformation(population.rows(), population.z, m_stop, 3);
    QVERIFY(one.mi == three.mi && one.aggregateKl == three.aggregateKl);
}

void TestAggregatePosterior::divergedPosteriorsGiveNaN() {
    Population population(10, 2, 1, 0.2, 6);
    population.mean[3] = NAN;
    const UnitInformation units = unitInformation(population.rows(), population.z, m_stop);
    QVERIFY(std::isnan(units.mi[1]) && std::isnan(units.aggregateKl[1]) && !std::isnan(units.mi[0]));
    QVERIFY(std::isnan(units.sumOfMi()));
}

void TestAggregatePosterior::raisedFlagInterrupts() {
    StopFlag stop;
    stop.raise();
    const Population population(10, 2, 1, 0.2, 7);
    QVERIFY_THROWS_EXCEPTION(Interrupted, (void)unitInformation(population.rows(), population.z, stop));
}

QTEST_APPLESS_MAIN(TestAggregatePosterior)
#include "tst_aggregate_posterior.moc"
