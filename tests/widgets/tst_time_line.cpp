// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/time_line.h"

#include <QAccessible>
#include <QLabel>
#include <QLineEdit>
#include <QMainWindow>
#include <QPushButton>
#include <QShortcut>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>
#include <QWheelEvent>

#include <algorithm>

using namespace collapsar;

namespace {

constexpr int longest = 1000;

/// Pictures at 0, 20, 40 ... 1,000.
std::int64_t everyTwenty(std::int64_t update, int pictures) {
    const std::int64_t place = pictures > 0 ? update / 20 + pictures : (update + 19) / 20 + pictures;
    return std::clamp<std::int64_t>(place * 20, 0, longest);
}

}  // namespace

class TestTimeLine : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QMainWindow> m_window;
    TimeLine* m_line = nullptr;
    QLineEdit* m_edit = nullptr;
    QPushButton* m_other = nullptr;
    int m_training = 0;  ///< how often the window's Space was pressed

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::keyClick(m_window->focusWidget() != nullptr ? m_window->focusWidget() : m_window.get(), key, modifiers);
    }
    QPoint placeOf(std::int64_t update) const { return {m_line->track()->pixelOf(update), 13}; }

private slots:
    void init() {
        m_training = 0;
        m_window = std::make_unique<QMainWindow>();
        auto* central = new QWidget;
        auto* column = new QVBoxLayout(central);
        m_edit = new QLineEdit;
        m_other = new QPushButton("Other");
        m_line = new TimeLine;
        column->addWidget(m_edit);
        column->addWidget(m_other);
        column->addWidget(m_line);
        m_window->setCentralWidget(central);
        m_window->resize(1000, 160);
        auto* space = new QShortcut(Qt::Key_Space, m_window.get());
        connect(space, &QShortcut::activated, this, [this] { ++m_training; });
        m_line->setPictureStep(everyTwenty);
        m_line->setRange(longest, TrainingNow::Still);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_line->setFocus();
    }
    void cleanup() { m_window.reset(); }

    void arrows_stepByOnePicture() {
        QSignalSpy moved(m_line, &TimeLine::cursorMoved);
        press(Qt::Key_Left);
        QCOMPARE(m_line->cursor(), (TimeCursor{980, false}));
        press(Qt::Key_Left, Qt::ShiftModifier);
        QCOMPARE(m_line->cursor().update, 780);
        press(Qt::Key_Right);
        QCOMPARE(m_line->cursor().update, 800);
        press(Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(m_line->cursor(), (TimeCursor{1000, true}));
        QCOMPARE(moved.count(), 4);
        QCOMPARE(m_line->track()->value(), 1000);
    }

    void homeAndEnd_goToTheStartAndLive() {
        press(Qt::Key_Home);
        QCOMPARE(m_line->cursor(), (TimeCursor{0, false}));
        press(Qt::Key_Left);
        QCOMPARE(m_line->cursor(), (TimeCursor{0, false}));
        press(Qt::Key_End);
        QCOMPARE(m_line->cursor(), (TimeCursor{1000, true}));
    }

    void end_worksFromAnywhereButTextWhileNotLive() {
        m_line->goToUpdate(500);
        m_edit->setFocus();
        press(Qt::Key_End);
        QVERIFY(!m_line->cursor().isLive);
        m_other->setFocus();
        press(Qt::Key_End);
        QVERIFY(m_line->cursor().isLive);
    }

    void space_belongsToTrainingWhileLive() {
        press(Qt::Key_Space);
        QCOMPARE(m_training, 1);
        QVERIFY(!m_line->isPlaying());
        m_line->goToUpdate(500);
        press(Qt::Key_Space);
        QCOMPARE(m_training, 1);
        QVERIFY(m_line->isPlaying());
        press(Qt::Key_Space);
        QVERIFY(!m_line->isPlaying());
        m_window->setFocus();
        press(Qt::Key_Space);
        QVERIFY2(m_line->isPlaying(), "also when the focus is elsewhere");
        m_edit->setFocus();
        press(Qt::Key_Space);
        QCOMPARE(m_edit->text(), QString(" "));
        QVERIFY(m_line->isPlaying());
        m_line->goLive();
        QVERIFY(!m_line->isPlaying());
        m_line->setFocus();
        press(Qt::Key_Space);
        QCOMPARE(m_training, 2);
    }

    void marks_canBeJumpedTo() {
        m_line->addMark({0, TimeMarkKind::Switch, 480, "Basic: KL weight"});
        m_line->addMark({1, TimeMarkKind::Decision, 160, "Aggressive: burn-in ended"});
        m_line->addMark({1, TimeMarkKind::Checkpoint, 700, "Aggressive: checkpoint"});
        QStringList updates;
        for (const Qt::Key key : {Qt::Key_Left, Qt::Key_Left, Qt::Key_Left, Qt::Key_Left, Qt::Key_Right, Qt::Key_Right,
                                  Qt::Key_Right, Qt::Key_Right}) {
            press(key, Qt::ControlModifier);
            updates << QString::number(m_line->cursor().update);
        }
        QCOMPARE(updates.join(' '), QString("700 480 160 0 160 480 700 1000"));
        QVERIFY(m_line->cursor().isLive);
        QVERIFY(m_line->track()->textAt(placeOf(480)).contains("Basic: KL weight at 480"));
        QVERIFY(m_line->track()->textAt(placeOf(160)).contains("burn-in ended at 160"));
        QCOMPARE(m_line->track()->textAt(placeOf(1000)), QString("update 1,000"));
        m_line->clearMarks(1);
        QCOMPARE(m_line->track()->marks().size(), std::size_t{1});
    }

    void mouse_scrubs() {
        QSignalSpy moved(m_line, &TimeLine::cursorMoved);
        TimeTrack* track = m_line->track();
        QTest::mousePress(track, Qt::LeftButton, {}, placeOf(250));
        QVERIFY(std::abs(m_line->cursor().update - 250) <= 3);
        QTest::mouseMove(track, placeOf(600));
        QTRY_VERIFY(std::abs(m_line->cursor().update - 600) <= 3);
        m_line->setRange(5000, TrainingNow::Going);
        QVERIFY2(std::abs(m_line->cursor().update - 600) <= 3, "live data do not move what is held");
        QTest::mouseRelease(track, Qt::LeftButton, {}, placeOf(600));
        QVERIFY(moved.count() >= 2);
        QTest::mouseClick(track, Qt::LeftButton, {}, placeOf(5000) + QPoint(4, 0));
        QCOMPARE(m_line->cursor(), (TimeCursor{5000, true}));
        QVERIFY2(track->pixelOf(5000) < track->width() - 12, "room to grow while training");
    }

    void wheel_steps() {
        const auto turn = [this](int angle) {
            QWheelEvent event(QPointF(5, 5), m_line->mapToGlobal(QPointF(5, 5)), {}, {0, angle}, Qt::NoButton,
                              Qt::NoModifier, Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(m_line->track(), &event);
        };
        turn(-120);
        QCOMPARE(m_line->cursor().update, 980);
        turn(-240);
        QCOMPARE(m_line->cursor().update, 940);
        turn(120);
        QCOMPARE(m_line->cursor().update, 960);
    }

    void liveCursor_goesAlong() {
        QSignalSpy moved(m_line, &TimeLine::cursorMoved);
        m_line->setRange(1500, TrainingNow::Going);
        QCOMPARE(m_line->cursor(), (TimeCursor{1500, true}));
        QCOMPARE(m_line->stateText(), QString("live, update 1,500"));
        m_line->goToUpdate(480);
        m_line->setRange(2000, TrainingNow::Going);
        QCOMPARE(m_line->cursor(), (TimeCursor{480, false}));
        QCOMPARE(m_line->stateText(), QString("update 480 of 2,000, live goes on"));
        QCOMPARE(moved.count(), 1);
        m_line->setRange(100, TrainingNow::Still);
        QVERIFY2(m_line->cursor().isLive, "a reset leaves no cursor beyond the end");
    }

    void playing_followsTheClockAndEndsLive() {
        QSignalSpy playing(m_line, &TimeLine::playingChanged);
        m_line->setSpeed({ReplayUnit::Picture, 10});
        auto* button = m_line->findChild<QToolButton*>("replayButton");
        QTest::mouseClick(button, Qt::LeftButton, {}, {8, button->height() / 2});
        QVERIFY(m_line->isPlaying());
        QVERIFY(m_line->cursor().update < 100);
        m_line->goToUpdate(480);
        QVERIFY2(!m_line->isPlaying(), "moving the cursor stops the replay");
        m_line->play();
        const std::int64_t from = m_line->cursor().update;
        m_line->advance(300);
        QVERIFY(m_line->cursor().update >= from + 60);
        m_line->setSpeed({ReplayUnit::TrainingSpeed, 10});
        m_line->setTrainedRate(10);
        m_line->advance(1000);
        QVERIFY(m_line->cursor().update >= from + 160);
        m_line->advance(100'000);
        QVERIFY(m_line->cursor().isLive);
        QVERIFY(!m_line->isPlaying());
        QCOMPARE(playing.count(), 4);
    }

    void continueFromHere_needsAPlaceInThePast() {
        auto* button = m_line->findChild<QPushButton*>("forkHereButton");
        QSignalSpy asked(m_line, &TimeLine::forkHereRequested);
        QVERIFY(!button->isEnabled());
        QVERIFY(!button->toolTip().isEmpty());
        m_line->goToUpdate(480);
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.front().front().toLongLong(), 480);
    }

    void liveButton_goesLive() {
        auto* button = m_line->findChild<QPushButton*>("liveButton");
        m_line->goToUpdate(480);
        QVERIFY(!button->isChecked());
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(m_line->cursor().isLive);
        QVERIFY(button->isChecked());
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY2(button->isChecked(), "live is left by moving the cursor only");
    }

    void nothingBesideTheTrackMoves() {
        m_line->setRange(longest, TrainingNow::Going);
        QTest::qWait(1);
        const QRect track = m_line->track()->geometry();
        m_line->goToUpdate(7);
        QTest::qWait(1);
        QCOMPARE(m_line->track()->geometry(), track);
        m_line->goLive();
        QTest::qWait(1);
        QCOMPARE(m_line->track()->geometry(), track);
    }

    void screenReaders_haveTheValue() {
        m_line->goToUpdate(480);
        QAccessibleInterface* face = QAccessible::queryAccessibleInterface(m_line->track());
        QVERIFY(face != nullptr && face->valueInterface() != nullptr);
        QCOMPARE(face->role(), QAccessible::Slider);
        QVERIFY(!face->text(QAccessible::Name).isEmpty());
        QCOMPARE(face->valueInterface()->currentValue().toInt(), 480);
        QCOMPARE(face->text(QAccessible::Description), QString("update 480 of 1,000"));
        face->valueInterface()->setCurrentValue(640);
        QCOMPARE(m_line->cursor(), (TimeCursor{640, false}));
    }

    void emptyLine_doesNothing() {
        m_line->setRange(0, TrainingNow::Still);
        for (const Qt::Key key : {Qt::Key_Left, Qt::Key_Right, Qt::Key_Home, Qt::Key_End})
            press(key);
        m_line->play();
        QVERIFY(!m_line->isPlaying());
        QCOMPARE(m_line->cursor(), (TimeCursor{0, true}));
    }
};

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    TestTimeLine test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_time_line.moc"
