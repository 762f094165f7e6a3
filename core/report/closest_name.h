// SPDX-License-Identifier: GPL-3.0-or-later
/// Finds the name a person most likely meant, for error messages.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace collapsar {

/// The candidate with the smallest Levenshtein distance to `given`, letters compared without case and '-' as '_'; empty
/// when none is nearer than a third of its length (at least 2 edits are forgiven). The first of equals wins.
[[nodiscard]] std::string closestName(std::string_view given, const std::vector<std::string>& candidates);

/// " Did you mean "x"?" or nothing, ready to be appended to a sentence.
[[nodiscard]] std::string didYouMean(std::string_view given, const std::vector<std::string>& candidates);

/// Stable names of all settings, in the table's order.
[[nodiscard]] std::vector<std::string> settingNames();

}  // namespace collapsar
