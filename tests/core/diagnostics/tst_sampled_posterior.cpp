// SPDX-License-Identifier: GPL-3.0-or-later
/// Oracles: the linear Gaussian model in closed form, the exact rules for one and two latents, products of functions of
/// one latent each, which that rule solves.
#include "core/diagnostics/plane_quadrature.h"
#include "core/diagnostics/sampled_posterior.h"
#include "core/model/inference.h"
#include "core/nn/blas.h"
#include "core/report/snapshot.h"
#include "tests/core/diagnostics/linear_gaussian.h"

#include <QTest>

#include <functional>
#include <random>

using namespace collapsar;

namespace {

using Function = std::function<double(std::span<const float>)>;

struct Found {
    TrueSampledPosterior posterior;
    std::size_t evaluations = 0;
};

Found integrate(const Function& function, std::span<const float> mean, std::span<const float> logVariance,
                const SamplingEffort& effort, std::uint64_t example = 0) {
    SampledIntegration integration(mean, logVariance, effort, example);
    Found found;
    std::vector<double> values;
    while (!integration.wanted().empty()) {
        values.clear();
        const std::vector<float>& latents = integration.wanted();
        for (std::size_t at = 0; at < latents.size(); at += mean.size())
            values.push_back(function(std::span(latents).subspan(at, mean.size())));
        found.evaluations += values.size();
        integration.supply(values);
    }
    found.posterior = integration.result();
    return found;
}

const SamplingEffort exact = exactEffort(200);

struct Errors {
    double mean = 0, evidence = 0, lag = 0, fewest = 1e9;
};

void raise(Errors& errors, const Errors& more) {
    errors.mean = std::max(errors.mean, more.mean);
    errors.evidence = std::max(errors.evidence, more.evidence);
    errors.lag = std::max(errors.lag, more.lag);
    errors.fewest = std::min(errors.fewest, more.fewest);
}

/// q with the true marginals, moved by `shift`; or the prior.
struct Approximation {
    std::vector<float> mean, logVariance;
};
Approximation approximationOf(const LinearGaussian& model, double shift) {
    Approximation q;
    const std::vector<double> mean = model.mean();
    const Rows precision = model.precision();
    for (std::size_t d = 0; d < mean.size(); ++d) {
        q.mean.push_back(static_cast<float>(mean[d] + shift));
        q.logVariance.push_back(static_cast<float>(-std::log(precision[d][d])));
    }
    return q;
}

Parameters listening(int latent) {
    const ModelShape shape{.vocabulary = 40, .embedding = 6, .encoderHidden = 50, .decoderHidden = 9, .latent = latent};
    Settings settings;
    settings.initScale = 0.8;
    settings.embeddingInitScale = 0.8;
    return initialParameters(shape, settings);
}

std::vector<std::int32_t> sentence(unsigned seed) {
    std::mt19937 generator(seed);
    std::vector<std::int32_t> words{1};
    for (int i = 0; i < 4; ++i)
        words.push_back(static_cast<std::int32_t>(4 + generator() % 36));
    words.push_back(2);
    return words;
}

}  // namespace

class TestSampledPosterior : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { useSingleThreadedBlas(); }
    void agreesWithTheClosedForm_data();
    void agreesWithTheClosedForm();
    void agreesWithTheExactRules_data();
    void agreesWithTheExactRules();
    void manyCurvedDimensions_data();
    void manyCurvedDimensions();
    void anUnusedLatentIsThePrior();
    void tooNarrowForItsDrawsIsNotReliable();
    void drawsAreThoseOfTheExample();
    void previewCostsLess();
    void notFiniteGivesNaN();
};

void TestSampledPosterior::agreesWithTheClosedForm_data() {
    QTest::addColumn<int>("latents");
    QTest::addColumn<double>("scale");
    for (const int latents : {3, 8, 32})
        for (const double scale : {0.1, 0.3, 1.0})
            QTest::addRow("%d latents, slopes %.1f", latents, scale) << latents << scale;
}

void TestSampledPosterior::agreesWithTheClosedForm() {
    QFETCH(int, latents);
    QFETCH(double, scale);
    const auto z = static_cast<std::size_t>(latents);
    for (const SamplingEffort& effort : {exact, previewEffort}) {
        const bool isExact = effort.enough == exact.enough;
        Errors worst;
        for (unsigned seed = 1; seed <= 6; ++seed) {
            const LinearGaussian model = LinearGaussian::random(z, 10, scale, 0.5, seed);
            const std::vector<double> mean = model.mean();
            const std::vector<float> none(z, 0.0F);
            for (const Approximation& q :
                 {Approximation{none, none}, approximationOf(model, 0), approximationOf(model, 0.5)}) {
                const auto found = integrate([&](std::span<const float> at) { return model.logLikelihood(at); }, q.mean,
                                             q.logVariance, effort, seed)
                                       .posterior;
                Errors errors{0, std::abs(found.logEvidence - model.evidence()),
                              std::abs(found.lag - model.lag(q.mean, q.logVariance)), found.effectiveSamples};
                for (std::size_t d = 0; d < z; ++d)
                    errors.mean = std::max(errors.mean, std::abs(found.mean[d] - mean[d]));
                raise(worst, errors);
            }
        }
        qInfo("%s: largest error of a mean %.6f, of log p(x) %.6f, of the lag %.3f; fewest effective samples %.0f",
              isExact ? "exact" : "preview", worst.mean, worst.evidence, worst.lag, worst.fewest);
        // The posterior is a control of the estimate: no sampling error is left, but for the lag.
        QVERIFY(worst.mean < 2e-3 && worst.evidence < 2e-3);
        QVERIFY(worst.lag < (isExact ? 0.25 : 0.6));
        QVERIFY(worst.fewest > 40);
    }
}

void TestSampledPosterior::agreesWithTheExactRules_data() {
    QTest::addColumn<int>("latents");
    QTest::newRow("one latent") << 1;
    QTest::newRow("two latents") << 2;
}

/// The same LSTM decoder: grid and samples.
void TestSampledPosterior::agreesWithTheExactRules() {
    QFETCH(int, latents);
    const auto z = static_cast<std::size_t>(latents);
    const Parameters parameters = listening(latents);
    DecoderInference decoder(parameters);
    const std::vector<float> mean(z, 0.3F), logVariance(z, -0.5F);
    Errors worst;
    double sum = 0, spread = 0;
    constexpr int examples = 40;
    for (int example = 0; example < examples; ++example) {
        const std::vector<std::int32_t> words = sentence(static_cast<unsigned>(example));
        const auto evaluate = [&](std::span<const float> at, std::span<double> out) {
            decoder.logLikelihood(words, at, out);
        };
        std::vector<double> expected, values;
        double evidence = 0, lag = 0;
        if (latents == 1) {
            const TruePosterior grid = integrateExactly(evaluate, {0.3F, -0.5F});
            expected = {grid.mean};
            evidence = grid.logEvidence, lag = grid.lag;
        } else {
            PlaneIntegration plane({ApproximatePosterior{0.3F, -0.5F}, {0.3F, -0.5F}}, Quadrature::Exact);
            while (!plane.wanted().empty()) {
                values.resize(plane.wanted().size() / 2);
                evaluate(plane.wanted(), values);
                plane.supply(values);
            }
            expected = {plane.result().mean[0], plane.result().mean[1]};
            evidence = plane.result().logEvidence, lag = plane.result().lag;
        }
        const auto found = integrate(
                               [&](std::span<const float> at) {
                                   double value = 0;
                                   decoder.logLikelihood(words, at, std::span(&value, 1));
                                   return value;
                               },
                               mean, logVariance, exact, static_cast<std::uint64_t>(example))
                               .posterior;
        Errors errors{0, std::abs(found.logEvidence - evidence), std::abs(found.lag - lag), found.effectiveSamples};
        for (std::size_t d = 0; d < z; ++d) {
            errors.mean = std::max(errors.mean, std::abs(found.mean[d] - expected[d]));
            spread = std::max(spread, std::abs(expected[d]));
        }
        sum += errors.mean / examples;
        raise(worst, errors);
    }
    qInfo(
        "error of a mean: largest %.4f, average %.4f (means up to %.2f); largest of log p(x) %.4f, of the lag %.3f; "
        "fewest effective samples %.0f",
        worst.mean, sum, spread, worst.evidence, worst.lag, worst.fewest);
    QVERIFY(spread > 0.2);  // else this would test a deaf decoder
    // With 200 effective samples a mean's standard error is 0.07 of the posterior's standard deviation.
    QVERIFY(worst.mean < 0.25 && sum < 0.06 && worst.evidence < 0.15 && worst.lag < 0.4);
    QVERIFY(worst.fewest >= exact.enough);
}

void TestSampledPosterior::manyCurvedDimensions_data() {
    QTest::addColumn<int>("latents");
    QTest::addColumn<double>("largest");  // errors allowed
    QTest::addColumn<double>("average");
    QTest::addColumn<double>("nats");
    QTest::newRow("8") << 8 << 0.25 << 0.05 << 0.25;
    QTest::newRow("32") << 32 << 0.7 << 0.15 << 0.6;
}

/// log p(x|z) = sum_d a_d tanh(1.5 z_d - b_d): each dimension is a problem of its own, which the rule for one solves.
void TestSampledPosterior::manyCurvedDimensions() {
    QFETCH(int, latents);
    QFETCH(double, largest);
    QFETCH(double, average);
    QFETCH(double, nats);
    const auto z = static_cast<std::size_t>(latents);
    const auto one = [](std::size_t d, double at) {
        const double a = 1.5 * std::sin(2.1 * static_cast<double>(d) + 0.4), b = 0.6 * std::cos(static_cast<double>(d));
        return a * std::tanh(1.5 * at - b);
    };
    std::vector<double> expected;
    double evidence = 0, lag = 0;
    for (std::size_t d = 0; d < z; ++d) {
        const TruePosterior exact = integrateExactly(
            [&](std::span<const float> at, std::span<double> out) {
                for (std::size_t i = 0; i < at.size(); ++i)
                    out[i] = one(d, at[i]);
            },
            {0.2F, -0.2F});
        expected.push_back(exact.mean);
        evidence += exact.logEvidence;
        lag += exact.lag;
    }
    const std::vector<float> mean(z, 0.2F), logVariance(z, -0.2F);
    Errors worst;
    double sum = 0, bias = 0;
    for (std::uint64_t example = 0; example < 20; ++example) {
        const auto found = integrate(
                               [&](std::span<const float> at) {
                                   double value = 0;
                                   for (std::size_t d = 0; d < z; ++d)
                                       value += one(d, at[d]);
                                   return value;
                               },
                               mean, logVariance, exact, example)
                               .posterior;
        Errors errors{0, std::abs(found.logEvidence - evidence), std::abs(found.lag - lag), found.effectiveSamples};
        for (std::size_t d = 0; d < z; ++d) {
            if (found.effectiveSamples >= static_cast<double>(leastEffectiveSamples))
                errors.mean = std::max(errors.mean, std::abs(found.mean[d] - expected[d]));
            sum += std::abs(found.mean[d] - expected[d]) / static_cast<double>(20 * z);
        }
        bias += (found.logEvidence - evidence) / 20;
        raise(worst, errors);
    }
    qInfo(
        "error of a mean: largest %.3f, average %.3f; largest of log p(x) %.3f (average %.3f), of the lag %.3f; fewest "
        "effective samples %.0f",
        worst.mean, sum, worst.evidence, bias, worst.lag, worst.fewest);
    QVERIFY(worst.mean < largest && sum < average && worst.evidence < nats && worst.lag < 2 * nats);
    QVERIFY(std::abs(bias) < 0.1);  // means of 20: no proposal may be fitted to the draws that it weighs
}

void TestSampledPosterior::anUnusedLatentIsThePrior() {
    const std::vector<float> mean{0.5F, -0.5F, 0, 1}, logVariance{0, -1, 0, 0.5F};
    const auto found =
        integrate([](std::span<const float>) { return -30.0; }, mean, logVariance, previewEffort).posterior;
    double kl = 0;
    for (std::size_t d = 0; d < 4; ++d) {
        QVERIFY(std::abs(found.mean[d]) < 1e-6);
        kl += 0.5 * (mean[d] * mean[d] + std::expm1(static_cast<double>(logVariance[d])) - logVariance[d]);
    }
    QVERIFY(std::abs(found.logEvidence + 30) < 1e-6 && std::abs(found.lag - kl) < 1e-6);
}

/// A needle beside a broad hill that hides it: few draws count, and that shows.
void TestSampledPosterior::tooNarrowForItsDrawsIsNotReliable() {
    constexpr std::size_t z = 24;
    const std::vector<float> mean(z, 0.0F), logVariance(z, 0.0F);
    const auto found = integrate(
                           [](std::span<const float> at) {
                               double rough = 0;
                               for (std::size_t d = 0; d < at.size(); ++d)
                                   rough += 6 * std::sin(9.0 * at[d] + static_cast<double>(d));
                               return rough;
                           },
                           mean, logVariance, exact)
                           .posterior;
    QVERIFY(found.effectiveSamples < 25);
    QVERIFY(found.effectiveSamples >= 1 && std::isfinite(found.mean[0]) && std::isfinite(found.logEvidence));
}

void TestSampledPosterior::drawsAreThoseOfTheExample() {
    const LinearGaussian model = LinearGaussian::random(5, 10, 0.3, 0.5, 3);
    const std::vector<float> none(5, 0.0F);
    const auto mean = [&](std::uint64_t example) {
        const Function curved = [&](std::span<const float> at) {
            return 0.5 * model.logLikelihood(at) + std::sin(3.0 * at[0]);
        };
        return integrate(curved, none, none, previewEffort, example).posterior.mean;
    };
    QCOMPARE(mean(7), mean(7));
    QVERIFY(mean(7) != mean(8));
}

void TestSampledPosterior::previewCostsLess() {
    const LinearGaussian model = LinearGaussian::random(8, 10, 0.3, 0.5, 3);
    const std::vector<float> none(8, 0.0F);
    const Function function = [&](std::span<const float> at) { return model.logLikelihood(at); };
    const Found preview = integrate(function, none, none, previewEffort);
    const Found whole = integrate(function, none, none, exact);
    QVERIFY(preview.evaluations * 2 < whole.evaluations);
    QVERIFY(preview.posterior.effectiveSamples >= previewEffort.enough);
}

void TestSampledPosterior::notFiniteGivesNaN() {
    const std::vector<float> fine(3, 0.0F), bad{0, NAN, 0}, huge{0, 0, 3000};
    const Function one = [](std::span<const float>) { return -1.0; };
    for (const auto& [mean, logVariance] : {std::pair(bad, fine), std::pair(fine, bad), std::pair(fine, huge)}) {
        const Found found = integrate(one, mean, logVariance, exact);
        QCOMPARE(found.evaluations, std::size_t{0});
        QVERIFY(std::isnan(found.posterior.mean[0]) && std::isnan(found.posterior.lag));
        QCOMPARE(found.posterior.effectiveSamples, 0.0);
    }
    int calls = 0;
    const Function sometimes = [&](std::span<const float>) { return ++calls == 100 ? NAN : -1.0; };
    const auto found = integrate(sometimes, fine, fine, exact).posterior;
    QVERIFY(std::isnan(found.logEvidence) && std::isnan(found.mean[2]) && found.effectiveSamples == 0);
}

QTEST_APPLESS_MAIN(TestSampledPosterior)
#include "tst_sampled_posterior.moc"
