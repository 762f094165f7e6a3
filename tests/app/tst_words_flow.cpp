// SPDX-License-Identifier: GPL-3.0-or-later
// What the words page asks of the engine, and when: at checkpoints, while it is seen, the newest question first.
#include "app/main_window.h"
#include "app/preferences.h"
#include "app/runs_drawer.h"
#include "app/session_flow.h"
#include "app/window_actions.h"
#include "app/words_flow.h"
#include "tests/app/fake_engine.h"
#include "widgets/time_line.h"
#include "widgets/words_model.h"
#include "widgets/words_page.h"
#include "widgets/words_table.h"

#include <QAction>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <mutex>
#include <semaphore>

using namespace collapsar;
using namespace collapsar::test;

namespace {

struct Asked {
    std::string folder;
    Position at;
    Nearness nearness;
    WordsRequest request;
};

GeneratedWordsPointer wordsFor(const ModelPlace& place, const WordsRequest& request) {
    auto words = std::make_shared<GeneratedWords>();
    words->at = place.at;
    words->request = request;
    words->sentences.resize(static_cast<std::size_t>(request.count));
    for (WrittenSentence& sentence : words->sentences)
        sentence = {.original = "one", .words = "at " + std::to_string(place.at.update), .latent = {0}};
    words->different = 1;
    return words;
}

RunView viewAt(const std::filesystem::path& folder, const std::string& name,
               std::initializer_list<std::int64_t> checkpoints) {
    RunView view;
    view.plan.name = name;
    view.id = name;
    view.folder = folder / (name + ".run");
    view.isReadOnly = true;
    view.state.phase = RunPhase::Finished;
    view.state.at.update = view.state.totalUpdates = 1000;
    view.probes = std::make_shared<const std::vector<std::string>>(20, "a made-up sentence");
    for (const std::int64_t update : checkpoints)
        view.events.push_back({.kind = EventKind::Checkpoint, .at = {update, 0}});
    return view;
}

}  // namespace

/// A window with the words page open over opened runs whose engine answers from a table.
struct Desk {
    Desk() {
        engine->answerWords = [this](const ModelPlace& place, const WordsRequest& request) {
            {
                const std::scoped_lock lock(mutex);
                asked.push_back({place.folder.filename().string(), place.at, place.nearness, request});
            }
            if (blocks) gate.acquire();
            if (fails) return Result<GeneratedWordsPointer>(Error{ErrorCode::DataChanged, "Other contents."});
            return Result<GeneratedWordsPointer>(wordsFor(place, request));
        };
        window = std::make_unique<MainWindow>(session, preferences);
        window->show();
        (void)QTest::qWaitForWindowActive(window.get());
    }
    ~Desk() { open(); }

    /// Lets every question through from now on.
    void open() {
        blocks = false;
        gate.release(100);
    }
    void present(std::vector<RunView> runs) { session.present(std::move(runs)); }
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::keyClick(window.get(), Qt::Key(key), modifiers);
    }
    int count() {
        const std::scoped_lock lock(mutex);
        return static_cast<int>(asked.size());
    }
    Asked last() {
        const std::scoped_lock lock(mutex);
        return asked.back();
    }
    WordsPage& page() const { return window->drawer().words(); }
    QString cell(int row, int section) const { return page().table().words().index(row, section).data().toString(); }

    QTemporaryDir folder;
    std::mutex mutex;
    std::vector<Asked> asked;
    std::atomic<bool> blocks = false, fails = false;
    std::counting_semaphore<1000> gate{0};
    std::shared_ptr<CallLog> log = std::make_shared<CallLog>();
    FakeEngine* engine = new FakeEngine(log);
    Session session{std::unique_ptr<Engine>(engine), RunStorage(folder.filePath("runs").toStdString())};
    Preferences preferences{folder.filePath("collapsar.ini")};
    std::unique_ptr<MainWindow> window;
};

class TestWordsFlow : public QObject {
    Q_OBJECT

private slots:
    void aHiddenPageAsksNothing();
    void shownRunsWriteAtTheNewestCheckpoint();
    void theCursorAsksAgainOnlyBeyondACheckpoint();
    void exactlyHereIsTheCursorsOwnUpdate();
    void theNewestQuestionWins();
    void aNewCheckpointOfATrainingRunAsksAgain();
    void whatHindersIsTold();
    void anErrorIsTriedAgainWhenThePageIsShownAgain();
    void closingWhileAskingDoesNotHang();
    void whatThePageIsSetToIsKept();
};

void TestWordsFlow::aHiddenPageAsksNothing() {
    Desk desk;
    desk.present({viewAt(desk.folder.path().toStdString(), "Basic", {0, 400, 800})});
    desk.window->timeLine().goToUpdate(500);
    QTest::qWait(4 * WordsFlow::gatherMilliseconds);
    QCOMPARE(desk.count(), 0);
    desk.press(Qt::Key_F6);
    QTRY_COMPARE(desk.count(), 1);
    desk.press(Qt::Key_F7);
    QVERIFY(!desk.page().isVisible());
    desk.window->timeLine().goToUpdate(900);
    QTest::qWait(4 * WordsFlow::gatherMilliseconds);
    QCOMPARE(desk.count(), 1);
}

void TestWordsFlow::shownRunsWriteAtTheNewestCheckpoint() {
    Desk desk;
    const std::filesystem::path folder = desk.folder.path().toStdString();
    RunView hidden = viewAt(folder, "Hidden", {0});
    hidden.isShown = false;
    desk.present({viewAt(folder, "Basic", {0, 400, 800}), viewAt(folder, "Free", {0, 1000}), hidden});
    desk.press(Qt::Key_F6);
    QTRY_COMPARE(desk.cell(0, 1), QString("at 800"));
    QCOMPARE(desk.cell(9, 2), QString("at 1000"));
    QCOMPARE(desk.page().table().words().columnCount(), 3);
    QCOMPARE(desk.count(), 2);
    QCOMPARE(desk.last().nearness, Nearness::Checkpoint);
    desk.session.setShown(2, true);
    QTRY_COMPARE(desk.page().table().words().columnCount(), 4);
    QTRY_COMPARE(desk.count(), 3);  // only the new one
    QCOMPARE(desk.last().folder, std::string("Hidden.run"));
}

void TestWordsFlow::theCursorAsksAgainOnlyBeyondACheckpoint() {
    Desk desk;
    desk.present({viewAt(desk.folder.path().toStdString(), "Basic", {200, 400, 800})});
    desk.press(Qt::Key_F6);
    QTRY_COMPARE(desk.count(), 1);
    desk.window->timeLine().goToUpdate(500);
    QTRY_COMPARE(desk.cell(0, 1), QString("at 400"));
    QCOMPARE(desk.count(), 2);
    desk.window->timeLine().goToUpdate(700);
    QTRY_COMPARE(wordsPlaceText(*desk.page().table().words().column(1)), QString("update 400, before 700"));
    QCOMPARE(desk.count(), 2);
    desk.window->timeLine().goToUpdate(800);  // a checkpoint's own place
    QTRY_COMPARE(wordsPlaceText(*desk.page().table().words().column(1)), QString("update 800"));
    desk.window->timeLine().goToUpdate(100);  // before the first: that one writes
    QTRY_COMPARE(desk.count(), 4);
    QCOMPARE(desk.last().at, (Position{200, 0}));
}

void TestWordsFlow::exactlyHereIsTheCursorsOwnUpdate() {
    Desk desk;
    desk.present({viewAt(desk.folder.path().toStdString(), "Basic", {0, 400})});
    desk.press(Qt::Key_F6);
    QTRY_COMPARE(desk.count(), 1);
    desk.page().setPlace(WordsPlace::ExactlyHere);
    desk.window->timeLine().goToUpdate(470);
    QTRY_COMPARE(desk.cell(0, 1), QString("at 470"));
    QCOMPARE(desk.last().nearness, Nearness::Exact);
    desk.window->timeLine().goLive();
    QTRY_COMPARE(desk.last().at, (Position{1000, 0}));  // it has ended there
}

void TestWordsFlow::theNewestQuestionWins() {
    Desk desk;
    desk.blocks = true;
    desk.present({viewAt(desk.folder.path().toStdString(), "Basic", {0})});
    desk.press(Qt::Key_F6);
    QTRY_COMPARE(desk.count(), 1);
    WordsRequest request;
    for (const int width : {2, 3, 4}) {
        request.rule = DecodingRule::Beam;
        request.beamWidth = width;
        desk.page().setRequest(request);
        Q_EMIT desk.page().requestChanged(request);
        QTest::qWait(2 * WordsFlow::gatherMilliseconds);
    }
    QTRY_VERIFY(desk.page().showsProgress());
    QCOMPARE(desk.count(), 1);  // the others wait for the thread
    desk.open();
    QTRY_COMPARE(desk.cell(0, 1), QString("at 0"));
    QCOMPARE(desk.count(), 2);
    QCOMPARE(desk.last().request.beamWidth, 4);
    QTRY_VERIFY(!desk.page().showsProgress());
}

void TestWordsFlow::aNewCheckpointOfATrainingRunAsksAgain() {
    Desk desk;
    RunView growing = viewAt(desk.folder.path().toStdString(), "Grown", {100});
    growing.state.phase = RunPhase::Training;
    desk.present({growing});
    desk.press(Qt::Key_F6);
    QTRY_COMPARE(desk.cell(0, 1), QString("at 100"));
    RunView& view = const_cast<RunView&>(desk.session.runs()[0]);
    for (const std::int64_t update : {200, 300, 400}) {
        const Event event{.kind = EventKind::Checkpoint, .at = {update, 0}};
        view.events.push_back(event);
        Q_EMIT desk.session.happened(0, event);
        QTest::qWait(2 * WordsFlow::gatherMilliseconds);
    }
    QTRY_COMPARE(desk.cell(0, 1), QString("at 400"));
    QCOMPARE(desk.count(), 2);  // at most every so often
}

void TestWordsFlow::whatHindersIsTold() {
    Desk desk;
    const std::filesystem::path folder = desk.folder.path().toStdString();
    RunView unsaved = viewAt(folder, "Unsaved", {0});
    unsaved.folder.clear();
    RunView model = viewAt(folder, "LM", {0});
    model.plan.settings.latent = 0;
    desk.present({unsaved, viewAt(folder, "New", {}), model});
    desk.press(Qt::Key_F6);
    QTRY_VERIFY(desk.page().message().contains("LM: A language model has no z"));
    QVERIFY(desk.page().message().contains("New: No checkpoint yet"));
    QVERIFY(desk.page().message().contains("Unsaved: Nothing"));
    QCOMPARE(desk.count(), 0);
    WordsRequest prior;
    prior.kind = WordsKind::Prior;
    desk.page().setRequest(prior);
    Q_EMIT desk.page().requestChanged(prior);
    QTRY_COMPARE(desk.cell(0, 3), QString("at 0"));
    QCOMPARE(desk.last().folder, std::string("LM.run"));
}

void TestWordsFlow::anErrorIsTriedAgainWhenThePageIsShownAgain() {
    Desk desk;
    desk.fails = true;
    desk.present({viewAt(desk.folder.path().toStdString(), "Basic", {0})});
    desk.press(Qt::Key_F6);
    QTRY_VERIFY(desk.page().message().contains("Other contents."));
    QTest::qWait(4 * WordsFlow::gatherMilliseconds);
    QCOMPARE(desk.count(), 1);  // not again and again
    desk.fails = false;
    desk.press(Qt::Key_F7);
    desk.press(Qt::Key_F6);
    QTRY_COMPARE(desk.cell(0, 1), QString("at 0"));
}

void TestWordsFlow::closingWhileAskingDoesNotHang() {
    Desk desk;
    desk.blocks = true;
    const std::filesystem::path folder = desk.folder.path().toStdString();
    desk.present({viewAt(folder, "Basic", {0}), viewAt(folder, "Free", {0})});
    desk.press(Qt::Key_F6);
    QTRY_COMPARE(desk.count(), 1);
    desk.window->close();  // does not wait for the answer, which comes only now
    QVERIFY(!desk.window->isVisible());
    desk.open();
    desk.window.reset();
    QCOMPARE(desk.count(), 1);  // the second run was not asked any more
}

void TestWordsFlow::whatThePageIsSetToIsKept() {
    Desk desk;
    WordsRequest request;
    request.kind = WordsKind::Interpolation;
    request.latent = LatentChoice::Sampled;
    request.rule = DecodingRule::Beam;
    request.beamWidth = 8;
    request.temperature = 0.7;
    request.count = 9;
    request.first = 3;
    request.second = 17;
    request.drawing = 5;
    desk.page().setRequest(request);
    desk.page().setPlace(WordsPlace::ExactlyHere);
    const QJsonObject kept = desk.window->drawer().writing().value();
    desk.page().setRequest({});
    desk.page().setPlace(WordsPlace::NewestCheckpoint);
    desk.window->drawer().writing().set(kept);
    QCOMPARE(desk.page().request(), request);
    QCOMPARE(desk.page().place(), WordsPlace::ExactlyHere);
    desk.window->drawer().writing().set({{"kind", 77}, {"rule", "x"}, {"count", -5}, {"temperature", "warm"}});
    QCOMPARE(desk.page().request().kind, WordsKind::Interpolation);
    QCOMPARE(desk.page().request().rule, DecodingRule::Beam);
    QCOMPARE(desk.page().request().count, 2);
}

QTEST_MAIN(TestWordsFlow)
#include "tst_words_flow.moc"
