// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnostics/evaluation.h"
#include "core/diagnostics/mutual_information.h"
#include "core/model/inference.h"
#include "core/nn/blas.h"
#include "core/nn/philox.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>
#include <span>

using namespace collapsar;

namespace {

constexpr int length = 12;

/// Batches of `rows` equally long random sentences, in the order of `sentences`.
std::vector<Batch> randomBatches(int vocabulary, const std::vector<std::int64_t>& sentences, int rows) {
    std::vector<Batch> batches;
    for (const std::int64_t sentence : sentences) {
        if (batches.empty() || batches.back().rows == rows)
            batches.push_back({.tokens = {}, .rows = 0, .length = length, .sentences = {}});
        Batch& batch = batches.back();
        std::mt19937 generator(static_cast<unsigned>(sentence));
        batch.tokens.push_back(1);
        for (int word = 0; word < length - 2; ++word)
            batch.tokens.push_back(static_cast<std::int32_t>(4 + generator() % static_cast<unsigned>(vocabulary - 4)));
        batch.tokens.push_back(2);
        batch.sentences.push_back(sentence);
        ++batch.rows;
    }
    return batches;
}

std::vector<std::int64_t> firstSentences(int count) {
    std::vector<std::int64_t> sentences(static_cast<std::size_t>(count));
    std::iota(sentences.begin(), sentences.end(), 0);
    return sentences;
}

Parameters listening(int latent) {
    const ModelShape shape{.vocabulary = 30, .embedding = 6, .encoderHidden = 7, .decoderHidden = 9, .latent = latent};
    Settings settings;
    settings.initScale = 2;
    settings.pooling = Pooling::Mean;
    settings.embeddingInitScale = 0.9;
    return initialParameters(shape, settings);
}

}  // namespace

class TestEvaluation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { useSingleThreadedBlas(); }
    void untrainedModelIsAsPublished();
    void agreesWithOneSentenceAtATime();
    void cuttingBatchesChangesRoundingOnly();
    void threadsChangeNoBit();
    void drawsBelongToThePosition();
    void batchMiIsWeightedBySize();
    void emptySetIsNotMeasured();
    void raisedFlagInterrupts();

private:
    StopFlag m_stop;
};

/// Before training: reconstruction T ln V, and a latent that carries nothing.
void TestEvaluation::untrainedModelIsAsPublished() {
    const Parameters parameters = initialParameters({.vocabulary = 1004}, Settings{});
    const Evaluation e = evaluate(parameters, randomBatches(1004, firstSentences(500), 16), {7, {}}, 0.01, m_stop);
    const double expected = 11 * std::log(1004);
    QVERIFY(std::abs(e.reconstruction - expected) < 0.001 * expected);
    QVERIFY(e.kl < 1e-2 && e.kl >= 0);
    QVERIFY(std::abs(e.miBatch) < 0.1 && std::abs(e.miFull) < 1e-3);
    QCOMPARE(e.activeUnits, 0);
    QCOMPARE(e.examples, 500);
    QCOMPARE(e.predictedWords, 5500);
    QVERIFY(std::abs(e.ppl - 1004) < 1004 * 0.01);
    QCOMPARE(e.elbo, -(e.reconstruction + e.kl));
}

/// Every number again in the plainest way, from the encoder, the decoder and the noise of each sentence.
void TestEvaluation::agreesWithOneSentenceAtATime() {
    const Parameters parameters = listening(2);
    const auto batches = randomBatches(30, firstSentences(60), 16);
    const Evaluation e = evaluate(parameters, batches, {99, {40, 3}}, 0.01, m_stop);
    std::vector<float> noise(120);
    fillNormal({.seed = 99, .stream = Stream::Evaluation, .update = 40, .inner = 3}, noise);
    EncoderInference encoder(parameters);
    DecoderInference decoder(parameters);
    double reconstruction = 0, kl = 0, sum0 = 0, squares0 = 0;
    for (const Batch& one : randomBatches(30, firstSentences(60), 1)) {
        std::vector<float> mean(2), logVariance(2), z(2);
        encoder.encode(one.tokens, 1, length, mean, logVariance);
        for (std::size_t d = 0; d < 2; ++d) {
            z[d] = mean[d] + noise[static_cast<std::size_t>(one.sentences[0]) * 2 + d] * std::exp(logVariance[d] / 2);
            kl += 0.5 * (mean[d] * mean[d] + std::exp(logVariance[d]) - logVariance[d] - 1) / 60;
        }
        std::vector<double> score(1);
        decoder.logLikelihood(one.tokens, z, score);
        reconstruction -= score[0] / 60;
        sum0 += mean[0];
        squares0 += mean[0] * mean[0];
    }
    QVERIFY(std::abs(e.reconstruction - reconstruction) < 1e-4);
    QVERIFY(std::abs(e.kl - kl) < 1e-5 && std::abs(e.unitKl[0] + e.unitKl[1] - kl) < 1e-5);
    QVERIFY(std::abs(e.unitVariance[0] - (squares0 - sum0 * sum0 / 60) / 59) < 1e-5);
    QCOMPARE(e.activeUnits, 2);
    QVERIFY(std::abs(e.ppl - std::exp((reconstruction + kl) / 11)) < 1e-4 * e.ppl);
    QVERIFY(e.miFull > 0.05 && e.miFull <= std::log(60));
}

void TestEvaluation::cuttingBatchesChangesRoundingOnly() {
    const Parameters parameters = listening(1);
    std::vector<std::int64_t> backwards = firstSentences(60);
    std::ranges::reverse(backwards);
    const Evaluation a = evaluate(parameters, randomBatches(30, firstSentences(60), 16), {1, {5, 0}}, 0.01, m_stop);
    const Evaluation b = evaluate(parameters, randomBatches(30, backwards, 7), {1, {5, 0}}, 0.01, m_stop);
    QVERIFY(std::abs(a.reconstruction - b.reconstruction) < 1e-4);
    QVERIFY(std::abs(a.miFull - b.miFull) < 1e-5);
    QVERIFY(std::abs(a.kl - b.kl) < 1e-6);
}

void TestEvaluation::threadsChangeNoBit() {
    const Parameters parameters = listening(2);
    const auto weights = std::make_shared<const InferenceWeights>(parameters);
    const auto batches = randomBatches(30, firstSentences(200), 16);
    const auto with = [&](int threads) {
        return evaluate(weights, {.batches = batches, .draws = {1, {5, 0}}, .threads = threads}, m_stop);
    };
    const Evaluation one = with(1);
    for (const int threads : {2, 3}) {
        const Evaluation more = with(threads);
        QVERIFY(more.reconstruction == one.reconstruction && more.kl == one.kl && more.unitKl == one.unitKl);
        QVERIFY(more.miBatch == one.miBatch && more.miFull == one.miFull && more.unitVariance == one.unitVariance);
    }
    const Evaluation plain = evaluate(parameters, batches, {1, {5, 0}}, 0.01, m_stop);
    QVERIFY(plain.elbo == one.elbo && plain.miFull == one.miFull);
}

void TestEvaluation::drawsBelongToThePosition() {
    const Parameters parameters = listening(1);
    const auto batches = randomBatches(30, firstSentences(40), 16);
    const auto at = [&](std::uint64_t seed, Position position) {
        return evaluate(parameters, batches, {seed, position}, 0.01, m_stop).reconstruction;
    };
    QCOMPARE(at(1, {5, 0}), at(1, {5, 0}));
    QVERIFY(at(1, {5, 0}) != at(1, {6, 0}));
    QVERIFY(at(1, {5, 0}) != at(1, {5, 1}));
    QVERIFY(at(1, {5, 0}) != at(2, {5, 0}));
}

void TestEvaluation::batchMiIsWeightedBySize() {
    const Parameters parameters = listening(1);
    const auto batches = randomBatches(30, firstSentences(40), 32);  // 32 and 8
    std::vector<float> noise(40);
    fillNormal({.seed = 1, .stream = Stream::Evaluation, .update = 5, .inner = 0}, noise);
    EncoderInference encoder(parameters);
    const auto ofBatch = [&](const Batch& batch) {
        const auto rows = static_cast<std::size_t>(batch.rows), first = static_cast<std::size_t>(batch.sentences[0]);
        std::vector<float> mean(rows), logVariance(rows);
        encoder.encode(batch.tokens, batch.rows, length, mean, logVariance);
        const GaussianRows posteriors{mean, logVariance, 1};
        return batchMutualInformation(posteriors, sampleRows(posteriors, std::span(noise).subspan(first, rows)));
    };
    const double first = ofBatch(batches[0]), second = ofBatch(batches[1]);
    const double both = evaluate(parameters, batches, {1, {5, 0}}, 0.01, m_stop).miBatch;
    QVERIFY(std::abs(both - (32 * first + 8 * second) / 40) < 1e-9);
    QVERIFY(std::abs(first - second) > 1e-3);
}

void TestEvaluation::emptySetIsNotMeasured() {
    const Evaluation e = evaluate(listening(1), {}, {}, 0.01, m_stop);
    QVERIFY(std::isnan(e.elbo) && std::isnan(e.miFull) && std::isnan(e.ppl));
    QCOMPARE(e.examples, 0);
}

void TestEvaluation::raisedFlagInterrupts() {
    StopFlag stop;
    stop.raise();
    QVERIFY_THROWS_EXCEPTION(Interrupted,
                             (void)evaluate(listening(1), randomBatches(30, firstSentences(4), 2), {}, 0.01, stop));
}

QTEST_APPLESS_MAIN(TestEvaluation)
#include "tst_evaluation.moc"
