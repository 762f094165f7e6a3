// SPDX-License-Identifier: GPL-3.0-or-later
/// One whole story by mouse and keyboard, in the real window over the real trainer: race, zoom while it trains, scrub,
/// fork, what if, undo, export, session. The steps build on each other; after one that failed the others are skipped.
#include "app/engine.h"
#include "app/main_window.h"
#include "app/preferences.h"
#include "app/runs_drawer.h"
#include "app/session_flow.h"
#include "app/stage_presenter.h"
#include "app/window_actions.h"
#include "tests/support/small_run.h"
#include "tests/support/turn_wheel.h"
#include "widgets/compare_dialog.h"
#include "widgets/control_bar.h"
#include "widgets/curves_panel.h"
#include "widgets/display_text.h"
#include "widgets/export_dialog.h"
#include "widgets/fork_dialog.h"
#include "widgets/fork_switches.h"
#include "widgets/posterior_plot.h"
#include "widgets/run_card.h"
#include "widgets/runs_arrangement.h"
#include "widgets/runs_delegate.h"
#include "widgets/runs_panel.h"
#include "widgets/stage.h"
#include "widgets/switches_card.h"
#include "widgets/time_line.h"

#include <qcustomplot.h>
#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QFile>
#include <QImage>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStatusBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QtTest>

using namespace collapsar;

namespace {

constexpr int patience = 30000;  // milliseconds, for what the trainers do

/// Far longer than the story takes, so that every step meets runs under way.
Settings longRun() {
    Settings settings = smallSettings();
    settings.updates = 200000;
    return settings;
}

Preset smallRace() {
    Preset preset;
    preset.stem = "small";
    preset.title = "Small";
    preset.runs = {{.name = "Small basic", .settings = longRun()}, {.name = "Small skip", .settings = longRun()}};
    preset.runs[1].settings.skip = true;
    return preset;
}

/// The dialog that a key or a button has opened; null: none of this kind.
template <class Dialog>
Dialog* openDialog() {
    return qobject_cast<Dialog*>(QApplication::activeModalWidget());
}

QAbstractButton* buttonNamed(const QWidget& parent, const QString& text) {
    for (auto* button : parent.findChildren<QAbstractButton*>()) {
        if (button->text().remove(QLatin1Char('&')) == text) return button;
    }
    return nullptr;
}

void press(QAbstractButton* button) {
    const bool isText = qobject_cast<QCheckBox*>(button) != nullptr || button->inherits("QRadioButton");
    QTest::mouseClick(button, Qt::LeftButton, {}, isText ? QPoint(8, button->height() / 2) : button->rect().center());
}

/// For the file that a dialog writes.
QLineEdit* pathField(const ExportDialog& dialog) {
    for (auto* field : dialog.findChildren<QLineEdit*>()) {
        if (field->placeholderText() == QLatin1String("File or folder to write")) return field;
    }
    return nullptr;
}

QJsonObject savedSession(const QString& file) {
    QFile in(file);
    return in.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(in.readAll()).object() : QJsonObject();
}

}  // namespace

class TestCompareStory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void cleanupTestCase();

    void twoStrategiesRace();
    void aZoomStaysWhileTheyTrain();
    void theHandleTakesTheStageBack();
    void aForkGoesItsOwnWay();
    void theTableHasTheForkUnderItsParent();
    void aWhatIfIsKept();
    void aWhatIfIsThrownAway();
    void renamingIsUndone();
    void deletingIsUndone();
    void hidingIsUndone();
    void theStageIsExported();
    void figureTwoIsExported();
    void theSessionComesBack();

private:
    void comeBack();
    void key(Qt::Key code, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void dragHandle(std::int64_t update);
    void exportTo(ExportDialog& dialog, const QString& format, const QString& file);
    void pointAtRow(int run);
    const RunView& run(int number) const { return m_session->runs()[static_cast<std::size_t>(number)]; }
    int runCount() const { return static_cast<int>(m_session->runs().size()); }
    std::int64_t updateOf(int number) const { return run(number).state.at.update; }
    bool isInTable(int number) const { return m_window->drawer().runs().lines()->lineOf(number) >= 0; }

    QTemporaryDir m_folder;
    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<MainWindow> m_window;
    QStringList m_errors;
    bool m_hasFailed = false;
};

void TestCompareStory::initTestCase() {
    QVERIFY(m_folder.isValid());
    m_preferences = std::make_unique<Preferences>(m_folder.filePath("collapsar.ini"));
    m_session = std::make_unique<Session>(makeTrainingEngine(), RunStorage(m_folder.filePath("runs").toStdString()));
    m_window = std::make_unique<MainWindow>(*m_session, *m_preferences);
    connect(m_session.get(), &Session::failed, this, [this](const Error& error) { m_errors << errorText(error); });
    m_window->resize(1280, 900);
    m_window->show();
    QVERIFY2(QTest::qWaitForWindowActive(m_window.get()), "keys go to active windows only");
    m_window->usePreset(smallRace());
    QTRY_COMPARE_WITH_TIMEOUT(run(1).state.phase, RunPhase::Ready, patience);
}

void TestCompareStory::init() {
    if (m_hasFailed) QSKIP("a step before this one failed");
    comeBack();
}

void TestCompareStory::cleanup() {
    m_hasFailed = m_hasFailed || QTest::currentTestFailed();
    if (m_hasFailed && QApplication::activeModalWidget()) QApplication::activeModalWidget()->close();
    const QString told = m_errors.join(QLatin1Char('\n'));
    m_errors.clear();
    QVERIFY2(told.isEmpty(), qPrintable(told));
}

void TestCompareStory::cleanupTestCase() {
    m_window.reset();
    m_session.reset();
}

/// After a dialog: makes the window the active one, as a window manager does.
void TestCompareStory::comeBack() {
    QTRY_VERIFY2(!QApplication::activeModalWidget(), "a dialog stayed open");
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

/// To what has the focus, as from a keyboard.
void TestCompareStory::key(Qt::Key code, Qt::KeyboardModifiers modifiers) {
    QWidget* focus = QApplication::focusWidget();
    QTest::keyClick(focus != nullptr ? focus : m_window.get(), code, modifiers);
}

void TestCompareStory::dragHandle(std::int64_t update) {
    TimeTrack* track = m_window->timeLine().track();
    const auto place = [track](std::int64_t at) { return QPoint(track->pixelOf(at), track->height() / 2); };
    QTest::mousePress(track, Qt::LeftButton, {}, place(m_window->timeLine().cursor().update));
    QTest::mouseMove(track, place(update));
    QTest::mouseRelease(track, Qt::LeftButton, {}, place(update));
}

void TestCompareStory::exportTo(ExportDialog& dialog, const QString& format, const QString& file) {
    QAbstractButton* choice = buttonNamed(dialog, format);
    QLineEdit* path = pathField(dialog);
    QVERIFY2(choice && path, "the export dialog has no such format, or no path");
    press(choice);
    QTest::mouseClick(path, Qt::LeftButton);
    QTest::keyClick(path, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(path, file);
    press(buttonNamed(dialog, QStringLiteral("Export")));
}

/// A click beside the tick, so that it only selects.
void TestCompareStory::pointAtRow(int number) {
    const RunsPanel& panel = m_window->drawer().runs();
    const int line = panel.lines()->lineOf(number);
    QVERIFY2(line >= 0, qPrintable(QStringLiteral("run %1 has no line in the table").arg(number)));
    const QModelIndex place = panel.lines()->index(line, static_cast<int>(RunColumn::Strategy));
    panel.view()->scrollTo(place);  // a click outside of what is seen gives no focus
    const QRect cell = panel.view()->visualRect(place);
    QTest::mouseClick(panel.view()->viewport(), Qt::LeftButton, {}, cell.center());
    QCOMPARE(panel.selectedRuns(), QList<int>{number});
}

void TestCompareStory::twoStrategiesRace() {
    const int stage = m_session->stage();
    m_window->actions().compare->trigger();
    auto* dialog = openDialog<CompareDialog>();
    QVERIFY2(dialog, "Compare strategies opened no dialog");
    QVERIFY2(!dialog->acceptButton()->isEnabled(), "nothing is ticked yet, and it can be pressed");
    for (const int candidate : {0, 1})
        press(dialog->candidateBox(candidate));
    QVERIFY2(dialog->acceptButton()->isEnabled(), qPrintable(dialog->refusal()));
    press(dialog->acceptButton());
    QTRY_VERIFY2(m_session->stage() != stage, "the dialog brought no race on the stage");
    QCOMPARE(runCount(), 2);
    QCOMPARE(m_window->stage().cards().size(), qsizetype(2));
    QCOMPARE(QString::fromStdString(run(0).plan.name), QStringLiteral("Small basic"));
    QVERIFY(run(1).plan.settings.skip && !run(0).plan.settings.skip);
    QTRY_VERIFY_WITH_TIMEOUT(run(0).state.phase == RunPhase::Ready && run(1).state.phase == RunPhase::Ready, patience);
    comeBack();
    key(Qt::Key_Space);
    QTRY_VERIFY2_WITH_TIMEOUT(updateOf(0) >= 20 && updateOf(1) >= 20, "Space did not start both", patience);
    key(Qt::Key_Space);
    QTRY_VERIFY2_WITH_TIMEOUT(run(0).state.phase == RunPhase::Paused && run(1).state.phase == RunPhase::Paused,
                              "Space did not pause both", patience);
    QVERIFY2(std::abs(updateOf(0) - updateOf(1)) <= 1,
             qPrintable(QStringLiteral("not in step: at %1 and %2").arg(updateOf(0)).arg(updateOf(1))));
    key(Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(run(0).state.phase, RunPhase::Training, patience);
}

void TestCompareStory::aZoomStaysWhileTheyTrain() {
    CurvePlot* plot = m_window->curves().plots()[0];
    auto* canvas = plot->findChild<QCustomPlot*>();
    QVERIFY(canvas != nullptr);
    test::turnWheel(plot);
    QVERIFY2(!plot->isFollowing(), "the wheel did not zoom the curve");
    const QCPRange zoomed = canvas->xAxis->range();
    const auto update = updateOf(0);
    QTRY_VERIFY_WITH_TIMEOUT(updateOf(0) > update + 100, patience);
    QTest::qWait(200);
    QVERIFY2(canvas->xAxis->range() == zoomed, "data that came moved the zoom");
    press(m_window->controlBar().button(ControlBar::Button::Follow));
    QVERIFY2(plot->isFollowing(), "Follow did not return to the newest data");
    QTRY_VERIFY(canvas->xAxis->range().upper > static_cast<double>(update));
}

void TestCompareStory::theHandleTakesTheStageBack() {
    const std::int64_t middle = updateOf(0) / 2;
    dragHandle(middle);
    const TimeLine& timeLine = m_window->timeLine();
    const TimeCursor cursor = timeLine.cursor();
    QVERIFY2(!cursor.isLive, "dragging the handle did not leave live");
    QVERIFY2(std::abs(cursor.update - middle) < 1 + middle / 20,
             qPrintable(QStringLiteral("asked %1, got %2").arg(middle).arg(cursor.update)));
    m_window->presenter().flush();
    const auto text = [this](int number) { return m_window->stage().card(number)->updateText().remove(QChar(',')); };
    const QString then = text(0);
    for (const int number : {0, 1}) {
        const qint64 at = text(number).section(QLatin1Char(' '), 1).toLongLong();
        QVERIFY2(text(number).startsWith("update ") && at > 0 && at <= cursor.update && at > cursor.update / 2,
                 qPrintable(text(number)));
    }
    for (const SwitchesCard* card : m_window->presenter().switches()) {
        QVERIFY2(!card->isEnabled(), "a switch can be used in the past");
        QVERIFY2(card->toolTip().contains("End"), "a switch that cannot be used does not say why");
    }
    const auto update = updateOf(0);
    QTRY_VERIFY2_WITH_TIMEOUT(updateOf(0) > update + 50, "training stopped while the stage was in the past", patience);
    QCOMPARE(text(0), then);
    key(Qt::Key_End);
    QVERIFY2(timeLine.cursor().isLive, "End did not return to live");
    m_window->presenter().flush();
    QTRY_VERIFY2(text(0) != then, "the card stayed in the past");
    for (const SwitchesCard* card : m_window->presenter().switches())
        QVERIFY2(card->isEnabled(), "the switches stayed disabled");
}

void TestCompareStory::aForkGoesItsOwnWay() {
    key(Qt::Key_K, Qt::ControlModifier);
    auto* dialog = openDialog<ForkDialog>();
    QVERIFY2(dialog, "Ctrl+K opened no dialog");
    QTest::qWait(50);
    press(qobject_cast<QAbstractButton*>(dialog->switches()->editor("skip")));
    QVERIFY2(dialog->acceptButton()->isEnabled(), qPrintable(dialog->refusal()));
    const std::int64_t at = dialog->choice().update;
    QVERIFY(at > 0);
    press(dialog->acceptButton());
    QTRY_COMPARE_WITH_TIMEOUT(runCount(), 3, patience);
    QTRY_VERIFY2_WITH_TIMEOUT(updateOf(2) > at + 20, "the fork does not train", patience);
    QCOMPARE(run(2).parentRun, 0);
    QCOMPARE(run(2).parentAt.update, at);
    QVERIFY(run(2).state.settings.skip && !run(0).state.settings.skip);
    QVERIFY2(m_window->stage().card(2), "the fork has no card");
    QVERIFY(run(2).identity != run(0).identity && run(2).identity != run(1).identity);
}

void TestCompareStory::theTableHasTheForkUnderItsParent() {
    key(Qt::Key_F7);
    QVERIFY2(m_window->drawer().isVisible(), "F7 did not open the table");
    m_window->drawer().flush();
    const RunsArrangement& lines = *m_window->drawer().runs().lines();
    QCOMPARE(lines.rowCount(), 3);
    QTRY_COMPARE(lines.lineOf(2), lines.lineOf(0) + 1);  // lines move once a second
    QCOMPARE(lines.index(lines.lineOf(2), 0).data(RunsArrangement::DepthRole).toInt(), 1);
    QCOMPARE(lines.index(lines.lineOf(1), 0).data(RunsArrangement::DepthRole).toInt(), 0);
    const auto updates = [&] {
        return lines.index(lines.lineOf(2), static_cast<int>(RunColumn::Updates)).data().toString();
    };
    const QString before = updates();
    QTRY_VERIFY2_WITH_TIMEOUT(updates() != before, "the table stands still while the fork trains", patience);
}

void TestCompareStory::aWhatIfIsKept() {
    QVERIFY(!m_window->actions().keepWhatIf->isEnabled());
    key(Qt::Key_W);
    auto* dialog = openDialog<ForkDialog>();
    QVERIFY2(dialog && dialog->lengthField(), "W opened no what-if");
    QVERIFY2(!dialog->acceptButton()->isEnabled(), "a what-if without a switch");
    QTest::qWait(50);
    press(qobject_cast<QAbstractButton*>(dialog->switches()->editor("freeze_decoder")));
    QVERIFY2(dialog->acceptButton()->isEnabled(), qPrintable(dialog->refusal()));
    dialog->lengthField()->setFocus();
    dialog->lengthField()->selectAll();
    QTest::keyClicks(dialog->lengthField(), "60");
    const std::int64_t end = dialog->choice().update + 60;
    press(dialog->acceptButton());
    QTRY_COMPARE_WITH_TIMEOUT(runCount(), 4, patience);
    QVERIFY(run(3).isGhost);
    QVERIFY2(!m_window->stage().card(3), "a what-if has a card before it is kept");
    QTRY_VERIFY2_WITH_TIMEOUT(run(3).state.phase == RunPhase::Finished, "the what-if does not end", patience);
    QCOMPARE(updateOf(3), end);
    QVERIFY(m_window->curves().plots()[0]->pointCount(3) > 0);
    comeBack();
    QVERIFY(m_window->actions().keepWhatIf->isEnabled());
    key(Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY2(!run(3).isGhost, "Ctrl+Shift+K did not keep the what-if");
    QVERIFY2(m_window->stage().card(3), "a kept what-if has no card");
    QTRY_VERIFY2_WITH_TIMEOUT(updateOf(3) > end + 20, "a kept what-if does not go on", patience);
}

void TestCompareStory::aWhatIfIsThrownAway() {
    key(Qt::Key_W);
    auto* dialog = openDialog<ForkDialog>();
    QVERIFY2(dialog, "W opened no what-if");
    QTest::qWait(50);
    press(qobject_cast<QAbstractButton*>(dialog->switches()->editor("skip")));
    press(dialog->acceptButton());
    QTRY_COMPARE_WITH_TIMEOUT(runCount(), 5, patience);
    m_window->drawer().flush();
    QTRY_VERIFY(isInTable(4));
    comeBack();
    key(Qt::Key_W, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY2(run(4).isDiscarded, "Ctrl+Shift+W did not throw the what-if away");
    m_window->drawer().flush();
    QVERIFY(!isInTable(4));
    QVERIFY(!run(3).isDiscarded);
    QTRY_VERIFY(!std::filesystem::exists(run(4).folder));
}

void TestCompareStory::renamingIsUndone() {
    const std::string name = run(1).plan.name;
    QTableView* view = m_window->drawer().runs().view();
    pointAtRow(1);
    QCOMPARE(QApplication::focusWidget(), view);
    key(Qt::Key_F2);
    auto* editor = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    QVERIFY2(editor, "F2 opened no field for the name");
    editor->selectAll();
    QTest::keyClicks(editor, "with a way around");
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(run(1).plan.name, std::string("with a way around"));
    QTRY_COMPARE(QApplication::focusWidget(), view);
    key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(run(1).plan.name, name);
    key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(run(1).plan.name, std::string("with a way around"));
}

void TestCompareStory::deletingIsUndone() {
    pointAtRow(3);
    key(Qt::Key_Delete);
    QVERIFY2(run(3).isDiscarded, "Delete took nothing off the stage");
    m_window->drawer().flush();
    QVERIFY2(!isInTable(3) && !m_window->stage().card(3), "a deleted run is still shown");
    key(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY2(!run(3).isDiscarded, "Ctrl+Z did not bring the run back");
    m_window->drawer().flush();
    QVERIFY2(isInTable(3) && m_window->stage().card(3), "a run that came back is not shown");
    QTRY_VERIFY2_WITH_TIMEOUT(std::filesystem::exists(run(3).folder), "its folder did not come back", patience);
}

void TestCompareStory::hidingIsUndone() {
    pointAtRow(2);
    key(Qt::Key_Space);
    QVERIFY2(!run(2).isShown, "Space on a line of the table did not hide the run");
    QVERIFY2(!m_window->stage().card(2), "a hidden run has a card");
    key(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY2(run(2).isShown && m_window->stage().card(2), "Ctrl+Z did not show the run again");
    m_window->drawer().flush();
    key(Qt::Key_Space);
    QVERIFY(!run(2).isShown);
    m_window->stage().card(0)->setFocus();
    m_window->setFocus();
    key(Qt::Key_Space);
    QTRY_VERIFY2_WITH_TIMEOUT(run(0).state.phase == RunPhase::Paused && run(1).state.phase == RunPhase::Paused,
                              "Space outside the table did not pause", patience);
    QTRY_COMPARE_WITH_TIMEOUT(run(2).state.phase, RunPhase::Paused, patience);
}

void TestCompareStory::theStageIsExported() {
    QSignalSpy messages(m_window->statusBar(), &QStatusBar::messageChanged);
    key(Qt::Key_E, Qt::ControlModifier);
    auto* dialog = openDialog<ExportDialog>();
    QVERIFY2(dialog, "Ctrl+E opened no dialog");
    const QString file = m_folder.filePath("stage.png");
    exportTo(*dialog, QStringLiteral("PNG"), file);
    QTRY_VERIFY2(QFile::exists(file), qPrintable(m_window->statusBar()->currentMessage()));
    QVERIFY(m_window->statusBar()->currentMessage().contains("stage.png"));
    const QImage picture(file);
    QVERIFY2(picture.width() > 500, "the picture is empty");
}

void TestCompareStory::figureTwoIsExported() {
    key(Qt::Key_2, Qt::ControlModifier | Qt::AltModifier);
    auto* dialog = openDialog<ExportDialog>();
    QVERIFY2(dialog, "Ctrl+Alt+2 opened no dialog");
    QCOMPARE(dialog->request().subject, ExportSubject::HeMeanSpaces);
    const QString file = m_folder.filePath("figure2.svg");
    exportTo(*dialog, QStringLiteral("SVG"), file);
    QTRY_VERIFY2(QFile::exists(file), qPrintable(m_window->statusBar()->currentMessage()));
    QFile svg(file);
    QVERIFY(svg.open(QIODevice::ReadOnly));
    const QByteArray drawn = svg.readAll();
    QVERIFY2(drawn.contains("<svg") && drawn.contains("Small basic"), "figure 2 does not name its runs");
    QVERIFY2(!drawn.contains("<image"), "figure 2 is no vector picture");
}

void TestCompareStory::theSessionComesBack() {
    key(Qt::Key_N, Qt::AltModifier);  // x axis: encoder updates
    test::turnWheel(m_window->stage().card(0)->plot());
    dragHandle(updateOf(0) / 2);
    m_window->presenter().flush();
    const std::vector<SessionRun> before = sessionRuns(m_session->runs());
    QCOMPARE(before.size(), std::size_t(4));
    const std::int64_t cursor = m_window->timeLine().cursor().update;
    const QString file = m_folder.filePath("story.collapsar");
    QSignalSpy saved(&m_window->sessions(), &SessionFlow::saved);
    m_window->sessions().save(file);
    QCOMPARE(saved.count(), 1);

    key(Qt::Key_U, Qt::AltModifier);
    key(Qt::Key_F7);
    m_window->usePreset(smallRace());
    QTRY_COMPARE_WITH_TIMEOUT(run(1).state.phase, RunPhase::Ready, patience);
    QSignalSpy opened(&m_window->sessions(), &SessionFlow::opened);
    QSignalSpy failed(&m_window->sessions(), &SessionFlow::failed);
    m_window->openSubject(file);  // as the command line does
    QTRY_VERIFY2_WITH_TIMEOUT(opened.count() == 1, qPrintable(m_window->statusBar()->currentMessage()), patience);
    QVERIFY2(failed.isEmpty(), qPrintable(m_window->statusBar()->currentMessage()));
    const std::vector<SessionRun> after = sessionRuns(m_session->runs());
    QCOMPARE(after.size(), before.size());
    for (std::size_t i = 0; i < before.size(); ++i)
        QVERIFY2(after[i] == before[i], qPrintable(QStringLiteral("run %1 (%2) came back as another: %3")
                                                       .arg(i)
                                                       .arg(QString::fromStdString(before[i].name))
                                                       .arg(QString::fromStdString(after[i].name))));
    QCOMPARE(run(2).parentRun, 0);
    QCOMPARE(m_window->timeLine().cursor().update, cursor);
    QVERIFY(!m_window->timeLine().cursor().isLive);
    QVERIFY2(m_window->drawer().isVisible(), "the drawer was open when the session was saved");
    QVERIFY2(m_window->stage().card(0) && !m_window->stage().card(2), "other runs are shown than before");

    const QString again = m_folder.filePath("again.collapsar");
    m_window->sessions().save(again);
    const QJsonObject first = savedSession(file), second = savedSession(again);
    for (const char* key : {"collapsar-session", "runs", "view", "layout"})
        QVERIFY2(second[QLatin1String(key)] == first[QLatin1String(key)], key);
}

QTEST_MAIN(TestCompareStory)
#include "tst_compare_story.moc"
