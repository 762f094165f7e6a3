// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/report_json.h"

#include "app/cli/report_text.h"
#include "core/export/json_lines.h"

#include <nlohmann/json.hpp>

#include <cmath>

namespace collapsar {

namespace {

using Json = nlohmann::ordered_json;

Json number(double value) {
    return std::isfinite(value) ? Json(value) : Json(nullptr);
}

std::string line(const Json& object) {
    return object.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

std::string measurementJsonLine(const Measurement& measurement) {
    return R"({"type":"measurement",)" + measurementJson(measurement).substr(1);
}

std::string stateJsonLine(const RunState& state) {
    Json object = {{"type", "state"},
                   {"phase", phaseName(state.phase)},
                   {"step", stepName(state.step)},
                   {"update", state.at.update},
                   {"inner", state.at.inner},
                   {"updates", state.totalUpdates},
                   {"encoder_updates", state.encoderUpdates},
                   {"updates_per_epoch", state.updatesPerEpoch},
                   {"burn_in", state.burnIn},
                   {"learning_rate", number(state.learningRate)},
                   {"encoder_learning_rate", number(state.encoderLearningRate)},
                   {"decays", state.decays},
                   {"kl_weight", number(state.klWeight)},
                   {"updates_per_second", number(state.updatesPerSecond)},
                   {"seconds", number(state.seconds)},
                   {"seconds_left", number(state.secondsLeft)}};
    if (state.phase == RunPhase::Preparing) object["progress"] = number(state.progress);
    if (!state.note.empty()) object["note"] = state.note;
    if (state.phase == RunPhase::Failed) object["error"] = state.error.detail;
    return line(object);
}

std::string eventJsonLine(const Event& event) {
    Json object = {
        {"type", "event"}, {"event", eventName(event.kind)}, {"update", event.at.update}, {"inner", event.at.inner}};
    if (event.kind == EventKind::Switch) {
        Intervention intervention = event.intervention;
        intervention.at = event.at;
        object["at"] = interventionText(intervention);
        if (intervention.action == Action::None) {
            object["key"] = intervention.field;
            object["old"] = intervention.oldValue;
            object["new"] = intervention.newValue;
        }
    }
    if (event.kind == EventKind::LearningRateCut) object["learning_rate"] = number(event.value);
    if (!event.text.empty()) object["text"] = event.text;
    return line(object);
}

std::string verdictJsonLine(const Verdict& verdict, const Position& at) {
    const Json object = {{"type", "verdict"},
                         {"verdict", std::string(verdictName(verdict.kind))},
                         {"update", at.update},
                         {"inner", at.inner},
                         {"true_mean_sd", number(verdict.trueMeanSd)},
                         {"approx_mean_sd", number(verdict.approxMeanSd)},
                         {"mean_correlation", number(verdict.meanCorrelation)},
                         {"mean_gap", number(verdict.meanGap)},
                         {"kl", number(verdict.kl)},
                         {"mi_full", number(verdict.miFull)}};
    return line(object);
}

}  // namespace collapsar
