// SPDX-License-Identifier: GPL-3.0-or-later
/// Where a run stands, cheap enough to be sent often.
#pragma once

#include "core/report/corpus_summary.h"
#include "core/report/intervention.h"
#include "core/report/result.h"
#include "core/report/settings.h"

#include <cstdint>
#include <string>

namespace collapsar {

enum class RunPhase {
    Preparing,  ///< loading or making its data
    Ready,      ///< prepared, not yet started
    Training,
    Paused,
    Finished,  ///< reached its updates, or the last learning-rate decay
    Stopped,   ///< closed before its end; can be resumed
    Diverged,  ///< NaN or infinity: a finding, everything before it is kept
    Failed,    ///< see error
};

enum class StepPhase { Idle, Inner, Outer, Evaluating, Probing };

struct RunState {
    RunPhase phase = RunPhase::Preparing;
    StepPhase step = StepPhase::Idle;
    Position at;
    std::int64_t totalUpdates = 0;
    std::int64_t encoderUpdates = 0;
    std::int64_t updatesPerEpoch = 0;
    int lastInnerUpdates = 0;  ///< of the last finished inner loop
    bool burnIn = false;       ///< aggressive updates are being made
    double burnInMi = 0;       ///< last epoch's MI in the burn-in; NaN before the first
    double learningRate = 0;   ///< decoder's, after decays
    double encoderLearningRate = 0;
    int decays = 0;
    double klWeight = 1;          ///< now, by the schedule
    double updatesPerSecond = 0;  ///< outer
    double innerUpdatesPerSecond = 0;
    double secondsLeft = 0;        ///< at the present rate; NaN: not known
    std::int64_t probePeriod = 0;  ///< updates between probes at present
    double seconds = 0;            ///< training time
    double progress = 0;           ///< 0..1, of Preparing; while it reads, of the files' bytes
    std::string dataSummary;       ///< what it trains on, for people: counts of sentences and words; empty before Ready
    CorpusSummaryPointer data;     ///< the same in full; null before Ready
    std::string note;              ///< plain English: what Preparing does, or why it ended
    Settings settings;             ///< as in force now, live switches included
    Error error;                   ///< Failed
};

/// What happened at an update: shown in the event list, drawn as a mark on every plot, kept in the journal.
enum class EventKind {
    Started,
    Switch,           ///< an intervention
    BurnInEnded,      ///< MI fell
    LearningRateCut,  ///< value: new rate
    Checkpoint,       ///< text: file name; value: 1 for a keyframe, which a run writes of its own accord
    Resumed,
    NumericsChanged,  ///< text: from what to what
    Rewound,
    Finished,
    Diverged,
    Warning,
};

struct Event {
    EventKind kind = EventKind::Started;
    Position at;
    Intervention intervention;  ///< Switch
    double value = 0;
    std::string text;
};

}  // namespace collapsar
