// SPDX-License-Identifier: GPL-3.0-or-later
/// The only place that turns the core's codes and English table texts into words for people, in their language and with
/// their numbers. GUI thread; the locale is QLocale's default.
#pragma once

#include "core/report/run_state.h"
#include "core/report/settings_table.h"
#include "core/report/verdict.h"

#include <QString>

namespace collapsar {

enum class VerdictTone { Neutral, Good, Bad };

/// What the sentence may add to the verdict.
struct VerdictHint {
    std::int64_t updatesSinceLateAggressive =
        -1;                        ///< -1: aggressive updates were not switched on late, see RescueWatch
    bool objectiveIsPlain = true;  ///< as Snapshot::objectiveIsPlain
};

[[nodiscard]] QString verdictWord(VerdictKind kind);
[[nodiscard]] VerdictTone verdictTone(VerdictKind kind);
/// One or two sentences: what is seen, with which numbers, and what it means.
[[nodiscard]] QString verdictSentence(const Verdict& verdict, const VerdictHint& hint = {});

[[nodiscard]] QString phaseText(RunPhase phase);
/// What the run does now or why it ended, and what can be done about it; empty while there is nothing to say.
[[nodiscard]] QString phaseSentence(const RunState& state);
[[nodiscard]] QString errorTitle(ErrorCode code);
/// Title and detail, as a sentence.
[[nodiscard]] QString errorText(const Error& error);
[[nodiscard]] QString eventText(const Event& event);
/// "Burn-in: MI 1.17 ..." of an aggressive run; empty when aggressive is off. `endedAt`: the update of BurnInEnded, if
/// known.
[[nodiscard]] QString burnInText(const RunState& state, std::int64_t endedAt = -1);
/// The run is still an autoencoder, with KL weight 0 (Li et al. 2019).
[[nodiscard]] bool isPretraining(const RunState& state);
/// What pretraining does and when it ends; empty outside.
[[nodiscard]] QString pretrainingText(const RunState& state);
/// That encoder-only updates clip on another norm than published; empty for the published rule.
[[nodiscard]] QString innerClipText(const Settings& settings);
/// "inner 23 (stops at 30 ... 99)"; empty outside the inner loop.
[[nodiscard]] QString innerText(const RunState& state);

[[nodiscard]] QString settingLabel(const SettingInfo& setting);
[[nodiscard]] QString settingHelp(const SettingInfo& setting);
[[nodiscard]] QString settingUnit(const SettingInfo& setting);
[[nodiscard]] QString settingGroupText(SettingGroup group);
/// A contradiction found by validate(), translated.
[[nodiscard]] QString settingProblemText(const SettingProblem& problem);
/// What may be typed: "a whole number from 1 to 4,096".
[[nodiscard]] QString settingRangeText(const SettingInfo& setting);
/// A choice's word ("absmax" gives "|Max|"); texts that are no known choice come back as they are.
[[nodiscard]] QString choiceText(const QString& choice);
/// A value in the table's text form, for people: choices in words, numbers by locale.
[[nodiscard]] QString settingValueText(const SettingInfo& setting, const QString& value);

/// A dash when not finite.
[[nodiscard]] QString numberText(double value, int decimals);
/// Four decimals below 0.01, else two: small spreads must not read as 0.00.
[[nodiscard]] QString spreadText(double value);
[[nodiscard]] QString countText(std::int64_t count);
/// "0:42", "1:02:03"; a dash when not finite.
[[nodiscard]] QString durationText(double seconds);
[[nodiscard]] QString rateText(double updatesPerSecond);

}  // namespace collapsar
