// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/run_info.h"
#include "core/checkpoint/settings_json.h"
#include "core/report/closest_name.h"
#include "core/report/settings_table.h"
#include "core/train/preset.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <map>
#include <sstream>

namespace collapsar {

namespace {

using Json = nlohmann::json;

constexpr std::uintmax_t largestPresetFile = 1 << 20;  // bytes; a preset is a few kilobytes

/// Where a value stands: which file, and which key in it ("runs[0].settings"; empty: the whole file).
struct Place {
    std::string origin;
    std::string key;

    [[nodiscard]] Place at(const std::string& name) const { return {origin, key.empty() ? name : key + "." + name}; }
    [[nodiscard]] Place at(const std::string& name, std::size_t index) const {
        return at(name + "[" + std::to_string(index) + "]");
    }
    [[nodiscard]] Error error(const std::string& problem) const {
        return {ErrorCode::InvalidSettings, origin + ": " + (key.empty() ? "" : key + ": ") + problem};
    }
};

/// The value as an error shows it; lists and objects by their kind alone, however deep they are.
std::string shown(const Json& value) {
    return value.is_structured() ? std::string("an ") + value.type_name() : value.dump();
}

/// Refuses keys outside `allowed`, naming the nearest.
Result<void> checkKeys(const Json& object, const Place& place, const std::vector<std::string>& allowed) {
    if (!object.is_object())
        return place.error("must be an object { ... }, not " + std::string(object.type_name()) + ".");
    for (const auto& [key, value] : object.items()) {
        if (std::find(allowed.begin(), allowed.end(), key) != allowed.end()) continue;
        std::string list;
        for (const std::string& name : allowed)
            list += (list.empty() ? "" : ", ") + name;
        return place.error("unknown key \"" + key + "\"." + didYouMean(key, allowed) + " Allowed are " + list + ".");
    }
    return {};
}

enum class Presence { Required, Optional };

Result<std::string> readText(const Json& object, const std::string& key, const Place& place, Presence presence) {
    const auto found = object.find(key);
    if (found == object.end()) {
        if (presence == Presence::Optional) return std::string{};
        return place.error("\"" + key + "\" is missing; it must be a non-empty text.");
    }
    if (!found->is_string() || found->get_ref<const std::string&>().empty()) {
        return place.at(key).error("must be a non-empty text, not " + shown(*found) + ".");
    }
    return found->get<std::string>();
}

/// Names, types and ranges; contradictions are not looked for.
Result<Settings> readNames(const Json& object, const Place& place) {
    if (!object.is_object()) return place.error("must be an object of settings, such as { \"aggressive\": \"auto\" }.");
    for (const auto& [key, value] : object.items()) {
        if (value.is_structured())
            return place.at(key).error("must be a number, a text, true or false, not " + shown(value) + ".");
    }
    Result<Settings> settings = settingsFromJson(object.dump());
    return settings ? settings : place.error(settings.error().detail);
}

Result<Settings> readSettings(const Json& object, const Place& place) {
    Result<Settings> settings = readNames(object, place);
    if (!settings) return settings;
    const std::vector<SettingProblem> problems = validate(settings.value());
    if (!problems.empty()) return place.at(problems.front().name).error(problems.front().detail);
    return settings;
}

Result<std::vector<Intervention>> readInterventions(const Json& run, const Place& place) {
    std::vector<Intervention> interventions;
    const auto found = run.find("at");
    if (found == run.end()) return interventions;
    if (!found->is_array()) return place.at("at").error("must be a list of texts such as \"100:aggressive=on\".");
    for (std::size_t i = 0; i < found->size(); ++i) {
        const Json& entry = (*found)[i];
        const Place here = place.at("at", i);
        if (!entry.is_string())
            return here.error("must be a text such as \"100:aggressive=on\", not " + shown(entry) + ".");
        Result<Intervention> intervention = parseIntervention(entry.get_ref<const std::string&>());
        if (!intervention) return here.error(intervention.error().detail);
        const Result<void> allowed = checkIntervention(intervention.value());
        if (!allowed) return here.error(allowed.error().detail);
        interventions.push_back(std::move(intervention).value());
    }
    return interventions;
}

/// A run's settings over those that all runs of the preset have in common; `common` is an object.
Result<Settings> readRunSettings(const Json& run, const Json& common, const Place& place) {
    const Place own = place.at("settings");
    Json settings = common;
    if (run.contains("settings")) {
        const Result<Settings> alone = readNames(run["settings"], own);
        if (!alone) return alone.error();
        settings.update(run["settings"]);
    }
    return readSettings(settings, own);
}

Result<PresetRun> readRun(const Json& object, const Json& common, const Place& place) {
    const Result<void> keys = checkKeys(object, place, {"name", "settings", "at"});
    if (!keys) return keys.error();
    Result<std::string> name = readText(object, "name", place, Presence::Required);
    if (!name) return name.error();
    const Result<Settings> settings = readRunSettings(object, common, place);
    if (!settings) return settings.error();
    PresetRun run{std::move(name).value(), settings.value(), {}};
    Result<std::vector<Intervention>> interventions = readInterventions(object, place);
    if (!interventions) return interventions.error();
    run.interventions = std::move(interventions).value();
    return run;
}

Result<std::vector<PresetRun>> readRuns(const Json& preset, const Place& place) {
    const auto found = preset.find("runs");
    if (found == preset.end() || !found->is_array() || found->empty()) {
        return place.error("\"runs\" must be a list of at least one run.");
    }
    const Json common = preset.value("settings", Json::object());
    const Result<Settings> inCommon = readNames(common, place.at("settings"));
    if (!inCommon) return inCommon.error();
    std::vector<PresetRun> runs;
    for (std::size_t i = 0; i < found->size(); ++i) {
        Result<PresetRun> run = readRun((*found)[i], common, place.at("runs", i));
        if (!run) return run.error();
        const auto sameName = [&](const PresetRun& other) { return other.name == run.value().name; };
        if (std::any_of(runs.begin(), runs.end(), sameName)) {
            return place.at("runs", i).error("the name \"" + run.value().name + "\" is taken by an earlier run.");
        }
        runs.push_back(std::move(run).value());
    }
    return runs;
}

Result<Pace> readPace(const Json& preset, const Place& place) {
    static const std::map<std::string, Pace> paces = {
        {"slow_motion", Pace::SlowMotion}, {"watch", Pace::Watch}, {"full_speed", Pace::FullSpeed}};
    const Result<std::string> text = readText(preset, "pace", place, Presence::Optional);
    if (!text) return text.error();
    if (text.value().empty()) return Pace::Watch;
    const auto found = paces.find(text.value());
    if (found != paces.end()) return found->second;
    return place.at("pace").error("\"" + text.value() + "\" is no pace; allowed are slow_motion, watch, full_speed.");
}

Result<bool> readNeedsData(const Json& preset, const Place& place) {
    const auto found = preset.find("needs_data");
    if (found == preset.end()) return false;
    if (found->is_boolean()) return found->get<bool>();
    return place.at("needs_data").error("must be true or false, not " + shown(*found) + ".");
}

/// A preset is told from a plain settings file by its own keys, none of which is a setting.
bool isPreset(const Json& object) {
    return object.contains("runs") || object.contains("title") || object.contains("expectation");
}

Preset presetOfOneRun(const std::string& stem, PresetRun run) {
    Preset preset;
    preset.stem = stem;
    preset.title = run.name;
    preset.runs.push_back(std::move(run));
    return preset;
}

Result<Preset> readSettingsFile(const Json& object, const std::string& stem, const Place& place) {
    Result<Settings> settings = readSettings(object, place);
    if (!settings) return settings.error();
    return presetOfOneRun(stem, {stem, std::move(settings).value(), {}});
}

/// settings.json of a run folder: the run's settings are wrapped in what identifies the run.
Result<Preset> readRunInfo(std::string_view text, const std::string& stem, const Place& place) {
    Result<RunInfo> info = runInfoFromJson(text, place.origin);
    if (!info) return info.error();
    return presetOfOneRun(stem, {info.value().name.empty() ? stem : info.value().name, info.value().settings, {}});
}

Result<Preset> readPresetFile(const Json& object, const std::string& stem, const Place& place) {
    const Result<void> keys =
        checkKeys(object, place, {"title", "expectation", "note", "pace", "needs_data", "settings", "runs"});
    if (!keys) return keys.error();
    Result<std::string> title = readText(object, "title", place, Presence::Required);
    if (!title) return title.error();
    Result<std::string> expectation = readText(object, "expectation", place, Presence::Required);
    if (!expectation) return expectation.error();
    Result<std::string> note = readText(object, "note", place, Presence::Optional);
    if (!note) return note.error();
    const Result<Pace> pace = readPace(object, place);
    if (!pace) return pace.error();
    Result<std::vector<PresetRun>> runs = readRuns(object, place);
    if (!runs) return runs.error();
    const Result<bool> needsData = readNeedsData(object, place);
    if (!needsData) return needsData.error();
    return Preset{.stem = stem,
                  .title = std::move(title).value(),
                  .expectation = std::move(expectation).value(),
                  .note = std::move(note).value(),
                  .pace = pace.value(),
                  .runs = std::move(runs).value(),
                  .needsData = needsData.value()};
}

}  // namespace

Result<Preset> parsePreset(std::string_view text, const std::string& stem, const std::string& origin) {
    const Place place{origin, {}};
    try {
        const Json object = Json::parse(text);
        if (!object.is_object()) return place.error("must hold one JSON object { ... }.");
        if (isPreset(object)) return readPresetFile(object, stem, place);
        if (object.contains("settings")) return readRunInfo(text, stem, place);
        return readSettingsFile(object, stem, place);
    } catch (const Json::exception& problem) {
        return Error{ErrorCode::FileDamaged, origin + ": is not valid JSON: " + problem.what()};
    }
}

Result<Preset> readPreset(const std::filesystem::path& path) {
    std::error_code problem;
    const std::filesystem::file_status status = std::filesystem::status(path, problem);
    if (!std::filesystem::exists(status))
        return Error{ErrorCode::FileMissing, path.string() + ": there is no such file."};
    if (!std::filesystem::is_regular_file(status)) {
        return Error{ErrorCode::FileUnreadable, path.string() + ": is not a file."};
    }
    const std::uintmax_t size = std::filesystem::file_size(path, problem);
    if (problem || size > largestPresetFile) {
        return Error{ErrorCode::FileUnreadable, path.string() + ": is too large for a preset (more than 1 MiB)."};
    }
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    if (!file) return Error{ErrorCode::FileUnreadable, path.string() + ": cannot be read; check its permissions."};
    return parsePreset(text.str(), path.stem().string(), path.string());
}

}  // namespace collapsar
