// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "core/report/settings_table.h"
#include "core/train/preset.h"

#include <nlohmann/json.hpp>

#include <cstdio>

namespace collapsar {

namespace {

using Json = nlohmann::ordered_json;

/// Only what differs from the defaults: key=value.
std::vector<std::string> differences(const PresetRun& run) {
    const Settings defaults;
    std::vector<std::string> texts;
    for (const SettingInfo& setting : settingsTable()) {
        const std::string value = settingText(run.settings, setting.name);
        if (value != settingText(defaults, setting.name)) texts.push_back(std::string(setting.name) + "=" + value);
    }
    for (const Intervention& intervention : run.interventions)
        texts.push_back("at " + interventionText(intervention));
    return texts;
}

void printText(const Preset& preset) {
    std::printf("%s: %s\n", preset.stem.c_str(), preset.title.c_str());
    for (const PresetRun& run : preset.runs) {
        std::printf("  --run \"%s\":", run.name.c_str());
        for (const std::string& text : differences(run))
            std::printf(" %s", text.c_str());
        std::printf("\n");
    }
    if (preset.needsData) std::printf("  Needs a text: --set data=FILE\n");
    std::printf("  Expected: %s\n", preset.expectation.c_str());
    if (!preset.note.empty()) std::printf("  %s\n", preset.note.c_str());
    std::printf("\n");
}

void printJson(const Preset& preset) {
    Json object = {{"type", "preset"},      {"preset", preset.stem},
                   {"title", preset.title}, {"expectation", preset.expectation},
                   {"note", preset.note},   {"needs_data", preset.needsData},
                   {"runs", Json::array()}};
    for (const PresetRun& run : preset.runs)
        object["runs"].push_back({{"name", run.name}, {"changes", differences(run)}});
    std::printf("%s\n", object.dump().c_str());
}

}  // namespace

ExitCode listPresets(const PresetsOptions& options) {
    for (const Preset& preset : builtInPresets()) {
        if (options.output == OutputStyle::JsonLines) {
            printJson(preset);
        } else {
            printText(preset);
        }
    }
    return ExitCode::Ok;
}

}  // namespace collapsar
