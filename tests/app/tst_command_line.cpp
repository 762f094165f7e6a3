// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line.h"

#include <QTest>

using namespace collapsar;

namespace {

Result<CommandLine> parse(const QString& words) {
    return parseCommandLine(QStringList{"collapsar"} + words.split(' ', Qt::SkipEmptyParts));
}

}  // namespace

class TestCommandLine : public QObject {
    Q_OBJECT

private slots:
    void nothingOpensTheWindow();
    void whatToOpen_data();
    void whatToOpen();
    void demo();
    void figure();
    void heFigure();
    void animate();
    void wrongArgumentsAreNamed_data();
    void wrongArgumentsAreNamed();
    void helpNamesEveryOption();
    void exitCodes();
};

void TestCommandLine::nothingOpensTheWindow() {
    const auto line = parse("");
    QVERIFY(line.ok());
    QVERIFY(line.value().task == CommandLine::Task::Window);
    QVERIFY(line.value().subject.isEmpty() && !line.value().theme);
}

void TestCommandLine::whatToOpen_data() {
    QTest::addColumn<QString>("words");
    QTest::addColumn<int>("task");
    QTest::addColumn<QString>("subject");
    QTest::newRow("preset") << "he-fig3" << int(CommandLine::Task::Window) << "he-fig3";
    QTest::newRow("run") << "a/b.run --theme dark" << int(CommandLine::Task::Window) << "a/b.run";
    QTest::newRow("help") << "--help he-fig3 --theme dark" << int(CommandLine::Task::Help) << "";
    QTest::newRow("figure help") << "figure -h" << int(CommandLine::Task::Help) << "";
    QTest::newRow("version") << "-v" << int(CommandLine::Task::Version) << "";
}

void TestCommandLine::whatToOpen() {
    QFETCH(QString, words);
    QFETCH(int, task);
    QFETCH(QString, subject);
    const auto line = parse(words);
    QVERIFY(line.ok());
    QCOMPARE(int(line.value().task), task);
    QCOMPARE(line.value().subject, subject);
    QCOMPARE(line.value().theme.has_value(), task == int(CommandLine::Task::Window) && words.contains("--theme"));
}

void TestCommandLine::demo() {
    const auto line = parse("--demo out --updates 50");
    QVERIFY(line.ok());
    QVERIFY(line.value().task == CommandLine::Task::Demo);
    QCOMPARE(line.value().demoFolder, QString("out"));
    QCOMPARE(line.value().demoUpdates, 50);
    QCOMPARE(parse("--demo out").value().demoUpdates, 0);
}

void TestCommandLine::figure() {
    const auto line = parse("figure a.run b.run --kind curves --out f.svg --width 100 --height 50 --dpi 72");
    QVERIFY(line.ok());
    const FigureTask& figure = line.value().figure;
    QCOMPARE(figure.runs, QStringList({"a.run", "b.run"}));
    QVERIFY(figure.kind == FigureKind::Curves);
    QCOMPARE(figure.out, QString("f.svg"));
    QCOMPARE(figure.millimetres, QSizeF(100, 50));
    QCOMPARE(figure.dpi, 72);
    QVERIFY(parse("figure a.run --out f.pdf").value().figure.millimetres.isEmpty());
}

void TestCommandLine::heFigure() {
    const auto line = parse("figure a.run b.run --kind he3 --at 0,200,2000 --example 7 --no-caption --out f.svg");
    QVERIFY(line.ok());
    const FigureTask& figure = line.value().figure;
    QVERIFY(figure.kind == FigureKind::Trajectories && !figure.hasCaption);
    QCOMPARE(figure.updates, (std::vector<std::int64_t>{0, 200, 2000}));
    QCOMPARE(figure.probe, 6);
    QVERIFY(parse("figure a.run --kind he2 --out f.pdf").value().figure.kind == FigureKind::MeanSpaces);
    QVERIFY(parse("figure a.run --kind he4 --out f.pdf").value().figure.kind == FigureKind::Information);
}

void TestCommandLine::animate() {
    const auto line = parse(
        "animate a.run b.run --out r.gif --from 5 --to 50 --fps 20 --speed 2 --size 640x360 "
        "--theme dark --no-curves");
    QVERIFY(line.ok());
    QVERIFY(line.value().task == CommandLine::Task::Animate);
    const AnimateTask& task = line.value().animate;
    QCOMPARE(task.runs, QStringList({"a.run", "b.run"}));
    QVERIFY(task.animation.format == AnimationFormat::Gif && task.animation.curves == ReplayCurves::Hidden);
    QVERIFY(task.animation.theme == ThemeMode::Dark);
    QCOMPARE(task.animation.pixels, QSize(640, 360));
    QCOMPARE(task.animation.framesPerSecond, 20.0);
    QCOMPARE(task.animation.updatesPerFrame, 2.0);
    QCOMPARE(*task.from, std::int64_t(5));
    QCOMPARE(*task.to, std::int64_t(50));
    QVERIFY(parse("animate a.run --out frames").value().animate.animation.format == AnimationFormat::PngSequence);
}

void TestCommandLine::wrongArgumentsAreNamed_data() {
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("named");
    QTest::newRow("unknown") << "--colour red"
                             << "colour";
    QTest::newRow("two subjects") << "he-fig2 he-fig3"
                                  << "he-fig3";
    QTest::newRow("theme") << "--theme purple"
                           << "purple";
    QTest::newRow("updates") << "--demo out --updates many"
                             << "many";
    QTest::newRow("updates range") << "--demo out --updates 0"
                                   << "0";
    QTest::newRow("updates alone") << "--updates 10"
                                   << "--demo";
    QTest::newRow("demo and run") << "--demo out a.run"
                                  << "--demo";
    QTest::newRow("no out") << "figure a.run"
                            << "--out";
    QTest::newRow("no run") << "figure --out a.pdf"
                            << "run folder";
    QTest::newRow("format") << "figure a.run --out a.gif"
                            << "a.gif";
    QTest::newRow("kind") << "figure a.run --out a.pdf --kind pie"
                          << "pie";
    QTest::newRow("at") << "figure a.run --out a.pdf --kind he2 --at 1,x"
                        << "1,x";
    QTest::newRow("at elsewhere") << "figure a.run --out a.pdf --at 1"
                                  << "--at";
    QTest::newRow("example") << "figure a.run --out a.pdf --kind he3 --example 0"
                             << "--example";
    QTest::newRow("animate nothing") << "animate --out a.gif"
                                     << "run folder";
    QTest::newRow("size") << "animate a.run --out a.gif --size big"
                          << "big";
    QTest::newRow("fps") << "animate a.run --out a.gif --fps 1000"
                         << "50";
    QTest::newRow("width alone") << "figure a.run --out a.pdf --width 100"
                                 << "--height";
    QTest::newRow("width range") << "figure a.run --out a.pdf --width 1 --height 100"
                                 << "20";
    QTest::newRow("dpi") << "figure a.run --out a.png --dpi nan"
                         << "nan";
}

void TestCommandLine::wrongArgumentsAreNamed() {
    QFETCH(QString, words);
    QFETCH(QString, named);
    const auto line = parse(words);
    QVERIFY(!line.ok());
    QVERIFY2(QString::fromStdString(line.error().detail).contains(named), line.error().detail.c_str());
}

void TestCommandLine::helpNamesEveryOption() {
    const QString help = commandLineHelp();
    for (const char* option :
         {"--demo",  "--updates", "--theme",   "--kind",       "--out",     "--width", "--height",
          "--dpi",   "--at",      "--example", "--no-caption", "--from",    "--to",    "--fps",
          "--speed", "--size",    "animate",   "--help",       "--version", "figure",  "Exit codes"}) {
        QVERIFY2(help.contains(QLatin1String(option)), option);
    }
}

void TestCommandLine::exitCodes() {
    QCOMPARE(int(exitCodeOf({ErrorCode::FileMissing, ""})), 3);
    QCOMPARE(int(exitCodeOf({ErrorCode::InvalidSettings, ""})), 3);
    QCOMPARE(int(exitCodeOf({ErrorCode::FileUnwritable, ""})), 1);
    QCOMPARE(int(exitCodeOf({ErrorCode::Internal, ""})), 1);
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_command_line.moc"
