// SPDX-License-Identifier: GPL-3.0-or-later
/// Finds the runs of a session file.
#include "app/run_reading.h"
#include "app/session_file.h"

#include <algorithm>

namespace collapsar {
namespace {

namespace fs = std::filesystem;

/// The run folders that lie in `folder`.
std::vector<fs::path> runFoldersIn(const fs::path& folder) {
    std::vector<fs::path> found;
    for (const StoredRun& run : RunStorage(folder).runs()) {
        found.push_back(run.folder);
    }
    return found;
}

/// Where a run lies now; empty when it is in none of the places.
fs::path locate(const SessionRun& run, const fs::path& file, const RunStorage& storage) {
    const auto isIt = [&](const fs::path& folder) {
        const std::string id = runIdIn(folder);
        return !id.empty() && (run.id.empty() || id == run.id);
    };
    if (isIt(run.folder)) {
        return run.folder;
    }
    if (run.id.empty()) {
        return {};
    }
    for (const fs::path& place : {file.parent_path(), storage.root()}) {
        const std::vector<fs::path> folders = runFoldersIn(place);
        const auto found = std::find_if(folders.begin(), folders.end(), isIt);
        if (found != folders.end()) {
            return *found;
        }
    }
    return {};
}

Error lost(const SessionRun& run, const fs::path& file) {
    return {ErrorCode::FileMissing, "The run " + run.name + " is not in " + run.folder.string() + ", beside " +
                                        file.string() + " or among the program's own runs (its id is " + run.id +
                                        "). Move it back, or open its folder beside the others."};
}

}  // namespace

Result<OpenedSession> openSessionFile(const fs::path& file, const Engine& engine, const RunStorage& storage) {
    Result<SessionContents> read = readSessionFile(file);
    if (!read) {
        return read.error();
    }
    OpenedSession opened{std::move(read).value(), {}, {}};
    std::vector<fs::path> folders;
    std::vector<const SessionRun*> found;
    for (SessionRun& run : opened.contents.runs) {
        const fs::path folder = locate(run, file, storage);
        if (folder.empty()) {
            opened.missing.push_back(lost(run, file));
            continue;
        }
        run.folder = folder;
        folders.push_back(folder);
        found.push_back(&run);
    }
    std::vector<Result<RunView>> views = readViews(engine, folders);
    for (std::size_t i = 0; i < views.size(); ++i) {
        if (!views[i]) {
            opened.missing.push_back(views[i].error());
            continue;
        }
        RunView view = std::move(views[i]).value();
        view.plan.name = found[i]->name;
        view.note = found[i]->note;
        view.group = found[i]->group;
        view.identity = found[i]->identity;
        view.isShown = found[i]->isShown;
        opened.runs.push_back(std::move(view));
    }
    return opened;
}

}  // namespace collapsar
