// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/model_details.h"

#include "core/diagnostics/detailed_evaluation.h"
#include "core/diagnostics/pooled_positions.h"
#include "core/train/snapshot_assembly.h"

#include <algorithm>
#include <thread>
#include <vector>

namespace collapsar {

namespace {

constexpr double evaluated = 0.9;  ///< share of the work

/// One core is left to whatever trains meanwhile.
int spareThreads() {
    return std::max(1, static_cast<int>(std::thread::hardware_concurrency()) - 1);
}

Measurement contextOf(const ModelAt& model) {
    Measurement context;
    context.kind = MeasurementKind::Probe;
    context.at = model.at;
    context.aggressive = model.settings.aggressive;
    context.pooling = model.settings.pooling;
    context.skip = model.settings.skip;
    return context;
}

/// Which positions max and absmax pooling choose.
void addPooledPositions(RunDetails& details, const ModelAt& model, const std::vector<Batch>& batches, WorkState& work) {
    const Pooling pooling = model.settings.pooling;
    if (details.latent == 0 || (pooling != Pooling::Max && pooling != Pooling::AbsMax)) return;
    const auto features = static_cast<std::size_t>(model.weights->features);
    PooledPositions positions(model.weights->features,
                              pooling == Pooling::Max ? PooledValue::Largest : PooledValue::LargestAbsolute);
    EncoderInference encoder(model.weights, &work.stop);
    std::vector<float> states;
    for (std::size_t i = 0; i < batches.size(); ++i) {
        const Batch& batch = batches[i];
        states.resize(batch.tokens.size() * features);
        encoder.encodeStates(batch.tokens, batch.rows, batch.length, states);
        positions.add(states, batch.rows, batch.length);
        work.done = evaluated + (1 - evaluated) * static_cast<double>(i + 1) / static_cast<double>(batches.size());
    }
    details.pooledShare = positions.share();
    details.fixedUnits = positions.fixedUnits();
    details.units = model.weights->features;
}

}  // namespace

RunDetails detailsOf(const ModelAt& model, int sentences, WorkState& work) {
    const Settings& settings = model.settings;
    const Corpus& corpus = *model.corpus;
    const std::vector<Batch> batches = cutBatches(corpus.validation, settings.batch, std::max(1, sentences));
    const DetailedEvaluation evaluation =
        evaluateInDetail(model.weights,
                         {.batches = batches,
                          .draws = {.seed = settings.seed, .at = model.at},
                          .activeUnitVariance = settings.activeUnitVariance,
                          .threads = spareThreads(),
                          .labels = {corpus.validation.labels(), static_cast<int>(corpus.labelNames.size())}},
                         work.stop);
    work.done = evaluated;
    RunDetails result;
    result.at = model.at;
    result.sentences = evaluation.values.examples;
    result.values = assembleSnapshot(contextOf(model), evaluation.values, PosteriorMeans{}, settings)->values;
    result.details = evaluation.details();
    result.latent = model.weights->latent;
    result.warning = model.warning;
    addPooledPositions(result, model, batches, work);
    return result;
}

}  // namespace collapsar
