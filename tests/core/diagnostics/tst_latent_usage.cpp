// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnostics/latent_usage.h"

#include "core/nn/blas.h"
#include "core/nn/philox.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

using namespace collapsar;

namespace {

/// 5 to 8 tokens with markers, by index.
std::vector<std::int32_t> sentence(std::int64_t index) {
    std::mt19937 generator(static_cast<unsigned>(index));
    std::vector<std::int32_t> tokens{1};
    for (std::int64_t word = 0; word < 3 + index % 4; ++word)
        tokens.push_back(static_cast<std::int32_t>(4 + generator() % 26));
    tokens.push_back(2);
    return tokens;
}

/// Batches of at most `rows`, lengths never mixed, sentences taken in the order given.
std::vector<Batch> batchesOf(const std::vector<std::int64_t>& sentences, int rows) {
    std::vector<Batch> batches;
    for (int length = 5; length <= 8; ++length) {
        for (const std::int64_t index : sentences) {
            const auto tokens = sentence(index);
            if (static_cast<int>(tokens.size()) != length) continue;
            if (batches.empty() || batches.back().length != length || batches.back().rows == rows)
                batches.push_back({.tokens = {}, .rows = 0, .length = length, .sentences = {}});
            Batch& batch = batches.back();
            batch.tokens.insert(batch.tokens.end(), tokens.begin(), tokens.end());
            batch.sentences.push_back(index);
            ++batch.rows;
        }
    }
    return batches;
}

std::vector<std::int64_t> firstSentences(int count) {
    std::vector<std::int64_t> sentences(static_cast<std::size_t>(count));
    std::iota(sentences.begin(), sentences.end(), 0);
    return sentences;
}

Parameters listening() {
    const ModelShape shape{.vocabulary = 30, .embedding = 6, .encoderHidden = 7, .decoderHidden = 9, .latent = 2};
    Settings settings;
    settings.initScale = 2;
    settings.embeddingInitScale = 0.9;
    return initialParameters(shape, settings);
}

}  // namespace

class TestLatentUsage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { useSingleThreadedBlas(); }
    void agreesWithOneSentenceAtATime();
    void deafDecoderHasNoGap();
    void partnersAreAnyOther();
    void strideLooksAtThatShare();
    void cutAndThreadsChangeNothing();
    void drawsBelongToThePosition();
    void oneExampleHasNoOther();
    void featuresAreSpreadOverTheSet();

private:
    [[nodiscard]] LatentUsage measure(const Parameters& parameters, const EvaluationTask& task) const {
        const auto weights = std::make_shared<const InferenceWeights>(parameters);
        return latentUsage(weights, task, evaluateExamples(weights, task, m_stop), m_stop);
    }
    StopFlag m_stop;
};

/// From encoder, decoder and random numbers alone.
void TestLatentUsage::agreesWithOneSentenceAtATime() {
    constexpr std::size_t count = 40;
    const Parameters parameters = listening();
    const auto batches = batchesOf(firstSentences(count), 6);
    const EvaluationDraws draws{.seed = 5, .at = {30, 2}};
    const LatentUsage usage = measure(parameters, {.batches = batches, .draws = draws});
    std::vector<float> noise(2 * count), prior(2 * count), z(2 * count);
    fillNormal({.seed = 5, .stream = Stream::Evaluation, .update = 30, .inner = 2}, noise);
    fillNormal({.seed = 5, .stream = Stream::Probe, .update = 30, .inner = 2}, prior);
    EncoderInference encoder(parameters);
    for (std::size_t i = 0; i < count; ++i) {
        const auto tokens = sentence(static_cast<std::int64_t>(i));
        std::vector<float> mean(2), logVariance(2);
        encoder.encode(tokens, 1, static_cast<int>(tokens.size()), mean, logVariance);
        for (std::size_t d = 0; d < 2; ++d)
            z[2 * i + d] = mean[d] + noise[2 * i + d] * std::exp(logVariance[d] / 2);
    }
    DecoderInference decoder(parameters);
    const auto score = [&](std::size_t i, std::span<const float> latent) {
        std::vector<double> out(1);
        decoder.logLikelihood(sentence(static_cast<std::int64_t>(i)), latent, out);
        return out[0];
    };
    double shuffled = 0, fromPrior = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t partner = usagePartner(draws, i, count, 2);
        const double own = score(i, std::span(z).subspan(2 * i, 2));
        shuffled += (own - score(i, std::span(z).subspan(2 * partner, 2))) / count;
        fromPrior += (own - score(i, std::span(prior).subspan(2 * i, 2))) / count;
    }
    QCOMPARE(usage.examples, std::int64_t{count});
    QVERIFY2(std::abs(usage.shuffled - shuffled) < 1e-4, QByteArray::number(usage.shuffled - shuffled));
    QVERIFY2(std::abs(usage.prior - fromPrior) < 1e-4, QByteArray::number(usage.prior - fromPrior));
    QVERIFY(std::abs(shuffled) > 0.01 && std::abs(shuffled - fromPrior) > 0.01);
}

/// However far the posteriors lie apart.
void TestLatentUsage::deafDecoderHasNoGap() {
    Parameters parameters = listening();
    std::ranges::fill(parameters.decoder, 0.0F);
    const auto batches = batchesOf(firstSentences(100), 8);
    const LatentUsage usage = measure(parameters, {.batches = batches});
    QCOMPARE(usage.shuffled, 0.0);
    QCOMPARE(usage.prior, 0.0);
}

void TestLatentUsage::partnersAreAnyOther() {
    constexpr std::size_t count = 5;
    std::vector<int> drawn(count, 0);
    for (int update = 0; update < 4000; ++update) {
        const std::size_t partner = usagePartner({.seed = 1, .at = {update, 0}}, 2, count, 1);
        QVERIFY(partner < count && partner != 2);
        ++drawn[partner];
    }
    for (const std::size_t other : {0, 1, 3, 4})
        QVERIFY2(std::abs(drawn[other] - 1000) < 120, QByteArray::number(drawn[other]));
}

void TestLatentUsage::strideLooksAtThatShare() {
    QCOMPARE(usageStride(1), std::size_t{1});
    QCOMPARE(usageStride(95), std::size_t{1});
    QCOMPARE(usageStride(200), std::size_t{4});
    QCOMPARE(usageStride(500), std::size_t{10});
    QCOMPARE(usageStride(100000), std::size_t{10});
    const Parameters parameters = listening();
    const auto batches = batchesOf(firstSentences(200), 16);
    QCOMPARE(measure(parameters, {.batches = batches}).examples, std::int64_t{50});
    QCOMPARE(measure(parameters, {.batches = batches, .usageStride = 1}).examples, std::int64_t{200});
    QCOMPARE(measure(parameters, {.batches = batches, .usageStride = 50}).examples, std::int64_t{4});
}

void TestLatentUsage::cutAndThreadsChangeNothing() {
    const Parameters parameters = listening();
    auto backwards = firstSentences(200);
    std::ranges::reverse(backwards);
    const auto batches = batchesOf(firstSentences(200), 16), others = batchesOf(backwards, 7);
    const LatentUsage one = measure(parameters, {.batches = batches});
    const LatentUsage threads = measure(parameters, {.batches = batches, .threads = 3});
    const LatentUsage cut = measure(parameters, {.batches = others});
    QVERIFY(one.shuffled == threads.shuffled && one.prior == threads.prior);
    QVERIFY(std::abs(one.shuffled - cut.shuffled) < 1e-4 && std::abs(one.prior - cut.prior) < 1e-4);
}

void TestLatentUsage::drawsBelongToThePosition() {
    const Parameters parameters = listening();
    const auto batches = batchesOf(firstSentences(40), 16);
    const auto at = [&](std::uint64_t seed, Position position) {
        return measure(parameters, {.batches = batches, .draws = {seed, position}}).prior;
    };
    QCOMPARE(at(1, {5, 0}), at(1, {5, 0}));
    QVERIFY(at(1, {5, 0}) != at(1, {6, 0}));
    QVERIFY(at(1, {5, 0}) != at(2, {5, 0}));
}

void TestLatentUsage::oneExampleHasNoOther() {
    const LatentUsage usage = measure(listening(), {.batches = batchesOf({3}, 16)});
    QVERIFY(std::isnan(usage.shuffled) && !std::isnan(usage.prior));
    QCOMPARE(usage.examples, std::int64_t{1});
}

/// Rows of the features are those of the sentences, by length, every third one of 40.
void TestLatentUsage::featuresAreSpreadOverTheSet() {
    const Parameters parameters = listening();
    const auto weights = std::make_shared<const InferenceWeights>(parameters);
    const auto batches = batchesOf(firstSentences(40), 6);
    const EvaluationTask task{.batches = batches, .threads = 2};
    const EvaluatedExamples examples = evaluateExamples(weights, task, m_stop);
    const std::vector<float> features = featuresOfSome(weights, task, examples, 15, m_stop);
    const auto width = static_cast<std::size_t>(weights->features);
    QCOMPARE(features.size(), 14 * width);
    std::vector<float> expected;
    EncoderInference encoder(weights);
    for (std::int64_t length = 5; length <= 8; ++length) {
        for (std::int64_t i = 0; i < 40; i += 3) {
            const auto tokens = sentence(i);
            if (static_cast<std::int64_t>(tokens.size()) != length) continue;
            std::vector<float> one(width);
            encoder.encodeFeatures(tokens, 1, static_cast<int>(length), one);
            expected.insert(expected.end(), one.begin(), one.end());
        }
    }
    for (std::size_t i = 0; i < features.size(); ++i)
        QVERIFY(std::abs(features[i] - expected[i]) < 1e-5);
}

QTEST_APPLESS_MAIN(TestLatentUsage)
#include "tst_latent_usage.moc"
