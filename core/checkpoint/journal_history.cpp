// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/journal_history.h"

#include "core/checkpoint/atomic_file.h"
#include "core/checkpoint/journal_scan.h"
#include "core/checkpoint/run_folder.h"

#include <algorithm>
#include <type_traits>
#include <utility>

namespace collapsar {

namespace {

/// What speaks of the other run's files or of its end.
bool isItsOwn(const Event& event, const std::set<std::string>& shared) {
    switch (event.kind) {
        case EventKind::Checkpoint:
            return !shared.contains(event.text);
        case EventKind::Rewound:
        case EventKind::Finished:
        case EventKind::Diverged:
            return true;
        default:
            return false;
    }
}

bool leadsAway(const JournalEntry& entry) {
    const Event* event = std::get_if<Event>(&entry);
    if (!event) return false;
    const Action action = event->intervention.action;
    return event->kind == EventKind::Diverged ||
           (event->kind == EventKind::Switch && (action == Action::StepEncoder || action == Action::StepDecoder));
}

Result<void> write(const JournalEntry& entry, JournalWriter& to) {
    return std::visit(
        [&to](const auto& record) -> Result<void> {
            using Record = std::remove_cvref_t<decltype(record)>;
            if constexpr (std::is_same_v<Record, SnapshotPointer>)
                return to.record(*record);
            else if constexpr (std::is_same_v<Record, Rewind>)
                return {};
            else
                return to.record(record);
        },
        entry);
}

}  // namespace

Result<JournalHistory> readHistory(const std::filesystem::path& journal) {
    const auto bytes = readWholeFile(journal, largestJournal);
    if (!bytes) return bytes.error();
    auto scan = scanJournal(bytes.value(), journal.filename().string());
    if (!scan) return scan.error();
    JournalBranches branches = branchesOf(std::move(scan.value().entries));
    JournalHistory history;
    history.rewound = branches.rewound;
    history.checkpoints = std::move(branches.checkpoints);
    history.entries = std::move(branches.living);
    for (const JournalEntry& entry : history.entries)
        history.reached = std::max(history.reached, positionOf(entry));
    return history;
}

bool isBehind(const JournalEntry& entry, const Position& at) {
    const Position where = positionOf(entry);
    return where < at || (where == at && !leadsAway(entry));
}

std::vector<std::string> checkpointsBefore(const JournalHistory& history, const Position& at,
                                           const std::vector<std::string>& names) {
    std::vector<std::string> before;
    for (const std::string& name : names) {
        if (checkpointPosition(name).value_or(at) < at && history.checkpoints.contains(name)) before.push_back(name);
    }
    return before;
}

Result<void> copyHistory(const JournalHistory& history, const Position& at, const std::set<std::string>& shared,
                         JournalWriter& to) {
    for (const JournalEntry& entry : history.entries) {
        if (!isBehind(entry, at)) continue;
        const Event* event = std::get_if<Event>(&entry);
        if (event && isItsOwn(*event, shared)) continue;
        if (const auto written = write(entry, to); !written) return written;
    }
    return to.flush();
}

}  // namespace collapsar
