// SPDX-License-Identifier: GPL-3.0-or-later
/// The one list of settings: stable name, meaning, unit, range. Forms, files and command lines are made from it.
#pragma once

#include "core/report/result.h"
#include "core/report/settings.h"

#include <string>
#include <string_view>
#include <vector>

namespace collapsar {

enum class SettingKind { Integer, Real, Switch, Choice, Path, Seed };
enum class SettingGroup { Data, Model, Training, Measuring };

/// One row of the table. `minimum` and `maximum` are inclusive and only meaningful for Integer and Real.
struct SettingInfo {
    std::string_view name;   ///< stable: files, command line, CSV
    std::string_view label;  ///< English words for people, sentence case
    std::string_view help;   ///< one sentence; the paper where there is one
    std::string_view unit;   ///< "nats", "epochs", "updates" ...; empty: none
    SettingGroup group = SettingGroup::Training;
    SettingKind kind = SettingKind::Real;
    double minimum = 0;
    double maximum = 0;
    std::vector<std::string_view> choices;  ///< Choice: all values; Switch: off, on
    bool live = false;                      ///< may be changed while the run trains
};

[[nodiscard]] const std::vector<SettingInfo>& settingsTable();
/// nullptr if there is no such setting. Any thread.
[[nodiscard]] const SettingInfo* findSetting(std::string_view name);

/// The value as text, '.' decimals, shortest form that reads back equal. `name` must be in the table (asserted).
[[nodiscard]] std::string settingText(const Settings& settings, std::string_view name);
/// Parses and range-checks one value; the error names the setting, what was given and what is allowed.
[[nodiscard]] Result<void> setSetting(Settings& settings, std::string_view name, std::string_view text);

struct SettingProblem {
    std::string name;    ///< which setting
    std::string detail;  ///< what is wrong and what to do
};
/// All problems at once: ranges and contradictions. Does not look at files.
[[nodiscard]] std::vector<SettingProblem> validate(const Settings& settings);

}  // namespace collapsar
