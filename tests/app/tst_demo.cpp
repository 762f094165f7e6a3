// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo.h"
#include "app/figure_command.h"
#include "tests/app/fake_engine.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace collapsar;
using namespace collapsar::test;

namespace {

QByteArray contents(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}  // namespace

class TestDemo : public QObject {
    Q_OBJECT

private slots:
    void leavesFiguresTablesAndAVerdict();
    void aSecondStartDoesNothing();
    void otherSettingsAreAnotherDemo();
    void aFolderThatCannotBeMadeIsAnError();
    void figureOfRuns();
    void figureOfWhatIsNoRun();
};

void TestDemo::leavesFiguresTablesAndAVerdict() {
    const QTemporaryDir folder;
    const auto log = std::make_shared<CallLog>();
    const DemoPlan plan = defaultDemo(folder.filePath("demo"), 30);
    QCOMPARE(int(runDemo(plan, std::make_unique<FakeEngine>(log))), int(ExitOk));
    const QDir demo(plan.folder);
    for (const char* name : {"posterior-means", "curves"}) {
        QVERIFY(contents(demo.filePath(QLatin1String(name) + ".pdf")).startsWith("%PDF"));
        QVERIFY(contents(demo.filePath(QLatin1String(name) + ".png")).startsWith("\x89PNG"));
        QVERIFY(contents(demo.filePath(QLatin1String(name) + ".svg")).contains("<svg"));
    }
    const QByteArray csv = contents(demo.filePath("curves-basic.csv"));
    QVERIFY(csv.startsWith("#"));
    QVERIFY(csv.contains("mi_full"));
    QVERIFY(QFile::exists(demo.filePath("curves-aggressive.csv")));
    const QByteArray verdict = contents(demo.filePath("verdict.txt"));
    QVERIFY2(verdict.contains("Basic, after 30 updates: Inference collapse"), verdict.constData());
    QVERIFY2(verdict.contains("Aggressive, after 30 updates: In step"), verdict.constData());
}

void TestDemo::aSecondStartDoesNothing() {
    const QTemporaryDir folder;
    const auto log = std::make_shared<CallLog>();
    const DemoPlan plan = defaultDemo(folder.path(), 5);
    QCOMPARE(int(runDemo(plan, std::make_unique<FakeEngine>(log))), int(ExitOk));
    const int calls = log->calls().size();
    QVERIFY(calls > 0);
    QCOMPARE(int(runDemo(plan, std::make_unique<FakeEngine>(log))), int(ExitOk));
    QCOMPARE(log->calls().size(), calls);
}

void TestDemo::otherSettingsAreAnotherDemo() {
    const DemoPlan plan = defaultDemo("x", 5);
    QCOMPARE(demoFingerprint(plan.preset), demoFingerprint(defaultDemo("y", 5).preset));
    QVERIFY(demoFingerprint(plan.preset) != demoFingerprint(defaultDemo("x", 6).preset));
    DemoPlan other = plan;
    other.preset.runs[1].settings.seed += 1;
    QVERIFY(demoFingerprint(plan.preset) != demoFingerprint(other.preset));
}

void TestDemo::aFolderThatCannotBeMadeIsAnError() {
    const auto log = std::make_shared<CallLog>();
    QCOMPARE(int(runDemo(defaultDemo("/dev/null/demo", 5), std::make_unique<FakeEngine>(log))), int(ExitFailed));
    QVERIFY(log->calls().isEmpty());
}

void TestDemo::figureOfRuns() {
    const QTemporaryDir folder;
    FakeEngine engine(std::make_shared<CallLog>());
    RunRecord record;
    record.name = "Old";
    record.measurements = {madeUpMeasurement(1, 0.1), madeUpMeasurement(2, 0.9)};
    record.snapshots = {madeUpSnapshot(2, 0.9)};
    engine.records["old.run"] = record;
    FigureTask task;
    task.runs = QStringList{"old.run", "old.run"};
    task.out = folder.filePath("figure.pdf");
    for (const FigureKind kind : {FigureKind::PosteriorMeans, FigureKind::Curves, FigureKind::Stage}) {
        task.kind = kind;
        QFile::remove(task.out);
        QCOMPARE(int(runFigureCommand(task, engine)), int(ExitOk));
        QVERIFY(contents(task.out).startsWith("%PDF"));
    }
}

void TestDemo::figureOfWhatIsNoRun() {
    FakeEngine engine(std::make_shared<CallLog>());
    RunRecord untrained;
    engine.records["untrained.run"] = untrained;
    FigureTask task;
    task.out = "figure.pdf";
    task.runs = QStringList{"nothing.run"};
    QCOMPARE(int(runFigureCommand(task, engine)), int(ExitBadInput));
    task.runs = QStringList{"untrained.run"};
    QCOMPARE(int(runFigureCommand(task, engine)), int(ExitBadInput));
    QVERIFY(!QFile::exists("figure.pdf"));
}

QTEST_MAIN(TestDemo)
#include "tst_demo.moc"
