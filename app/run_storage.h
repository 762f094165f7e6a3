// SPDX-License-Identifier: GPL-3.0-or-later
/// Where one-click runs live on disk: a folder of NAME.run folders in the user's data folder. Discarded runs move aside
/// into `discarded`, where the newest few are kept; runs that are only tried out live in `ghosts`.
#pragma once

#include "core/report/result.h"

#include <QDateTime>
#include <QString>

#include <filesystem>
#include <string>
#include <vector>

namespace collapsar {

struct StoredRun {
    std::filesystem::path folder;
    QString name;  ///< folder name without .run
    QDateTime lastWritten;
};

class RunStorage {
public:
    static constexpr int discardedKept = 10;

    /// An empty root writes nothing: every new folder is the empty path.
    explicit RunStorage(std::filesystem::path root);
    /// In the user's data folder, or where COLLAPSAR_RUNS says.
    [[nodiscard]] static RunStorage ofUser();

    /// A path that does not exist yet, `NAME-YYYYMMDD-HHMMSS.run`; makes the root. Empty when the root cannot be made.
    [[nodiscard]] std::filesystem::path newFolder(const std::string& name) const;
    /// As newFolder, for a run that goes unless it is kept.
    [[nodiscard]] std::filesystem::path newGhostFolder(const std::string& name) const;
    /// All run folders, newest first. Any thread; looks at names and times only.
    [[nodiscard]] std::vector<StoredRun> runs() const;
    /// Moves a run aside and returns where it lies now. Blocks on the file system. Folders outside the root are
    /// refused. Any thread, as all below.
    Result<std::filesystem::path> discard(const std::filesystem::path& folder) const;
    /// Moves a discarded run back. errors  FileMissing: it was deleted, as newer ones were discarded.
    Result<void> restore(const std::filesystem::path& discarded, const std::filesystem::path& folder) const;
    /// Moves a ghost among the runs and returns its folder.
    Result<std::filesystem::path> keep(const std::filesystem::path& ghost, const std::string& name) const;
    /// Deletes ghosts that a program left behind which did not end properly: those not written for a day.
    void eraseOldGhosts() const;
    /// Deletes a run that holds nothing worth keeping, a discarded one too. As discard() otherwise.
    Result<void> erase(const std::filesystem::path& folder) const;
    /// Whether `folder` is a run in here, ghosts included: one that may be moved and deleted.
    [[nodiscard]] bool holds(const std::filesystem::path& folder) const;
    [[nodiscard]] bool isGhost(const std::filesystem::path& folder) const;
    [[nodiscard]] const std::filesystem::path& root() const { return m_root; }

private:
    void thinDiscarded(const std::filesystem::path& newest) const;

    std::filesystem::path m_root;
};

}  // namespace collapsar
