// SPDX-License-Identifier: GPL-3.0-or-later
// What comes from the session, and what of it the stage shows at its time cursor.
#include "app/run_moment.h"
#include "app/stage_presenter.h"
#include "widgets/control_bar.h"
#include "widgets/curves_panel.h"
#include "widgets/display_text.h"
#include "widgets/event_list.h"
#include "widgets/posterior_plot.h"
#include "widgets/stage.h"
#include "widgets/switches_card.h"
#include "widgets/time_line.h"

#include <algorithm>
#include <cmath>
#include <limits>

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

/// What the time line marks.
bool isTimeMark(EventKind kind, TimeMarkKind& mark) {
    switch (kind) {
        case EventKind::Switch:
            mark = TimeMarkKind::Switch;
            return true;
        case EventKind::BurnInEnded:
        case EventKind::LearningRateCut:
        case EventKind::Diverged:
            mark = TimeMarkKind::Decision;
            return true;
        case EventKind::Checkpoint:
            mark = TimeMarkKind::Checkpoint;
            return true;
        default:
            return false;
    }
}

/// The newest row that the numbers of a card can be read from.
const Measurement* latestEvaluated(std::span<const Measurement> points) {
    const auto found =
        std::find_if(points.rbegin(), points.rend(), [](const Measurement& m) { return std::isfinite(m.kl); });
    return found == points.rend() ? nullptr : &*found;
}

}  // namespace

QString replayWords(const TimeCursor& cursor) {
    return cursor.isLive ? QString() : StagePresenter::tr("Replay: press End to go on live, or continue from here");
}

void StagePresenter::connectTimeLine() {
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(0);
    connect(&m_refresh, &QTimer::timeout, this, &StagePresenter::showCursor);
    if (m_views.timeLine == nullptr) {
        return;
    }
    m_views.timeLine->setPictureStep(
        [this](std::int64_t update, int pictures) { return pictureFrom(update, pictures); });
    connect(m_views.timeLine, &TimeLine::cursorMoved, this, [this](const TimeCursor& cursor) {
        m_cursor = cursor;
        m_refresh.start();
    });
    connect(m_views.curves, &CurvesPanel::cursorChosen, m_views.timeLine,
            [this](double update) { m_views.timeLine->goToUpdate(std::llround(update)); });
}

void StagePresenter::flush() {
    if (m_refresh.isActive()) {
        m_refresh.stop();
        showCursor();
    }
}

void StagePresenter::showCursor() {
    for (const auto& [run, card] : m_switches) {
        showMoment(run);
        showSwitches(run);
    }
    shareReach();
    m_views.curves->setTimeCursor(m_cursor.isLive ? notMeasured : static_cast<double>(m_cursor.update));
    m_views.events->showTime(m_cursor);
}

void StagePresenter::showMoment(int run) {
    RunCard* card = m_views.stage->card(run);
    if (card == nullptr) {
        return;
    }
    const RunView& view = m_session.runs()[run];
    const std::int64_t update = m_cursor.isLive ? std::numeric_limits<std::int64_t>::max() : m_cursor.update;
    card->showMoment({.cursor = m_cursor,
                      .pictures = view.history.upTo(wholeUpdate(update), PosteriorPlot::longestPast()),
                      .numbers = numbersAt(view, update),
                      .events = view.events});
}

/// Switches show what was in force then; they can be used at the newest update only, and say so.
void StagePresenter::showSwitches(int run) {
    const auto found = m_switches.find(run);
    if (found == m_switches.end()) {
        return;
    }
    const RunView& view = m_session.runs()[run];
    SwitchesCard* card = found->second;
    card->setReplayed(m_cursor.isLive ? -1 : m_cursor.update);
    card->setToolTip(replayWords(m_cursor));
    card->setState(m_cursor.isLive ? view.state : stateAt(view, m_cursor.update));
    if (view.isReadOnly || !m_cursor.isLive) {
        card->setEnabled(false);
    }
}

void StagePresenter::showPoints(int run, std::span<const Measurement> points) {
    m_views.curves->appendPoints(run, points);
    if (!m_cursor.isLive) {
        m_refresh.start();
        return;
    }
    const Measurement* latest = latestEvaluated(points);
    if (RunCard* card = m_views.stage->card(run); card != nullptr && latest != nullptr) {
        card->setMeasurement(*latest);
    }
}

void StagePresenter::showSnapshot(int run) {
    if (!m_cursor.isLive) {
        m_refresh.start();
        return;
    }
    if (RunCard* card = m_views.stage->card(run)) {
        card->setSnapshot(m_session.runs()[run].snapshot, SnapshotArrival::Live);
        shareReach();
    }
}

void StagePresenter::showEvent(int run, const Event& event) {
    if (m_shown.at(run).isShown) {
        m_views.events->addEvent(run, event);
        markEvent(run, event);
    }
    if (RunCard* card = m_views.stage->card(run); card != nullptr && m_cursor.isLive) {
        card->addEvent(event);
    }
    if (event.kind == EventKind::Switch) {
        m_bands.show(m_session.runs());
    }
}

void StagePresenter::markEvent(int run, const Event& event) {
    const RunView& view = m_session.runs()[run];
    const QString text = QString::fromStdString(view.plan.name) + QStringLiteral(": ") + eventText(event);
    if (isMark(event.kind)) {
        m_views.curves->addMark(run, static_cast<double>(event.at.update), text);
    }
    TimeMarkKind kind{};
    if (m_views.timeLine != nullptr && isTimeMark(event.kind, kind)) {
        m_views.timeLine->addMark({run, kind, event.at.update, text, runIdentity(run, view).index});
    }
}

void StagePresenter::showProbes(int run) {
    if (RunCard* card = m_views.stage->card(run)) {
        card->setProbeTexts(m_session.runs()[run].probes);
    }
}

void StagePresenter::showState(int run) {
    if (RunCard* card = m_views.stage->card(run)) {
        card->setState(m_session.runs()[run].state);
    }
    showSwitches(run);
    showStates();
}

/// Of the shown runs that are no mere trials, for they are what Start, Pause and the progress are about.
void StagePresenter::showStates() {
    std::vector<RunState> states;
    for (const RunView& view : m_session.runs()) {
        if (view.isShown && !view.isDiscarded && !view.isGhost && !view.isWaiting) {
            states.push_back(view.state);
        }
    }
    m_views.bar->setStates(states);
    showRange();
}

void StagePresenter::showRange() {
    if (m_views.timeLine == nullptr) {
        return;
    }
    const RunState* longest = nullptr;
    bool isTraining = false;
    for (const RunView& view : m_session.runs()) {
        if (!view.isShown || view.isDiscarded) {
            continue;
        }
        isTraining = isTraining || view.state.phase == RunPhase::Training;
        if (longest == nullptr || view.state.at.update > longest->at.update) {
            longest = &view.state;
        }
    }
    if (longest != nullptr && longest->seconds > 0) {
        m_views.timeLine->setTrainedRate(static_cast<double>(longest->at.update) / longest->seconds);
    }
    m_views.timeLine->setRange(longest == nullptr ? 0 : longest->at.update,
                               isTraining ? TrainingNow::Going : TrainingNow::Still);
}

void StagePresenter::pointAt(double update) {
    if (m_views.timeLine != nullptr) {
        m_views.timeLine->goToUpdate(std::llround(update));
    } else {
        m_views.curves->setCursor(axisPlace(update));
    }
}

std::int64_t StagePresenter::pictureFrom(std::int64_t update, int pictures) const {
    const int direction = pictures < 0 ? -1 : 1;
    for (int step = 0; step < std::abs(pictures); ++step) {
        const std::int64_t next = neighbourPicture(update, direction);
        if (next == update) {
            break;
        }
        update = next;
    }
    return update;
}

/// The nearest update after or before this one at which a shown run has a picture; 0 before the first.
std::int64_t StagePresenter::neighbourPicture(std::int64_t update, int direction) const {
    std::int64_t nearest = direction < 0 ? 0 : update;
    for (const RunView& view : m_session.runs()) {
        if (!view.isShown || view.isDiscarded) {
            continue;
        }
        const SnapshotPointer picture =
            direction < 0 ? view.history.at(wholeUpdate(update - 1)) : view.history.after(wholeUpdate(update));
        if (!picture) {
            continue;
        }
        const std::int64_t at = picture->values.at.update;
        if (direction < 0) {
            nearest = std::max(nearest, at);
        } else {
            nearest = nearest == update ? at : std::min(nearest, at);
        }
    }
    return nearest;
}

}  // namespace collapsar
