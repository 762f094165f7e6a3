// SPDX-License-Identifier: GPL-3.0-or-later
/// The one list of what a checkpoint holds, in file order, for writing and reading alike. Every change of this list
/// raises checkpointVersion; fields added by version N are read only when the file's version is at least N.
#pragma once

#include "core/checkpoint/bounded_archive.h"
#include "core/checkpoint/training_state.h"
#include "core/report/settings_table.h"

#include <limits>
#include <type_traits>

namespace collapsar {

template <class Archive, class T>
using Field = std::conditional_t<Archive::isReading, T, const T>;

/// By stable name, so that settings can be added without a new version: those a file lacks keep their defaults.
template <class Archive>
void settingsFields(Archive& archive, Field<Archive, Settings>& settings) {
    constexpr std::size_t leastBytes = 16;  // two empty texts
    const std::uint64_t count = archive.count(settingsTable().size(), leastBytes);
    if constexpr (Archive::isReading) settings.labels = Labels::None;  // how text was read before files said so
    for (std::uint64_t i = 0; i < count; ++i) {
        std::string name, text;
        if constexpr (Archive::isReading) {
            archive.value(name);
            archive.value(text);
            if (const auto set = setSetting(settings, name, text); !set) throw ArchiveError(set.error().detail);
        } else {
            name = settingsTable()[i].name;
            text = settingText(settings, name);
            archive.value(name);
            archive.value(text);
        }
    }
}

template <class Archive>
void positionFields(Archive& archive, Field<Archive, Position>& at) {
    archive.value(at.update);
    archive.value(at.inner);
}

/// Layers, directions, start and biases are fixed for a run: its settings have them, and those of older files the
/// defaults.
inline void completeShape(ModelShape& shape, const Settings& settings) {
    const ModelShape widths = shape;
    shape = shapeOf(settings, widths.vocabulary);
    shape.embedding = widths.embedding;
    shape.encoderHidden = widths.encoderHidden;
    shape.decoderHidden = widths.decoderHidden;
    shape.latent = widths.latent;
}

template <class Archive>
void parametersFields(Archive& archive, Field<Archive, Parameters>& parameters) {
    auto& shape = parameters.shape;
    for (auto* size :
         {&shape.vocabulary, &shape.embedding, &shape.encoderHidden, &shape.decoderHidden, &shape.latent}) {
        archive.value(*size);
    }
    archive.value(parameters.encoder);
    archive.value(parameters.decoder);
    archive.choice(parameters.pooling, Pooling::AbsMax);
    archive.value(parameters.skip);
}

template <class Archive>
void optimiserFields(Archive& archive, Field<Archive, OptimiserState>& state) {
    archive.value(state.firstMoment);
    archive.value(state.secondMoment);
    archive.value(state.steps);
}

template <class Archive>
void innerLoopFields(Archive& archive, Field<Archive, InnerLoop>& loop) {
    archive.value(loop.active);
    archive.value(loop.done);
    archive.value(loop.windowLoss);
    archive.value(loop.windowWords);
    archive.value(loop.previousWindow);
}

template <class Archive>
void ruleFields(Archive& archive, Field<Archive, BurnIn>& burnIn, Field<Archive, RateDecay>& decay) {
    archive.value(burnIn.active);
    archive.value(burnIn.previousMi);
    archive.value(burnIn.rises);
    archive.value(decay.cuts);
    archive.value(decay.notImproved);
    archive.value(decay.trackedLoss);
    archive.value(decay.bestLoss);
    archive.value(decay.bestUpdate);
}

template <class Archive>
void interventionFields(Archive& archive, Field<Archive, Intervention>& intervention) {
    positionFields(archive, intervention.at);
    archive.choice(intervention.action, Action::ReinitialiseDecoder);
    archive.value(intervention.field);
    archive.value(intervention.oldValue);
    archive.value(intervention.newValue);
}

template <class Archive>
void plannedFields(Archive& archive, Field<Archive, std::vector<Intervention>>& planned) {
    constexpr std::size_t leastBytes = 37;  // a position, an action, three empty texts
    const std::uint64_t count = archive.count(planned.size(), leastBytes);
    if constexpr (Archive::isReading) planned.resize(count);
    for (auto& intervention : planned)
        interventionFields(archive, intervention);
}

/// Since version 2; before it a payload ended here.
template <class Archive>
void cpuSecondsField(Archive& archive, Field<Archive, double>& seconds) {
    if constexpr (Archive::isReading) {
        seconds = std::numeric_limits<double>::quiet_NaN();
        if (archive.left() == 0) return;
    }
    archive.value(seconds);
}

/// What comes before the weights.
template <class Archive>
void stateHeadFields(Archive& archive, Field<Archive, TrainingState>& state) {
    archive.value(state.runId);
    archive.value(state.numerics);
    settingsFields(archive, state.settings);
    positionFields(archive, state.at);
    archive.value(state.encoderUpdates);
    archive.value(state.seconds);
}

template <class Archive>
void stateFields(Archive& archive, Field<Archive, TrainingState>& state) {
    stateHeadFields(archive, state);
    parametersFields(archive, state.weights);
    optimiserFields(archive, state.encoderOptimiser);
    optimiserFields(archive, state.decoderOptimiser);
    optimiserFields(archive, state.skipOptimiser);
    archive.value(state.skipEverOpen);
    innerLoopFields(archive, state.innerLoop);
    archive.value(state.innerBatch);
    archive.value(state.evaluationDue);
    ruleFields(archive, state.burnIn, state.decay);
    archive.value(state.learningRate);
    archive.value(state.encoderLearningRate);
    parametersFields(archive, state.best);
    if constexpr (Archive::isReading) {
        completeShape(state.weights.shape, state.settings);
        completeShape(state.best.shape, state.settings);
    }
    plannedFields(archive, state.planned);
    cpuSecondsField(archive, state.cpuSeconds);
}

}  // namespace collapsar
