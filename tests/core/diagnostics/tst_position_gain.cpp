// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnostics/position_gain.h"

#include <QTest>

#include <cmath>

using namespace collapsar;

class TestPositionGain : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void meansByPosition();
    void sumIsTheDifferenceOfTheSentences();
    void equalModelsGainNothing();
    void noSentences();
};

/// Three sentences of 3, 1 and 2 words.
void TestPositionGain::meansByPosition() {
    const std::vector<float> model{5, 4, 3, 2, 6, 1}, latent{4, 4, 1, 1, 3, 2};
    const std::vector<int> words{3, 1, 2};
    const PositionGain gain = positionGain({model, latent, words});
    QVERIFY(gain.sentences == std::vector<std::int64_t>({3, 2, 1}));
    QVERIFY(gain.gain == std::vector<double>({(1.0 + 1 + 3) / 3, (0.0 - 1) / 2, 2}));
}

void TestPositionGain::sumIsTheDifferenceOfTheSentences() {
    const std::vector<float> model{5, 4, 3, 2, 6, 1}, latent{4, 4, 1, 1, 3, 2};
    const std::vector<int> words{3, 1, 2};
    QVERIFY(std::abs(positionGain({model, latent, words}).perSentence() - (21.0 - 15.0) / 3) < 1e-12);
}

void TestPositionGain::equalModelsGainNothing() {
    const std::vector<float> terms{0.5F, 7, 1e-3F};
    const std::vector<int> words{2, 1};
    const PositionGain gain = positionGain({terms, terms, words});
    QVERIFY(gain.gain == std::vector<double>({0, 0}));
    QCOMPARE(gain.perSentence(), 0.0);
}

void TestPositionGain::noSentences() {
    const PositionGain gain = positionGain({{}, {}, {}});
    QVERIFY(gain.gain.empty() && std::isnan(gain.perSentence()));
}

QTEST_APPLESS_MAIN(TestPositionGain)
#include "tst_position_gain.moc"
