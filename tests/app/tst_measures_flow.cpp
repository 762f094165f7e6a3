// SPDX-License-Identifier: GPL-3.0-or-later
/// The page "Measures" asks the engine while it is seen, about the newest checkpoint at the cursor, and never holds the
/// window up.
#include "app/measures_flow.h"
#include "tests/app/fake_engine.h"
#include "widgets/measures_panel.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <thread>

using namespace collapsar;
using namespace collapsar::test;

namespace {

using Place = MeasuresPanel::Place;

/// Answers when it is let; remembers what was asked.
class SlowAnswers {
public:
    Result<RunDetailsPointer> answer(const ModelPlace& place) {
        std::unique_lock lock(m_mutex);
        m_places.push_back(place);
        m_changed.wait(lock, [this] { return m_isOpen; });
        if (place.folder.filename() == "empty.run") return Error{ErrorCode::FileMissing, "No checkpoint yet."};
        auto details = std::make_shared<RunDetails>();
        details->at = {place.at.update / 100 * 100, 0};
        details->sentences = 500;
        details->latent = 2;
        details->details.unitKl = {1, static_cast<double>(place.at.update)};
        details->details.unitMi = {0.5, 0.5};
        details->details.collapseDelta = 0.01;
        details->details.collapseThresholds = {0.1, 0.2};
        return RunDetailsPointer(details);
    }
    void hold() { set(false); }
    void let() { set(true); }
    [[nodiscard]] std::vector<ModelPlace> places() {
        const std::scoped_lock lock(m_mutex);
        return m_places;
    }

private:
    void set(bool isOpen) {
        const std::scoped_lock lock(m_mutex);
        m_isOpen = isOpen;
        m_changed.notify_all();
    }

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<ModelPlace> m_places;
    bool m_isOpen = true;
};

RunView opened(const std::string& name, std::int64_t updates) {
    RunView view;
    view.plan.name = name;
    view.plan.settings.latent = 2;
    view.id = name;
    view.folder = name + ".run";
    view.state.phase = RunPhase::Finished;
    view.state.at = {updates, 0};
    view.isReadOnly = true;
    std::vector<Measurement> points;
    for (std::int64_t update = 0; update <= updates; update += 100) {
        Measurement point = madeUpMeasurement(update, 0.01 * static_cast<double>(update));
        point.kind = MeasurementKind::Scheduled;
        point.reconstruction = 40;
        points.push_back(point);
        view.events.push_back(
            {.kind = EventKind::Checkpoint, .at = {update, 0}, .intervention = {}, .value = 1, .text = "x"});
    }
    view.points.append(points);
    return view;
}

}  // namespace

class TestMeasuresFlow : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void hiddenAsksNothing();
    void everyShownRunIsMeasuredOnce();
    void theNewestQuestionWins();
    void goingBackAsksNothingAgain();
    void theOldPictureStaysUntilTheNewOneIsThere();
    void pathsEndAtTheCursor();
    void problemsAreToldOnce();
    void liveRunsAreAskedSeldom();
    void liveRunsTakeTurns();
    void hidingStopsTheQuestion();
    void closingWhileAskingDoesNotHang();

private:
    [[nodiscard]] const SmallChart& chart(Place place) const { return m_page->plot(place).chart(); }
    [[nodiscard]] std::size_t asked() { return m_answers->places().size(); }

    std::shared_ptr<SlowAnswers> m_answers;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<MeasuresPanel> m_page;
    std::unique_ptr<MeasuresFlow> m_flow;
};

void TestMeasuresFlow::init() {
    QLocale::setDefault(QLocale::c());
    m_answers = std::make_shared<SlowAnswers>();
    m_folder = std::make_unique<QTemporaryDir>();
    auto engine = std::make_unique<FakeEngine>(std::make_shared<CallLog>());
    engine->answerDetails = [answers = m_answers](const ModelPlace& place) { return answers->answer(place); };
    m_session = std::make_unique<Session>(std::move(engine), RunStorage(m_folder->filePath("runs").toStdString()));
    m_page = std::make_unique<MeasuresPanel>();
    m_flow = std::make_unique<MeasuresFlow>(*m_session, *m_page);
}

void TestMeasuresFlow::cleanup() {
    m_answers->let();
    m_flow.reset();
    m_page.reset();
    m_session.reset();
}

void TestMeasuresFlow::hiddenAsksNothing() {
    m_session->present({opened("a", 400)});
    QTest::qWait(500);
    QCOMPARE(asked(), std::size_t(0));
    m_page->show();
    QTRY_COMPARE(asked(), std::size_t(1));
    QTRY_VERIFY(!chart(Place::Collapse).isEmpty());
}

void TestMeasuresFlow::everyShownRunIsMeasuredOnce() {
    RunView hidden = opened("c", 400);
    hidden.isShown = false;
    m_page->show();
    m_session->present({opened("a", 400), opened("b", 250), hidden});
    QTRY_COMPARE(chart(Place::Collapse).series.size(), std::size_t(2));
    QVERIFY(m_page->status().contains("update 400") && m_page->status().contains("update 200"));
    QTest::qWait(500);
    QCOMPARE(asked(), std::size_t(2));
    QCOMPARE(chart(Place::RateDistortion).series.size(), std::size_t(4));
    m_session->setShown(2, true);
    QTRY_COMPARE(chart(Place::Collapse).series.size(), std::size_t(3));
    QCOMPARE(asked(), std::size_t(3));
}

/// While the first question is worked on, the cursor goes to many places: the last one is asked, those between are not.
void TestMeasuresFlow::theNewestQuestionWins() {
    m_answers->hold();
    m_page->show();
    m_session->present({opened("a", 2000)});
    QTRY_COMPARE(asked(), std::size_t(1));
    for (std::int64_t update = 1900; update >= 300; update -= 100) {
        m_flow->setCursor({update, false});
        QTest::qWait(10);
    }
    QTest::qWait(400);
    m_answers->let();
    QTRY_COMPARE(asked(), std::size_t(2));
    QCOMPARE(m_answers->places()[1].at.update, std::int64_t(300));
    QTRY_VERIFY(m_page->status().contains("update 300"));
    QTest::qWait(300);
    QCOMPARE(asked(), std::size_t(2));
    QVERIFY2(chart(Place::Latents).readout({1, 0}, {}).rows.at(1).value.startsWith("300"), "an older answer is shown");
}

void TestMeasuresFlow::goingBackAsksNothingAgain() {
    m_page->show();
    m_session->present({opened("a", 400)});
    QTRY_VERIFY(m_page->status().contains("update 400"));
    m_flow->setCursor({120, false});
    QTRY_VERIFY(m_page->status().contains("update 100"));
    m_flow->setCursor({180, false});  // the same checkpoint
    m_flow->setCursor({400, true});
    QTRY_VERIFY(m_page->status().contains("update 400"));
    QCOMPARE(asked(), std::size_t(2));
}

void TestMeasuresFlow::theOldPictureStaysUntilTheNewOneIsThere() {
    m_page->show();
    m_session->present({opened("a", 400)});
    QTRY_VERIFY(!chart(Place::Latents).isEmpty());
    m_answers->hold();
    m_flow->setCursor({100, false});
    QTRY_COMPARE(asked(), std::size_t(2));
    QVERIFY(m_page->status().contains("measuring a"));
    QVERIFY(m_page->status().contains("update 400") && !chart(Place::Latents).isEmpty());
    m_answers->let();
    QTRY_VERIFY(m_page->status().contains("update 100") && !m_page->status().contains("measuring"));
}

void TestMeasuresFlow::pathsEndAtTheCursor() {
    m_page->show();
    m_session->present({opened("a", 400)});
    QTRY_COMPARE(chart(Place::RateDistortion).series.size(), std::size_t(2));
    QCOMPARE(chart(Place::RateDistortion).series[0].points.size(), 5);
    m_flow->setCursor({250, false});
    QTRY_COMPARE(chart(Place::RateDistortion).series[0].points.size(), 3);
    QCOMPARE(chart(Place::RateDistortion).series[1].points.first(), QPointF(2, 40));
}

void TestMeasuresFlow::problemsAreToldOnce() {
    m_page->show();
    m_session->present({opened("empty", 0), opened("a", 400)});
    QTRY_VERIFY(m_page->status().contains("no checkpoint yet") && m_page->status().contains("update 400"));
    QTest::qWait(500);
    QCOMPARE(asked(), std::size_t(2));
}

/// A run in training is another one with every update.
void TestMeasuresFlow::liveRunsAreAskedSeldom() {
    RunPlan plan;
    plan.name = "a";
    plan.settings.latent = 2;
    m_page->show();
    m_session->prepare({plan});
    QTRY_VERIFY(m_session->runs()[0].state.phase == RunPhase::Ready);
    m_session->start();
    QTRY_VERIFY(asked() >= 1 && m_session->runs()[0].state.at.update > 20);
    QTest::qWait(1500);
    QVERIFY(m_session->runs()[0].state.at.update > 200);
    QVERIFY2(asked() <= 2, "asked too often");
    m_session->pause();  // now there is time
    QTRY_VERIFY(m_session->runs()[0].state.phase == RunPhase::Paused);
    QTRY_COMPARE(m_answers->places().back().at.update, m_session->runs()[0].state.at.update);
    m_session->start();
    QTRY_VERIFY_WITH_TIMEOUT(m_answers->places().back().at.update > 1000, 8000);  // and after a while again
}

/// Each of them, though the first is always another one than before.
void TestMeasuresFlow::liveRunsTakeTurns() {
    RunPlan plan;
    plan.settings.latent = 2;
    plan.settings.updates = 100000;
    plan.name = "a";
    std::vector<RunPlan> plans{plan, plan, plan};
    plans[1].name = "b";
    plans[2].name = "c";
    m_page->show();
    m_session->prepare(plans);
    QTRY_VERIFY(m_session->runs()[2].state.phase == RunPhase::Ready);
    m_session->start();
    const auto askedAbout = [this](int run) {
        const std::vector<ModelPlace> places = m_answers->places();
        return std::ranges::count(places, m_session->runs()[static_cast<std::size_t>(run)].folder, &ModelPlace::folder);
    };
    QTRY_VERIFY_WITH_TIMEOUT(askedAbout(0) >= 2 && askedAbout(1) >= 2 && askedAbout(2) >= 2, 9000);
    QVERIFY2(asked() <= 7, "one of them was asked about more often than its turn");
}

void TestMeasuresFlow::hidingStopsTheQuestion() {
    m_answers->hold();
    m_page->show();
    m_session->present({opened("a", 400), opened("b", 400)});
    QTRY_COMPARE(asked(), std::size_t(1));
    m_page->hide();
    QVERIFY(!m_flow->isAsking());
    m_answers->let();
    QTest::qWait(400);
    QCOMPARE(asked(), std::size_t(1));
    m_page->show();
    QTRY_COMPARE(chart(Place::Collapse).series.size(), std::size_t(2));
}

/// The work is told to end; what it then says goes nowhere.
void TestMeasuresFlow::closingWhileAskingDoesNotHang() {
    m_answers->hold();
    m_page->show();
    m_session->present({opened("a", 400)});
    QTRY_COMPARE(asked(), std::size_t(1));
    std::thread later([this] {
        std::this_thread::sleep_for(std::chrono::milliseconds(200));
        m_answers->let();  // as work that looks at its flag
    });
    QElapsedTimer clock;
    clock.start();
    m_flow.reset();
    m_page.reset();
    m_session.reset();
    later.join();
    QVERIFY(clock.elapsed() < 2000);
}

QTEST_MAIN(TestMeasuresFlow)
#include "tst_measures_flow.moc"
