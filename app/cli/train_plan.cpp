// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/train_plan.h"

#include "core/report/closest_name.h"
#include "core/report/settings_table.h"

#include <cctype>

namespace collapsar {

namespace {

Error invalid(const std::string& detail) {
    return {ErrorCode::InvalidSettings, detail};
}

/// A built-in preset goes before a file of the same name; what looks like a file is read as one.
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

Result<void> applySetting(Settings& settings, const std::string& key, const std::string& value) {
    if (findSetting(key) == nullptr) {
        return invalid("There is no setting \"" + key + "\"." + didYouMean(key, settingNames()) +
                       " All settings: collapsar-cli settings");
    }
    return setSetting(settings, key, value);
}

Result<void> applySettings(Settings& settings, const TrainOptions& options) {
    for (const std::string& assignment : options.set) {
        const std::size_t equals = assignment.find('=');
        if (equals == 0 || equals == std::string::npos) {
            return invalid("--set " + assignment + ": must be KEY=VALUE, such as aggressive=auto.");
        }
        const Result<void> applied =
            applySetting(settings, assignment.substr(0, equals), assignment.substr(equals + 1));
        if (!applied) return invalid("--set " + assignment + ": " + applied.error().detail);
    }
    if (!options.updates.empty()) {
        const Result<void> applied = setSetting(settings, "updates", options.updates);
        if (!applied) return invalid("--updates: " + applied.error().detail);
    }
    if (!options.seed.empty()) {
        const Result<void> applied = setSetting(settings, "seed", options.seed);
        if (!applied) return invalid("--seed: " + applied.error().detail);
    }
    const std::vector<SettingProblem> problems = validate(settings);
    if (problems.empty()) return {};
    std::string text = "The settings cannot be trained:";
    for (const SettingProblem& problem : problems)
        text += "\n  " + problem.name + ": " + problem.detail;
    return invalid(text);
}

/// The nearest live setting or action when `text` names none.
std::string interventionSuggestion(const std::string& text) {
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

void addSettingNotes(TrainPlan& plan) {
    if (plan.run.settings.innerClip == InnerClip::Encoder)
        plan.notes.push_back(
            "inner_clip=encoder clips encoder-only updates on the encoder's own norm: not the rule of "
            "He et al. 2019.");
}

Result<void> addInterventions(TrainPlan& plan, const TrainOptions& options) {
    for (const std::string& text : options.at) {
        const Result<Intervention> intervention = parseIntervention(text);
        const Result<void> allowed = intervention ? checkIntervention(intervention.value()) : intervention.error();
        if (!allowed) return invalid("--at " + text + ": " + allowed.error().detail + interventionSuggestion(text));
        plan.run.interventions.push_back(intervention.value());
        if (intervention.value().at.update >= plan.run.settings.updates) {
            plan.notes.push_back("--at " + text + " comes after the last update (" +
                                 std::to_string(plan.run.settings.updates) + ") and will not happen.");
        }
    }
    return {};
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

std::filesystem::path freeFolder(const Preset& preset, const PresetRun& run) {
    const std::string name = asFileName(preset.stem) + (run.name == preset.stem ? "" : "-" + asFileName(run.name)) +
                             "-seed" + std::to_string(run.settings.seed);
    std::filesystem::path folder = name + ".run";
    std::error_code ignored;
    for (int number = 2; std::filesystem::exists(folder, ignored); ++number) {
        folder = name + "-" + std::to_string(number) + ".run";
    }
    return folder;
}

Result<std::filesystem::path> chooseFolder(const TrainOptions& options, const Preset& preset, const PresetRun& run) {
    if (options.out.empty()) return freeFolder(preset, run);
    std::error_code problem;
    if (std::filesystem::exists(options.out, problem)) {
        return Error{ErrorCode::FileUnwritable, "--out " + options.out.string() +
                                                    ": exists already. Choose another name, or go on with it by: "
                                                    "collapsar-cli resume " +
                                                    options.out.string()};
    }
    const std::filesystem::path parent = std::filesystem::absolute(options.out, problem).parent_path();
    if (!std::filesystem::is_directory(parent, problem)) {
        return Error{ErrorCode::FileUnwritable,
                     "--out " + options.out.string() + ": there is no folder " + parent.string() + "."};
    }
    return options.out;
}

}  // namespace

Result<TrainPlan> planTraining(const TrainOptions& options) {
    const Result<Preset> preset = loadExperiment(options.experiment);
    if (!preset) return preset.error();
    const Result<PresetRun> run = choosePresetRun(preset.value(), options.run);
    if (!run) return invalid(run.error().detail + (options.run.empty() ? " Use --run NAME." : ""));
    TrainPlan plan{run.value(), preset.value().title, preset.value().expectation, {}, {}};
    const Result<void> applied = applySettings(plan.run.settings, options);
    if (!applied) return applied.error();
    const Result<void> added = addInterventions(plan, options);
    if (!added) return added.error();
    addSettingNotes(plan);
    Result<std::filesystem::path> folder = chooseFolder(options, preset.value(), plan.run);
    if (!folder) return folder.error();
    plan.folder = std::move(folder).value();
    return plan;
}

}  // namespace collapsar
