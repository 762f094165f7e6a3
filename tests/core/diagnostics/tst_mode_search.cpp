// SPDX-License-Identifier: GPL-3.0-or-later
/// Oracles: the linear Gaussian model in closed form, and functions whose mode is known.
#include "core/diagnostics/mode_search.h"
#include "tests/core/diagnostics/linear_gaussian.h"

#include <QTest>

#include <functional>

using namespace collapsar;

namespace {

using Function = std::function<double(std::span<const float>)>;

/// How many values it took.
std::size_t finish(ModeSearch& search, std::size_t latents, const Function& function) {
    std::size_t evaluations = 0;
    while (!search.wanted().empty()) {
        const std::vector<float> wanted = search.wanted();
        std::vector<double> values;
        for (std::size_t at = 0; at < wanted.size(); at += latents)
            values.push_back(function(std::span(wanted).subspan(at, latents)));
        evaluations += values.size();
        search.supply(values);
    }
    return evaluations;
}

}  // namespace

class TestModeSearch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// One step with all differences is exact for a quadratic, wherever it starts.
    void linearGaussianIsFoundExactly_data() {
        QTest::addColumn<int>("latents");
        QTest::addColumn<double>("start");
        QTest::newRow("3") << 3 << 0.0;
        QTest::newRow("8") << 8 << 0.0;
        QTest::newRow("8, far") << 8 << 5.0;
        QTest::newRow("32") << 32 << 0.0;
        QTest::newRow("64") << 64 << 1.0;
    }
    void linearGaussianIsFoundExactly() {
        QFETCH(int, latents);
        QFETCH(double, start);
        const auto z = static_cast<std::size_t>(latents);
        const LinearGaussian model = LinearGaussian::random(z, 10, 0.5, 0.5, 11);
        ModeSearch search(std::vector<double>(z, start), std::vector<double>(z, 1), {});
        finish(search, z, [&](std::span<const float> at) { return model.logLikelihood(at); });
        QVERIFY(search.isFinite());
        const GaussianProposal found = search.approximation(1);
        const std::vector<double> mean = model.mean();
        const Rows covariance = inverted(model.precision()).inverse;
        const std::vector<double> joint = found.jointCovariance();
        QCOMPARE(found.joint().size(), z);
        for (std::size_t i = 0; i < z; ++i) {
            QVERIFY(std::abs(found.mean()[i] - mean[i]) < 1e-3);
            for (std::size_t j = 0; j < z; ++j)
                QVERIFY(std::abs(joint[i * z + j] - covariance[i][j]) < 1e-3);
        }
        QVERIFY(std::abs(search.approximation(1.21).variance(0) - 1.21 * found.variance(0)) < 1e-12);
    }

    void aDeafModelCostsTheAxesOnly() {
        ModeSearch search(std::vector<double>(20, 0.7), std::vector<double>(20, 1), {});
        const std::size_t evaluations = finish(search, 20, [](std::span<const float>) { return -12.0; });
        QCOMPARE(evaluations, std::size_t{2 + 40 + 4});
        const GaussianProposal found = search.approximation(1);
        QVERIFY(found.joint().empty());
        for (std::size_t d = 0; d < 20; ++d)
            QVERIFY(std::abs(found.mean()[d]) < 1e-12 && std::abs(found.variance(d) - 1) < 1e-12);
    }

    /// log p(x|z) = 6 tanh(2 z1) - z2^4 / 4 + 2 z2 has its mode where 12 / cosh^2(2 z1) = z1 and 2 - z2^3 = z2.
    void aCurvedModelIsFoundNearly() {
        ModeSearch search({0, 0, 0}, {1, 1, 1}, {});
        finish(search, 3, [](std::span<const float> z) {
            return 6 * std::tanh(2.0 * z[0]) - 0.25 * std::pow(z[1], 4) + 2.0 * z[1];
        });
        const GaussianProposal found = search.approximation(1);
        const double first = found.mean()[0], second = found.mean()[1];
        QVERIFY(first > 0.4 && first < 1.6);
        QVERIFY(std::abs(second - 1) < 0.3);
        QVERIFY(std::abs(found.mean()[2]) < 1e-6);
    }

    /// Curvatures that no Gaussian has: still one comes out.
    void anUpwardBendIsHarmless() {
        ModeSearch search({0.1, 0.2, 0.3}, {1, 1, 1}, {});
        finish(search, 3,
               [](std::span<const float> z) { return 3.0 * z[0] * z[1] + 2.0 * z[1] * z[2] + 1.5 * z[0] * z[0]; });
        QVERIFY(search.isFinite());
        const GaussianProposal found = search.approximation(1.1);
        for (std::size_t d = 0; d < 3; ++d)
            QVERIFY(std::isfinite(found.mean()[d]) && found.variance(d) > 0 && found.variance(d) < 100);
    }

    void notFiniteEnds() {
        for (const double bad : {static_cast<double>(NAN), static_cast<double>(INFINITY)}) {
            ModeSearch search({0, 0, 0}, {1, 1, 1}, {});
            int calls = 0;
            finish(search, 3, [&](std::span<const float>) { return ++calls == 5 ? bad : -1.0; });
            QVERIFY(!search.isFinite());
        }
    }
};

QTEST_APPLESS_MAIN(TestModeSearch)
#include "tst_mode_search.moc"
