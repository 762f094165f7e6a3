// SPDX-License-Identifier: GPL-3.0-or-later
// The fused operations against a plain torch::nn model in double precision: values and every gradient.
#include "core/model/vae.h"
#include "core/nn/blas.h"
#include "tests/bench/straightforward_vae.h"

#include <QtTest>

#include <random>

using namespace collapsar;

namespace {

struct Case {
    ModelShape shape;
    int rows = 16, length = 12;
    Pooling pooling = Pooling::Last;
    bool skip = false;
    int shards = 1;
    float dropout = 0.5F;
    bool isKnown = false;  ///< equal weights, announced to decode()
    double initScale = 0.2;
};

std::vector<std::int32_t> randomTokens(const Case& c) {
    std::mt19937 generator(static_cast<unsigned>(7 + c.rows));
    std::vector<std::int32_t> tokens(static_cast<std::size_t>(c.rows * c.length));
    for (auto& token : tokens)
        token = static_cast<std::int32_t>(generator() % static_cast<unsigned>(c.shape.vocabulary));
    return tokens;
}

Parameters randomParameters(const Case& c) {
    Settings settings;
    settings.initScale = c.initScale;
    settings.embeddingInitScale = 0.5;
    settings.skip = true;
    auto parameters = initialParameters(c.shape, settings);
    parameters.skip = c.skip;
    return parameters;
}

const DrawKey drawKey{.seed = 42, .update = 5, .inner = 3};

/// The dropout factors our decoder draws, as [B, T - 1, width] in double.
torch::Tensor mask(const Case& c, Stream stream, int width) {
    if (c.dropout == 0) return torch::ones({c.rows, c.length - 1, width}, torch::kFloat64);
    auto key = drawKey;
    key.stream = stream;
    auto timeMajor = torch::empty({c.length - 1, c.rows, width});
    fillDropout(key, {timeMajor.data_ptr<float>(), static_cast<std::size_t>(timeMajor.numel())}, c.dropout);
    return timeMajor.transpose(0, 1).to(torch::kFloat64);
}

double deviation(const torch::Tensor& ours, const torch::Tensor& oracle) {
    const auto expected = oracle.detach().to(torch::kFloat64).reshape({-1});
    const auto got = ours.detach().to(torch::kFloat64).reshape({-1});
    const double largest = expected.abs().max().item<double>();
    const double difference = (got - expected).abs().max().item<double>();
    return largest == 0 ? difference : difference / largest;
}

struct Comparison {
    double worst = 0;
    std::string where;
    void add(const std::string& name, double value) {
        if (!(value <= worst)) {
            worst = value;
            where = name;
        }
    }
};

void addGradients(Comparison& result, const std::vector<ParameterBlock>& all, std::span<const float> gradients,
                  StraightforwardVae& oracle) {
    auto named = oracle.named_parameters();
    for (const ParameterBlock& block : all) {
        if (block.offset >= static_cast<std::int64_t>(gradients.size())) continue;
        auto ours = torch::from_blob(const_cast<float*>(gradients.data()) + block.offset, {block.size()});
        const auto expected = named[block.name].grad();
        result.add(block.name, expected.defined() ? deviation(ours, expected) : 1.0);
    }
}

/// Whole loss, sum over b of weight_b * (reconstruction_b + KL_b) with unequal weights, through both models.
Comparison compare(const Case& c) {
    const auto parameters = randomParameters(c);
    const auto tokens = randomTokens(c);
    const auto doubles = torch::TensorOptions().dtype(torch::kFloat64);
    torch::manual_seed(1);
    const auto noise = torch::randn({c.rows, c.shape.latent});
    const float share = 1.0F / static_cast<float>(c.rows);
    const auto weight = c.isKnown ? torch::full({c.rows}, share) : torch::rand({c.rows}) + 0.1;

    Vae vae(parameters, c.shards);
    const TokenView batch{tokens, c.rows, c.length};
    const auto [mean, logVariance] = vae.encode(batch, c.pooling);
    mean.retain_grad();
    logVariance.retain_grad();
    const auto z = mean + noise * (0.5 * logVariance).exp();
    z.retain_grad();
    DecodeOptions options{.skip = c.skip, .dropoutIn = c.dropout, .dropoutOut = c.dropout, .draw = drawKey};
    if (c.isKnown) options.knownGradient = share;
    const auto reconstruction = vae.decode(z, batch, options);
    (weight * (reconstruction + plainKl(mean, logVariance))).sum().backward();

    StraightforwardVae oracle(c.shape);
    loadInto(oracle, parameters);
    oracle.to(torch::kFloat64);
    const auto wide = torch::tensor(at::ArrayRef<std::int32_t>(tokens)).to(torch::kInt64).view({c.rows, c.length});
    auto [oracleMean, oracleLogVariance] = oracle.encoder->forward(wide, c.pooling);
    oracleMean.retain_grad();
    oracleLogVariance.retain_grad();
    const auto oracleZ = oracleMean + noise.to(doubles) * (0.5 * oracleLogVariance).exp();
    oracleZ.retain_grad();
    const StraightforwardDropout dropout{.maskIn = mask(c, Stream::DropoutIn, c.shape.embedding),
                                         .maskOut = mask(c, Stream::DropoutOut, c.shape.decoderHidden)};
    const auto oracleReconstruction = oracle.decoder->forward(oracleZ, wide, c.skip, dropout);
    (weight.to(doubles) * (oracleReconstruction + plainKl(oracleMean, oracleLogVariance))).sum().backward();

    Comparison result;
    result.add("mean", deviation(mean, oracleMean));
    result.add("log variance", deviation(logVariance, oracleLogVariance));
    result.add("reconstruction", deviation(reconstruction, oracleReconstruction));
    result.add("z gradient", deviation(z.grad(), oracleZ.grad()));
    result.add("mean gradient", deviation(mean.grad(), oracleMean.grad()));
    result.add("log variance gradient", deviation(logVariance.grad(), oracleLogVariance.grad()));
    addGradients(result, blocks(encoderLayout(c.shape)), vae.encoderGradients(), oracle);
    addGradients(result, blocks(decoderLayout(c.shape)), vae.decoderGradients(c.skip), oracle);
    return result;
}

const char* nameOf(Pooling pooling) {
    switch (pooling) {
        case Pooling::Last:
            return "last";
        case Pooling::Mean:
            return "mean";
        case Pooling::Max:
            return "max";
        case Pooling::AbsMax:
            break;
    }
    return "absmax";
}

}  // namespace
Q_DECLARE_METATYPE(Case)

class VaeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        useSingleThreadedBlas();
        torch::set_num_threads(1);
    }

    void parameterCountsAreThePublishedOnes() {
        const ModelShape toy{.vocabulary = 1004};
        Vae vae(initialParameters(toy, Settings{}));
        QCOMPARE(vae.encoderValues().size(), std::size_t{70'700});
        QCOMPARE(vae.decoderInUse(false), std::int64_t{121'050});
        QCOMPARE(vae.decoderInUse(true), std::int64_t{121'050 + 1004});
    }

    void agreesWithPlainTorch_data() {
        QTest::addColumn<Case>("c");
        for (const auto pooling : {Pooling::Last, Pooling::Mean, Pooling::Max, Pooling::AbsMax}) {
            for (const bool skip : {false, true}) {
                for (const int latent : {1, 2}) {
                    for (const int shards : {1, 2}) {
                        for (const int rows : {1, 3, 16}) {
                            QTest::addRow("%s, skip %d, Z %d, shards %d, B %d", nameOf(pooling), skip, latent, shards,
                                          rows)
                                << Case{{.vocabulary = 1004, .latent = latent}, rows, 12, pooling, skip, shards};
                        }
                    }
                }
            }
        }
        const ModelShape odd{
            .vocabulary = 1503, .embedding = 37, .encoderHidden = 65, .decoderHidden = 83, .latent = 3};
        const ModelShape narrow{.vocabulary = 17, .embedding = 3, .encoderHidden = 5, .decoderHidden = 7, .latent = 4};
        const ModelShape wide{
            .vocabulary = 2111, .embedding = 128, .encoderHidden = 200, .decoderHidden = 256, .latent = 32};
        QTest::addRow("odd sizes") << Case{odd, 5, 9, Pooling::Max, true, 2};
        QTest::addRow("narrow") << Case{narrow, 4, 6, Pooling::AbsMax, true, 1};
        QTest::addRow("two tokens") << Case{narrow, 4, 2, Pooling::Mean, true, 2};
        QTest::addRow("wide, several chunks") << Case{wide, 32, 24, Pooling::Last, true, 1};
        QTest::addRow("no dropout") << Case{odd, 6, 7, Pooling::Last, false, 1, 0.0F};
        for (const int shards : {1, 2}) {
            for (const bool skip : {false, true}) {
                QTest::addRow("known gradient, skip %d, shards %d", skip, shards)
                    << Case{{.vocabulary = 1004}, 16, 12, Pooling::Last, skip, shards, 0.5F, true};
            }
        }
        QTest::addRow("known gradient, several chunks") << Case{wide, 32, 24, Pooling::Last, true, 1, 0.5F, true};
        const ModelShape yahoo{
            .vocabulary = 20001, .embedding = 512, .encoderHidden = 1024, .decoderHidden = 1024, .latent = 32};
        QTest::addRow("widths of Yahoo") << Case{yahoo, 4, 20, Pooling::Last, false, 1, 0.5F, true, 0.05};
    }
    void agreesWithPlainTorch() {
        QFETCH(Case, c);
        const Comparison result = compare(c);
        if (result.worst > m_worst) {
            m_worst = result.worst;
            m_where = std::string(QTest::currentDataTag()) + ": " + result.where;
        }
        QVERIFY2(result.worst < 1e-5,
                 qPrintable(QString("%1 deviates by %2").arg(result.where.c_str()).arg(result.worst)));
    }

    void threadsDoNotMatter() {
        const Case c{{.vocabulary = 50, .latent = 2}, 7, 9, Pooling::Mean, true, 2};
        const auto tokens = randomTokens(c);
        const auto gradients = [&](int threads) {
            Vae vae(randomParameters(c), 2, nullptr, threads);
            const auto posterior = vae.encode({tokens, c.rows, c.length}, c.pooling);
            vae.decode(posterior.mean, {tokens, c.rows, c.length}, {.skip = true}).sum().backward();
            std::vector<float> all(vae.encoderGradients().begin(), vae.encoderGradients().end());
            all.insert(all.end(), vae.decoderGradients(true).begin(), vae.decoderGradients(true).end());
            return all;
        };
        QVERIFY(gradients(1) == gradients(2));
    }

    void anotherGradientThanAnnouncedIsRefused() {
        const Case c{{.vocabulary = 50}, 3, 5};
        Vae vae(randomParameters(c));
        const auto tokens = randomTokens(c);
        DecodeOptions options;
        options.knownGradient = 0.5F;
        const auto z = torch::ones({3, 1}).requires_grad_(true);
        QVERIFY_EXCEPTION_THROWN(vae.decode(z, {tokens, c.rows, c.length}, options).sum().backward(), c10::Error);
    }

    void gradientsAccumulateUntilZeroed() {
        const Case c{{.vocabulary = 50, .latent = 2}, 3, 5};
        Vae vae(randomParameters(c));
        const auto tokens = randomTokens(c);
        const auto pass = [&] {
            const auto posterior = vae.encode({tokens, c.rows, c.length}, c.pooling);
            vae.decode(posterior.mean, {tokens, c.rows, c.length}, {}).sum().backward();
        };
        pass();
        const std::vector<float> once(vae.decoderGradients(false).begin(), vae.decoderGradients(false).end());
        pass();
        for (std::size_t i = 0; i < once.size(); ++i) {
            QVERIFY(std::abs(vae.decoderGradients(false)[i] - 2 * once[i]) <= 1e-5F * (1 + std::abs(once[i])));
        }
        vae.zeroGradients();
        for (const float g : vae.decoderGradients(true))
            QCOMPARE(g, 0.0F);
        for (const float g : vae.encoderGradients())
            QCOMPARE(g, 0.0F);
    }

    void closedSkipPathIsLeftAlone() {
        Case c{{.vocabulary = 50}, 3, 5};
        Vae vae(randomParameters(c));
        const auto tokens = randomTokens(c);
        const TokenView batch{tokens, c.rows, c.length};
        vae.decode(torch::ones({3, 1}), batch, {}).sum().backward();
        const auto all = vae.decoderGradients(true);
        for (const float g : all.subspan(static_cast<std::size_t>(vae.decoderInUse(false))))
            QCOMPARE(g, 0.0F);
    }

    void canLeaveParameterGradientsOut() {
        const Case c{{.vocabulary = 50}, 3, 5};
        Vae vae(randomParameters(c));
        const auto tokens = randomTokens(c);
        const auto latentGradient = [&](ParameterGradients wanted) {
            auto z = torch::ones({3, 1}).requires_grad_(true);
            DecodeOptions options;
            options.parameterGradients = wanted;
            vae.decode(z, {tokens, c.rows, c.length}, options).sum().backward();
            return z.grad();
        };
        const auto without = latentGradient(ParameterGradients::Skip);
        for (const float g : vae.decoderGradients(true))
            QCOMPARE(g, 0.0F);
        QVERIFY(torch::equal(without, latentGradient(ParameterGradients::Accumulate)));
    }

    void raisedStopFlagEndsTheWork() {
        const Case c{{.vocabulary = 50}, 3, 5};
        StopFlag stop;
        Vae vae(randomParameters(c), 1, &stop);
        const auto tokens = randomTokens(c);
        const TokenView batch{tokens, c.rows, c.length};
        auto loss = vae.decode(vae.encode(batch, c.pooling).mean, batch, {}).sum();
        stop.raise();
        loss.backward();
        QVERIFY_EXCEPTION_THROWN((void)vae.encode(batch, c.pooling), Interrupted);
        QVERIFY_EXCEPTION_THROWN((void)vae.decode(torch::ones({3, 1}), batch, {}), Interrupted);
        stop.lower();
        (void)vae.encode(batch, c.pooling);
    }

    void parametersRoundTrip() {
        const Case c{{.vocabulary = 50, .latent = 2}, 3, 5, Pooling::Max, true};
        const auto parameters = randomParameters(c);
        Vae vae(parameters);
        QVERIFY(vae.parameters().encoder == parameters.encoder && vae.parameters().decoder == parameters.decoder);
        auto other = parameters;
        for (float& w : other.decoder)
            w += 1;
        vae.load(other);
        QVERIFY(vae.parameters().decoder == other.decoder);
        other.decoder.pop_back();
        QVERIFY_EXCEPTION_THROWN(vae.load(other), std::invalid_argument);
    }

    void cleanupTestCase() { qInfo("worst relative deviation %.2e (%s)", m_worst, m_where.c_str()); }

private:
    double m_worst = 0;
    std::string m_where;
};

QTEST_GUILESS_MAIN(VaeTest)
#include "tst_vae.moc"
