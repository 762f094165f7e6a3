// SPDX-License-Identifier: GPL-3.0-or-later
// The ELBO of refined posteriors against the same refinement on a plain torch::nn model in float64.
#include "core/diagnostics/evaluation.h"
#include "core/diagnostics/refined_evaluation.h"
#include "core/nn/blas.h"
#include "core/nn/philox.h"
#include "tests/support/plain_decoder_loss.h"

#include <QtTest>

#include <numeric>

using namespace collapsar;

namespace {

const ModelShape shape{.vocabulary = 61, .embedding = 12, .encoderHidden = 14, .decoderHidden = 20, .latent = 3};
const EvaluationDraws draws{.seed = 17, .at = {40, 0}};

Parameters someParameters(bool skip) {
    Settings settings;
    settings.initScale = settings.embeddingInitScale = 0.4;
    settings.skip = true;
    Parameters parameters = initialParameters(shape, settings);
    parameters.skip = skip;
    parameters.pooling = Pooling::Mean;
    return parameters;
}

/// Three batches of different sizes and lengths; sentences in no order.
std::vector<Batch> someBatches() {
    std::vector<Batch> batches;
    std::uint32_t drawn = 0;
    std::int64_t sentence = 20;
    for (const auto& [rows, length] : {std::pair(5, 6), std::pair(4, 9), std::pair(1, 9)}) {
        Batch batch{.rows = rows, .length = length};
        for (int i = 0; i < rows * length; ++i) {
            batch.tokens.push_back(
                static_cast<std::int32_t>(uniformInteger({.seed = 5, .stream = Stream::Synthetic}, 61, drawn++)));
        }
        for (int row = 0; row < rows; ++row)
            batch.sentences.push_back(sentence -= 2);
        batches.push_back(batch);
    }
    return batches;
}

/// All noise of step `step` (-1: of the sample the ELBO is taken at), by sentence; drawn in one go.
torch::Tensor noiseOf(const Batch& batch, int step) {
    auto all = torch::empty({21, shape.latent});
    fillNormal({.seed = draws.seed,
                .stream = Stream::Evaluation,
                .update = 40 + (static_cast<std::uint64_t>(step + 1) << 40),
                .inner = 0},
               {all.data_ptr<float>(), static_cast<std::size_t>(all.numel())});
    return all.index_select(0, torch::tensor(at::ArrayRef<std::int64_t>(batch.sentences))).to(torch::kFloat64);
}

RefinedEvaluation expected(const Parameters& parameters, const RefinementRule& rule, SviStart start) {
    StraightforwardVae vae(shape);
    loadInto(vae, parameters);
    vae.to(torch::kFloat64);
    RefinedEvaluation sum;
    double examples = 0;
    for (const Batch& batch : someBatches()) {
        const auto tokens =
            torch::tensor(at::ArrayRef<std::int32_t>(batch.tokens)).to(torch::kInt64).view({batch.rows, batch.length});
        std::vector<PlainDraws> steps;
        for (int step = 0; step < rule.steps; ++step)
            steps.push_back(
                {noiseOf(batch, step),
                 {.maskIn = torch::ones({1}, torch::kFloat64), .maskOut = torch::ones({1}, torch::kFloat64)}});
        PlainDecoderLoss loss(vae, tokens, steps, 1, parameters.skip);
        auto [mean, logVariance] = vae.encoder->forward(tokens, parameters.pooling);
        if (start == SviStart::Zero) mean = logVariance = torch::zeros_like(mean);
        const auto end = refine(loss, PosteriorRows<double>{valuesOf(mean), valuesOf(logVariance)}, rule).points.back();
        const auto endMean = loss.leaf(end.mean), endLogVariance = loss.leaf(end.logVariance);
        const auto z = endMean + noiseOf(batch, -1) * (0.5 * endLogVariance).exp();
        sum.reconstruction += vae.decoder->forward(z, tokens, parameters.skip, steps[0].dropout).sum().item<double>();
        sum.kl += plainKl(endMean, endLogVariance).sum().item<double>();
        examples += batch.rows;
    }
    return {sum.reconstruction / examples, sum.kl / examples, -(sum.reconstruction + sum.kl) / examples};
}

RefinedEvaluation ours(const Parameters& parameters, const RefinementRule& rule, SviStart start, int threads = 1) {
    const StopFlag never;
    const std::vector<Batch> batches = someBatches();
    return evaluateRefined(parameters, std::make_shared<const InferenceWeights>(parameters),
                           {.batches = batches, .draws = draws, .rule = rule, .start = start, .threads = threads},
                           never);
}

}  // namespace

class TestRefinedEvaluation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { useSingleThreadedBlas(); }
    void agreesWithPlainTorch_data();
    void agreesWithPlainTorch();
    void noStepsAreTheEvaluationItself();
    void threadsDoNotMatter();
    void nothingToMeasure();
};

void TestRefinedEvaluation::agreesWithPlainTorch_data() {
    QTest::addColumn<bool>("skip");
    QTest::addColumn<int>("steps");
    QTest::addColumn<double>("clip");
    QTest::addColumn<bool>("fromZero");
    QTest::newRow("10 steps") << false << 10 << 5.0 << false;
    QTest::newRow("skip") << true << 10 << 5.0 << false;
    QTest::newRow("clipped") << false << 5 << 0.1 << false;
    QTest::newRow("SVI") << false << 20 << 5.0 << true;
}

void TestRefinedEvaluation::agreesWithPlainTorch() {
    QFETCH(bool, skip);
    QFETCH(int, steps);
    QFETCH(double, clip);
    QFETCH(bool, fromZero);
    const Parameters parameters = someParameters(skip);
    const RefinementRule rule{.steps = steps, .clip = clip};
    const SviStart start = fromZero ? SviStart::Zero : SviStart::Encoder;
    const RefinedEvaluation theirs = expected(parameters, rule, start), mine = ours(parameters, rule, start);
    QVERIFY2(std::abs(mine.elbo - theirs.elbo) < 1e-4 && std::abs(mine.kl - theirs.kl) < 1e-4,
             qPrintable(QString("ELBO %1, expected %2; KL %3, expected %4")
                            .arg(mine.elbo, 0, 'g', 9)
                            .arg(theirs.elbo, 0, 'g', 9)
                            .arg(mine.kl, 0, 'g', 9)
                            .arg(theirs.kl, 0, 'g', 9)));
    QCOMPARE(mine.elbo, -(mine.reconstruction + mine.kl));
}

void TestRefinedEvaluation::noStepsAreTheEvaluationItself() {
    const Parameters parameters = someParameters(false);
    const StopFlag never;
    const Evaluation plain = evaluate(parameters, someBatches(), draws, 0.01, never);
    const RefinedEvaluation refined = ours(parameters, {.steps = 0}, SviStart::Encoder);
    QVERIFY(std::abs(refined.elbo - plain.elbo) < 1e-6 * std::abs(plain.elbo));
    QVERIFY(std::abs(refined.kl - plain.kl) < 1e-9);
    QVERIFY(ours(parameters, {.steps = 10}, SviStart::Encoder).elbo > plain.elbo);
}

void TestRefinedEvaluation::threadsDoNotMatter() {
    const Parameters parameters = someParameters(true);
    const auto one = ours(parameters, {.steps = 5}, SviStart::Encoder, 1);
    const auto two = ours(parameters, {.steps = 5}, SviStart::Encoder, 2);
    QCOMPARE(one.elbo, two.elbo);
    QVERIFY(one.reconstruction == two.reconstruction && one.kl == two.kl);
}

void TestRefinedEvaluation::nothingToMeasure() {
    const Parameters parameters = someParameters(false);
    const StopFlag never;
    const std::vector<Batch> none;
    const RefinedEvaluation result = evaluateRefined(parameters, std::make_shared<const InferenceWeights>(parameters),
                                                     {.batches = none, .draws = draws, .rule = {.steps = 3}}, never);
    QVERIFY(std::isnan(result.elbo) && std::isnan(result.kl));
}

QTEST_APPLESS_MAIN(TestRefinedEvaluation)
#include "tst_refined_evaluation.moc"
