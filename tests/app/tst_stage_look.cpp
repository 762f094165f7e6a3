// SPDX-License-Identifier: GPL-3.0-or-later
/// Changes of the view are taken back one by one, and the view as a value comes back whole.
#include "app/main_window.h"
#include "app/preferences.h"
#include "app/runs_drawer.h"
#include "app/session_flow.h"
#include "app/stage_presenter.h"
#include "app/summary_export.h"
#include "app/window_actions.h"
#include "tests/app/fake_engine.h"
#include "tests/support/turn_wheel.h"
#include "widgets/curves_panel.h"
#include "widgets/posterior_plot.h"
#include "widgets/run_card.h"
#include "widgets/stage.h"

#include <qcustomplot.h>
#include <QAction>
#include <QActionGroup>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUndoStack>

using namespace collapsar;
using namespace collapsar::test;

namespace {

QJsonObject savedIn(const QString& file) {
    QFile opened(file);
    return opened.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(opened.readAll()).object() : QJsonObject();
}

}  // namespace

class TestStageLook : public QObject {
    Q_OBJECT

private slots:
    void init();
    void everyChangeIsTakenBack_data();
    void everyChangeIsTakenBack();
    void replacingTheStageIsNoStep();
    void sessionKeepsTheLookWhole();
    void nonsenseIsLeftOut();
    void theTableOfRunsIsWritten();

private:
    [[nodiscard]] QJsonObject look();
    void change(const QString& what);
    [[nodiscard]] CurvesPanel& curves() const { return m_window->curves(); }
    [[nodiscard]] PosteriorPlot* plane() const { return m_window->stage().card(0)->plot(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<MainWindow> m_window;
};

void TestStageLook::init() {
    m_window.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_preferences = std::make_unique<Preferences>(m_folder->filePath("collapsar.ini"));
    m_session = std::make_unique<Session>(std::make_unique<FakeEngine>(std::make_shared<CallLog>()),
                                          RunStorage(m_folder->filePath("runs").toStdString()));
    m_window = std::make_unique<MainWindow>(*m_session, *m_preferences);
    m_window->resize(1280, 800);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    m_window->usePreset(builtInPresets().front());
    m_session->start();
    QTRY_VERIFY(m_session->runs()[0].state.at.update > 20);
    m_session->pause();
    QTRY_VERIFY(m_session->runs()[0].state.phase == RunPhase::Paused);
    QTRY_VERIFY(plane()->snapshot());
    QTest::qWait(300);  // the views have come to rest
}

/// As a session file has it.
QJsonObject TestStageLook::look() {
    const QString file = m_folder->filePath("look.collapsar");
    m_window->sessions().save(file);
    return savedIn(file)["view"].toObject();
}

void TestStageLook::change(const QString& what) {
    WindowActions& actions = m_window->actions();
    if (what == "axis") actions.axes->actions()[2]->trigger();
    if (what == "smoothing") actions.smoothings->actions().last()->trigger();
    if (what == "column") actions.curves[3]->actions().last()->trigger();
    if (what == "scale") curves().setScale(1, {ScaleKind::Symlog, 0.0001});
    if (what == "zoom of a curve") turnWheel(curves().plots()[1]);
    if (what == "zoom of a plane") turnWheel(plane());
    if (what == "trails") actions.trails->trigger();
    if (what == "staircase") actions.staircase->trigger();
    if (what == "own axes") actions.ownAxes->trigger();
    if (what == "bands") curves().setBandKind(BandKind::MinMax);
    QTest::qWait(20);
}

void TestStageLook::everyChangeIsTakenBack_data() {
    QTest::addColumn<QString>("what");
    for (const char* what : {"axis", "smoothing", "column", "scale", "zoom of a curve", "zoom of a plane", "trails",
                             "staircase", "own axes", "bands"})
        QTest::newRow(what) << what;
}

void TestStageLook::everyChangeIsTakenBack() {
    QFETCH(QString, what);
    const QJsonObject before = look();
    change(what);
    const QJsonObject after = look();
    QVERIFY2(after != before, "this test changes nothing");
    QCOMPARE(m_window->undoStack().count(), 1);
    m_window->actions().undo->trigger();
    QTest::qWait(20);
    QCOMPARE(look(), before);
    m_window->actions().redo->trigger();
    QTest::qWait(20);
    QCOMPARE(look(), after);
    QCOMPARE(m_window->undoStack().count(), 1);
}

void TestStageLook::replacingTheStageIsNoStep() {
    change("zoom of a curve");
    change("zoom of a plane");
    const int steps = m_window->undoStack().count();
    m_session->restart(Seed::Same);
    QTest::qWait(50);
    QVERIFY(curves().isFollowing());
    QCOMPARE(m_window->undoStack().count(), steps);
}

void TestStageLook::sessionKeepsTheLookWhole() {
    for (const char* what :
         {"axis", "smoothing", "column", "scale", "zoom of a curve", "trails", "staircase", "own axes", "bands"})
        change(what);
    const QJsonObject before = look();
    const QString file = m_folder->filePath("kept.collapsar");
    m_window->sessions().save(file);
    m_window->usePreset(builtInPresets().front());
    m_window->undoStack().clear();
    change("own axes");
    change("trails");
    QSignalSpy opened(&m_window->sessions(), &SessionFlow::opened);
    m_window->sessions().open(file);
    QTRY_COMPARE(opened.count(), 1);
    QTest::qWait(50);
    QCOMPARE(look(), before);
}

void TestStageLook::nonsenseIsLeftOut() {
    const QString file = m_folder->filePath("odd.collapsar");
    m_window->sessions().save(file);
    QJsonObject session = savedIn(file);
    const QJsonObject before = session["view"].toObject();
    session["view"] =
        QJsonObject{{"axis", 99},
                    {"smoothing", "much"},
                    {"trails", 3},
                    {"planes", QJsonObject{{"0", QJsonArray{1, 1, 2}}, {"7", "x"}}},
                    {"curves", QJsonObject{{"columns", QJsonArray{"nonsense", 5, {}, ""}},
                                           {"scales", QJsonArray{QJsonArray{2, -1}, QJsonArray{17, 1}, 3}},
                                           {"views", QJsonArray{QJsonArray{5, 1, 2, 3}, 1, 2, 3}},
                                           {"band", -4}}}};
    QFile out(file);
    QVERIFY(out.open(QIODevice::WriteOnly));
    out.write(QJsonDocument(session).toJson());
    out.close();
    QSignalSpy opened(&m_window->sessions(), &SessionFlow::opened);
    m_window->sessions().open(file);
    QTRY_COMPARE(opened.count(), 1);
    QCOMPARE(look(), before);
}

void TestStageLook::theTableOfRunsIsWritten() {
    const std::vector<RunSummary> summaries = m_window->drawer().summaries();
    QCOMPARE(summaries.size(), std::size_t(2));
    for (const char* ending : {"md", "csv", "tex"}) {
        const QString file = m_folder->filePath(QStringLiteral("table.") + QLatin1String(ending));
        QVERIFY(writeSummary(file, summaries).ok());
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        const QByteArray text = written.readAll();
        QVERIFY2(text.contains("Basic") && text.contains("Aggressive"), text.constData());
    }
    const Result<void> odd = writeSummary(m_folder->filePath("table.xls"), summaries);
    QVERIFY(!odd.ok() && odd.error().code == ErrorCode::InvalidSettings);
    const Result<void> nowhere = writeSummary(m_folder->filePath("none/table.md"), summaries);
    QVERIFY(!nowhere.ok() && nowhere.error().code == ErrorCode::FileUnwritable);
}

QTEST_MAIN(TestStageLook)
#include "tst_stage_look.moc"
