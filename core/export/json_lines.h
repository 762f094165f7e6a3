// SPDX-License-Identifier: GPL-3.0-or-later
/// Measurements as JSON lines, with the names of the CSV columns.
#pragma once

#include "core/report/measurement.h"

#include <string>

namespace collapsar {

/// One line without the line break: {"kind":"scheduled","update":100,...}. null = not measured; infinities, which JSON
/// has no number for, are the strings "inf" and "-inf".
[[nodiscard]] std::string measurementJson(const Measurement& measurement);

}  // namespace collapsar
