// SPDX-License-Identifier: GPL-3.0-or-later
/// The time line under the curves: one cursor for all that the stage shows. Play, scrub, step, jump to a mark, End.
#pragma once

#include "widgets/replay_clock.h"
#include "widgets/time_cursor.h"
#include "widgets/time_track.h"

#include <QElapsedTimer>
#include <QFrame>
#include <QTimer>

#include <functional>

class QActionGroup;
class QLabel;
class QPushButton;
class QToolButton;

namespace collapsar {

/// Where the recorded picture lies that is `pictures` (may be negative) away from `update`, over all runs; `update`
/// when there is none in that direction.
using PictureStep = std::function<std::int64_t(std::int64_t update, int pictures)>;

enum class TrainingNow { Going, Still };

/// Keys on the time line: Left and Right one recorded picture, with Shift ten; Ctrl+Left and Ctrl+Right the mark before
/// and after; Home the start; End live. While the cursor is not live, Space (play, pause) and End work wherever the
/// focus is in the window, except where text is edited, a list has End for itself, or Tab has reached a button. While
/// it is live the time line leaves Space alone: it starts and pauses training as everywhere.
class TimeLine : public QFrame {
    Q_OBJECT

public:
    explicit TimeLine(QWidget* parent = nullptr);

    /// `longest`: how far the furthest run is. A live cursor goes along, without cursorMoved.
    void setRange(std::int64_t longest, TrainingNow training);
    /// Outer updates per second at which the runs were trained, for the replay's speed.
    void setTrainedRate(double updatesPerSecond);
    void setPictureStep(PictureStep step);
    void addMark(const TimeMark& mark);
    /// -1: of all runs.
    void clearMarks(int run = -1);
    void setTheme(const PlotTheme& theme);

    [[nodiscard]] TimeCursor cursor() const { return m_cursor; }
    /// Stops playing. Beyond the longest run: live. Emits cursorMoved when it changes.
    void setCursor(const TimeCursor& cursor);
    void goLive();
    void goToUpdate(std::int64_t update);
    void stepPictures(int pictures);
    /// -1: to the mark before, 1: after.
    void jumpToMark(int direction);

    [[nodiscard]] bool isPlaying() const { return m_timer.isActive(); }
    /// From the beginning when the cursor is live.
    void play();
    void pause();
    void setSpeed(const ReplaySpeed& speed);
    [[nodiscard]] const ReplaySpeed& speed() const { return m_clock.speed(); }
    /// What the timer does while playing.
    void advance(double milliseconds);

    [[nodiscard]] TimeTrack* track() const { return m_track; }
    /// "update 480 of 1,000, live goes on", for screen readers too.
    [[nodiscard]] QString stateText() const;

Q_SIGNALS:
    void cursorMoved(const collapsar::TimeCursor& cursor);
    void playingChanged(bool isPlaying);
    /// Train on from the cursor, as a fork. Only while the cursor is not live.
    void forkHereRequested(std::int64_t update);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildPlay();
    void buildSpeeds();
    void buildState();
    void move(const TimeCursor& cursor);
    void stepForwardOrLive(std::int64_t update);
    [[nodiscard]] bool takesWindowKey(QObject* watched, const QKeyEvent& key) const;
    void showState();
    void showPlay();

    TimeCursor m_cursor;
    std::int64_t m_longest = 0;
    TrainingNow m_training = TrainingNow::Still;
    PictureStep m_step;
    ReplayClock m_clock;
    QTimer m_timer;
    QElapsedTimer m_sinceTick;
    PlotTheme m_theme = lightTheme();

    QToolButton* m_play = nullptr;
    QActionGroup* m_speeds = nullptr;
    TimeTrack* m_track = nullptr;
    QLabel* m_state = nullptr;
    QPushButton* m_fork = nullptr;
    QPushButton* m_live = nullptr;
};

}  // namespace collapsar
