// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run_moment.h"

#include "core/report/settings_table.h"

#include <algorithm>
#include <cmath>

namespace collapsar {

RunIdentity runIdentity(int run, const RunView& view) {
    return {view.identity >= 0 ? view.identity : run, QString::fromStdString(view.plan.name)};
}

Settings settingsAt(const RunView& view, std::int64_t update) {
    Settings settings = view.plan.settings;
    for (const Event& event : view.events) {
        const Intervention& made = event.intervention;
        if (event.kind != EventKind::Switch || made.action != Action::None || event.at.update > update) {
            continue;
        }
        (void)setSetting(settings, made.field, made.newValue);
        if (made.field == "kl_weight") {
            settings.klSchedule = KlSchedule::Constant;
        }
    }
    return settings;
}

RunState stateAt(const RunView& view, std::int64_t update) {
    if (update >= view.state.at.update) {
        return view.state;
    }
    RunState state = view.state;
    state.settings = settingsAt(view, update);
    state.at = {update, 0};
    state.phase = RunPhase::Paused;
    state.burnIn = false;
    if (const Measurement* row = view.points.newest(wholeUpdate(update), &Measurement::klWeight)) {
        state.klWeight = row->klWeight;
        state.burnIn = row->burnIn;
        state.encoderUpdates = row->encoderUpdates;
        state.seconds = row->seconds;
        if (std::isfinite(row->learningRate)) {
            state.learningRate = row->learningRate;
        }
    }
    state.burnInMi = notMeasured;
    if (const Measurement* row = view.points.newest(wholeUpdate(update), &Measurement::miBatch)) {
        state.burnInMi = row->miBatch;
    }
    return state;
}

Measurement numbersAt(const RunView& view, std::int64_t update) {
    Measurement numbers;
    for (double Measurement::*value : {&Measurement::kl, &Measurement::miFull, &Measurement::miBatch,
                                       &Measurement::activeUnits, &Measurement::lag}) {
        if (const Measurement* row = view.points.newest(wholeUpdate(update), value)) {
            numbers.*value = row->*value;
            numbers.at = std::max(numbers.at, row->at);
        }
    }
    return numbers;
}

bool isOwnEvent(const RunView& view, const Event& event, const std::vector<RunView>& runs) {
    const bool hasParent = view.parentRun >= 0 && view.parentRun < static_cast<int>(runs.size());
    if (!hasParent || event.at > view.parentAt) {
        return true;
    }
    const std::vector<Event>& inherited = runs[view.parentRun].events;
    return std::none_of(inherited.begin(), inherited.end(), [&event](const Event& other) {
        return other.kind == event.kind && other.at == event.at && other.intervention == event.intervention;
    });
}

const Event* checkpointFor(const RunView& view, const Position& at) {
    const Event* found = nullptr;
    for (const Event& event : view.events) {
        if (event.kind != EventKind::Checkpoint) continue;
        const bool isBetter = !found || (event.at <= at && (found->at > at || event.at >= found->at)) ||
                              (event.at > at && found->at > at && event.at < found->at);
        if (isBetter) found = &event;
    }
    return found;
}

}  // namespace collapsar
