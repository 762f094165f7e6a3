// SPDX-License-Identifier: GPL-3.0-or-later
/// From a journal's bytes to its records, over damaged places; and from its records to the branch that is alive.
#pragma once

#include "core/checkpoint/journal.h"
#include "core/checkpoint/journal_records.h"
#include "core/report/result.h"

#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace collapsar {

inline constexpr std::uint32_t journalVersion = 1;
inline constexpr std::uint64_t largestJournal = std::uint64_t{16} << 30;  ///< bytes that are read

/// Magic and version.
[[nodiscard]] std::string journalHeader();
/// One record, framed.
[[nodiscard]] std::string framed(RecordType type, const std::string& payload);

struct JournalScan {
    std::vector<JournalEntry> entries;  ///< in file order, ghosts included
    std::vector<std::string> notes;
    std::uint64_t goodBytes = 0;   ///< end of the last whole record, in the file
    std::uint64_t unfinished = 0;  ///< bytes that follow it
};
/// Called with each record in file order; false ends the scan before it.
using JournalTaker = std::function<bool(JournalEntry& entry)>;
/// A part of a journal file.
struct JournalPart {
    std::string_view bytes;
    std::uint64_t offset = 0;  ///< of bytes[0] in the file; a record begins there
    std::string name;          ///< what notes call the file
};
/// Gives whole records to `take`; `entries` stay empty. An unfinished one at the end is left for noteUnfinished().
[[nodiscard]] JournalScan scanRecords(const JournalPart& part, const JournalTaker& take);
void noteUnfinished(JournalScan& scan, const std::string& name);
/// The first byte after the header; 0 when the file ends inside it. errors  FileDamaged, FileTooNew.
[[nodiscard]] Result<std::size_t> journalBegin(std::string_view bytes, const std::string& name);
/// `name` is what errors call the file. A file cut inside its header is an empty journal: a crash can leave one.
[[nodiscard]] Result<JournalScan> scanJournal(std::string_view bytes, const std::string& name);

/// Moves an entry to where readers want it.
void take(JournalContents& contents, JournalEntry& entry);

struct JournalBranches {
    std::vector<JournalEntry> living;   ///< without what rewinds abandoned; each rewind as the Event that readers see
    bool rewound = false;               ///< there was a rewind
    std::set<std::string> checkpoints;  ///< those that events of the living branch name
};
[[nodiscard]] JournalBranches branchesOf(std::vector<JournalEntry> entries);
/// Whether `rewind`, put at the end of a living branch, would abandon anything.
[[nodiscard]] bool abandonsAnything(const std::vector<JournalEntry>& living, const Rewind& rewind);

}  // namespace collapsar
