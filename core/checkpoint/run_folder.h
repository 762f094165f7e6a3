// SPDX-License-Identifier: GPL-3.0-or-later
/// A run on disk: NAME.run with settings.json, journal.bin, vocabulary.txt and probes.txt (one a line) and
/// checkpoints/update-000000123.4.ckpt (update and inner). One writer, kept by a lock; any number of readers, who never
/// lock.
#pragma once

#include "core/checkpoint/atomic_file.h"
#include "core/checkpoint/checkpoint_thinning.h"
#include "core/checkpoint/journal.h"
#include "core/checkpoint/run_info.h"
#include "core/checkpoint/training_state.h"
#include "core/report/result.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace collapsar {

/// What a run folder holds. Everything but `info` may be missing or cut short: then `notes` says so.
struct RunContents {
    RunInfo info;
    JournalContents journal;
    std::vector<std::string> vocabulary;   ///< index = word id
    std::vector<std::string> probes;       ///< index as in Snapshot
    std::vector<std::string> checkpoints;  ///< file names, oldest first; Living: without those of abandoned branches
    std::vector<std::string> notes;        ///< the journal's too
};
/// Blocks while reading; any thread; works while another process writes the run.
///
/// errors  FileMissing, FileDamaged when it is no run folder, and what settings.json gives.
[[nodiscard]] Result<RunContents> readRunFolder(const std::filesystem::path& folder,
                                                JournalBranch branch = JournalBranch::Living);

/// The writer's side: holds the lock as long as it lives. One thread.
class RunFolder {
public:
    static constexpr std::uint64_t usualCheckpointBytes = std::uint64_t{1} << 30;

    /// Makes the folder, and those above it; an empty one is taken. errors  RunBusy; FileUnwritable: it exists already
    /// (a run: resume it or choose another name), or cannot be made.
    [[nodiscard]] static Result<RunFolder> create(const std::filesystem::path& folder, RunInfo info);
    /// errors  as readRunFolder; RunBusy when another process or run writes it; FileUnwritable.
    [[nodiscard]] static Result<RunFolder> open(const std::filesystem::path& folder);

    RunFolder(RunFolder&& other) noexcept;
    RunFolder& operator=(RunFolder&& other) noexcept;
    ~RunFolder();
    /// Gives up a run just made: removes everything a run folder holds, and the folder if nothing else is in it.
    void discard();

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
    [[nodiscard]] const RunInfo& info() const { return m_info; }
    /// Rewrites settings.json: the sources and numerics once known, a later end of the run. The id stays.
    [[nodiscard]] Result<void> setInfo(RunInfo info);
    [[nodiscard]] Result<void> writeVocabulary(const std::vector<std::string>& words);
    [[nodiscard]] Result<void> writeProbes(const std::vector<std::string>& texts);
    [[nodiscard]] JournalWriter& journal() { return *m_journal; }

    /// Most bytes that all checkpoints may take together.
    void limitCheckpoints(std::uint64_t bytes) { m_checkpointBytes = bytes; }
    /// Flushes the journal, writes checkpoints/update-UPDATE.INNER.ckpt, thins: those of abandoned branches first, then
    /// as checkpoint_thinning.h says. Returns the file name. The caller then records the Checkpoint event with that
    /// name as text; rewindTo() goes by it.
    [[nodiscard]] Result<std::string> saveCheckpoint(const TrainingState& state,
                                                     Durability durability = Durability::Flushed);

    /// Shares checkpoints of an ancestor by hard links, which take no room; those that cannot be linked are left out.
    /// Returns the names of those shared.
    std::set<std::string> shareCheckpoints(const std::filesystem::path& ancestor,
                                           const std::vector<std::string>& names);

    struct LoadedCheckpoint {
        std::string name;
        TrainingState state;
    };
    /// The named checkpoint; the newest that can be read when `name` is empty. One of another run or of an abandoned
    /// branch is refused. errors  FileMissing when there is none, else what the newest one gave.
    [[nodiscard]] Result<LoadedCheckpoint> loadCheckpoint(const std::string& name = {}) const;
    /// To be called when training goes on from `checkpoint`: if the journal holds anything later, records the rewind
    /// and returns true.
    [[nodiscard]] Result<bool> rewindTo(const Position& at, const std::string& checkpoint);

private:
    RunFolder(std::filesystem::path path, int lock);
    void close();
    [[nodiscard]] Result<void> readBranches();
    void book(const std::string& name, const TrainingState& state);
    void thin();

    std::filesystem::path m_path;
    int m_lock = -1;
    RunInfo m_info;
    std::optional<JournalWriter> m_journal;
    std::uint64_t m_checkpointBytes = usualCheckpointBytes;
    std::vector<CheckpointEntry> m_checkpoints;  ///< of the living branch, oldest first
    std::vector<CheckpointEntry> m_abandoned;
};

/// File names of the checkpoints in a run folder, oldest first.
[[nodiscard]] std::vector<std::string> listCheckpoints(const std::filesystem::path& folder);
/// What settings.json alone says. errors  as readRunFolder.
[[nodiscard]] Result<RunInfo> readRunInfo(const std::filesystem::path& folder);
/// The probe texts; empty when they are not written yet or cannot be read.
[[nodiscard]] std::vector<std::string> readProbes(const std::filesystem::path& folder);
/// update-000000123.4.ckpt, and back; empty when the name is another.
[[nodiscard]] std::string checkpointName(const Position& at);
[[nodiscard]] std::optional<Position> checkpointPosition(std::string_view name);

}  // namespace collapsar
