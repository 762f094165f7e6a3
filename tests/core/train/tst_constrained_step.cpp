// SPDX-License-Identifier: GPL-3.0-or-later
/// Updates of BN-VAE and delta-VAE against a plain torch::nn model in float64 with torch's own BatchNorm1d, optimisers
/// and clipping; then the same weights in evaluation.
#include "core/model/delta_posterior.h"
#include "core/model/inference.h"
#include "core/nn/philox.h"
#include "core/train/train_step.h"
#include "tests/bench/straightforward_vae.h"

#include <QtTest>

using namespace collapsar;

namespace {

constexpr int rows = 5, length = 7, latent = 2;

Settings stepSettings(PosteriorKind posterior, Optimiser optimiser, int shards) {
    Settings settings;
    settings.dropoutIn = settings.dropoutOut = 0;
    settings.initScale = settings.embeddingInitScale = 0.4;
    settings.embedding = 6;
    settings.encoderHidden = 7;
    settings.decoderHidden = 9;
    settings.latent = latent;
    settings.optimiser = optimiser;
    settings.posterior = posterior;
    settings.shards = shards;
    settings.deltaKl = 0.2;
    settings.batchNormGamma = 0.7;
    settings.clip = 1.5;
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

/// The same weights without what batch normalisation adds at the end.
Parameters withoutConstraint(Parameters parameters) {
    parameters.shape.posterior = PosteriorKind::Gaussian;
    parameters.encoder.resize(static_cast<std::size_t>(encoderLayout(parameters.shape).size));
    return parameters;
}

/// The other side, written with torch alone.
class Oracle {
public:
    Oracle(const Parameters& start, const Settings& settings)
        : m_vae(withoutConstraint(start).shape), m_norm(latent), m_settings(settings) {
        loadInto(m_vae, withoutConstraint(start));
        m_vae.to(torch::kFloat64);
        m_norm->to(torch::kFloat64);
        m_norm->weight.detach().fill_(settings.batchNormGamma);
        m_encoder = m_vae.encoder->parameters();
        if (settings.posterior == PosteriorKind::BatchNorm) m_encoder.push_back(m_norm->bias);
        for (const auto& item : m_vae.decoder->named_parameters()) {
            if (item.key() != "skip.weight") m_decoder.push_back(item.value());
        }
        m_encoderOptimiser = optimiser(m_encoder, 0.5);
        m_decoderOptimiser = optimiser(m_decoder, 0.25);
    }

    std::pair<torch::Tensor, torch::Tensor> posterior(const Batch& batch) {
        auto [mean, logVariance] = m_vae.encoder->forward(asTensor(batch.tokens), m_settings.pooling);
        if (m_settings.posterior == PosteriorKind::BatchNorm) return {m_norm->forward(mean), logVariance};
        const auto [lowest, highest] = sdRange(m_settings.deltaKl);
        const auto sd = lowest + (highest - lowest) * torch::sigmoid(logVariance);
        const auto square = 2 * m_settings.deltaKl + 1 + sd.pow(2).log() - sd.pow(2) + torch::relu(mean) + 1e-6;
        return {square.sqrt(), sd.pow(2).log()};
    }

    double update(const Batch& batch, Sides sides, double klWeight, const torch::Tensor& noise) {
        m_encoderOptimiser->zero_grad();
        m_decoderOptimiser->zero_grad();
        const auto mean = m_norm->running_mean.clone(), variance = m_norm->running_var.clone();
        const auto [posteriorMean, logVariance] = posterior(batch);
        const auto z = posteriorMean + noise.to(torch::kFloat64) * (0.5 * logVariance).exp();
        const auto reconstruction = m_vae.decoder->forward(z, asTensor(batch.tokens), false, {});
        const auto loss = (reconstruction + klWeight * plainKl(posteriorMean, logVariance)).mean();
        lastKl = plainKl(posteriorMean, logVariance).mean().item<double>();
        loss.backward();
        std::vector<torch::Tensor> all = m_encoder;
        all.insert(all.end(), m_decoder.begin(), m_decoder.end());
        torch::nn::utils::clip_grad_norm_(all, m_settings.clip);
        if (sides != Sides::Decoder) m_encoderOptimiser->step();
        if (sides != Sides::Encoder) m_decoderOptimiser->step();
        if (sides == Sides::Decoder) {  // the statistics belong to the encoder
            m_norm->running_mean.copy_(mean);
            m_norm->running_var.copy_(variance);
        }
        return loss.item<double>();
    }

    [[nodiscard]] StraightforwardVae& vae() { return m_vae; }
    [[nodiscard]] torch::nn::BatchNorm1d& norm() { return m_norm; }
    double lastKl = 0;

private:
    std::unique_ptr<torch::optim::Optimizer> optimiser(const std::vector<torch::Tensor>& parameters,
                                                       double rate) const {
        if (m_settings.optimiser == Optimiser::Sgd) return std::make_unique<torch::optim::SGD>(parameters, rate);
        return std::make_unique<torch::optim::Adam>(parameters, torch::optim::AdamOptions(rate * 0.02));
    }

    StraightforwardVae m_vae;
    torch::nn::BatchNorm1d m_norm;
    Settings m_settings;
    std::vector<torch::Tensor> m_encoder, m_decoder;
    std::unique_ptr<torch::optim::Optimizer> m_encoderOptimiser, m_decoderOptimiser;
};

torch::Tensor blockOf(const std::vector<float>& flat, const ParameterBlock& block) {
    return torch::from_blob(const_cast<float*>(flat.data()) + block.offset, {block.size()}).to(torch::kFloat64);
}

double deviation(const torch::Tensor& ours, const torch::Tensor& theirs) {
    const double scale = theirs.abs().max().item<double>();
    return (ours - theirs.detach().reshape({-1})).abs().max().item<double>() / scale;
}

double worstDeviation(const Parameters& ours, StraightforwardVae& oracle) {
    const ModelShape plain = withoutConstraint(ours).shape;
    auto named = oracle.named_parameters();
    double worst = 0;
    for (const ParameterBlock& block : blocks(encoderLayout(plain)))
        worst = std::max(worst, deviation(blockOf(ours.encoder, block), named[block.name]));
    for (const ParameterBlock& block : blocks(decoderLayout(plain))) {
        if (block.name != "decoder.skip.weight")
            worst = std::max(worst, deviation(blockOf(ours.decoder, block), named[block.name]));
    }
    return worst;
}

TrainingState stateOf(const Settings& settings) {
    const double scale = settings.optimiser == Optimiser::Sgd ? 1 : 0.02;
    TrainingState state;
    state.settings = settings;
    state.encoderLearningRate = 0.5 * scale;
    state.learningRate = 0.25 * scale;
    return state;
}

}  // namespace
Q_DECLARE_METATYPE(collapsar::Settings)

class TestConstrainedStep : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void updatesAgreeWithTorch_data();
    void updatesAgreeWithTorch();
    void onlyEncoderStepsMoveTheStatistics();
    void anAbandonedOrBrokenUpdateLeavesNoTrace();
    void aBatchOfOneIsSkipped();
};

void TestConstrainedStep::updatesAgreeWithTorch_data() {
    QTest::addColumn<Settings>("settings");
    for (const int shards : {1, 2}) {
        for (const Optimiser optimiser : {Optimiser::Sgd, Optimiser::Adam}) {
            const char* name = optimiser == Optimiser::Sgd ? "SGD" : "Adam";
            QTest::addRow("BN-VAE, %s, shards %d", name, shards)
                << stepSettings(PosteriorKind::BatchNorm, optimiser, shards);
            QTest::addRow("delta-VAE, %s, shards %d", name, shards)
                << stepSettings(PosteriorKind::Delta, optimiser, shards);
        }
    }
}

void TestConstrainedStep::updatesAgreeWithTorch() {
    QFETCH(Settings, settings);
    const ModelShape shape = shapeOf(settings, 19);
    const Parameters start = initialParameters(shape, settings);
    TrainingState state = stateOf(settings);
    const StopFlag never;
    TrainStep trainStep(start, settings.shards, never);
    Oracle oracle(start, settings);
    for (int update = 0; update < 12; ++update) {
        const Batch batch = batchAt(update);
        const double klWeight = 0.3 + 0.05 * update;
        auto noise = torch::empty({rows, latent});
        fillNormal({.seed = settings.seed, .stream = Stream::Noise, .update = 7, .inner = 3},
                   {noise.data_ptr<float>(), rows * latent});
        const StepReport report = trainStep.make(
            {.batch = &batch, .sides = sidesAt(update), .klWeight = klWeight, .drawUpdate = 7, .drawInner = 3}, state);
        const double expected = oracle.update(batch, sidesAt(update), klWeight, noise);
        QVERIFY(report.finite && !report.skipped);
        QVERIFY2(std::abs(report.loss - expected) < 1e-4 * expected, qPrintable(QString::number(update)));
        QVERIFY2(std::abs(report.kl - oracle.lastKl) < 2e-5 * oracle.lastKl, qPrintable(QString::number(update)));
        if (settings.posterior == PosteriorKind::Delta) QVERIFY(report.kl > 2 * settings.deltaKl - 1e-6);
    }
    const Parameters end = trainStep.weights(settings);
    const double weights = worstDeviation(end, oracle.vae());
    double running = 0;
    if (settings.posterior == PosteriorKind::BatchNorm) {
        const BatchNormBlocks norm = encoderLayout(shape).batchNorm;
        running = std::max({deviation(blockOf(end.encoder, norm.bias), oracle.norm()->bias),
                            deviation(blockOf(end.encoder, norm.runningMean), oracle.norm()->running_mean),
                            deviation(blockOf(end.encoder, norm.runningVariance), oracle.norm()->running_var)});
        QCOMPARE(deviation(blockOf(end.encoder, norm.weight), torch::full({latent}, 0.7F).to(torch::kFloat64)), 0.0);
    }
    qInfo() << "worst relative deviation: weights" << weights << "bias and running statistics" << running;
    QVERIFY2(weights < 3e-4 && running < 3e-4, "float32 against float64 over twelve updates");

    oracle.norm()->eval();
    const Batch batch = batchAt(40);
    const auto [mean, logVariance] = oracle.posterior(batch);
    std::vector<float> ourMean(rows * latent), ourLogVariance(rows * latent);
    EncoderInference(end).encode(batch.tokens, rows, length, ourMean, ourLogVariance);
    QVERIFY(deviation(torch::tensor(ourMean).to(torch::kFloat64), mean) < 3e-4);
    QVERIFY(deviation(torch::tensor(ourLogVariance).to(torch::kFloat64), logVariance) < 3e-4);
}

void TestConstrainedStep::onlyEncoderStepsMoveTheStatistics() {
    const Settings settings = stepSettings(PosteriorKind::BatchNorm, Optimiser::Adam, 1);
    const Parameters start = initialParameters(shapeOf(settings, 19), settings);
    TrainingState state = stateOf(settings);
    const StopFlag never;
    TrainStep trainStep(start, 1, never);
    const Batch batch = batchAt(1);
    for (const Sides sides : {Sides::Decoder, Sides::None})
        (void)trainStep.make({.batch = &batch, .sides = sides}, state);
    QVERIFY(trainStep.weights(settings).encoder == start.encoder);
    (void)trainStep.make({.batch = &batch, .sides = Sides::Encoder}, state);
    const Parameters moved = trainStep.weights(settings);
    const EncoderLayout layout = encoderLayout(moved.shape);
    for (const ParameterBlock& block : {layout.batchNorm.runningMean, layout.batchNorm.runningVariance})
        QVERIFY(!blockOf(moved.encoder, block).equal(blockOf(start.encoder, block)));
    QCOMPARE(static_cast<std::int64_t>(state.encoderOptimiser.firstMoment.size()), layout.trainedSize);
    QCOMPARE(layout.size, layout.trainedSize + 3 * latent);
}

void TestConstrainedStep::anAbandonedOrBrokenUpdateLeavesNoTrace() {
    const Settings settings = stepSettings(PosteriorKind::BatchNorm, Optimiser::Sgd, 1);
    Parameters start = initialParameters(shapeOf(settings, 19), settings);
    TrainingState state = stateOf(settings);
    StopFlag stop;
    TrainStep trainStep(start, 1, stop);
    const Batch batch = batchAt(1);
    start.decoder[0] = std::numeric_limits<float>::quiet_NaN();
    trainStep.load(start);
    Batch broken = batch;
    broken.tokens.assign(broken.tokens.size(), 0);  // all words the broken one; the encoder works
    QVERIFY(!trainStep.make({.batch = &broken}, state).finite);
    QVERIFY(trainStep.weights(settings).encoder == start.encoder);
    stop.raise();
    QVERIFY_EXCEPTION_THROWN((void)trainStep.make({.batch = &batch}, state), Interrupted);
    QVERIFY(trainStep.weights(settings).encoder == start.encoder);
}

void TestConstrainedStep::aBatchOfOneIsSkipped() {
    const Settings settings = stepSettings(PosteriorKind::BatchNorm, Optimiser::Adam, 1);
    const Parameters start = initialParameters(shapeOf(settings, 19), settings);
    TrainingState state = stateOf(settings);
    const StopFlag never;
    TrainStep trainStep(start, 1, never);
    Batch one{.rows = 1, .length = length};
    one.tokens.assign(length, 5);
    const StepReport report = trainStep.make({.batch = &one}, state);
    QVERIFY(report.skipped && report.finite);
    QVERIFY(trainStep.weights(settings).encoder == start.encoder);
    QVERIFY(trainStep.weights(settings).decoder == start.decoder);
    QCOMPARE(state.encoderOptimiser.steps, std::int64_t{0});
    const Settings delta = stepSettings(PosteriorKind::Delta, Optimiser::Sgd, 1);
    TrainStep other(initialParameters(shapeOf(delta, 19), delta), 1, never);
    TrainingState deltaState = stateOf(delta);
    QVERIFY(!other.make({.batch = &one}, deltaState).skipped);
}

QTEST_APPLESS_MAIN(TestConstrainedStep)
#include "tst_constrained_step.moc"
