// SPDX-License-Identifier: GPL-3.0-or-later
/// A run's living history in the order in which it happened, for those who make it again or copy its beginning.
#pragma once

#include "core/checkpoint/journal.h"
#include "core/checkpoint/journal_records.h"
#include "core/report/result.h"

#include <filesystem>
#include <set>
#include <string>
#include <vector>

namespace collapsar {

struct JournalHistory {
    std::vector<JournalEntry> entries;  ///< in file order, without ghosts
    Position reached;                   ///< the furthest place an entry speaks of
    bool rewound = false;
    std::set<std::string> checkpoints;  ///< as in JournalContents
};

/// errors, thread  as readJournal.
[[nodiscard]] Result<JournalHistory> readHistory(const std::filesystem::path& journal);

[[nodiscard]] Position positionOf(const JournalEntry& entry);
/// Whether a run that stands at `at` has this behind it: what lies before, and the switches made there, but not an
/// action that leads away from there.
[[nodiscard]] bool isBehind(const JournalEntry& entry, const Position& at);
/// The checkpoints before `at`, of those named.
[[nodiscard]] std::vector<std::string> checkpointsBefore(const JournalHistory& history, const Position& at,
                                                         const std::vector<std::string>& names);
/// Copies what a run that stands at `at` has behind it, without events that concern only the other run's files
/// (checkpoints but the `shared` ones, rewinds) or its end. errors  FileUnwritable.
[[nodiscard]] Result<void> copyHistory(const JournalHistory& history, const Position& at,
                                       const std::set<std::string>& shared, JournalWriter& to);

}  // namespace collapsar
