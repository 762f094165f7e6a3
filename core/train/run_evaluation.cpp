// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/run_evaluation.h"

#include "core/checkpoint/checkpoint_file.h"
#include "core/checkpoint/run_folder.h"
#include "core/diagnostics/detailed_evaluation.h"
#include "core/diagnostics/importance_weighted_nll.h"
#include "core/diagnostics/refined_evaluation.h"
#include "core/nn/blas.h"
#include "core/train/prober.h"
#include "core/train/refined_measurement.h"
#include "core/train/run_preparation.h"
#include "core/train/snapshot_assembly.h"

#include <algorithm>
#include <memory>
#include <string_view>
#include <thread>
#include <vector>

namespace collapsar {

namespace {

const Split* findSplit(const Corpus& corpus, std::string_view name) {
    if (name == "training") return &corpus.training;
    if (name == "validation") return &corpus.validation;
    return name == "test" ? &corpus.test : nullptr;
}

Measurement contextOf(const TrainingState& state) {
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
    return context;
}

/// Each example moves by a 32nd of its own gradient a step, whatever the batch size; nothing is clipped.
void measureGap(RunEvaluation& result, const TrainingState& state, const InferenceWeightsPointer& weights,
                const RefinedMeasuring& measuring, int steps) {
    if (steps == 0 || state.settings.latent == 0) return;
    const RefinementRule rule{.steps = steps, .learningRate = state.settings.batch / 32.0, .clip = 1e9};
    const RefinedEvaluation refined = evaluateRefined(state.weights, weights,
                                                      {.batches = measuring.batches,
                                                       .draws = {.seed = state.settings.seed, .at = state.at},
                                                       .rule = rule,
                                                       .threads = measuring.threads},
                                                      StopFlag());
    result.amortisationGap = refined.elbo - result.values.elbo;
    result.refinementSteps = steps;
}

RunEvaluation measure(const TrainingState& state, const Corpus& corpus, const Split& split,
                      const RunEvaluationRequest& request) {
    const StopFlag never;
    const Settings& settings = state.settings;
    const int threads = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
    const std::vector<Batch> batches = cutBatches(split, settings.batch);
    const auto weights = std::make_shared<const InferenceWeights>(state.weights);
    const DetailedEvaluation evaluation =
        evaluateInDetail(weights,
                         {.batches = batches,
                          .draws = {.seed = settings.seed, .at = state.at},
                          .activeUnitVariance = settings.activeUnitVariance,
                          .threads = threads,
                          .labels = {split.labels(), static_cast<int>(corpus.labelNames.size())}},
                         never);
    const ProbeExamples probes = probeExamples(corpus, settings);
    const ProbeRange all{0, static_cast<std::int64_t>(probes.sentences.size())};
    const PosteriorMeans means = posteriorMeans(
        weights, {.examples = probes, .range = all, .threads = threads, .samples = settings.posteriorSamples}, never);
    RunEvaluation result;
    Measurement point = contextOf(state);
    const RefinedMeasuring measuring{.batches = batches, .settings = settings, .threads = threads};
    measureRefined(point, state.weights, weights, measuring, never);
    result.values = assembleSnapshot(point, evaluation.values, means, settings)->values;
    result.details = evaluation.details();
    measureGap(result, state, weights, measuring, request.refinementSteps);
    if (request.importanceSamples == 0) return result;
    const ImportanceWeightedNll estimate =
        importanceWeightedNll(state.weights, batches,
                              {.samples = request.importanceSamples, .seed = settings.seed, .threads = threads}, never);
    result.iwNll = estimate.nll;
    result.iwPpl = estimate.ppl;
    result.importanceSamples = estimate.samples;
    return result;
}

}  // namespace

Result<RunEvaluation> evaluateRun(const RunEvaluationRequest& request) {
    if (request.importanceSamples < 0)
        return Error{ErrorCode::InvalidSettings, "The number of importance samples must be 0 or more."};
    if (request.refinementSteps < 0)
        return Error{ErrorCode::InvalidSettings, "The number of refinement steps must be 0 or more."};
    const Result<RunContents> contents = readRunFolder(request.folder);
    if (!contents.ok()) return contents.error();
    const std::vector<std::string>& names = contents.value().checkpoints;
    if (request.checkpoint.empty() && names.empty()) {
        return Error{ErrorCode::FileMissing,
                     request.folder.string() + " holds no checkpoint yet: train it further first."};
    }
    const Result<TrainingState> state = readCheckpoint(
        request.folder / "checkpoints" / (request.checkpoint.empty() ? names.back() : request.checkpoint));
    if (!state.ok()) return state.error();
    const Result<CorpusPointer> corpus = loadCorpus(state.value().settings);
    if (!corpus.ok()) return corpus.error();
    const Result<void> same = compareSources(contents.value().info.sources, corpus.value()->sources);
    if (!same.ok()) return same.error();
    const Split* chosen = findSplit(*corpus.value(), request.split);
    if (!chosen) {
        return Error{ErrorCode::InvalidSettings,
                     "There is no split \"" + request.split + "\": use training, validation or test."};
    }
    useSingleThreadedBlas();
    return measure(state.value(), *corpus.value(), *chosen, request);
}

}  // namespace collapsar
