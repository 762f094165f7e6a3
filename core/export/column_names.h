// SPDX-License-Identifier: GPL-3.0-or-later
/// The words that CSV and JSON lines share for what is not a number.
#pragma once

#include "core/report/measurement.h"

#include <string>
#include <string_view>

namespace collapsar {

/// training, scheduled, probe.
[[nodiscard]] std::string_view kindName(MeasurementKind kind);
/// As in the settings table.
[[nodiscard]] std::string aggressiveName(Aggressive aggressive);
[[nodiscard]] std::string poolingName(Pooling pooling);

}  // namespace collapsar
