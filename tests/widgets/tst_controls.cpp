// SPDX-License-Identifier: GPL-3.0-or-later
// The bar, the event list, the stage and the dialogs.
#include "widgets/control_bar.h"
#include "widgets/event_list.h"
#include "widgets/export_dialog.h"
#include "widgets/preset_picker.h"
#include "widgets/run_card.h"
#include "widgets/segmented_control.h"
#include "widgets/stage.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace collapsar;

namespace {

RunState stateAt(RunPhase phase, std::int64_t update) {
    RunState state;
    state.phase = phase;
    state.at.update = update;
    state.totalUpdates = 5000;
    state.updatesPerSecond = 1480;
    state.secondsLeft = 42;
    return state;
}

Event eventAt(std::int64_t update, EventKind kind = EventKind::Checkpoint) {
    Event event;
    event.kind = kind;
    event.at.update = update;
    return event;
}

void click(ControlBar& bar, ControlBar::Button which) {
    QTest::mouseClick(bar.button(which), Qt::LeftButton);
}

}  // namespace

class TestControls : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void startAndPauseAreOneButton() {
        ControlBar bar;
        QSignalSpy start(&bar, &ControlBar::startRequested);
        QSignalSpy pause(&bar, &ControlBar::pauseRequested);
        click(bar, ControlBar::Button::StartPause);
        QCOMPARE(start.count(), 0);  // nothing to start
        bar.setStates({stateAt(RunPhase::Ready, 0), stateAt(RunPhase::Ready, 0)});
        QCOMPARE(bar.button(ControlBar::Button::StartPause)->text(), QString("Start"));
        click(bar, ControlBar::Button::StartPause);
        QCOMPARE(start.count(), 1);
        bar.setStates({stateAt(RunPhase::Training, 5), stateAt(RunPhase::Training, 4)});
        click(bar, ControlBar::Button::StartPause);
        QCOMPARE(pause.count(), 1);
        bar.setStates({stateAt(RunPhase::Paused, 5), stateAt(RunPhase::Paused, 5)});
        QCOMPARE(bar.button(ControlBar::Button::StartPause)->text(), QString("Resume"));
        click(bar, ControlBar::Button::StartPause);
        QCOMPARE(start.count(), 2);
    }

    void stepsWorkWhilePaused() {
        ControlBar bar;
        QSignalSpy encoder(&bar, &ControlBar::stepEncoderRequested);
        QSignalSpy decoder(&bar, &ControlBar::stepDecoderRequested);
        QSignalSpy update(&bar, &ControlBar::stepUpdateRequested);
        QSignalSpy reset(&bar, &ControlBar::resetRequested);
        QSignalSpy reseed(&bar, &ControlBar::reseedRequested);
        const auto clickAll = [&bar] {
            for (auto which : {ControlBar::Button::StepEncoder, ControlBar::Button::StepDecoder,
                               ControlBar::Button::StepUpdate, ControlBar::Button::Reset, ControlBar::Button::Reseed}) {
                click(bar, which);
            }
        };
        bar.setStates({stateAt(RunPhase::Training, 5)});
        clickAll();
        QCOMPARE(encoder.count() + decoder.count() + update.count(), 0);
        QCOMPARE(reset.count(), 1);
        bar.setStates({stateAt(RunPhase::Paused, 5)});
        clickAll();
        QCOMPARE(encoder.count(), 1);
        QCOMPARE(decoder.count(), 1);
        QCOMPARE(update.count(), 1);
        QCOMPARE(reset.count(), 2);
        QCOMPARE(reseed.count(), 2);
    }

    void settersNeverEmit() {
        ControlBar bar;
        QSignalSpy pace(&bar, &ControlBar::paceChosen);
        QSignalSpy axis(&bar, &ControlBar::xAxisChosen);
        QSignalSpy follow(&bar, &ControlBar::followRequested);
        bar.setPace(PaceChoice::FullSpeed);
        bar.setXAxis(CurveAxis::Epoch);
        bar.setFollowing(false);
        bar.setFollowing(true);
        bar.setStates({stateAt(RunPhase::Training, 5)});
        QCOMPARE(pace.count() + axis.count() + follow.count(), 0);
        QVERIFY(bar.button(ControlBar::Button::XAxis)->text().contains("Epochs"));
    }

    void paceAxisAndFollowAreChosen() {
        ControlBar bar;
        bar.resize(1280, 48);
        bar.show();
        QSignalSpy pace(&bar, &ControlBar::paceChosen);
        for (auto* button : bar.findChild<SegmentedControl*>()->findChildren<QAbstractButton*>()) {
            if (button->text() == "Full") QTest::mouseClick(button, Qt::LeftButton);
        }
        QCOMPARE(pace.at(0).at(0).value<PaceChoice>(), PaceChoice::FullSpeed);
        QSignalSpy axis(&bar, &ControlBar::xAxisChosen);
        static_cast<QToolButton*>(bar.button(ControlBar::Button::XAxis))->menu()->actions().at(2)->trigger();
        QCOMPARE(axis.at(0).at(0).value<CurveAxis>(), CurveAxis::Epoch);
        QSignalSpy follow(&bar, &ControlBar::followRequested);
        bar.setFollowing(false);
        click(bar, ControlBar::Button::Follow);
        QCOMPARE(follow.count(), 1);
        QVERIFY(bar.button(ControlBar::Button::Follow)->isChecked());
    }

    void progressSpeaksOfTheRunFurthestBehind() {
        ControlBar bar;
        RunState slow = stateAt(RunPhase::Training, 1000);
        slow.settings.aggressive = Aggressive::On;
        slow.step = StepPhase::Inner;
        slow.at.inner = 23;
        bar.setStates({stateAt(RunPhase::Training, 1003), slow, stateAt(RunPhase::Diverged, 10)});
        QCOMPARE(bar.progressText(),
                 QString("Update 1,000 / 5,000 · inner 23 (stops at 30 ... 99) · 1,480 updates/s · 0:42 left"));
    }

    void nothingJumpsWhileTraining() {
        ControlBar bar;
        bar.resize(1280, 60);
        bar.show();
        bar.setStates({stateAt(RunPhase::Training, 999)});
        QTest::qWait(50);
        const int follow = bar.button(ControlBar::Button::Follow)->x();
        const int width = bar.minimumSizeHint().width();
        RunState later = stateAt(RunPhase::Training, 4888);
        later.step = StepPhase::Inner;
        later.at.inner = 88;
        later.updatesPerSecond = 12'345;
        bar.setStates({later});
        QTest::qWait(50);
        QCOMPARE(bar.button(ControlBar::Button::Follow)->x(), follow);
        QCOMPARE(bar.minimumSizeHint().width(), width);
    }

    void narrowBarMovesItsProgressToASecondRow() {
        ControlBar bar;
        bar.setStates({stateAt(RunPhase::Training, 999)});
        bar.resize(1600, 100);
        bar.show();
        QTest::qWait(50);
        const int oneRow = bar.sizeHint().height();
        QVERIFY2(bar.minimumSizeHint().width() <= 1100, qPrintable(QString::number(bar.minimumSizeHint().width())));
        bar.resize(bar.minimumSizeHint().width(), 100);
        QTRY_VERIFY(bar.sizeHint().height() > oneRow);
        bar.resize(1600, 100);
        QTRY_COMPARE(bar.sizeHint().height(), oneRow);
    }

    void eventsAreNewestFirst() {
        EventListModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRuns({{0, "Basic"}, {1, "Aggressive"}});
        model.add(0, eventAt(0, EventKind::Started));
        model.add(1, eventAt(480));
        model.add(0, eventAt(160));
        model.add(1, eventAt(160, EventKind::BurnInEnded));
        QStringList shown;
        for (int row = 0; row < model.rowCount(); ++row)
            shown << model.index(row).data().toString();
        QCOMPARE(shown, QStringList({"Aggressive: checkpoint", "Aggressive: burn-in ended: mutual information fell",
                                     "Basic: checkpoint", "Basic: started"}));
        model.setRuns({{0, "A"}, {1, "B"}});
        QCOMPARE(model.index(3).data().toString(), QString("A: started"));
        model.clear(1);
        QCOMPARE(model.rowCount(), 2);
        model.clear();
        QCOMPARE(model.rowCount(), 0);
    }

    void onlyTheNewestScheduledCheckpointIsListed() {
        EventListModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRuns({{0, "Basic"}, {1, "Aggressive"}});
        const auto written = [](int update, const char* file) {
            Event event = eventAt(update);
            event.text = file;
            return event;
        };
        model.add(0, written(20, "update-00000020.ckpt"));
        model.add(1, written(20, "update-00000020.ckpt"));
        model.add(0, written(30, "mine.ckpt"));
        model.add(0, written(40, "update-00000040.ckpt"));
        QStringList shown;
        for (int row = 0; row < model.rowCount(); ++row) {
            shown << model.index(row).data(EventListModel::UpdateRole).toString() + model.index(row).data().toString();
        }
        QCOMPARE(shown, QStringList({"40Basic: checkpoint", "30Basic: checkpoint", "20Aggressive: checkpoint"}));
        QVERIFY(model.index(1).data(Qt::ToolTipRole).toString().contains("mine.ckpt"));
    }

    void clickOnAnEventGoesThere() {
        EventList list;
        list.resize(280, 200);
        list.setRuns({{0, "Basic"}});
        list.addEvent(0, eventAt(160));
        list.addEvent(0, eventAt(480));
        list.show();
        QVERIFY(QTest::qWaitForWindowExposed(&list));
        QSignalSpy activated(&list, &EventList::updateActivated);
        auto* view = list.findChild<QListView*>();
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(list.model()->index(1)).center());
        QCOMPARE(activated.count(), 1);
        QCOMPARE(activated.at(0).at(0).toDouble(), 160.0);
    }

    void stageKeepsCardsThatStay() {
        Stage stage;
        stage.setRunCount(2);
        RunCard* first = stage.card(0);
        stage.setRunCount(6);
        QCOMPARE(stage.card(0), first);
        QCOMPARE(stage.cards().size(), 6);
        stage.setRunCount(1);
        QCOMPARE(stage.card(0), first);
        QCOMPARE(stage.card(1), nullptr);
        const QList<int> columns{Stage::columns(1), Stage::columns(2), Stage::columns(3),
                                 Stage::columns(4), Stage::columns(5), Stage::columns(6)};
        QCOMPARE(columns, QList<int>({1, 2, 2, 2, 3, 3}));
    }

    void stageNumbersItsCardsByRun() {
        Stage stage;
        stage.setRuns({0, 2, 5});
        RunCard* last = stage.card(5);
        QVERIFY(last != nullptr && stage.card(1) == nullptr);
        stage.setRuns({1, 5});
        QCOMPARE(stage.card(5), last);
        QCOMPARE(stage.cards().size(), 2);
        QCOMPARE(stage.cards()[1], last);
        QCOMPARE(stage.card(0), nullptr);
        stage.setRuns({1, 2, 3, 4, 5, 6, 7, 8});
        QCOMPARE(stage.cards().size(), 6);
        QCOMPARE(stage.card(5), last);
        QCOMPARE(stage.withoutCard(), 2);
        QVERIFY(stage.card(8) == nullptr);
    }

    void eventListPointsAtTheTimeCursor() {
        EventList list;
        for (const int update : {0, 160, 160, 480}) {
            Event event;
            event.kind = EventKind::LearningRateCut;
            event.at.update = update;
            list.addEvent(0, event);
        }
        QSignalSpy activated(&list, &EventList::updateActivated);
        auto* view = list.findChild<QListView*>();
        list.showTime({300, false});
        QCOMPARE(view->currentIndex().data(EventListModel::UpdateRole).toInt(), 160);
        view->setCurrentIndex(list.model()->index(2));
        list.showTime({160, false});
        QCOMPARE(view->currentIndex().row(), 2);
        list.showTime({480, false});
        QCOMPARE(view->currentIndex().row(), 0);
        list.showTime({480, true});
        QVERIFY(!view->currentIndex().isValid());
        QCOMPARE(activated.count(), 0);
    }

    void presetIsChosenWithEnter() {
        PresetPicker picker({{"he-fig2", "He Fig. 2", "collapses"}, {"rescue", "Rescue", "recovers"}});
        QSignalSpy chosen(&picker, &PresetPicker::presetChosen);
        picker.show();
        QCOMPARE(picker.current(), QString("he-fig2"));
        QTest::keyClick(picker.findChild<QListWidget*>(), Qt::Key_Down);
        QTest::keyClick(&picker, Qt::Key_Return);
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen.at(0).at(0).toString(), QString("rescue"));
    }

    void exportPathFollowsFormatAndSubject() {
        ExportDialog dialog;
        ExportRequest request;
        request.path = "/tmp/stage.pdf";
        dialog.setRequest(request);
        int previews = 0;
        dialog.setPreview([&previews](const ExportRequest&, QSize pixels) {
            ++previews;
            return QImage(pixels, QImage::Format_RGB32);
        });
        dialog.show();
        QVERIFY(previews > 0);
        const auto press = [&dialog](const QString& text) {
            for (auto* button : dialog.findChildren<QRadioButton*>()) {
                QString plain = button->text();
                if (plain.remove('&').startsWith(text))
                    QTest::mouseClick(button, Qt::LeftButton, {}, {8, button->height() / 2});
            }
        };
        press("PNG");
        QCOMPARE(dialog.request().path, QString("/tmp/stage.png"));
        press("Curves");
        QCOMPARE(dialog.request().path, QString("/tmp/stage.csv"));
        QVERIFY(dialog.request().subject == ExportSubject::Curves);
        press("Each plot");
        QCOMPARE(dialog.request().path, QString("/tmp/stage"));
        request.path = "/tmp/figure";
        request.format = ImageFormat::Svg;
        dialog.setRequest(request);
        QCOMPARE(dialog.request().path, QString("/tmp/figure.svg"));
    }
};

QTEST_MAIN(TestControls)
#include "tst_controls.moc"
