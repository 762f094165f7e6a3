// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnostics/detailed_evaluation.h"

#include <limits>

namespace collapsar {

namespace {
constexpr std::size_t mostDispersed = 1000;
}

EvaluationDetails DetailedEvaluation::details() const {
    EvaluationDetails details;
    details.unitKl = units.kl;
    details.unitMi = units.mi;
    details.unitAggregateKl = units.aggregateKl;
    details.totalCorrelation = totalCorrelation;
    details.collapseDelta = collapse.delta;
    details.collapseThresholds = collapse.thresholds;
    details.featureCosine = dispersion.meanCosine;
    details.featureDistance = dispersion.relativeDistance;
    details.featureVariance = dispersion.totalVariance;
    details.featureVarianceRatio = dispersion.varianceRatio;
    details.featureRank = dispersion.effectiveRank;
    details.featureExamples = dispersion.examples;
    details.probeAccuracy = probe.accuracy;
    details.probeTrainingAccuracy = probe.trainingAccuracy;
    details.probeMajority = probe.majority;
    details.probeTrained = probe.trained;
    details.probeTested = probe.tested;
    details.nllByPosition = nllByPosition.gain;
    details.sentencesByPosition = nllByPosition.sentences;
    return details;
}

DetailedEvaluation evaluateInDetail(const InferenceWeightsPointer& weights, EvaluationTask task, const StopFlag& stop) {
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    task.usageStride = 1;
    DetailedEvaluation result;
    result.totalCorrelation = none;
    result.dispersion = {none, none, none, none, none, 0};
    result.probe = {.accuracy = none, .trainingAccuracy = none, .majority = none};
    if (task.batches.empty()) {
        result.values = evaluate(weights, task, stop);
        return result;
    }
    const EvaluatedExamples examples = evaluateExamples(weights, task, stop);
    result.values = evaluationOf(examples, weights, task, stop);
    result.nllByPosition = wordReconstruction(weights, task, examples, stop).byPosition();
    if (examples.latent == 0) return result;
    const GaussianRows posteriors = examples.posteriors();
    result.units = unitInformation(posteriors, examples.samples, stop, task.threads);
    result.totalCorrelation = totalCorrelation(result.values.aggregateKl, result.units);
    result.collapse = collapseCurve(posteriors);
    result.dispersion =
        featureDispersion(featuresOfSome(weights, task, examples, mostDispersed, stop), weights->features);
    result.probe = probeOf(examples, task);
    return result;
}

}  // namespace collapsar
