// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export_flow.h"
#include "app/main_window.h"
#include "app/preferences.h"
#include "app/run_opening.h"
#include "app/stage_presenter.h"
#include "app/window_actions.h"
#include "tests/app/fake_engine.h"
#include "widgets/control_bar.h"
#include "widgets/curves_panel.h"
#include "widgets/notice_bar.h"
#include "widgets/posterior_plot.h"
#include "widgets/run_card.h"
#include "widgets/segmented_control.h"
#include "widgets/stage.h"
#include "widgets/switches_card.h"

#include <qcustomplot.h>
#include <QAbstractButton>
#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QMenuBar>
#include <QSet>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QWheelEvent>

using namespace collapsar;
using namespace collapsar::test;

/// A window on fake runs, with files of its own.
struct Desk {
    explicit Desk(FakeOptions options = {})
        : engine(new FakeEngine(log, options)),
          session(std::unique_ptr<Engine>(engine), RunStorage(folder.filePath("runs").toStdString())),
          preferences(folder.filePath("collapsar.ini")),
          window(std::make_unique<MainWindow>(session, preferences)) {
        window->show();
        (void)QTest::qWaitForWindowActive(window.get());  // keys go to active windows only
        window->usePreset(builtInPresets().front());
    }
    void key(int code, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::keyClick(window.get(), Qt::Key(code), modifiers);
    }
    const RunView& run(int i) const { return session.runs()[i]; }

    QTemporaryDir folder;
    std::shared_ptr<CallLog> log = std::make_shared<CallLog>();
    FakeEngine* engine;
    Session session;
    Preferences preferences;
    std::unique_ptr<MainWindow> window;
};

class TestMainWindow : public QObject {
    Q_OBJECT

private slots:
    void opensWithTheDemoReady();
    void oneClickStartsBothRuns();
    void keysStartPauseStepAndReset();
    void noTwoActionsShareAKey();
    void aSwitchOfOneRunIsShownAndMarked();
    void aZoomStaysWhileDataArriveAndFollowReturns();
    void themesChangeTheWindow();
    void figuresAndTablesAreWritten();
    void oneRunOrTwo();
    void repeatsFitIntoTheWindow();
    void closingWhileTrainingIsAnsweredAtOnce();
    void layoutThemeAndPaceAreKept();
    void interruptedRunsAreOfferedAndOpened();
    void errorsAreToldInTheStatusBar();
    void presetsThatNeedATextStayOutside();
    void aFirstPresetThatFailsLeavesTheUsualStage();
    void aSlowBlasIsToldUntilDismissed();
    void theEventLoopNeverWaitsForRuns();
};

void TestMainWindow::opensWithTheDemoReady() {
    Desk desk;
    QCOMPARE(desk.window->stage().cards().size(), qsizetype(2));
    QCOMPARE(desk.window->presenter().switches().size(), std::size_t(2));
    QTRY_VERIFY(desk.run(0).state.phase == RunPhase::Ready && desk.run(1).state.phase == RunPhase::Ready);
    QCOMPARE(desk.run(0).plan.settings.seed, desk.run(1).plan.settings.seed);
    QVERIFY(desk.window->windowTitle().contains("He Fig. 2"));
}

void TestMainWindow::oneClickStartsBothRuns() {
    Desk desk;
    QTRY_VERIFY(desk.run(1).state.phase == RunPhase::Ready);
    QAbstractButton* start = desk.window->controlBar().button(ControlBar::Button::StartPause);
    QTRY_VERIFY(start->isEnabled());
    QTest::mouseClick(start, Qt::LeftButton);
    QTRY_VERIFY(desk.run(0).state.at.update > 10 && desk.run(1).state.at.update > 10);
    QTRY_VERIFY(desk.window->stage().card(0)->plot()->snapshot() != nullptr);
    QTRY_COMPARE(desk.window->stage().card(0)->shownVerdict(), VerdictKind::InferenceCollapse);
    QTRY_COMPARE(desk.window->stage().card(1)->shownVerdict(), VerdictKind::InStep);
    for (const CurvePlot* plot : desk.window->curves().plots()) {
        QVERIFY(plot->pointCount(0) > 0 && plot->pointCount(1) > 0);
    }
}

void TestMainWindow::keysStartPauseStepAndReset() {
    Desk desk;
    QTRY_VERIFY(desk.run(1).state.phase == RunPhase::Ready);
    desk.key(Qt::Key_E);
    QTRY_COMPARE(desk.run(0).state.at.inner, 1);
    desk.key(Qt::Key_D);
    desk.key(Qt::Key_U);
    QTRY_COMPARE(desk.run(1).state.at.update, 2);
    desk.key(Qt::Key_Space);
    QTRY_VERIFY(desk.run(0).state.phase == RunPhase::Training);
    QTRY_VERIFY(desk.run(0).state.at.update > 20);
    desk.key(Qt::Key_Space);
    QTRY_VERIFY(desk.run(0).state.phase == RunPhase::Paused);
    desk.key(Qt::Key_R, Qt::ControlModifier);
    QCOMPARE(desk.run(0).state.at.update, 0);
    QTRY_VERIFY(desk.run(0).state.phase == RunPhase::Ready);
    QCOMPARE(desk.window->stage().card(0)->plot()->snapshot(), nullptr);
    const auto seed = desk.run(0).plan.settings.seed;
    desk.key(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(desk.run(0).plan.settings.seed != seed);
    desk.key(Qt::Key_3);
    QVERIFY(desk.window->windowTitle().contains(QString::fromStdString(builtInPresets()[2].title)));
}

void TestMainWindow::noTwoActionsShareAKey() {
    Desk desk;
    QSet<QKeySequence> keys;
    for (const QAction* menu : desk.window->menuBar()->actions())
        keys.insert(QKeySequence::mnemonic(menu->text()));
    for (const QAction* action : desk.window->actions().withKeys()) {
        QVERIFY2(!keys.contains(action->shortcut()), qPrintable(action->text()));
        keys.insert(action->shortcut());
    }
    QVERIFY(keys.size() > 30);
}

void TestMainWindow::aSwitchOfOneRunIsShownAndMarked() {
    FakeOptions options;
    options.refusedField = "pooling";
    Desk desk(options);
    QTRY_VERIFY(desk.run(0).state.phase == RunPhase::Ready);
    SwitchesCard* card = desk.window->presenter().switches()[0];
    Intervention aggressive;
    aggressive.field = "aggressive";
    aggressive.newValue = "on";
    Q_EMIT card->interventionRequested(aggressive);
    QTRY_COMPARE(desk.run(0).state.settings.aggressive, Aggressive::On);
    QCOMPARE(desk.run(1).state.settings.aggressive, builtInPresets().front().runs[1].settings.aggressive);
    QCOMPARE(desk.run(0).events.size(), std::size_t(1));
    Intervention pooling;
    pooling.field = "pooling";
    pooling.newValue = "max";
    Q_EMIT card->interventionRequested(pooling);
    QCOMPARE(desk.run(0).state.settings.pooling, Pooling::Last);
    Q_EMIT card->actionRequested(Action::ReinitialiseDecoder);
    QTRY_COMPARE(desk.run(0).events.size(), std::size_t(2));
    QVERIFY(desk.run(0).events.back().intervention.action == Action::ReinitialiseDecoder);
}

void TestMainWindow::aZoomStaysWhileDataArriveAndFollowReturns() {
    Desk desk;
    QTRY_VERIFY(desk.run(1).state.phase == RunPhase::Ready);
    QAbstractButton* followButton = desk.window->controlBar().button(ControlBar::Button::Follow);
    desk.session.start();
    QTRY_VERIFY(desk.run(0).state.at.update > 20);
    PosteriorPlot* plot = desk.window->stage().card(0)->plot();
    auto* canvas = plot->findChild<QCustomPlot*>();
    QVERIFY(canvas != nullptr);
    const QPointF middle = canvas->axisRect()->center();
    QWheelEvent wheel(middle, canvas->mapToGlobal(middle), {}, {0, 120}, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(canvas, &wheel);
    QVERIFY(!plot->isFollowing());
    const QCPRange zoomed = canvas->xAxis->range();
    const auto update = desk.run(0).state.at.update;
    QTRY_VERIFY(desk.run(0).state.at.update > update + 100);
    QCOMPARE(canvas->xAxis->range().lower, zoomed.lower);
    QCOMPARE(canvas->xAxis->range().upper, zoomed.upper);
    QVERIFY(desk.window->curves().isFollowing());
    QTest::mouseClick(followButton, Qt::LeftButton);
    QVERIFY(plot->isFollowing());
}

void TestMainWindow::themesChangeTheWindow() {
    Desk desk;
    desk.window->setTheme(ThemeMode::Dark);
    QCOMPARE(QApplication::palette().color(QPalette::Window), darkTheme().window);
    const QString dark = qApp->styleSheet();
    desk.key(Qt::Key_L, Qt::ControlModifier | Qt::AltModifier);
    QCOMPARE(QApplication::palette().color(QPalette::Window), lightTheme().window);
    QVERIFY(qApp->styleSheet() != dark);
    QCOMPARE(desk.preferences.theme(), ThemeMode::Light);
    desk.window->actions().presentation->setChecked(true);
    QCOMPARE(qApp->styleSheet(), scaledStyleSheet(appStyleSheet(lightTheme()), 1.4));
    QVERIFY(qApp->styleSheet().contains("font-size: 18px"));
}

void TestMainWindow::figuresAndTablesAreWritten() {
    Desk desk;
    QSignalSpy written(&desk.window->exports(), &ExportFlow::written);
    QSignalSpy failed(&desk.window->exports(), &ExportFlow::failed);
    ExportRequest request;
    request.subject = ExportSubject::PosteriorMeans;
    request.path = desk.folder.filePath("means.csv");
    desk.window->exports().perform(request);
    QCOMPARE(failed.count(), 2);  // nothing measured yet, said for each run
    desk.session.start();
    QTRY_VERIFY(desk.run(0).snapshot && desk.run(1).snapshot);
    desk.window->exports().perform(request);
    request.subject = ExportSubject::Curves;
    request.path = desk.folder.filePath("curves.csv");
    desk.window->exports().perform(request);
    QTRY_COMPARE(written.count(), 4);
    request.subject = ExportSubject::Stage;
    request.format = ImageFormat::Svg;
    request.path = desk.folder.filePath("stage.svg");
    desk.window->exports().perform(request);
    request.subject = ExportSubject::EachPlot;
    request.path = desk.folder.filePath("plots");
    QVERIFY(QDir().mkpath(request.path));
    desk.window->exports().perform(request);
    request.subject = ExportSubject::Checkpoint;
    request.path = desk.folder.filePath("model.ckpt");
    desk.window->exports().perform(request);
    QCOMPARE(failed.count(), 2);
    const QStringList files = QDir(desk.folder.path()).entryList(QDir::Files);
    for (const char* name : {"means-basic.csv", "means-aggressive.csv", "curves-basic.csv", "stage.svg"}) {
        QVERIFY2(files.contains(QLatin1String(name)), qPrintable(files.join(' ')));
    }
    QCOMPARE(QDir(desk.folder.filePath("plots")).entryList({"*.svg"}).size(), qsizetype(6));
    QCOMPARE(desk.log->count("Basic: saveCheckpoint " + desk.folder.filePath("model-basic.ckpt")), 1);
    QCOMPARE(desk.preferences.exportFolder(), desk.folder.path());
    request.subject = ExportSubject::Stage;
    request.path = "/dev/null/stage.svg";
    desk.window->exports().perform(request);
    QCOMPARE(failed.count(), 3);
}

void TestMainWindow::oneRunOrTwo() {
    Desk desk;
    desk.key(Qt::Key_1, Qt::AltModifier);
    QCOMPARE(desk.session.runs().size(), std::size_t(1));
    QCOMPARE(desk.window->stage().cards().size(), qsizetype(1));
    desk.key(Qt::Key_2, Qt::AltModifier);
    QCOMPARE(desk.window->stage().cards().size(), qsizetype(2));
    QCOMPARE(desk.run(1).plan.name, builtInPresets().front().runs[1].name);
}

void TestMainWindow::repeatsFitIntoTheWindow() {
    Desk desk;
    desk.window->resize(1280, 800);
    QVERIFY(desk.session.repeat(0, 4).ok());
    QTRY_COMPARE(desk.window->stage().cards().size(), qsizetype(6));
    desk.session.start();
    QTRY_VERIFY(desk.run(1).state.at.update > 5);
    QTest::qWait(100);
    QCOMPARE(desk.window->width(), 1280);
    for (const RunCard* card : desk.window->stage().cards()) {
        QCOMPARE(card->findChild<QLineEdit*>()->cursorPosition(), 0);
    }
    QCOMPARE(desk.run(2).plan.name, std::string("Basic, seed 783436"));
    QVERIFY(desk.session.repeat(2, 1).ok());
    QCOMPARE(desk.session.runs().back().plan.name, std::string("Basic, seed 783440"));
}

void TestMainWindow::closingWhileTrainingIsAnsweredAtOnce() {
    FakeOptions slow;
    slow.stopMilliseconds = 500;
    Desk desk(slow);
    desk.session.start();
    QTRY_VERIFY(desk.run(0).state.at.update > 5);
    QElapsedTimer time;
    time.start();
    QVERIFY(desk.window->close());
    QVERIFY2(time.elapsed() < 200, qPrintable(QString::number(time.elapsed())));
    QVERIFY(!desk.window->isVisible());
    QCOMPARE(desk.log->count("Basic: stop"), 1);
    QCOMPARE(desk.log->count("Basic: destroyed"), 0);
}

void TestMainWindow::layoutThemeAndPaceAreKept() {
    Desk desk;
    desk.window->resize(1111, 777);
    desk.key(Qt::Key_3, Qt::ControlModifier);
    QCOMPARE(desk.session.pace(), Pace::FullSpeed);
    QVERIFY(desk.window->close());
    MainWindow again(desk.session, desk.preferences);
    QCOMPARE(again.size(), QSize(1111, 777));
    QCOMPARE(desk.session.pace(), Pace::FullSpeed);
    QVERIFY(again.actions().paces->checkedAction()->data().toInt() == int(Pace::FullSpeed));
}

void TestMainWindow::interruptedRunsAreOfferedAndOpened() {
    Desk desk;
    const auto folder = desk.session.storage().newFolder("Old");
    QVERIFY(std::filesystem::create_directory(folder));
    RunRecord record;
    record.name = "Old";
    record.state.phase = RunPhase::Training;
    record.state.at.update = 40;
    record.state.totalUpdates = 100;
    record.measurements = {madeUpMeasurement(40, 0.2)};
    record.snapshots = {madeUpSnapshot(40, 1)};
    desk.engine->records[folder.filename().string()] = record;
    desk.window->lookForInterrupted();
    QTRY_COMPARE(desk.window->opening().interrupted().size(), std::size_t(1));
    desk.window->opening().open(QString::fromStdString(folder.string()), OpenAs::ReadOnly);
    QTRY_COMPARE(desk.session.runs().size(), std::size_t(1));
    QTRY_COMPARE(desk.window->stage().card(0)->shownVerdict(), VerdictKind::InStep);
    QVERIFY(!desk.window->presenter().switches()[0]->isEnabled());
    desk.window->opening().open(QString::fromStdString(folder.string()), OpenAs::Resumed);
    QTRY_VERIFY(!desk.run(0).isReadOnly);
    QTRY_VERIFY(desk.run(0).state.phase == RunPhase::Ready);
    QCOMPARE(desk.log->count("Old: resume"), 1);
    QCOMPARE(desk.preferences.recentRuns().size(), qsizetype(1));
}

void TestMainWindow::errorsAreToldInTheStatusBar() {
    Desk desk;
    QSignalSpy failed(&desk.window->opening(), &RunOpening::failed);
    desk.window->opening().open("/nowhere.run", OpenAs::Ask);
    QTRY_COMPARE(failed.count(), 1);
    desk.window->openSubject("no-such-preset");
    QCOMPARE(desk.session.runs().size(), std::size_t(2));
}

void TestMainWindow::presetsThatNeedATextStayOutside() {
    Desk desk;
    const QString title = QString::fromStdString(findPreset("strategies").value().title);
    for (const QAction* action : desk.window->findChildren<QAction*>())
        QVERIFY(action->text() != title);
    desk.window->openSubject("strategies");
    QCOMPARE(desk.session.runs().size(), std::size_t(2));
    QVERIFY(desk.window->statusBar()->currentMessage().contains("collapsar-cli sweep strategies --set data=FILE"));
}

void TestMainWindow::aFirstPresetThatFailsLeavesTheUsualStage() {
    Desk desk;
    Session fresh(std::make_unique<FakeEngine>(desk.log), RunStorage(desk.folder.filePath("fresh").toStdString()));
    MainWindow window(fresh, desk.preferences);
    window.openSubject("no-such-preset");
    QCOMPARE(fresh.runs().size(), std::size_t(2));
}

void TestMainWindow::aSlowBlasIsToldUntilDismissed() {
    Desk quick;
    quick.window->checkComputing();
    QVERIFY(quick.window->notice().isHidden());

    FakeOptions options;
    options.hasSlowBlas = true;
    Desk desk(options);
    QVERIFY(desk.window->notice().isHidden());  // not before the first frame
    desk.window->checkComputing();
    QVERIFY(desk.window->notice().isVisible());
    QVERIFY(desk.window->notice().text().contains("libopenblas0-pthread"));
    auto* dismiss = desk.window->notice().findChild<QAbstractButton*>("dismissNotice");
    QVERIFY(dismiss != nullptr);
    QTest::mouseClick(dismiss, Qt::LeftButton);
    QVERIFY(desk.window->notice().isHidden());
}

/// Runs that report as fast as they can leave the event loop free.
void TestMainWindow::theEventLoopNeverWaitsForRuns() {
    FakeOptions fast;
    fast.millisecondsPerUpdate = 0;
    Desk desk(fast);
    QElapsedTimer sinceTick;
    qint64 longest = 0;
    int ticks = 0;
    QTimer tick;
    connect(&tick, &QTimer::timeout, this, [&] {
        longest = std::max(longest, sinceTick.restart());
        ++ticks;
    });
    QTRY_VERIFY(desk.run(1).state.phase == RunPhase::Ready);
    sinceTick.start();
    tick.start(0);
    desk.session.start();
    QTRY_VERIFY(desk.run(0).state.phase == RunPhase::Finished && desk.run(1).state.phase == RunPhase::Finished);
    QVERIFY2(ticks > 5 && longest < 1000,
             qPrintable(QStringLiteral("%1 ticks, longest %2 ms").arg(ticks).arg(longest)));
}

QTEST_MAIN(TestMainWindow)
#include "tst_main_window.moc"
