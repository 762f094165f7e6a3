// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/model_source.h"

#include "core/checkpoint/checkpoint_file.h"
#include "core/checkpoint/journal_history.h"
#include "core/checkpoint/run_folder.h"
#include "core/checkpoint/run_paths.h"
#include "core/nn/blas.h"
#include "core/nn/philox.h"
#include "core/report/number_text.h"
#include "core/train/model_at.h"
#include "core/train/replay.h"
#include "core/train/run_preparation.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace fs = std::filesystem;

namespace collapsar {

namespace {

/// Names of the living branch's checkpoints: those at or before `at`, the newest first, then those after it in order.
Result<std::vector<std::string>> checkpointsFrom(const fs::path& folder, const Position& at) {
    std::vector<std::string> names = listCheckpoints(folder);
    const auto history = readHistory(folder / run_paths::journal);
    if (!history.ok() && history.error().code != ErrorCode::FileMissing) return history.error();
    if (history.ok() && history.value().rewound) {
        std::erase_if(names, [&](const std::string& name) { return !history.value().checkpoints.contains(name); });
    }
    const auto after = std::ranges::find_if(
        names, [&](const std::string& name) { return checkpointPosition(name).value_or(Position{}) > at; });
    std::reverse(names.begin(), after);
    return names;
}

/// Another file of the same name gets another key.
std::optional<std::string> fileKey(const fs::path& file) {
    std::error_code sizeError, timeError;
    const auto size = fs::file_size(file, sizeError);
    const auto time = fs::last_write_time(file, timeError);
    if (sizeError || timeError) return std::nullopt;
    return file.string() + '\n' + numberText(static_cast<std::uint64_t>(size)) + '\n' +
           numberText(static_cast<std::int64_t>(time.time_since_epoch().count()));
}

/// What a run had at a place, before its sentences are found.
struct Found {
    Position at;
    Settings settings;
    Parameters weights;
    std::string warning;
};

Result<ModelAtPointer> modelOf(Found found, const RunInfo& info, const ReplayProgress& progress) {
    auto corpus = loadCorpus(info.settings, progress);
    if (!corpus.ok()) return corpus.error();
    const Result<void> same = compareSources(info.sources, corpus.value()->sources);
    if (!same.ok()) return same.error();
    if (found.weights.shape != shapeOf(found.settings, corpus.value()->vocabulary.size())) {
        return Error{ErrorCode::DataChanged, "The data have " + numberText(corpus.value()->vocabulary.size()) +
                                                 " words, but the model was made for " +
                                                 numberText(found.weights.shape.vocabulary) +
                                                 ". Bring back the data that it was trained on."};
    }
    ModelAt model{.runName = info.name,
                  .at = found.at,
                  .settings = std::move(found.settings),
                  .corpus = std::move(corpus).value(),
                  .warning = std::move(found.warning)};
    model.weights =
        std::make_shared<const InferenceWeights>(std::make_shared<const Parameters>(std::move(found.weights)));
    return std::make_shared<const ModelAt>(std::move(model));
}

/// Tells runs apart that came to `at` differently: by the switches and the training that lie behind it.
std::string historyKey(const JournalHistory& history, const Position& at) {
    std::string bytes;
    for (const JournalEntry& entry : history.entries) {
        const Measurement* point = std::get_if<Measurement>(&entry);
        const Event* event = std::get_if<Event>(&entry);
        if (!isBehind(entry, at)) continue;
        if (point && point->kind != MeasurementKind::Probe) bytes += measurementBytes(*point);
        if (event && event->kind == EventKind::Switch) bytes += eventBytes(*event);
    }
    return numberText(static_cast<std::uint64_t>(bytes.size())) + '\n' + numberText(nameHash(bytes));
}

}  // namespace

Result<ModelAtPointer> modelOfCheckpoint(ModelCache& cache, const ModelPlace& place, const ReplayProgress& progress) {
    const auto info = readRunInfo(place.folder);
    if (!info.ok()) return info.error();
    const auto names = checkpointsFrom(place.folder, place.at);
    if (!names.ok()) return names.error();
    Error problem{ErrorCode::FileMissing, place.folder.string() + " holds no checkpoint yet: train it further first."};
    for (const std::string& name : names.value()) {
        const fs::path file = place.folder / run_paths::checkpoints / name;
        const auto key = fileKey(file);
        if (!key) continue;  // thinned out meanwhile
        bool isReadable = false;
        const auto make = [&]() -> Result<ModelAtPointer> {
            if (progress && !progress(0, "Reading " + name)) return Error{ErrorCode::Interrupted, "Stopped."};
            auto state = readCheckpoint(file);
            if (!state.ok()) return state.error();
            TrainingState& read = state.value();
            if (!mayHold(info.value(), read.runId))
                return Error{ErrorCode::FileDamaged, file.string() + " is another run's."};
            isReadable = true;
            return modelOf({read.at, std::move(read.settings), std::move(read.weights), {}}, info.value(), progress);
        };
        auto model = cache.get(*key, make, progress);
        if (model.ok() || isReadable || model.error().code == ErrorCode::Interrupted) return model;
        if (model.error().code != ErrorCode::FileMissing) problem = model.error();
    }
    return problem;
}

Result<ModelAtPointer> modelOfReplay(ModelCache& cache, const ModelPlace& place, const ReplayProgress& progress) {
    const auto info = readRunInfo(place.folder);
    if (!info.ok()) return info.error();
    const auto history = readHistory(place.folder / run_paths::journal);
    if (!history.ok()) return history.error();
    const std::string key = place.folder.string() + '\n' + info.value().id + '\n' + numberText(place.at.update) + '.' +
                            numberText(place.at.inner) + '\n' + historyKey(history.value(), place.at);
    const auto make = [&]() -> Result<ModelAtPointer> {
        auto made = weightsAt(place.folder, place.at, progress);
        if (!made.ok()) return made.error();
        WeightsAt& there = made.value();
        return modelOf({there.at, std::move(there.settings), std::move(there.weights), std::move(there.warning)},
                       info.value(), progress);
    };
    return cache.get(key, make, progress);
}

}  // namespace collapsar
