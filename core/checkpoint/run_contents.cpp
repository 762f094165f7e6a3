// SPDX-License-Identifier: GPL-3.0-or-later
/// The readers' side of a run folder: no lock, nothing is changed.
#include "core/checkpoint/atomic_file.h"
#include "core/checkpoint/run_folder.h"
#include "core/checkpoint/run_paths.h"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <limits>
#include <string_view>
#include <system_error>
#include <utility>

namespace fs = std::filesystem;

namespace collapsar {

namespace {

/// Takes one field of a checkpoint's name: digits up to `end`. False when there are none or too many.
bool takeNumber(std::string_view& text, char end, std::int64_t& number) {
    constexpr std::size_t mostDigits = 18;
    const std::size_t length = text.find(end);
    if (length == 0 || length == std::string_view::npos || length > mostDigits) return false;
    number = 0;
    for (const char letter : text.substr(0, length)) {
        if (letter < '0' || letter > '9') return false;
        number = number * 10 + (letter - '0');
    }
    text.remove_prefix(length + 1);
    return true;
}

std::vector<std::string> linesOf(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

/// Missing is nothing to speak of: a run that is still loading its data has no words yet.
std::vector<std::string> readLines(const fs::path& path, std::vector<std::string>& notes) {
    const auto text = readWholeFile(path, run_paths::largestText);
    if (text) return linesOf(text.value());
    if (text.error().code != ErrorCode::FileMissing) notes.push_back(text.error().detail);
    return {};
}

}  // namespace

std::string checkpointName(const Position& at) {
    char text[64];
    std::snprintf(text, sizeof text, "update-%09lld.%d.ckpt", static_cast<long long>(at.update), at.inner);
    return text;
}

std::optional<Position> checkpointPosition(std::string_view name) {
    constexpr std::string_view prefix = "update-";
    if (!name.starts_with(prefix)) return std::nullopt;
    name.remove_prefix(prefix.size());
    std::int64_t update = 0, inner = 0;
    const bool fits = takeNumber(name, '.', update) && takeNumber(name, '.', inner) && name == "ckpt";
    if (!fits || inner > std::numeric_limits<std::int32_t>::max()) return std::nullopt;
    return Position{update, static_cast<std::int32_t>(inner)};
}

std::vector<std::string> listCheckpoints(const fs::path& folder) {
    std::vector<std::pair<Position, std::string>> found;
    std::error_code problem;
    for (fs::directory_iterator entry(folder / run_paths::checkpoints, problem), end; !problem && entry != end;
         entry.increment(problem)) {
        std::string name = entry->path().filename().string();
        if (const auto at = checkpointPosition(name)) found.emplace_back(*at, std::move(name));
    }
    std::sort(found.begin(), found.end());
    std::vector<std::string> names;
    for (auto& [at, name] : found)
        names.push_back(std::move(name));
    return names;
}

Result<RunInfo> readRunInfo(const fs::path& folder) {
    std::error_code problem;
    const fs::file_status status = fs::status(folder, problem);
    if (!fs::exists(status)) return Error{ErrorCode::FileMissing, folder.string() + " does not exist."};
    if (!fs::is_directory(status)) {
        return Error{ErrorCode::FileDamaged, folder.string() + " is not a run: a run is a folder."};
    }
    const fs::path path = folder / run_paths::info;
    const auto text = readWholeFile(path, run_paths::largestInfo);
    if (!text && text.error().code == ErrorCode::FileMissing) {
        return Error{ErrorCode::FileDamaged,
                     folder.string() + " is not a run: it has no " + std::string(run_paths::info) + "."};
    }
    if (!text) return text.error();
    return runInfoFromJson(text.value(), path.string());
}

std::vector<std::string> readProbes(const fs::path& folder) {
    std::vector<std::string> ignored;
    return readLines(folder / run_paths::probes, ignored);
}

Result<RunContents> readRunFolder(const fs::path& folder, JournalBranch branch) {
    auto info = readRunInfo(folder);
    if (!info) return info.error();
    RunContents contents;
    contents.info = std::move(info).value();
    contents.vocabulary = readLines(folder / run_paths::vocabulary, contents.notes);
    contents.probes = readLines(folder / run_paths::probes, contents.notes);
    contents.checkpoints = listCheckpoints(folder);
    auto journal = readJournal(folder / run_paths::journal, branch);
    if (journal) {
        contents.journal = std::move(journal).value();
        if (branch == JournalBranch::Living) {
            std::erase_if(contents.checkpoints,
                          [&](const std::string& name) { return !isAlive(name, contents.journal); });
        }
        contents.notes.insert(contents.notes.end(), contents.journal.notes.begin(), contents.journal.notes.end());
    } else {
        contents.notes.push_back(journal.error().detail);
    }
    return contents;
}

}  // namespace collapsar
