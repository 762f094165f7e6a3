// SPDX-License-Identifier: GPL-3.0-or-later
/// What a run reports, as plain English lines. Keys are the stable names; numbers have '.' decimals whatever the
/// locale.
#pragma once

#include "core/report/measurement.h"
#include "core/report/run_state.h"
#include "core/report/verdict.h"

#include <string>

namespace collapsar {

/// "update 200  elbo -41.12  kl 0.005 ...": what was measured, in the table's order.
[[nodiscard]] std::string measurementLine(const Measurement& measurement);
/// "update 120 of 2000 (6 %)  inner 23  310 updates/s  6 s left", or what is being prepared.
[[nodiscard]] std::string progressLine(const RunState& state);
/// "update 1000: aggressive off -> on".
[[nodiscard]] std::string eventLine(const Event& event);
/// "Inference collapse: true means spread 0.453, approximate means 0.0002".
[[nodiscard]] std::string verdictLine(const Verdict& verdict);
/// "3 h 20 min", "45 s"; "?" when not known.
[[nodiscard]] std::string durationText(double seconds);
/// "12" or "12.3": an inner position is shown only inside an update.
[[nodiscard]] std::string positionText(const Position& position);
/// Stable name: preparing, ready, training, paused, finished, stopped, diverged, failed.
[[nodiscard]] const char* phaseName(RunPhase phase);
/// Stable name: idle, inner, outer, evaluating, probing.
[[nodiscard]] const char* stepName(StepPhase step);
/// Stable name: started, switch, burn_in_ended, learning_rate_cut, checkpoint, resumed, ...
[[nodiscard]] const char* eventName(EventKind kind);

}  // namespace collapsar
