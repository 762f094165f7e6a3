// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session_file.h"
#include "tests/app/fake_engine.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace collapsar;
using namespace collapsar::test;
namespace fs = std::filesystem;

namespace {

fs::path makeRun(const QString& folder, const char* id) {
    const fs::path path = folder.toStdString();
    fs::create_directories(path);
    QFile settings(QString::fromStdString((path / "settings.json").string()));
    if (settings.open(QIODevice::WriteOnly)) {
        settings.write(QByteArray("{\"id\": \"") + id + "\"}");
    }
    return path;
}

SessionRun runOf(const fs::path& folder, const char* id, int identity = 0) {
    SessionRun run;
    run.folder = folder;
    run.id = id;
    run.name = std::string("Run ") + id;
    run.identity = identity;
    return run;
}

RunRecord recordOf(const char* id) {
    RunRecord record;
    record.id = id;
    record.name = "as written by the engine";
    return record;
}

SessionContents fullContents(const fs::path& folder) {
    SessionContents contents;
    contents.runs = {runOf(folder / "a.run", "a", 3), runOf("/elsewhere/b c \u00e9.run", "b", 0)};
    contents.runs[0].note = "two\nlines, \"quotes\", \u5d29\u58ca";
    contents.runs[0].group = "g";
    contents.runs[1].isShown = false;
    contents.view = {{"cursor", 1234567},
                     {"smoothing", 0.1},
                     {"axes", QJsonArray{"update", QJsonObject{{"log", true}}, QJsonValue::Null}},
                     {"tiny", 5e-324}};
    QByteArray bytes;
    for (int i = 0; i < 256; ++i) {
        bytes.append(static_cast<char>(i));
    }
    contents.layout = {{"rows", bytes}, {"empty", QByteArray("")}};
    return contents;
}

}  // namespace

class TestSessionFile : public QObject {
    Q_OBJECT

private slots:
    void init();
    void roundTripIsLossless();
    void runsMoveWithTheFileOrStayWhereTheyWere();
    void runIsFoundByItsIdAndTheRestOpensWithoutIt();
    void anotherRunInItsPlaceIsNotTaken();
    void onlyRunsThatStayAreSaved();
    void badFilesAreRefusedAndSayWhatIsWrong_data();
    void badFilesAreRefusedAndSayWhatIsWrong();
    void everyTruncationIsRefused();
    void failedWriteLeavesTheOldFile();

private:
    [[nodiscard]] fs::path file(const char* name) const { return m_folder->filePath(name).toStdString(); }
    fs::path write(const char* name, const QByteArray& text) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestSessionFile::init() {
    m_folder = std::make_unique<QTemporaryDir>();
}

fs::path TestSessionFile::write(const char* name, const QByteArray& text) const {
    QFile out(m_folder->filePath(name));
    if (out.open(QIODevice::WriteOnly)) {
        out.write(text);
    }
    return file(name);
}

void TestSessionFile::roundTripIsLossless() {
    const SessionContents contents = fullContents(m_folder->path().toStdString());
    QVERIFY(writeSessionFile(file("s.collapsar"), contents).ok());
    const Result<SessionContents> read = readSessionFile(file("s.collapsar"));
    QVERIFY2(read.ok(), read.ok() ? "" : read.error().detail.c_str());
    QVERIFY(read.value() == contents);
    QVERIFY(writeSessionFile(file("t.collapsar"), read.value()).ok());
    QFile first(m_folder->filePath("s.collapsar"));
    QFile second(m_folder->filePath("t.collapsar"));
    QVERIFY(first.open(QIODevice::ReadOnly) && second.open(QIODevice::ReadOnly));
    QCOMPARE(first.readAll(), second.readAll());
}

void TestSessionFile::runsMoveWithTheFileOrStayWhereTheyWere() {
    QDir(m_folder->path()).mkdir("old");
    QDir(m_folder->path()).mkdir("new");
    makeRun(m_folder->filePath("old/a.run"), "a");
    SessionContents contents;
    contents.runs = {runOf(file("old/a.run"), "a")};
    QVERIFY(writeSessionFile(file("old/s.collapsar"), contents).ok());
    fs::copy_file(file("old/s.collapsar"), file("new/s.collapsar"));
    QCOMPARE(readSessionFile(file("new/s.collapsar")).value().runs[0].folder, file("old/a.run"));
    fs::rename(file("old/a.run"), file("new/a.run"));
    QCOMPARE(readSessionFile(file("new/s.collapsar")).value().runs[0].folder, file("new/a.run"));
}

void TestSessionFile::runIsFoundByItsIdAndTheRestOpensWithoutIt() {
    auto engine = FakeEngine(std::make_shared<CallLog>());
    engine.records = {{"stayed.run", recordOf("1")}, {"renamed.run", recordOf("2")}};
    makeRun(m_folder->filePath("stayed.run"), "1");
    makeRun(m_folder->filePath("runs/other.run"), "4");
    makeRun(m_folder->filePath("runs/renamed.run"), "2");
    SessionContents contents;
    contents.runs = {runOf(file("stayed.run"), "1", 5), runOf(file("before.run"), "2", 2),
                     runOf(file("lost.run"), "3")};
    contents.runs[1].isShown = false;
    QVERIFY(writeSessionFile(file("s.collapsar"), contents).ok());
    const Result<OpenedSession> opened = openSessionFile(file("s.collapsar"), engine, RunStorage(file("runs")));
    QVERIFY(opened.ok());
    QCOMPARE(opened.value().runs.size(), std::size_t(2));
    QCOMPARE(opened.value().runs[0].identity, 5);
    QCOMPARE(opened.value().runs[1].folder, file("runs/renamed.run"));
    QCOMPARE(opened.value().runs[1].plan.name, std::string("Run 2"));
    QVERIFY(!opened.value().runs[1].isShown);
    QCOMPARE(opened.value().missing.size(), std::size_t(1));
    const std::string& detail = opened.value().missing[0].detail;
    QVERIFY2(detail.find("Run 3") != std::string::npos && detail.find("lost.run") != std::string::npos, detail.c_str());
}

void TestSessionFile::anotherRunInItsPlaceIsNotTaken() {
    auto engine = FakeEngine(std::make_shared<CallLog>());
    engine.records = {{"a.run", recordOf("another")}};
    makeRun(m_folder->filePath("a.run"), "another");
    SessionContents contents;
    contents.runs = {runOf(file("a.run"), "1")};
    QVERIFY(writeSessionFile(file("s.collapsar"), contents).ok());
    const Result<OpenedSession> opened = openSessionFile(file("s.collapsar"), engine, RunStorage(fs::path()));
    QVERIFY(opened.ok());
    QVERIFY(opened.value().runs.empty());
    QCOMPARE(opened.value().missing.size(), std::size_t(1));
}

void TestSessionFile::onlyRunsThatStayAreSaved() {
    std::vector<RunView> views(5);
    for (int i = 0; i < 5; ++i) {
        views[i].folder = "run";
        views[i].id = std::to_string(i);
    }
    views[0].isGhost = true;
    views[1].isDiscarded = true;
    views[2].isWaiting = true;
    views[3].folder.clear();
    const std::vector<SessionRun> saved = sessionRuns(views);
    QCOMPARE(saved.size(), std::size_t(1));
    QCOMPARE(saved[0].id, std::string("4"));
}

void TestSessionFile::badFilesAreRefusedAndSayWhatIsWrong_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    const QByteArray run =
        R"({"folder":"a","absolute":"/a","id":"1","name":"n","note":"","group":"","identity":0,"shown":true})";
    const auto with = [&](QByteArray changed) {
        return QByteArray(R"({"collapsar-session":1,"view":{},"layout":{},"runs":[)") + run + ',' + changed + "]}";
    };
    QTest::newRow("empty") << QByteArray() << QByteArray("byte");
    QTest::newRow("not JSON") << QByteArray("run 1") << QByteArray("byte");
    QTest::newRow("a list") << QByteArray("[1, 2]") << QByteArray("not a session");
    QTest::newRow("other JSON") << QByteArray("{\"runs\": []}") << QByteArray("not a session");
    QTest::newRow("version is text") << QByteArray(R"({"collapsar-session":"1"})") << QByteArray("collapsar-session");
    QTest::newRow("newer") << QByteArray(R"({"collapsar-session":2})") << QByteArray("version 2");
    QTest::newRow("no runs") << QByteArray(R"({"collapsar-session":1,"view":{},"layout":{}})")
                             << QByteArray("\"runs\"");
    QTest::newRow("run is text") << with("\"x\"") << QByteArray("run 2");
    QTest::newRow("no id") << with(QByteArray(run).replace("\"id\":\"1\",", ""))
                           << QByteArray("in run 2, \"id\" is missing");
    QTest::newRow("identity") << with(QByteArray(run).replace(":0", ":-1")) << QByteArray("\"identity\"");
    QTest::newRow("large identity") << with(QByteArray(run).replace(":0", ":1e300")) << QByteArray("\"identity\"");
    QTest::newRow("half identity") << with(QByteArray(run).replace(":0", ":0.5")) << QByteArray("\"identity\"");
    QTest::newRow("shown") << with(QByteArray(run).replace("true", "1")) << QByteArray("\"shown\"");
    QTest::newRow("layout") << QByteArray(R"({"collapsar-session":1,"view":{},"layout":{"rows":"%%"},"runs":[]})")
                            << QByteArray("\"rows\"");
    QTest::newRow("too many") << QByteArray(R"({"collapsar-session":1,"view":{},"layout":{},"runs":[0)") +
                                     QByteArray(",0").repeated(1000) + "]}"
                              << QByteArray("1001");
    QTest::newRow("deep") << QByteArray("[").repeated(100000) << QByteArray("byte");
}

void TestSessionFile::badFilesAreRefusedAndSayWhatIsWrong() {
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, expected);
    const Result<SessionContents> read = readSessionFile(write("bad.collapsar", text));
    QVERIFY(!read.ok());
    QVERIFY2(QByteArray::fromStdString(read.error().detail).contains(expected), read.error().detail.c_str());
    QVERIFY(read.error().detail.find("bad.collapsar") != std::string::npos);
}

void TestSessionFile::everyTruncationIsRefused() {
    QVERIFY(writeSessionFile(file("s.collapsar"), fullContents(m_folder->path().toStdString())).ok());
    QFile whole(m_folder->filePath("s.collapsar"));
    QVERIFY(whole.open(QIODevice::ReadOnly));
    const QByteArray text = whole.readAll().trimmed();
    for (qsizetype length = 0; length < text.size(); ++length) {
        QVERIFY(!readSessionFile(write("cut.collapsar", text.left(length))).ok());
    }
    QVERIFY(readSessionFile(write("cut.collapsar", text)).ok());
}

void TestSessionFile::failedWriteLeavesTheOldFile() {
    QVERIFY(!writeSessionFile(file("nowhere/s.collapsar"), {}).ok());
    QCOMPARE(readSessionFile(file("nowhere/s.collapsar")).error().code, ErrorCode::FileMissing);
    QVERIFY(QDir(m_folder->path()).mkdir("folder.collapsar"));
    QVERIFY(!writeSessionFile(file("folder.collapsar"), {}).ok());
    QCOMPARE(readSessionFile(file("folder.collapsar")).error().code, ErrorCode::FileUnreadable);
    QVERIFY(QFileInfo(m_folder->filePath("folder.collapsar")).isDir());
}

QTEST_GUILESS_MAIN(TestSessionFile)
#include "tst_session_file.moc"
