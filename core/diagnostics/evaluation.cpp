// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnostics/evaluation.h"

#include "core/diagnostics/active_units.h"
#include "core/diagnostics/aggregate_posterior.h"
#include "core/diagnostics/feature_dispersion.h"
#include "core/diagnostics/gaussian.h"
#include "core/diagnostics/latent_usage.h"
#include "core/diagnostics/mutual_information.h"

#include <cmath>
#include <initializer_list>
#include <limits>
#include <memory>
#include <numeric>
#include <span>

namespace collapsar {
namespace {

double batchMean(const std::vector<Batch>& batches, const EvaluatedExamples& examples, const StopFlag& stop) {
    const GaussianRows posteriors = examples.posteriors();
    const auto width = static_cast<std::size_t>(examples.latent);
    double sum = 0;
    std::size_t first = 0;
    for (const Batch& batch : batches) {
        stop.check();
        const auto n = static_cast<std::size_t>(batch.rows);
        const auto samples = std::span(examples.samples).subspan(first * width, n * width);
        sum += batch.rows * batchMutualInformation(posteriors.rows(first, n), samples);
        first += n;
    }
    return sum / static_cast<double>(posteriors.count());
}

Evaluation nothingMeasured() {
    const double none = std::numeric_limits<double>::quiet_NaN();
    Evaluation result;
    for (const auto number :
         {&Evaluation::reconstruction, &Evaluation::kl, &Evaluation::elbo, &Evaluation::ppl, &Evaluation::miBatch,
          &Evaluation::miFull, &Evaluation::aggregateKl, &Evaluation::usageShuffled, &Evaluation::usagePrior,
          &Evaluation::featureCosine, &Evaluation::featureRank, &Evaluation::probeAccuracy}) {
        result.*number = none;
    }
    return result;
}

void measureReconstruction(const EvaluatedExamples& examples, const std::vector<Batch>& batches, Evaluation& result) {
    result.examples = static_cast<std::int64_t>(examples.count());
    for (const Batch& batch : batches)
        result.predictedWords += batch.predictedWords();
    const double total = std::accumulate(examples.reconstruction.begin(), examples.reconstruction.end(), 0.0);
    result.reconstruction = total / static_cast<double>(result.examples);
    result.elbo = -(result.reconstruction + result.kl);
    result.ppl =
        std::exp(-result.elbo * static_cast<double>(result.examples) / static_cast<double>(result.predictedWords));
}

}  // namespace

Evaluation evaluate(const InferenceWeightsPointer& weights, const EvaluationTask& task, const StopFlag& stop) {
    if (task.batches.empty()) return nothingMeasured();
    return evaluationOf(evaluateExamples(weights, task, stop), weights, task, stop);
}

Evaluation evaluationOf(const EvaluatedExamples& examples, const InferenceWeightsPointer& weights,
                        const EvaluationTask& task, const StopFlag& stop) {
    Evaluation result = nothingMeasured();
    const GaussianRows posteriors = examples.posteriors();
    result.unitKl = unitKl(posteriors);
    result.kl = std::accumulate(result.unitKl.begin(), result.unitKl.end(), 0.0);
    measureReconstruction(examples, task.batches, result);
    if (examples.latent == 0) return result;
    result.miBatch = batchMean(task.batches, examples, stop);
    result.miFull = fullMutualInformation(posteriors, examples.samples, stop, task.threads);
    result.aggregateKl = aggregateKl(result.kl, result.miFull);
    result.unitVariance = unitVariance(examples.mean, examples.latent);
    result.activeUnits = countActiveUnits(result.unitVariance, task.activeUnitVariance);
    const LatentUsage usage = latentUsage(weights, task, examples, stop);
    result.usageShuffled = usage.shuffled;
    result.usagePrior = usage.prior;
    const FeatureDispersion dispersion =
        featureDispersion(featuresOfSome(weights, task, examples, dispersedExamples, stop), weights->features);
    result.featureCosine = dispersion.meanCosine;
    result.featureRank = dispersion.effectiveRank;
    result.probeAccuracy = probeOf(examples, task).accuracy;
    return result;
}

Evaluation evaluate(const Parameters& parameters, const std::vector<Batch>& batches, const EvaluationDraws& draws,
                    double activeUnitVariance, const StopFlag& stop) {
    return evaluate(std::make_shared<const InferenceWeights>(parameters),
                    {.batches = batches, .draws = draws, .activeUnitVariance = activeUnitVariance}, stop);
}

}  // namespace collapsar
