// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/run_weights.h"

#include "core/checkpoint/atomic_file.h"
#include "core/checkpoint/checkpoint_file.h"
#include "core/checkpoint/run_folder.h"
#include "core/checkpoint/run_paths.h"
#include "core/export/safetensors.h"
#include "core/report/run_differences.h"

namespace fs = std::filesystem;

namespace collapsar {

namespace {

Result<WeightsAt> newestWeights(const fs::path& run, const std::vector<std::string>& checkpoints) {
    if (checkpoints.empty()) {
        return Error{ErrorCode::FileMissing,
                     run.string() + " has no checkpoint yet. Train it on, or name an update by --at."};
    }
    Result<TrainingState> read = readCheckpoint(run / run_paths::checkpoints / checkpoints.back());
    if (!read) return read.error();
    TrainingState& state = read.value();
    WeightsAt newest;
    newest.runId = state.runId;
    newest.at = state.at;
    newest.settings = state.settings;
    newest.weights = std::move(state.weights);
    newest.numerics = state.numerics;
    return newest;
}

WeightsOrigin originOf(const RunContents& contents, const WeightsAt& found) {
    WeightsOrigin origin;
    origin.name = contents.info.name;
    origin.id = contents.info.id;
    origin.parent = contents.info.parent.id;
    origin.settings = contents.info.settings;
    origin.at = found.at;
    origin.numerics = found.numerics;
    for (const Intervention& made : switchesOf(contents.journal.events)) {
        if (made.at <= found.at) origin.switches.push_back(made);
    }
    return origin;
}

}  // namespace

Result<WeightsExport> exportWeights(const fs::path& run, std::optional<Position> at, const fs::path& file,
                                    const ReplayProgress& progress) {
    const Result<RunContents> contents = readRunFolder(run);
    if (!contents) return contents.error();
    const Result<WeightsAt> found =
        at ? weightsAt(run, *at, progress) : newestWeights(run, contents.value().checkpoints);
    if (!found) return found.error();
    const std::string bytes = safetensorsBytes(originOf(contents.value(), found.value()), found.value().weights);
    const Result<void> written = writeFileAtomically(file, bytes);
    if (!written) return written.error();
    return WeightsExport{found.value().at, bytes.size(), found.value().warning};
}

}  // namespace collapsar
