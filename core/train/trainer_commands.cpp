// SPDX-License-Identifier: GPL-3.0-or-later
/// What people ask of a run while it trains: start, pause, steps, switches. All of it happens between inner updates.
#include "core/report/settings_table.h"
#include "core/train/trainer.h"

#include <algorithm>
#include <cassert>

namespace collapsar {

namespace {
/// Whether something is planned for here and still to come; what is asked of several runs must not overtake it.
bool isDue(const std::vector<Intervention>& planned, const Position& at) {
    return !planned.empty() && planned.front().at <= at;
}

void plan(std::vector<Intervention>& planned, const Intervention& intervention) {
    const auto isLater = [&](const Intervention& other) { return other.at > intervention.at; };
    planned.insert(std::find_if(planned.begin(), planned.end(), isLater), intervention);
}
}  // namespace

void Trainer::serveCommands() {
    while (!m_stop.raised()) {
        while (const auto command = m_commands.take())
            execute(*command);
        if (m_stepUntil && m_state.at.update >= *m_stepUntil) {
            m_stepUntil.reset();
            begin(RunPhase::Paused);
        }
        if (m_phase == RunPhase::Training || m_stepUntil || ended()) return;
        m_commands.wait(std::chrono::milliseconds(100));
    }
}

void Trainer::execute(const Command& command) {
    switch (command.kind) {
        case CommandKind::Start:
        case CommandKind::Resume:
            m_stepUntil.reset();  // or the end of the step would pause it again
            if (m_phase == RunPhase::Ready || m_phase == RunPhase::Paused) begin(RunPhase::Training);
            break;
        case CommandKind::Pause:
            m_stepUntil.reset();
            if (m_phase == RunPhase::Training) begin(RunPhase::Paused);
            break;
        case CommandKind::StepUpdate:
            begin(RunPhase::Paused);
            m_stepUntil = m_state.at.update + 1;
            break;
        case CommandKind::Intervene:
            intervene(command);
            break;
        case CommandKind::InterveneAt:
            if (command.intervention.at > m_state.at || isDue(m_state.planned, m_state.at))
                plan(m_state.planned, command.intervention);
            else
                intervene(command);
            break;
        case CommandKind::SetPace:
            m_options.pace = command.pace;
            break;
        case CommandKind::SaveCheckpoint:
            checkpoint(command.file);
            break;
        case CommandKind::Wake:
            break;
    }
    postStateNow();
}

/// A switch comes after the scheduled evaluation of the same place, as planned ones do.
void Trainer::intervene(const Command& command) {
    const Action action = command.intervention.action;
    if (m_phase == RunPhase::Ready && action != Action::None) begin(RunPhase::Paused);
    if (m_phase != RunPhase::Ready) evaluateIfDue();
    if (ended()) return;
    const bool isUpdate = action == Action::StepDecoder || (action == Action::StepEncoder && m_state.at.inner == 0);
    if (isUpdate && !m_commands.begin(m_state.at.update)) {
        m_commands.push({.kind = CommandKind::Intervene, .intervention = command.intervention});
    } else {
        apply(command.intervention);
    }
}

void Trainer::begin(RunPhase phase) {
    const bool first = m_phase == RunPhase::Ready;
    m_phase = phase;
    m_rate.restart(m_state.at.update, m_state.encoderUpdates);
    if (first) {
        for (const Event& event : m_openingEvents)
            m_recorder.happened(event);
        m_openingEvents.clear();
        compareWithReference();
        evaluateIfDue();
    }
    if (phase == RunPhase::Paused) {
        m_stepPhase = StepPhase::Idle;
        if (m_options.probes && m_probed != m_state.at) probe(Quadrature::Exact);
    }
    postStateNow();
}

void Trainer::applyPlanned() {
    std::vector<Intervention>& planned = m_state.planned;
    const std::int64_t update = m_state.at.update;
    while (isDue(planned, m_state.at)) {
        const Intervention next = planned.front();
        planned.erase(planned.begin());
        apply(next);
        if (ended() || m_state.at.update != update) return;
    }
}

void Trainer::apply(Intervention intervention) {
    intervention.at = m_state.at;
    if (intervention.action == Action::None) {
        intervention.oldValue = settingText(m_state.settings, intervention.field);
        if (intervention.oldValue == intervention.newValue) return;
    }
    const Event event{.kind = EventKind::Switch, .at = m_state.at, .intervention = intervention};
    switch (intervention.action) {
        case Action::None:
            applySetting(intervention);
            break;
        case Action::StepEncoder:
            stepEncoder();
            break;
        case Action::StepDecoder:
            outerUpdate(Sides::Decoder);
            break;
        case Action::ReinitialiseDecoder:
            reinitialise();
            break;
    }
    m_recorder.happened(event);  // after the deed: an update that was abandoned must not stand in the journal
    if (intervention.action == Action::StepDecoder)
        evaluateIfDue();
    else if (intervention.action != Action::None)
        probeAfter(StepPhase::Inner);
}

/// Inside an inner loop this is the loop's next update; outside it stands alone.
void Trainer::stepEncoder() {
    if (m_state.innerBatch < 0) m_state.innerBatch = m_order.inner(m_state.at);
    const Batch& batch = m_batches[m_state.innerBatch];
    const StepReport made = step(batch, Sides::Encoder, static_cast<std::uint32_t>(m_state.at.inner));
    if (!made.finite) return diverge();
    m_state.innerBatch = m_order.inner(m_state.at);
    ++m_state.at.inner;
    if (m_state.innerLoop.active) book(made, batch);
}

void Trainer::applySetting(const Intervention& intervention) {
    Settings& settings = m_state.settings;
    const Result<void> set = setSetting(settings, intervention.field, intervention.newValue);
    assert(set.ok() && "interventions are checked before they are queued");
    if (!set.ok()) return;
    const std::string& field = intervention.field;
    if (field == "aggressive") {
        m_state.burnIn = beginBurnIn(settings.aggressive);
        if (!m_state.burnIn.active) m_state.innerLoop.active = false;
    } else if (field == "skip" && settings.skip) {
        openSkip();
    } else if (field == "kl_weight") {
        settings.klSchedule = KlSchedule::Constant;
    } else if (field == "learning_rate") {
        m_state.learningRate = settings.learningRate;
        if (settings.encoderLearningRate == 0) m_state.encoderLearningRate = settings.learningRate;
    } else if (field == "encoder_learning_rate") {
        m_state.encoderLearningRate =
            settings.encoderLearningRate > 0 ? settings.encoderLearningRate : m_state.learningRate;
    }
    resetWindow(m_state.innerLoop);
}

/// Moments of a block that starts anew.
void Trainer::forgetMoments(const ParameterBlock& block) {
    for (std::vector<float>* moment : {&m_state.encoderOptimiser.firstMoment, &m_state.encoderOptimiser.secondMoment}) {
        if (!moment->empty()) std::fill_n(moment->begin() + block.offset, block.size(), 0.0F);
    }
}

/// A path opened at the very start is drawn like every weight; opened later it starts at zero, opened again it keeps
/// its weights.
void Trainer::openSkip() {
    if (!m_state.skipEverOpen && m_state.at == Position{}) {
        Parameters weights = *currentWeights();
        const std::int64_t first = decoderLayout(weights.shape).closedSize;
        const Parameters fresh = initialParameters(weights.shape, m_state.settings);
        std::copy(fresh.decoder.begin() + first, fresh.decoder.end(), weights.decoder.begin() + first);
        m_step.load(weights);
    }
    m_state.skipEverOpen = true;
}

void Trainer::reinitialise() {
    Parameters weights = *currentWeights();
    reinitialiseDecoder(weights, m_state.settings, m_state.at.update);
    m_step.load(weights);
    forgetMoments(encoderLayout(weights.shape).batchNorm.bias);
    if (m_state.at == Position{m_pretrainingEnd, 0}) m_state.encoderOptimiser = {};  // the run proper begins
    m_state.decoderOptimiser = {};
    m_state.skipOptimiser = {};
    resetWindow(m_state.innerLoop);
}

}  // namespace collapsar
