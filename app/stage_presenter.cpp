// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stage_presenter.h"

#include "app/run_moment.h"
#include "widgets/control_bar.h"
#include "widgets/curves_panel.h"
#include "widgets/display_text.h"
#include "widgets/event_list.h"
#include "widgets/posterior_plot.h"
#include "widgets/stage.h"
#include "widgets/switches_card.h"
#include "widgets/time_line.h"

#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace collapsar {
namespace {

bool isOnStage(const RunView& view) {
    return view.isShown && !view.isDiscarded;
}

}  // namespace

StagePresenter::StagePresenter(Session& session, const StageViews& views, QObject* parent)
    : QObject(parent), m_session(session), m_views(views), m_bands(*views.curves), m_theme(&lightTheme()) {
    connectSession();
    connectTimeLine();
    connect(m_views.curves, &CurvesPanel::followChanged, this, &StagePresenter::showFollow);
    connect(m_views.events, &EventList::updateActivated, this, &StagePresenter::pointAt);
}

void StagePresenter::connectSession() {
    connect(&m_session, &Session::runsReplaced, this, &StagePresenter::rebuild);
    connect(&m_session, &Session::runAdded, this, &StagePresenter::addRun);
    connect(&m_session, &Session::runChanged, this, &StagePresenter::changeRun);
    connect(&m_session, &Session::runReloaded, this, &StagePresenter::reloadRun);
    connect(&m_session, &Session::stateChanged, this, &StagePresenter::showState);
    connect(&m_session, &Session::measured, this, &StagePresenter::showPoints);
    connect(&m_session, &Session::snapshotTaken, this, &StagePresenter::showSnapshot);
    connect(&m_session, &Session::happened, this, &StagePresenter::showEvent);
    connect(&m_session, &Session::probesKnown, this, &StagePresenter::showProbes);
}

void StagePresenter::rebuild() {
    const int had = static_cast<int>(m_shown.size());
    for (int run = 0; run < had; ++run) {
        m_views.curves->removeRun(run);
    }
    m_views.events->clear();
    m_shown.clear();
    arrangeSwitches({});
    for (RunCard* card : m_views.stage->cards()) {
        card->clear();
    }
    if (m_views.timeLine != nullptr) {
        m_views.timeLine->clearMarks();
        m_views.timeLine->goLive();
    }
    for (int run = 0; run < static_cast<int>(m_session.runs().size()); ++run) {
        m_shown.push_back({});
        addCurves(run);
    }
    arrangeCards();
    for (int run = 0; run < static_cast<int>(m_shown.size()); ++run) {
        fillCard(run);
    }
    m_bands.show(m_session.runs());
    setFollow(true);
    showStates();
}

/// Beside those on the stage, which are left as they are.
void StagePresenter::addRun(int run) {
    while (static_cast<int>(m_shown.size()) <= run) {
        m_shown.push_back({});
    }
    addCurves(run);
    m_bands.show(m_session.runs());
    arrangeCards();
    showStates();
}

void StagePresenter::changeRun(int run) {
    const RunView& view = m_session.runs().at(run);
    const Shown before = m_shown.at(run);
    if (view.isGhost != before.isGhost) {
        m_views.curves->removeRun(run);
        addCurves(run);
    } else if (isOnStage(view) != before.isShown) {
        m_shown[run].isShown = isOnStage(view);
        m_views.curves->setShown(run, isOnStage(view));
        fillEvents(run);
    }
    m_bands.show(m_session.runs());
    arrangeCards();
    showIdentities();
    showStates();
}

void StagePresenter::reloadRun(int run) {
    m_views.curves->clearRun(run);
    fillCurves(run);
    fillEvents(run);
    fillCard(run);
    m_bands.show(m_session.runs());
}

void StagePresenter::addCurves(int run) {
    const RunView& view = m_session.runs()[run];
    const bool isFork = view.parentRun >= 0 && view.parentRun < run;
    const CurveFork fork = isFork ? CurveFork{view.parentRun, static_cast<double>(view.parentAt.update)} : CurveFork{};
    m_shown[run] = {isOnStage(view), view.isGhost};
    int latent = 0;  // of the largest: a language model beside it has none
    for (const RunView& each : m_session.runs())
        latent = std::max(latent, each.plan.settings.latent);
    m_views.curves->setLatent(latent);
    m_views.curves->addRun(run, runIdentity(run, view), view.isGhost ? CurveStyle::Ghost : CurveStyle::Run, fork);
    m_views.curves->setShown(run, isOnStage(view));
    fillCurves(run);
    fillEvents(run);
}

void StagePresenter::fillCurves(int run) {
    for (const auto& piece : m_session.runs()[run].points.pieces()) {
        m_views.curves->appendPoints(run, piece);
    }
}

/// Marks and events of a run that is shown; none of one that is not.
void StagePresenter::fillEvents(int run) {
    m_views.events->clear(run);
    if (m_views.timeLine != nullptr) {
        m_views.timeLine->clearMarks(run);
    }
    if (!m_shown[run].isShown) {
        return;
    }
    const RunView& view = m_session.runs()[run];
    for (const Event& event : view.events) {
        if (isOwnEvent(view, event, m_session.runs())) {
            m_views.events->addEvent(run, event);
            markEvent(run, event);
        }
    }
}

/// Side by side only the same range can be compared; it grows with the widest run.
void StagePresenter::shareReach() {
    double widest = 0;
    for (const RunCard* card : m_views.stage->cards()) {
        widest = std::max(widest, card->plot()->dataReach());
    }
    for (RunCard* card : m_views.stage->cards()) {
        card->plot()->showReach(m_hasOwnAxes ? 0 : widest);
    }
}

void StagePresenter::setTheme(const PlotTheme& theme) {
    m_theme = &theme;
    for (RunCard* card : m_views.stage->cards()) {
        card->setTheme(theme);
    }
    for (const auto& [run, card] : m_switches) {
        card->setTheme(theme);
    }
    m_views.curves->setTheme(theme);
    m_views.events->setTheme(theme);
    if (m_views.timeLine != nullptr) {
        m_views.timeLine->setTheme(theme);
    }
}

void StagePresenter::setXAxis(CurveAxis axis) {
    m_axis = axis;
    m_views.curves->setXAxis(axis);
}

void StagePresenter::setFollow(bool follow) {
    m_views.curves->setFollow(follow);
    for (RunCard* card : m_views.stage->cards()) {
        card->plot()->setFollow(follow);
    }
    showFollow();
}

void StagePresenter::showFollow() {
    bool isFollowing = m_views.curves->isFollowing();
    for (const RunCard* card : m_views.stage->cards()) {
        isFollowing = isFollowing && card->plot()->isFollowing();
    }
    m_views.bar->setFollowing(isFollowing);
    Q_EMIT followChanged(isFollowing);
}

void StagePresenter::setTrailsVisible(bool visible) {
    m_hasTrails = visible;
    for (RunCard* card : m_views.stage->cards()) {
        card->plot()->setTrailsVisible(visible);
    }
}

void StagePresenter::setStaircase(bool shown) {
    m_hasStaircase = shown;
    for (RunCard* card : m_views.stage->cards()) {
        card->plot()->setStaircase(shown);
    }
}

void StagePresenter::setOwnAxes(bool own) {
    m_hasOwnAxes = own;
    shareReach();
}

void StagePresenter::fitAll() {
    m_views.curves->fit();
    for (RunCard* card : m_views.stage->cards()) {
        card->plot()->fit();
    }
}

/// Where an update lies on the x axis in force, from the first measurement at or after it.
double StagePresenter::axisPlace(double update) const {
    if (m_axis == CurveAxis::Update) {
        return update;
    }
    for (const RunView& view : m_session.runs()) {
        for (const auto& piece : view.points.pieces()) {
            const auto found = std::find_if(piece.begin(), piece.end(), [update](const Measurement& point) {
                return static_cast<double>(point.at.update) >= update;
            });
            if (found != piece.end()) {
                return axisValue(*found, m_axis);
            }
        }
    }
    return notMeasured;
}

}  // namespace collapsar
