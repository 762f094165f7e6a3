// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "core/report/number_text.h"
#include "core/report/settings_table.h"

#include <nlohmann/json.hpp>

#include <array>
#include <cstdio>

namespace collapsar {

namespace {

using Json = nlohmann::ordered_json;

const char* groupName(SettingGroup group) {
    static constexpr std::array names{"data", "model", "training", "measuring"};
    return names.at(static_cast<std::size_t>(group));
}

const char* kindName(SettingKind kind) {
    static constexpr std::array names{"integer", "real", "switch", "choice", "path", "seed"};
    return names.at(static_cast<std::size_t>(kind));
}

bool hasRange(const SettingInfo& setting) {
    return setting.kind == SettingKind::Integer || setting.kind == SettingKind::Real;
}

std::string allowed(const SettingInfo& setting) {
    if (hasRange(setting)) return numberText(setting.minimum) + " to " + numberText(setting.maximum);
    std::string text;
    for (const std::string_view choice : setting.choices)
        text += (text.empty() ? "" : ", ") + std::string(choice);
    if (!text.empty()) return text;
    return setting.kind == SettingKind::Path ? "a file" : "a whole number";
}

void printText(const SettingInfo& setting, const Settings& defaults) {
    std::printf("  %s = %s", std::string(setting.name).c_str(), settingText(defaults, setting.name).c_str());
    if (!setting.unit.empty()) std::printf(" %s", std::string(setting.unit).c_str());
    std::printf("  [%s]%s\n      %s\n", allowed(setting).c_str(), setting.live ? "  live: may be switched by --at" : "",
                std::string(setting.help).c_str());
}

void printJson(const SettingInfo& setting, const Settings& defaults) {
    Json object = {{"type", "setting"},
                   {"name", setting.name},
                   {"default", settingText(defaults, setting.name)},
                   {"kind", kindName(setting.kind)},
                   {"unit", setting.unit},
                   {"group", groupName(setting.group)},
                   {"live", setting.live},
                   {"help", setting.help}};
    if (hasRange(setting)) {
        object["minimum"] = setting.minimum;
        object["maximum"] = setting.maximum;
    }
    if (!setting.choices.empty()) object["choices"] = setting.choices;
    std::printf("%s\n", object.dump().c_str());
}

}  // namespace

ExitCode listSettings(const SettingsOptions& options) {
    const Settings defaults;
    const SettingInfo* previous = nullptr;
    for (const SettingInfo& setting : settingsTable()) {
        if (options.output == OutputStyle::JsonLines) {
            printJson(setting, defaults);
            continue;
        }
        if (!previous || previous->group != setting.group) std::printf("%s\n", groupName(setting.group));
        printText(setting, defaults);
        previous = &setting;
    }
    return ExitCode::Ok;
}

}  // namespace collapsar
