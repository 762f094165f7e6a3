// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/run_differences.h"

#include "core/report/settings_table.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace collapsar {

namespace {

template <class T>
bool areEqual(const std::vector<T>& values) {
    return std::adjacent_find(values.begin(), values.end(), std::not_equal_to<>()) == values.end();
}

/// What is switched, as the command line writes it.
std::string subject(const Intervention& intervention) {
    if (intervention.action == Action::None) return intervention.field;
    const std::string text = interventionText(intervention);
    return text.substr(text.find(':') + 1);
}

std::vector<SettingDifference> settingDifferences(std::span<const ComparedRun> runs) {
    std::vector<SettingDifference> differences;
    for (const SettingInfo& info : settingsTable()) {
        std::vector<std::string> values;
        for (const ComparedRun& run : runs)
            values.push_back(settingText(run.settings, info.name));
        if (!areEqual(values)) differences.push_back({info.name, info.label, info.unit, std::move(values)});
    }
    return differences;
}

/// All switches of all runs; those that two runs share stand in one row.
std::vector<SwitchDifference> mergedSwitches(std::span<const ComparedRun> runs) {
    std::vector<SwitchDifference> rows;
    std::map<std::tuple<Position, std::string, int>, std::size_t> known;  // the third: which of several at one place
    for (std::size_t i = 0; i < runs.size(); ++i) {
        std::map<std::tuple<Position, std::string>, int> counts;
        for (const Intervention& made : runs[i].switches) {
            const std::string what = subject(made);
            const int occurrence = counts[{made.at, what}]++;
            const auto [place, isNew] = known.try_emplace({made.at, what, occurrence}, rows.size());
            if (isNew) rows.push_back({made.at, what, std::vector<std::string>(runs.size())});
            rows[place->second].values[i] = made.action == Action::None ? made.newValue : "done";
        }
    }
    return rows;
}

}  // namespace

RunDifferences differencesBetween(std::span<const ComparedRun> runs) {
    RunDifferences differences;
    if (runs.size() < 2) return differences;
    differences.settings = settingDifferences(runs);
    differences.switches = mergedSwitches(runs);
    std::erase_if(differences.switches, [](const SwitchDifference& row) { return areEqual(row.values); });
    std::ranges::stable_sort(differences.switches, {}, &SwitchDifference::at);
    return differences;
}

std::vector<Intervention> switchesOf(std::span<const Event> events) {
    std::vector<Intervention> switches;
    for (const Event& event : events) {
        if (event.kind != EventKind::Switch) continue;
        switches.push_back(event.intervention);
        switches.back().at = event.at;
    }
    return switches;
}

}  // namespace collapsar
