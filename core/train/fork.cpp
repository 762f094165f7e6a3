// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/fork.h"

#include "core/checkpoint/checkpoint_file.h"
#include "core/checkpoint/run_paths.h"
#include "core/report/settings_table.h"
#include "core/train/numerics.h"
#include "core/train/run_preparation.h"

#include <algorithm>
#include <chrono>
#include <thread>
#include <utility>

namespace collapsar {

namespace {

/// A run that trains hands its journal on several times a second.
constexpr auto longestWait = std::chrono::seconds(2);

std::string positionText(const Position& at) {
    return std::to_string(at.update) + (at.inner > 0 ? "." + std::to_string(at.inner) : "");
}

Result<JournalHistory> historyUpTo(const std::filesystem::path& folder, const Position& at, const StopFlag& stop) {
    const auto until = std::chrono::steady_clock::now() + longestWait;
    while (true) {
        auto history = readHistory(folder / run_paths::journal);
        if (!history.ok() || history.value().reached.update >= at.update) return history;
        if (stop.raised()) return Error{ErrorCode::Interrupted, "Stopped."};
        if (std::chrono::steady_clock::now() > until) {
            return Error{ErrorCode::InvalidSettings, folder.string() + " has only come to update " +
                                                         positionText(history.value().reached) + ", not to " +
                                                         positionText(at) + ". Choose an earlier one."};
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
}

/// The newest of its own checkpoints at or before `at` that can be read.
std::optional<RunFolder::LoadedCheckpoint> checkpointBefore(const std::filesystem::path& folder, const Position& at,
                                                            const RunInfo& info, const JournalHistory& history) {
    std::vector<std::string> names = listCheckpoints(folder);
    for (auto name = names.rbegin(); name != names.rend(); ++name) {
        if (checkpointPosition(*name).value_or(at) > at) continue;
        if (history.rewound && !history.checkpoints.contains(*name)) continue;
        auto state = readCheckpoint(folder / run_paths::checkpoints / *name);
        if (state.ok() && mayHold(info, state.value().runId))
            return RunFolder::LoadedCheckpoint{*name, std::move(state).value()};
    }
    return std::nullopt;
}

bool names(const JournalEntry& entry, EventKind kind, const std::string& checkpoint) {
    const Event* event = std::get_if<Event>(&entry);
    return event && event->kind == kind && event->text == checkpoint;
}

/// Where the entries begin that came after the checkpoint. One that no entry names was written just before its writer
/// died: nothing at its own place came after it.
std::size_t entriesAfter(const JournalHistory& history, const RunFolder::LoadedCheckpoint& checkpoint) {
    const auto& entries = history.entries;
    for (std::size_t i = entries.size(); i > 0; --i) {
        const JournalEntry& entry = entries[i - 1];
        if (names(entry, EventKind::Checkpoint, checkpoint.name) || names(entry, EventKind::Rewound, checkpoint.name)) {
            return i;
        }
    }
    std::size_t after = 0;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (names(entries[i], EventKind::Resumed, checkpoint.name)) break;
        if (isBehind(entries[i], checkpoint.state.at)) after = i + 1;
    }
    return after;
}

bool isMadeByTraining(const JournalEntry& entry) {
    const Measurement* point = std::get_if<Measurement>(&entry);
    const Event* event = std::get_if<Event>(&entry);
    return (point && point->kind != MeasurementKind::Probe) ||
           (event && (event->kind == EventKind::Switch || event->kind == EventKind::Diverged));
}

bool isSwitchAt(const JournalEntry& entry, const Position& at) {
    const Event* event = std::get_if<Event>(&entry);
    return event && event->kind == EventKind::Switch && event->at == at;
}

void fill(ReplayPlan& plan, const JournalHistory& history, std::size_t first) {
    bool actionLedOn = false;  // step_encoder, step_decoder: what is planned waits for the next update of the run's own
    for (std::size_t i = 0; i < history.entries.size(); ++i) {
        const JournalEntry& entry = history.entries[i];
        if (!isBehind(entry, plan.target)) {
            plan.goesPast = plan.goesPast || isMadeByTraining(entry);
            actionLedOn = actionLedOn || isSwitchAt(entry, plan.target);
            continue;
        }
        if (const Measurement* point = std::get_if<Measurement>(&entry)) {
            plan.seconds = std::max(plan.seconds, point->seconds);
            if (point->kind != MeasurementKind::Scheduled) continue;
            if (point->at == plan.target) plan.reference = *point;
            if (i >= first) plan.items.emplace_back(*point);
        } else if (const Event* event = std::get_if<Event>(&entry); event && i >= first) {
            if (event->kind == EventKind::Switch) plan.items.emplace_back(event->intervention);
            if (event->kind == EventKind::NumericsChanged && event->text.starts_with("from ")) {
                plan.otherNumerics = event->text;
            }
        }
    }
    plan.goesPast = plan.goesPast && !actionLedOn;
}

}  // namespace

Result<ReplaySource> readReplay(const std::filesystem::path& folder, const Position& at, const StopFlag& stop) {
    auto info = readRunInfo(folder);
    if (!info.ok()) return info.error();
    auto history = historyUpTo(folder, at, stop);
    if (!history.ok()) return history.error();
    ReplaySource source{.info = std::move(info).value(), .history = std::move(history).value()};
    source.plan.target = at;
    std::size_t first = 0;
    if (auto found = checkpointBefore(folder, at, source.info, source.history)) {
        first = entriesAfter(source.history, *found);
        source.state = std::move(found->state);
    } else {
        auto fresh = startFresh(source.info.settings, {.interventions = source.info.planned});
        if (!fresh.ok()) return fresh.error();
        source.state = std::move(fresh.value().state);
        if (!source.info.numerics.empty()) source.state.numerics = source.info.numerics;
    }
    source.state.settings.updates = source.info.settings.updates;  // the end may have been moved since
    source.state.settings.klPeriod = source.info.settings.klPeriod;
    fill(source.plan, source.history, first);
    const std::string now = numericsDescription();
    if (source.state.numerics != now) source.plan.otherNumerics = "from " + source.state.numerics + " to " + now;
    source.state.numerics = now;
    return source;
}

Result<void> checkFork(const ForkRequest& request) {
    std::string problems;
    for (const Intervention& change : request.changes) {
        const SettingInfo* setting = change.action == Action::None ? findSetting(change.field) : nullptr;
        const Result<void> checked = checkIntervention(change);
        if (setting && !setting->live) {
            problems += change.field +
                        " cannot be changed in a fork: a run keeps it from its first update. Start a new "
                        "run with it instead.\n";
        } else if (!checked.ok()) {
            problems += checked.error().detail + "\n";
        }
    }
    if (request.at.update < 0 || request.at.inner < 0) problems += "The place of a fork cannot be negative.\n";
    if (request.totalUpdates != 0 && request.totalUpdates < request.at.update) {
        problems += "updates: the fork begins at update " + std::to_string(request.at.update) + ", which is beyond " +
                    std::to_string(request.totalUpdates) + ". Give a larger number.\n";
    }
    if (problems.empty()) return {};
    problems.pop_back();
    return Error{ErrorCode::InvalidSettings, problems};
}

}  // namespace collapsar
