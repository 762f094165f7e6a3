// SPDX-License-Identifier: GPL-3.0-or-later
/// Shows the session's runs in the widgets: cards, curves, switches, events and control bar; and takes what is asked
/// for on the cards back to the session.
#pragma once

#include "app/session.h"
#include "widgets/curve_plot.h"
#include "widgets/plot_theme.h"
#include "widgets/run_card.h"

#include <QObject>

#include <span>
#include <vector>

class QVBoxLayout;

namespace collapsar {

class ControlBar;
class CurvesPanel;
class EventList;
class Stage;
class SwitchesCard;

/// The widgets of one window; none is owned.
struct StageViews {
    ControlBar* bar = nullptr;
    Stage* stage = nullptr;
    CurvesPanel* curves = nullptr;
    QVBoxLayout* switches = nullptr;  ///< one card per run is added here
    EventList* events = nullptr;
};

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
    [[nodiscard]] const std::vector<SwitchesCard*>& switches() const { return m_switches; }

Q_SIGNALS:
    void followChanged(bool isFollowing);

private:
    void rebuild();
    void fill(int run);
    void showIdentities();
    void showStates();
    void addCard(int run);
    void addSwitches(int run);
    void showPoints(int run, std::span<const Measurement> points);
    void showSnapshot(int run, SnapshotArrival arrival);
    void showEvent(int run, const Event& event);
    void showState(int run);
    void shareReach();
    void showFollow();
    void intervene(int run, const Intervention& intervention);
    void pointAt(double update);
    [[nodiscard]] double axisPlace(double update) const;

    Session& m_session;
    StageViews m_views;
    std::vector<SwitchesCard*> m_switches;
    const PlotTheme* m_theme = nullptr;
    CurveAxis m_axis = CurveAxis::Update;
    int m_shownRuns = 0;
    bool m_hasTrails = true;
    bool m_hasStaircase = false;
    bool m_hasOwnAxes = false;
};

}  // namespace collapsar
