// SPDX-License-Identifier: GPL-3.0-or-later
// Labels, splits by share, limits on vocabulary and length. Oracle: tests/data/data_text.py, plain Python.
#include "core/data/corpus.h"
#include "core/data/held_out.h"
#include "core/report/settings_table.h"

#include <QtTest>

#include <set>

using namespace collapsar;

namespace {

const QString sampleFolder = QStringLiteral(TEST_DATA "/");

std::string wordsOf(const Corpus& corpus, const Split& split) {
    std::string text;
    for (std::int64_t i = 0; i < split.size(); ++i) {
        if (!split.labels().empty())
            text += corpus.labelNames[static_cast<std::size_t>(split.labels()[static_cast<std::size_t>(i)])] + ":";
        text += sentenceText(corpus.vocabulary, split.sentence(i)) + "|";
    }
    return text;
}

QByteArray hashOf(const std::string& text) {
    return QCryptographicHash::hash(QByteArray::fromStdString(text), QCryptographicHash::Sha256).toHex();
}

/// "label|id id id\n" for each sentence, as the oracle writes it.
std::string dumpOf(const Corpus& corpus, const Split& split) {
    std::string text;
    for (std::int64_t i = 0; i < split.size(); ++i) {
        const auto tokens = split.sentence(i);
        if (!split.labels().empty())
            text += corpus.labelNames[static_cast<std::size_t>(split.labels()[static_cast<std::size_t>(i)])];
        text += "|";
        for (std::size_t word = 1; word + 1 < tokens.size(); ++word)
            text += (word > 1 ? " " : "") + std::to_string(tokens[word]);
        text += "\n";
    }
    return text;
}

std::string numbered(int lines) {
    std::string text;
    for (int i = 0; i < lines; ++i)
        text += "s" + std::to_string(i) + "\n";
    return text;
}

}  // namespace

class TestTextCorpus : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void oracle_data();
    void oracle();
    void guesses_data();
    void guesses();
    void labelsAreKept();
    void labelsOfOtherSplits();
    void badLabels_data();
    void badLabels();
    void manyLabels();
    void idsAreAsBeforeWithoutLimits();
    void tiesGoToTheFirst();
    void limitsHoldForTheTrainingSentencesAlone();
    void shares_data();
    void shares();
    void spreadIsEven();
    void sharesThatLeaveNothing();
    void droppedSentencesAreCounted();
    void longLinesAreDroppedWhenToldTo();
    void summaryOfLengths();
    void otherSettingsOtherCorpus();
    void cancelsWhileSettling();

private:
    std::string write(const char* name, const std::string& text);
    Result<CorpusPointer> load(const QStringList& changes = {});

    std::unique_ptr<QTemporaryDir> m_folder;
    Settings m_settings;
};

void TestTextCorpus::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = {};
}

std::string TestTextCorpus::write(const char* name, const std::string& text) {
    const QString path = m_folder->filePath(name);
    QFile file(path);
    if (file.open(QIODevice::WriteOnly)) file.write(text.data(), static_cast<qint64>(text.size()));
    return path.toStdString();
}

Result<CorpusPointer> TestTextCorpus::load(const QStringList& changes) {
    for (const QString& change : changes) {
        const auto set =
            setSetting(m_settings, change.section('=', 0, 0).toStdString(), change.section('=', 1).toStdString());
        if (!set) return set.error();
    }
    return loadCorpus(m_settings);
}

void TestTextCorpus::oracle_data() {
    QTest::addColumn<QJsonObject>("sample");
    QFile file(sampleFolder + "data_text_expected.json");
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonArray cases = QJsonDocument::fromJson(file.readAll()).array();
    QVERIFY(cases.size() >= 12);
    for (const auto& each : cases) {
        const QJsonObject sample = each.toObject();
        const QByteArray settings = QJsonDocument(sample["settings"].toObject()).toJson(QJsonDocument::Compact);
        QTest::addRow("%d %s", sample["files"].toInt(), settings.constData()) << sample;
    }
}

void TestTextCorpus::oracle() {
    QFETCH(QJsonObject, sample);
    m_settings.data = (sampleFolder + "data_text_train.txt").toStdString();
    if (sample["files"].toInt() > 1) m_settings.validation = (sampleFolder + "data_text_valid.txt").toStdString();
    QStringList changes;
    const QJsonObject settings = sample["settings"].toObject();
    for (auto at = settings.begin(); at != settings.end(); ++at)
        changes << at.key() + "=" + at.value().toVariant().toString();
    const auto loaded = load(changes);
    QVERIFY2(loaded.ok(), loaded.ok() ? "" : loaded.error().detail.c_str());
    const Corpus& corpus = *loaded.value();
    const CorpusSummary& summary = *corpus.summary;
    const QJsonObject expected = sample["expected"].toObject();

    QCOMPARE(corpus.vocabulary.size(), expected["vocabulary_size"].toInt());
    QCOMPARE(summary.vocabulary, corpus.vocabulary.size());
    QCOMPARE(corpus.vocabulary.ids.size(), corpus.vocabulary.words.size());
    std::string words;
    for (const std::string& word : corpus.vocabulary.words)
        words += (words.empty() ? "" : "\n") + word;
    QCOMPARE(hashOf(words), expected["vocabulary_sha256"].toString().toLatin1());
    QCOMPARE(summary.differentWords, static_cast<std::int64_t>(expected["different_words"].toInt()));
    QStringList labels;
    for (const std::string& label : corpus.labelNames)
        labels << QString::fromStdString(label);
    QCOMPARE(labels, expected["labels"].toVariant().toStringList());

    const std::array<const Split*, 3> splits{&corpus.training, &corpus.validation, &corpus.test};
    for (std::size_t i = 0; i < splits.size(); ++i) {
        const SplitSummary& got = summary.splits[i];
        const QJsonObject split = expected["splits"].toObject()[QString::fromStdString(got.role)].toObject();
        QCOMPARE(hashOf(dumpOf(corpus, *splits[i])), split["sha256"].toString().toLatin1());
        QCOMPARE(got.sentences, static_cast<std::int64_t>(split["sentences"].toInt()));
        QCOMPARE(got.words, static_cast<std::int64_t>(split["words"].toInt()));
        QCOMPARE(got.unknownWords, static_cast<std::int64_t>(split["unknown"].toInt()));
        QCOMPARE(got.unknownRate(), split["unknown_rate"].toDouble());
        QCOMPARE(got.shortest, split["shortest"].toInt());
        QCOMPARE(got.median, split["median"].toDouble());
        QCOMPARE(got.mean, split["mean"].toDouble());
        QCOMPARE(got.longest, split["longest"].toInt());
        QVariantList counts;
        for (const std::int64_t count : got.labelCounts)
            counts << QVariant::fromValue(static_cast<double>(count));
        QCOMPARE(QJsonArray::fromVariantList(counts), split["label_counts"].toArray());
        const QJsonObject lines = split["lines"].toObject();
        const LineCounts expectedLines{lines["lines"].toInt(), lines["empty"].toInt(), lines["label_only"].toInt(),
                                       lines["too_short"].toInt(), lines["too_long"].toInt()};
        QVERIFY(got.lines == expectedLines);
    }
}

void TestTextCorpus::guesses_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("training");
    const auto row = [](const char* name, const QByteArray& text, const char* training) {
        QTest::newRow(name) << text << training;
    };
    row("labelled", "1\ta b\n0\tc\n1\tx\n", "1:a b|0:c|");
    row("empty lines and Windows line ends", "\r\n1\ta b\r\n\t \r\n0\tc\r\n1\tx\r\n", "1:a b|0:c|");
    row("byte order mark",
        "\xef\xbb\xbf"
        "1\ta b\n0\tc\n1\tx\n",
        "1:a b|0:c|");
    row("a label alone is dropped", "1\ta b\n0\t\n0\tc\n1\tx\n", "1:a b|0:c|");
    row("one line without a tab", "1\ta b\n0 c\n1\tx\n", "1 a b|0 c|");
    row("the last line without a tab", "1\ta b\n0\tc\nx", "1 a b|0 c|");
    row("two tabs", "1\ta b\n0\tc\td\n1\tx\n", "1 a b|0 c d|");
    row("a tab at the end", "1\ta b\n0\tc\t\n1\tx\n", "1 a b|0 c|");
    row("two words before the tab", "1\ta b\nso so\tc\n1\tx\n", "1 a b|so so c|");
    row("nothing before the tab", "1\ta b\n\tc\n1\tx\n", "1 a b|c|");
    row("a long word before the tab", "1\ta b\n" + QByteArray(65, 'y') + "\tc\n1\tx\n",
        QByteArray("1 a b|" + QByteArray(65, 'y') + " c|").constData());
    row("64 bytes before the tab", "1\ta b\n" + QByteArray(64, 'y') + "\tc\n1\tx\n",
        QByteArray("1:a b|" + QByteArray(64, 'y') + ":c|").constData());
}

void TestTextCorpus::guesses() {
    QFETCH(QByteArray, text);
    QFETCH(QString, training);
    m_settings.data = write("t.txt", text.toStdString());
    const auto loaded = load();
    QVERIFY2(loaded.ok(), loaded.ok() ? "" : loaded.error().detail.c_str());
    QCOMPARE(QString::fromStdString(wordsOf(*loaded.value(), loaded.value()->training)), training);
    const auto plain = load({"labels=none"});
    QVERIFY(plain.ok());
    QVERIFY(plain.value()->training.labels().empty() && plain.value()->labelNames.empty());
}

void TestTextCorpus::labelsAreKept() {
    m_settings.data = write("t.txt", "a very good one\tx y\n  bad \t x\tz \nbad\ty\n");
    const auto loaded = load({"labels=tab"});
    QVERIFY2(loaded.ok(), loaded.ok() ? "" : loaded.error().detail.c_str());
    const Corpus& corpus = *loaded.value();
    QCOMPARE(corpus.labelNames, (std::vector<std::string>{"a very good one", "bad"}));
    QCOMPARE(wordsOf(corpus, corpus.training), std::string("a very good one:x y|bad:x z|"));
    QCOMPARE(wordsOf(corpus, corpus.validation), std::string("bad:y|"));
    QCOMPARE(corpus.validation.labels().size(), std::size_t{1});
}

void TestTextCorpus::labelsOfOtherSplits() {
    m_settings.data = write("t.txt", "1\ta b\n0\tc\n");
    m_settings.validation = write("v.txt", "0\ta\n2\tb\n");
    const auto loaded = load();
    QVERIFY2(loaded.ok(), loaded.ok() ? "" : loaded.error().detail.c_str());
    QCOMPARE(loaded.value()->labelNames, (std::vector<std::string>{"1", "0", "2"}));
    QCOMPARE(wordsOf(*loaded.value(), loaded.value()->test), std::string("0:a|2:b|"));
    QCOMPARE(loaded.value()->summary->splits[0].labelCounts, (std::vector<std::int64_t>{1, 1, 0}));
    QCOMPARE(loaded.value()->notes.back(),
             std::string("labels: the first field of each line, 3 different ones, 1 of them not in training."));

    m_settings.validation = write("v.txt", "0\ta\nplain words\n");
    const auto plain = load();
    QVERIFY(!plain.ok());
    QCOMPARE(plain.error().detail, m_settings.validation +
                                       ", line 2 has no tab; each line must be LABEL, tab, sentence, or set labels to "
                                       "none.");
}

void TestTextCorpus::badLabels_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("no tab") << QByteArray("1\ta\n\n2 b\n") << "line 3 has no tab";
    QTest::newRow("no label") << QByteArray("1\ta\n \tb\n") << "line 2 has nothing before its tab";
    QTest::newRow("long label") << QByteArray("1\ta\n") + QByteArray(1001, 'l') + "\tb\n"
                                << "line 2 has more than 1,000 bytes before its tab";
    QTest::newRow("only labels") << QByteArray("1\t\n2\t \n\n")
                                 << "no sentence is left, of 3 lines 1 are empty, 2 have a label and no text";
    QTest::newRow("NUL in a label") << QByteArray("1\ta\n\0\tb\n", 8) << "line 2 has a NUL byte (byte 1)";
    QTest::newRow("bad UTF-8 in a label") << QByteArray("1\ta\n\xff\tb\n") << "line 2 is not UTF-8 (byte 1)";
    QTest::newRow("a line of 10,000,000") << "1\ta\n2\t" + QByteArray(10'000'000, 'x') + "\n"
                                          << "line 2 is longer than 1,000,000 bytes";
    QTest::newRow("too many words") << "1\ta\n2\t" + QByteArray("x ").repeated(2001) + "\n"
                                    << "line 2 has 2001 words";
}

void TestTextCorpus::badLabels() {
    QFETCH(QByteArray, text);
    QFETCH(QString, expected);
    m_settings.data = write("t.txt", text.toStdString());
    const auto loaded = load({"labels=tab"});
    QVERIFY(!loaded.ok());
    QCOMPARE(loaded.error().code, ErrorCode::DataInvalid);
    const QString detail = QString::fromStdString(loaded.error().detail);
    QVERIFY2(detail.startsWith(QString::fromStdString(m_settings.data)) && detail.contains(expected),
             qPrintable(detail));
}

/// 1,000 different first fields are labels, one more are not.
void TestTextCorpus::manyLabels() {
    std::string text;
    for (int i = 0; i < 1000; ++i)
        text += std::to_string(i) + "\tx\n";
    m_settings.data = write("t.txt", text);
    const auto most = load();
    QVERIFY(most.ok());
    QCOMPARE(most.value()->labelNames.size(), std::size_t{1000});
    m_settings.data = write("t.txt", text + "new\tx\n");
    const auto more = load();
    QVERIFY(more.ok());
    QVERIFY(more.value()->labelNames.empty());
    QCOMPARE(more.value()->training.sentence(0).size(), std::size_t{4});
    const auto forced = load({"labels=tab"});
    QVERIFY(!forced.ok());
    QVERIFY(forced.error().detail.find("line 1001") != std::string::npos ||
            forced.error().detail.find("more than 1,000 different labels") != std::string::npos);
}

/// The ids of a text whose held-out tenth brings words of its own, as they always were.
void TestTextCorpus::idsAreAsBeforeWithoutLimits() {
    std::string text;
    for (int i = 0; i < 30; ++i)
        text += "c" + std::to_string(i % 7) + " b a" + std::to_string(i) + "\n";
    m_settings.data = write("t.txt", text);
    const auto loaded = load();
    QVERIFY(loaded.ok());
    const Corpus& corpus = *loaded.value();
    QCOMPARE(corpus.training.size(), std::int64_t{27});
    QCOMPARE(corpus.vocabulary.size(), 4 + 7 + 1 + 27);
    QCOMPARE(corpus.vocabulary.words[4], std::string("c0"));
    QCOMPARE(corpus.vocabulary.words[5], std::string("b"));
    QCOMPARE(corpus.vocabulary.words[6], std::string("a0"));
    QCOMPARE(corpus.vocabulary.words[7], std::string("c1"));
    QCOMPARE(wordsOf(corpus, corpus.validation), std::string("c6 b <unk>|c0 b <unk>|c1 b <unk>|"));
    QCOMPARE(corpus.notes.front(), std::string("validation: the last tenth of the training text, 3 sentences."));
}

void TestTextCorpus::tiesGoToTheFirst() {
    m_settings.data = write("t.txt", "d c b a a b c d e\n");
    m_settings.validation = write("v.txt", "a b c d e\n");
    const auto loaded = load({"vocabulary_size=3"});
    QVERIFY(loaded.ok());
    QCOMPARE(loaded.value()->vocabulary.words,
             (std::vector<std::string>{"<pad>", "<s>", "</s>", "<unk>", "d", "c", "b"}));
    QCOMPARE(wordsOf(*loaded.value(), loaded.value()->validation), std::string("<unk> b c d <unk>|"));
    QCOMPARE(loaded.value()->notes.front(),
             std::string("vocabulary: 3 of 5 words; 33.33 % of the training text is read as <unk>."));
}

void TestTextCorpus::limitsHoldForTheTrainingSentencesAlone() {
    m_settings.data = write("t.txt", "a b\nb c\nc c c a a\n");  // the last line validates: c occurs once in training
    const auto loaded = load({"vocabulary_count=2"});
    QVERIFY(loaded.ok());
    QCOMPARE(loaded.value()->vocabulary.words, (std::vector<std::string>{"<pad>", "<s>", "</s>", "<unk>", "b"}));
    QCOMPARE(wordsOf(*loaded.value(), loaded.value()->training), std::string("<unk> b|b <unk>|"));
}

void TestTextCorpus::shares_data() {
    QTest::addColumn<QStringList>("changes");
    QTest::addColumn<QString>("validation");
    QTest::addColumn<QString>("test");
    QTest::newRow("default") << QStringList{} << "s9|"
                             << "s9|";
    QTest::newRow("a half") << QStringList{"validation_share=0.5"} << "s5|s6|s7|s8|s9|"
                            << "s5|s6|s7|s8|s9|";
    QTest::newRow("rounded down") << QStringList{"validation_share=0.39"} << "s7|s8|s9|"
                                  << "s7|s8|s9|";
    QTest::newRow("at least one") << QStringList{"validation_share=0.001"} << "s9|"
                                  << "s9|";
    QTest::newRow("both") << QStringList{"validation_share=0.2", "test_share=0.3"} << "s5|s6|"
                          << "s7|s8|s9|";
    QTest::newRow("spread") << QStringList{"held_out=spread", "validation_share=0.2"} << "s4|s9|"
                            << "s4|s9|";
    QTest::newRow("both spread") << QStringList{"held_out=spread", "validation_share=0.2", "test_share=0.2"} << "s2|s7|"
                                 << "s4|s9|";
}

void TestTextCorpus::shares() {
    QFETCH(QStringList, changes);
    QFETCH(QString, validation);
    QFETCH(QString, test);
    // Words that only held-out sentences have are unknown: every sentence here stands in a file of known words first.
    std::string text = numbered(10);
    for (int i = 0; i < 10; ++i)
        text.replace(text.find("s" + std::to_string(i) + "\n"), 3, "s" + std::to_string(i) + " x\n");
    m_settings.data = write("t.txt", text);
    const auto loaded = load(changes);
    QVERIFY2(loaded.ok(), loaded.ok() ? "" : loaded.error().detail.c_str());
    const Corpus& corpus = *loaded.value();
    // Which ones left shows in who stayed.
    std::set<std::string> stayed;
    for (const std::string& word : corpus.vocabulary.words)
        stayed.insert(word);
    std::set<std::string> gone;
    for (const QString& part : (validation + test).split('|', Qt::SkipEmptyParts))
        gone.insert(part.toStdString());
    for (int i = 0; i < 10; ++i) {
        const std::string word = "s" + std::to_string(i);
        QVERIFY2(stayed.contains(word) != gone.contains(word), word.c_str());
    }
    QCOMPARE(corpus.validation.size(), static_cast<std::int64_t>(validation.count('|')));
    QCOMPARE(corpus.test.size(), static_cast<std::int64_t>(test.count('|')));
    QCOMPARE(corpus.training.size(), static_cast<std::int64_t>(10 - gone.size()));
}

/// Every window of the text gives its share, to within one sentence.
void TestTextCorpus::spreadIsEven() {
    Corpus corpus;
    constexpr int sentences = 1000;
    for (int i = 0; i < sentences; ++i) {
        corpus.training.tokens.insert(corpus.training.tokens.end(), {1, i, 2});
        corpus.training.offsets.push_back(static_cast<std::int64_t>(corpus.training.tokens.size()));
        corpus.training.labelIds.push_back(i);
    }
    holdOut(corpus, {130, 70}, HeldOut::Spread);
    QCOMPARE(corpus.training.size(), std::int64_t{800});
    QCOMPARE(corpus.validation.size(), std::int64_t{130});
    QCOMPARE(corpus.test.size(), std::int64_t{70});
    for (const Split* split : {&corpus.training, &corpus.validation, &corpus.test}) {
        const double step = static_cast<double>(sentences) / static_cast<double>(split->size());
        for (std::int64_t i = 0; i < split->size(); ++i) {
            const std::int32_t number = split->sentence(i)[1];
            QCOMPARE(split->labels()[static_cast<std::size_t>(i)], number);
            QVERIFY(std::abs(number - (static_cast<double>(i) + 0.5) * step) < step + 5);
        }
    }
}

void TestTextCorpus::sharesThatLeaveNothing() {
    m_settings.data = write("t.txt", "a\nb\n");
    const auto loaded = load({"validation_share=0.5", "test_share=0.4"});
    QVERIFY(!loaded.ok());
    QCOMPARE(loaded.error().code, ErrorCode::DataInvalid);
    QVERIFY(loaded.error().detail.find("2 sentences cannot be split") != std::string::npos);
}

void TestTextCorpus::droppedSentencesAreCounted() {
    m_settings.data = write("t.txt", "1\ta\n\n1\ta b\n0\ta b c\n0\ta b c d\n0\t\n1\ta b\n");
    m_settings.validation = write("v.txt", "1\ta b c\n0\tb\n0\ta b c d e\n");
    const auto loaded = load({"sentence_shortest=2", "sentence_longest=3"});
    QVERIFY2(loaded.ok(), loaded.ok() ? "" : loaded.error().detail.c_str());
    const Corpus& corpus = *loaded.value();
    QCOMPARE(wordsOf(corpus, corpus.training), std::string("1:a b|0:a b c|1:a b|"));
    QCOMPARE(wordsOf(corpus, corpus.validation), std::string("1:a b c|"));
    QVERIFY(corpus.summary->splits[0].lines == (LineCounts{7, 1, 1, 1, 1}));
    QVERIFY(corpus.summary->splits[1].lines == (LineCounts{3, 0, 0, 1, 1}));
    QVERIFY(corpus.summary->splits[2].lines == LineCounts{});
    QCOMPARE(corpus.notes[0], std::string("training: 1 empty line skipped."));
    QCOMPARE(corpus.notes[1], std::string("training: 1 line skipped, with a label and no text."));
    QCOMPARE(corpus.notes[2], std::string("training: 1 sentence left out, shorter than 2 words."));
    QCOMPARE(corpus.notes[3], std::string("training: 1 sentence left out, longer than 3 words."));
}

void TestTextCorpus::longLinesAreDroppedWhenToldTo() {
    std::string longLine;
    for (int i = 0; i < 2001; ++i)
        longLine += "w ";
    m_settings.data = write("t.txt", "a b\n" + longLine + "\nc\n");
    QVERIFY(!load().ok());
    const auto loaded = load({"sentence_longest=2000"});
    QVERIFY2(loaded.ok(), loaded.ok() ? "" : loaded.error().detail.c_str());
    QCOMPARE(loaded.value()->summary->splits[0].lines.tooLong, std::int64_t{1});
    const auto none = load({"sentence_shortest=3"});
    QVERIFY(!none.ok());
    QVERIFY2(none.error().detail.find("2 are too short and 1 too long") != std::string::npos,
             none.error().detail.c_str());
}

void TestTextCorpus::summaryOfLengths() {
    m_settings.data = write("t.txt", "a\na b\na b c d\na b c d e f g\n");
    m_settings.validation = write("v.txt", "x a y\n");
    const auto loaded = load();
    QVERIFY(loaded.ok());
    const SplitSummary& training = loaded.value()->summary->splits[0];
    QCOMPARE(training.words, std::int64_t{14});
    QCOMPARE(training.shortest, 1);
    QCOMPARE(training.median, 3.0);
    QCOMPARE(training.mean, 3.5);
    QCOMPARE(training.longest, 7);
    QCOMPARE(training.origin, m_settings.data);
    const SplitSummary& validation = loaded.value()->summary->splits[1];
    QCOMPARE(validation.unknownWords, std::int64_t{2});
    QCOMPARE(validation.unknownRate(), 2.0 / 3);
    QCOMPARE(loaded.value()->summary->splits[2].origin, std::string("the same sentences as validation."));
}

void TestTextCorpus::otherSettingsOtherCorpus() {
    m_settings.data = write("t.txt", "1\ta b\n0\tc\n1\td e\n");
    const auto first = load();
    const auto same = load();
    QCOMPARE(first.value().get(), same.value().get());
    for (const char* change : {"labels=none", "vocabulary_size=1", "vocabulary_count=2", "sentence_shortest=2",
                               "sentence_longest=1", "validation_share=0.6", "held_out=spread"}) {
        m_settings = {};
        m_settings.data = m_folder->filePath("t.txt").toStdString();
        const auto other = load({change});
        QVERIFY2(!other.ok() || other.value().get() != first.value().get(), change);
    }
}

void TestTextCorpus::cancelsWhileSettling() {
    m_settings.data = write("t.txt", numbered(100));
    bool wasAsked = false;
    const auto loaded = loadCorpus(m_settings, [&](double, const std::string& what) {
        wasAsked = what == "Choosing the vocabulary";
        return !wasAsked;
    });
    QVERIFY(wasAsked && !loaded.ok());
    QCOMPARE(loaded.error().code, ErrorCode::Interrupted);
    QVERIFY(load().ok());
}

QTEST_APPLESS_MAIN(TestTextCorpus)
#include "tst_text_corpus.moc"
