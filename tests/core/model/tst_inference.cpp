// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/inference.h"
#include "core/nn/blas.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <thread>

using namespace collapsar;

namespace {

std::vector<double> doubles(const QJsonValue& value) {
    std::vector<double> result;
    for (const QJsonValue& v : value.toArray())
        result.push_back(v.toDouble());
    return result;
}

template <typename T>
std::vector<T> as(const std::vector<double>& values) {
    return {values.begin(), values.end()};
}

/// As in diagnostics_inference.py: element i of block `number` is 0.9 sin(0.37 i + number).
void fillBlocks(std::vector<float>& flat, const std::vector<ParameterBlock>& all, int firstNumber) {
    for (std::size_t b = 0; b < all.size(); ++b) {
        for (std::int64_t i = 0; i < all[b].size(); ++i) {
            const double angle = 0.37 * static_cast<double>(i) + firstNumber + static_cast<double>(b);
            flat[static_cast<std::size_t>(all[b].offset + i)] = static_cast<float>(0.9 * std::sin(angle));
        }
    }
}

Parameters formulaParameters(const ModelShape& shape) {
    Parameters p{.shape = shape, .encoder = {}, .decoder = {}};
    p.encoder.resize(static_cast<std::size_t>(encoderLayout(shape).size));
    p.decoder.resize(static_cast<std::size_t>(decoderLayout(shape).size));
    fillBlocks(p.encoder, blocks(encoderLayout(shape)), 1);
    fillBlocks(p.decoder, blocks(decoderLayout(shape)), 11);
    return p;
}

template <typename A, typename B>
double largestDistance(const std::vector<A>& a, const std::vector<B>& b) {
    if (a.size() != b.size() || a.empty()) return INFINITY;
    double worst = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const double distance = std::abs(static_cast<double>(a[i]) - static_cast<double>(b[i]));
        worst = std::max(worst, std::isnan(distance) ? INFINITY : distance);
    }
    return worst;
}

struct Encoded {
    std::vector<float> mean, logVariance;
};
Encoded encode(const Parameters& p, const std::vector<std::int32_t>& tokens, int rows) {
    const auto n = static_cast<std::size_t>(rows * p.shape.latent);
    Encoded result{std::vector<float>(n), std::vector<float>(n)};
    EncoderInference(p).encode(tokens, rows, static_cast<int>(tokens.size()) / rows, result.mean, result.logVariance);
    return result;
}

}  // namespace

class TestInference : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void encoderAgreesWithTorch_data();
    void encoderAgreesWithTorch();
    void decoderAgreesWithTorch_data();
    void decoderAgreesWithTorch();
    void manyRowsAgreeWithOneAtATime();
    void absMaxTakesTheEarliestOfEquals();
    void closedSkipPathIsIgnored();
    void largeVocabularyGivesTheSame();
    void sameCallGivesSameBits();
    void rowsAreIndependent_data();
    void rowsAreIndependent();
    void manySentencesAreEachAlone();
    void impossibleWordsAreScored_data();
    void impossibleWordsAreScored();
    void encoderRowsAreIndependent();
    void threadsShareWeights();
    void raisedFlagInterrupts();

private:
    QJsonObject m_oracle;
    ModelShape m_shape;
    std::vector<std::int32_t> m_tokens;
};

void TestInference::initTestCase() {
    useSingleThreadedBlas();
    QFile file(TEST_DATA "/diagnostics_inference.json");
    QVERIFY(file.open(QIODevice::ReadOnly));
    m_oracle = QJsonDocument::fromJson(file.readAll()).object();
    const QJsonObject shape = m_oracle["shape"].toObject();
    m_shape = {.vocabulary = shape["vocabulary"].toInt(),
               .embedding = shape["embedding"].toInt(),
               .encoderHidden = shape["encoder_hidden"].toInt(),
               .decoderHidden = shape["decoder_hidden"].toInt(),
               .latent = shape["latent"].toInt()};
    m_tokens = as<std::int32_t>(doubles(m_oracle["tokens"]));
    QCOMPARE(m_tokens.size(), std::size_t{18});
}

void TestInference::encoderAgreesWithTorch_data() {
    QTest::addColumn<int>("pooling");
    QTest::newRow("last") << static_cast<int>(Pooling::Last);
    QTest::newRow("mean") << static_cast<int>(Pooling::Mean);
    QTest::newRow("max") << static_cast<int>(Pooling::Max);
    QTest::newRow("absmax") << static_cast<int>(Pooling::AbsMax);
}

/// Tolerance: values are of order 1, the oracle is float64, a dozen float operations deep.
void TestInference::encoderAgreesWithTorch() {
    QFETCH(int, pooling);
    Parameters p = formulaParameters(m_shape);
    p.pooling = static_cast<Pooling>(pooling);
    const QJsonObject expected = m_oracle["encoder"].toObject()[QTest::currentDataTag()].toObject();
    const Encoded result = encode(p, m_tokens, 3);
    QVERIFY(largestDistance(result.mean, doubles(expected["mean"])) < 2e-6);
    QVERIFY(largestDistance(result.logVariance, doubles(expected["log_variance"])) < 2e-6);
}

void TestInference::decoderAgreesWithTorch_data() {
    QTest::addColumn<bool>("skip");
    QTest::newRow("skip_off") << false;
    QTest::newRow("skip_on") << true;
}

/// 70 latents for one sentence: more than one block of rows. Sums of 5 terms of order 3, float32 against float64.
void TestInference::decoderAgreesWithTorch() {
    QFETCH(bool, skip);
    Parameters p = formulaParameters(m_shape);
    p.skip = skip;
    const QJsonObject expected = m_oracle["decoder"].toObject()[QTest::currentDataTag()].toObject();
    DecoderInference decoder(p);
    std::vector<float> reconstruction(3);
    decoder.reconstruction(m_tokens, 3, 6, as<float>(doubles(m_oracle["latents"])), reconstruction);
    QVERIFY(largestDistance(reconstruction, doubles(expected["reconstruction"])) < 1e-5);

    const std::vector<std::int32_t> second(m_tokens.begin() + 6, m_tokens.begin() + 12);
    std::vector<double> many(70);
    decoder.logLikelihood(second, as<float>(doubles(m_oracle["many_latents"])), many);
    QVERIFY(largestDistance(many, doubles(expected["many_log_likelihood"])) < 1e-5);
}

/// 150 rows of differing sentences: more than two blocks.
void TestInference::manyRowsAgreeWithOneAtATime() {
    const Parameters p = formulaParameters(m_shape);
    DecoderInference decoder(p);
    std::vector<std::int32_t> tokens;
    std::vector<float> latents, together(150);
    for (int row = 0; row < 150; ++row) {
        for (int t = 0; t < 5; ++t)
            tokens.push_back((7 * row + 3 * t + row * t) % 11);
        for (int d = 0; d < 2; ++d)
            latents.push_back(static_cast<float>(std::sin(row + 2 * d)));
    }
    decoder.reconstruction(tokens, 150, 5, latents, together);
    for (std::size_t row = 0; row < 150; ++row) {
        double alone = 0;
        decoder.logLikelihood({tokens.data() + 5 * row, 5}, {latents.data() + 2 * row, 2}, {&alone, 1});
        QVERIFY(std::abs(alone + together[row]) < 1e-5);
    }
}

/// One unit whose state is +h after the first token and exactly -h after the second: the mean is that of +h.
void TestInference::absMaxTakesTheEarliestOfEquals() {
    const ModelShape shape{.vocabulary = 3, .embedding = 1, .encoderHidden = 1, .decoderHidden = 1, .latent = 1};
    Parameters p{.shape = shape, .encoder = {}, .decoder = {}, .pooling = Pooling::AbsMax};
    const EncoderLayout layout = encoderLayout(shape);
    p.encoder.assign(static_cast<std::size_t>(layout.size), 0.0F);
    p.encoder[1] = 1;                                                             // embedding of token 1
    p.encoder[2] = -1;                                                            // of token 2
    p.encoder[static_cast<std::size_t>(layout.lstm[0].weightIh.offset) + 2] = 1;  // gate g
    p.encoder[static_cast<std::size_t>(layout.lstm[0].biasIh.offset) + 1] =
        -200;  // forget everything: states are +-tanh(1)/2 alone
    p.encoder[static_cast<std::size_t>(layout.head.offset)] = 1;
    const float up = encode(p, {1, 1}, 1).mean[0], down = encode(p, {2, 2}, 1).mean[0];
    QCOMPARE(up, -down);
    QVERIFY(up > 0.1F);
    QCOMPARE(encode(p, {1, 2}, 1).mean[0], up);
    QCOMPARE(encode(p, {2, 1}, 1).mean[0], down);
}

void TestInference::closedSkipPathIsIgnored() {
    Parameters p = formulaParameters(m_shape);
    std::vector<float> before(3), after(3);
    const std::vector<float> latents = as<float>(doubles(m_oracle["latents"]));
    DecoderInference(p).reconstruction(m_tokens, 3, 6, latents, before);
    for (std::size_t i = static_cast<std::size_t>(decoderLayout(m_shape).closedSize); i < p.decoder.size(); ++i)
        p.decoder[i] = 9;
    DecoderInference(p).reconstruction(m_tokens, 3, 6, latents, after);
    QCOMPARE(after, before);
}

/// Above 5,000 words gates are computed for the words of a call only. Words that no sentence uses, with logits of zero
/// weight, change the encoder's results by rounding alone.
void TestInference::largeVocabularyGivesTheSame() {
    ModelShape large = m_shape;
    large.vocabulary = 6000;
    const Parameters few = formulaParameters(m_shape);
    Parameters many{.shape = large, .encoder = {}, .decoder = {}};
    many.encoder.resize(static_cast<std::size_t>(encoderLayout(large).size));
    const auto small = blocks(encoderLayout(m_shape)), big = blocks(encoderLayout(large));
    for (std::size_t b = 0; b < small.size(); ++b) {
        std::copy_n(few.encoder.begin() + small[b].offset, small[b].size(), many.encoder.begin() + big[b].offset);
    }
    many.decoder.resize(static_cast<std::size_t>(decoderLayout(large).size));
    QVERIFY(largestDistance(encode(few, m_tokens, 3).mean, encode(many, m_tokens, 3).mean) < 1e-6);
}

void TestInference::sameCallGivesSameBits() {
    const Parameters p = formulaParameters(m_shape);
    const std::vector<float> latents = as<float>(doubles(m_oracle["many_latents"]));
    DecoderInference used(p), fresh(p);
    std::vector<double> first(70), other(1), second(70);
    used.logLikelihood({m_tokens.data(), 6}, latents, first);
    used.logLikelihood({m_tokens.data() + 6, 6}, std::span(latents).first(2), other);
    used.logLikelihood({m_tokens.data(), 6}, latents, second);
    QCOMPARE(second, first);
    fresh.logLikelihood({m_tokens.data(), 6}, latents, second);
    QCOMPARE(second, first);
}

void TestInference::rowsAreIndependent_data() {
    QTest::addColumn<int>("vocabulary");
    QTest::addColumn<int>("hidden");
    QTest::addColumn<int>("latent");
    QTest::addColumn<bool>("skip");
    QTest::newRow("one latent") << 1004 << 50 << 1 << false;
    QTest::newRow("skip path") << 37 << 7 << 3 << true;
    QTest::newRow("weights beyond the cache") << 2003 << 190 << 2 << true;  // several groups at a time, chunks of words
}

/// The same (sentence, z) gives the same bits alone, among 500, and beside other sentences.
void TestInference::rowsAreIndependent() {
    QFETCH(int, vocabulary);
    QFETCH(int, hidden);
    QFETCH(int, latent);
    QFETCH(bool, skip);
    Parameters p = formulaParameters({vocabulary, 5, 4, hidden, latent});
    p.skip = skip;
    const auto width = static_cast<std::size_t>(latent);
    std::vector<float> z(300 * width);
    for (std::size_t i = 0; i < z.size(); ++i)
        z[i] = static_cast<float>(3 * std::sin(1.7 * static_cast<double>(i)));
    const std::vector<std::int32_t> sentence{1, 5, 30, 5, 8, 2}, other{1, 9, 9, 4, 3, 2};
    DecoderInference decoder(p);
    std::vector<double> all(300);
    decoder.logLikelihood(sentence, z, all);
    for (const std::size_t count : {1, 2, 15, 16, 17, 33, 49, 96, 97, 241}) {
        std::vector<double> some(count);
        const std::size_t first = 300 - count;
        decoder.logLikelihood(sentence, std::span(z).subspan(first * width), some);
        QVERIFY(std::equal(some.begin(), some.end(), all.begin() + static_cast<std::ptrdiff_t>(first)));
    }
    std::vector<double> before(30), beside(40), after(3);
    const std::vector<LatentsOfSentence> requests{{other, std::span(z).first(30 * width), before},
                                                  {sentence, std::span(z).subspan(50 * width, 40 * width), beside},
                                                  {other, std::span(z).first(3 * width), after}};
    decoder.logLikelihood(requests);
    QVERIFY(std::equal(beside.begin(), beside.end(), all.begin() + 50));
    QVERIFY(std::equal(after.begin(), after.end(), before.begin()));
}

void TestInference::manySentencesAreEachAlone() {
    const Parameters p = formulaParameters(m_shape);
    const std::vector<float> z = as<float>(doubles(m_oracle["many_latents"]));
    DecoderInference decoder(p);
    std::vector<std::vector<double>> together(3, std::vector<double>(13)), alone = together;
    std::vector<LatentsOfSentence> requests;
    for (std::size_t i = 0; i < 3; ++i) {
        const auto sentence = std::span(m_tokens).subspan(6 * i, 6);
        const auto latents = std::span(z).subspan(26 * i, 26);
        requests.push_back({sentence, latents, together[i]});
        decoder.logLikelihood(sentence, latents, alone[i]);
    }
    decoder.logLikelihood(requests);
    QVERIFY(together == alone);
    decoder.logLikelihood(std::span<const LatentsOfSentence>{});
}

void TestInference::impossibleWordsAreScored_data() {
    QTest::addColumn<int>("vocabulary");
    QTest::addColumn<int>("hidden");
    QTest::newRow("small") << 11 << 5;
    QTest::newRow("in chunks of words") << 2003 << 190;
}

/// Logits of +-hundreds: exp of their distance overflows a float, log p(x|z) does not.
void TestInference::impossibleWordsAreScored() {
    QFETCH(int, vocabulary);
    QFETCH(int, hidden);
    Parameters p = formulaParameters({vocabulary, 5, 4, hidden, 2});
    const DecoderLayout layout = decoderLayout(p.shape);
    const std::vector<float> z = as<float>(doubles(m_oracle["many_latents"]));
    const auto scores = [&](float factor) {
        Parameters sharp = p;
        for (std::int64_t i = 0; i < layout.output.size(); ++i)
            sharp.decoder[static_cast<std::size_t>(layout.output.offset + i)] *= factor;
        std::vector<double> result(70);
        DecoderInference(sharp).logLikelihood({m_tokens.data(), 6}, z, result);
        return result;
    };
    const std::vector<double> large = scores(150), larger = scores(600);
    QVERIFY(std::ranges::all_of(large, [](double v) { return std::isfinite(v); }));
    QVERIFY(std::ranges::min(large) < -5 * 100);
    // Far from a tie the softmax is a maximum, which scales: log p is linear in the weights.
    for (std::size_t k = 0; k < 70; ++k)
        QVERIFY2(std::abs(larger[k] / large[k] - 4) < 0.05, QByteArray::number(larger[k] / large[k]));
}

void TestInference::encoderRowsAreIndependent() {
    if (!EncoderInference::rowsAreIndependent()) QSKIP("products of OpenBLAS");
    Parameters p = formulaParameters({60, 20, 50, 5, 3});
    for (const Pooling pooling : {Pooling::Last, Pooling::Mean}) {
        p.pooling = pooling;
        std::vector<std::int32_t> tokens;
        for (int i = 0; i < 77 * 6; ++i)
            tokens.push_back((7 * i + i / 6) % 60);
        const Encoded together = encode(p, tokens, 77);
        for (std::size_t row = 0; row < 77; ++row) {
            const Encoded alone = encode(p, {tokens.begin() + 6 * row, tokens.begin() + 6 * (row + 1)}, 1);
            QVERIFY(std::equal(alone.mean.begin(), alone.mean.end(), together.mean.begin() + 3 * row));
            QVERIFY(
                std::equal(alone.logVariance.begin(), alone.logVariance.end(), together.logVariance.begin() + 3 * row));
        }
    }
}

void TestInference::threadsShareWeights() {
    const Parameters p = formulaParameters(m_shape);
    const auto weights = std::make_shared<const InferenceWeights>(p);
    const std::vector<float> z = as<float>(doubles(m_oracle["many_latents"]));
    std::vector<std::vector<double>> results(4, std::vector<double>(70));
    {
        std::vector<std::jthread> threads;
        for (std::vector<double>& result : results) {
            threads.emplace_back(
                [&] { DecoderInference(weights).logLikelihood(std::span(m_tokens).first(6), z, result); });
        }
    }
    std::vector<double> alone(70);
    DecoderInference(p).logLikelihood(std::span(m_tokens).first(6), z, alone);
    for (const std::vector<double>& result : results)
        QVERIFY(result == alone);
}

void TestInference::raisedFlagInterrupts() {
    const Parameters p = formulaParameters(m_shape);
    StopFlag stop;
    stop.raise();
    std::vector<float> mean(6), logVariance(6), reconstruction(3);
    QVERIFY_THROWS_EXCEPTION(Interrupted, EncoderInference(p, &stop).encode(m_tokens, 3, 6, mean, logVariance));
    const std::vector<float> latents(6);
    QVERIFY_THROWS_EXCEPTION(Interrupted,
                             DecoderInference(p, &stop).reconstruction(m_tokens, 3, 6, latents, reconstruction));
}

QTEST_APPLESS_MAIN(TestInference)
#include "tst_inference.moc"
