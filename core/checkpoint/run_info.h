// SPDX-License-Identifier: GPL-3.0-or-later
/// Who a run is: the contents of settings.json in its folder.
#pragma once

#include "core/data/corpus.h"
#include "core/report/corpus_summary.h"
#include "core/report/intervention.h"
#include "core/report/result.h"
#include "core/report/settings.h"

#include <string>
#include <string_view>
#include <vector>

namespace collapsar {

struct RunParent {
    std::string id;  ///< empty: the run is no fork
    Position at;     ///< where it left its parent

    bool operator==(const RunParent&) const = default;
};

struct RunInfo {
    std::string id;        ///< UUID; made by RunFolder::create when empty
    std::string name;      ///< for people
    std::string created;   ///< ISO 8601, UTC; made by RunFolder::create when empty
    std::string program;   ///< "Collapsar VERSION" that made the run; filled in likewise
    std::string numerics;  ///< build, instruction set, BLAS core; empty until known
    RunParent parent;
    Settings settings;                   ///< as started
    std::vector<DataSource> sources;     ///< empty until the data were loaded
    CorpusSummaryPointer corpus;         ///< null until the data were loaded, and in older files
    std::vector<Intervention> planned;   ///< switches planned ahead when it was started
    std::vector<std::string> ancestors;  ///< whose checkpoints of the shared history it may hold: its parent's id ...
};

/// Whether a checkpoint of the run `runId` belongs into a run's folder.
[[nodiscard]] bool mayHold(const RunInfo& info, const std::string& runId);

/// A random UUID (version 4), from std::random_device.
[[nodiscard]] std::string makeRunId();

[[nodiscard]] std::string runInfoToJson(const RunInfo& info);
/// `name` is what errors call the file. errors  FileDamaged, FileTooNew, InvalidSettings.
[[nodiscard]] Result<RunInfo> runInfoFromJson(std::string_view text, const std::string& name);

}  // namespace collapsar
