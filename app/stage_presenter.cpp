// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stage_presenter.h"

#include "widgets/control_bar.h"
#include "widgets/curves_panel.h"
#include "widgets/display_text.h"
#include "widgets/event_list.h"
#include "widgets/posterior_plot.h"
#include "widgets/stage.h"
#include "widgets/switches_card.h"

#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace collapsar {
namespace {

/// Checkpoints and the start are in the list but would only clutter the plots.
bool isMark(EventKind kind) {
    switch (kind) {
        case EventKind::Switch:
        case EventKind::BurnInEnded:
        case EventKind::LearningRateCut:
        case EventKind::Resumed:
        case EventKind::NumericsChanged:
        case EventKind::Rewound:
        case EventKind::Diverged:
            return true;
        case EventKind::Started:
        case EventKind::Checkpoint:
        case EventKind::Finished:
        case EventKind::Warning:
            break;
    }
    return false;
}

RunIdentity identityOf(int run, const RunView& view) {
    return {run, QString::fromStdString(view.plan.name)};
}

/// The newest row that the numbers of a card can be read from.
const Measurement* latestEvaluated(std::span<const Measurement> points) {
    const auto found =
        std::find_if(points.rbegin(), points.rend(), [](const Measurement& m) { return std::isfinite(m.kl); });
    return found == points.rend() ? nullptr : &*found;
}

}  // namespace

StagePresenter::StagePresenter(Session& session, const StageViews& views, QObject* parent)
    : QObject(parent), m_session(session), m_views(views), m_theme(&lightTheme()) {
    connect(&session, &Session::runsReplaced, this, &StagePresenter::rebuild);
    connect(&session, &Session::stateChanged, this, &StagePresenter::showState);
    connect(&session, &Session::measured, this, &StagePresenter::showPoints);
    connect(&session, &Session::snapshotTaken, this, [this](int run) { showSnapshot(run, SnapshotArrival::Live); });
    connect(&session, &Session::happened, this, &StagePresenter::showEvent);
    connect(&session, &Session::probesKnown, this,
            [this](int run) { m_views.stage->card(run)->setProbeTexts(m_session.runs()[run].probes); });
    connect(m_views.curves, &CurvesPanel::followChanged, this, &StagePresenter::showFollow);
    connect(m_views.events, &EventList::updateActivated, this, &StagePresenter::pointAt);
}

void StagePresenter::rebuild() {
    const int count = std::min<int>(static_cast<int>(m_session.runs().size()), Stage::maximumRuns);
    for (int run = 0; run < m_shownRuns; ++run) {
        m_views.curves->removeRun(run);
    }
    for (SwitchesCard* card : m_switches) {
        m_views.switches->removeWidget(card);
        card->hide();
        card->deleteLater();
    }
    m_switches.clear();
    m_views.events->clear();
    const int had = static_cast<int>(m_views.stage->cards().size());
    m_views.stage->setRunCount(count);
    for (int run = 0; run < count; ++run) {
        if (run >= had) {
            addCard(run);
        }
        m_views.stage->card(run)->clear();
        addSwitches(run);
        m_views.curves->addRun(run, identityOf(run, m_session.runs()[run]));
    }
    m_shownRuns = count;
    showIdentities();
    for (int run = 0; run < count; ++run) {
        fill(run);
    }
    setTheme(*m_theme);
    setFollow(true);
    showStates();
}

void StagePresenter::addCard(int run) {
    RunCard* card = m_views.stage->card(run);
    card->plot()->setEmptyText(tr("Press Start to train the runs on the same batches"));
    card->plot()->setTrailsVisible(m_hasTrails);
    card->plot()->setStaircase(m_hasStaircase);
    connect(card->plot(), &PosteriorPlot::followChanged, this, &StagePresenter::showFollow);
    connect(card->plot(), &PosteriorPlot::probeHovered, this, [this](int probe) {
        for (RunCard* other : m_views.stage->cards()) {
            other->plot()->highlightProbe(probe);
        }
    });
    connect(card, &RunCard::cancelRequested, this, [this, run] { m_session.stop(run); });
    connect(card, &RunCard::nameEdited, this, [this, run](const QString& name) {
        m_session.rename(run, name.toStdString());
        showIdentities();
    });
}

void StagePresenter::addSwitches(int run) {
    auto* card = new SwitchesCard;
    m_views.switches->insertWidget(run, card);
    connect(card, &SwitchesCard::interventionRequested, this,
            [this, run](const Intervention& intervention) { intervene(run, intervention); });
    connect(card, &SwitchesCard::actionRequested, this, [this, run](Action action) {
        Intervention intervention;
        intervention.action = action;
        intervene(run, intervention);
    });
    m_switches.push_back(card);
}

/// What is known already: nothing for a fresh run, everything for one that was opened.
void StagePresenter::fill(int run) {
    const RunView& view = m_session.runs()[run];
    m_views.curves->setLatent(view.plan.settings.latent);
    if (view.probes) {
        m_views.stage->card(run)->setProbeTexts(view.probes);
    }
    for (const Event& event : view.events) {
        showEvent(run, event);
    }
    for (const auto& piece : view.points.pieces()) {
        showPoints(run, piece);
    }
    if (view.snapshot) {
        showSnapshot(run, SnapshotArrival::Settled);
    }
    showState(run);
}

void StagePresenter::showIdentities() {
    QList<RunIdentity> identities;
    for (int run = 0; run < m_shownRuns; ++run) {
        identities.append(identityOf(run, m_session.runs()[run]));
        m_views.stage->card(run)->setIdentity(identities.back());
        m_switches[run]->setIdentity(identities.back());
    }
    m_views.events->setRuns(identities);
}

void StagePresenter::showPoints(int run, std::span<const Measurement> points) {
    m_views.curves->appendPoints(run, points);
    if (const Measurement* latest = latestEvaluated(points)) {
        m_views.stage->card(run)->setMeasurement(*latest);
    }
}

void StagePresenter::showSnapshot(int run, SnapshotArrival arrival) {
    m_views.stage->card(run)->setSnapshot(m_session.runs()[run].snapshot, arrival);
    shareReach();
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

void StagePresenter::showEvent(int run, const Event& event) {
    m_views.events->addEvent(run, event);
    m_views.stage->card(run)->addEvent(event);
    if (isMark(event.kind)) {
        const QString text =
            QString::fromStdString(m_session.runs()[run].plan.name) + QStringLiteral(": ") + eventText(event);
        m_views.curves->addMark(run, static_cast<double>(event.at.update), text);
    }
}

void StagePresenter::showState(int run) {
    const RunState& state = m_session.runs()[run].state;
    m_views.stage->card(run)->setState(state);
    m_switches[run]->setState(state);
    m_switches[run]->setEnabled(!m_session.runs()[run].isReadOnly);
    showStates();
}

void StagePresenter::showStates() {
    std::vector<RunState> states;
    for (const RunView& view : m_session.runs()) {
        states.push_back(view.state);
    }
    m_views.bar->setStates(states);
}

void StagePresenter::setTheme(const PlotTheme& theme) {
    m_theme = &theme;
    for (RunCard* card : m_views.stage->cards()) {
        card->setTheme(theme);
    }
    for (SwitchesCard* card : m_switches) {
        card->setTheme(theme);
    }
    m_views.curves->setTheme(theme);
    m_views.events->setTheme(theme);
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

void StagePresenter::intervene(int run, const Intervention& intervention) {
    if (const Result<void> done = m_session.intervene(run, intervention); !done) {
        m_switches[run]->setRefused(QString::fromStdString(intervention.field), errorText(done.error()));
    }
}

void StagePresenter::pointAt(double update) {
    m_views.curves->setCursor(axisPlace(update));
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
