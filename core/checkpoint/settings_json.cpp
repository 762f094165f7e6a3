// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/settings_json.h"

#include "core/checkpoint/settings_json_values.h"
#include "core/report/closest_name.h"
#include "core/report/settings_table.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <utility>
#include <vector>

namespace collapsar {

using Json = nlohmann::ordered_json;

namespace {

std::string inQuotes(std::string_view text) {
    return '"' + std::string(text) + '"';
}

Json valueOf(const SettingInfo& info, const std::string& text) {
    switch (info.kind) {
        case SettingKind::Integer:
        case SettingKind::Real:
        case SettingKind::Seed: {
            Json number = Json::parse(text, nullptr, false);
            return number.is_number() ? number : Json(text);
        }
        case SettingKind::Switch:
            return text == "on";
        case SettingKind::Choice:
        case SettingKind::Path:
            break;
    }
    return text;
}

std::string_view wantedWords(SettingKind kind) {
    switch (kind) {
        case SettingKind::Integer:
        case SettingKind::Seed:
            return "a whole number";
        case SettingKind::Real:
            return "a number";
        case SettingKind::Switch:
            return "true or false";
        case SettingKind::Choice:
        case SettingKind::Path:
            break;
    }
    return "a text in quotes";
}

/// The value as the settings table writes it; empty when it has the wrong type.
std::optional<std::string> textOf(const SettingInfo& info, const Json& value) {
    switch (info.kind) {
        case SettingKind::Integer:
        case SettingKind::Seed:
            if (value.is_number_integer()) return value.dump();
            break;
        case SettingKind::Real:
            if (value.is_number()) return value.dump();
            break;
        case SettingKind::Switch:
            if (value.is_boolean()) return value.get<bool>() ? "on" : "off";
            if (value.is_string()) return value.get<std::string>();
            break;
        case SettingKind::Choice:
        case SettingKind::Path:
            if (value.is_string()) return value.get<std::string>();
            break;
    }
    return std::nullopt;
}

Error unknownSetting(const std::string& key) {
    return {ErrorCode::InvalidSettings, "There is no setting " + inQuotes(key) + "." + didYouMean(key, settingNames())};
}

}  // namespace

Json settingsValue(const Settings& settings) {
    Json object = Json::object();
    for (const SettingInfo& info : settingsTable()) {
        object[std::string(info.name)] = valueOf(info, settingText(settings, info.name));
    }
    return object;
}

Result<Settings> settingsFromValue(const Json& object) {
    if (!object.is_object())
        return Error{ErrorCode::InvalidSettings, "Settings must be a JSON object: { \"name\": value }."};
    Settings settings;
    for (const auto& [key, value] : object.items()) {
        const SettingInfo* info = findSetting(key);
        if (!info) return unknownSetting(key);
        const auto text = textOf(*info, value);
        if (!text) {
            return Error{ErrorCode::InvalidSettings,
                         key + " must be " + std::string(wantedWords(info->kind)) + ", not " + value.type_name() + "."};
        }
        if (const auto set = setSetting(settings, key, *text); !set) return set.error();
    }
    return settings;
}

std::string jsonText(const Json& value) {
    return value.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

Result<Json> parseJson(std::string_view text, ErrorCode code, const std::string& name) {
    try {
        return Json::parse(text);
    } catch (const nlohmann::json::exception& problem) {
        std::string what = problem.what();
        if (const auto bracket = what.find("] "); bracket != std::string::npos) what.erase(0, bracket + 2);
        return Error{code, name + " is not JSON: " + what + "."};
    }
}

std::string settingsToJson(const Settings& settings) {
    return jsonText(settingsValue(settings));
}

Result<Settings> settingsFromJson(std::string_view text) {
    const auto value = parseJson(text, ErrorCode::InvalidSettings, "The text");
    if (!value) return value.error();
    return settingsFromValue(value.value());
}

}  // namespace collapsar
