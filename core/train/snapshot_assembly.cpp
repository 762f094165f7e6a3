// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/snapshot_assembly.h"

#include "core/diagnostics/posterior_statistics.h"

#include <utility>

namespace collapsar {

SnapshotPointer assembleSnapshot(Measurement context, const Evaluation& evaluation, const PosteriorMeans& means,
                                 const Settings& settings) {
    context.elbo = evaluation.elbo;
    context.reconstruction = evaluation.reconstruction;
    context.kl = evaluation.kl;
    context.ppl = evaluation.ppl;
    context.miBatch = evaluation.miBatch;
    context.miFull = evaluation.miFull;
    context.aggregateKl = evaluation.aggregateKl;
    context.activeUnits = evaluation.activeUnits;
    context.usageShuffled = evaluation.usageShuffled;
    context.usagePrior = evaluation.usagePrior;
    context.featureCosine = evaluation.featureCosine;
    context.featureRank = evaluation.featureRank;
    context.probeAccuracy = evaluation.probeAccuracy;
    std::shared_ptr<Snapshot> snapshot = makeSnapshot(means, context, settings);
    snapshot->unitVariance.assign(evaluation.unitVariance.begin(), evaluation.unitVariance.end());
    snapshot->unitKl.assign(evaluation.unitKl.begin(), evaluation.unitKl.end());
    snapshot->effectiveSamples = means.effectiveSamples;
    return snapshot;
}

}  // namespace collapsar
