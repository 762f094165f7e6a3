// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/run_folder.h"

#include "core/checkpoint/atomic_file.h"
#include "core/checkpoint/checkpoint_file.h"
#include "core/checkpoint/run_paths.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#include <algorithm>
#include <cerrno>
#include <ctime>
#include <system_error>
#include <utility>

namespace fs = std::filesystem;

namespace collapsar {

namespace {

std::string nowText() {
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    ::gmtime_r(&now, &parts);
    char text[32];
    std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
    return text;
}

/// The open, locked file. The lock goes with the last handle on it, also when the process is killed.
Result<int> lockFolder(const fs::path& folder) {
    const fs::path path = folder / run_paths::lock;
    const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (file < 0) return systemError(ErrorCode::FileUnwritable, folder, "opened for writing", errno);
    if (::flock(file, LOCK_EX | LOCK_NB) == 0) return file;
    const int number = errno;
    ::close(file);
    if (number != EWOULDBLOCK) return systemError(ErrorCode::FileUnwritable, folder, "locked", number);
    return Error{ErrorCode::RunBusy, folder.string() +
                                         " is being written by another window or program. Close it there, "
                                         "or open the run read-only here."};
}

Error existsAlready(const fs::path& folder) {
    std::error_code ignored;
    const bool isRun = fs::exists(folder / run_paths::info, ignored);
    return {ErrorCode::FileUnwritable,
            folder.string() + (isRun ? " holds a run already. Resume it, or choose another name."
                                     : " exists already and is not a run. Choose another name.")};
}

/// An empty folder is taken; anything else that exists is refused.
Result<void> makeFolder(const fs::path& folder) {
    std::error_code problem;
    if (fs::exists(folder, problem) && !(fs::is_directory(folder, problem) && fs::is_empty(folder, problem))) {
        return existsAlready(folder);
    }
    fs::create_directories(folder, problem);
    if (problem) return systemError(ErrorCode::FileUnwritable, folder, "made", problem.value());
    return {};
}

std::string joinedLines(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) {
        const std::size_t begin = text.size();
        text += line;
        for (std::size_t i = begin; i < text.size(); ++i) {
            if (text[i] == '\n' || text[i] == '\r') text[i] = ' ';
        }
        text += '\n';
    }
    return text;
}

}  // namespace

RunFolder::RunFolder(fs::path path, int lock) : m_path(std::move(path)), m_lock(lock) {}

RunFolder::RunFolder(RunFolder&& other) noexcept
    : m_path(std::move(other.m_path)),
      m_lock(std::exchange(other.m_lock, -1)),
      m_info(std::move(other.m_info)),
      m_journal(std::exchange(other.m_journal, std::nullopt)),
      m_checkpointBytes(other.m_checkpointBytes),
      m_checkpoints(std::move(other.m_checkpoints)),
      m_abandoned(std::move(other.m_abandoned)) {}

RunFolder& RunFolder::operator=(RunFolder&& other) noexcept {
    if (this == &other) return *this;
    close();
    m_path = std::move(other.m_path);
    m_lock = std::exchange(other.m_lock, -1);
    m_info = std::move(other.m_info);
    m_journal = std::exchange(other.m_journal, std::nullopt);
    m_checkpointBytes = other.m_checkpointBytes;
    m_checkpoints = std::move(other.m_checkpoints);
    m_abandoned = std::move(other.m_abandoned);
    return *this;
}

RunFolder::~RunFolder() {
    close();
}

void RunFolder::close() {
    m_journal.reset();  // its last records go out while the lock is still held
    if (m_lock >= 0) ::close(m_lock);
    m_lock = -1;
}

Result<RunFolder> RunFolder::create(const fs::path& folder, RunInfo info) {
    if (const auto made = makeFolder(folder); !made) return made.error();
    const auto lock = lockFolder(folder);
    if (!lock) return lock.error();
    RunFolder run(folder, lock.value());
    std::error_code problem;
    if (fs::exists(folder / run_paths::info, problem)) return existsAlready(folder);  // made by another meanwhile
    if (info.id.empty()) info.id = makeRunId();
    if (info.created.empty()) info.created = nowText();
    if (info.program.empty()) info.program = "Collapsar " COLLAPSAR_VERSION;
    fs::create_directory(folder / run_paths::checkpoints, problem);
    if (problem)
        return systemError(ErrorCode::FileUnwritable, folder / run_paths::checkpoints, "made", problem.value());
    auto journal = JournalWriter::open(folder / run_paths::journal);
    if (!journal) return journal.error();
    run.m_journal = std::move(journal).value();
    // Last: a folder is a run once it has this file.
    run.m_info.id = info.id;
    if (const auto written = run.setInfo(std::move(info)); !written) return written.error();
    return run;
}

Result<RunFolder> RunFolder::open(const fs::path& folder) {
    if (const auto before = readRunInfo(folder); !before) return before.error();
    const auto lock = lockFolder(folder);
    if (!lock) return lock.error();
    RunFolder run(folder, lock.value());
    auto info = readRunInfo(folder);  // again: the writer before may just have rewritten it
    if (!info) return info.error();
    run.m_info = std::move(info).value();
    removeStaleTemporaries(folder);
    removeStaleTemporaries(folder / run_paths::checkpoints);
    auto journal = JournalWriter::open(folder / run_paths::journal);
    if (!journal) return journal.error();
    run.m_journal = std::move(journal).value();
    if (const auto read = run.readBranches(); !read) return read.error();
    return run;
}

Result<void> RunFolder::setInfo(RunInfo info) {
    info.id = m_info.id;
    if (const auto written = writeFileAtomically(m_path / run_paths::info, runInfoToJson(info)); !written)
        return written;
    m_info = std::move(info);
    return {};
}

Result<void> RunFolder::writeVocabulary(const std::vector<std::string>& words) {
    return writeFileAtomically(m_path / run_paths::vocabulary, joinedLines(words));
}

Result<void> RunFolder::writeProbes(const std::vector<std::string>& texts) {
    return writeFileAtomically(m_path / run_paths::probes, joinedLines(texts));
}

Result<RunFolder::LoadedCheckpoint> RunFolder::loadCheckpoint(const std::string& name) const {
    const fs::path folder = m_path / run_paths::checkpoints;
    std::vector<std::string> names = listCheckpoints(m_path);
    const auto isAbandoned = [this](const std::string& file) {
        return std::any_of(m_abandoned.begin(), m_abandoned.end(),
                           [&](const auto& entry) { return entry.name == file; });
    };
    if (name.empty()) {
        std::erase_if(names, isAbandoned);
    } else {
        names = {fs::path(name).filename().string()};
        if (isAbandoned(names.front())) {
            return Error{ErrorCode::InvalidSettings, names.front() +
                                                         " lies on a branch of this run that was abandoned "
                                                         "when it was rewound. Choose another checkpoint."};
        }
    }
    Error problem{ErrorCode::FileMissing, m_path.string() + " has no checkpoint to go on from."};
    for (auto newest = names.rbegin(); newest != names.rend(); ++newest) {
        auto state = readCheckpoint(folder / *newest);
        if (state && !mayHold(m_info, state.value().runId)) {
            problem = {ErrorCode::FileDamaged, (folder / *newest).string() + " belongs to another run."};
        } else if (state) {
            return LoadedCheckpoint{*newest, std::move(state).value()};
        } else if (newest == names.rbegin()) {
            problem = state.error();
        }
    }
    return problem;
}

Result<bool> RunFolder::rewindTo(const Position& at, const std::string& checkpoint) {
    if (const auto flushed = m_journal->flush(); !flushed) return flushed.error();
    const auto goesPast = journalGoesPast(m_path / run_paths::journal, at, checkpoint);
    if (!goesPast || !goesPast.value()) return goesPast;
    if (const auto recorded = m_journal->recordRewind(at, checkpoint); !recorded) return recorded.error();
    if (const auto flushed = m_journal->flush(); !flushed) return flushed.error();
    if (const auto read = readBranches(); !read) return read.error();
    return true;
}

}  // namespace collapsar
