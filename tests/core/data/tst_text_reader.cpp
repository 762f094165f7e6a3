// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/corpus.h"
#include "core/data/sentence_parser.h"

#include <QtTest>

#include <unistd.h>
#include <zlib.h>
#include <thread>

using namespace collapsar;

namespace {

QByteArray gzipped(const QByteArray& text) {
    z_stream stream{};
    deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    QByteArray out(static_cast<int>(deflateBound(&stream, static_cast<uLong>(text.size()))), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.resize(static_cast<int>(stream.total_out));
    deflateEnd(&stream);
    return out;
}

QByteArray manyLines(int lines) {
    QByteArray text;
    for (int i = 0; i < lines; ++i)
        text += "a line numbered " + QByteArray::number(i) + "\n";
    return text;
}

std::string textsOf(const Corpus& corpus, const Split& split) {
    std::string text;
    for (std::int64_t i = 0; i < split.size(); ++i)
        text += sentenceText(corpus.vocabulary, split.sentence(i)) + "|";
    return text;
}

}  // namespace

class TestTextReader : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void broken_data();
    void broken();
    void brokenSecondFileIsNamed();
    void notAllowedToRead();
    void reads_data();
    void reads();
    void idsByFirstOccurrence();
    void unknownWordsAreMarked();
    void lastTenthValidates_data();
    void lastTenthValidates();
    void heldOutWordsLeaveTheVocabulary();
    void notesSayWhatWasSkipped();
    void sourcesCarrySizeAndChecksum();
    void gzipGivesTheSameCorpus_data();
    void gzipGivesTheSameCorpus();
    void longestPossibleLines();
    void piecesDoNotMatter();
    void progressRisesToTheEnd();
    void cancels();
    void oneCorpusForManyThreads();
    void editedFileIsReadAgain();
    void publishedFile();

private:
    QString write(const QString& name, const QByteArray& bytes);
    Settings settingsFor(const QString& training, const QString& validation = {}) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestTextReader::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

QString TestTextReader::write(const QString& name, const QByteArray& bytes) {
    const QString path = m_folder->filePath(name);
    QFile file(path);
    if (file.open(QIODevice::WriteOnly)) file.write(bytes);
    return path;
}

Settings TestTextReader::settingsFor(const QString& training, const QString& validation) const {
    Settings settings;
    settings.data = training.toStdString();
    settings.validation = validation.toStdString();
    return settings;
}

void TestTextReader::broken_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const QByteArray& bytes, ErrorCode code, const char* expected) {
        QTest::newRow(name) << bytes << static_cast<int>(code) << expected;
    };
    const QByteArray good = "a b\nc d\n";
    const QByteArray zipped = gzipped(manyLines(20000));
    QByteArray flipped = zipped;
    flipped[flipped.size() / 2] = static_cast<char>(flipped[flipped.size() / 2] ^ 0x55);
    QByteArray wrongSum = zipped;
    wrongSum[wrongSum.size() - 6] = static_cast<char>(wrongSum[wrongSum.size() - 6] ^ 1);
    row("empty", "", ErrorCode::DataInvalid, "is empty");
    row("only blank lines", "\n  \n\t\r\n", ErrorCode::DataInvalid, "all 3 lines are empty");
    row("one blank line", " ", ErrorCode::DataInvalid, "all 1 line are empty");
    row("one sentence", "a b\n", ErrorCode::DataInvalid, "one sentence");
    row("stray byte", good + "e \xff f\n", ErrorCode::DataInvalid, "line 3 is not UTF-8 (byte 3)");
    row("Latin-1", good + "caf\xe9\n", ErrorCode::DataInvalid, "line 3 is not UTF-8 (byte 4)");
    row("overlong", good + "\xc0\xaf\n", ErrorCode::DataInvalid, "line 3 is not UTF-8 (byte 1)");
    row("overlong in three", good + "\xe0\x80\xaf\n", ErrorCode::DataInvalid, "line 3 is not UTF-8");
    row("surrogate", good + "\xed\xa0\x80\n", ErrorCode::DataInvalid, "line 3 is not UTF-8");
    row("beyond Unicode", good + "\xf4\x90\x80\x80\n", ErrorCode::DataInvalid, "line 3 is not UTF-8");
    row("cut at the end", good + "\xe6\x96", ErrorCode::DataInvalid, "line 3 is not UTF-8");
    row("UTF-16",
        QByteArray("\xff\xfe"
                   "a\0 \0b\0",
                   8),
        ErrorCode::DataInvalid, "line 1 is not UTF-8");
    row("NUL", good + QByteArray("e \0 f\n", 6), ErrorCode::DataInvalid, "line 3 has a NUL byte (byte 3)");
    row("giant line", good + QByteArray(1'000'001, 'x') + "\n", ErrorCode::DataInvalid,
        "line 3 is longer than 1,000,000 bytes");
    row("endless line", good + QByteArray(3'000'000, 'x'), ErrorCode::DataInvalid,
        "line 3 is longer than 1,000,000 bytes");
    row("too many words", good + QByteArray("w ").repeated(2001) + "\n", ErrorCode::DataInvalid,
        "line 3 has 2001 words");
    row("old line ends", QByteArray("w w w w\r").repeated(600), ErrorCode::DataInvalid, "line 1 has 2400 words");
    row("gzip cut", zipped.left(zipped.size() / 2), ErrorCode::FileDamaged, "cut short");
    row("gzip cut in its header", zipped.left(5), ErrorCode::FileDamaged, "cut short");
    row("gzip cut in its end", zipped.left(zipped.size() - 1), ErrorCode::FileDamaged, "cut short");
    row("gzip flipped", flipped, ErrorCode::FileDamaged, "damaged");
    row("gzip checksum", wrongSum, ErrorCode::FileDamaged, "damaged");
    row("gzip and more", zipped + "rubbish", ErrorCode::FileDamaged, "damaged");
    row("gzip of nothing", gzipped(""), ErrorCode::DataInvalid, "no sentence is left");
    row("gzip of NUL", gzipped(good + QByteArray(1, '\0')), ErrorCode::DataInvalid, "line 3 has a NUL byte");
}

void TestTextReader::broken() {
    QFETCH(QByteArray, bytes);
    QFETCH(int, code);
    QFETCH(QString, expected);
    const QString path = write("broken.txt", bytes);
    const auto loaded = loadCorpus(settingsFor(path));
    QVERIFY(!loaded.ok());
    const QString detail = QString::fromStdString(loaded.error().detail);
    QVERIFY2(detail.contains(expected) && detail.contains(path), qPrintable(detail));
    QCOMPARE(static_cast<int>(loaded.error().code), code);
}

void TestTextReader::brokenSecondFileIsNamed() {
    const QString good = write("good.txt", "a b\nc\n");
    const auto missing = loadCorpus(settingsFor(good, m_folder->filePath("absent.txt")));
    QVERIFY(!missing.ok());
    QCOMPARE(missing.error().code, ErrorCode::FileMissing);
    QVERIFY(missing.error().detail.find("absent.txt") != std::string::npos);

    const auto folder = loadCorpus(settingsFor(m_folder->path()));
    QVERIFY(!folder.ok());
    QCOMPARE(folder.error().code, ErrorCode::FileUnreadable);
    QVERIFY(folder.error().detail.find("is a folder") != std::string::npos);

    const auto inFile = loadCorpus(settingsFor(good + "/more.txt"));
    QVERIFY(!inFile.ok());
    QCOMPARE(inFile.error().code, ErrorCode::FileMissing);

    const auto device = loadCorpus(settingsFor("/dev/zero"));
    QVERIFY(!device.ok());
    QCOMPARE(device.error().code, ErrorCode::FileUnreadable);
}

void TestTextReader::notAllowedToRead() {
    if (geteuid() == 0) QSKIP("root may read everything");
    const QString path = write("secret.txt", "a\nb\n");
    QVERIFY(QFile::setPermissions(path, {}));
    const auto loaded = loadCorpus(settingsFor(path));
    QVERIFY(!loaded.ok());
    QCOMPARE(loaded.error().code, ErrorCode::FileUnreadable);
    QVERIFY(loaded.error().detail.find("not allowed") != std::string::npos);
}

void TestTextReader::reads_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("training");
    const auto row = [](const char* name, const QByteArray& bytes, const char* training) {
        QTest::newRow(name) << bytes << QString::fromUtf8(training);
    };
    row("plain", "a b\nc\nx\n", "a b|c|");
    row("without a last newline", "a b\nc\nx", "a b|c|");
    row("trailing spaces", "a b \n c\t\nx\n", "a b|c|");
    row("Windows line ends", "a b\r\n\r\nc\r\nx\r\n", "a b|c|");
    row("byte order mark",
        "\xef\xbb\xbf"
        "a b\nc\nx\n",
        "a b|c|");
    row("blank lines", "\na b\n   \nc\n\nx\n\n", "a b|c|");
    row("tabs", "1\ta b\n0\tc\nx\n", "1 a b|0 c|");
    row("many scripts", "\xe6\x97\xa5\xe6\x9c\xac \xed\x95\x9c\xea\xb5\xad\n\xf0\x9f\x8c\x8c \xc3\xa9\nx\n",
        "\xe6\x97\xa5\xe6\x9c\xac \xed\x95\x9c\xea\xb5\xad|\xf0\x9f\x8c\x8c \xc3\xa9|");
    row("wide and unbreakable spaces",
        "a\xe3\x80\x80"
        "b\xc2\xa0"
        "c\nd\nx\n",
        "a b c|d|");
}

void TestTextReader::reads() {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, training);
    const auto loaded = loadCorpus(settingsFor(write("text.txt", bytes)));
    QVERIFY2(loaded.ok(), loaded.ok() ? "" : loaded.error().detail.c_str());
    QCOMPARE(QString::fromStdString(textsOf(*loaded.value(), loaded.value()->training)), training);
}

void TestTextReader::idsByFirstOccurrence() {
    const auto loaded = loadCorpus(settingsFor(write("t.txt", "b a b\n</s> c <unk>\nx\n"), write("v.txt", "a\n")));
    QVERIFY(loaded.ok());
    const Corpus& corpus = *loaded.value();
    QCOMPARE(corpus.vocabulary.words, (std::vector<std::string>{"<pad>", "<s>", "</s>", "<unk>", "b", "a", "c", "x"}));
    QCOMPARE(corpus.training.tokens, (std::vector<std::int32_t>{1, 4, 5, 4, 2, 1, 2, 6, 3, 2, 1, 7, 2}));
    QCOMPARE(corpus.training.offsets, (std::vector<std::int64_t>{0, 5, 10, 13}));
    for (int id = 0; id < corpus.vocabulary.size(); ++id) {
        QCOMPARE(corpus.vocabulary.ids.at(corpus.vocabulary.words[static_cast<std::size_t>(id)]), id);
    }
}

void TestTextReader::unknownWordsAreMarked() {
    Settings settings = settingsFor(write("t.txt", "a b\n"), write("v.txt", "a z\n"));
    settings.test = write("e.txt", "z z b\n").toStdString();
    const auto loaded = loadCorpus(settings);
    QVERIFY2(loaded.ok(), loaded.ok() ? "" : loaded.error().detail.c_str());
    const Corpus& corpus = *loaded.value();
    QCOMPARE(corpus.vocabulary.size(), 6);
    QCOMPARE(corpus.validation.tokens, (std::vector<std::int32_t>{1, 4, 3, 2}));
    QCOMPARE(corpus.test.tokens, (std::vector<std::int32_t>{1, 3, 3, 5, 2}));
    QCOMPARE(corpus.notes.size(), std::size_t{2});
    QCOMPARE(corpus.notes[0], std::string("validation: 1 word not in the training text, read as <unk>."));
    QCOMPARE(corpus.notes[1], std::string("test: 2 words not in the training text, read as <unk>."));
}

void TestTextReader::lastTenthValidates_data() {
    QTest::addColumn<int>("lines");
    QTest::addColumn<int>("heldOut");
    QTest::newRow("2") << 2 << 1;
    QTest::newRow("9") << 9 << 1;
    QTest::newRow("19") << 19 << 1;
    QTest::newRow("20") << 20 << 2;
    QTest::newRow("1000") << 1000 << 100;
}

void TestTextReader::lastTenthValidates() {
    QFETCH(int, lines);
    QFETCH(int, heldOut);
    const auto loaded = loadCorpus(settingsFor(write("t.txt", manyLines(lines))));
    QVERIFY(loaded.ok());
    const Corpus& corpus = *loaded.value();
    QCOMPARE(corpus.training.size(), std::int64_t{lines - heldOut});
    QCOMPARE(corpus.validation.size(), std::int64_t{heldOut});
    QCOMPARE(corpus.test.tokens, corpus.validation.tokens);
    QCOMPARE(corpus.test.offsets, corpus.validation.offsets);
    QCOMPARE(corpus.validation.offsets.back(), static_cast<std::int64_t>(corpus.validation.tokens.size()));
    QCOMPARE(corpus.training.offsets.back(), static_cast<std::int64_t>(corpus.training.tokens.size()));
}

void TestTextReader::heldOutWordsLeaveTheVocabulary() {
    const auto loaded = loadCorpus(settingsFor(write("t.txt", "a b\nb a\nnew a newer\n")));
    QVERIFY(loaded.ok());
    const Corpus& corpus = *loaded.value();
    QCOMPARE(corpus.vocabulary.words, (std::vector<std::string>{"<pad>", "<s>", "</s>", "<unk>", "a", "b"}));
    QCOMPARE(corpus.vocabulary.ids.size(), std::size_t{6});
    QCOMPARE(corpus.validation.tokens, (std::vector<std::int32_t>{1, 3, 4, 3, 2}));
}

void TestTextReader::notesSayWhatWasSkipped() {
    const auto loaded = loadCorpus(settingsFor(write("t.txt", "1\ta\n\n \nb\n"), write("v.txt", "\na\n")));
    QVERIFY(loaded.ok());
    QStringList notes;
    for (const auto& note : loaded.value()->notes)
        notes << QString::fromStdString(note);
    QCOMPARE(notes.size(), 4);
    QCOMPARE(notes[0], QString("training: 2 empty lines skipped."));
    QVERIFY(notes[1].startsWith("training: the first line has a tab"));
    QCOMPARE(notes[2], QString("validation: 1 empty line skipped."));
    QCOMPARE(notes[3], QString("test: the same sentences as validation."));
}

void TestTextReader::sourcesCarrySizeAndChecksum() {
    const QByteArray text = manyLines(30000), zipped = gzipped("line a\n");
    const auto loaded = loadCorpus(settingsFor(write("t.txt", text), write("v.txt.gz", zipped)));
    QVERIFY(loaded.ok());
    const auto& sources = loaded.value()->sources;
    QCOMPARE(sources.size(), std::size_t{2});
    QCOMPARE(sources[0].role, std::string("training"));
    QCOMPARE(sources[0].path, m_folder->filePath("t.txt").toStdString());
    QCOMPARE(sources[0].bytes, static_cast<std::uint64_t>(text.size()));
    QCOMPARE(sources[0].sha256, QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex().toStdString());
    QCOMPARE(sources[1].role, std::string("validation"));
    QCOMPARE(sources[1].bytes, static_cast<std::uint64_t>(zipped.size()));
    QCOMPARE(sources[1].sha256, QCryptographicHash::hash(zipped, QCryptographicHash::Sha256).toHex().toStdString());
}

void TestTextReader::gzipGivesTheSameCorpus_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("name");
    const QByteArray text = manyLines(20000);
    QTest::newRow("one member") << gzipped(text) << "t.txt.gz";
    QTest::newRow("without the suffix") << gzipped(text) << "t.txt";
    QTest::newRow("plain with the suffix") << text << "plain.txt.gz";
    QTest::newRow("two members") << gzipped(text.left(70001)) + gzipped(text.mid(70001)) << "two.gz";
}

void TestTextReader::gzipGivesTheSameCorpus() {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, name);
    const auto plain = loadCorpus(settingsFor(write("expected.txt", manyLines(20000))));
    const auto loaded = loadCorpus(settingsFor(write(name, bytes)));
    QVERIFY2(loaded.ok(), loaded.ok() ? "" : loaded.error().detail.c_str());
    QCOMPARE(loaded.value()->training.tokens, plain.value()->training.tokens);
    QCOMPARE(loaded.value()->validation.tokens, plain.value()->validation.tokens);
    QCOMPARE(loaded.value()->vocabulary.words, plain.value()->vocabulary.words);
}

void TestTextReader::longestPossibleLines() {
    const auto loaded = loadCorpus(
        settingsFor(write("t.txt", QByteArray(1'000'000, 'x') + "\n" + QByteArray("w ").repeated(2000) + "\ny")));
    QVERIFY2(loaded.ok(), loaded.ok() ? "" : loaded.error().detail.c_str());
    QCOMPARE(loaded.value()->training.size(), std::int64_t{2});
    QCOMPARE(loaded.value()->training.sentence(1).size(), std::size_t{2002});
}

/// However the bytes are cut, also inside a character, the words are the same.
void TestTextReader::piecesDoNotMatter() {
    const std::string text = "\xef\xbb\xbf\xe6\x97\xa5 b\r\n\n\xf0\x9f\x8c\x8c c\nlast";
    for (std::size_t piece = 1; piece <= text.size(); ++piece) {
        std::string words;
        SentenceParser parser([&](const ParsedSentence& sentence) -> Result<void> {
            for (const auto word : sentence.words)
                words.append(word).append("_");
            words += "|";
            return {};
        });
        bool isRead = true;
        for (std::size_t at = 0; at < text.size(); at += piece)
            isRead = parser.add(std::string_view(text).substr(at, piece)).ok() && isRead;
        isRead = parser.finish().ok() && isRead;
        QVERIFY(isRead);
        QCOMPARE(words, std::string("\xe6\x97\xa5_b_|\xf0\x9f\x8c\x8c_c_|last_|"));
        QCOMPARE(parser.counts().lines, std::int64_t{4});
        QCOMPARE(parser.counts().empty, std::int64_t{1});
    }
}

void TestTextReader::progressRisesToTheEnd() {
    double last = 0;
    bool isRising = true;
    const auto loaded = loadCorpus(settingsFor(write("t.txt", manyLines(20000)), write("v.txt", manyLines(10))),
                                   [&](double fraction, const std::string& what) {
                                       isRising = isRising && fraction >= last && fraction <= 1 && !what.empty();
                                       last = fraction;
                                       return true;
                                   });
    QVERIFY(loaded.ok());
    QVERIFY(isRising);
    QVERIFY(last > 0.99);
}

void TestTextReader::cancels() {
    const Settings settings = settingsFor(write("t.txt", manyLines(20000)));
    int calls = 0;
    const auto loaded = loadCorpus(settings, [&](double, const std::string&) { return ++calls < 3; });
    QVERIFY(!loaded.ok());
    QCOMPARE(loaded.error().code, ErrorCode::Interrupted);
    QCOMPARE(calls, 3);
    QVERIFY2(loadCorpus(settings).ok(), "a cancelled load must not block the next one");
}

void TestTextReader::oneCorpusForManyThreads() {
    const Settings settings = settingsFor(write("t.txt", manyLines(20000)));
    std::vector<CorpusPointer> corpora(4);
    std::vector<std::thread> threads;
    for (auto& corpus : corpora)
        threads.emplace_back([&] { corpus = loadCorpus(settings).value(); });
    for (auto& thread : threads)
        thread.join();
    for (const auto& corpus : corpora)
        QCOMPARE(corpus.get(), corpora[0].get());
    QVERIFY(corpora[0] != nullptr);
}

void TestTextReader::editedFileIsReadAgain() {
    const Settings settings = settingsFor(write("t.txt", "a b\nc\n"));
    const auto before = loadCorpus(settings);
    write("t.txt", "a b\nc\nd e f\n");
    const auto after = loadCorpus(settings);
    QVERIFY(before.ok() && after.ok());
    QCOMPARE(after.value()->training.size(), std::int64_t{2});
}

void TestTextReader::publishedFile() {
    const QString folder = SHARED_DATA "/he2019_synthetic/";
    if (!QFile::exists(folder + "synthetic_train.txt")) QSKIP("He et al.'s file is not here");
    QElapsedTimer timer;
    timer.start();
    const auto loaded = loadCorpus(settingsFor(folder + "synthetic_train.txt", folder + "synthetic_test.txt"));
    qInfo("loaded in %lld ms", static_cast<long long>(timer.elapsed()));
    QVERIFY2(loaded.ok(), loaded.ok() ? "" : loaded.error().detail.c_str());
    const Corpus& corpus = *loaded.value();
    QCOMPARE(corpus.vocabulary.size(), 1004);
    QCOMPARE(corpus.training.size(), std::int64_t{16000});
    QCOMPARE(corpus.validation.size(), std::int64_t{4000});
    QCOMPARE(corpus.test.size(), std::int64_t{4000});
    QCOMPARE(corpus.training.tokens.size(), std::size_t{16000 * 12});
    QCOMPARE(corpus.sources[0].sha256, std::string("7625f9fa3c559a54cee18497dbb1adc0b7a95eef254933a9f7634ffa8a0a4954"));
}

QTEST_APPLESS_MAIN(TestTextReader)
#include "tst_text_reader.moc"
