// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/philox.h"
#include "core/train/word_dropout.h"

#include <QtTest>

using namespace collapsar;

namespace {

/// Sentences of words only; some of the words are unknown already.
Batch someBatch(int rows, int length) {
    Batch batch{.rows = rows, .length = length};
    for (int b = 0; b < rows; ++b) {
        for (int t = 0; t < length; ++t) {
            const bool isMarker = t == 0 || t == length - 1;
            batch.tokens.push_back(isMarker ? (t == 0 ? Vocabulary::start : Vocabulary::end) : 3 + (b + t) % 11);
        }
    }
    return batch;
}

std::vector<std::int32_t> inputsOf(const Batch& batch, const WordDropout& dropout) {
    std::vector<std::int32_t> inputs;
    dropWords(batch, dropout, inputs);
    return inputs;
}

int changes(const std::vector<std::int32_t>& a, const std::vector<std::int32_t>& b) {
    int count = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        count += a[i] != b[i];
    return count;
}

}  // namespace

class TestWordDropout : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theShareIsTheProbability();
    void markersStay();
    void noneAndAll();
    void drawsAreItsOwn();
    void aLargerShareDropsThoseOfASmaller();
};

/// 19,800 words of 21,780 can change: the standard deviation of the share is 0.003.
void TestWordDropout::theShareIsTheProbability() {
    const Batch batch = someBatch(2178, 12);
    const int words = 21780 - 21780 / 11;
    for (const double probability : {0.05, 0.2, 0.5, 0.9}) {
        const auto inputs = inputsOf(batch, {.probability = probability, .seed = 4, .update = 9});
        QVERIFY(std::abs(double(changes(inputs, batch.tokens)) / words - probability) < 0.015);
        for (std::size_t i = 0; i < inputs.size(); ++i)
            QVERIFY(inputs[i] == batch.tokens[i] || inputs[i] == Vocabulary::unknown);
    }
}

void TestWordDropout::markersStay() {
    const Batch batch = someBatch(50, 8);
    const auto inputs = inputsOf(batch, {.probability = 1, .seed = 4, .update = 9});
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        if (i % 8 == 0) QCOMPARE(inputs[i], Vocabulary::start);
        if (i % 8 == 7) QCOMPARE(inputs[i], Vocabulary::end);
    }
}

void TestWordDropout::noneAndAll() {
    const Batch batch = someBatch(50, 8);
    QVERIFY(inputsOf(batch, {.probability = 0, .seed = 4}) == batch.tokens);
    const auto all = inputsOf(batch, {.probability = 1, .seed = 4});
    QCOMPARE(std::count(all.begin(), all.end(), Vocabulary::unknown), 300);
}

/// Another seed, update or inner update drops other words; the stream is no other's.
void TestWordDropout::drawsAreItsOwn() {
    const Batch batch = someBatch(50, 8);
    const WordDropout one{.probability = 0.5, .seed = 4, .update = 9, .inner = 2};
    const auto inputs = inputsOf(batch, one);
    QVERIFY(inputs == inputsOf(batch, one));
    for (const WordDropout& other :
         {WordDropout{0.5, 5, 9, 2}, WordDropout{0.5, 4, 10, 2}, WordDropout{0.5, 4, 9, 3}}) {
        QVERIFY(changes(inputsOf(batch, other), inputs) > 50);
    }
    std::vector<float> draws(batch.tokens.size());
    for (std::uint32_t stream = 1; stream < 30; ++stream) {
        fillUniform({.seed = 4, .stream = static_cast<Stream>(stream), .update = 9, .inner = 2}, draws, 0, 1);
        int differing = 0;
        for (std::size_t i = 0; i < draws.size(); ++i) {
            if (batch.tokens[i] > Vocabulary::unknown)
                differing += (inputs[i] == Vocabulary::unknown) != (draws[i] < 0.5F);
        }
        QCOMPARE(differing == 0, stream == 13);  // the number is part of the file format
    }
}

void TestWordDropout::aLargerShareDropsThoseOfASmaller() {
    const Batch batch = someBatch(50, 8);
    const auto few = inputsOf(batch, {.probability = 0.2, .seed = 4}),
               many = inputsOf(batch, {.probability = 0.6, .seed = 4});
    for (std::size_t i = 0; i < few.size(); ++i)
        QVERIFY(few[i] == batch.tokens[i] || many[i] == Vocabulary::unknown);
}

QTEST_APPLESS_MAIN(TestWordDropout)
#include "tst_word_dropout.moc"
