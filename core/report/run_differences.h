// SPDX-License-Identifier: GPL-3.0-or-later
/// What tells runs apart: only the settings that differ, and only the switches that not all of them made.
#pragma once

#include "core/report/intervention.h"
#include "core/report/run_state.h"
#include "core/report/settings.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace collapsar {

/// A run as far as comparing goes.
struct ComparedRun {
    std::string name;
    std::string parent;                  ///< id or name of the run it was forked from; empty: none
    Settings settings;                   ///< as started
    std::vector<Intervention> switches;  ///< made so far, in order; a fork's begin with its parent's
};

/// One setting whose value is not the same in all runs.
struct SettingDifference {
    std::string_view field, label, unit;  ///< as in the settings table
    std::vector<std::string> values;      ///< one a run, as settingText
};

/// One place in the time lines where not all runs made the same switch.
struct SwitchDifference {
    Position at;
    std::string what;                 ///< stable name of the live setting, or of the action
    std::vector<std::string> values;  ///< one a run: the new value, "done" for an action; empty: not switched here
};

struct RunDifferences {
    std::vector<SettingDifference> settings;  ///< in the table's order
    std::vector<SwitchDifference> switches;   ///< in order of position, then as they were made

    [[nodiscard]] bool empty() const { return settings.empty() && switches.empty(); }
};

/// Fewer than two runs differ in nothing. Any thread.
[[nodiscard]] RunDifferences differencesBetween(std::span<const ComparedRun> runs);

/// The interventions among a run's events, each at the position where it was applied.
[[nodiscard]] std::vector<Intervention> switchesOf(std::span<const Event> events);

}  // namespace collapsar
