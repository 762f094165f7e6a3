// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/tensorboard_events.h"

#include "core/checkpoint/atomic_file.h"
#include "core/checkpoint/run_folder.h"
#include "core/export/event_file.h"
#include "core/report/number_text.h"

#include <cmath>
#include <ctime>
#include <system_error>

namespace fs = std::filesystem;

namespace collapsar {

namespace {

bool isWanted(const Measurement& point, const HistoryKinds& kinds) {
    if (point.kind == MeasurementKind::Training) return kinds.training;
    return point.kind == MeasurementKind::Scheduled ? kinds.scheduled : kinds.probe;
}

std::string_view tagPrefix(MeasurementKind kind) {
    if (kind == MeasurementKind::Training) return "training/";
    return kind == MeasurementKind::Scheduled ? "validation/" : "probe/";
}

/// Seconds since 1970 of an ISO 8601 time in UTC; 0 when it is none.
double secondsOf(const std::string& created) {
    std::tm parts{};
    if (!::strptime(created.c_str(), "%Y-%m-%dT%H:%M:%SZ", &parts)) return 0;
    return static_cast<double>(::timegm(&parts));
}

/// "a.run/" and "a.run" are both a.
std::string stemOf(const fs::path& run) {
    std::error_code ignored;
    const fs::path whole = fs::absolute(run, ignored).lexically_normal();
    return (whole.has_filename() ? whole : whole.parent_path()).stem().string();
}

}  // namespace

std::string tensorboardEvents(std::span<const Measurement> measurements, const HistoryKinds& kinds, double startedAt) {
    EventFileText file(startedAt);
    for (const Measurement& point : measurements) {
        if (!isWanted(point, kinds)) continue;
        for (const MeasurementColumn& column : measurementColumns()) {
            const double value = point.*column.value;
            if (!std::isfinite(value)) continue;
            file.scalar(startedAt + point.seconds, point.at.update,
                        std::string(tagPrefix(point.kind)) + std::string(column.name), static_cast<float>(value));
        }
    }
    return file.bytes();
}

Result<fs::path> exportTensorboard(const fs::path& run, const fs::path& folder, const HistoryKinds& kinds) {
    const Result<RunContents> read = readRunFolder(run);
    if (!read) return read.error();
    const RunContents& contents = read.value();
    const double startedAt = secondsOf(contents.info.created);
    const fs::path target = folder / stemOf(run);
    std::error_code problem;
    fs::create_directories(target, problem);
    if (problem) return systemError(ErrorCode::FileUnwritable, target, "made", problem.value());
    const fs::path path =
        target / ("events.out.tfevents." + numberText(static_cast<std::int64_t>(startedAt)) + ".collapsar");
    const Result<void> written =
        writeFileAtomically(path, tensorboardEvents(contents.journal.measurements, kinds, startedAt));
    if (!written) return written.error();
    return path;
}

}  // namespace collapsar
