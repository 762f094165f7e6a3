// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnostics/evaluation.h"
#include "core/diagnostics/importance_weighted_nll.h"
#include "core/diagnostics/posterior_means.h"
#include "core/model/inference.h"
#include "core/nn/blas.h"
#include "core/nn/philox.h"

#include <QTest>

#include <cmath>
#include <random>

using namespace collapsar;

namespace {

/// A decoder that listens to z.
Parameters listening(int latent) {
    const ModelShape shape{.vocabulary = 40, .embedding = 6, .encoderHidden = 50, .decoderHidden = 9, .latent = latent};
    Settings settings;
    settings.initScale = 0.8;
    settings.embeddingInitScale = 0.8;
    return initialParameters(shape, settings);
}

std::vector<std::int32_t> sentence(std::int64_t index) {
    std::mt19937 generator(static_cast<unsigned>(index));
    std::vector<std::int32_t> tokens{1};
    for (int word = 0; word < 5; ++word)
        tokens.push_back(static_cast<std::int32_t>(4 + generator() % 36));
    tokens.push_back(2);
    return tokens;
}

/// Sentences `first`, first + 1 ... in batches of `rows`.
std::vector<Batch> batchesOf(int count, int rows) {
    std::vector<Batch> batches;
    for (std::int64_t i = 0; i < count; ++i) {
        if (batches.empty() || batches.back().rows == rows)
            batches.push_back({.tokens = {}, .rows = 0, .length = 7, .sentences = {}});
        Batch& batch = batches.back();
        const auto tokens = sentence(i);
        batch.tokens.insert(batch.tokens.end(), tokens.begin(), tokens.end());
        batch.sentences.push_back(i);
        ++batch.rows;
    }
    return batches;
}

double logNormalDensity(double z, double mean, double logVariance) {
    return -0.5 * (std::log(2 * M_PI) + logVariance + (z - mean) * (z - mean) / std::exp(logVariance));
}

}  // namespace

class TestImportanceWeightedNll : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { useSingleThreadedBlas(); }
    void agreesWithExactIntegration();
    void oneSampleIsMinusTheElbo();
    void agreesWithThePlainFormula_data();
    void agreesWithThePlainFormula();
    void fallsWithMoreSamples();
    void batchesAndThreadsChangeNoBit();
    void notFiniteWeightsGiveNaN();
    void emptySetIsNotMeasured();
    void raisedFlagInterrupts();

private:
    StopFlag m_stop;
};

/// One latent: log p(x) by quadrature. 20,000 samples from a wide q err by far less than the tolerance.
void TestImportanceWeightedNll::agreesWithExactIntegration() {
    const Parameters parameters = listening(1);
    ProbeExamples examples;
    for (std::int64_t i = 0; i < 20; ++i)
        examples.sentences.push_back(sentence(i));
    const PosteriorMeans exact = posteriorMeans(parameters, examples, Quadrature::Exact, m_stop);
    const ImportanceWeightedNll estimate =
        importanceWeightedNll(parameters, batchesOf(20, 8), {.samples = 20000, .seed = 3}, m_stop);
    double total = 0;
    for (std::size_t i = 0; i < 20; ++i) {
        QVERIFY2(std::abs(estimate.logLikelihood[i] - exact.logLikelihood[i]) < 0.03,
                 QByteArray::number(estimate.logLikelihood[i] - exact.logLikelihood[i]));
        total -= exact.logLikelihood[i];
    }
    QVERIFY(std::abs(estimate.nll - total / 20) < 0.01);
    QVERIFY(std::abs(estimate.ppl - std::exp(total / (20 * 6))) < 0.1);
    QCOMPARE(estimate.examples, 20);
    QCOMPARE(estimate.predictedWords, 120);
    QCOMPARE(estimate.samples, 20000);
}

/// K = 1: minus the ELBO where the KL is taken at the same sample; over many sentences that is near the closed form.
void TestImportanceWeightedNll::oneSampleIsMinusTheElbo() {
    const Parameters parameters = listening(2);
    const auto batches = batchesOf(2000, 50);
    const ImportanceWeightedNll one = importanceWeightedNll(parameters, batches, {.samples = 1, .seed = 5}, m_stop);
    const Evaluation evaluation = evaluate(parameters, batches, {.seed = 8, .at = {}}, 0.01, m_stop);
    QVERIFY2(std::abs(one.nll + evaluation.elbo) < 0.15, QByteArray::number(one.nll + evaluation.elbo));
}

void TestImportanceWeightedNll::agreesWithThePlainFormula_data() {
    QTest::addColumn<int>("samples");
    QTest::addColumn<int>("latent");
    for (const int samples : {1, 3, 500, 1024, 1025, 2500}) {  // chunks hold 1024
        for (const int latent : {1, 3})
            QTest::addRow("%d samples, %d latent", samples, latent) << samples << latent;
    }
}

/// The whole sum at once in double, densities with their constants.
void TestImportanceWeightedNll::agreesWithThePlainFormula() {
    QFETCH(int, samples);
    QFETCH(int, latent);
    const Parameters parameters = listening(latent);
    const auto width = static_cast<std::size_t>(latent), count = static_cast<std::size_t>(samples);
    const ImportanceWeightedNll estimate =
        importanceWeightedNll(parameters, batchesOf(3, 3), {.samples = samples, .seed = 11}, m_stop);
    std::vector<float> mean(width), logVariance(width), noise(count * width), z(noise.size());
    EncoderInference(parameters).encode(sentence(2), 1, 7, mean, logVariance);
    fillNormal({.seed = 11, .stream = Stream::ImportanceSamples, .update = 2, .inner = 0}, noise);
    for (std::size_t i = 0; i < z.size(); ++i)
        z[i] = mean[i % width] + noise[i] * std::exp(logVariance[i % width] / 2);
    std::vector<double> weights(count);
    DecoderInference(parameters).logLikelihood(sentence(2), z, weights);
    double sum = 0;
    for (std::size_t k = 0; k < count; ++k) {
        for (std::size_t d = 0; d < width; ++d) {
            weights[k] +=
                logNormalDensity(z[k * width + d], 0, 0) - logNormalDensity(z[k * width + d], mean[d], logVariance[d]);
        }
        sum += std::exp(weights[k]);
    }
    QVERIFY(std::abs(estimate.logLikelihood[2] - std::log(sum / samples)) < 1e-4);
}

void TestImportanceWeightedNll::fallsWithMoreSamples() {
    const Parameters parameters = listening(3);
    double last = std::numeric_limits<double>::infinity();
    for (const int samples : {1, 10, 100, 1000}) {
        const double nll =
            importanceWeightedNll(parameters, batchesOf(200, 20), {.samples = samples, .seed = 1}, m_stop).nll;
        QVERIFY2(nll < last, QByteArray::number(nll) + " >= " + QByteArray::number(last));
        last = nll;
    }
}

void TestImportanceWeightedNll::batchesAndThreadsChangeNoBit() {
    const Parameters parameters = listening(2);
    const auto likelihoods = [&](int rows, int threads) {
        return importanceWeightedNll(parameters, batchesOf(40, rows), {.samples = 30, .seed = 4, .threads = threads},
                                     m_stop)
            .logLikelihood;
    };
    const std::vector<double> one = likelihoods(8, 1);
    QVERIFY(likelihoods(8, 2) == one);
    QVERIFY(likelihoods(8, 5) == one);
    if (EncoderInference::rowsAreIndependent()) QVERIFY(likelihoods(7, 2) == one);
    // A sentence's noise does not depend on how many samples there are: the first of many is the only one of one.
    const auto other = importanceWeightedNll(parameters, batchesOf(40, 8), {.samples = 30, .seed = 5}, m_stop);
    QVERIFY(other.logLikelihood != one);
}

void TestImportanceWeightedNll::notFiniteWeightsGiveNaN() {
    Parameters parameters = listening(1);
    parameters.decoder[static_cast<std::size_t>(decoderLayout(parameters.shape).output.offset)] = NAN;
    QVERIFY(std::isnan(importanceWeightedNll(parameters, batchesOf(3, 3), {.samples = 4}, m_stop).nll));
}

void TestImportanceWeightedNll::emptySetIsNotMeasured() {
    const ImportanceWeightedNll nothing = importanceWeightedNll(listening(1), {}, {}, m_stop);
    QVERIFY(std::isnan(nothing.nll) && std::isnan(nothing.ppl));
    QCOMPARE(nothing.examples, 0);
}

void TestImportanceWeightedNll::raisedFlagInterrupts() {
    StopFlag stop;
    stop.raise();
    for (const int threads : {1, 2}) {
        QVERIFY_THROWS_EXCEPTION(Interrupted, (void)importanceWeightedNll(listening(1), batchesOf(8, 2),
                                                                          {.samples = 4, .threads = threads}, stop));
    }
}

QTEST_APPLESS_MAIN(TestImportanceWeightedNll)
#include "tst_importance_weighted_nll.moc"
