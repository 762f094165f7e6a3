// SPDX-License-Identifier: GPL-3.0-or-later
/// The run journal: everything that happened in a run, appended as it happens, readable while it grows.
/// File: 8 bytes of magic, u32 version, then records: 2 marker bytes, u8 type, length (LEB128), payload, CRC-32 of all
/// that. Types a reader does not know are skipped, a damaged record costs only itself, a torn tail is ignored.
#pragma once

#include "core/report/measurement.h"
#include "core/report/result.h"
#include "core/report/run_state.h"
#include "core/report/snapshot.h"

#include <cstdint>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

namespace collapsar {

enum class JournalBranch {
    Living,      ///< what the run's present state came from
    WithGhosts,  ///< also what was abandoned when the run was resumed from an earlier point
};

struct JournalContents {
    std::vector<Event>
        events;  ///< in file order; a rewind is an Event of kind Rewound (at: to where, text: checkpoint)
    std::vector<Measurement> measurements;   ///< in file order
    std::vector<SnapshotPointer> snapshots;  ///< in file order
    std::vector<std::string> notes;          ///< plain English: what was skipped or ignored
    std::uint64_t goodBytes = 0;             ///< end of the last whole record; the file may be longer
    bool rewound = false;                    ///< something was abandoned
    std::set<std::string> checkpoints;       ///< those that belong to the living branch, by the events that name them
};
/// A checkpoint that no event tells of is alive unless there was a rewind: its writer may have died just then.
[[nodiscard]] bool isAlive(const std::string& checkpoint, const JournalContents& contents);

/// errors  FileMissing, FileUnreadable, FileTooNew; FileDamaged when the beginning is not a journal's. Damage further
/// on is a note. Blocks while reading; any thread; works while another process appends.
[[nodiscard]] Result<JournalContents> readJournal(const std::filesystem::path& path,
                                                  JournalBranch branch = JournalBranch::Living);

/// Whether something later than `checkpoint`, written at `at`, is on the living branch: then going on from there must
/// begin with JournalWriter::recordRewind(). errors and thread as readJournal.
[[nodiscard]] Result<bool> journalGoesPast(const std::filesystem::path& path, const Position& at,
                                           const std::string& checkpoint);

/// The only writer of a journal (the run folder's lock sees to that). One thread. Records are held in memory until
/// flush() or until 64 KiB are together. What could not be written stays in memory and is tried again with the next
/// record; only when 64 MiB wait are further records refused.
class JournalWriter {
public:
    /// Makes the file if it is absent; cuts off a torn tail. errors  as readJournal, FileUnwritable.
    [[nodiscard]] static Result<JournalWriter> open(const std::filesystem::path& path);

    JournalWriter(JournalWriter&& other) noexcept;
    JournalWriter& operator=(JournalWriter&& other) noexcept;
    ~JournalWriter();  ///< flushes; call flush() first to learn of errors

    Result<void> record(const Event& event);
    Result<void> record(const Measurement& measurement);
    /// Previews are never journalled (asserted).
    Result<void> record(const Snapshot& snapshot);
    /// Turns everything after the Checkpoint event named `checkpoint` into a ghost, except points at or before `to`
    /// that came late. Without such an event: everything after `to`. Readers see it as an Event of kind Rewound: record
    /// no other.
    Result<void> recordRewind(const Position& to, const std::string& checkpoint);
    /// Hands everything to the system, so that readers see it and a crash of this process loses nothing.
    Result<void> flush();
    /// flush(), and waits for the disk.
    Result<void> sync();

private:
    JournalWriter(int file, std::filesystem::path path, std::uint64_t size);
    Result<void> append(std::string record);
    void close();

    int m_file = -1;
    std::filesystem::path m_path;
    std::uint64_t m_size = 0;  ///< bytes of whole records in the file
    std::string m_waiting;
};

}  // namespace collapsar
