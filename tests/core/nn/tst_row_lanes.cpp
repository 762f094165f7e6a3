// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/row_lanes.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

using namespace collapsar;

namespace {

std::vector<float> normal(std::int64_t count, double scale, unsigned seed) {
    std::mt19937 generator(seed);
    std::normal_distribution<double> draw(0, scale);
    std::vector<float> values(static_cast<std::size_t>(count));
    for (float& v : values)
        v = static_cast<float>(draw(generator));
    return values;
}

/// Row `row` of `weights` times lane `lane` of in [depth, lanes], in double.
double dot(const WeightRows& weights, std::int64_t row, const float* in, std::int64_t lane, std::int64_t lanes) {
    double sum = 0;
    for (std::int64_t d = 0; d < weights.depth; ++d)
        sum += static_cast<double>(weights.data[row * weights.stride + d]) * in[d * lanes + lane];
    return sum;
}

double sigmoid(double x) {
    return 1 / (1 + std::exp(-x));
}

}  // namespace

class TestRowLanes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void productAgreesWithDoubles();
    void lstmStepAgreesWithDoubles_data();
    void lstmStepAgreesWithDoubles();
    void powersAgreeWithDoubles_data();
    void powersAgreeWithDoubles();
    void powersSpanTheWholeRange();
    void longSumsLoseNothing();
    void lanesDoNotSeeEachOther();
};

void TestRowLanes::productAgreesWithDoubles() {
    for (const std::int64_t lanes : {16, 32, 48}) {
        for (const std::int64_t depth : {1, 7, 50}) {
            const auto w = normal(37 * (depth + 3), 1, 1), in = normal(depth * lanes, 1, 2);
            const WeightRows weights{w.data(), depth + 3, depth};
            std::vector<float> out(static_cast<std::size_t>(37 * lanes));
            laneProduct(weights, 37, in.data(), out.data(), lanes);
            for (std::int64_t i = 0; i < 37 * lanes; ++i) {
                const double expected = dot(weights, i / lanes, in.data(), i % lanes, lanes);
                QVERIFY(std::abs(out[static_cast<std::size_t>(i)] - expected) < 1e-5);
            }
        }
    }
}

void TestRowLanes::lstmStepAgreesWithDoubles_data() {
    QTest::addColumn<int>("hidden");
    QTest::addColumn<int>("lanes");
    QTest::addColumn<double>("scale");
    for (const int lanes : {16, 32, 48}) {
        for (const double scale : {1e-3, 1.0, 60.0})  // 60: gates far in saturation
            QTest::addRow("%d lanes, gates of %g", lanes, scale) << 51 << lanes << scale;
    }
    QTest::newRow("one unit") << 1 << 16 << 1.0;
}

/// Error relative to the size of the value where that is small: near 0 tanh must not lose digits.
void TestRowLanes::lstmStepAgreesWithDoubles() {
    QFETCH(int, hidden);
    QFETCH(int, lanes);
    QFETCH(double, scale);
    const auto w = normal(4 * hidden * hidden, 0.1, 1), token = normal(4 * hidden, scale, 2);
    const auto start = normal(4 * hidden * lanes, scale, 3), state = normal(hidden * lanes, 0.3 * scale, 4);
    const auto before = normal(hidden * lanes, scale, 5);
    auto cell = before, next = before;
    const WeightRows weights{w.data(), hidden, hidden};
    const LaneLstm step{.recurrent = weights,
                        .hidden = hidden,
                        .start = start.data(),
                        .tokenGates = token.data(),
                        .state = state.data(),
                        .cell = cell.data(),
                        .nextState = next.data(),
                        .lanes = lanes};
    laneLstmStep(step, 0, hidden / 3);
    laneLstmStep(step, hidden / 3, hidden - hidden / 3);
    for (std::int64_t i = 0; i < std::int64_t{hidden} * lanes; ++i) {
        const std::int64_t unit = i / lanes, lane = i % lanes;
        const auto at = static_cast<std::size_t>(i);
        double gate[4];
        for (int g = 0; g < 4; ++g) {
            const std::int64_t row = g * hidden + unit;
            gate[g] = static_cast<double>(start[static_cast<std::size_t>(row * lanes + lane)]) +
                      token[static_cast<std::size_t>(row)] + dot(weights, row, state.data(), lane, lanes);
        }
        const double expected = sigmoid(gate[1]) * before[at] + sigmoid(gate[0]) * std::tanh(gate[2]);
        const double tolerance = 4e-6 * std::max(scale, 1e-3);
        QVERIFY2(std::abs(cell[at] - expected) < tolerance, QByteArray::number(cell[at] - expected));
        const double output = sigmoid(gate[3]) * std::tanh(expected);
        QVERIFY2(std::abs(next[at] - output) < tolerance, QByteArray::number(next[at] - output));
    }
}

void TestRowLanes::powersAgreeWithDoubles_data() {
    QTest::addColumn<int>("vocabulary");
    QTest::addColumn<int>("lanes");
    QTest::addColumn<int>("skip");
    for (const int vocabulary : {1, 5, 13, 1004}) {
        for (const int lanes : {16, 32, 48}) {
            for (const int skip : {0, 3})
                QTest::addRow("%d words, %d lanes, skip %d", vocabulary, lanes, skip) << vocabulary << lanes << skip;
        }
    }
}

void TestRowLanes::powersAgreeWithDoubles() {
    QFETCH(int, vocabulary);
    QFETCH(int, lanes);
    QFETCH(int, skip);
    const auto w = normal(vocabulary * 20, 0.5, 1), u = normal(vocabulary * 3, 0.5, 2);
    const auto features = normal(23 * lanes, 1, 3), shift = normal(lanes, 4, 4);
    const LaneVocabulary task{{w.data(), 20, 20}, {u.data(), 3, skip}, features.data(), lanes};
    std::vector<float> sums(static_cast<std::size_t>(lanes)), largest(sums.size(), -1e30F);
    const std::int64_t cut = vocabulary / 16 * 8;
    addPowers(task, 0, cut, shift.data(), sums.data());
    addPowers(task, cut, vocabulary - cut, shift.data(), sums.data());
    raiseToLargest(task, 0, vocabulary, largest.data());
    for (std::int64_t lane = 0; lane < lanes; ++lane) {
        double sum = 0, most = -1e30;
        for (std::int64_t word = 0; word < vocabulary; ++word) {
            const double logit = dot(task.output, word, features.data(), lane, lanes) +
                                 dot(task.skip, word, features.data() + 20 * lanes, lane, lanes);
            sum += std::exp2(logit - shift[static_cast<std::size_t>(lane)]);
            most = std::max(most, logit);
        }
        const double error = sums[static_cast<std::size_t>(lane)] / sum - 1;
        QVERIFY2(std::abs(error) < 2e-6, QByteArray::number(error));
        QVERIFY(std::abs(largest[static_cast<std::size_t>(lane)] - most) < 1e-5);
    }
}

/// 2^x at x = -140 ... 140: exact at whole numbers within the range of floats, tiny below, huge above, NaN stays.
void TestRowLanes::powersSpanTheWholeRange() {
    const float one = 1;
    std::vector<float> features(16), shift(16), sums(16);
    const auto power = [&](float x) {
        features.assign(16, x);
        sums.assign(16, 0);
        addPowers({{&one, 1, 1}, {}, features.data(), 16}, 0, 1, shift.data(), sums.data());
        return sums[9];
    };
    for (int k = -125; k <= 126; ++k)
        QCOMPARE(power(static_cast<float>(k)), std::ldexp(1.0F, k));
    for (float x = -30; x < 30; x += 0.013F)
        QVERIFY(std::abs(power(x) / std::exp2(static_cast<double>(x)) - 1) < 2e-7);
    for (const float x : {-127.5F, -140.0F, -1e4F, -1e30F, -INFINITY})
        QVERIFY(power(x) >= 0 && power(x) < 1e-37F);
    for (const float x : {127.5F, 140.0F, 1e4F, 1e30F, INFINITY})
        QVERIFY(power(x) > 1e37F);
    QVERIFY(std::isnan(power(NAN)));
}

void TestRowLanes::longSumsLoseNothing() {
    const std::int64_t vocabulary = 100'003;
    const std::vector<float> w(static_cast<std::size_t>(vocabulary), 0.37F), features(16, 1.0F), shift(16, 0.0F);
    std::vector<float> sums(16);
    addPowers({{w.data(), 1, 1}, {}, features.data(), 16}, 0, vocabulary, shift.data(), sums.data());
    const double expected = static_cast<double>(vocabulary) * std::exp2(static_cast<double>(0.37F));
    QVERIFY(std::abs(sums[3] / expected - 1) < 2e-6);
}

/// A lane's bits are the same whatever the others hold and however many there are.
void TestRowLanes::lanesDoNotSeeEachOther() {
    const auto w = normal(1004 * 50, 0.4, 1), narrow = normal(50 * 16, 1, 2);
    std::vector<float> reference(16), shift(48);
    addPowers({{w.data(), 50, 50}, {}, narrow.data(), 16}, 0, 1004, shift.data(), reference.data());
    for (const std::int64_t lanes : {32, 48}) {
        auto wide = normal(50 * lanes, 3, 3);
        for (std::int64_t d = 0; d < 50; ++d)
            std::copy_n(narrow.begin() + d * 16, 16, wide.begin() + d * lanes + (lanes - 16));
        wide[1] = NAN;
        std::vector<float> sums(static_cast<std::size_t>(lanes));
        addPowers({{w.data(), 50, 50}, {}, wide.data(), lanes}, 0, 1004, shift.data(), sums.data());
        QVERIFY(std::equal(reference.begin(), reference.end(), sums.end() - 16));
    }
}

QTEST_APPLESS_MAIN(TestRowLanes)
#include "tst_row_lanes.moc"
