// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/experiment_arguments.h"
#include "app/cli/report_text.h"
#include "app/cli/run_until_end.h"
#include "app/cli/termination_signals.h"
#include "core/export/history_csv.h"
#include "core/export/run_weights.h"
#include "core/export/tensorboard_events.h"
#include "core/train/run.h"

#include <algorithm>
#include <cstdio>
#include <optional>

namespace collapsar {

namespace {

HistoryKinds chosenKinds(const std::vector<std::string>& names) {
    const auto isChosen = [&](const char* name) { return std::find(names.begin(), names.end(), name) != names.end(); };
    return {isChosen("training"), isChosen("scheduled"), isChosen("probe")};
}

/// The newest exact posterior mean space.
Result<void> writeSnapshot(const std::filesystem::path& path, const ExportHeader& header, const RunRecord& record) {
    const auto newest = std::find_if(record.snapshots.rbegin(), record.snapshots.rend(),
                                     [](const SnapshotPointer& snapshot) { return !snapshot->isPreview; });
    if (newest == record.snapshots.rend()) {
        return Error{ErrorCode::DataInvalid, "The run holds no posterior mean space yet; train it with --probes."};
    }
    static const std::vector<std::string> noTexts;
    return writeOutput(path, snapshotCsv(header, **newest, record.probes ? *record.probes : noTexts));
}

Result<void> writeTables(const ExportOptions& options) {
    const Result<RunRecord> read = readRun(options.folder);
    if (!read) return read.error();
    const RunRecord& record = read.value();
    for (const std::string& note : record.notes)
        std::fprintf(stderr, "note: %s\n", note.c_str());
    const ExportHeader header{
        .name = record.name, .id = record.id, .settings = record.settings, .events = record.events};
    const bool isOnly = options.snapshots.empty() && options.weights.empty() && options.tensorboard.empty();
    const std::filesystem::path csv = options.csv.empty() && isOnly ? "-" : options.csv;
    if (!csv.empty()) {
        const Result<void> written =
            writeOutput(csv, historyCsv(header, record.measurements, chosenKinds(options.kinds)));
        if (!written) return written;
    }
    return options.snapshots.empty() ? Result<void>() : writeSnapshot(options.snapshots, header, record);
}

Result<void> writeWeights(const ExportOptions& options) {
    std::optional<Position> at;
    if (!options.at.empty()) {
        const Result<Position> parsed = parsePosition(options.at);
        if (!parsed) return parsed.error();
        at = parsed.value();
    }
    const TerminationSignals signals;
    const auto goOn = [&signals](double, const std::string&) { return signals.wait(0) == 0; };
    const Result<WeightsExport> written = exportWeights(options.folder, at, options.weights, goOn);
    if (!written) return written.error();
    if (!written.value().warning.empty()) std::fprintf(stderr, "warning: %s\n", written.value().warning.c_str());
    std::fprintf(stderr, "%s: weights of update %s, %llu bytes\n", options.weights.string().c_str(),
                 positionText(written.value().at).c_str(), static_cast<unsigned long long>(written.value().bytes));
    return {};
}

Result<void> writeEvents(const ExportOptions& options) {
    const Result<std::filesystem::path> written =
        exportTensorboard(options.folder, options.tensorboard, chosenKinds(options.kinds));
    if (!written) return written.error();
    std::fprintf(stderr, "%s\n", written.value().string().c_str());
    return {};
}

}  // namespace

ExitCode exportRun(const ExportOptions& options) {
    if (!options.at.empty() && options.weights.empty())
        return reportError({ErrorCode::InvalidSettings, "--at is the update of the weights: give --weights FILE too."});
    Result<void> written = writeTables(options);
    if (written && !options.weights.empty()) written = writeWeights(options);
    if (written && !options.tensorboard.empty()) written = writeEvents(options);
    return written ? ExitCode::Ok : reportError(written.error());
}

}  // namespace collapsar
