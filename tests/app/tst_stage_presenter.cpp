// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stage_presenter.h"

#include "app/run_moment.h"
#include "fake_engine.h"
#include "widgets/control_bar.h"
#include "widgets/curves_panel.h"
#include "widgets/event_list.h"
#include "widgets/posterior_plot.h"
#include "widgets/stage.h"
#include "widgets/switches_card.h"
#include "widgets/time_line.h"

#include <QApplication>
#include <QListView>
#include <QTemporaryDir>
#include <QTest>
#include <QVBoxLayout>

#include <ctime>
#include <random>

using namespace collapsar;

namespace {

Event switched(std::int64_t update, const char* field, const char* from, const char* to) {
    Event event;
    event.kind = EventKind::Switch;
    event.at.update = update;
    event.intervention = {event.at, Action::None, field, from, to};
    return event;
}

/// A run of `updates` with a picture each twenty, KL = update / 1,000, slope = update / updates.
RunView madeUpRun(const std::string& name, std::int64_t updates, int probes = 20) {
    RunView view;
    view.plan.name = name;
    view.state.phase = RunPhase::Finished;
    view.state.at.update = updates;
    view.state.totalUpdates = updates;
    view.state.settings.klWeight = 0.5;
    view.state.seconds = 10;
    std::vector<Measurement> rows;
    for (std::int64_t update = 0; update <= updates; update += 20) {
        const double share = static_cast<double>(update) / static_cast<double>(updates);
        rows.push_back(test::madeUpMeasurement(update, static_cast<double>(update) / 1000));
        auto picture = std::make_shared<Snapshot>(*test::madeUpSnapshot(update, share, probes));
        picture->values.kl = rows.back().kl;
        view.history.append(std::move(picture));
    }
    view.points.append(rows);
    view.snapshot = view.history.at(wholeUpdate(updates));
    view.events = {switched(480, "kl_weight", "1", "0.5")};
    view.isReadOnly = true;
    return view;
}

struct Desk {
    QTemporaryDir folder;
    QWidget window;
    ControlBar* bar = new ControlBar;
    Stage* stage = new Stage;
    CurvesPanel* curves = new CurvesPanel;
    QVBoxLayout* switches = new QVBoxLayout;
    EventList* events = new EventList;
    TimeLine* line = new TimeLine;
    std::unique_ptr<Session> session;
    std::unique_ptr<StagePresenter> presenter;

    Desk() {
        auto* rows = new QVBoxLayout;
        rows->addWidget(bar);
        rows->addWidget(stage, 2);
        rows->addWidget(curves, 1);
        rows->addWidget(line);
        auto* side = new QVBoxLayout;
        side->addLayout(switches);
        side->addWidget(events);
        auto* columns = new QHBoxLayout(&window);
        columns->addLayout(rows, 1);
        columns->addLayout(side);
        window.resize(1280, 800);
        session = std::make_unique<Session>(std::make_unique<test::FakeEngine>(std::make_shared<test::CallLog>()),
                                            RunStorage(std::filesystem::path(folder.path().toStdString())));
        presenter =
            std::make_unique<StagePresenter>(*session, StageViews{bar, stage, curves, switches, events, line}, nullptr);
        window.show();
    }

    void goTo(std::int64_t update) {
        line->goToUpdate(update);
        presenter->flush();
    }
};

}  // namespace

class TestStagePresenter : public QObject {
    Q_OBJECT

private slots:
    void cursor_setsAllThatTheStageShows() {
        Desk desk;
        desk.session->present({madeUpRun("A", 1000), madeUpRun("B", 600)});
        QCOMPARE(desk.stage->cards().size(), 2);
        QCOMPARE(desk.line->cursor(), (TimeCursor{1000, true}));
        RunCard* first = desk.stage->card(0);
        QCOMPARE(first->plot()->snapshot()->values.at.update, 1000);

        desk.goTo(470);
        QCOMPARE(first->plot()->snapshot()->values.at.update, 460);
        QCOMPARE(first->updateText(), QString("update 460"));
        QCOMPARE(desk.presenter->switches().size(), std::size_t{2});
        QVERIFY(!desk.presenter->switches()[0]->isEnabled());
        QCOMPARE(stateAt(desk.session->runs()[0], 470).settings.klWeight, 1.0);
        QCOMPARE(stateAt(desk.session->runs()[0], 480).settings.klWeight, 0.5);

        desk.goTo(800);
        QCOMPARE(first->plot()->snapshot()->values.at.update, 800);
        QCOMPARE(desk.stage->card(1)->plot()->snapshot()->values.at.update, 600);
        QVERIFY2(desk.stage->card(1)->updateText().contains("600"), "a shorter run stays at its end");
        desk.line->goLive();
        desk.presenter->flush();
        QCOMPARE(first->plot()->snapshot()->values.at.update, 1000);
    }

    void verdict_isAsItWasThenWhereverTheCursorCameFrom() {
        Desk desk;
        desk.session->present({madeUpRun("A", 1000)});
        RunCard* card = desk.stage->card(0);
        QStringList forward;
        QStringList backward;
        const auto seen = [card] { return QString::number(static_cast<int>(card->shownVerdict())) + card->sentence(); };
        for (int update = 0; update < 1000; update += 50) {
            desk.goTo(update);
            forward << seen();
        }
        for (int update = 950; update >= 0; update -= 50) {
            desk.goTo(update);
            backward.prepend(seen());
        }
        QCOMPARE(backward, forward);
        QVERIFY(QSet<QString>(forward.begin(), forward.end()).size() > 2);
    }

    void events_takeTheCursorThereAndFollowIt() {
        Desk desk;
        desk.session->present({madeUpRun("A", 1000)});
        QCOMPARE(desk.line->track()->marks().size(), std::size_t{1});
        auto* list = desk.events->findChild<QListView*>();
        QTRY_VERIFY(list->isVisible());
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                          list->visualRect(desk.events->model()->index(0)).center());
        QCOMPARE(desk.line->cursor(), (TimeCursor{480, false}));
        desk.goTo(100);
        QVERIFY(!list->currentIndex().isValid());
        desk.goTo(700);
        QCOMPARE(list->currentIndex().row(), 0);
    }

    void curves_chooseTheCursor() {
        Desk desk;
        desk.session->present({madeUpRun("A", 1000)});
        Q_EMIT desk.curves->cursorChosen(333.2);
        QCOMPARE(desk.line->cursor(), (TimeCursor{333, false}));
    }

    void arrows_stepOverThePicturesOfAllRuns() {
        Desk desk;
        RunView odd = madeUpRun("B", 600);
        odd.history.clear();
        odd.history.append(test::madeUpSnapshot(450, 1, 20));
        desk.session->present({madeUpRun("A", 1000), odd});
        desk.goTo(440);
        desk.line->stepPictures(1);
        QCOMPARE(desk.line->cursor().update, 450);
        desk.line->stepPictures(1);
        QCOMPARE(desk.line->cursor().update, 460);
        desk.line->stepPictures(-10);
        QCOMPARE(desk.line->cursor().update, 280);
        desk.line->stepPictures(-100);
        QCOMPARE(desk.line->cursor().update, 0);
    }

    void addedRun_leavesTheOthersAlone() {
        Desk desk;
        desk.session->present({madeUpRun("A", 1000)});
        RunCard* first = desk.stage->card(0);
        SwitchesCard* switches = desk.presenter->switches()[0];
        desk.goTo(300);
        RunView other = madeUpRun("B", 2000);
        other.parentRun = 0;
        other.parentId = "a";
        other.parentAt.update = 480;
        const int added = desk.session->add(other);
        QCOMPARE(desk.stage->card(0), first);
        QCOMPARE(desk.presenter->switches()[0], switches);
        desk.presenter->flush();
        QCOMPARE(desk.stage->card(added)->plot()->snapshot()->values.at.update, 300);
        QCOMPARE(desk.line->cursor(), (TimeCursor{300, false}));
        desk.session->setShown(0, false);
        QCOMPARE(desk.stage->card(0), nullptr);
        QCOMPARE(desk.stage->cards().size(), 1);
        desk.session->setShown(0, true);
        QVERIFY(desk.stage->card(0) != nullptr);
    }

    void moreThanSix_haveCurvesOnly() {
        Desk desk;
        std::vector<RunView> runs;
        for (int run = 0; run < 8; ++run) {
            runs.push_back(madeUpRun("R" + std::to_string(run), 200));
        }
        desk.session->present(runs);
        for (int run = 0; run < 8; ++run) {
            desk.session->setShown(run, true);
        }
        QCOMPARE(desk.stage->cards().size(), 6);
        QCOMPARE(desk.stage->withoutCard(), 2);
        QCOMPARE(desk.curves->plots()[1]->pointCount(7), 11);
    }

    /// Six runs of 10,000 updates with 500 probes each. Not a timed test: prints what it measured.
    void scrubbing_isPrinted() {
        Desk desk;
        std::vector<RunView> runs;
        for (int run = 0; run < 6; ++run) {
            runs.push_back(madeUpRun("R" + std::to_string(run), 10'000, 500));
        }
        desk.session->present(runs);
        QTest::qWait(300);
        std::vector<double> moves;
        std::mt19937 generator(1);
        for (int move = 0; move < 200; ++move) {
            const std::int64_t update = move < 100 ? 100 * move : generator() % 10'000;
            const std::clock_t from = std::clock();
            desk.goTo(update);
            QTest::qWait(40);  // until all is drawn
            moves.push_back(1000.0 * static_cast<double>(std::clock() - from) / CLOCKS_PER_SEC);
            QCOMPARE(desk.stage->card(5)->plot()->snapshot()->values.at.update, update / 20 * 20);
        }
        std::sort(moves.begin(), moves.end());
        qInfo("processor time a move, drawing included: median %.1f ms, p99 %.1f ms, most %.1f ms", moves[100],
              moves[198], moves[199]);
    }
};

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    TestStagePresenter test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_stage_presenter.moc"
