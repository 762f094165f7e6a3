// SPDX-License-Identifier: GPL-3.0-or-later
// Layers, directions, decoder start, biases and the model without latent: training and inference against plain torch in
// double precision, values and every gradient.
#include "core/model/inference.h"
#include "core/model/vae.h"
#include "core/nn/blas.h"
#include "tests/core/model/plain_model.h"

#include <QtTest>

#include <cmath>
#include <random>

using namespace collapsar;

namespace {

struct Case {
    ModelShape shape;
    int rows = 5, length = 7;
    Pooling pooling = Pooling::Last;
    bool skip = false;
    int shards = 1;
    bool isKnown = false;  ///< equal weights, announced to decode()
    bool isOther = false;  ///< the decoder reads other words than it predicts
};

std::vector<std::int32_t> randomTokens(const Case& c) {
    std::mt19937 generator(static_cast<unsigned>(7 + c.rows));
    std::vector<std::int32_t> tokens(static_cast<std::size_t>(c.rows * c.length));
    for (auto& token : tokens)
        token = static_cast<std::int32_t>(generator() % static_cast<unsigned>(c.shape.vocabulary));
    return tokens;
}

torch::Tensor wide(const Case& c, const std::vector<std::int32_t>& tokens) {
    return torch::tensor(at::ArrayRef<std::int32_t>(tokens)).to(torch::kInt64).view({c.rows, c.length});
}

Parameters randomParameters(const Case& c) {
    Settings settings;
    settings.initScale = 0.3;
    settings.embeddingInitScale = 0.7;
    settings.skip = true;
    auto parameters = initialParameters(c.shape, settings);
    parameters.skip = c.skip;
    parameters.pooling = c.pooling;
    return parameters;
}

constexpr float dropoutRate = 0.4F;
const DrawKey drawKey{.seed = 42, .update = 5, .inner = 3};

torch::Tensor mask(const Case& c, Stream stream, int width) {
    auto key = drawKey;
    key.stream = stream;
    auto timeMajor = torch::empty({c.length - 1, c.rows, width});
    fillDropout(key, {timeMajor.data_ptr<float>(), static_cast<std::size_t>(timeMajor.numel())}, dropoutRate);
    return timeMajor.transpose(0, 1).to(torch::kFloat64);
}

/// Largest difference, relative to the oracle's largest value.
double deviation(const torch::Tensor& ours, const torch::Tensor& oracle) {
    const auto expected = oracle.detach().to(torch::kFloat64).reshape({-1});
    const auto got = ours.detach().to(torch::kFloat64).reshape({-1});
    if (expected.sizes() != got.sizes()) return INFINITY;
    if (expected.numel() == 0) return 0;
    const double largest = expected.abs().max().item<double>();
    const double difference = (got - expected).abs().max().item<double>();
    return std::isnan(difference) ? INFINITY : largest == 0 ? difference : difference / largest;
}

struct Worst {
    double value = 0;
    std::string where;
    void add(const std::string& name, double deviates) {
        if (deviates <= value) return;
        value = deviates;
        where = name;
    }
    void add(const std::vector<ParameterBlock>& all, std::span<const float> gradients, const PlainModel& oracle) {
        for (const ParameterBlock& block : all) {
            if (block.offset >= static_cast<std::int64_t>(gradients.size())) continue;
            const auto ours = torch::from_blob(const_cast<float*>(gradients.data()) + block.offset, {block.size()});
            const auto expected = oracle.gradient(block.name);
            add(block.name, expected.defined() ? deviation(ours, expected) : INFINITY);
        }
    }
};

torch::Tensor klOf(const torch::Tensor& mean, const torch::Tensor& logVariance) {
    return 0.5 * (mean.pow(2) + logVariance.exp() - logVariance - 1).sum(1);
}

/// Sum over b of weight_b * (reconstruction_b + KL_b), through both models.
Worst compareTraining(const Case& c) {
    const auto parameters = randomParameters(c);
    const auto tokens = randomTokens(c);
    const bool hasLatent = c.shape.latent > 0;
    torch::manual_seed(1);
    const auto noise = torch::randn({c.rows, c.shape.latent});
    const float share = 1.0F / static_cast<float>(c.rows);
    const auto weight = c.isKnown ? torch::full({c.rows}, share) : torch::rand({c.rows}) + 0.1;

    Vae vae(parameters, c.shards);
    const TokenView batch{tokens, c.rows, c.length};
    const auto [mean, logVariance] = vae.encode(batch, c.pooling);
    const auto z = mean + noise * (0.5 * logVariance).exp();
    z.retain_grad();
    DecodeOptions options{.skip = c.skip, .dropoutIn = dropoutRate, .dropoutOut = dropoutRate, .draw = drawKey};
    if (c.isKnown) options.knownGradient = share;
    std::vector<std::int32_t> inputs = tokens;
    for (std::size_t i = 0; i < inputs.size(); i += 3)
        inputs[i] = 3;
    if (c.isOther) options.inputs = inputs;
    const auto reconstruction = vae.decode(z, batch, options);
    (weight * (reconstruction + klOf(mean, logVariance))).sum().backward();

    PlainModel oracle(parameters);
    auto plainZ = torch::zeros({c.rows, 0}, torch::kFloat64);
    auto plainKl = torch::zeros({c.rows}, torch::kFloat64);
    if (hasLatent) {
        const auto [plainMean, plainLogVariance] = oracle.encode(wide(c, tokens), c.pooling);
        plainZ = plainMean + noise.to(torch::kFloat64) * (0.5 * plainLogVariance).exp();
        plainZ.retain_grad();
        plainKl = klOf(plainMean, plainLogVariance);
    }
    const PlainDropout dropout{mask(c, Stream::DropoutIn, c.shape.embedding),
                               mask(c, Stream::DropoutOut, c.shape.decoderHidden)};
    const auto plain = oracle.decode(plainZ, wide(c, tokens), dropout, wide(c, c.isOther ? inputs : tokens)).sum(1);
    (weight.to(torch::kFloat64) * (plain + plainKl)).sum().backward();

    Worst worst;
    worst.add("z", deviation(z, plainZ));
    worst.add("reconstruction", deviation(reconstruction, plain));
    if (hasLatent) worst.add("z gradient", deviation(z.grad(), plainZ.grad()));
    worst.add(blocks(encoderLayout(c.shape)), vae.encoderGradients(), oracle);
    worst.add(blocks(decoderLayout(c.shape)), vae.decoderGradients(c.skip), oracle);
    return worst;
}

/// Means, features, reconstructions in total and by position, many z for one sentence.
Worst compareInference(const Case& c) {
    const auto parameters = randomParameters(c);
    const auto tokens = randomTokens(c);
    const auto rows = static_cast<std::size_t>(c.rows), width = static_cast<std::size_t>(c.shape.latent);
    torch::NoGradGuard noGradient;
    PlainModel oracle(parameters);
    Worst worst;
    std::vector<float> mean(rows * width), logVariance(mean.size());
    std::vector<float> features(rows * static_cast<std::size_t>(c.shape.features()));
    EncoderInference encoder(parameters);
    encoder.encode(tokens, c.rows, c.length, mean, logVariance);
    encoder.encodeFeatures(tokens, c.rows, c.length, features);
    if (width > 0) {
        const auto [plainMean, plainLogVariance] = oracle.encode(wide(c, tokens), c.pooling);
        worst.add("mean", deviation(torch::tensor(mean), plainMean));
        worst.add("log variance", deviation(torch::tensor(logVariance), plainLogVariance));
        worst.add("features", deviation(torch::tensor(features), oracle.features(wide(c, tokens), c.pooling)));
    }
    torch::manual_seed(2);
    const auto z = torch::randn({c.rows, c.shape.latent});
    const std::vector<float> latents(z.data_ptr<float>(), z.data_ptr<float>() + z.numel());
    const auto plain = oracle.decode(z.to(torch::kFloat64), wide(c, tokens));
    DecoderInference decoder(parameters);
    std::vector<float> reconstruction(rows), byPosition(rows * static_cast<std::size_t>(c.length - 1));
    decoder.reconstruction(tokens, c.rows, c.length, latents, reconstruction);
    decoder.reconstructionByPosition(tokens, c.rows, c.length, latents, byPosition);
    worst.add("reconstruction", deviation(torch::tensor(reconstruction), plain.sum(1)));
    worst.add("by position", deviation(torch::tensor(byPosition), plain));

    const auto first = std::span(tokens).first(static_cast<std::size_t>(c.length));
    const auto same = wide(c, tokens).slice(0, 0, 1).expand({c.rows, c.length}).contiguous();
    std::vector<double> scores(rows);
    decoder.logLikelihood(first, latents, scores);
    worst.add("log likelihood",
              deviation(torch::tensor(scores, torch::kFloat64), -oracle.decode(z.to(torch::kFloat64), same).sum(1)));
    return worst;
}

ModelShape small(int latent) {
    return {.vocabulary = 23, .embedding = 6, .encoderHidden = 7, .decoderHidden = 9, .latent = latent};
}

ModelShape with(ModelShape shape, int encoderLayers, int decoderLayers, EncoderDirection direction) {
    shape.encoderLayers = encoderLayers;
    shape.decoderLayers = decoderLayers;
    shape.direction = direction;
    return shape;
}

ModelShape kim(ModelShape shape, bool biases) {
    shape.start = DecoderStart::Kim;
    shape.biases = biases;
    return shape;
}

void addCases() {
    QTest::addColumn<Case>("c");
    const auto forward = EncoderDirection::Forward, both = EncoderDirection::Both;
    for (const int shards : {1, 2}) {
        for (const bool isKnown : {false, true}) {
            const auto row = [&](const char* name, const ModelShape& shape, Pooling pooling, bool skip) {
                QTest::addRow("%s, shards %d, known %d", name, shards, isKnown)
                    << Case{shape, 5, 7, pooling, skip, shards, isKnown};
            };
            row("default", small(2), Pooling::Last, true);
            row("language model", small(0), Pooling::Last, false);
            row("language model, 3 layers, biases", kim(with(small(0), 1, 3, forward), true), Pooling::Last, false);
            row("language model, skip without effect", with(small(0), 1, 2, forward), Pooling::Max, true);
            row("kim", kim(small(3), false), Pooling::Last, false);
            row("kim, biases", kim(small(3), true), Pooling::Last, false);
            row("kim, biases, skip", kim(small(3), true), Pooling::Mean, true);
            ModelShape he = small(2);
            he.biases = true;
            row("he, biases", he, Pooling::Last, false);
            row("he, biases, skip", he, Pooling::Max, true);
            for (const Pooling pooling : {Pooling::Last, Pooling::Mean, Pooling::Max, Pooling::AbsMax}) {
                const int number = static_cast<int>(pooling);
                row(qPrintable(QString("both, pooling %1").arg(number)), with(small(2), 1, 1, both), pooling, false);
                row(qPrintable(QString("both, 2 layers, pooling %1").arg(number)), with(small(2), 2, 1, both), pooling,
                    false);
                row(qPrintable(QString("3 layers, pooling %1").arg(number)), with(small(2), 3, 1, forward), pooling,
                    false);
            }
            row("2 layers, skip off", with(small(2), 1, 2, forward), Pooling::Last, false);
            row("2 layers, skip on", with(small(2), 1, 2, forward), Pooling::Last, true);
            row("4 layers, skip on", with(small(3), 1, 4, forward), Pooling::Last, true);
            row("everything", kim(with(small(3), 2, 3, both), true), Pooling::Max, true);
        }
    }
    const ModelShape wideShape{
        .vocabulary = 1503, .embedding = 37, .encoderHidden = 65, .decoderHidden = 130, .latent = 3};
    QTest::addRow("wider, many rows") << Case{kim(with(wideShape, 2, 2, both), true), 61, 9, Pooling::Max, true, 2};
    for (const int shards : {1, 2}) {
        QTest::addRow("other words, shards %d", shards)
            << Case{with(small(2), 1, 2, both), 5, 7, Pooling::Last, true, shards, true, true};
    }
    QTest::addRow("two tokens") << Case{with(small(2), 2, 2, both), 3, 2, Pooling::Mean, true, 2};
    QTest::addRow("one row") << Case{with(small(2), 2, 2, both), 1, 6, Pooling::Last, true, 2};
}

}  // namespace
Q_DECLARE_METATYPE(Case)

class TestModelVariants : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        useSingleThreadedBlas();
        torch::set_num_threads(1);
    }

    void trainingAgreesWithPlainTorch_data() { addCases(); }
    void trainingAgreesWithPlainTorch() {
        QFETCH(Case, c);
        const Worst worst = compareTraining(c);
        QVERIFY2(worst.value < 1e-5,
                 qPrintable(QString("%1 deviates by %2").arg(worst.where.c_str()).arg(worst.value)));
    }

    void inferenceAgreesWithPlainTorch_data() { addCases(); }
    void inferenceAgreesWithPlainTorch() {
        QFETCH(Case, c);
        const Worst worst = compareInference(c);
        QVERIFY2(worst.value < 1e-5,
                 qPrintable(QString("%1 deviates by %2").arg(worst.where.c_str()).arg(worst.value)));
    }

    /// He et al. 2019's LSTM-LM for Yahoo has 37,021,184 weights; those of the others follow from torch's own modules.
    void countsAreTheKnownOnes() {
        const ModelShape yahoo{
            .vocabulary = 20001, .embedding = 512, .encoderHidden = 1024, .decoderHidden = 1024, .latent = 0};
        QCOMPARE(decoderLayout(yahoo).closedSize, std::int64_t{37'021'184});
        QCOMPARE(decoderLayout(yahoo).size, std::int64_t{37'021'184});
        QCOMPARE(encoderLayout(yahoo).size, std::int64_t{0});
        QVERIFY(blocks(encoderLayout(yahoo)).empty());
        ModelShape saVae = yahoo;
        saVae.latent = 32;
        saVae = kim(saVae, true);
        QCOMPARE(encoderLayout(saVae).size, std::int64_t{16'605'696 + 64});
        QCOMPARE(decoderLayout(saVae).closedSize, std::int64_t{37'185'024 + 1024 + 20001});
    }

    /// Exact: the probabilities of all sentences of a length, the last word left free, sum to 1.
    void languageModelIsADistribution() {
        ModelShape shape = with(small(0), 1, 2, EncoderDirection::Forward);
        shape.vocabulary = 4;
        const Parameters parameters = randomParameters({shape});
        std::vector<std::int32_t> tokens;
        for (int a = 0; a < 4; ++a) {
            for (int b = 0; b < 4; ++b) {
                for (int c = 0; c < 4; ++c)
                    tokens.insert(tokens.end(), {1, a, b, c});
            }
        }
        std::vector<float> nll(64);
        DecoderInference(parameters).reconstruction(tokens, 64, 4, {}, nll);
        double sum = 0;
        for (const float one : nll)
            sum += std::exp(-static_cast<double>(one));
        QVERIFY2(std::abs(sum - 1) < 1e-5, QByteArray::number(sum));
        QVERIFY(nll.front() != nll.back());
    }

    void closedSkipPathsAreIgnored() {
        const ModelShape shape = with(small(2), 1, 3, EncoderDirection::Forward);
        Parameters parameters = randomParameters({shape});
        const Case c{shape};
        const auto tokens = randomTokens(c);
        const std::vector<float> latents(10, 0.7F);
        std::vector<float> before(5), after(5);
        DecoderInference(parameters).reconstruction(tokens, c.rows, c.length, latents, before);
        for (std::size_t i = static_cast<std::size_t>(decoderLayout(shape).closedSize); i < parameters.decoder.size();
             ++i)
            parameters.decoder[i] = 9;
        DecoderInference(parameters).reconstruction(tokens, c.rows, c.length, latents, after);
        QCOMPARE(after, before);
        parameters.skip = true;
        DecoderInference(parameters).reconstruction(tokens, c.rows, c.length, latents, after);
        QVERIFY(after != before);
    }

    void sentencesDoNotSeeTheirBatch_data() { addCases(); }
    /// Batches hold sentences of one length, so there is no padding; and what else is in the batch changes nothing, in
    /// training (dropout off) and inference alike: bit for bit on own products, within rounding on OpenBLAS.
    void sentencesDoNotSeeTheirBatch() {
        QFETCH(Case, c);
        const auto parameters = randomParameters(c);
        const auto all = randomTokens(c);
        const auto length = static_cast<std::size_t>(c.length), width = static_cast<std::size_t>(c.shape.latent);
        const auto together = outputs(parameters, c, all, c.rows);
        for (std::size_t row = 0; row<static_cast<std::size_t>(c.rows); row += c.rows> 10 ? 17 : 1) {
            const std::vector<std::int32_t> own(all.begin() + static_cast<std::ptrdiff_t>(row * length),
                                                all.begin() + static_cast<std::ptrdiff_t>((row + 1) * length));
            const auto alone = outputs(parameters, c, own, 1);
            for (std::size_t kind = 0; kind < alone.size(); ++kind) {
                const std::size_t each = kind < 4 ? width : 1;
                for (std::size_t i = 0; i < each; ++i) {
                    const float expected = together[kind][row * each + i], got = alone[kind][i];
                    QVERIFY(EncoderInference::rowsAreIndependent() ? got == expected
                                                                   : std::abs(got - expected) < 1e-4F);
                }
            }
        }
    }

private:
    /// Mean and log variance in training and in inference, reconstruction in both; z is 0.3 everywhere.
    static std::vector<std::vector<float>> outputs(const Parameters& parameters, const Case& c,
                                                   const std::vector<std::int32_t>& tokens, int rows) {
        torch::NoGradGuard noGradient;
        const TokenView batch{tokens, rows, c.length};
        Vae vae(parameters);
        const auto [mean, logVariance] = vae.encode(batch, c.pooling);
        const auto z = torch::full({rows, c.shape.latent}, 0.3F);
        const auto reconstruction = vae.decode(z, batch, {.skip = c.skip});
        const auto size = static_cast<std::size_t>(rows * c.shape.latent);
        std::vector<float> ownMean(size), ownLogVariance(size), own(static_cast<std::size_t>(rows));
        EncoderInference(parameters).encode(tokens, rows, c.length, ownMean, ownLogVariance);
        DecoderInference(parameters).reconstruction(tokens, rows, c.length, std::vector<float>(size, 0.3F), own);
        const auto copy = [](const torch::Tensor& from) {
            return std::vector<float>(from.data_ptr<float>(), from.data_ptr<float>() + from.numel());
        };
        return {copy(mean), copy(logVariance), ownMean, ownLogVariance, copy(reconstruction), own};
    }
};

QTEST_GUILESS_MAIN(TestModelVariants)
#include "tst_model_variants.moc"
