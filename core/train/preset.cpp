// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/preset.h"

#include "core/report/closest_name.h"
#include "core/train/embedded_presets.h"

#include <algorithm>
#include <cassert>
#include <cstdio>
#include <iterator>

namespace collapsar {

namespace {

std::string listed(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names)
        text += (text.empty() ? "\"" : ", \"") + name + "\"";
    return text;
}

/// A built-in preset that cannot be read is a mistake in the program, found by its test; the others still load.
std::vector<Preset> readEmbeddedPresets() {
    std::vector<Preset> presets;
    for (const EmbeddedPreset& embedded : embeddedPresets()) {
        const std::string stem(embedded.stem);
        Result<Preset> preset = parsePreset(embedded.text, stem, "built-in preset " + stem);
        if (preset) {
            presets.push_back(std::move(preset).value());
        } else {
            std::fprintf(stderr, "%s\n", preset.error().detail.c_str());
        }
    }
    return presets;
}

}  // namespace

const std::vector<Preset>& builtInPresets() {
    static const std::vector<Preset> presets = readEmbeddedPresets();
    return presets;
}

std::vector<Preset> presetsWithData() {
    std::vector<Preset> presets;
    std::ranges::copy_if(builtInPresets(), std::back_inserter(presets),
                         [](const Preset& preset) { return !preset.needsData; });
    return presets;
}

Result<Preset> findPreset(std::string_view stem) {
    std::vector<std::string> stems;
    for (const Preset& preset : builtInPresets()) {
        if (preset.stem == stem) return preset;
        stems.push_back(preset.stem);
    }
    return Error{ErrorCode::InvalidSettings, "There is no preset \"" + std::string(stem) + "\"." +
                                                 didYouMean(stem, stems) + " The presets are " + listed(stems) + "."};
}

Result<PresetRun> choosePresetRun(const Preset& preset, std::string_view name) {
    assert(!preset.runs.empty());
    if (name.empty() && preset.runs.size() == 1) return preset.runs.front();
    std::vector<std::string> names;
    for (const PresetRun& run : preset.runs) {
        if (run.name == name) return run;
        names.push_back(run.name);
    }
    if (name.empty()) {
        return Error{ErrorCode::InvalidSettings,
                     "The preset \"" + preset.stem + "\" has several runs; choose one of " + listed(names) + "."};
    }
    return Error{ErrorCode::InvalidSettings, "The preset \"" + preset.stem + "\" has no run \"" + std::string(name) +
                                                 "\"." + didYouMean(name, names) + " Its runs are " + listed(names) +
                                                 "."};
}

}  // namespace collapsar
