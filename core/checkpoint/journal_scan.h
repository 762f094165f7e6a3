// SPDX-License-Identifier: GPL-3.0-or-later
/// From a journal's bytes to its records, over damaged places; and from its records to the branch that is alive.
#pragma once

#include "core/checkpoint/journal_records.h"
#include "core/report/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace collapsar {

inline constexpr std::uint32_t journalVersion = 1;

/// Magic and version.
[[nodiscard]] std::string journalHeader();
/// One record, framed.
[[nodiscard]] std::string framed(RecordType type, const std::string& payload);

struct JournalScan {
    std::vector<JournalEntry> entries;  ///< in file order, ghosts included
    std::vector<std::string> notes;
    std::uint64_t goodBytes = 0;  ///< end of the last whole record
};
/// `name` is what errors call the file. A file cut inside its header is an empty journal: a crash can leave one.
[[nodiscard]] Result<JournalScan> scanJournal(std::string_view bytes, const std::string& name);

/// Removes what rewinds abandoned; each rewind stays, as the Event that readers see.
[[nodiscard]] std::vector<JournalEntry> livingBranch(std::vector<JournalEntry> entries);
/// Whether `rewind`, put at the end of a living branch, would abandon anything.
[[nodiscard]] bool abandonsAnything(const std::vector<JournalEntry>& living, const Rewind& rewind);

}  // namespace collapsar
