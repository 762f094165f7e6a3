// SPDX-License-Identifier: GPL-3.0-or-later
/// The tables of runs as JSON lines, one object a row.
#pragma once

#include "core/export/summary_rows.h"
#include "core/export/text_table.h"

#include <span>
#include <string>

namespace collapsar {

/// {"type":"summary","run":...,"strategy":...,"parent":...,"seed":... (Repeats: "runs"),"state":...,"updates":...,...};
/// of Repeats also NAME_sd and "vs_basic", an object that is null for basic itself and without it. All digits; null:
/// not measured. The first line, {"type":"notes",...}, says what the numbers are.
[[nodiscard]] std::string summaryJson(std::span<const RunSummary> runs, SummaryRows rows);

/// {"type":"difference","Differs":...,...}: cells by the table's header.
[[nodiscard]] std::string tableJson(const TextTable& table);

}  // namespace collapsar
