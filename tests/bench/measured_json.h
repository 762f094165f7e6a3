// SPDX-License-Identifier: GPL-3.0-or-later
/// How a side hands its measurement to the driver: one line of JSON.
#pragma once

#include "tests/bench/measurement.h"

#include <string>

namespace collapsar {

[[nodiscard]] std::string jsonLine(const Measured& measured);
/// Throws std::runtime_error when the text is not what jsonLine() wrote.
[[nodiscard]] Measured measuredFromJson(const std::string& text);

}  // namespace collapsar
