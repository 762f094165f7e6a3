// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/run_evaluation.h"

#include "core/checkpoint/checkpoint_file.h"
#include "core/checkpoint/run_folder.h"
#include "core/nn/blas.h"
#include "core/train/prober.h"
#include "core/train/run_preparation.h"
#include "core/train/snapshot_assembly.h"

#include <algorithm>

namespace collapsar {

namespace {

const Split* findSplit(const Corpus& corpus, std::string_view name) {
    if (name == "training") return &corpus.training;
    if (name == "validation") return &corpus.validation;
    return name == "test" ? &corpus.test : nullptr;
}

Measurement measure(const TrainingState& state, const Corpus& corpus, const Split& split) {
    const StopFlag never;
    const Settings& settings = state.settings;
    Measurement context;
    context.kind = MeasurementKind::Scheduled;
    context.at = state.at;
    context.encoderUpdates = state.encoderUpdates;
    context.seconds = state.seconds;
    context.aggressive = settings.aggressive;
    context.burnIn = state.burnIn.active;
    context.pooling = settings.pooling;
    context.skip = settings.skip;
    context.learningRate = state.learningRate;
    const Evaluation evaluation = evaluate(state.weights, cutBatches(split, settings.batch),
                                           {.seed = settings.seed, .at = state.at}, settings.activeUnitVariance, never);
    const PosteriorMeans means =
        posteriorMeans(state.weights, probeExamples(corpus, settings), Quadrature::Exact, never);
    return assembleSnapshot(context, evaluation, means, settings)->values;
}

}  // namespace

Result<Measurement> evaluateRun(const std::filesystem::path& folder, std::string_view split,
                                const std::string& checkpoint) {
    const Result<RunContents> contents = readRunFolder(folder);
    if (!contents.ok()) return contents.error();
    const std::vector<std::string>& names = contents.value().checkpoints;
    if (checkpoint.empty() && names.empty()) {
        return Error{ErrorCode::FileMissing, folder.string() + " holds no checkpoint yet: train it further first."};
    }
    const Result<TrainingState> state =
        readCheckpoint(folder / "checkpoints" / (checkpoint.empty() ? names.back() : checkpoint));
    if (!state.ok()) return state.error();
    const Result<CorpusPointer> corpus = loadCorpus(state.value().settings);
    if (!corpus.ok()) return corpus.error();
    const Result<void> same = compareSources(contents.value().info.sources, corpus.value()->sources);
    if (!same.ok()) return same.error();
    const Split* chosen = findSplit(*corpus.value(), split);
    if (!chosen) {
        return Error{ErrorCode::InvalidSettings,
                     "There is no split \"" + std::string(split) + "\": use training, validation or test."};
    }
    useSingleThreadedBlas();
    return measure(state.value(), *corpus.value(), *chosen);
}

}  // namespace collapsar
