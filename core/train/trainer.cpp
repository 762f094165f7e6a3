// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/trainer.h"

#include "core/nn/philox.h"
#include "core/strategy/pretraining.h"
#include "core/train/race.h"
#include "core/train/thread_clock.h"

#include <utility>

namespace collapsar {

using Clock = std::chrono::steady_clock;

Trainer::Trainer(TrainerInput input, Recorder& recorder, CommandQueue& commands, const StopFlag& stop)
    : m_corpus(std::move(input.corpus)),
      m_state(std::move(input.state)),
      m_options(std::move(input.options)),
      m_folder(input.folder),
      m_raceMember(input.raceMember),
      m_openingEvents(std::move(input.openingEvents)),
      m_reference(std::move(input.reference)),
      m_replay(std::move(input.replay)),
      m_recorder(recorder),
      m_commands(commands),
      m_stop(stop),
      m_batches(cutBatches(m_corpus->training, m_state.settings.batch)),
      m_validation(cutBatches(m_corpus->validation, m_state.settings.batch, m_state.settings.evaluateExamples)),
      m_order(m_state.settings.seed, static_cast<std::int64_t>(m_batches.size())),
      m_step(m_state.weights, m_state.settings.shards, stop),
      m_prober(*m_corpus, m_state.settings, recorder, stop),
      m_pretrainingEnd(pretrainingEnd(m_state.settings, static_cast<std::int64_t>(m_batches.size()))) {
    planPretrainingEnd(m_state.planned, m_state.at, m_pretrainingEnd);
    m_recorder.probes(m_prober.texts());
    m_secondsAtStart = m_checkpointSeconds = m_state.seconds;
    if (m_replay) m_phase = RunPhase::Preparing;
}

Trainer::~Trainer() = default;

bool Trainer::train() {
    postStateNow();
    try {
        if (m_replay) {
            if (const Result<void> replayed = replay(); !replayed.ok()) {
                m_phase = RunPhase::Failed;
                m_error = replayed.error();
            }
        }
        if (m_phase != RunPhase::Failed) {
            m_commands.stand(m_state.at);
            serveCommands();
            makeUpdates();
        }
    } catch (const Interrupted&) {
        // The unfinished update is abandoned; the books still stand at the last finished one.
    }
    const bool wasReady = m_phase != RunPhase::Failed && m_phase != RunPhase::Preparing;
    end();
    return wasReady;
}

void Trainer::makeUpdates() {
    while (!ended()) {
        if (m_options.race) m_options.race->rest(m_raceMember);
        serveCommands();
        if (m_stop.raised() || ended()) return;
        if (!mayGoOn()) continue;
        evaluateIfDue();
        if (ended()) continue;
        const std::int64_t update = m_state.at.update;
        applyPlanned();
        if (ended() || m_state.at.update != update) continue;
        if (wantsInnerUpdate()) {
            innerUpdate();
        } else {
            outerUpdate(outerSides());
        }
        keyframeIfDue();
    }
    evaluateIfDue();
}

bool Trainer::ended() const {
    return m_stop.raised() || m_finished || m_phase == RunPhase::Diverged ||
           (m_state.at.update >= m_state.settings.updates && !m_state.evaluationDue);
}

/// In step with the others of a race and not ahead of a command that all of them are to obey.
bool Trainer::mayGoOn() {
    constexpr auto patience = std::chrono::milliseconds(20);  // then commands are looked at again
    if (m_options.race && !m_stepUntil) {
        const RaceStand stand{m_state.at.update, m_state.at.inner, m_state.seconds - m_secondsAtStart};
        const bool goes = m_options.pace == Pace::FullSpeed ? m_options.race->advance(m_raceMember, stand, patience)
                                                            : m_options.race->arrive(m_raceMember, stand, patience);
        if (!goes) return false;
    }
    return m_state.at.inner > 0 || m_commands.begin(m_state.at.update);
}

bool Trainer::isAggressive() const {
    return m_state.burnIn.active && m_state.at.update >= m_pretrainingEnd;
}

bool Trainer::wantsInnerUpdate() const {
    return isAggressive() && !m_state.settings.freezeEncoder &&
           (m_state.innerLoop.active || m_state.innerLoop.done == 0);
}

Sides Trainer::outerSides() const {
    const bool encoder = !isAggressive() && !m_state.settings.freezeEncoder;
    const bool decoder = !m_state.settings.freezeDecoder;
    if (encoder) return decoder ? Sides::Both : Sides::Encoder;
    return decoder ? Sides::Decoder : Sides::None;
}

StepReport Trainer::step(const Batch& batch, Sides sides, std::uint32_t drawInner) {
    const auto begun = Clock::now();
    const double cpuBegun = threadCpuSeconds();
    const StepReport report = m_step.make({.batch = &batch,
                                           .sides = sides,
                                           .klWeight = klWeight(),
                                           .drawUpdate = static_cast<std::uint64_t>(m_state.at.update),
                                           .drawInner = drawInner},
                                          m_state);
    m_state.seconds += std::chrono::duration<double>(Clock::now() - begun).count();
    m_state.cpuSeconds += threadCpuSeconds() - cpuBegun;
    const bool stepsEncoder = sides == Sides::Encoder || sides == Sides::Both;
    if (report.finite && !report.skipped && stepsEncoder) ++m_state.encoderUpdates;
    return report;
}

void Trainer::innerUpdate() {
    m_stepPhase = StepPhase::Inner;
    if (!m_state.innerLoop.active) {
        m_state.innerLoop = beginInnerLoop();
        m_state.innerBatch = m_order.outer(m_state.at.update);
    }
    const Batch& batch = m_batches[m_state.innerBatch];
    const StepReport report = step(batch, Sides::Encoder, static_cast<std::uint32_t>(m_state.at.inner));
    if (!report.finite) return diverge();
    m_state.innerBatch = m_order.inner(m_state.at);
    ++m_state.at.inner;
    book(report, batch);
    probeAfter(StepPhase::Inner);
    postState();
}

/// An inner update that was skipped counts, but not in the window's average.
void Trainer::book(const StepReport& report, const Batch& batch) {
    bookInnerUpdate(m_state.innerLoop, m_state.settings, report.loss * batch.rows,
                    report.skipped ? 0 : batch.predictedWords());
}

void Trainer::outerUpdate(Sides sides) {
    m_stepPhase = StepPhase::Outer;
    const Batch& batch = m_batches[m_order.outer(m_state.at.update)];
    const StepReport report = step(batch, sides, outerDraw);
    if (!report.finite) return diverge();
    m_lastInnerUpdates = m_state.innerLoop.done;
    m_state.innerLoop = {};
    m_state.innerBatch = -1;
    m_state.at = {m_state.at.update + 1, 0};
    recordTraining(report, m_lastInnerUpdates);
    const Settings& settings = m_state.settings;
    m_state.evaluationDue = m_state.at.update % static_cast<std::int64_t>(m_batches.size()) == 0 ||
                            (settings.evaluateEvery > 0 && m_state.at.update % settings.evaluateEvery == 0) ||
                            m_state.at.update >= settings.updates;
    if (!m_state.evaluationDue) probeAfter(StepPhase::Outer);
    postState();
}

void Trainer::diverge() {
    m_phase = RunPhase::Diverged;
    m_recorder.happened({.kind = EventKind::Diverged, .at = m_state.at});
}

void Trainer::end() {
    m_prober.wait();
    m_commands.close();
    const bool complete = m_finished || (m_state.at.update >= m_state.settings.updates && !m_state.evaluationDue);
    const bool forkedAtEnd = m_phase == RunPhase::Ready && m_replay && complete;
    if (m_phase == RunPhase::Training || m_phase == RunPhase::Paused || forkedAtEnd) {
        m_phase = complete ? RunPhase::Finished : RunPhase::Stopped;
        if (complete) m_recorder.happened({.kind = EventKind::Finished, .at = m_state.at});
        if (m_folder) checkpoint({});
    } else if (m_phase == RunPhase::Diverged && m_folder) {
        checkpoint({});
    } else if (m_phase == RunPhase::Ready || m_phase == RunPhase::Preparing) {
        m_phase = RunPhase::Stopped;
    }
    if (m_options.race) m_options.race->leave(m_raceMember);
    m_stepPhase = StepPhase::Idle;
    postStateNow();
    m_recorder.flush();
}

void Trainer::serveAfterEnd() {
    while (!m_stop.raised()) {
        while (const auto command = m_commands.take()) {
            if (command->kind == CommandKind::SaveCheckpoint) checkpoint(command->file);
        }
        m_commands.wait(std::chrono::milliseconds(100));
    }
}

}  // namespace collapsar
