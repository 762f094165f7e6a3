// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run_storage.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>

namespace collapsar {
namespace {

namespace fs = std::filesystem;

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
    std::error_code error;
    if (m_root.empty() || (fs::create_directories(m_root, error), error)) {
        return {};
    }
    std::string stem;
    for (const char c : name) {
        const bool isPlain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        stem += isPlain ? c : '-';
    }
    stem += QDateTime::currentDateTime().toString(QStringLiteral("-yyyyMMdd-HHmmss")).toStdString();
    fs::path folder = m_root / (stem + ".run");
    for (int copy = 2; fs::exists(folder, error); ++copy) {
        folder = m_root / (stem + "-" + std::to_string(copy) + ".run");
    }
    return folder;
}

std::vector<StoredRun> RunStorage::runs() const {
    return m_root.empty() ? std::vector<StoredRun>{} : runsIn(m_root);
}

bool RunStorage::holds(const fs::path& folder) const {
    return !m_root.empty() && folder.parent_path() == m_root && folder.extension() == ".run";
}

Result<void> RunStorage::discard(const fs::path& folder) const {
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
    thinDiscarded();
    return {};
}

Result<void> RunStorage::erase(const fs::path& folder) const {
    if (!holds(folder)) {
        return cannot("delete", folder, "it does not lie among the program's own runs");
    }
    std::error_code error;
    fs::remove_all(folder, error);
    return error ? Result<void>(cannot("delete", folder, error.message())) : Result<void>();
}

void RunStorage::thinDiscarded() const {
    const std::vector<StoredRun> old = runsIn(m_root / "discarded");
    for (std::size_t i = discardedKept; i < old.size(); ++i) {
        std::error_code ignored;
        fs::remove_all(old[i].folder, ignored);
    }
}

}  // namespace collapsar
