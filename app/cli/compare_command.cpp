// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/run_set.h"
#include "app/cli/run_until_end.h"
#include "core/export/history_csv.h"
#include "core/export/summary_table.h"

#include <algorithm>
#include <cstdio>
#include <map>

namespace fs = std::filesystem;

namespace collapsar {

namespace {

/// The runs in a folder that is none itself, by name.
std::vector<fs::path> runsIn(const fs::path& folder) {
    std::vector<fs::path> runs;
    std::error_code problem;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, problem)) {
        if (entry.path().extension() == ".run") runs.push_back(entry.path());
    }
    std::sort(runs.begin(), runs.end());
    return runs;
}

/// A run folder stands for itself, any other folder for the runs in it.
Result<std::vector<fs::path>> runFolders(const std::vector<fs::path>& given) {
    std::vector<fs::path> folders;
    for (const fs::path& path : given) {
        std::error_code problem;
        const bool isRun =
            (path / "").parent_path().extension() == ".run" || fs::exists(path / "settings.json", problem);
        if (isRun || !fs::is_directory(path, problem)) {
            folders.push_back(path);  // what is wrong with it shows when it is read
            continue;
        }
        const std::vector<fs::path> inside = runsIn(path);
        if (inside.empty()) {
            return Error{
                ErrorCode::FileMissing,
                path.string() + " is no run and holds none. Name run folders (NAME.run), or a folder of them."};
        }
        folders.insert(folders.end(), inside.begin(), inside.end());
    }
    return folders;
}

/// Parents that are among the runs get their names instead of their ids.
void nameParents(std::vector<RunSummary>& summaries, const std::vector<std::string>& ids) {
    std::map<std::string, std::string> names;
    for (std::size_t i = 0; i < ids.size(); ++i)
        names[ids[i]] = summaries[i].run.name;
    for (RunSummary& summary : summaries) {
        const auto name = names.find(summary.run.parent);
        if (name != names.end()) summary.run.parent = name->second;
    }
}

Result<std::vector<RunSummary>> summariesOf(const std::vector<fs::path>& folders) {
    std::vector<RunSummary> summaries;
    std::vector<std::string> ids;
    for (const fs::path& folder : folders) {
        const Result<RunRecord> record = readRun(folder);
        if (!record) return record.error();
        for (const std::string& note : record.value().notes)
            std::fprintf(stderr, "note: %s: %s\n", folder.string().c_str(), note.c_str());
        summaries.push_back(summaryOf(record.value()));
        ids.push_back(record.value().id);
    }
    nameParents(summaries, ids);
    return summaries;
}

std::string tableOf(const CompareOptions& options, const std::vector<RunSummary>& summaries, TableFormat format) {
    if (!options.hasDifferences) {
        const bool hasRepeats = groupRepeats(summaries).size() < summaries.size();
        return summaryTable(summaries, hasRepeats && !options.isEach ? SummaryRows::Repeats : SummaryRows::Runs,
                            format);
    }
    std::vector<ComparedRun> runs;
    for (const RunSummary& summary : summaries)
        runs.push_back(summary.run);
    return differencesTable(runs, format);
}

}  // namespace

ExitCode compare(const CompareOptions& options) {
    const Result<TableFormat> format = parseTableFormat(options.table);
    if (!format) return reportError(format.error());
    const Result<std::vector<fs::path>> folders = runFolders(options.folders);
    if (!folders) return reportError(folders.error());
    const Result<std::vector<RunSummary>> summaries = summariesOf(folders.value());
    if (!summaries) return reportError(summaries.error());
    const std::string text = tableOf(options, summaries.value(), format.value());
    const Result<void> written = writeOutput(options.out, text);
    return written ? ExitCode::Ok : reportError(written.error());
}

}  // namespace collapsar
