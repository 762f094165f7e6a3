// SPDX-License-Identifier: GPL-3.0-or-later
/// Twelve updates of every kind against a plain torch::nn model in float64 with torch's own optimisers and clipping.
#include "core/nn/philox.h"
#include "core/train/train_step.h"
#include "tests/bench/straightforward_vae.h"

#include <QtTest>

using namespace collapsar;

namespace {

constexpr int rows = 5, length = 7;

Settings stepSettings(Optimiser optimiser, bool skip) {
    Settings settings;
    settings.dropoutIn = settings.dropoutOut = 0;
    settings.initScale = settings.embeddingInitScale = 0.4;
    settings.latent = 2;
    settings.optimiser = optimiser;
    settings.skip = skip;
    settings.clip = 1.5;
    settings.pooling = Pooling::Max;
    return settings;
}

Batch batchAt(int update) {
    Batch batch{.rows = rows, .length = length};
    for (std::uint32_t i = 0; i < rows * length; ++i) {
        const DrawKey key{.seed = 5, .stream = Stream::Synthetic, .update = static_cast<std::uint64_t>(update)};
        batch.tokens.push_back(static_cast<std::int32_t>(uniformInteger(key, 19, i)));
    }
    return batch;
}

Sides sidesAt(int update) {
    constexpr Sides all[] = {Sides::Encoder, Sides::Decoder, Sides::Both};
    return all[update % 3];
}

torch::Tensor asTensor(const std::vector<std::int32_t>& tokens) {
    return torch::tensor(at::ArrayRef<std::int32_t>(tokens)).to(torch::kInt64).view({rows, length});
}

/// Words (not the four special ones) become 3 where a uniform draw of stream 13 is below the probability.
std::vector<std::int32_t> withWordsDropped(std::vector<std::int32_t> tokens, const Settings& settings) {
    std::vector<float> draws(tokens.size());
    fillUniform({.seed = settings.seed, .stream = static_cast<Stream>(13), .update = 7, .inner = 3}, draws, 0, 1);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (tokens[i] > 3 && draws[i] < static_cast<float>(settings.wordDropout)) tokens[i] = 3;
    }
    return tokens;
}

/// The decoder with other words to read than to predict.
torch::Tensor plainReconstruction(StraightforwardDecoder& decoder, const torch::Tensor& z, const torch::Tensor& inputs,
                                  const torch::Tensor& tokens, bool skip) {
    const auto latents = z.unsqueeze(1).expand({rows, length - 1, z.size(1)});
    const auto words = decoder.embedding->forward(inputs.slice(1, 0, length - 1));
    const auto cell = decoder.latentToCell->forward(z).unsqueeze(0);
    const auto states =
        std::get<0>(decoder.lstm->forward(torch::cat({words, latents}, 2), std::make_tuple(cell.tanh(), cell)));
    auto logits = decoder.output->forward(states);
    if (skip) logits = logits + decoder.skip->forward(z).unsqueeze(1);
    return -logits.log_softmax(2).gather(2, tokens.slice(1, 1).unsqueeze(2)).squeeze(2).sum(1);
}

/// The KL term of the loss, nats per example.
torch::Tensor plainKlTerm(const torch::Tensor& mean, const torch::Tensor& logVariance, const Settings& settings) {
    const auto kl = 0.5 * (mean.pow(2) + logVariance.exp() - logVariance - 1);
    const double target = settings.freeBits;
    switch (settings.freeBitsKind) {
        case FreeBitsKind::Dimension:
            return kl.mean(0).clamp_min(target).sum();
        case FreeBitsKind::Example:
            return kl.sum(1).clamp_min(target).mean();
        case FreeBitsKind::Batch:
            return kl.sum(1).mean().clamp_min(target);
        case FreeBitsKind::ExampleDimension:
            break;
    }
    return kl.clamp_min(target / 2).sum(1).mean();
}

/// The other side: the same updates, written with torch alone.
class Oracle {
public:
    Oracle(const Parameters& start, const Settings& settings) : m_vae(start.shape), m_settings(settings) {
        loadInto(m_vae, start);
        m_vae.to(torch::kFloat64);
        m_vae.train();
        m_encoder = m_vae.encoder->parameters();
        for (const auto& item : m_vae.decoder->named_parameters()) {
            if (settings.skip || item.key() != "skip.weight") m_decoder.push_back(item.value());
        }
        m_encoderOptimiser = optimiser(m_encoder, 0.5);
        m_decoderOptimiser = optimiser(m_decoder, 0.25);
    }

    double update(const Batch& batch, Sides sides, double klWeight, const torch::Tensor& noise) {
        m_encoderOptimiser->zero_grad();
        m_decoderOptimiser->zero_grad();
        const auto tokens = asTensor(batch.tokens);
        const auto [mean, logVariance] = m_vae.encoder->forward(tokens, m_settings.pooling);
        const auto z = mean + noise.to(torch::kFloat64) * (0.5 * logVariance).exp();
        const auto inputs = asTensor(withWordsDropped(batch.tokens, m_settings));
        const auto reconstruction = plainReconstruction(*m_vae.decoder, z, inputs, tokens, m_settings.skip);
        const auto loss = reconstruction.mean() + klWeight * plainKlTerm(mean, logVariance, m_settings);
        lastKl = plainKl(mean, logVariance).mean().item<double>();
        loss.backward();
        std::vector<torch::Tensor> all = m_encoder;
        all.insert(all.end(), m_decoder.begin(), m_decoder.end());
        const bool isOwn = sides == Sides::Encoder && m_settings.innerClip == InnerClip::Encoder;
        torch::nn::utils::clip_grad_norm_(isOwn ? m_encoder : all, m_settings.clip);
        if (sides != Sides::Decoder) m_encoderOptimiser->step();
        if (sides != Sides::Encoder) m_decoderOptimiser->step();
        return loss.item<double>();
    }

    [[nodiscard]] StraightforwardVae& vae() { return m_vae; }
    double lastKl = 0;

private:
    std::unique_ptr<torch::optim::Optimizer> optimiser(const std::vector<torch::Tensor>& parameters,
                                                       double rate) const {
        if (m_settings.optimiser == Optimiser::Sgd) return std::make_unique<torch::optim::SGD>(parameters, rate);
        return std::make_unique<torch::optim::Adam>(parameters, torch::optim::AdamOptions(rate * 0.02));
    }

    StraightforwardVae m_vae;
    Settings m_settings;
    std::vector<torch::Tensor> m_encoder, m_decoder;
    std::unique_ptr<torch::optim::Optimizer> m_encoderOptimiser, m_decoderOptimiser;
};

double worstDeviation(const std::vector<ParameterBlock>& all, const std::vector<float>& ours,
                      StraightforwardVae& oracle) {
    auto named = oracle.named_parameters();
    double worst = 0;
    for (const ParameterBlock& block : all) {
        const auto mine = torch::from_blob(const_cast<float*>(ours.data()) + block.offset, {block.size()});
        const auto theirs = named[block.name].detach().reshape({-1});
        const double scale = theirs.abs().max().item<double>();
        worst = std::max(worst, (mine.to(torch::kFloat64) - theirs).abs().max().item<double>() / scale);
    }
    return worst;
}

}  // namespace
Q_DECLARE_METATYPE(collapsar::Settings)

class TestTrainStep : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void twelveUpdatesAgreeWithTorch_data();
    void twelveUpdatesAgreeWithTorch();
    void anInterruptedUpdateChangesNothing();
    void aBrokenLossChangesNothing();
};

void TestTrainStep::twelveUpdatesAgreeWithTorch_data() {
    QTest::addColumn<Settings>("settings");
    QTest::newRow("SGD") << stepSettings(Optimiser::Sgd, false);
    QTest::newRow("SGD, skip") << stepSettings(Optimiser::Sgd, true);
    QTest::newRow("Adam") << stepSettings(Optimiser::Adam, false);
    QTest::newRow("Adam, skip") << stepSettings(Optimiser::Adam, true);
    Settings twoShards = stepSettings(Optimiser::Sgd, true), ownClip = stepSettings(Optimiser::Sgd, false);
    twoShards.shards = 2;
    ownClip.innerClip = InnerClip::Encoder;
    ownClip.clip = 0.2;  // below the encoder's own norm
    QTest::newRow("two shards") << twoShards;
    QTest::newRow("inner updates clip on the encoder's norm") << ownClip;
    int number = 0;
    for (const FreeBitsKind kind :
         {FreeBitsKind::Dimension, FreeBitsKind::Example, FreeBitsKind::Batch, FreeBitsKind::ExampleDimension}) {
        Settings freeBits = stepSettings(Optimiser::Sgd, true);
        freeBits.freeBitsKind = kind;
        freeBits.freeBits = kind == FreeBitsKind::Dimension ? 0.002 : 0.0045;  // the KL is 0.003 to 0.009
        freeBits.shards = 1 + number % 2;
        QTest::addRow("free bits, kind %d", number++) << freeBits;
    }
    Settings fewerWords = stepSettings(Optimiser::Sgd, true);
    fewerWords.wordDropout = 0.4;
    QTest::newRow("word dropout") << fewerWords;
    fewerWords.shards = 2;
    QTest::newRow("word dropout, two shards") << fewerWords;
}

void TestTrainStep::twelveUpdatesAgreeWithTorch() {
    QFETCH(Settings, settings);
    const ModelShape shape{.vocabulary = 19, .embedding = 6, .encoderHidden = 7, .decoderHidden = 9, .latent = 2};
    const Parameters start = initialParameters(shape, settings);
    const double scale = settings.optimiser == Optimiser::Sgd ? 1 : 0.02;
    TrainingState state;
    state.settings = settings;
    state.encoderLearningRate = 0.5 * scale;
    state.learningRate = 0.25 * scale;
    const StopFlag never;
    TrainStep trainStep(start, settings.shards, never);
    Oracle oracle(start, settings);
    for (int update = 0; update < 12; ++update) {
        const Batch batch = batchAt(update);
        const double klWeight = 0.3 + 0.05 * update;
        auto noise = torch::empty({rows, 2});
        const DrawKey key{.seed = settings.seed, .stream = Stream::Noise, .update = 7, .inner = 3};
        fillNormal(key, {noise.data_ptr<float>(), rows * 2});
        const StepReport report = trainStep.make(
            {.batch = &batch, .sides = sidesAt(update), .klWeight = klWeight, .drawUpdate = 7, .drawInner = 3}, state);
        const double expected = oracle.update(batch, sidesAt(update), klWeight, noise);
        QVERIFY(report.finite);
        QVERIFY2(std::abs(report.loss - expected) < 1e-4 * expected, qPrintable(QString::number(update)));
        QVERIFY2(std::abs(report.kl - oracle.lastKl) < 1e-6, "the KL that is reported knows no free bits");
    }
    const Parameters end = trainStep.weights(settings);
    const double encoder = worstDeviation(blocks(encoderLayout(shape)), end.encoder, oracle.vae());
    const double decoder = worstDeviation(blocks(decoderLayout(shape)), end.decoder, oracle.vae());
    qInfo() << "worst relative deviation of weights: encoder" << encoder << "decoder" << decoder;
    QVERIFY2(encoder < 2e-4 && decoder < 2e-4, "float32 against float64 over twelve updates");
    QVERIFY(end.encoder != start.encoder && end.decoder != start.decoder);
}

void TestTrainStep::anInterruptedUpdateChangesNothing() {
    const Settings settings = stepSettings(Optimiser::Sgd, false);
    const Parameters start = initialParameters(
        {.vocabulary = 19, .embedding = 6, .encoderHidden = 7, .decoderHidden = 9, .latent = 2}, settings);
    TrainingState state;
    state.settings = settings;
    state.learningRate = state.encoderLearningRate = 1;
    StopFlag stop;
    TrainStep trainStep(start, 1, stop);
    stop.raise();
    const Batch batch = batchAt(0);
    bool interrupted = false;
    try {
        (void)trainStep.make({.batch = &batch}, state);
    } catch (const Interrupted&) {
        interrupted = true;
    }
    QVERIFY(interrupted);
    QVERIFY(trainStep.weights(settings).encoder == start.encoder);
    QVERIFY(trainStep.weights(settings).decoder == start.decoder);
}

void TestTrainStep::aBrokenLossChangesNothing() {
    const Settings settings = stepSettings(Optimiser::Sgd, false);
    Parameters start = initialParameters(
        {.vocabulary = 19, .embedding = 6, .encoderHidden = 7, .decoderHidden = 9, .latent = 2}, settings);
    start.encoder[0] = std::numeric_limits<float>::quiet_NaN();
    TrainingState state;
    state.settings = settings;
    state.learningRate = state.encoderLearningRate = 1;
    const StopFlag never;
    TrainStep trainStep(start, 1, never);
    Batch batch = batchAt(0);
    batch.tokens.assign(batch.tokens.size(), 0);  // all words the broken one
    QVERIFY(!trainStep.make({.batch = &batch}, state).finite);
    QVERIFY(trainStep.weights(settings).decoder == start.decoder);
}

QTEST_APPLESS_MAIN(TestTrainStep)
#include "tst_train_step.moc"
