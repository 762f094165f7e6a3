// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/report_text.h"

#include "core/export/summary_table.h"

#include <array>
#include <charconv>
#include <cmath>

namespace collapsar {

namespace {

/// Four significant digits.
std::string brief(double value) {
    std::array<char, 32> buffer{};
    const auto end =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::general, 4).ptr;
    return {buffer.data(), end};
}

std::string verdictWords(VerdictKind kind) {
    switch (kind) {
        case VerdictKind::InStep:
            return "In step";
        case VerdictKind::InferenceCollapse:
            return "Inference collapse";
        case VerdictKind::ModelCollapse:
            return "Model collapse";
        case VerdictKind::PosteriorCollapse:
            return "Posterior collapse";
        case VerdictKind::Diverged:
            return "Diverged";
        case VerdictKind::WarmingUp:
            break;
    }
    return "Warming up";
}

void append(std::string& text, const char* separator, const std::string& words, double value) {
    if (!std::isnan(value)) text += separator + words + " " + brief(value);
}

std::string switchText(const Intervention& intervention) {
    switch (intervention.action) {
        case Action::StepEncoder:
            return "step_encoder";
        case Action::StepDecoder:
            return "step_decoder";
        case Action::ReinitialiseDecoder:
            return "reinitialise_decoder";
        case Action::None:
            break;
    }
    const std::string old = intervention.oldValue.empty() ? "" : intervention.oldValue + " -> ";
    return intervention.field + " " + old + intervention.newValue;
}

std::string eventWords(const Event& event) {
    switch (event.kind) {
        case EventKind::Switch:
            return switchText(event.intervention);
        case EventKind::BurnInEnded:
            return "aggressive updates ended, mutual information fell";
        case EventKind::LearningRateCut:
            return "learning rate cut to " + brief(event.value);
        case EventKind::NumericsChanged:
            return "numerics changed";
        default:
            return eventName(event.kind);
    }
}

}  // namespace

std::string measurementLine(const Measurement& measurement) {
    std::string text = "update " + positionText(measurement.at);
    for (const MeasurementColumn& column : measurementColumns()) {
        append(text, "  ", std::string(column.name), measurement.*column.value);
    }
    return text;
}

std::string progressLine(const RunState& state) {
    if (state.phase == RunPhase::Preparing) {
        const std::string what = state.note.empty() ? "preparing" : state.note;
        return what + " (" + std::to_string(std::lround(100 * state.progress)) + " %)";
    }
    std::string text = "update " + std::to_string(state.at.update) + " of " + std::to_string(state.totalUpdates);
    if (state.totalUpdates > 0) text += " (" + std::to_string(100 * state.at.update / state.totalUpdates) + " %)";
    if (state.at.inner > 0) text += "  inner " + std::to_string(state.at.inner);
    if (state.step == StepPhase::Evaluating || state.step == StepPhase::Probing)
        text += std::string("  ") + stepName(state.step);
    if (state.updatesPerSecond > 0) text += "  " + brief(state.updatesPerSecond) + " updates/s";
    return text + "  " + durationText(state.secondsLeft) + " left";
}

std::string eventLine(const Event& event) {
    std::string text = "update " + positionText(event.at) + ": " + eventWords(event);
    if (!event.text.empty()) text += " (" + event.text + ")";
    return text;
}

std::string verdictLine(const Verdict& verdict) {
    std::string text = verdictWords(verdict.kind);
    append(text, ": ", "true means spread", verdict.trueMeanSd);
    append(text, ", ", "approximate means", verdict.approxMeanSd);
    append(text, ", ", "correlation", verdict.meanCorrelation);
    append(text, ", ", "KL", verdict.kl);
    append(text, ", ", "MI", verdict.miFull);
    return text;
}

std::string durationText(double seconds) {
    constexpr double longest = 1e9;
    if (std::isnan(seconds) || seconds < 0 || seconds > longest) return "?";
    const long whole = std::lround(seconds);
    if (whole < 60) return std::to_string(whole) + " s";
    if (whole < 3600) return std::to_string(whole / 60) + " min " + std::to_string(whole % 60) + " s";
    return std::to_string(whole / 3600) + " h " + std::to_string(whole % 3600 / 60) + " min";
}

std::string positionText(const Position& position) {
    return std::to_string(position.update) + (position.inner > 0 ? "." + std::to_string(position.inner) : "");
}

const char* phaseName(RunPhase phase) {
    return runPhaseName(phase).data();  // a literal
}

const char* stepName(StepPhase step) {
    static constexpr std::array names{"idle", "inner", "outer", "evaluating", "probing"};
    return names.at(static_cast<std::size_t>(step));
}

const char* eventName(EventKind kind) {
    static constexpr std::array names{"started",    "switch",   "burn_in_ended",    "learning_rate_cut",
                                      "checkpoint", "resumed",  "numerics_changed", "rewound",
                                      "finished",   "diverged", "warning"};
    return names.at(static_cast<std::size_t>(kind));
}

}  // namespace collapsar
