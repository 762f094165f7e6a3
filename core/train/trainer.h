// SPDX-License-Identifier: GPL-3.0-or-later
/// The training loop. One object per run, born, used and ended on the trainer thread; what reaches it from outside
/// comes through the command queue and the stop flag. source  order of an update: He et al. 2019, algorithm 1 and
/// released code (KL weight, inner encoder updates, outer update)
#pragma once

#include "core/data/batches.h"
#include "core/diagnostics/evaluation.h"
#include "core/train/command_queue.h"
#include "core/train/prober.h"
#include "core/train/recorder.h"
#include "core/train/train_step.h"
#include "core/train/trainer_input.h"
#include "core/train/training_rate.h"

#include <chrono>
#include <optional>

namespace collapsar {

class Trainer {
public:
    Trainer(TrainerInput input, Recorder& recorder, CommandQueue& commands, const StopFlag& stop);
    ~Trainer();

    /// Plays back, silently but for its progress, what the plan says; then makes the plan's changes, which are news.
    /// Throws Interrupted. errors  InvalidSettings: there is no such place.
    [[nodiscard]] Result<void> replay();
    /// Where it stands, weights included.
    [[nodiscard]] const TrainingState& state();
    /// Replays if there is a plan, waits for Start, trains, reports the end. False: it never became Ready.
    bool train();
    /// After the end: checkpoint requests, until stopped.
    void serveAfterEnd();

private:
    // The loop (trainer.cpp)
    void makeUpdates();
    [[nodiscard]] bool ended() const;
    [[nodiscard]] bool mayGoOn();
    [[nodiscard]] bool isAggressive() const;
    [[nodiscard]] bool wantsInnerUpdate() const;
    void innerUpdate();
    void book(const StepReport& report, const Batch& batch);
    void outerUpdate(Sides sides);
    [[nodiscard]] Sides outerSides() const;
    [[nodiscard]] StepReport step(const Batch& batch, Sides sides, std::uint32_t drawInner);
    void diverge();
    void end();

    // Commands and switches (trainer_commands.cpp)
    void serveCommands();
    void execute(const Command& command);
    void intervene(const Command& command);
    void begin(RunPhase phase);
    void applyPlanned();
    void apply(Intervention intervention);
    void applySetting(const Intervention& intervention);
    void openSkip();
    void forgetMoments(const ParameterBlock& block);
    void stepEncoder();
    void reinitialise();

    // Replay (trainer_replay.cpp)
    [[nodiscard]] Result<void> playBack();
    void playItems();
    void finishReplay();
    void describeReplay(RunState& state) const;

    // Measuring (trainer_measuring.cpp)
    [[nodiscard]] Evaluation evaluation(const InferenceWeightsPointer& weights) const;
    [[nodiscard]] SnapshotPointer scheduledEvaluation() const;
    [[nodiscard]] bool isEndOfEpoch() const;
    [[nodiscard]] bool isLastEvaluation(const Measurement& point) const;
    [[nodiscard]] DecayDecision bookEpoch(RateDecay& decay, double elbo) const;
    void evaluateIfDue();
    void compareWithReference();
    void decide(const Measurement& measured);
    void cutLearningRate(const DecayDecision& decision);
    void probeAfter(StepPhase step);
    void probe(Quadrature quadrature);
    [[nodiscard]] Measurement context(MeasurementKind kind) const;
    [[nodiscard]] ParametersPointer currentWeights() const;
    [[nodiscard]] double klWeight() const;
    void recordTraining(const StepReport& report, int innerUpdates);
    void postState();
    void postStateNow();
    void checkpoint(const std::filesystem::path& file);
    void keyframe();
    void keyframeIfDue();
    void reportCheckpoint(const Result<std::string>& written, double value);

    CorpusPointer m_corpus;
    TrainingState m_state;
    RunOptions m_options;
    RunFolder* m_folder = nullptr;
    int m_raceMember = -1;
    std::vector<Event> m_openingEvents;
    std::optional<Measurement> m_reference;
    std::optional<ReplayPlan> m_replay;
    std::size_t m_replayed = 0;  ///< items of the plan played back
    Position m_replayFrom;
    Recorder& m_recorder;
    CommandQueue& m_commands;
    const StopFlag& m_stop;

    std::vector<Batch> m_batches;
    std::vector<Batch> m_validation;
    BatchOrder m_order;
    TrainStep m_step;
    Prober m_prober;
    std::int64_t m_pretrainingEnd;  ///< updates; 0: no pretraining

    RunPhase m_phase = RunPhase::Ready;
    Error m_error;                                         ///< Failed
    double m_secondsAtStart = 0;                           ///< training time before this sitting
    double m_checkpointSeconds = 0, m_checkpointCost = 0;  ///< training time at the last one, seconds it took
    StepPhase m_stepPhase = StepPhase::Idle;
    std::optional<std::int64_t> m_stepUntil;  ///< paused, but on the way to this update
    bool m_finished = false;                  ///< last learning-rate cut
    std::optional<Position> m_probed;         ///< where the last probe was made
    std::int64_t m_probeDistance = 0;         ///< updates between the last two probes
    int m_lastInnerUpdates = 0;
    TrainingRate m_rate;
    std::chrono::steady_clock::time_point m_posted;
};

}  // namespace collapsar
