// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run_storage.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>

namespace collapsar {
namespace {

namespace fs = std::filesystem;

constexpr const char* ghosts = "ghosts";
constexpr int ghostSeconds = 24 * 60 * 60;

std::vector<StoredRun> runsIn(const fs::path& folder) {
    std::vector<StoredRun> runs;
    const QDir dir(QString::fromStdString(folder.string()));
    for (const QFileInfo& entry : dir.entryInfoList({QStringLiteral("*.run")}, QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QFileInfo journal(entry.filePath() + QStringLiteral("/journal.bin"));
        const QDateTime written = journal.exists() ? journal.lastModified() : entry.lastModified();
        runs.push_back({fs::path(entry.filePath().toStdString()), entry.completeBaseName(), written});
    }
    std::sort(runs.begin(), runs.end(),
              [](const StoredRun& a, const StoredRun& b) { return a.lastWritten > b.lastWritten; });
    return runs;
}

/// In `parent`, which is made; empty when that cannot be.
fs::path freePath(const fs::path& parent, const std::string& name) {
    std::error_code error;
    if (parent.empty() || (fs::create_directories(parent, error), error)) {
        return {};
    }
    std::string stem;
    for (const char c : name) {
        const bool isPlain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        stem += isPlain ? c : '-';
    }
    stem += QDateTime::currentDateTime().toString(QStringLiteral("-yyyyMMdd-HHmmss")).toStdString();
    fs::path folder = parent / (stem + ".run");
    for (int copy = 2; fs::exists(folder, error); ++copy) {
        folder = parent / (stem + "-" + std::to_string(copy) + ".run");
    }
    return folder;
}

Error cannot(const char* what, const fs::path& folder, const std::string& why) {
    return {ErrorCode::FileUnwritable,
            std::string("Cannot ") + what + " the run " + folder.string() + ": " + why + "."};
}

}  // namespace

RunStorage::RunStorage(fs::path root) : m_root(std::move(root)) {}

RunStorage RunStorage::ofUser() {
    const QString chosen = qEnvironmentVariable("COLLAPSAR_RUNS");
    if (!chosen.isEmpty()) {
        return RunStorage(chosen.toStdString());
    }
    const QString data = QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation);
    return RunStorage(data.isEmpty() ? fs::path() : fs::path(data.toStdString()) / "runs");
}

fs::path RunStorage::newFolder(const std::string& name) const {
    return freePath(m_root, name);
}

fs::path RunStorage::newGhostFolder(const std::string& name) const {
    return m_root.empty() ? fs::path() : freePath(m_root / ghosts, name);
}

std::vector<StoredRun> RunStorage::runs() const {
    return m_root.empty() ? std::vector<StoredRun>{} : runsIn(m_root);
}

bool RunStorage::holds(const fs::path& folder) const {
    return !m_root.empty() && (folder.parent_path() == m_root || isGhost(folder)) && folder.extension() == ".run";
}

bool RunStorage::isGhost(const fs::path& folder) const {
    return !m_root.empty() && folder.parent_path() == m_root / ghosts;
}

Result<fs::path> RunStorage::discard(const fs::path& folder) const {
    if (!holds(folder)) {
        return cannot("discard", folder, "it does not lie among the program's own runs");
    }
    std::error_code error;
    fs::create_directories(m_root / "discarded", error);
    fs::path target = m_root / "discarded" / folder.filename();
    for (int copy = 2; fs::exists(target, error); ++copy) {
        target = m_root / "discarded" / (folder.stem().string() + "-" + std::to_string(copy) + ".run");
    }
    fs::rename(folder, target, error);
    if (error) {
        return cannot("discard", folder, error.message());
    }
    thinDiscarded(target);
    return target;
}

Result<void> RunStorage::restore(const fs::path& discarded, const fs::path& folder) const {
    std::error_code error;
    if (!holds(folder) || !fs::exists(discarded, error)) {
        return Error{ErrorCode::FileMissing, "The run " + folder.string() +
                                                 " cannot be brought back: only the newest " +
                                                 std::to_string(discardedKept) + " discarded runs are kept."};
    }
    fs::rename(discarded, folder, error);
    return error ? Result<void>(cannot("restore", folder, error.message())) : Result<void>();
}

Result<fs::path> RunStorage::keep(const fs::path& ghost, const std::string& name) const {
    const fs::path target = newFolder(name);
    std::error_code error;
    if (!holds(ghost) || target.empty()) {
        return cannot("keep", ghost, "it does not lie among the program's own runs");
    }
    fs::rename(ghost, target, error);
    return error ? Result<fs::path>(cannot("keep", ghost, error.message())) : Result<fs::path>(target);
}

void RunStorage::eraseOldGhosts() const {
    if (m_root.empty()) {
        return;
    }
    const QDateTime now = QDateTime::currentDateTime();
    for (const StoredRun& ghost : runsIn(m_root / ghosts)) {
        if (ghost.lastWritten.secsTo(now) > ghostSeconds) {
            (void)erase(ghost.folder);
        }
    }
}

Result<void> RunStorage::erase(const fs::path& folder) const {
    const bool isDiscarded = !m_root.empty() && folder.parent_path() == m_root / "discarded";
    if (!holds(folder) && !(isDiscarded && folder.extension() == ".run")) {
        return cannot("delete", folder, "it does not lie among the program's own runs");
    }
    std::error_code error;
    fs::remove_all(folder, error);
    return error ? Result<void>(cannot("delete", folder, error.message())) : Result<void>();
}

/// By when they were discarded, not by when they last trained: what was discarded just now can be brought back.
void RunStorage::thinDiscarded(const fs::path& newest) const {
    std::error_code ignored;
    fs::last_write_time(newest, fs::file_time_type::clock::now(), ignored);
    std::vector<std::pair<fs::file_time_type, fs::path>> old;
    for (const StoredRun& run : runsIn(m_root / "discarded")) {
        old.emplace_back(fs::last_write_time(run.folder, ignored), run.folder);
    }
    std::sort(old.rbegin(), old.rend());
    for (std::size_t i = discardedKept; i < old.size(); ++i) {
        fs::remove_all(old[i].second, ignored);
    }
}

}  // namespace collapsar
