// SPDX-License-Identifier: GPL-3.0-or-later
/// Shows the session's runs in the widgets: cards, curves, switches, events, time line and control bar, all at one time
/// cursor; and takes what is asked for on the cards back to the session.
#pragma once

#include "app/repeat_bands.h"
#include "app/session.h"
#include "widgets/curve_plot.h"
#include "widgets/plot_theme.h"
#include "widgets/run_card.h"
#include "widgets/time_cursor.h"

#include <QObject>
#include <QTimer>

#include <map>
#include <span>
#include <vector>

class QVBoxLayout;

namespace collapsar {

class ControlBar;
class CurvesPanel;
class EventList;
class Stage;
class SwitchesCard;
class TimeLine;

/// The widgets of one window; none is owned.
struct StageViews {
    ControlBar* bar = nullptr;
    Stage* stage = nullptr;
    CurvesPanel* curves = nullptr;
    QVBoxLayout* switches = nullptr;  ///< one card per run is added here
    EventList* events = nullptr;
    TimeLine* timeLine = nullptr;  ///< null: the stage is always live
};

/// Shown runs have curves, marks and events, and the first six of them that are no ghosts a card with switches. Ghosts
/// have curves only.
class StagePresenter : public QObject {
    Q_OBJECT

public:
    StagePresenter(Session& session, const StageViews& views, QObject* parent);

    void setTheme(const PlotTheme& theme);
    void setXAxis(CurveAxis axis);
    void setFollow(bool follow);
    void setTrailsVisible(bool visible);
    void setStaircase(bool shown);
    /// Every posterior mean space its own range, instead of one for all that lie side by side.
    void setOwnAxes(bool own);
    void fitAll();
    /// What the time line says; live without one.
    [[nodiscard]] const TimeCursor& cursor() const { return m_cursor; }
    /// Brings everything to the cursor now instead of when the event loop is idle.
    void flush();
    [[nodiscard]] int runCount() const { return static_cast<int>(m_shown.size()); }
    [[nodiscard]] std::vector<SwitchesCard*> switches() const;  ///< in order of place

Q_SIGNALS:
    void followChanged(bool isFollowing);
    /// What is seen of a posterior mean space was chosen by the user.
    void lookChanged();
    void renameRequested(int run, const QString& name);

private:
    struct Shown {  // as last shown, to tell what a change is about
        bool isShown = false;
        bool isGhost = false;
    };

    void connectSession();
    void connectTimeLine();
    void rebuild();
    void addRun(int run);
    void changeRun(int run);
    void reloadRun(int run);
    void addCurves(int run);
    void fillCurves(int run);
    void fillEvents(int run);
    void fillCard(int run);
    void arrangeCards();
    void connectCard(int run);
    SwitchesCard* makeSwitches(int run);
    void arrangeSwitches(const std::vector<int>& runs);
    void showIdentities();
    void showStates();
    void showPoints(int run, std::span<const Measurement> points);
    void showSnapshot(int run);
    void showEvent(int run, const Event& event);
    void markEvent(int run, const Event& event);
    void showProbes(int run);
    void showState(int run);
    void shareReach();
    void showFollow();
    void intervene(int run, const Intervention& intervention);
    void pointAt(double update);
    [[nodiscard]] double axisPlace(double update) const;
    void showCursor();
    void showMoment(int run);
    void showSwitches(int run);
    void showRange();
    std::int64_t pictureFrom(std::int64_t update, int pictures) const;
    std::int64_t neighbourPicture(std::int64_t update, int direction) const;

    Session& m_session;
    StageViews m_views;
    RepeatBands m_bands;
    std::vector<Shown> m_shown;               ///< by run number
    std::map<int, SwitchesCard*> m_switches;  ///< of the runs with a card
    const PlotTheme* m_theme = nullptr;
    TimeCursor m_cursor;
    QTimer m_refresh;
    CurveAxis m_axis = CurveAxis::Update;
    bool m_hasTrails = true;
    bool m_hasStaircase = false;
    bool m_hasOwnAxes = false;
};

/// What replaying means for who wants to go on; empty: it is live.
[[nodiscard]] QString replayWords(const TimeCursor& cursor);

}  // namespace collapsar
