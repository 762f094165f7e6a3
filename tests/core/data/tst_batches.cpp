// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/batches.h"

#include <QtTest>

#include <algorithm>
#include <map>
#include <set>

using namespace collapsar;

namespace {

/// Sentences of the given lengths (markers included); sentence i is told by its second token, 100 + i.
Split splitOf(const std::vector<int>& lengths) {
    Split split;
    for (std::size_t i = 0; i < lengths.size(); ++i) {
        split.tokens.push_back(Vocabulary::start);
        for (int word = 0; word < lengths[i] - 2; ++word)
            split.tokens.push_back(static_cast<std::int32_t>(100 + i));
        split.tokens.push_back(Vocabulary::end);
        split.offsets.push_back(static_cast<std::int64_t>(split.tokens.size()));
    }
    return split;
}

std::vector<int> mixedLengths() {
    std::vector<int> lengths;
    for (int i = 0; i < 101; ++i)
        lengths.push_back(3 + (i * 7) % 5);
    return lengths;
}

}  // namespace

class TestBatches : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everySentenceOnceAndLengthsNeverMixed_data();
    void everySentenceOnceAndLengthsNeverMixed();
    void remaindersStay();
    void sortingIsStable();
    void rowsAreTheSentences();
    void firstExamplesOnly();
    void everyEpochIsAPermutation();
    void epochsDiffer();
    void orderDependsOnSeedAlone();
    void innerDrawsAreUniformWithReplacement();
    void innerDrawsDependOnPosition();
    void oneBatch();
};

void TestBatches::everySentenceOnceAndLengthsNeverMixed_data() {
    QTest::addColumn<int>("rows");
    for (int rows : {1, 2, 16, 50, 4096})
        QTest::addRow("%d", rows) << rows;
}

void TestBatches::everySentenceOnceAndLengthsNeverMixed() {
    QFETCH(int, rows);
    const Split split = splitOf(mixedLengths());
    std::set<std::int64_t> seen;
    int lastLength = 0;
    for (const Batch& batch : cutBatches(split, rows)) {
        QVERIFY(batch.rows >= 1 && batch.rows <= rows);
        QCOMPARE(batch.sentences.size(), static_cast<std::size_t>(batch.rows));
        QCOMPARE(batch.tokens.size(), static_cast<std::size_t>(batch.rows) * static_cast<std::size_t>(batch.length));
        QVERIFY(batch.length >= lastLength);
        lastLength = batch.length;
        for (const std::int64_t sentence : batch.sentences) {
            QVERIFY(seen.insert(sentence).second);
            QCOMPARE(split.sentence(sentence).size(), static_cast<std::size_t>(batch.length));
        }
    }
    QCOMPARE(seen.size(), std::size_t{101});
}

void TestBatches::remaindersStay() {
    std::vector<int> rows;
    for (const Batch& batch : cutBatches(splitOf({5, 5, 5, 5, 5, 4, 4, 4, 6}), 2))
        rows.push_back(batch.rows);
    QCOMPARE(rows, (std::vector<int>{2, 1, 2, 2, 1, 1}));
    QCOMPARE(cutBatches(splitOf({5, 5, 5}), 2).back().predictedWords(), std::int64_t{4});
}

void TestBatches::sortingIsStable() {
    const auto batches = cutBatches(splitOf({5, 4, 5, 4, 5}), 3);
    QCOMPARE(batches.size(), std::size_t{2});
    QCOMPARE(batches[0].sentences, (std::vector<std::int64_t>{1, 3}));
    QCOMPARE(batches[1].sentences, (std::vector<std::int64_t>{0, 2, 4}));
}

void TestBatches::rowsAreTheSentences() {
    const auto batches = cutBatches(splitOf({4, 3, 4}), 2);
    QCOMPARE(batches[0].tokens, (std::vector<std::int32_t>{1, 101, 2}));
    QCOMPARE(batches[1].tokens, (std::vector<std::int32_t>{1, 100, 100, 2, 1, 102, 102, 2}));
}

void TestBatches::firstExamplesOnly() {
    const Split split = splitOf({9, 3, 9, 3, 9, 3});
    std::set<std::int64_t> seen;
    for (const Batch& batch : cutBatches(split, 2, 4))
        seen.insert(batch.sentences.begin(), batch.sentences.end());
    QVERIFY(seen == (std::set<std::int64_t>{0, 1, 2, 3}));
    QCOMPARE(cutBatches(split, 6, 100).size(), cutBatches(split, 6, 0).size());
    QVERIFY(cutBatches(Split{}, 6).empty());
}

void TestBatches::everyEpochIsAPermutation() {
    BatchOrder order(783435, 97);
    for (std::int64_t epoch = 0; epoch < 5; ++epoch) {
        std::set<std::int64_t> seen;
        for (std::int64_t i = 0; i < 97; ++i)
            seen.insert(order.outer(epoch * 97 + i));
        QCOMPARE(seen.size(), std::size_t{97});
        QCOMPARE(*seen.begin(), std::int64_t{0});
        QCOMPARE(*seen.rbegin(), std::int64_t{96});
    }
}

/// Over 4,000 epochs of 4 batches each of the 24 orders comes 167 times on average; chi-square, 23 degrees, 1e-6 at 66.
void TestBatches::epochsDiffer() {
    BatchOrder order(5, 4);
    std::map<std::vector<std::int64_t>, int> counts;
    for (std::int64_t epoch = 0; epoch < 4000; ++epoch) {
        std::vector<std::int64_t> permutation;
        for (std::int64_t i = 0; i < 4; ++i)
            permutation.push_back(order.outer(4 * epoch + i));
        ++counts[permutation];
    }
    QCOMPARE(counts.size(), std::size_t{24});
    double chiSquare = 0;
    for (const auto& [permutation, count] : counts)
        chiSquare += (count - 4000 / 24.0) * (count - 4000 / 24.0) / (4000 / 24.0);
    QVERIFY2(chiSquare < 66, qPrintable(QString::number(chiSquare)));
}

void TestBatches::orderDependsOnSeedAlone() {
    BatchOrder forwards(1, 50), backwards(1, 50), other(2, 50);
    std::vector<std::int64_t> there, back, different;
    for (std::int64_t i = 0; i < 150; ++i)
        there.push_back(forwards.outer(i));
    for (std::int64_t i = 149; i >= 0; --i)
        back.push_back(backwards.outer(i));
    for (std::int64_t i = 0; i < 150; ++i)
        different.push_back(other.outer(i));
    std::reverse(back.begin(), back.end());
    QCOMPARE(there, back);
    QVERIFY(there != different);
    QVERIFY(!std::equal(there.begin(), there.begin() + 50, there.begin() + 50));
}

/// 20,000 draws over 20 batches: 1,000 each on average; chi-square, 19 degrees, 1e-6 at 60.
void TestBatches::innerDrawsAreUniformWithReplacement() {
    const BatchOrder order(7, 20);
    std::vector<int> counts(20);
    bool isRepeated = false;
    for (std::int64_t update = 0; update < 200; ++update) {
        std::int64_t last = -1;
        for (std::int32_t inner = 0; inner < 100; ++inner) {
            const std::int64_t batch = order.inner({update, inner});
            QVERIFY(batch >= 0 && batch < 20);
            isRepeated = isRepeated || batch == last;
            last = batch;
            ++counts[static_cast<std::size_t>(batch)];
        }
    }
    double chiSquare = 0;
    for (const int count : counts)
        chiSquare += (count - 1000.0) * (count - 1000.0) / 1000.0;
    QVERIFY2(chiSquare < 60, qPrintable(QString::number(chiSquare)));
    QVERIFY(isRepeated);
}

void TestBatches::innerDrawsDependOnPosition() {
    const BatchOrder order(7, 1'000'000), again(7, 1'000'000), other(8, 1'000'000);
    QCOMPARE(order.inner({3, 4}), again.inner({3, 4}));
    QVERIFY(order.inner({3, 4}) != order.inner({3, 5}));
    QVERIFY(order.inner({3, 4}) != order.inner({4, 4}));
    QVERIFY(order.inner({3, 4}) != other.inner({3, 4}));
}

void TestBatches::oneBatch() {
    BatchOrder order(1, 1);
    QCOMPARE(order.outer(0), std::int64_t{0});
    QCOMPARE(order.outer(12), std::int64_t{0});
    QCOMPARE(order.inner({5, 3}), std::int64_t{0});
}

QTEST_APPLESS_MAIN(TestBatches)
#include "tst_batches.moc"
