// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnostics/posterior_means.h"
#include "core/model/inference.h"
#include "core/nn/blas.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <random>

using namespace collapsar;

namespace {

/// A decoder that listens to z, and sentences of three lengths in mixed order.
Parameters listening(int latent) {
    const ModelShape shape{.vocabulary = 40, .embedding = 6, .encoderHidden = 50, .decoderHidden = 9, .latent = latent};
    Settings settings;
    settings.initScale = 0.8;
    settings.embeddingInitScale = 0.8;
    return initialParameters(shape, settings);
}

ProbeExamples sentences(int count) {
    std::mt19937 generator(17);
    ProbeExamples examples;
    for (int i = 0; i < count; ++i) {
        std::vector<std::int32_t> sentence{1};
        for (int word = 0; word < 3 + i % 3; ++word)
            sentence.push_back(static_cast<std::int32_t>(4 + generator() % 36));
        sentence.push_back(2);
        examples.sentences.push_back(std::move(sentence));
    }
    return examples;
}

bool sameBits(const std::vector<float>& a, const std::vector<float>& b) {
    return std::ranges::equal(
        a, b, [](float x, float y) { return std::bit_cast<std::uint32_t>(x) == std::bit_cast<std::uint32_t>(y); });
}

bool sameBits(const PosteriorMeans& a, const PosteriorMeans& b) {
    return sameBits(a.trueMean, b.trueMean) && sameBits(a.approximateMean, b.approximateMean) &&
           sameBits(a.approximateLogVariance, b.approximateLogVariance) && sameBits(a.logLikelihood, b.logLikelihood) &&
           sameBits(a.lag, b.lag) && sameBits(a.effectiveSamples, b.effectiveSamples) &&
           a.previewError == b.previewError && a.latent == b.latent && a.quadrature == b.quadrature;
}

struct Reference {
    double mean = 0, evidence = 0, lag = 0;
};

/// He et al.'s way: a fixed fine grid of z, weights exp(log p(x|z) + log p(z)), sums in double.
Reference gridReference(const Parameters& parameters, const std::vector<std::int32_t>& sentence, double mean,
                        double logVariance) {
    constexpr double step = 0.02;
    std::vector<float> latents;
    for (int j = -1000; j <= 1000; ++j)
        latents.push_back(static_cast<float>(j * step));
    std::vector<double> values(latents.size());
    DecoderInference(parameters).logLikelihood(sentence, latents, values);
    const double constant = 0.5 * std::log(2 * M_PI);
    double sum = 0, first = 0, lag = 0;
    for (std::size_t j = 0; j < values.size(); ++j) {
        const double z = latents[j], joint = values[j] - 0.5 * z * z - constant;
        const double q = -0.5 * (logVariance + (z - mean) * (z - mean) * std::exp(-logVariance)) - constant;
        sum += step * std::exp(joint);
        first += step * z * std::exp(joint);
        lag += step * std::exp(q) * (q - joint);
    }
    return {first / sum, std::log(sum), lag + std::log(sum)};
}

/// The same for two latents.
std::array<double, 4> planeReference(const Parameters& parameters, const std::vector<std::int32_t>& sentence,
                                     const PosteriorMeans& means, std::size_t probe) {
    constexpr double step = 0.125;
    std::vector<float> latents;
    for (int j = -64; j <= 64; ++j)
        for (int i = -64; i <= 64; ++i)
            latents.insert(latents.end(), {static_cast<float>(i * step), static_cast<float>(j * step)});
    std::vector<double> values(latents.size() / 2);
    DecoderInference(parameters).logLikelihood(sentence, latents, values);
    double sum = 0, first = 0, second = 0, lag = 0, mass = 0;
    for (std::size_t k = 0; k < values.size(); ++k) {
        double joint = values[k], q = 0;
        for (std::size_t d = 0; d < 2; ++d) {
            const double z = latents[2 * k + d], logVariance = means.approximateLogVariance[2 * probe + d];
            const double distance = z - means.approximateMean[2 * probe + d];
            joint -= 0.5 * (z * z + std::log(2 * M_PI));
            q -= 0.5 * (logVariance + distance * distance * std::exp(-logVariance) + std::log(2 * M_PI));
        }
        sum += std::exp(joint);
        first += latents[2 * k] * std::exp(joint);
        second += latents[2 * k + 1] * std::exp(joint);
        lag += std::exp(q) * (q - joint);
        mass += std::exp(q);
    }
    const double evidence = std::log(sum * step * step);
    return {first / sum, second / sum, evidence, lag / mass + evidence};
}

}  // namespace

class TestPosteriorMeans : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { useSingleThreadedBlas(); }
    void agreesWithAFineGrid();
    void twoLatentsAgreeWithAFineGrid();
    void splittingChangesNoBit_data();
    void splittingChangesNoBit();
    void threadsChangeNoBit();
    void togetherIsAsAlone();
    void previewIsNearTheExactOne();
    void deafDecoderHasThePriorAsPosterior();
    void moreLatentsAreSampled();
    void samplingThreadsChangeNoBit();
    void noSamplesGiveApproximateMeansOnly();
    void notFiniteWeightsGiveNaN();
    void noProbesGiveNothing();
    void raisedFlagInterrupts();

private:
    StopFlag m_stop;
};

void TestPosteriorMeans::agreesWithAFineGrid() {
    const Parameters parameters = listening(1);
    const ProbeExamples examples = sentences(12);
    const PosteriorMeans means = posteriorMeans(parameters, examples, Quadrature::Exact, m_stop);
    double spread = 0;
    for (std::size_t i = 0; i < 12; ++i) {
        const Reference expected =
            gridReference(parameters, examples.sentences[i], means.approximateMean[i], means.approximateLogVariance[i]);
        QVERIFY(std::abs(means.trueMean[i] - expected.mean) < 1e-4);
        QVERIFY(std::abs(means.logLikelihood[i] - expected.evidence) < 1e-4);
        const QByteArray seen = QByteArray::number(means.lag[i]) + " expected " + QByteArray::number(expected.lag) +
                                ", q " + QByteArray::number(means.approximateMean[i]) + ' ' +
                                QByteArray::number(means.approximateLogVariance[i]);
        QVERIFY2(std::abs(means.lag[i] - expected.lag) < 2e-4 + 1e-6 * expected.lag, seen);
        spread = std::max(spread, std::abs(expected.mean));
    }
    QVERIFY(spread > 0.05);  // else this would test a deaf decoder
}

void TestPosteriorMeans::twoLatentsAgreeWithAFineGrid() {
    const Parameters parameters = listening(2);
    const ProbeExamples examples = sentences(8);
    const PosteriorMeans exact = posteriorMeans(parameters, examples, Quadrature::Exact, m_stop);
    const PosteriorMeans preview = posteriorMeans(parameters, examples, Quadrature::Preview, m_stop);
    QCOMPARE(exact.trueMean.size(), std::size_t{16});
    double spread = 0;
    for (std::size_t i = 0; i < 8; ++i) {
        const auto expected = planeReference(parameters, examples.sentences[i], exact, i);
        for (std::size_t d = 0; d < 2; ++d) {
            QVERIFY(std::abs(exact.trueMean[2 * i + d] - expected[d]) < 2e-4);
            QVERIFY(std::abs(preview.trueMean[2 * i + d] - expected[d]) < preview.previewError + 2e-4);
            spread = std::max(spread, std::abs(expected[d]));
        }
        QVERIFY(std::abs(exact.logLikelihood[i] - expected[2]) < 2e-4);
        const double sd =
            std::exp(0.5 * std::min(exact.approximateLogVariance[2 * i], exact.approximateLogVariance[2 * i + 1]));
        if (sd > 0.125) QVERIFY(std::abs(exact.lag[i] - expected[3]) < 1e-3 * (1 + expected[3]));
    }
    QVERIFY(spread > 0.05);  // else this would test a deaf decoder
}

void TestPosteriorMeans::splittingChangesNoBit_data() {
    QTest::addColumn<int>("quadrature");
    QTest::addColumn<int>("latent");
    QTest::newRow("exact") << static_cast<int>(Quadrature::Exact) << 1;
    QTest::newRow("preview") << static_cast<int>(Quadrature::Preview) << 1;
    QTest::newRow("two latents") << static_cast<int>(Quadrature::Preview) << 2;
    QTest::newRow("three latents") << static_cast<int>(Quadrature::Exact) << 3;
}

void TestPosteriorMeans::splittingChangesNoBit() {
    QFETCH(int, quadrature);
    QFETCH(int, latent);
    const Parameters parameters = listening(latent);
    const ProbeExamples examples = sentences(150);
    const auto kind = static_cast<Quadrature>(quadrature);
    const PosteriorMeans whole = posteriorMeans(parameters, examples, kind, m_stop);
    for (const std::int64_t chunk : {1, 7, 64, 149}) {
        std::vector<PosteriorMeans> parts;
        for (std::int64_t first = 0; first < 150; first += chunk) {
            const ProbeRange range{first, std::min<std::int64_t>(150, first + chunk)};
            parts.push_back(posteriorMeans(parameters, examples, kind, range, m_stop));
        }
        QVERIFY(sameBits(joined(parts), whole));
    }
}

void TestPosteriorMeans::threadsChangeNoBit() {
    const Parameters parameters = listening(1);
    const ProbeExamples examples = sentences(400);
    const auto weights = std::make_shared<const InferenceWeights>(parameters);
    for (const Quadrature quadrature : {Quadrature::Exact, Quadrature::Preview}) {
        const auto means = [&](int threads) {
            return posteriorMeans(
                weights, {.examples = examples, .quadrature = quadrature, .range = {3, 400}, .threads = threads},
                m_stop);
        };
        const PosteriorMeans one = means(1);
        QVERIFY(sameBits(means(2), one) && sameBits(means(5), one));
    }
}

/// Evaluating many sentences in the same blocks gives what each gives alone.
void TestPosteriorMeans::togetherIsAsAlone() {
    const Parameters parameters = listening(1);
    const ProbeExamples examples = sentences(60);
    DecoderInference decoder(parameters);
    for (const Quadrature quadrature : {Quadrature::Exact, Quadrature::Preview}) {
        const PosteriorMeans means = posteriorMeans(parameters, examples, quadrature, m_stop);
        for (std::size_t i = 0; i < 60; ++i) {
            const LogLikelihood function = [&](std::span<const float> latents, std::span<double> out) {
                decoder.logLikelihood(examples.sentences[i], latents, out);
            };
            const ApproximatePosterior q{means.approximateMean[i], means.approximateLogVariance[i]};
            const TruePosterior alone =
                quadrature == Quadrature::Exact ? integrateExactly(function, q) : integrateCoarsely(function, q);
            QCOMPARE(means.trueMean[i], static_cast<float>(alone.mean));
            QCOMPARE(means.lag[i], static_cast<float>(alone.lag));
        }
    }
}

void TestPosteriorMeans::previewIsNearTheExactOne() {
    const Parameters parameters = listening(1);
    const ProbeExamples examples = sentences(100);
    const PosteriorMeans exact = posteriorMeans(parameters, examples, Quadrature::Exact, m_stop);
    const PosteriorMeans preview = posteriorMeans(parameters, examples, Quadrature::Preview, m_stop);
    double worst = 0;
    for (std::size_t i = 0; i < 100; ++i)
        worst = std::max<double>(worst, std::abs(exact.trueMean[i] - preview.trueMean[i]));
    QVERIFY2(worst <= preview.previewError + 1e-4,
             QByteArray::number(worst) + " > " + QByteArray::number(preview.previewError));
    QVERIFY(preview.previewError > 0 && preview.previewError <= previewLimit);
    QCOMPARE(exact.previewError, 0.0);
}

void TestPosteriorMeans::deafDecoderHasThePriorAsPosterior() {
    Parameters parameters = listening(1);
    const DecoderLayout layout = decoderLayout(parameters.shape);
    for (std::int64_t i = 0; i < layout.start.size(); ++i)
        parameters.decoder[layout.start.offset + i] = 0;
    for (std::int64_t g = 1; g <= layout.lstm[0].weightIh.rows; ++g)
        parameters.decoder[layout.lstm[0].weightIh.offset + g * layout.lstm[0].weightIh.columns - 1] = 0;
    const PosteriorMeans means = posteriorMeans(parameters, sentences(20), Quadrature::Exact, m_stop);
    for (std::size_t i = 0; i < 20; ++i) {
        QVERIFY(std::abs(means.trueMean[i]) < 1e-5F);
        const double mean = means.approximateMean[i], logVariance = means.approximateLogVariance[i];
        const double kl = 0.5 * (mean * mean + std::exp(logVariance) - logVariance - 1);
        QVERIFY(std::abs(means.lag[i] - kl) < 2e-5 * (1 + kl));
    }
}

/// A fine grid over three latents has the answer.
void TestPosteriorMeans::moreLatentsAreSampled() {
    const Parameters three = listening(3);
    const ProbeExamples examples = sentences(12);
    const PosteriorMeans sampled = posteriorMeans(three, examples, Quadrature::Exact, m_stop);
    QCOMPARE(sampled.trueMean.size(), std::size_t{36});
    QCOMPARE(sampled.effectiveSamples.size(), std::size_t{12});
    QCOMPARE(sampled.latent, 3);
    DecoderInference decoder(three);
    double worst = 0, spread = 0;
    for (std::size_t i = 0; i < 12; ++i) {
        QVERIFY(sampled.effectiveSamples[i] >= 200);
        std::array<double, 4> sums{};
        std::vector<float> latents;
        for (int a = -20; a <= 20; ++a)
            for (int b = -20; b <= 20; ++b)
                for (int c = -20; c <= 20; ++c)
                    latents.insert(latents.end(), {0.25F * a, 0.25F * b, 0.25F * c});
        std::vector<double> values(latents.size() / 3);
        decoder.logLikelihood(examples.sentences[i], latents, values);
        for (std::size_t k = 0; k < values.size(); ++k) {
            const float* z = latents.data() + 3 * k;
            const double weight = std::exp(values[k] - 0.5 * (z[0] * z[0] + z[1] * z[1] + z[2] * z[2]));
            sums[3] += weight;
            for (std::size_t d = 0; d < 3; ++d)
                sums[d] += weight * z[d];
        }
        for (std::size_t d = 0; d < 3; ++d) {
            worst = std::max(worst, std::abs(sampled.trueMean[3 * i + d] - sums[d] / sums[3]));
            spread = std::max(spread, std::abs(sums[d] / sums[3]));
        }
        const double evidence = std::log(sums[3] / 64) - 1.5 * std::log(2 * M_PI);
        QVERIFY(std::abs(sampled.logLikelihood[i] - evidence) < 0.15);
    }
    qInfo("largest error of a mean against a grid of 41 x 41 x 41: %.4f (means up to %.2f)", worst, spread);
    QVERIFY(worst < 0.12 && spread > 0.2);
}

void TestPosteriorMeans::samplingThreadsChangeNoBit() {
    const ProbeExamples examples = sentences(150);
    const Parameters parameters = listening(5);
    const auto weights = std::make_shared<const InferenceWeights>(parameters);
    for (const Quadrature quadrature : {Quadrature::Exact, Quadrature::Preview}) {
        const auto means = [&](int threads) {
            return posteriorMeans(
                weights, {.examples = examples, .quadrature = quadrature, .range = {3, 150}, .threads = threads},
                m_stop);
        };
        const PosteriorMeans one = means(1);
        QVERIFY(sameBits(means(2), one) && sameBits(means(5), one));
        QCOMPARE(means(2).effectiveSamples, one.effectiveSamples);
    }
}

void TestPosteriorMeans::noSamplesGiveApproximateMeansOnly() {
    const ProbeExamples examples = sentences(10);
    const Parameters parameters = listening(3);
    const auto weights = std::make_shared<const InferenceWeights>(parameters);
    const PosteriorMeans means =
        posteriorMeans(weights, {.examples = examples, .range = {0, 10}, .samples = 0}, m_stop);
    QCOMPARE(means.approximateMean.size(), std::size_t{30});
    QVERIFY(means.trueMean.empty() && means.lag.empty() && means.logLikelihood.empty());
    QVERIFY(means.effectiveSamples.empty());
}

void TestPosteriorMeans::notFiniteWeightsGiveNaN() {
    Parameters parameters = listening(1);
    parameters.decoder[static_cast<std::size_t>(decoderLayout(parameters.shape).output.offset)] = NAN;
    for (const Quadrature quadrature : {Quadrature::Exact, Quadrature::Preview}) {
        const PosteriorMeans means = posteriorMeans(parameters, sentences(3), quadrature, m_stop);
        QVERIFY(std::ranges::all_of(means.trueMean, [](float v) { return std::isnan(v); }));
        QVERIFY(std::ranges::all_of(means.approximateMean, [](float v) { return std::isfinite(v); }));
    }
}

void TestPosteriorMeans::noProbesGiveNothing() {
    const PosteriorMeans means = posteriorMeans(listening(1), {}, Quadrature::Exact, m_stop);
    QVERIFY(means.trueMean.empty() && means.approximateMean.empty());
}

void TestPosteriorMeans::raisedFlagInterrupts() {
    StopFlag stop;
    stop.raise();
    QVERIFY_THROWS_EXCEPTION(Interrupted, (void)posteriorMeans(listening(1), sentences(3), Quadrature::Exact, stop));
}

QTEST_APPLESS_MAIN(TestPosteriorMeans)
#include "tst_posterior_means.moc"
