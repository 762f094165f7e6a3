// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/experiment_arguments.h"

#include "core/report/closest_name.h"
#include "core/report/number_text.h"
#include "core/report/settings_table.h"

#include <algorithm>
#include <cctype>
#include <limits>

namespace collapsar {

namespace {

Error invalid(const std::string& detail) {
    return {ErrorCode::InvalidSettings, detail};
}

/// The nearest live setting or action when `text` names none.
std::string switchSuggestion(const std::string& text) {
    const std::size_t colon = text.find(':');
    if (colon == std::string::npos) return {};
    const std::string key = text.substr(colon + 1, text.find('=', colon) - colon - 1);
    std::vector<std::string> candidates{"step_encoder", "step_decoder", "reinitialise_decoder"};
    for (const SettingInfo& setting : settingsTable()) {
        if (setting.name == key) return {};
        if (setting.live) candidates.emplace_back(setting.name);
    }
    return didYouMean(key, candidates);
}

Result<void> replace(Settings& settings, const char* name, const std::string& value) {
    if (value.empty()) return {};
    const Result<void> applied = setSetting(settings, name, value);
    return applied ? applied : invalid("--" + applied.error().detail);
}

}  // namespace

Result<Preset> loadExperiment(const std::string& experiment) {
    Result<Preset> builtIn = findPreset(experiment);
    if (builtIn) return builtIn;
    const std::filesystem::path path(experiment);
    std::error_code ignored;
    if (path.extension() == ".json" || path.has_parent_path() || std::filesystem::is_regular_file(path, ignored)) {
        return readPreset(path);
    }
    return invalid(builtIn.error().detail + " A preset or settings file may be given instead.");
}

Result<void> checkData(const Preset& preset, const std::vector<std::string>& set) {
    const bool isNamed =
        std::ranges::any_of(set, [](const std::string& assignment) { return assignment.starts_with("data="); });
    if (!preset.needsData || isNamed) return {};
    return invalid("The preset \"" + preset.stem +
                   "\" compares strategies on a text of yours: name it by --set data=FILE (one sentence per line), and "
                   "where you have them --set validation=FILE and --set test=FILE.");
}

Result<void> applyAssignment(Settings& settings, const std::string& assignment, const std::string& option) {
    const std::size_t equals = assignment.find('=');
    if (equals == 0 || equals == std::string::npos) {
        return invalid(option + " " + assignment + ": must be KEY=VALUE, such as aggressive=auto.");
    }
    const std::string key = assignment.substr(0, equals);
    if (findSetting(key) == nullptr) {
        return invalid(option + " " + assignment + ": There is no setting \"" + key + "\"." +
                       didYouMean(key, settingNames()) + " All settings: collapsar-cli settings");
    }
    const Result<void> applied = setSetting(settings, key, assignment.substr(equals + 1));
    return applied ? applied : invalid(option + " " + assignment + ": " + applied.error().detail);
}

Result<void> applyOverrides(Settings& settings, const SettingOverrides& overrides) {
    for (const std::string& assignment : overrides.set) {
        const Result<void> applied = applyAssignment(settings, assignment, "--set");
        if (!applied) return applied;
    }
    if (const Result<void> applied = replace(settings, "updates", overrides.updates); !applied) return applied;
    if (const Result<void> applied = replace(settings, "seed", overrides.seed); !applied) return applied;
    const std::vector<SettingProblem> problems = validate(settings);
    if (problems.empty()) return {};
    std::string text = "The settings cannot be trained:";
    for (const SettingProblem& problem : problems)
        text += "\n  " + problem.name + ": " + problem.detail;
    return invalid(text);
}

Result<Position> parsePosition(const std::string& text) {
    const std::size_t dot = text.find('.');
    const auto update = parseInteger(std::string_view(text).substr(0, dot));
    const auto inner = dot == std::string::npos ? std::optional<std::int64_t>(0)
                                                : parseInteger(std::string_view(text).substr(dot + 1));
    if (!update || *update < 0 || !inner || *inner < 0 || *inner > std::numeric_limits<std::int32_t>::max()) {
        return invalid("--at " + text +
                       ": must be UPDATE or UPDATE.INNER, whole numbers from 0, such as 200 or 200.3.");
    }
    return Position{*update, static_cast<std::int32_t>(*inner)};
}

Result<Intervention> parseSwitch(const std::string& text, const std::string& option) {
    const Result<Intervention> intervention = parseIntervention(text);
    const Result<void> allowed = intervention ? checkIntervention(intervention.value()) : intervention.error();
    if (!allowed) return invalid(option + ": " + allowed.error().detail + switchSuggestion(text));
    return intervention;
}

std::string asFileName(const std::string& name) {
    std::string result;
    for (const unsigned char letter : name) {
        if (std::isalnum(letter) || letter >= 0x80) {
            result += static_cast<char>(std::tolower(letter));
        } else if (!result.empty() && result.back() != '-') {
            result += '-';
        }
    }
    while (!result.empty() && result.back() == '-')
        result.pop_back();
    return result.empty() ? "run" : result;
}

std::filesystem::path freeRunFolder(const std::string& name) {
    std::filesystem::path folder = name + ".run";
    std::error_code ignored;
    for (int number = 2; std::filesystem::exists(folder, ignored); ++number)
        folder = name + "-" + std::to_string(number) + ".run";
    return folder;
}

Result<void> checkNewFolder(const std::filesystem::path& out) {
    std::error_code problem;
    if (std::filesystem::exists(out, problem)) {
        return Error{ErrorCode::FileUnwritable, "--out " + out.string() +
                                                    ": exists already. Choose another name, or go on with it by: "
                                                    "collapsar-cli resume " +
                                                    out.string()};
    }
    const std::filesystem::path parent =
        (std::filesystem::absolute(out, problem) / "").lexically_normal().parent_path().parent_path();
    if (!std::filesystem::is_directory(parent, problem)) {
        return Error{ErrorCode::FileUnwritable,
                     "--out " + out.string() + ": there is no folder " + parent.string() + "."};
    }
    return {};
}

}  // namespace collapsar
