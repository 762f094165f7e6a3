// SPDX-License-Identifier: GPL-3.0-or-later
/// A place in a run's history, reached again: from a checkpoint, with the switches and evaluations that the journal
/// tells of, trained exactly as then. Nothing of it is news.
#include "core/train/trainer.h"

#include <algorithm>
#include <string>

namespace collapsar {

namespace {
using Plan = std::vector<Intervention>;

/// The first that asks for what was done is done with.
void tickOff(Plan& planned, const Intervention& made) {
    const auto found = std::find_if(planned.begin(), planned.end(), [&](const Intervention& each) {
        return each.at <= made.at && each.action == made.action && each.field == made.field &&
               each.newValue == made.newValue;
    });
    if (found != planned.end()) planned.erase(found);
}

/// Before an update all that was planned up to `at` has happened, also what changed nothing and left no mark.
void dropUpTo(Plan& planned, const Position& at) {
    std::erase_if(planned, [&](const Intervention& each) { return each.at <= at; });
}
}  // namespace

Result<void> Trainer::replay() {
    m_replayFrom = m_state.at;
    m_recorder.tell(Telling::States);
    const Result<void> played = playBack();
    m_recorder.tell(Telling::All);
    if (played.ok()) finishReplay();
    return played;
}

const TrainingState& Trainer::state() {
    m_state.weights = m_step.weights(m_state.settings);
    return m_state;
}

Result<void> Trainer::playBack() {
    const Position& target = m_replay->target;
    while (true) {
        m_stop.check();
        playItems();
        if (m_phase == RunPhase::Diverged) {
            return Error{ErrorCode::InvalidSettings,
                         "Replaying it, the run diverged at update " + std::to_string(m_state.at.update) + " already."};
        }
        if (m_state.at >= target) break;
        if (m_state.evaluationDue) {  // the journal lost it, or the run had not made it when it was forked: news
            m_recorder.tell(Telling::All);
            evaluateIfDue();
            m_recorder.tell(Telling::States);
        }
        dropUpTo(m_state.planned, m_state.at);
        if (wantsInnerUpdate()) {
            innerUpdate();
        } else {
            outerUpdate(outerSides());
        }
    }
    if (m_state.at == target || !m_replay->otherNumerics.empty()) return {};
    return Error{ErrorCode::InvalidSettings, "Update " + std::to_string(target.update) + " has " +
                                                 std::to_string(m_lastInnerUpdates) + " inner updates: there is no " +
                                                 std::to_string(target.update) + "." + std::to_string(target.inner) +
                                                 "."};
}

/// A scheduled evaluation is not made again: what it decided follows from the values in the journal, bit for bit.
void Trainer::playItems() {
    const auto& items = m_replay->items;
    for (; m_replayed < items.size(); ++m_replayed) {
        if (const Intervention* change = std::get_if<Intervention>(&items[m_replayed])) {
            if (change->at > m_state.at) return;
            apply(*change);
            tickOff(m_state.planned, *change);
        } else if (const Measurement& point = std::get<Measurement>(items[m_replayed]); point.at > m_state.at) {
            return;
        } else if (point.at == m_state.at && m_state.evaluationDue) {
            m_state.evaluationDue = false;
            decide(point);
        }
    }
}

void Trainer::finishReplay() {
    const ReplayPlan& plan = *m_replay;
    if (plan.goesPast) dropUpTo(m_state.planned, m_state.at);
    evaluateIfDue();
    m_state.seconds = std::max(m_state.seconds, plan.seconds);
    m_secondsAtStart = m_checkpointSeconds = m_state.seconds;
    if (!plan.otherNumerics.empty()) {
        m_recorder.happened({.kind = EventKind::NumericsChanged, .at = m_state.at, .text = plan.otherNumerics});
        if (plan.reference && plan.reference->at == m_state.at) m_reference = plan.reference;
        compareWithReference();
    }
    m_phase = RunPhase::Ready;
    for (const Event& event : m_openingEvents)
        m_recorder.happened(event);
    m_openingEvents.clear();
    for (const Intervention& change : plan.changes) {
        if (!ended()) apply(change);
    }
    if (m_folder) checkpoint({});
    postStateNow();
}

void Trainer::describeReplay(RunState& state) const {
    const Position& target = m_replay->target;
    const auto done = static_cast<double>(m_state.at.update - m_replayFrom.update);
    const auto all = static_cast<double>(target.update - m_replayFrom.update);
    state.progress = all > 0 ? std::min(1.0, done / all) : 1;
    state.note = "Replaying update " + std::to_string(m_state.at.update) + " of " + std::to_string(target.update);
}

}  // namespace collapsar
