// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/run_set.h"

#include "core/export/history_csv.h"
#include "core/export/summary_table.h"
#include "core/report/settings_table.h"

#include <algorithm>
#include <array>

namespace fs = std::filesystem;

namespace collapsar {

namespace {

/// What a run folder holds when its maker was killed before it was whole. Anything else is not ours to remove.
bool isRemnant(const fs::path& folder) {
    static constexpr std::array<std::string_view, 3> parts{"lock", "journal.bin", "checkpoints"};
    std::error_code problem;
    if (!fs::is_directory(folder, problem)) return false;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, problem)) {
        const std::string name = entry.path().filename().string();
        const bool isTemporary = name.starts_with('.') && name.ends_with(".tmp~");
        if (!isTemporary && std::ranges::find(parts, name) == parts.end()) return false;
        if (entry.is_directory(problem) && !fs::is_empty(entry.path(), problem)) return false;
    }
    return !problem;
}

/// All settings but the end of the run, which may move and keeps its cycles then.
std::string settingsProblem(const Settings& there, const Settings& planned) {
    std::string differences;
    for (const SettingInfo& info : settingsTable()) {
        const std::string is = settingText(there, info.name), wanted = settingText(planned, info.name);
        if (is == wanted || info.name == "updates" || info.name == "kl_period") continue;
        differences += (differences.empty() ? "" : ", ") + std::string(info.name) + " " + is + " instead of " + wanted;
    }
    return differences;
}

bool hasEnded(const RunRecord& record, int updates) {
    if (record.state.phase == RunPhase::Diverged) return true;
    // A run that its last learning-rate cut has ended is finished too, before its updates.
    return record.state.phase == RunPhase::Finished && record.settings.updates >= updates;
}

}  // namespace

Result<RunStand> standOf(const PlannedRun& planned) {
    std::error_code problem;
    if (!fs::exists(planned.folder, problem) || isRemnant(planned.folder)) return RunStand::Absent;
    const Result<RunRecord> read = readRun(planned.folder);
    if (!read) return read.error();
    const RunRecord& record = read.value();
    const std::string differences = settingsProblem(record.settings, planned.run.settings);
    if (!differences.empty()) {
        return Error{ErrorCode::InvalidSettings, planned.folder.string() + " holds a run of other settings (" +
                                                     differences + "). Choose another --out."};
    }
    if (record.settings.updates > planned.run.settings.updates) {
        return Error{ErrorCode::InvalidSettings, planned.folder.string() + " is a run of " +
                                                     settingText(record.settings, "updates") +
                                                     " updates, which is more than wanted. Choose another --out."};
    }
    if (hasEnded(record, planned.run.settings.updates)) return RunStand::Ended;
    return record.checkpoints.empty() ? RunStand::Absent : RunStand::Begun;
}

Result<std::unique_ptr<Run>> openPlanned(const PlannedRun& planned, RunStand stand, RunOptions options, RunSink& sink) {
    if (stand == RunStand::Begun)
        return Run::resume(planned.folder, std::move(options), sink, planned.run.settings.updates);
    std::error_code problem;
    fs::remove_all(planned.folder, problem);  // what was left there has trained nothing; see standOf
    options.name = planned.run.name;
    options.folder = planned.folder;
    options.interventions = planned.run.interventions;
    return Run::create(planned.run.settings, std::move(options), sink);
}

RunSummary summaryOf(const RunRecord& record) {
    EvaluationIndex evaluations;
    evaluations.add(record.measurements);
    return summarise({record.name, record.parent, record.settings, switchesOf(record.events)}, record.state,
                     evaluations);
}

Result<std::string> writeSummaries(const fs::path& folder, const std::vector<PlannedRun>& runs) {
    std::vector<RunSummary> summaries;
    for (const PlannedRun& run : runs) {
        const Result<RunRecord> record = readRun(run.folder);
        if (record) summaries.push_back(summaryOf(record.value()));
    }
    const bool hasRepeats = groupRepeats(summaries).size() < summaries.size();
    const SummaryRows rows = hasRepeats ? SummaryRows::Repeats : SummaryRows::Runs;
    const std::string markdown = summaryTable(summaries, rows, TableFormat::Markdown);
    const std::array<std::pair<const char*, std::string>, 5> files{
        {{"summary.md", markdown},
         {"summary.csv", summaryTable(summaries, rows, TableFormat::Csv)},
         {"summary.tex", summaryTable(summaries, rows, TableFormat::Latex)},
         {"summary.json", summaryTable(summaries, rows, TableFormat::Json)},
         {"runs.csv", summaryTable(summaries, SummaryRows::Runs, TableFormat::Csv)}}};
    for (const auto& [name, text] : files) {
        const Result<void> written = writeExport(folder / name, text);
        if (!written) return written.error();
    }
    return markdown;
}

}  // namespace collapsar
