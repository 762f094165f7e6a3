// SPDX-License-Identifier: GPL-3.0-or-later
// Greedy decoding, beam search and sampling against a plain version in double precision (sentence_writer.py), against
// the scores of DecoderInference and against all sentences there are.
#include "core/model/sentence_writer.h"
#include "core/nn/blas.h"
#include "core/nn/philox.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <map>

using namespace collapsar;

namespace {

template <typename T>
std::vector<T> numbers(const QJsonValue& value) {
    std::vector<T> result;
    for (const QJsonValue& v : value.toArray())
        result.push_back(static_cast<T>(v.toDouble()));
    return result;
}

/// As in sentence_writer.py: element i of block `number` is scale * sin(0.37 i + 1.7 number), from 21 on.
Parameters formulaParameters(const ModelShape& shape, double scale) {
    Parameters p{.shape = shape, .encoder = {}, .decoder = {}};
    p.encoder.resize(static_cast<std::size_t>(encoderLayout(shape).size));
    p.decoder.resize(static_cast<std::size_t>(decoderLayout(shape).size));
    int number = 20;
    for (const ParameterBlock& block : blocks(decoderLayout(shape))) {
        ++number;
        for (std::int64_t i = 0; i < block.size(); ++i) {
            p.decoder[static_cast<std::size_t>(block.offset + i)] =
                static_cast<float>(scale * std::sin(0.37 * static_cast<double>(i) + 1.7 * number));
        }
    }
    return p;
}

Parameters randomParameters(const ModelShape& shape, bool skip, std::uint64_t seed, double scale = 0.9) {
    Settings settings;
    settings.initScale = scale;
    settings.embeddingInitScale = 1.2;
    settings.skip = skip;
    settings.seed = seed;
    return initialParameters(shape, settings);
}

InferenceWeightsPointer weightsOf(Parameters parameters) {
    return std::make_shared<const InferenceWeights>(std::make_shared<const Parameters>(std::move(parameters)));
}

std::vector<float> randomLatents(int rows, int latent, std::uint64_t seed = 1) {
    std::vector<float> latents(static_cast<std::size_t>(rows * latent));
    fillNormal({.seed = seed}, latents);
    return latents;
}

std::vector<float> randomUniforms(int rows, const WritingRule& rule) {
    std::vector<float> uniforms(static_cast<std::size_t>(rows * (rule.longest + 1)));
    fillUniform({.seed = 5}, uniforms, 0, 1);
    return uniforms;
}

std::vector<std::int32_t> withMarkers(const std::vector<std::int32_t>& words) {
    std::vector<std::int32_t> sentence{Vocabulary::start};
    sentence.insert(sentence.end(), words.begin(), words.end());
    sentence.push_back(Vocabulary::end);
    return sentence;
}

/// log p(words, end mark|z) as DecoderInference has it.
double scoreOf(const InferenceWeightsPointer& weights, const std::vector<std::int32_t>& words,
               std::span<const float> latent) {
    double score = 0;
    DecoderInference(weights).logLikelihood(withMarkers(words), latent, {&score, 1});
    return score;
}

void compare(const WrittenWords& written, const QJsonObject& expected, const std::string& what) {
    QVERIFY2(written.words == numbers<std::int32_t>(expected["words"]), what.c_str());
    QCOMPARE(written.isCut, expected["cut"].toBool());
    const double distance = std::abs(written.logLikelihood - expected["log_p"].toDouble());
    QVERIFY2(distance < 1e-5, (what + ": log p differs by " + std::to_string(distance)).c_str());
}

const std::map<std::string, ModelShape> allShapes{
    {"one layer", {.vocabulary = 30, .embedding = 5, .decoderHidden = 7, .latent = 3}},
    {"three layers, biases",
     {.vocabulary = 30, .embedding = 5, .decoderHidden = 7, .latent = 3, .decoderLayers = 3, .biases = true}},
    {"other start",
     {.vocabulary = 30,
      .embedding = 5,
      .decoderHidden = 7,
      .latent = 3,
      .decoderLayers = 2,
      .start = DecoderStart::Kim}},
    {"language model", {.vocabulary = 30, .embedding = 5, .decoderHidden = 7, .latent = 0, .decoderLayers = 2}},
};

}  // namespace

class TestSentenceWriter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void agreesWithThePlainVersion_data();
    void agreesWithThePlainVersion();
    void scoresAreThoseOfTheDecoder_data();
    void scoresAreThoseOfTheDecoder();
    void wideBeamFindsTheLikeliest_data();
    void wideBeamFindsTheLikeliest();
    void rowsAreIndependent();
    void samplesFollowTheDistribution();
    void neverWritesMarkers();
    void largeVocabularyWritesTheSame();
    void modelWithoutNumbersEnds();
    void raisedFlagInterrupts();

private:
    QJsonObject m_oracle;
};

void TestSentenceWriter::initTestCase() {
    useSingleThreadedBlas();
    QFile file(TEST_DATA "/sentence_writer.json");
    QVERIFY(file.open(QIODevice::ReadOnly));
    m_oracle = QJsonDocument::fromJson(file.readAll()).object();
    QVERIFY(m_oracle["cases"].toObject().size() > 10);
}

void TestSentenceWriter::agreesWithThePlainVersion_data() {
    QTest::addColumn<QJsonObject>("oracle");
    const QJsonObject cases = m_oracle["cases"].toObject();
    for (const QString& name : cases.keys())
        QTest::addRow("%s", name.toUtf8().constData()) << cases[name].toObject();
}

void TestSentenceWriter::agreesWithThePlainVersion() {
    QFETCH(QJsonObject, oracle);
    const QJsonObject s = oracle["shape"].toObject();
    Parameters parameters = formulaParameters({.vocabulary = m_oracle["vocabulary"].toInt(),
                                               .embedding = m_oracle["embedding"].toInt(),
                                               .decoderHidden = m_oracle["hidden"].toInt(),
                                               .latent = s["latent"].toInt(),
                                               .decoderLayers = s["layers"].toInt(),
                                               .start = s["kim"].toBool() ? DecoderStart::Kim : DecoderStart::He,
                                               .biases = s["biases"].toBool()},
                                              s["scale"].toDouble());
    parameters.skip = s["skip"].toBool();
    const auto weights = weightsOf(std::move(parameters));
    const QJsonArray rows = oracle["rows"].toArray();
    std::vector<float> latents, uniforms;
    for (const QJsonValue& row : rows) {
        std::ranges::copy(numbers<float>(row["latent"]), std::back_inserter(latents));
        std::ranges::copy(numbers<float>(row["uniforms"]), std::back_inserter(uniforms));
    }
    const int count = static_cast<int>(rows.size());
    const WritingRule greedy{.longest = m_oracle["longest"].toInt()};
    SentenceWriter writer(weights);
    const auto inTurn = writer.write(latents, count, greedy);
    for (int r = 0; r < count; ++r)
        compare(inTurn[static_cast<std::size_t>(r)], rows[r]["greedy"].toObject(), "greedy");
    for (const QString& width : rows[0]["beam"].toObject().keys()) {
        const auto found = writer.write(
            latents, count, {.decoding = DecodingRule::Beam, .beamWidth = width.toInt(), .longest = greedy.longest});
        for (int r = 0; r < count; ++r)
            compare(found[static_cast<std::size_t>(r)], rows[r]["beam"][width].toObject(),
                    "beam " + width.toStdString());
    }
    for (const QString& temperature : rows[0]["sampling"].toObject().keys()) {
        const auto drawn = writer.write(
            latents, count,
            {.decoding = DecodingRule::Sampling, .temperature = temperature.toDouble(), .longest = greedy.longest},
            uniforms);
        for (int r = 0; r < count; ++r) {
            compare(drawn[static_cast<std::size_t>(r)], rows[r]["sampling"][temperature].toObject(),
                    "temperature " + temperature.toStdString());
        }
    }
}

void TestSentenceWriter::scoresAreThoseOfTheDecoder_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("skip");
    for (const auto& [name, shape] : allShapes) {
        QTest::addRow("%s", name.c_str()) << QString::fromStdString(name) << false;
        QTest::addRow("%s, open skip paths", name.c_str()) << QString::fromStdString(name) << true;
    }
}

void TestSentenceWriter::scoresAreThoseOfTheDecoder() {
    QFETCH(QString, name);
    QFETCH(bool, skip);
    const ModelShape shape = allShapes.at(name.toStdString());
    const auto weights = weightsOf(randomParameters(shape, skip, 3));
    constexpr int rows = 60;
    const auto latents = randomLatents(rows, shape.latent);
    int compared = 0;
    for (const DecodingRule decoding : {DecodingRule::Greedy, DecodingRule::Sampling, DecodingRule::Beam}) {
        const WritingRule rule{.decoding = decoding, .temperature = 1.5, .longest = 40};
        const auto uniforms = randomUniforms(rows, rule);
        const auto sentences = SentenceWriter(weights).write(latents, rows, rule, uniforms);
        for (std::size_t r = 0; r < rows; ++r) {
            if (sentences[r].isCut) continue;
            const auto latent = static_cast<std::size_t>(shape.latent);
            const double score = scoreOf(weights, sentences[r].words, std::span(latents).subspan(r * latent, latent));
            QVERIFY2(std::abs(score - sentences[r].logLikelihood) < 1e-4, QTest::toString(score));
            ++compared;
        }
    }
    QVERIFY(compared > rows);
}

void TestSentenceWriter::wideBeamFindsTheLikeliest_data() {
    scoresAreThoseOfTheDecoder_data();
}

/// Three words, at most three in a sentence: the beam holds every prefix.
void TestSentenceWriter::wideBeamFindsTheLikeliest() {
    QFETCH(QString, name);
    QFETCH(bool, skip);
    ModelShape shape = allShapes.at(name.toStdString());
    shape.vocabulary = 6;
    int longer = 0;
    for (std::uint64_t seed = 0; seed < 30; ++seed) {
        const auto weights = weightsOf(randomParameters(shape, skip, seed, 4));
        const auto latents = randomLatents(1, shape.latent, seed);
        std::vector<std::vector<std::int32_t>> all{{}};
        for (std::size_t i = 0; i < all.size(); ++i) {
            for (std::int32_t word = 3; word < 6 && all[i].size() < 3; ++word) {
                all.push_back(all[i]);
                all.back().push_back(word);
            }
        }
        QCOMPARE(all.size(), std::size_t{1 + 3 + 9 + 27});
        const auto best =
            std::ranges::max(all, {}, [&](const auto& words) { return scoreOf(weights, words, latents); });
        const auto found = SentenceWriter(weights).write(
            latents, 1, {.decoding = DecodingRule::Beam, .beamWidth = DecoderSteps::mostRows, .longest = 3});
        QCOMPARE(found[0].words, best);
        QVERIFY(!found[0].isCut);
        QVERIFY(std::abs(found[0].logLikelihood - scoreOf(weights, best, latents)) < 1e-5);
        longer += best.empty() ? 0 : 1;
    }
    QVERIFY2(longer > 3, "The likeliest sentences are empty: nothing was searched.");
}

void TestSentenceWriter::rowsAreIndependent() {
    const ModelShape shape = allShapes.at("three layers, biases");
    const auto weights = weightsOf(randomParameters(shape, true, 9));
    constexpr int rows = 70;
    const auto latents = randomLatents(rows, shape.latent);
    for (const DecodingRule decoding : {DecodingRule::Greedy, DecodingRule::Sampling, DecodingRule::Beam}) {
        const WritingRule rule{.decoding = decoding, .beamWidth = 5, .longest = 12};
        const auto uniforms = randomUniforms(rows, rule);
        SentenceWriter writer(weights);
        const auto together = writer.write(latents, rows, rule, uniforms);
        for (const std::size_t r : {0, 17, 48, 69}) {
            const auto alone =
                writer.write(std::span(latents).subspan(r * 3, 3), 1, rule, std::span(uniforms).subspan(r * 13, 13));
            QCOMPARE(alone[0].words, together[r].words);
            QCOMPARE(alone[0].logLikelihood, together[r].logLikelihood);
        }
    }
}

/// The share of first words among many draws is the model's probability, without what may not be written.
void TestSentenceWriter::samplesFollowTheDistribution() {
    ModelShape shape = allShapes.at("one layer");
    shape.vocabulary = 6;
    const auto weights = weightsOf(randomParameters(shape, false, 2));
    constexpr int rows = 20000;
    const auto one = randomLatents(1, 3);
    std::vector<float> latents;
    for (int r = 0; r < rows; ++r)
        latents.insert(latents.end(), one.begin(), one.end());
    const WritingRule rule{.decoding = DecodingRule::Sampling, .longest = 1};
    const auto drawn = SentenceWriter(weights).write(latents, rows, rule, randomUniforms(rows, rule));
    std::vector<double> counted(6, 0), expected(6, 0);
    for (const WrittenWords& sentence : drawn)
        counted[static_cast<std::size_t>(sentence.words.empty() ? Vocabulary::end : sentence.words[0])] += 1.0 / rows;
    double sum = 0;
    for (std::int32_t word = 2; word < 6; ++word) {
        std::vector<float> terms(1);
        const std::vector<std::int32_t> tokens{Vocabulary::start, word};
        DecoderInference(weights).reconstruction(tokens, 1, 2, one, terms);
        sum += expected[static_cast<std::size_t>(word)] = std::exp(-static_cast<double>(terms[0]));
    }
    for (std::size_t word = 0; word < 6; ++word)
        QVERIFY2(std::abs(counted[word] - expected[word] / sum) < 0.015, QTest::toString(counted[word]));
}

void TestSentenceWriter::neverWritesMarkers() {
    ModelShape shape = allShapes.at("three layers, biases");
    Parameters parameters = randomParameters(shape, false, 4);
    const auto bias = static_cast<std::size_t>(decoderLayout(shape).outputBias.offset);
    parameters.decoder[bias + Vocabulary::padding] = 8;  // both would always be the likeliest
    parameters.decoder[bias + Vocabulary::start] = 9;
    parameters.decoder[bias + Vocabulary::end] = -20;
    const auto weights = weightsOf(std::move(parameters));
    const auto latents = randomLatents(20, 3);
    for (const DecodingRule decoding : {DecodingRule::Greedy, DecodingRule::Sampling, DecodingRule::Beam}) {
        const WritingRule rule{.decoding = decoding, .longest = 9};
        for (const WrittenWords& sentence :
             SentenceWriter(weights).write(latents, 20, rule, randomUniforms(20, rule))) {
            QCOMPARE(sentence.words.size(), std::size_t{9});
            QVERIFY(std::ranges::all_of(sentence.words, [](std::int32_t word) { return word > Vocabulary::end; }));
            QCOMPARE(sentence.isCut, decoding != DecodingRule::Beam);
        }
    }
}

/// Beyond 5,000 words the token gates are computed as they are needed.
void TestSentenceWriter::largeVocabularyWritesTheSame() {
    const ModelShape shape{.vocabulary = 5200, .embedding = 4, .decoderHidden = 6, .latent = 2, .decoderLayers = 2};
    const auto weights = weightsOf(randomParameters(shape, true, 6));
    const auto latents = randomLatents(12, 2);
    const WritingRule rule{.decoding = DecodingRule::Sampling, .temperature = 0.3, .longest = 6};
    const auto sentences = SentenceWriter(weights).write(latents, 12, rule, randomUniforms(12, rule));
    std::size_t compared = 0;
    for (std::size_t r = 0; r < 12; ++r) {
        auto tokens = withMarkers(sentences[r].words);
        if (sentences[r].isCut) tokens.pop_back();
        std::vector<float> reconstruction(1);
        DecoderInference(weights).reconstruction(tokens, 1, static_cast<int>(tokens.size()),
                                                 std::span(latents).subspan(r * 2, 2), reconstruction);
        QVERIFY(std::abs(static_cast<double>(reconstruction[0]) + sentences[r].logLikelihood) < 1e-3);
        compared += sentences[r].words.size();
    }
    QVERIFY(compared > 30);
}

void TestSentenceWriter::modelWithoutNumbersEnds() {
    const ModelShape shape = allShapes.at("one layer");
    Parameters parameters = randomParameters(shape, false, 1);
    std::ranges::fill(parameters.decoder, std::numeric_limits<float>::quiet_NaN());
    const auto weights = weightsOf(std::move(parameters));
    for (const DecodingRule decoding : {DecodingRule::Greedy, DecodingRule::Sampling, DecodingRule::Beam}) {
        const WritingRule rule{.decoding = decoding, .longest = 5};
        const auto sentences = SentenceWriter(weights).write(randomLatents(3, 3), 3, rule, randomUniforms(3, rule));
        QCOMPARE(sentences.size(), std::size_t{3});
        QVERIFY(sentences[0].words.size() <= 5 && std::isnan(sentences[0].logLikelihood));
    }
}

void TestSentenceWriter::raisedFlagInterrupts() {
    const ModelShape shape = allShapes.at("one layer");
    StopFlag stop;
    SentenceWriter writer(weightsOf(randomParameters(shape, false, 1)), &stop);
    (void)writer.write(randomLatents(2, 3), 2, {});
    stop.raise();
    QVERIFY_EXCEPTION_THROWN((void)writer.write(randomLatents(2, 3), 2, {}), Interrupted);
}

QTEST_APPLESS_MAIN(TestSentenceWriter)
#include "tst_sentence_writer.moc"
