// SPDX-License-Identifier: GPL-3.0-or-later
// What runs write at places of their histories: reconstructions, the prior, walks between latents.
#include "core/model/sentence_writer.h"
#include "core/nn/philox.h"
#include "core/train/model_at.h"
#include "tests/core/train/asked_run.h"

#include <cmath>
#include <iterator>
#include <set>
#include <sstream>

using namespace collapsar;
namespace fs = std::filesystem;

namespace {

std::vector<std::string> textsOf(const GeneratedWords& words) {
    std::vector<std::string> texts;
    for (const WrittenSentence& sentence : words.sentences)
        texts.push_back(sentence.words);
    return texts;
}

std::vector<std::string> split(const std::string& text) {
    std::istringstream in(text);
    return {std::istream_iterator<std::string>(in), {}};
}

}  // namespace
Q_DECLARE_METATYPE(WordsRequest)

class TestRunWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void reconstructionsAreOfTheProbes();
    void sampledLatentsAreFixedDraws();
    void priorIsTheSameForEqualSeeds();
    void walksFromOneLatentToTheOther();
    void samplingDependsOnTheDrawing();
    void wordsFollowThePlace();
    void rowsDoNotDependOnTheOthers();
    void refusesByName_data();
    void refusesByName();
    void languageModelWrites();

private:
    QTemporaryDir m_folder;
    fs::path m_run;
};

void TestRunWords::initTestCase() {
    m_run = trainedToAsk(m_folder, learningSettings());
}

void TestRunWords::reconstructionsAreOfTheProbes() {
    RunModels models;
    const auto model = valueOf(models.at({m_run, lastPlace}));
    const auto words = valueOf(models.words({m_run, lastPlace}, {.count = 6, .first = 2}));
    QCOMPARE(words->sentences.size(), std::size_t{6});
    QCOMPARE(words->at.update, std::int64_t{30});
    std::set<std::string> different;
    int same = 0, all = 0;
    for (std::size_t i = 0; i < 6; ++i) {
        const WrittenSentence& row = words->sentences[i];
        const auto tokens = model->corpus->training.sentence(static_cast<std::int64_t>(i) + 2);
        QCOMPARE(row.original, sentenceText(model->corpus->vocabulary, tokens));
        std::vector<float> mean(2), logVariance(2);
        EncoderInference(model->weights).encode(tokens, 1, static_cast<int>(tokens.size()), mean, logVariance);
        QCOMPARE(row.latent, mean);
        const auto written = SentenceWriter(model->weights).write(mean, 1, {.longest = 12});
        QCOMPARE(row.words, sentenceText(model->corpus->vocabulary, written[0].words));
        QCOMPARE(row.logLikelihood, written[0].logLikelihood);
        QCOMPARE(row.isCut, written[0].isCut);
        double original = 0;
        DecoderInference(model->weights).logLikelihood(tokens, mean, {&original, 1});
        QCOMPARE(row.originalLogLikelihood, original);
        QVERIFY(std::isnan(row.along));
        different.insert(row.words);
        const auto a = split(row.original), b = split(row.words);
        all += static_cast<int>(a.size());
        for (std::size_t w = 0; w < std::min(a.size(), b.size()); ++w)
            same += a[w] == b[w] ? 1 : 0;
    }
    QCOMPARE(words->different, static_cast<int>(different.size()));
    QCOMPARE(words->sameWords, static_cast<double>(same) / all);
    const auto without = SentenceWriter(model->weights).write(std::vector<float>{0, 0}, 1, {.longest = 12});
    QCOMPARE(words->withoutLatent, sentenceText(model->corpus->vocabulary, without[0].words));
    QCOMPARE(valueOf(models.words({m_run, lastPlace}, {.count = 50, .first = 9}))->sentences.size(), std::size_t{3});
}

void TestRunWords::sampledLatentsAreFixedDraws() {
    RunModels models;
    const auto model = valueOf(models.at({m_run, lastPlace}));
    const auto words = valueOf(models.words({m_run, lastPlace}, {.latent = LatentChoice::Sampled, .count = 4}));
    for (std::size_t i = 0; i < 4; ++i) {
        const auto tokens = model->corpus->training.sentence(static_cast<std::int64_t>(i));
        std::vector<float> mean(2), logVariance(2), noise(2);
        EncoderInference(model->weights).encode(tokens, 1, static_cast<int>(tokens.size()), mean, logVariance);
        const DrawKey key{.seed = model->settings.seed,
                          .stream = Stream::WrittenLatent,
                          .update = 0,
                          .inner = static_cast<std::uint32_t>(i)};
        fillNormal(key, noise);
        for (std::size_t d = 0; d < 2; ++d)
            QCOMPARE(words->sentences[i].latent[d], mean[d] + std::exp(0.5F * logVariance[d]) * noise[d]);
    }
    const auto other =
        valueOf(models.words({m_run, lastPlace}, {.latent = LatentChoice::Sampled, .count = 4, .drawing = 1}));
    QVERIFY(other->sentences[0].latent != words->sentences[0].latent);
}

void TestRunWords::priorIsTheSameForEqualSeeds() {
    Settings settings = learningSettings();
    settings.pooling = Pooling::Last;
    settings.updates = 10;
    const fs::path other = trainedToAsk(m_folder, settings);
    settings.seed += 1;
    const fs::path seeded = trainedToAsk(m_folder, settings);
    RunModels models;
    const WordsRequest request{.kind = WordsKind::Prior, .count = 30};
    const auto here = valueOf(models.words({m_run, lastPlace}, request));
    const auto there = valueOf(models.words({other, {0, 0}}, request));
    const auto elsewhere = valueOf(models.words({seeded, lastPlace}, request));
    double sum = 0, squares = 0;
    for (std::size_t i = 0; i < 30; ++i) {
        QCOMPARE(here->sentences[i].latent, there->sentences[i].latent);
        QVERIFY(here->sentences[i].latent != elsewhere->sentences[i].latent);
        QVERIFY(here->sentences[i].original.empty() && std::isnan(here->sentences[i].originalLogLikelihood));
        for (const float z : here->sentences[i].latent) {
            sum += static_cast<double>(z);
            squares += static_cast<double>(z) * static_cast<double>(z);
        }
    }
    QVERIFY(std::abs(sum / 60) < 0.5 && std::abs(squares / 60 - 1) < 0.6);
    QVERIFY(std::isnan(here->sameWords));
}

void TestRunWords::walksFromOneLatentToTheOther() {
    RunModels models;
    const auto ends = valueOf(models.words({m_run, lastPlace}, {.count = 8}));
    const auto walk = valueOf(
        models.words({m_run, lastPlace}, {.kind = WordsKind::Interpolation, .count = 5, .first = 6, .second = 1}));
    const std::vector<float>&from = ends->sentences[6].latent, to = ends->sentences[1].latent;
    QCOMPARE(walk->sentences.front().latent, from);
    QCOMPARE(walk->sentences.back().latent, to);
    QCOMPARE(walk->sentences.front().words, ends->sentences[6].words);
    QCOMPARE(walk->sentences.front().original, ends->sentences[6].original);
    QCOMPARE(walk->sentences.back().original, ends->sentences[1].original);
    QCOMPARE(walk->sentences.back().originalLogLikelihood, ends->sentences[1].originalLogLikelihood);
    for (std::size_t i = 0; i < 5; ++i) {
        QCOMPARE(walk->sentences[i].along, static_cast<double>(i) / 4);
        for (std::size_t d = 0; d < 2; ++d) {
            const float expected = from[d] + (to[d] - from[d]) * static_cast<float>(i) / 4;
            QVERIFY(std::abs(walk->sentences[i].latent[d] - expected) < 1e-5F);
        }
    }
    QVERIFY(walk->sentences[2].original.empty() && std::isnan(walk->sameWords));
}

void TestRunWords::samplingDependsOnTheDrawing() {
    RunModels models;
    WordsRequest request{.rule = DecodingRule::Sampling, .count = 6};
    const auto first = valueOf(models.words({m_run, lastPlace}, request)),
               again = valueOf(models.words({m_run, lastPlace}, request));
    QVERIFY(isSame(*first, *again));
    QVERIFY(first->different > 1);
    request.drawing = 7;
    QVERIFY(textsOf(*valueOf(models.words({m_run, lastPlace}, request))) != textsOf(*first));
    request.temperature = 0.01;  // all but greedy
    const auto cold = valueOf(models.words({m_run, lastPlace}, request));
    QCOMPARE(textsOf(*cold), textsOf(*valueOf(models.words({m_run, lastPlace}, {.count = 6}))));
}

void TestRunWords::wordsFollowThePlace() {
    Settings settings = learningSettings();
    settings.updates = 400;
    settings.klWeight = 0;
    settings.evaluateEvery = 100;
    const fs::path run = trainedToAsk(m_folder, settings);
    RunModels models;
    const auto early = valueOf(models.words({run, {0, 0}}, {.count = 12})),
               late = valueOf(models.words({run, lastPlace}, {.count = 12}));
    QCOMPARE(early->at.update, std::int64_t{0});
    QCOMPARE(late->at.update, std::int64_t{400});
    QVERIFY(textsOf(*early) != textsOf(*late));
    QVERIFY2(late->sameWords > early->sameWords + 0.1, QByteArray::number(late->sameWords));
    QVERIFY(late->different > 4);
    QVERIFY(early->different < late->different);
}

void TestRunWords::rowsDoNotDependOnTheOthers() {
    RunModels models;
    for (const DecodingRule rule : {DecodingRule::Greedy, DecodingRule::Sampling, DecodingRule::Beam}) {
        const auto all = valueOf(models.words(
            {m_run, lastPlace}, {.latent = LatentChoice::Sampled, .rule = rule, .beamWidth = 3, .count = 12}));
        const auto some = valueOf(
            models.words({m_run, lastPlace},
                         {.latent = LatentChoice::Sampled, .rule = rule, .beamWidth = 3, .count = 2, .first = 7}));
        QCOMPARE(some->sentences[1].words, all->sentences[8].words);
        QCOMPARE(some->sentences[1].logLikelihood, all->sentences[8].logLikelihood);
        QCOMPARE(some->withoutLatent, all->withoutLatent);
    }
}

void TestRunWords::refusesByName_data() {
    QTest::addColumn<WordsRequest>("request");
    QTest::addColumn<QString>("word");
    QTest::newRow("no such probe") << WordsRequest{.first = 12} << "no probe 12: the run has 12";
    QTest::newRow("negative probe") << WordsRequest{.first = -1} << "no probe -1";
    QTest::newRow("no such end") << WordsRequest{.kind = WordsKind::Interpolation, .second = 99} << "no probe 99";
    QTest::newRow("none wanted") << WordsRequest{.count = 0} << "number of sentences must be 1 to";
    QTest::newRow("a line of one") << WordsRequest{.kind = WordsKind::Interpolation, .count = 1} << "must be 2 to";
    QTest::newRow("no beam") << WordsRequest{.rule = DecodingRule::Beam, .beamWidth = 0}
                             << "beam width must be 1 to 48";
    QTest::newRow("wide beam") << WordsRequest{.rule = DecodingRule::Beam, .beamWidth = 49} << "beam width";
    QTest::newRow("no heat") << WordsRequest{.rule = DecodingRule::Sampling, .temperature = 0} << "temperature must be";
    QTest::newRow("no number") << WordsRequest{.rule = DecodingRule::Sampling, .temperature = NAN} << "temperature";
    QTest::newRow("too long") << WordsRequest{.longest = 1001} << "longest sentence";
    QTest::newRow("two at once") << WordsRequest{.count = -1, .longest = -1} << "longest sentence";
}

void TestRunWords::refusesByName() {
    QFETCH(WordsRequest, request);
    QFETCH(QString, word);
    RunModels models;
    const auto words = models.words({m_run, lastPlace}, request);
    QVERIFY(!words.ok());
    QVERIFY(words.error().code == ErrorCode::InvalidSettings);
    QVERIFY2(QString::fromStdString(words.error().detail).contains(word), words.error().detail.c_str());
}

void TestRunWords::languageModelWrites() {
    const fs::path run = trainedToAsk(m_folder, learningLanguageModel());
    RunModels models;
    const auto greedy = valueOf(models.words({run, lastPlace}, {.kind = WordsKind::Prior, .count = 4}));
    QCOMPARE(greedy->different, 1);
    QCOMPARE(greedy->withoutLatent, greedy->sentences[0].words);
    QVERIFY(greedy->sentences[0].latent.empty());
    const auto sampled =
        valueOf(models.words({run, lastPlace}, {.kind = WordsKind::Prior, .rule = DecodingRule::Sampling, .count = 8}));
    QVERIFY(sampled->different > 2);
    QVERIFY(
        valueOf(models.words({run, lastPlace}, {.kind = WordsKind::Prior, .rule = DecodingRule::Beam}))->different ==
        1);
    for (const WordsKind kind : {WordsKind::Reconstruction, WordsKind::Interpolation}) {
        const auto refused = models.words({run, lastPlace}, {.kind = kind});
        QVERIFY(!refused.ok() && refused.error().code == ErrorCode::InvalidSettings);
        QVERIFY(refused.error().detail.find("language model") != std::string::npos);
    }
}

QTEST_GUILESS_MAIN(TestRunWords)
#include "tst_run_words.moc"
