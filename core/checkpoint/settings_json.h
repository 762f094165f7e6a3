// SPDX-License-Identifier: GPL-3.0-or-later
/// Settings as one JSON object, keys being the stable names of the settings table: settings.json of a run, presets.
#pragma once

#include "core/report/result.h"
#include "core/report/settings.h"

#include <string>
#include <string_view>

namespace collapsar {

/// All settings in table order, indented by two; reads back equal. Switches are true/false ("on"/"off" reads back too),
/// numbers are numbers.
[[nodiscard]] std::string settingsToJson(const Settings& settings);
/// Starts from the defaults, so that a preset names only what differs. Ranges are checked one by one; contradictions
/// are not (validate() in settings_table.h).
///
/// errors  InvalidSettings: not a JSON object (with line and column), unknown key (with the closest known one), wrong
/// type,
///         out of range.
[[nodiscard]] Result<Settings> settingsFromJson(std::string_view text);

}  // namespace collapsar
