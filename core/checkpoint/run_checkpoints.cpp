// SPDX-License-Identifier: GPL-3.0-or-later
/// The checkpoints of a run folder: which of them are alive, and how many stay.
#include "core/checkpoint/checkpoint_file.h"
#include "core/checkpoint/run_folder.h"
#include "core/checkpoint/run_paths.h"

#include <algorithm>
#include <system_error>

namespace fs = std::filesystem;

namespace collapsar {

namespace {

CheckpointEntry entryOf(const fs::path& file, double seconds) {
    std::error_code problem;
    const std::uintmax_t bytes = fs::file_size(file, problem);
    return {file.filename().string(), seconds, problem ? 0 : static_cast<std::uint64_t>(bytes)};
}

void removeNamed(std::vector<CheckpointEntry>& entries, const std::string& name) {
    std::erase_if(entries, [&](const CheckpointEntry& entry) { return entry.name == name; });
}

std::uint64_t bytesOf(const std::vector<CheckpointEntry>& entries) {
    std::uint64_t bytes = 0;
    for (const CheckpointEntry& entry : entries)
        bytes += entry.bytes;
    return bytes;
}

}  // namespace

Result<void> RunFolder::readBranches() {
    const auto journal = readJournal(m_path / run_paths::journal);
    if (!journal) return journal.error();
    const fs::path folder = m_path / run_paths::checkpoints;
    m_checkpoints.clear();
    m_abandoned.clear();
    for (const std::string& name : listCheckpoints(m_path)) {
        const auto seconds = readCheckpointSeconds(folder / name);
        auto& entries = isAlive(name, journal.value()) ? m_checkpoints : m_abandoned;
        entries.push_back(entryOf(folder / name, seconds ? seconds.value() : 0));
    }
    return {};
}

Result<std::string> RunFolder::saveCheckpoint(const TrainingState& state, Durability durability) {
    if (const auto flushed = m_journal->flush(); !flushed) return flushed.error();
    const fs::path folder = m_path / run_paths::checkpoints;
    std::error_code problem;
    fs::create_directory(folder, problem);  // someone may have tidied it away
    std::string name = checkpointName(state.at);
    if (const auto written = writeCheckpoint(folder / name, state, durability); !written) return written.error();
    book(name, state);
    thin();
    return name;
}

std::set<std::string> RunFolder::shareCheckpoints(const fs::path& ancestor, const std::vector<std::string>& names) {
    std::set<std::string> shared;
    std::error_code problem;
    for (const std::string& name : names) {
        const fs::path here = m_path / run_paths::checkpoints / name;
        fs::create_hard_link(ancestor / run_paths::checkpoints / name, here, problem);
        const auto seconds = problem ? Result<double>(0.0) : readCheckpointSeconds(here);
        if (problem) continue;
        m_checkpoints.push_back(entryOf(here, seconds ? seconds.value() : 0));
        shared.insert(name);
    }
    return shared;
}

void RunFolder::book(const std::string& name, const TrainingState& state) {
    removeNamed(m_abandoned, name);
    removeNamed(m_checkpoints, name);
    const auto isLater = [&](const CheckpointEntry& entry) {
        return checkpointPosition(entry.name).value_or(Position{}) > state.at;
    };
    const auto place = std::find_if(m_checkpoints.begin(), m_checkpoints.end(), isLater);
    m_checkpoints.insert(place, entryOf(m_path / run_paths::checkpoints / name, state.seconds));
}

void RunFolder::thin() {
    const fs::path folder = m_path / run_paths::checkpoints;
    std::error_code problem;
    while (!m_abandoned.empty() && bytesOf(m_abandoned) + bytesOf(m_checkpoints) > m_checkpointBytes) {
        fs::remove(folder / m_abandoned.front().name, problem);
        m_abandoned.erase(m_abandoned.begin());
    }
    if (bytesOf(m_checkpoints) <= m_checkpointBytes) return;
    for (const std::string& name : checkpointsToThin(m_checkpoints, m_checkpointBytes)) {
        fs::remove(folder / name, problem);
        removeNamed(m_checkpoints, name);
    }
}

void RunFolder::discard() {
    close();
    std::error_code problem;
    fs::remove_all(m_path / run_paths::checkpoints, problem);
    for (const auto name :
         {run_paths::info, run_paths::journal, run_paths::vocabulary, run_paths::probes, run_paths::lock})
        fs::remove(m_path / name, problem);
    fs::remove(m_path, problem);  // not when something else is in it
}

}  // namespace collapsar
