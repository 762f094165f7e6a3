// SPDX-License-Identifier: GPL-3.0-or-later
// What generated sentences show of collapse, counted by hand.
#include "widgets/words_finding.h"

#include <QTest>

using namespace collapsar;

namespace {

WrittenSentence sentence(const std::string& original, const std::string& words) {
    return {.original = original,
            .words = words,
            .latent = {0.5F},
            .logLikelihood = -12.345,
            .originalLogLikelihood = -20.5};
}

/// Two of three sentences differ; five of the originals' nine words came back, two do without z.
GeneratedWords reconstructions() {
    GeneratedWords words;
    words.at.update = 400;
    words.sentences = {sentence("the food was good", "the food was bad"), sentence("i went", "i went home"),
                       sentence("we will return", "the food was bad")};
    words.withoutLatent = "the food was bad";
    words.sentences[1].isCut = true;
    words.different = 2;
    words.sameWords = 5.0 / 9;
    return words;
}

}  // namespace

class TestWordsFinding : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void saysWhatCollapseDoes_data() {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("rule");
        QTest::addColumn<int>("different");
        QTest::addColumn<QString>("differ");
        QTest::addColumn<bool>("isAllAlike");
        const int again = int(WordsKind::Reconstruction), prior = int(WordsKind::Prior);
        const int line = int(WordsKind::Interpolation);
        const int greedy = int(DecodingRule::Greedy), sampling = int(DecodingRule::Sampling);
        QTest::newRow("some differ") << again << greedy << 2 << "2 of 3 differ" << false;
        QTest::newRow("all differ") << prior << greedy << 3 << "all 3 differ" << false;
        QTest::newRow("collapsed") << again << greedy << 1 << "all alike: z says nothing" << true;
        QTest::newRow("collapsed prior") << prior << greedy << 1 << "all alike: z says nothing" << true;
        QTest::newRow("collapsed line") << line << greedy << 1 << "all alike from end to end: z says nothing" << true;
        QTest::newRow("drawn words say nothing") << prior << sampling << 1 << "1 of 3 differ: words are drawn" << false;
    }
    void saysWhatCollapseDoes() {
        QFETCH(int, kind);
        QFETCH(int, rule);
        QFETCH(int, different);
        GeneratedWords words = reconstructions();
        words.request.kind = WordsKind(kind);
        words.request.rule = DecodingRule(rule);
        words.different = different;
        const WordsFinding finding = wordsFinding(words);
        QTEST(finding.differ, "differ");
        QTEST(finding.isAllAlike, "isAllAlike");
        QCOMPARE(finding.cameBack.isEmpty(), WordsKind(kind) != WordsKind::Reconstruction);
    }

    void comparesWithWhatIsWrittenWithoutZ() {
        const GeneratedWords words = reconstructions();
        // By hand: "the food was bad" has three words of the first original, none of the others': 3 of 9.
        QCOMPARE(sameWordsWithoutLatent(words), 3.0 / 9);
        QCOMPARE(wordsFinding(words).cameBack, QString("56 % of the words came back, 33 % without z"));
        QCOMPARE(wordsFinding(words).shortCameBack, QString("56 % came back, 33 % without z"));
        QVERIFY(isAsWithoutLatent(words, 0));
        QVERIFY(!isAsWithoutLatent(words, 1));
        GeneratedWords drawn = words;
        drawn.request.rule = DecodingRule::Sampling;
        QVERIFY(!isAsWithoutLatent(drawn, 0));
        QCOMPARE(wordsFinding(drawn).cameBack, QString("56 % of the words came back"));
    }

    void aLanguageModelHasNoZToBlame() {
        GeneratedWords words = reconstructions();
        words.request.kind = WordsKind::Prior;
        words.different = 1;
        for (WrittenSentence& one : words.sentences)
            one.latent.clear();
        QVERIFY(isLanguageModel(words));
        QVERIFY(!isAsWithoutLatent(words, 0));
        QVERIFY(!wordsFinding(words).isAllAlike);
        QCOMPARE(wordsFinding(words).differ, QString("all alike: there is no z"));
    }

    void marksWordsThatAgreeAtTheirPlace() {
        const QList<WordStretch> expected{{0, 3, true}, {4, 5, false}, {10, 3, true}, {14, 4, false}};
        QCOMPARE(wordStretches("the salad was good", "the food was"), expected);
        QVERIFY(wordStretches("", "the food").isEmpty());
        QVERIFY(!wordStretches("food", "the food")[0].isSame);
    }

    void tellsTheLikelihoods() {
        const QString tip = sentenceToolTip(reconstructions(), 1).replace(QChar::Nbsp, QChar(' '));
        QVERIFY(tip.contains("log p(words|z) = -12.35 nats") || tip.contains("log p(words|z) = -12.34 nats"));
        QVERIFY(tip.contains("log p(original|z) = -20.50 nats"));
        QVERIFY(tip.contains("Original: i went"));
        QVERIFY(tip.contains("Cut"));
        GeneratedWords marked = reconstructions();
        marked.sentences[0].words = "<unk> & <b>";
        QVERIFY(sentenceToolTip(marked, 0).contains("&lt;unk&gt; &amp; &lt;b&gt;"));
    }
};

QTEST_MAIN(TestWordsFinding)
#include "tst_words_finding.moc"
