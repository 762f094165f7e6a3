// SPDX-License-Identifier: GPL-3.0-or-later
/// The rows of a summary table before they are rounded and written, and what its notes say.
#pragma once

#include "core/export/summary_table.h"
#include "core/report/against_basic.h"

#include <span>
#include <string>
#include <vector>

namespace collapsar {

/// What stands to the left of the numbers.
struct RowWords {
    std::string run, strategy, parent, seed, state;
};

/// Mean of one value is the value.
struct SummaryRow {
    RowWords words;
    SummaryValues mean, sd;
    AgainstBasic against;  ///< of repeats
};
[[nodiscard]] std::vector<SummaryRow> summaryRowsOf(std::span<const RunSummary> runs, SummaryRows rows);

/// "nll is the bound -ELBO; of language model: exact": what most runs have first.
[[nodiscard]] std::string nllNote(std::span<const RunSummary> runs);
/// Which time a table's times per update and relative times are.
[[nodiscard]] std::string timeNote(std::span<const RunSummary> runs);
/// What better, worse and within the seed spread mean.
[[nodiscard]] std::string spreadNote();

/// "better", "worse", "within spread"; empty: unknown.
[[nodiscard]] std::string standingText(Standing standing);
/// "100.2:skip=on, ..."; "none".
[[nodiscard]] std::string switchesText(const ComparedRun& run);

}  // namespace collapsar
