// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/report_json.h"
#include "app/cli/report_text.h"
#include "app/cli/run_until_end.h"
#include "core/train/run.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>

namespace collapsar {

namespace {

using Json = nlohmann::ordered_json;

/// nullptr when nothing of this kind was measured.
const Measurement* lastOf(MeasurementKind kind, const RunRecord& record) {
    const auto found = std::find_if(record.measurements.rbegin(), record.measurements.rend(),
                                    [&](const Measurement& measurement) { return measurement.kind == kind; });
    return found == record.measurements.rend() ? nullptr : &*found;
}

void printText(const RunRecord& record) {
    std::printf("run: %s\nid: %s\n", record.name.c_str(), record.id.c_str());
    if (!record.parent.empty()) std::printf("parent: %s\n", record.parent.c_str());
    std::printf("phase: %s\nseed: %llu\nupdate: %s of %lld\n", phaseName(record.state.phase),
                static_cast<unsigned long long>(record.settings.seed), positionText(record.state.at).c_str(),
                static_cast<long long>(record.state.totalUpdates));
    const auto printLast = [&](const char* title, MeasurementKind kind) {
        const Measurement* last = lastOf(kind, record);
        std::printf("%s: %s\n", title, last ? measurementLine(*last).c_str() : "none");
    };
    printLast("last evaluation", MeasurementKind::Scheduled);
    printLast("last probe", MeasurementKind::Probe);
    std::printf("verdict: %s\n",
                record.snapshots.empty() ? "none" : verdictLine(record.snapshots.back()->verdict).c_str());
    std::printf("events:%s\n", record.events.empty() ? " none" : "");
    for (const Event& event : record.events)
        std::printf("  %s\n", eventLine(event).c_str());
    std::printf("checkpoints:%s\n", record.checkpoints.empty() ? " none" : "");
    for (const std::string& checkpoint : record.checkpoints)
        std::printf("  %s\n", checkpoint.c_str());
}

Json parsed(const std::string& line) {
    Json object = Json::parse(line);
    object.erase("type");
    return object;
}

void printJson(const RunRecord& record) {
    const auto last = [&](MeasurementKind kind) {
        const Measurement* measurement = lastOf(kind, record);
        return measurement ? parsed(measurementJsonLine(*measurement)) : Json(nullptr);
    };
    Json object = {{"type", "info"}, {"name", record.name}, {"id", record.id}, {"parent", record.parent}};
    object["seed"] = record.settings.seed;
    object["state"] = parsed(stateJsonLine(record.state));
    object["last_evaluation"] = last(MeasurementKind::Scheduled);
    object["last_probe"] = last(MeasurementKind::Probe);
    object["verdict"] = nullptr;
    if (!record.snapshots.empty()) {
        const Snapshot& newest = *record.snapshots.back();
        object["verdict"] = parsed(verdictJsonLine(newest.verdict, newest.values.at));
    }
    object["events"] = Json::array();
    for (const Event& event : record.events)
        object["events"].push_back(parsed(eventJsonLine(event)));
    object["checkpoints"] = record.checkpoints;
    object["notes"] = record.notes;
    std::printf("%s\n", object.dump(-1, ' ', false, Json::error_handler_t::replace).c_str());
}

}  // namespace

ExitCode showInfo(const InfoOptions& options) {
    const Result<RunRecord> record = readRun(options.folder);
    if (!record) return reportError(record.error());
    if (options.output == OutputStyle::JsonLines) {
        printJson(record.value());
        return ExitCode::Ok;
    }
    for (const std::string& note : record.value().notes)
        std::fprintf(stderr, "note: %s\n", note.c_str());
    printText(record.value());
    return ExitCode::Ok;
}

}  // namespace collapsar
