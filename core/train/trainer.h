// SPDX-License-Identifier: GPL-3.0-or-later
/// The training loop. One object per run, born, used and ended on the trainer thread; what reaches it from outside
/// comes through the command queue and the stop flag. source  order of an update: He et al. 2019, algorithm 1 and
/// released code (KL weight, inner encoder updates, outer update)
#pragma once

#include "core/checkpoint/run_folder.h"
#include "core/checkpoint/training_state.h"
#include "core/data/batches.h"
#include "core/train/command_queue.h"
#include "core/train/prober.h"
#include "core/train/recorder.h"
#include "core/train/run.h"
#include "core/train/train_step.h"

#include <chrono>
#include <memory>
#include <optional>

namespace collapsar {

struct TrainerInput {
    CorpusPointer corpus;
    TrainingState state;
    RunOptions options;
    RunFolder* folder = nullptr;  ///< null: nothing is written
    int raceMember = -1;
    std::vector<Event> openingEvents;      ///< reported when training starts
    std::optional<Measurement> reference;  ///< an evaluation under other numerics, to be made again and compared
};

class Trainer {
public:
    Trainer(TrainerInput input, Recorder& recorder, CommandQueue& commands, const StopFlag& stop);
    ~Trainer();

    /// Waits for Start, trains to the end or until stopped, reports the end.
    void train();
    /// After the end: checkpoint requests, until stopped.
    void serveAfterEnd();

private:
    // The loop (trainer.cpp)
    void makeUpdates();
    [[nodiscard]] bool ended() const;
    [[nodiscard]] bool inStepWithOthers();
    [[nodiscard]] bool wantsInnerUpdate() const;
    void innerUpdate();
    void outerUpdate(Sides sides);
    [[nodiscard]] Sides outerSides() const;
    [[nodiscard]] StepReport step(const Batch& batch, Sides sides, std::uint32_t drawInner);
    void diverge();
    void end();

    // Commands and switches (trainer_commands.cpp)
    void serveCommands();
    void execute(const Command& command);
    void begin(RunPhase phase);
    void applyPlanned();
    void apply(Intervention intervention);
    void applySetting(const Intervention& intervention);
    void openSkip();
    void stepEncoder();
    void reinitialise();

    // Measuring (trainer_measuring.cpp)
    void evaluateIfDue();
    void compareWithReference();
    void decide(const Measurement& measured);
    void cutLearningRate(const DecayDecision& decision);
    void probeAfter(StepPhase step);
    void probe(Quadrature quadrature);
    [[nodiscard]] Measurement context(MeasurementKind kind) const;
    [[nodiscard]] ParametersPointer currentWeights() const;
    [[nodiscard]] double klWeight() const;
    [[nodiscard]] double epoch() const;
    void recordTraining(const StepReport& report, int innerUpdates);
    void measureRate();
    void restartRate();
    void postState();
    void postStateNow();
    void checkpoint(const std::filesystem::path& file);
    void report(Event event);

    CorpusPointer m_corpus;
    TrainingState m_state;
    RunOptions m_options;
    RunFolder* m_folder = nullptr;
    int m_raceMember = -1;
    std::vector<Event> m_openingEvents;
    std::optional<Measurement> m_reference;
    Recorder& m_recorder;
    CommandQueue& m_commands;
    const StopFlag& m_stop;

    std::vector<Batch> m_batches;
    std::vector<Batch> m_validation;
    BatchOrder m_order;
    TrainStep m_step;
    Prober m_prober;

    RunPhase m_phase = RunPhase::Ready;
    StepPhase m_stepPhase = StepPhase::Idle;
    std::optional<std::int64_t> m_stepUntil;  ///< paused, but on the way to this update
    bool m_finished = false;                  ///< last learning-rate cut
    std::optional<Position> m_probed;         ///< where the last probe was made
    std::int64_t m_probeDistance = 0;         ///< updates between the last two probes
    int m_lastInnerUpdates = 0;
    std::int64_t m_updatesAtRate = 0, m_encoderUpdatesAtRate = 0;
    double m_rate = 0, m_innerRate = 0;
    std::chrono::steady_clock::time_point m_rateSince;
    std::chrono::steady_clock::time_point m_posted;
};

}  // namespace collapsar
