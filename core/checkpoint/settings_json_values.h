// SPDX-License-Identifier: GPL-3.0-or-later
/// Settings as a JSON value inside a larger one. For .cpp files of this folder: nlohmann-json stays out of other
/// headers.
#pragma once

#include "core/report/result.h"
#include "core/report/settings.h"

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>

namespace collapsar {

[[nodiscard]] nlohmann::ordered_json settingsValue(const Settings& settings);
/// errors  InvalidSettings: as settingsFromJson.
[[nodiscard]] Result<Settings> settingsFromValue(const nlohmann::ordered_json& object);

/// Text with bytes that are no UTF-8 replaced; indented by two.
[[nodiscard]] std::string jsonText(const nlohmann::ordered_json& value);
/// errors  `code`, with where the text stops being JSON.
[[nodiscard]] Result<nlohmann::ordered_json> parseJson(std::string_view text, ErrorCode code, const std::string& name);

}  // namespace collapsar
