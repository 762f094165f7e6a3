// SPDX-License-Identifier: GPL-3.0-or-later
/// Runs on text files: what is seen while they are read, stopping meanwhile, and finding the same corpus again.
#include "core/train/run.h"
#include "tests/core/train/run_outcome.h"
#include "tests/support/recording_sink.h"
#include "tests/support/small_run.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <fstream>

using namespace collapsar;

namespace {

/// LABEL, tab, words: some rare, some lines of one word or of many.
std::string labelledText(int lines) {
    std::string text;
    for (int i = 0; i < lines; ++i) {
        text += i % 3 == 0 ? "good\t" : "bad\t";
        const int words = i % 11 == 0 ? 1 : i % 13 == 0 ? 30 : 4 + i % 4;
        for (int word = 0; word < words; ++word)
            text += "w" + std::to_string((i * 7 + word * word) % 41) + " ";
        text += i % 17 == 0 ? "rare" + std::to_string(i) + "\n" : "\n";
    }
    return text;
}

Settings textSettings(const std::string& path) {
    Settings settings = smallSettings();
    settings.data = path;
    settings.labels = Labels::Tab;
    settings.heldOut = HeldOut::Spread;
    settings.validationShare = 0.2;
    settings.testShare = 0.1;
    settings.vocabularySize = 30;
    settings.vocabularyCount = 2;
    settings.sentenceShortest = 2;
    settings.sentenceLongest = 20;
    settings.updates = 20;
    return settings;
}

void trainToTheEnd(Result<std::unique_ptr<Run>> run) {
    QVERIFY2(run.ok(), run.ok() ? "" : run.error().detail.c_str());
    run.value()->start();
    run.value()->wait();
}

}  // namespace

class TestRunText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void resumesWithLabelsAndLimits();
    void otherWordsAreRefused();
    void shortenedWordListIsNoObstacle();
    void changedTextIsRefused();
    void olderRunsHadNoLabels();
    void theStateCarriesTheSummary();
    void readingIsSeen();
    void stopsWhileReading();

private:
    std::string write(const std::string& text);
    void expectRefusal(const std::filesystem::path& folder, const char* words);

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestRunText::init() {
    m_folder = std::make_unique<QTemporaryDir>();
}

std::string TestRunText::write(const std::string& text) {
    const std::string path = m_folder->filePath("text.txt").toStdString();
    std::ofstream(path, std::ios::binary) << text;
    return path;
}

void TestRunText::expectRefusal(const std::filesystem::path& folder, const char* words) {
    RecordingSink sink;
    const auto run = Run::resume(folder, {}, sink, 20);
    QVERIFY(run.ok());
    QVERIFY(sink.waitFor([](const RecordingSink& all) { return all.lastState().phase == RunPhase::Failed; }));
    run.value()->wait();
    QCOMPARE(sink.lastState().error.code, ErrorCode::DataChanged);
    QVERIFY2(sink.lastState().error.detail.find(words) != std::string::npos, sink.lastState().error.detail.c_str());
    QVERIFY2(readRun(folder).ok(), "it must still open");
}

void TestRunText::resumesWithLabelsAndLimits() {
    Settings settings = textSettings(write(labelledText(300)));
    const auto whole = newPath(*m_folder), parts = newPath(*m_folder);
    RecordingSink sinks[3];
    trainToTheEnd(Run::create(settings, {.folder = whole}, sinks[0]));
    settings.updates = 7;
    trainToTheEnd(Run::create(settings, {.folder = parts}, sinks[1]));
    trainToTheEnd(Run::resume(parts, {}, sinks[2], 20));
    const Outcome expected = outcome(whole);
    QCOMPARE(expected.state.at.update, 20);
    QCOMPARE(expected.state.settings.vocabularySize, 30);
    QCOMPARE(difference(expected.state, outcome(parts).state), QString());
    QCOMPARE(readRunFolder(parts).value().vocabulary.size(), std::size_t{34});
    QCOMPARE(readRunFolder(parts).value().vocabulary, readRunFolder(whole).value().vocabulary);
}

void TestRunText::otherWordsAreRefused() {
    const auto path = newPath(*m_folder);
    Settings settings = textSettings(write(labelledText(300)));
    settings.updates = 3;
    RecordingSink sink;
    trainToTheEnd(Run::create(settings, {.folder = path}, sink));
    QFile list(QString::fromStdString((path / "vocabulary.txt").string()));
    QVERIFY(list.open(QIODevice::ReadWrite));
    QByteArrayList words = list.readAll().split('\n');
    std::swap(words[5], words[6]);
    list.resize(0);
    list.write(words.join('\n'));
    list.close();
    expectRefusal(path, "Word 5 of the data is not the one");
}

void TestRunText::shortenedWordListIsNoObstacle() {
    const auto path = newPath(*m_folder);
    Settings settings = textSettings(write(labelledText(300)));
    settings.updates = 3;
    RecordingSink sinks[2];
    trainToTheEnd(Run::create(settings, {.folder = path}, sinks[0]));
    std::filesystem::resize_file(path / "vocabulary.txt", 0);
    trainToTheEnd(Run::resume(path, {}, sinks[1], 6));
    QCOMPARE(outcome(path).state.at.update, 6);
    QCOMPARE(readRunFolder(path).value().vocabulary.size(), std::size_t{34});
}

void TestRunText::changedTextIsRefused() {
    const auto path = newPath(*m_folder);
    Settings settings = textSettings(write(labelledText(300)));
    settings.updates = 3;
    RecordingSink sink;
    trainToTheEnd(Run::create(settings, {.folder = path}, sink));
    write(labelledText(300) + "good\tone more line\n");
    expectRefusal(path, "text.txt) is not what this run was trained on");
}

/// What was written before there was a choice took a label for a word, and still does.
void TestRunText::olderRunsHadNoLabels() {
    const auto older = readCheckpoint(TEST_DATA "/checkpoint_v1.ckpt");
    QVERIFY2(older.ok(), older.ok() ? "" : older.error().detail.c_str());
    QCOMPARE(older.value().settings.labels, Labels::None);

    RunInfo info;
    info.settings = textSettings("text.txt");
    info.settings.labels = Labels::Auto;
    std::string text = runInfoToJson(info);
    QCOMPARE(runInfoFromJson(text, "a").value().settings.labels, Labels::Auto);
    const std::string line = "\"labels\": \"auto\",";
    text.erase(text.find(line), line.size());
    QCOMPARE(runInfoFromJson(text, "a").value().settings.labels, Labels::None);
}

void TestRunText::theStateCarriesTheSummary() {
    RecordingSink sink;
    const std::filesystem::path folder = m_folder->filePath("summary.run").toStdString();
    trainToTheEnd(Run::create(textSettings(write(labelledText(300))), {.folder = folder}, sink));
    const CorpusSummaryPointer summary = sink.lastState().data;
    QVERIFY(summary != nullptr);
    QCOMPARE(summary->vocabulary, 34);
    QCOMPARE(summary->labels, (std::vector<std::string>{"good", "bad"}));
    QCOMPARE(summary->splits.size(), std::size_t{3});
    QCOMPARE(summary->splits[0].lines.lines, std::int64_t{300});
    const auto record = readRun(folder);
    QVERIFY(record.ok() && record.value().state.data);
    QCOMPARE(corpusSummaryText(*record.value().state.data), corpusSummaryText(*summary));
}

void TestRunText::readingIsSeen() {
    Settings settings = textSettings(write(labelledText(60'000)));
    RecordingSink sink;
    double highest = 0;
    bool rises = true, tellsLines = false;
    auto run = Run::create(settings, {}, sink);
    QVERIFY(run.ok());
    QVERIFY(sink.waitFor([&](const RecordingSink& all) {
        const RunState state = all.lastState();
        if (state.phase != RunPhase::Preparing) return true;
        rises = rises && state.progress >= highest && state.progress <= 1;
        highest = std::max(highest, state.progress);
        tellsLines = tellsLines || (state.note.find(" lines, ") != std::string::npos &&
                                    state.note.find(" MB") != std::string::npos && state.progress > 0);
        return false;
    }));
    QVERIFY(rises && tellsLines);
    QVERIFY(highest > 0.9);
}

void TestRunText::stopsWhileReading() {
    Settings settings = textSettings(write(labelledText(700'000)));
    RecordingSink sink;
    auto run = Run::create(settings, {}, sink);
    QVERIFY(run.ok());
    QVERIFY(sink.waitFor([](const RecordingSink& all) { return all.lastState().progress > 0.1; }));
    QElapsedTimer timer;
    timer.start();
    run.value()->stop();
    run.value()->wait();
    const qint64 answered = timer.elapsed();
    run.value().reset();
    qInfo() << "stopped after" << answered << "ms, gone after" << timer.elapsed() << "ms";
    QCOMPARE(sink.lastState().phase, RunPhase::Stopped);
    QVERIFY2(timer.elapsed() < 1000, "far beyond the 200 ms promised, however busy the machine");
}

QTEST_GUILESS_MAIN(TestRunText)
#include "tst_run_text.moc"
