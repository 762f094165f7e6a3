// SPDX-License-Identifier: GPL-3.0-or-later
/// What a run reports, as JSON: one object a line, "type" first. Keys are the stable names; null = not known.
#pragma once

#include "core/report/measurement.h"
#include "core/report/run_state.h"
#include "core/report/verdict.h"

#include <string>

namespace collapsar {

/// {"type":"measurement","kind":"scheduled","update":100,...}
[[nodiscard]] std::string measurementJsonLine(const Measurement& measurement);
/// {"type":"state","phase":"training","update":120,"updates":2000,...}
[[nodiscard]] std::string stateJsonLine(const RunState& state);
/// {"type":"event","event":"switch","update":1000,"inner":0,...}
[[nodiscard]] std::string eventJsonLine(const Event& event);
/// {"type":"verdict","verdict":"inference_collapse","update":200,...}
[[nodiscard]] std::string verdictJsonLine(const Verdict& verdict, const Position& at);

}  // namespace collapsar
