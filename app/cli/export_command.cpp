// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/run_until_end.h"
#include "core/export/history_csv.h"
#include "core/train/run.h"

#include <algorithm>
#include <cstdio>

namespace collapsar {

namespace {

HistoryKinds chosenKinds(const std::vector<std::string>& names) {
    const auto isChosen = [&](const char* name) { return std::find(names.begin(), names.end(), name) != names.end(); };
    return {isChosen("training"), isChosen("scheduled"), isChosen("probe")};
}

Result<void> writeText(const std::filesystem::path& path, const std::string& text) {
    if (path != "-") return writeExport(path, text);
    const bool isWritten = std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
    if (isWritten) return {};
    return Error{ErrorCode::FileUnwritable, "Standard output was closed or is full."};
}

/// The newest exact posterior mean space.
Result<void> writeSnapshot(const std::filesystem::path& path, const ExportHeader& header, const RunRecord& record) {
    const auto newest = std::find_if(record.snapshots.rbegin(), record.snapshots.rend(),
                                     [](const SnapshotPointer& snapshot) { return !snapshot->isPreview; });
    if (newest == record.snapshots.rend()) {
        return Error{ErrorCode::DataInvalid, "The run holds no posterior mean space yet; train it with --probes."};
    }
    static const std::vector<std::string> noTexts;
    return writeText(path, snapshotCsv(header, **newest, record.probes ? *record.probes : noTexts));
}

}  // namespace

ExitCode exportRun(const ExportOptions& options) {
    const Result<RunRecord> read = readRun(options.folder);
    if (!read) return reportError(read.error());
    const RunRecord& record = read.value();
    for (const std::string& note : record.notes)
        std::fprintf(stderr, "note: %s\n", note.c_str());
    ExportHeader header;
    header.name = record.name;
    header.id = record.id;
    header.settings = record.settings;
    header.events = record.events;
    std::filesystem::path csv = options.csv;
    if (csv.empty() && options.snapshots.empty()) csv = "-";
    if (!csv.empty()) {
        const Result<void> written =
            writeText(csv, historyCsv(header, record.measurements, chosenKinds(options.kinds)));
        if (!written) return reportError(written.error());
    }
    if (!options.snapshots.empty()) {
        const Result<void> written = writeSnapshot(options.snapshots, header, record);
        if (!written) return reportError(written.error());
    }
    return ExitCode::Ok;
}

}  // namespace collapsar
