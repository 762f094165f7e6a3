// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/undo_commands.h"
#include "tests/app/fake_engine.h"

#include <QTemporaryDir>
#include <QTest>
#include <QUndoStack>

using namespace collapsar;
using namespace collapsar::test;

namespace {

RunPlan planOf(const char* name) {
    RunPlan plan;
    plan.name = name;
    plan.settings.updates = 100000;
    return plan;
}

/// Sets `value` to `after`.
UndoStep setting(int& value, int after, int mergeId = -1) {
    return {.text = "set",
            .redo = [&value, after] { value = after; },
            .undo = [&value, before = value] { value = before; },
            .mergeId = mergeId,
            .isValid = {}};
}

}  // namespace

class TestUndoCommands : public QObject {
    Q_OBJECT

private slots:
    void init();
    void functionsAreDoneUndoneAndDoneAgain();
    void quickStepsOfOneKindBecomeOneSlowOnesDoNot();
    void whatTheMouseDidIsNotDoneTwice();
    void runIsRenamedAnnotatedGroupedAndHidden();
    void deletedRunComesBack();
    void commandsOfAReplacedStageLeaveTheStack();
    void parametersGoBackUntilTrainingBegins();

private:
    std::shared_ptr<CallLog> m_log;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Session> m_session;
};

void TestUndoCommands::init() {
    m_session.reset();
    m_log = std::make_shared<CallLog>();
    m_folder = std::make_unique<QTemporaryDir>();
    m_session =
        std::make_unique<Session>(std::make_unique<FakeEngine>(m_log), RunStorage(m_folder->path().toStdString()));
    m_session->prepare({planOf("A"), planOf("B")});
}

void TestUndoCommands::functionsAreDoneUndoneAndDoneAgain() {
    QUndoStack stack;
    int value = 1;
    stack.push(new UndoFunctions(setting(value, 2)));
    QCOMPARE(value, 2);
    stack.undo();
    QCOMPARE(value, 1);
    stack.redo();
    QCOMPARE(value, 2);
}

void TestUndoCommands::quickStepsOfOneKindBecomeOneSlowOnesDoNot() {
    QUndoStack stack;
    int value = 0;
    for (int i = 1; i <= 5; ++i) {
        stack.push(new UndoFunctions(setting(value, i, 7)));
    }
    QCOMPARE(stack.count(), 1);
    QTest::qWait(UndoFunctions::mergeMilliseconds + 50);
    stack.push(new UndoFunctions(setting(value, 6, 7)));
    stack.push(new UndoFunctions(setting(value, 7, 8)));
    stack.push(new UndoFunctions(setting(value, 8)));
    stack.push(new UndoFunctions(setting(value, 9)));
    QCOMPARE(stack.count(), 5);
    for (const int expected : {8, 7, 6, 5, 0}) {
        stack.undo();
        QCOMPARE(value, expected);
    }
    stack.redo();
    QCOMPARE(value, 5);
}

void TestUndoCommands::whatTheMouseDidIsNotDoneTwice() {
    QUndoStack stack;
    int times = 0;
    stack.push(
        new UndoFunctions({.text = "zoom", .redo = [&] { ++times; }, .undo = [] {}, .mergeId = -1, .isValid = {}},
                          FirstTime::AlreadyDone));
    QCOMPARE(times, 0);
    stack.undo();
    stack.redo();
    QCOMPARE(times, 1);
}

void TestUndoCommands::runIsRenamedAnnotatedGroupedAndHidden() {
    QUndoStack stack;
    const auto run = [this]() -> const RunView& { return m_session->runs()[1]; };
    stack.push(renameCommand(*m_session, 1, "New").release());
    stack.push(noteCommand(*m_session, 1, "seen").release());
    stack.push(groupCommand(*m_session, 1, "g").release());
    stack.push(shownCommand(*m_session, 1, false).release());
    QCOMPARE(stack.count(), 4);
    QVERIFY(run().plan.name == "New" && run().note == "seen" && run().group == "g" && !run().isShown);
    stack.setIndex(0);
    QVERIFY(run().plan.name == "B" && run().note.empty() && run().group.empty() && run().isShown);
    stack.setIndex(4);
    QVERIFY(run().plan.name == "New" && run().note == "seen" && run().group == "g" && !run().isShown);
}

void TestUndoCommands::deletedRunComesBack() {
    QUndoStack stack;
    stack.push(discardCommand(*m_session, 0).release());
    QVERIFY(m_session->runs()[0].isDiscarded);
    stack.undo();
    QVERIFY(!m_session->runs()[0].isDiscarded);
    stack.redo();
    QVERIFY(m_session->runs()[0].isDiscarded);
}

void TestUndoCommands::commandsOfAReplacedStageLeaveTheStack() {
    QUndoStack stack;
    stack.push(renameCommand(*m_session, 1, "New").release());
    m_session->prepare({planOf("C"), planOf("D")});
    stack.undo();
    QCOMPARE(m_session->runs()[1].plan.name, std::string("D"));
    QCOMPARE(stack.count(), 0);
    stack.push(renameCommand(*m_session, 1, "New").release());
    m_session.reset();
    stack.undo();
    QCOMPARE(stack.count(), 0);
}

void TestUndoCommands::parametersGoBackUntilTrainingBegins() {
    QUndoStack stack;
    std::vector<RunPlan> plans{planOf("A"), planOf("B")};
    plans[1].settings.batch = 7;
    const int before = m_session->runs()[1].plan.settings.batch;
    stack.push(parametersCommand(*m_session, plans).release());
    QCOMPARE(m_session->runs()[1].plan.settings.batch, 7);
    stack.undo();
    QCOMPARE(m_session->runs()[1].plan.settings.batch, before);
    stack.redo();
    QCOMPARE(m_session->runs()[1].plan.settings.batch, 7);
    m_session->start();
    QTRY_VERIFY(m_session->runs()[0].state.at.update > 2);
    stack.undo();
    QCOMPARE(m_session->runs()[1].plan.settings.batch, 7);
    QVERIFY(m_session->runs()[0].state.at.update > 2);
    QCOMPARE(stack.count(), 0);
}

QTEST_GUILESS_MAIN(TestUndoCommands)
#include "tst_undo_commands.moc"
