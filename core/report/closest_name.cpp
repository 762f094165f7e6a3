// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/closest_name.h"

#include "core/report/settings_table.h"

#include <algorithm>
#include <cctype>
#include <cstddef>

namespace collapsar {

namespace {

std::string folded(std::string_view name) {
    std::string result(name);
    for (char& letter : result) {
        letter = letter == '-' ? '_' : static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
    }
    return result;
}

/// Levenshtein distance: insertions, deletions and replacements cost 1 each.
std::size_t editDistance(std::string_view from, std::string_view to) {
    std::vector<std::size_t> row(to.size() + 1);
    for (std::size_t j = 0; j <= to.size(); ++j)
        row[j] = j;
    for (std::size_t i = 1; i <= from.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= to.size(); ++j) {
            const std::size_t replaced = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, replaced});
        }
    }
    return row[to.size()];
}

constexpr std::size_t longestComparedName = 100;

}  // namespace

std::string closestName(std::string_view given, const std::vector<std::string>& candidates) {
    if (given.empty() || given.size() > longestComparedName) return {};
    const std::string wanted = folded(given);
    std::string best;
    std::size_t bestDistance = given.size();
    for (const std::string& candidate : candidates) {
        const std::size_t distance = editDistance(wanted, folded(candidate));
        const std::size_t forgiven = std::max<std::size_t>(2, candidate.size() / 3);
        if (distance <= forgiven && distance < bestDistance) {
            best = candidate;
            bestDistance = distance;
        }
    }
    return best;
}

std::string didYouMean(std::string_view given, const std::vector<std::string>& candidates) {
    const std::string name = closestName(given, candidates);
    return name.empty() ? std::string{} : " Did you mean \"" + name + "\"?";
}

std::vector<std::string> settingNames() {
    std::vector<std::string> names;
    for (const SettingInfo& setting : settingsTable())
        names.emplace_back(setting.name);
    return names;
}

}  // namespace collapsar
