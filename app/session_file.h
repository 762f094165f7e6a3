// SPDX-License-Identifier: GPL-3.0-or-later
/// A session on disk, NAME.collapsar: which runs, how they are looked at, how the window is laid out. JSON with a
/// version; the runs' own data stay in their folders.
#pragma once

#include "app/run_storage.h"
#include "app/run_view.h"
#include "core/report/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QMap>
#include <QString>

#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace collapsar {

class Engine;

struct SessionRun {
    std::filesystem::path folder;  ///< absolute
    std::string id, name, note, group;
    int identity = 0;
    bool isShown = true;

    bool operator==(const SessionRun&) const = default;
};

struct SessionContents {
    std::vector<SessionRun> runs;      ///< in the order of the stage
    QJsonObject view;                  ///< the window's: axes, smoothing, cursor, columns; kept as it is
    QMap<QString, QByteArray> layout;  ///< the window's: states of splitters and headers, by name

    bool operator==(const SessionContents&) const = default;
};

/// Those on disk: no ghosts, no discarded ones, no repeats that have not begun.
[[nodiscard]] std::vector<SessionRun> sessionRuns(std::span<const RunView> runs);

/// Replaces the file as a whole. Folders are written relative to it and absolute, so that either may move. Blocks; any
/// thread, as all below. errors  FileUnwritable.
Result<void> writeSessionFile(const std::filesystem::path& file, const SessionContents& contents);
/// Looks at the file only. Relative folders are taken from where it lies, whether they exist or not.
///
/// errors  FileMissing, FileUnreadable, FileDamaged with what is wrong and where in it, FileTooNew.
[[nodiscard]] Result<SessionContents> readSessionFile(const std::filesystem::path& file);

struct OpenedSession {
    SessionContents contents;
    std::vector<RunView> runs;   ///< those that were found, named and coloured as saved
    std::vector<Error> missing;  ///< one for each of the others: which, where it was looked for, what to do
};
/// Reads the file and its runs. A run that is not where it was is looked for by id: beside the session file, then in
/// `storage`.
[[nodiscard]] Result<OpenedSession> openSessionFile(const std::filesystem::path& file, const Engine& engine,
                                                    const RunStorage& storage);

}  // namespace collapsar
