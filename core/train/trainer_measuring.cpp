// SPDX-License-Identifier: GPL-3.0-or-later
/// What the trainer measures and decides from it. Scheduled evaluations are part of the run; probes and states are for
/// the eye.
#include "core/objective/kl_schedule.h"
#include "core/report/number_text.h"
#include "core/train/final_measurement.h"
#include "core/train/refined_measurement.h"
#include "core/train/snapshot_assembly.h"
#include "core/train/trainer.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace collapsar {

using Clock = std::chrono::steady_clock;

namespace {
constexpr auto statePeriod = std::chrono::milliseconds(50);

/// A run alone has the cores to itself; raced ones share them.
int evaluationThreads(const RunOptions& options) {
    return options.race ? 1 : 2;
}
}  // namespace

double Trainer::klWeight() const {
    if (m_state.at.update < m_pretrainingEnd) return 0;
    return klWeightAt(m_state.settings, m_state.at.update + 1 - m_pretrainingEnd, m_corpus->training.size());
}

ParametersPointer Trainer::currentWeights() const {
    return std::make_shared<const Parameters>(m_step.weights(m_state.settings));
}

Measurement Trainer::context(MeasurementKind kind) const {
    Measurement point;
    point.kind = kind;
    point.at = m_state.at;
    point.encoderUpdates = m_state.encoderUpdates;
    point.epoch = static_cast<double>(m_state.at.update) / static_cast<double>(m_batches.size());
    point.seconds = m_state.seconds;
    point.klWeight = klWeight();
    point.learningRate = m_state.learningRate;
    point.aggressive = m_state.settings.aggressive;
    point.burnIn = isAggressive();
    point.pooling = m_state.settings.pooling;
    point.skip = m_state.settings.skip;
    return point;
}

void Trainer::recordTraining(const StepReport& report, int innerUpdates) {
    Measurement point = context(MeasurementKind::Training);
    point.innerUpdates = innerUpdates;
    if (report.skipped) return m_recorder.measured(point);
    point.trainReconstruction = report.reconstruction;
    point.trainKl = report.kl;
    point.trainElbo = -(report.reconstruction + report.kl);
    point.encoderGradientNorm = report.encoderGradientNorm;
    point.decoderGradientNorm = report.decoderGradientNorm;
    m_recorder.measured(point);
}

Evaluation Trainer::evaluation(const InferenceWeightsPointer& weights) const {
    return evaluate(weights,
                    {.batches = m_validation,
                     .draws = {.seed = m_state.settings.seed, .at = m_state.at},
                     .activeUnitVariance = m_state.settings.activeUnitVariance,
                     .threads = evaluationThreads(m_options),
                     .labels = {m_corpus->validation.labels(), static_cast<int>(m_corpus->labelNames.size())}},
                    m_stop);
}

SnapshotPointer Trainer::scheduledEvaluation() const {
    const Settings& settings = m_state.settings;
    const int threads = evaluationThreads(m_options);
    const ParametersPointer parameters = currentWeights();
    const auto weights = std::make_shared<const InferenceWeights>(*parameters);
    const ProbeExamples& probes = m_prober.examples();
    const ProbeRange all{0, static_cast<std::int64_t>(probes.sentences.size())};
    const PosteriorMeans means = posteriorMeans(
        weights, {.examples = probes, .range = all, .threads = threads, .samples = settings.posteriorSamples}, m_stop);
    Measurement point = context(MeasurementKind::Scheduled);
    point.cpuSeconds = m_state.cpuSeconds;
    measureRefined(point, *parameters, weights, {.batches = m_validation, .settings = settings, .threads = threads},
                   m_stop);
    const Evaluation measured = evaluation(weights);
    point.elbo = measured.elbo;
    if (isLastEvaluation(point)) {
        measureFinally(point, *parameters, {.batches = m_validation, .settings = settings, .threads = threads}, m_stop);
    }
    return assembleSnapshot(point, measured, means, settings);
}

void Trainer::evaluateIfDue() {
    if (!m_state.evaluationDue) return;
    m_stepPhase = StepPhase::Evaluating;
    postStateNow();
    m_prober.wait();
    const SnapshotPointer snapshot = scheduledEvaluation();
    m_recorder.measured(snapshot->values);
    m_recorder.snapshot(snapshot);
    m_probed = m_state.at;
    m_state.evaluationDue = false;
    decide(snapshot->values);
    if (m_folder && m_options.writeCheckpoints && m_phase != RunPhase::Preparing) keyframe();
    m_stepPhase = StepPhase::Idle;
    postStateNow();
}

/// Numerics changed since the checkpoint: how far the same evaluation of the same weights is from what it was then.
void Trainer::compareWithReference() {
    if (!m_reference) return;
    const ParametersPointer parameters = currentWeights();
    const Evaluation now = evaluation(std::make_shared<const InferenceWeights>(*parameters));
    double largest = 0;
    for (const auto& [value, then] :
         {std::pair(now.elbo, m_reference->elbo), std::pair(now.kl, m_reference->kl),
          std::pair(now.miBatch, m_reference->miBatch), std::pair(now.miFull, m_reference->miFull)}) {
        largest = std::max(largest, std::abs(value - then));
    }
    m_recorder.happened({.kind = EventKind::NumericsChanged,
                         .at = m_state.at,
                         .value = largest,
                         .text = "largest deviation of ELBO, KL and MI from the evaluation made then: " +
                                 numberText(largest) + " nats"});
    m_reference.reset();
}

bool Trainer::isEndOfEpoch() const {
    return m_state.at.update > 0 && m_state.at.update % static_cast<std::int64_t>(m_batches.size()) == 0;
}

DecayDecision Trainer::bookEpoch(RateDecay& decay, double elbo) const {
    const auto batches = static_cast<std::int64_t>(m_batches.size());
    return bookEpochLoss(decay, m_state.settings, -elbo, (m_state.at.update - m_pretrainingEnd) / batches - 1,
                         m_state.at.update);
}

/// No evaluation comes after it: the updates are made, or what `point` says cuts the learning rate for the last time.
bool Trainer::isLastEvaluation(const Measurement& point) const {
    if (m_state.at.update >= m_state.settings.updates) return true;
    if (!isEndOfEpoch() || m_state.at.update <= m_pretrainingEnd) return false;
    RateDecay decay = m_state.decay;
    return bookEpoch(decay, decidingElbo(point, m_state.settings)).finished;
}

/// At the end of each epoch: the MI stop rule, the best weights, the learning rate.
void Trainer::decide(const Measurement& measured) {
    if (!isEndOfEpoch()) return;
    const double elbo = decidingElbo(measured, m_state.settings);
    if (!std::isfinite(elbo)) return diverge();
    if (m_state.at.update <= m_pretrainingEnd) return;
    if (bookEpochMi(m_state.burnIn, m_state.settings.aggressive, measured.miBatch)) {
        m_recorder.happened({.kind = EventKind::BurnInEnded, .at = m_state.at, .value = measured.miBatch});
    }
    const DecayDecision decision = bookEpoch(m_state.decay, elbo);
    if (decision.isBest) m_state.best = *currentWeights();
    if (decision.cut) cutLearningRate(decision);
}

void Trainer::cutLearningRate(const DecayDecision& decision) {
    m_state.learningRate *= m_state.settings.decayFactor;
    m_state.encoderLearningRate *= m_state.settings.decayFactor;
    m_state.encoderOptimiser = {};
    m_state.decoderOptimiser = {};
    m_state.skipOptimiser = {};
    if (!m_state.best.decoder.empty()) m_step.load(m_state.best);
    m_finished = decision.finished;
    m_recorder.happened({.kind = EventKind::LearningRateCut, .at = m_state.at, .value = m_state.learningRate});
}

void Trainer::probeAfter(StepPhase step) {
    if (!m_options.probes || m_phase == RunPhase::Diverged || m_phase == RunPhase::Preparing) return;
    const bool stepping = m_phase == RunPhase::Paused && !(m_stepUntil && step == StepPhase::Inner);
    if (m_options.pace == Pace::SlowMotion || stepping) {
        probe(Quadrature::Exact);
        m_prober.wait();
        if (m_phase == RunPhase::Training) {
            m_commands.wait(std::chrono::milliseconds(static_cast<int>(1000 * m_options.slowMotionSeconds)));
        }
    } else if (m_options.pace == Pace::Watch) {
        if (step != StepPhase::Outer || !probeDue(m_state.at.update)) return;
        probe(Quadrature::Exact);
        m_prober.wait();
    } else if (!m_prober.busy() && m_prober.affordable(m_state.seconds)) {
        probe(Quadrature::Preview);
    }
}

void Trainer::probe(Quadrature quadrature) {
    m_prober.wait();
    if (m_probed) m_probeDistance = m_state.at.update - m_probed->update;
    m_probed = m_state.at;
    m_prober.begin(currentWeights(), context(MeasurementKind::Probe), m_state.settings, quadrature);
}

void Trainer::postState() {
    if (Clock::now() - m_posted < statePeriod) return;
    m_posted = Clock::now();  // here alone: frequent evaluations must not crowd out the inner updates
    postStateNow();
}

void Trainer::postStateNow() {
    if (m_phase == RunPhase::Training) m_rate.measure(m_state.at.update, m_state.encoderUpdates);
    RunState state;
    state.phase = m_phase;
    state.step = m_stepPhase;
    state.at = m_state.at;
    state.totalUpdates = m_state.settings.updates;
    state.encoderUpdates = m_state.encoderUpdates;
    state.updatesPerEpoch = static_cast<std::int64_t>(m_batches.size());
    state.lastInnerUpdates = m_lastInnerUpdates;
    state.burnIn = isAggressive();
    state.burnInMi = std::isfinite(m_state.burnIn.previousMi) ? m_state.burnIn.previousMi : notMeasured;
    state.learningRate = m_state.learningRate;
    state.encoderLearningRate = m_state.encoderLearningRate;
    state.decays = m_state.decay.cuts;
    state.klWeight = klWeight();
    state.updatesPerSecond = m_rate.updatesPerSecond();
    state.innerUpdatesPerSecond = m_rate.encoderUpdatesPerSecond();
    const double rate = m_rate.updatesPerSecond();
    state.secondsLeft =
        rate > 0 ? static_cast<double>(m_state.settings.updates - m_state.at.update) / rate : notMeasured;
    state.probePeriod = !m_options.probes                   ? 0
                        : m_options.pace == Pace::FullSpeed ? m_probeDistance
                        : m_options.pace == Pace::Watch     ? probePeriod(m_state.at.update)
                                                            : 1;
    state.seconds = m_state.seconds;
    state.settings = m_state.settings;
    state.error = m_error;
    if (m_phase == RunPhase::Preparing) describeReplay(state);
    state.data = m_corpus->summary;
    state.dataSummary = std::to_string(m_corpus->training.size()) + " sentences, vocabulary " +
                        std::to_string(m_corpus->vocabulary.size());
    m_recorder.state(state);
}

}  // namespace collapsar
