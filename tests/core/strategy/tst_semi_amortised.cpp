// SPDX-License-Identifier: GPL-3.0-or-later
// The refinement and the way back through it, in double on a torch::nn decoder: against double backward, against
// autograd through the unrolled loop, and against steps worked by hand.
#include "tests/support/plain_decoder_loss.h"

#include <QtTest>

#include <memory>

using namespace collapsar;

namespace {

struct Case {
    ModelShape shape{.vocabulary = 23, .embedding = 7, .encoderHidden = 6, .decoderHidden = 9, .latent = 2};
    int rows = 5, length = 8;
    bool skip = false;
    double klWeight = 0.7;
    double posteriorScale = 0.5;  ///< of the encoder's own output at the start
};

/// A model, a batch, and draws for `steps` steps and the final sample.
struct Setting {
    Setting(const Case& c, int steps) {
        torch::manual_seed(11);
        Settings settings;
        settings.initScale = settings.embeddingInitScale = 0.5;
        settings.skip = true;
        vae = std::make_unique<StraightforwardVae>(c.shape);
        loadInto(*vae, initialParameters(c.shape, settings));
        vae->to(torch::kFloat64);
        tokens = torch::randint(c.shape.vocabulary, {c.rows, c.length}, torch::kInt64);
        const auto doubles = torch::TensorOptions().dtype(torch::kFloat64);
        std::vector<PlainDraws> draws;
        for (int i = 0; i <= steps; ++i) {
            const auto mask = [&](int width) {
                return 2 * (torch::rand({c.rows, c.length - 1, width}) < 0.5).to(doubles);
            };
            draws.push_back({torch::randn({c.rows, c.shape.latent}, doubles),
                             {.maskIn = mask(c.shape.embedding), .maskOut = mask(c.shape.decoderHidden)}});
        }
        loss = std::make_unique<PlainDecoderLoss>(*vae, tokens, draws, c.klWeight, c.skip);
        mean = torch::randn({c.rows, c.shape.latent}, doubles);
        logVariance = c.posteriorScale * torch::randn({c.rows, c.shape.latent}, doubles);
    }

    std::unique_ptr<StraightforwardVae> vae;
    torch::Tensor tokens, mean, logVariance;
    std::unique_ptr<PlainDecoderLoss> loss;
};

/// Second derivatives by autograd itself: the products with v by lambda, then by each weight.
std::vector<torch::Tensor> doubleBackward(PlainDecoderLoss& loss, int step, const PosteriorRows<double>& at,
                                          const PosteriorRows<double>& v) {
    const auto mean = loss.leaf(at.mean), logVariance = loss.leaf(at.logVariance);
    const auto first =
        torch::autograd::grad({loss.value(step, mean, logVariance)}, {mean, logVariance}, {}, true, true);
    const auto along =
        (first[0] * loss.leaf(v.mean).detach()).sum() + (first[1] * loss.leaf(v.logVariance).detach()).sum();
    std::vector<torch::Tensor> inputs{mean, logVariance};
    inputs.insert(inputs.end(), loss.weights.begin(), loss.weights.end());
    return torch::autograd::grad({along}, inputs);
}

double normOf(const std::vector<torch::Tensor>& all) {
    double squares = 0;
    for (const auto& each : all)
        squares += each.pow(2).sum().item<double>();
    return std::sqrt(squares);
}

/// L = curvature / 2 * |lambda|^2, without draws or weights.
struct Parabola : PosteriorLoss<double> {
    void addGradient(int, const PosteriorRows<double>& at, double scale, PosteriorRows<double>& gradient) override {
        gradient.mean[0] += scale * 0.25 * at.mean[0];
        gradient.logVariance[0] += scale * 2 * at.logVariance[0];
    }
};

}  // namespace
Q_DECLARE_METATYPE(Case)

class TestSemiAmortised : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { torch::set_num_threads(1); }
    void stepsAreTheOnesWorkedByHand();
    void productsAgreeWithDoubleBackward_data() { cases(); }
    void productsAgreeWithDoubleBackward();
    void noDirectionNoProduct();
    void wholeGradientIsThatOfTheUnrolledLoop_data() { cases(); }
    void wholeGradientIsThatOfTheUnrolledLoop();
    void clipsEveryStage();

private:
    static void cases();
};

void TestSemiAmortised::cases() {
    QTest::addColumn<Case>("c");
    QTest::newRow("plain") << Case{};
    QTest::newRow("skip") << Case{.skip = true};
    QTest::newRow("one latent dimension") << Case{.shape = {.vocabulary = 40, .latent = 1}, .rows = 16, .length = 12};
    QTest::newRow("many latent dimensions") << Case{.shape = {.vocabulary = 40, .latent = 16}, .rows = 8, .skip = true};
}

void TestSemiAmortised::stepsAreTheOnesWorkedByHand() {
    Parabola loss;
    const RefinementRule rule{.steps = 2, .learningRate = 0.5, .momentum = 0.5, .clip = 1};
    const auto path = refine(loss, {{2}, {4}}, rule);
    QCOMPARE(path.points.size(), std::size_t{3});
    // mean: gradient 0.5, step -0.5; then gradient 0.4375, step -0.25 - 0.4375.
    QCOMPARE(path.points[1].mean[0], 1.75);
    QCOMPARE(path.points[2].mean[0], 1.75 + 0.5 * (-0.25 - 0.4375));
    // log variance: gradients 8 and about 7, both clipped to 1.
    QVERIFY(std::abs(path.points[1].logVariance[0] - 3.5) < 1e-6);
    QVERIFY(std::abs(path.points[2].logVariance[0] - (3.5 + 0.5 * -1.5)) < 1e-6);
    QCOMPARE(path.clips[0].mean, 1.0);
    QVERIFY(std::abs(path.clips[0].logVariance - 1.0 / 8) < 1e-6);
}

void TestSemiAmortised::productsAgreeWithDoubleBackward() {
    QFETCH(Case, c);
    const Setting setting(c, 2);
    PlainDecoderLoss& loss = *setting.loss;
    const PosteriorRows<double> at{valuesOf(setting.mean), valuesOf(setting.logVariance)};
    PosteriorRows<double> v{std::vector<double>(at.mean.size()), std::vector<double>(at.mean.size())};
    loss.addGradient(2, at, 1, v);  // a direction as it comes up in training
    const auto expected = doubleBackward(loss, 1, at, v);
    for (const auto& [name, difference, limit] :
         {std::tuple{"r = 1e-5", publishedDifference, 1e-6}, std::tuple{"norm 5e-3", DifferenceStep{}, 1e-4}}) {
        const auto product = hessianProduct(loss, 1, at, v, difference);
        const double byLambda =
            relativeDeviation({loss.leaf(product.mean), loss.leaf(product.logVariance)}, {expected[0], expected[1]});
        const double byWeights = relativeDeviation(loss.openSum, {expected.begin() + 2, expected.end()});
        loss.subtractOpenSum(1e9);
        qInfo("%s: off by %.1e (lambda), %.1e (weights)", name, byLambda, byWeights);
        QVERIFY(byLambda < limit);
        QVERIFY(byWeights < limit);
    }
}

void TestSemiAmortised::noDirectionNoProduct() {
    const Setting setting({}, 1);
    const PosteriorRows<double> at{valuesOf(setting.mean), valuesOf(setting.logVariance)};
    const PosteriorRows<double> none{std::vector<double>(at.mean.size()), std::vector<double>(at.mean.size())};
    const auto product = hessianProduct(*setting.loss, 0, at, none, {});
    QCOMPARE(product.mean, none.mean);
    QCOMPARE(product.logVariance, none.logVariance);
    QCOMPARE(normOf(setting.loss->openSum), 0.0);
}

void TestSemiAmortised::wholeGradientIsThatOfTheUnrolledLoop() {
    QFETCH(Case, c);
    const RefinementRule rule{.steps = 10, .learningRate = 1, .momentum = 0.5, .clip = 1e9};
    const Setting setting(c, rule.steps);
    PlainDecoderLoss& loss = *setting.loss;

    const auto [mean, logVariance] = setting.vae->encoder->forward(setting.tokens, Pooling::Mean);
    const auto [lastMean, lastLogVariance] = unrolled(loss, mean, logVariance, rule);
    std::vector<torch::Tensor> encoder = setting.vae->encoder->parameters(), all = encoder;
    all.insert(all.end(), loss.weights.begin(), loss.weights.end());
    const auto expected = torch::autograd::grad({loss.value(rule.steps, lastMean, lastLogVariance)}, all, {}, true);

    const auto path = refine(loss, PosteriorRows<double>{valuesOf(mean), valuesOf(logVariance)}, rule);
    PosteriorRows<double> gradient{std::vector<double>(path.points[0].mean.size()),
                                   std::vector<double>(path.points[0].mean.size())};
    loss.addAllGradients(rule.steps, path.points.back(), -1, gradient);
    loss.subtractOpenSum(1e9);
    for (auto* part : {&gradient.mean, &gradient.logVariance}) {
        for (double& value : *part)
            value = -value;
    }
    gradient = backThrough(loss, path, gradient, rule, publishedDifference);
    const auto ours = torch::autograd::grad({mean, logVariance}, encoder,
                                            {loss.leaf(gradient.mean), loss.leaf(gradient.logVariance)});
    const double byEncoder = relativeDeviation(ours, {expected.begin(), expected.begin() + ours.size()});
    const double byDecoder = relativeDeviation(loss.total, {expected.begin() + ours.size(), expected.end()});
    qInfo("whole gradient deviates by %.1e (encoder), %.1e (decoder)", byEncoder, byDecoder);
    QVERIFY(byEncoder < 1e-5);
    QVERIFY(byDecoder < 1e-5);
}

/// The way back with exact second derivatives, clipped by hand at every stage.
void TestSemiAmortised::clipsEveryStage() {
    const RefinementRule rule{.steps = 4, .learningRate = 1, .momentum = 0.5, .clip = 0.05};
    const Setting setting({.posteriorScale = 1}, rule.steps);
    PlainDecoderLoss& loss = *setting.loss;
    const auto path = refine(loss, PosteriorRows<double>{valuesOf(setting.mean), valuesOf(setting.logVariance)}, rule);
    QVERIFY(path.clips[0].mean < 1 && path.clips[0].logVariance < 1);
    QVERIFY(path.clips[0].mean != path.clips[0].logVariance);
    PosteriorRows<double> start{valuesOf(torch::randn_like(setting.mean)), valuesOf(torch::randn_like(setting.mean))};

    auto gradient = std::vector{loss.leaf(start.mean).detach(), loss.leaf(start.logVariance).detach()};
    auto momentum = std::vector{torch::zeros_like(gradient[0]), torch::zeros_like(gradient[1])};
    int clippedWeights = 0, clippedGradients = 0;
    std::vector<torch::Tensor> total;
    for (const auto& weight : loss.weights)
        total.push_back(torch::zeros_like(weight));
    for (int step = rule.steps; step-- > 0;) {
        const auto k = static_cast<std::size_t>(step);
        for (std::size_t i : {0U, 1U})
            momentum[i] = 0.5 * momentum[i] + gradient[i];
        const PosteriorRows<double> v{valuesOf(momentum[0] * path.clips[k].mean),
                                      valuesOf(momentum[1] * path.clips[k].logVariance)};
        const auto product = doubleBackward(loss, step, path.points[k], v);
        const std::vector<torch::Tensor> byWeights(product.begin() + 2, product.end());
        const double weightFactor = std::min(1.0, rule.clip / (normOf(byWeights) + 1e-6));
        clippedWeights += weightFactor < 1;
        for (std::size_t i = 0; i < total.size(); ++i)
            total[i] -= byWeights[i] * weightFactor;
        for (std::size_t i : {0U, 1U})
            gradient[i] = gradient[i] - product[i];
        const double factor = std::min(1.0, rule.clip / (normOf(gradient) + 1e-6));
        clippedGradients += factor < 1;
        for (auto& each : gradient)
            each = each * factor;
    }
    QVERIFY(clippedWeights > 0 && clippedGradients > 0);
    const auto ours = backThrough(loss, path, start, rule, publishedDifference);
    QVERIFY(relativeDeviation({loss.leaf(ours.mean), loss.leaf(ours.logVariance)}, gradient) < 1e-5);
    QVERIFY(relativeDeviation(loss.total, total) < 1e-5);
}

QTEST_APPLESS_MAIN(TestSemiAmortised)
#include "tst_semi_amortised.moc"
