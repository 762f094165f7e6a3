// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnostics/detailed_evaluation.h"

#include "core/diagnostics/importance_weighted_nll.h"
#include "core/diagnostics/latent_usage.h"
#include "core/nn/blas.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

using namespace collapsar;

namespace {

constexpr int length = 7;
constexpr std::int64_t sentences = 150;

std::vector<std::int32_t> sentence(std::int64_t index) {
    std::mt19937 generator(static_cast<unsigned>(index));
    std::vector<std::int32_t> tokens{1};
    for (int word = 0; word < length - 2; ++word)
        tokens.push_back(static_cast<std::int32_t>(4 + generator() % 26));
    tokens.push_back(2);
    return tokens;
}

/// All sentences in batches of `rows`, `shift` first.
std::vector<Batch> batchesOf(int rows, std::int64_t shift = 0) {
    std::vector<Batch> batches;
    for (std::int64_t i = 0; i < sentences; ++i) {
        if (batches.empty() || batches.back().rows == rows)
            batches.push_back({.tokens = {}, .rows = 0, .length = length, .sentences = {}});
        Batch& batch = batches.back();
        const std::int64_t index = (i + shift) % sentences;
        const auto tokens = sentence(index);
        batch.tokens.insert(batch.tokens.end(), tokens.begin(), tokens.end());
        batch.sentences.push_back(index);
        ++batch.rows;
    }
    return batches;
}

Parameters model(int latent) {
    const ModelShape shape{.vocabulary = 30, .embedding = 6, .encoderHidden = 7, .decoderHidden = 9, .latent = latent};
    Settings settings;
    settings.latent = latent;
    settings.pooling = Pooling::Mean;
    settings.initScale = 2;
    settings.embeddingInitScale = 0.9;
    return initialParameters(shape, settings);
}

}  // namespace

class TestDetailedEvaluation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        useSingleThreadedBlas();
        m_weights = std::make_shared<const InferenceWeights>(m_parameters);
    }
    void klIsInformationAndAggregate();
    void dispersionIsThatOfTheFeatures();
    void labelsThatTheMeansTellAreFound();
    void labelsFollowTheirSentences();
    void detailsBelongToTheValues();
    void wordsSumToTheReconstruction();
    void detailsAreReported();
    void threadsChangeNoBit();
    void languageModelHasItsExactLikelihood();
    void emptySetIsNotMeasured();

private:
    [[nodiscard]] std::vector<float> meansBySentence() const;
    const Parameters m_parameters = model(2);
    const std::vector<Batch> m_batches = batchesOf(16);
    InferenceWeightsPointer m_weights;
    StopFlag m_stop;
};

std::vector<float> TestDetailedEvaluation::meansBySentence() const {
    std::vector<float> means;
    EncoderInference encoder(m_weights);
    for (std::int64_t i = 0; i < sentences; ++i) {
        std::vector<float> mean(2), logVariance(2);
        encoder.encode(sentence(i), 1, length, mean, logVariance);
        means.insert(means.end(), mean.begin(), mean.end());
    }
    return means;
}

void TestDetailedEvaluation::klIsInformationAndAggregate() {
    const Evaluation e = evaluate(m_weights, {.batches = m_batches, .draws = {3, {7, 1}}}, m_stop);
    QVERIFY(std::abs(e.miFull + e.aggregateKl - e.kl) <= 1e-15 * e.kl);
    QVERIFY(e.miFull > 0.005 && e.aggregateKl > 0.05);
    QVERIFY(std::abs(e.ppl - std::exp(-e.elbo / (length - 1))) < 1e-9 * e.ppl);
}

/// 150 sentences are fewer than are looked at: all of them, in any order.
void TestDetailedEvaluation::dispersionIsThatOfTheFeatures() {
    const auto width = static_cast<std::size_t>(m_weights->features);
    std::vector<float> features(width * static_cast<std::size_t>(sentences));
    EncoderInference encoder(m_weights);
    for (std::int64_t i = 0; i < sentences; ++i)
        encoder.encodeFeatures(sentence(i), 1, length,
                               std::span(features).subspan(static_cast<std::size_t>(i) * width, width));
    const FeatureDispersion expected = featureDispersion(features, m_weights->features);
    const Evaluation e = evaluate(m_weights, {.batches = m_batches}, m_stop);
    QVERIFY(std::abs(e.featureCosine - expected.meanCosine) < 1e-6);
    QVERIFY(std::abs(e.featureRank - expected.effectiveRank) < 1e-5);
    QVERIFY(e.featureCosine < 0.99 && e.featureRank > 1.1 && e.featureRank <= m_weights->features);
}

void TestDetailedEvaluation::labelsThatTheMeansTellAreFound() {
    const std::vector<float> means = meansBySentence();
    std::vector<float> sorted = means;
    std::ranges::sort(sorted);
    std::vector<std::int32_t> told, random;
    std::mt19937 generator(4);
    for (std::size_t i = 0; i < means.size(); i += 2) {
        told.push_back(means[i] + means[i + 1] > 2 * sorted[sorted.size() / 2] ? 1 : 0);
        random.push_back(static_cast<std::int32_t>(generator() % 2));
    }
    const auto accuracy = [&](const std::vector<std::int32_t>& labels) {
        return evaluate(m_weights, {.batches = m_batches, .labels = {labels, 2}}, m_stop).probeAccuracy;
    };
    QVERIFY2(accuracy(told) > 0.9, QByteArray::number(accuracy(told)));
    QVERIFY2(accuracy(random) < 0.75, QByteArray::number(accuracy(random)));
    QVERIFY(std::isnan(evaluate(m_weights, {.batches = m_batches}, m_stop).probeAccuracy));
}

/// By sentence, not by row: the same whatever the batches.
void TestDetailedEvaluation::labelsFollowTheirSentences() {
    const std::vector<float> means = meansBySentence();
    std::vector<std::int32_t> labels;
    for (std::size_t i = 0; i < means.size(); i += 2)
        labels.push_back(means[i] > means[i + 1] ? 1 : 0);
    const LinearProbe expected = linearProbe({means, labels, 2, 2});
    const auto shifted = batchesOf(11, 40);
    for (const std::vector<Batch>* batches : {&m_batches, &shifted}) {
        const DetailedEvaluation detail =
            evaluateInDetail(m_weights, {.batches = *batches, .labels = {labels, 2}}, m_stop);
        QCOMPARE(detail.probe.accuracy, expected.accuracy);
        QCOMPARE(detail.probe.tested, expected.tested);
        QCOMPARE(detail.values.probeAccuracy, expected.accuracy);
    }
    // Sentences with gaps between them: those in the gaps have the other label.
    std::vector<Batch> apart = m_batches;
    for (Batch& batch : apart)
        std::ranges::transform(batch.sentences, batch.sentences.begin(), [](std::int64_t i) { return 2 * i; });
    std::vector<std::int32_t> sparse;
    for (const std::int32_t label : labels)
        sparse.insert(sparse.end(), {label, 1 - label});
    const Evaluation gaps = evaluate(m_weights, {.batches = apart, .labels = {sparse, 2}}, m_stop);
    QCOMPARE(gaps.probeAccuracy, expected.accuracy);
}

void TestDetailedEvaluation::detailsBelongToTheValues() {
    const EvaluationTask task{.batches = m_batches, .draws = {3, {7, 1}}};
    const Evaluation scheduled = evaluate(m_weights, task, m_stop);
    const DetailedEvaluation detail = evaluateInDetail(m_weights, task, m_stop);
    QVERIFY(detail.values.elbo == scheduled.elbo && detail.values.miFull == scheduled.miFull);
    QVERIFY(detail.units.kl == scheduled.unitKl);
    QCOMPARE(detail.rateDistortion().elbo(), scheduled.elbo);
    QCOMPARE(detail.dispersion.examples, static_cast<int>(sentences));
    QCOMPARE(detail.dispersion.meanCosine, scheduled.featureCosine);
    QCOMPARE(detail.collapse.thresholds.size(), std::size_t{2});
    const double parts = detail.units.sumOfMi() + detail.units.sumOfAggregateKl();
    QVERIFY(std::abs(parts - scheduled.kl) < 1e-12);
    QVERIFY(std::abs(detail.totalCorrelation - (detail.units.sumOfMi() - scheduled.miFull)) <
            1e-12);  // the other way round
    const EvaluatedExamples examples = evaluateExamples(m_weights, task, m_stop);
    EvaluationTask every = task;
    every.usageStride = 1;
    const LatentUsage usage = latentUsage(m_weights, every, examples, m_stop);
    QCOMPARE(usage.examples, sentences);
    QVERIFY(detail.values.usageShuffled == usage.shuffled && detail.values.usagePrior == usage.prior);
    QVERIFY(scheduled.usagePrior != usage.prior && std::abs(scheduled.usagePrior - usage.prior) < 2);
}

/// Sentence by sentence, whatever the batches; the first position is that of a model that sees one word.
void TestDetailedEvaluation::wordsSumToTheReconstruction() {
    const auto shifted = batchesOf(11, 40);
    std::vector<float> terms;
    for (const std::vector<Batch>* batches : {&m_batches, &shifted}) {
        const EvaluationTask task{.batches = *batches, .draws = {3, {7, 1}}, .threads = 2};
        const EvaluatedExamples examples = evaluateExamples(m_weights, task, m_stop);
        const WordReconstruction words = wordReconstruction(m_weights, task, examples, m_stop);
        QCOMPARE(words.terms.size(), static_cast<std::size_t>(sentences * (length - 1)));
        for (std::size_t i = 0; i < static_cast<std::size_t>(sentences); ++i) {
            const auto from = words.terms.begin() + static_cast<std::ptrdiff_t>(i) * (length - 1);
            const double sum = std::accumulate(from, from + length - 1, 0.0);
            QVERIFY(std::abs(sum - static_cast<double>(examples.reconstruction[examples.bySentence[i]])) < 1e-4);
        }
        if (terms.empty()) terms = words.terms;
        for (std::size_t i = 0; i < terms.size(); ++i)
            QVERIFY(std::abs(terms[i] - words.terms[i]) < 1e-4F);
    }
}

void TestDetailedEvaluation::detailsAreReported() {
    const DetailedEvaluation detail = evaluateInDetail(m_weights, {.batches = m_batches}, m_stop);
    const EvaluationDetails details = detail.details();
    QVERIFY(details.unitKl == detail.units.kl && details.unitMi == detail.units.mi);
    QVERIFY(details.unitAggregateKl == detail.units.aggregateKl && details.collapseDelta == 0.01);
    QVERIFY(details.featureRank == detail.dispersion.effectiveRank && details.featureExamples == sentences);
    QVERIFY(details.featureCosine == detail.dispersion.meanCosine && std::isnan(details.probeAccuracy));
    QCOMPARE(details.sentencesByPosition, std::vector<std::int64_t>(length - 1, sentences));
    const double sum = std::accumulate(details.nllByPosition.begin(), details.nllByPosition.end(), 0.0);
    QVERIFY(std::abs(sum - detail.values.reconstruction) < 1e-4);
}

void TestDetailedEvaluation::threadsChangeNoBit() {
    const EvaluationTask one{.batches = m_batches, .draws = {3, {7, 1}}};
    const EvaluationTask more{.batches = m_batches, .draws = {3, {7, 1}}, .threads = 3};
    const DetailedEvaluation a = evaluateInDetail(m_weights, one, m_stop),
                             b = evaluateInDetail(m_weights, more, m_stop);
    QVERIFY(a.values.usageShuffled == b.values.usageShuffled && a.values.featureCosine == b.values.featureCosine);
    QVERIFY(a.units.mi == b.units.mi && a.dispersion.effectiveRank == b.dispersion.effectiveRank);
}

/// -log p(x) of the decoder alone, sentence by sentence; the same from the importance sampler with one sample.
void TestDetailedEvaluation::languageModelHasItsExactLikelihood() {
    const Parameters parameters = model(0);
    const auto weights = std::make_shared<const InferenceWeights>(parameters);
    double total = 0;
    DecoderInference decoder(weights);
    for (std::int64_t i = 0; i < sentences; ++i) {
        std::vector<float> one(1);
        decoder.reconstruction(sentence(i), 1, length, {}, one);
        total += static_cast<double>(one[0]);
    }
    const DetailedEvaluation detail = evaluateInDetail(weights, {.batches = m_batches}, m_stop);
    const Evaluation& e = detail.values;
    QVERIFY(std::abs(e.reconstruction - total / sentences) < 1e-5);
    QVERIFY(e.kl == 0 && e.elbo == -e.reconstruction);
    QVERIFY(std::abs(e.ppl - std::exp(total / (sentences * (length - 1)))) < 1e-4 * e.ppl);
    for (const double none : {e.miBatch, e.miFull, e.aggregateKl, e.usageShuffled, e.usagePrior, e.featureCosine,
                              e.featureRank, e.probeAccuracy, detail.totalCorrelation})
        QVERIFY(std::isnan(none));
    QVERIFY(e.unitKl.empty() && detail.collapse.thresholds.empty());
    QVERIFY(std::abs(detail.nllByPosition.perSentence() - total / sentences) < 1e-4);
    const ImportanceWeightedNll estimate = importanceWeightedNll(parameters, m_batches, {.samples = 500}, m_stop);
    QCOMPARE(estimate.samples, 1);
    QVERIFY(std::abs(estimate.nll - total / sentences) < 1e-5);
}

void TestDetailedEvaluation::emptySetIsNotMeasured() {
    const DetailedEvaluation nothing = evaluateInDetail(m_weights, {.batches = {}}, m_stop);
    QVERIFY(std::isnan(nothing.values.elbo) && std::isnan(nothing.values.aggregateKl));
    QVERIFY(std::isnan(nothing.values.usagePrior) && std::isnan(nothing.probe.accuracy));
    QVERIFY(nothing.units.mi.empty());
}

QTEST_APPLESS_MAIN(TestDetailedEvaluation)
#include "tst_detailed_evaluation.moc"
