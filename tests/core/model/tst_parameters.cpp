// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/parameters.h"
#include "core/nn/philox.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace collapsar;

namespace {

const ModelShape toy{.vocabulary = 1004};

std::vector<float> blockOf(const std::vector<float>& flat, const ParameterBlock& block) {
    return {flat.begin() + block.offset, flat.begin() + block.offset + block.size()};
}

/// Kolmogorov distance to the uniform law on +- scale.
double distanceToUniform(std::vector<float> values, double scale) {
    std::ranges::sort(values);
    double worst = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double law = (values[i] / scale + 1) / 2;
        worst = std::max(worst, std::abs(law - (static_cast<double>(i) + 0.5) / static_cast<double>(values.size())));
    }
    return worst;
}

bool isZero(const std::vector<float>& values) {
    return std::ranges::all_of(values, [](float v) { return v == 0; });
}

}  // namespace

class TestParameters : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// He et al. 2019's toy model: 70,700 and 121,050 weights.
    void countsAreThePublishedOnes();
    void blocksLieOneAfterTheOther();
    void everyBlockIsUniformInItsScale();
    void blocksAreDrawnByNameAlone();
    void skipIsDrawnOnlyWhenOpen();
    void resetDrawsTheDecoderAnewAndLeavesTheEncoder();
};

void TestParameters::countsAreThePublishedOnes() {
    QCOMPARE(encoderLayout(toy).size, 70700);
    QCOMPARE(decoderLayout(toy).closedSize, 121050);
    QCOMPARE(decoderLayout(toy).size, 121050 + 1004);
    const ModelShape yahoo{
        .vocabulary = 20001, .embedding = 512, .encoderHidden = 1024, .decoderHidden = 1024, .latent = 32};
    QCOMPARE(encoderLayout(yahoo).size, 16605696);
    QCOMPARE(decoderLayout(yahoo).closedSize, 37185024);
}

void TestParameters::blocksLieOneAfterTheOther() {
    const auto check = [](const std::vector<ParameterBlock>& all, std::int64_t size) {
        std::int64_t next = 0;
        for (const ParameterBlock& block : all) {
            if (block.offset != next) return false;
            next += block.size();
        }
        return next == size;
    };
    QVERIFY(check(blocks(encoderLayout(toy)), encoderLayout(toy).size));
    QVERIFY(check(blocks(decoderLayout(toy)), decoderLayout(toy).size));
    QCOMPARE(decoderLayout(toy).skip.offset, decoderLayout(toy).closedSize);
    QCOMPARE(decoderLayout(toy).lstm[0].weightIh.columns, 51);
}

void TestParameters::everyBlockIsUniformInItsScale() {
    Settings settings;
    settings.skip = true;
    const Parameters p = initialParameters(toy, settings);
    const auto check = [](const std::vector<float>& flat, const std::vector<ParameterBlock>& all) {
        for (const ParameterBlock& block : all) {
            const double scale = block.name.ends_with("embedding.weight") ? 0.1 : 0.01;
            const std::vector<float> values = blockOf(flat, block);
            const double limit = 1.95 / std::sqrt(static_cast<double>(values.size()));  // exceeded once in 1,000 draws
            if (std::ranges::any_of(values, [&](float v) { return std::abs(v) > scale * 1.000001; })) return block.name;
            if (distanceToUniform(values, scale) > limit) return block.name;
        }
        return std::string();
    };
    QCOMPARE(check(p.encoder, blocks(encoderLayout(toy))), std::string());
    QCOMPARE(check(p.decoder, blocks(decoderLayout(toy))), std::string());
}

/// A block's weights do not depend on what lies before it: another vocabulary changes no LSTM weight.
void TestParameters::blocksAreDrawnByNameAlone() {
    const Settings settings;
    const ModelShape small{.vocabulary = 7};
    const Parameters a = initialParameters(toy, settings), b = initialParameters(small, settings);
    QCOMPARE(blockOf(a.encoder, encoderLayout(toy).lstm[0].weightHh),
             blockOf(b.encoder, encoderLayout(small).lstm[0].weightHh));
    QCOMPARE(blockOf(a.decoder, decoderLayout(toy).lstm[0].biasIh),
             blockOf(b.decoder, decoderLayout(small).lstm[0].biasIh));
    QVERIFY(blockOf(a.encoder, encoderLayout(toy).lstm[0].weightHh) !=
            blockOf(a.decoder, decoderLayout(toy).lstm[0].weightHh));
    std::vector<float> expected(10000);
    fillUniform(
        {.seed = settings.seed, .stream = Stream::Initialisation, .update = nameHash("encoder.lstm.weight_hh_l0")},
        expected, -0.01F, 0.01F);
    QCOMPARE(blockOf(a.encoder, encoderLayout(toy).lstm[0].weightHh), expected);
}

void TestParameters::skipIsDrawnOnlyWhenOpen() {
    Settings settings;
    const Parameters closed = initialParameters(toy, settings);
    settings.skip = true;
    settings.pooling = Pooling::Max;
    const Parameters open = initialParameters(toy, settings);
    const ParameterBlock skip = decoderLayout(toy).skip;
    QVERIFY(isZero(blockOf(closed.decoder, skip)));
    QVERIFY(!isZero(blockOf(open.decoder, skip)));
    QVERIFY(open.skip && open.pooling == Pooling::Max && !closed.skip);
    QVERIFY(std::equal(closed.decoder.begin(), closed.decoder.begin() + skip.offset, open.decoder.begin()));
}

void TestParameters::resetDrawsTheDecoderAnewAndLeavesTheEncoder() {
    const Settings settings;
    const Parameters before = initialParameters(toy, settings);
    Parameters at5 = before, at6 = before, again = before;
    reinitialiseDecoder(at5, settings, 5);
    reinitialiseDecoder(at6, settings, 6);
    reinitialiseDecoder(again, settings, 5);
    QCOMPARE(at5.encoder, before.encoder);
    QVERIFY(at5.decoder != before.decoder && at5.decoder != at6.decoder);
    QCOMPARE(at5.decoder, again.decoder);
    const DecoderLayout layout = decoderLayout(toy);
    QVERIFY(blockOf(at5.decoder, layout.lstm[0].biasIh) != blockOf(at5.decoder, layout.lstm[0].biasHh));
    for (const ParameterBlock& block : blocks(decoderLayout(toy))) {
        if (block.name == "decoder.skip.weight") continue;
        const std::vector<float> values = blockOf(at5.decoder, block);
        const double scale = block.name.ends_with("embedding.weight") ? 0.1 : 0.01;
        QVERIFY2(distanceToUniform(values, scale) < 1.95 / std::sqrt(static_cast<double>(values.size())),
                 block.name.c_str());
    }
    QVERIFY(isZero(blockOf(at5.decoder, decoderLayout(toy).skip)));
}

QTEST_APPLESS_MAIN(TestParameters)
#include "tst_parameters.moc"
