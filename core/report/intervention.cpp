// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/intervention.h"

#include "core/report/number_text.h"
#include "core/report/settings_table.h"

#include <array>
#include <limits>
#include <optional>

namespace collapsar {

namespace {

struct NamedAction {
    Action action;
    std::string_view name;
};
constexpr std::array namedActions{NamedAction{Action::StepEncoder, "step_encoder"},
                                  NamedAction{Action::StepDecoder, "step_decoder"},
                                  NamedAction{Action::ReinitialiseDecoder, "reinitialise_decoder"}};

Error refused(std::string_view text, std::string_view why) {
    return {ErrorCode::InvalidSettings, "\"" + std::string(text) + "\": " + std::string(why)};
}

std::optional<Position> parsePosition(std::string_view text) {
    const auto dot = text.find('.');
    const auto update = parseInteger(text.substr(0, dot));
    const auto inner =
        dot == std::string_view::npos ? std::optional<std::int64_t>(0) : parseInteger(text.substr(dot + 1));
    if (!update || *update < 0 || !inner || *inner < 0 || *inner > std::numeric_limits<std::int32_t>::max()) {
        return std::nullopt;
    }
    return Position{*update, static_cast<std::int32_t>(*inner)};
}

std::string liveNames() {
    std::string names;
    for (const SettingInfo& info : settingsTable()) {
        if (info.live) names.append(names.empty() ? "" : ", ").append(info.name);
    }
    return names;
}

Action actionNamed(std::string_view name) {
    for (const NamedAction& each : namedActions) {
        if (each.name == name) return each.action;
    }
    return Action::None;
}

}  // namespace

Result<Intervention> parseIntervention(std::string_view text) {
    const auto colon = text.find(':');
    if (colon == std::string_view::npos) {
        return refused(text, "write UPDATE[.INNER]:key=value or UPDATE[.INNER]:action, for example 100:aggressive=on.");
    }
    const auto at = parsePosition(text.substr(0, colon));
    if (!at) return refused(text, "before the colon stands an update, or update.inner, as whole numbers from 0.");

    const std::string_view what = text.substr(colon + 1);
    const auto equals = what.find('=');
    Intervention intervention{.at = *at, .action = Action::None, .field = {}, .oldValue = {}, .newValue = {}};
    if (equals == std::string_view::npos) {
        intervention.action = actionNamed(what);
        if (intervention.action != Action::None) return intervention;
        return refused(
            text, "actions are step_encoder, step_decoder and reinitialise_decoder; settings are written key=value.");
    }
    intervention.field = what.substr(0, equals);
    intervention.newValue = what.substr(equals + 1);
    const auto checked = checkIntervention(intervention);
    if (!checked) return checked.error();
    Settings canonical;
    (void)setSetting(canonical, intervention.field, intervention.newValue);
    intervention.newValue = settingText(canonical, intervention.field);
    return intervention;
}

std::string interventionText(const Intervention& intervention) {
    std::string text = numberText(intervention.at.update);
    if (intervention.at.inner != 0) text.append(".").append(numberText(intervention.at.inner));
    text.append(":");
    for (const NamedAction& each : namedActions) {
        if (each.action == intervention.action) return text.append(each.name);
    }
    return text.append(intervention.field).append("=").append(intervention.newValue);
}

Result<void> checkIntervention(const Intervention& intervention) {
    if (intervention.at.update < 0 || intervention.at.inner < 0) {
        return refused(interventionText(intervention), "a position cannot be negative.");
    }
    if (intervention.action != Action::None) {
        if (intervention.field.empty() && intervention.newValue.empty()) return {};
        return refused(interventionText(intervention), "an action has no setting and no value.");
    }
    const SettingInfo* info = findSetting(intervention.field);
    if (!info) return refused(intervention.field, "there is no such setting; live settings are " + liveNames() + ".");
    if (!info->live) {
        return refused(intervention.field,
                       "cannot be changed while the run trains; live settings are " + liveNames() + ".");
    }
    Settings scratch;
    return setSetting(scratch, intervention.field, intervention.newValue);
}

Result<void> checkIntervention(const Intervention& intervention, const Settings& run) {
    const Result<void> checked = checkIntervention(intervention);
    if (!checked || run.latent > 0) return checked;
    if (intervention.action == Action::StepEncoder)
        return refused(interventionText(intervention), "a language model (latent 0) has no encoder.");
    if (intervention.action != Action::None) return {};
    Settings model;
    model.latent = run.latent;
    (void)setSetting(model, intervention.field, intervention.newValue);
    for (const SettingProblem& problem : validate(model)) {
        if (problem.name == intervention.field) return refused(interventionText(intervention), problem.detail);
    }
    return {};
}

}  // namespace collapsar
