// SPDX-License-Identifier: GPL-3.0-or-later
/// Named experiments: the settings and planned switches of one or more runs, with the outcome to expect in words.
#pragma once

#include "core/report/intervention.h"
#include "core/report/result.h"
#include "core/report/settings.h"
#include "core/train/run.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace collapsar {

struct PresetRun {
    std::string name;
    Settings settings;
    std::vector<Intervention> interventions;  ///< planned ahead, as written
};

struct Preset {
    std::string stem;         ///< stable name: the file's name without .json
    std::string title;        ///< a few English words
    std::string expectation;  ///< English sentences: what will be seen, with numbers; empty for a plain settings file
    std::string note;         ///< why, and from which paper; may be empty
    Pace pace = Pace::Watch;
    std::vector<PresetRun> runs;  ///< at least one, names unique
    bool needsData = false;       ///< for a text that the person names: not to be started as it is
};

/// The presets that come with the program, in the order to show them. Any thread.
[[nodiscard]] const std::vector<Preset>& builtInPresets();

/// Those that bring their data and can be started as they are, in the same order: the window's.
[[nodiscard]] std::vector<Preset> presetsWithData();

/// The built-in preset of this stem; the error lists the stems and the nearest one.
[[nodiscard]] Result<Preset> findPreset(std::string_view stem);

/// Reads a preset file; or a settings file (an object of stable names, or settings.json of a run folder), which becomes
/// a preset of one run. Errors name the file, the key and what is allowed. Blocks while reading; any thread.
[[nodiscard]] Result<Preset> readPreset(const std::filesystem::path& path);

/// As readPreset, from text already in memory. `origin` stands in errors for the file.
[[nodiscard]] Result<Preset> parsePreset(std::string_view text, const std::string& stem, const std::string& origin);

/// The run of this name, or the only one when `name` is empty; the error lists the names.
[[nodiscard]] Result<PresetRun> choosePresetRun(const Preset& preset, std::string_view name);

}  // namespace collapsar
